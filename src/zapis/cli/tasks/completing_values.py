"""Completion of the values of filters by the key Tab: quick, silent, one word each."""

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from zapis.cli.tasks.completing import root_of
from zapis.czech.folding import fold
from zapis.model.tasks import TaskStatus
from zapis.workspace import SETTINGS, TRACKER

# People as statements name them; a shell would take a name of two words for two values.
_PERSON = re.compile(r"^  - .*", re.MULTILINE)
_NAME = re.compile(r"(?<=[:,] )@([^,@\n]{1,80})")
_SERIES = re.compile(r"^(?:serie|série):[ \t]*(?:#.*)?\n((?:[ \t#].*\n|\n)*)", re.MULTILINE)
_KEY = re.compile(r"^(?:  |\t)([\w-]+)[ \t]*:", re.MULTILINE)
_MOST = 200


def complete_status(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The states of tasks."""
    return _fitting((status.value for status in TaskStatus), incomplete)


def complete_person(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The surnames of people who have tasks; the full name is the help."""
    lines = _PERSON.findall(_text(context, TRACKER))
    names = (name.strip() for line in lines for name in _NAME.findall(line))
    by_surname = {name.split()[-1]: name for name in names if name}
    return _fitting(sorted(by_surname), incomplete, by_surname)


def complete_series(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The keys of the series in `zapis.yaml`."""
    found = _SERIES.search(f"{_text(context, SETTINGS)}\n")
    return _fitting(_KEY.findall(found[1]) if found else (), incomplete)


def _text(context: click.Context, name: str) -> str:
    with suppress(Exception):
        root = root_of(context)
        return (root / Path(name)).read_text(encoding="utf-8-sig") if root else ""
    return ""


def _fitting(
    values: Iterable[str], incomplete: str, helps: dict[str, str] | None = None
) -> list[CompletionItem]:
    wanted = fold(incomplete)
    fitting = [value for value in values if fold(value).startswith(wanted)]
    return [CompletionItem(value, help=(helps or {}).get(value)) for value in fitting[:_MOST]]
