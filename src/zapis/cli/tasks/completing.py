"""Completion of task numbers by the key Tab: quick, silent, and never in the way."""

import re
from contextlib import suppress
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from zapis.czech.shortening import shorten
from zapis.workspace import TRACKER, find_root

# Head lines only: completion must not wait for anything to be parsed.
_HEAD = re.compile(r"^- \[(.)\] #([A-Za-z0-9._-]+/[0-9]+)(?: (.*))?$", re.MULTILINE)
_MOST = 200
_LONGEST_HELP = 60


def complete_task(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The tasks whose number goes on, or ends, in the way that has been typed."""
    with suppress(Exception):
        return _complete(root_of(context), _boxes_of(context, parameter), incomplete)
    return []


def _complete(root: Path | None, boxes: str, incomplete: str) -> list[CompletionItem]:
    if root is None:
        return []
    text = (root / TRACKER).read_text(encoding="utf-8-sig")
    wanted = incomplete.lower()
    found = [head for head in _HEAD.findall(text) if head[0] in boxes]
    fitting = [head for head in found if head[1].lower().startswith(wanted)]
    fitting = fitting or [head for head in found if f"-{wanted}" in f"-{head[1].lower()}"]
    return [
        CompletionItem(number, help=shorten(words, _LONGEST_HELP))
        for _, number, words in fitting[:_MOST]
    ]


def root_of(context: click.Context) -> Path | None:
    """The workspace of `-C`, wherever on the line it stands, else that of the current folder."""
    current: click.Context | None = context
    while current is not None:
        if folder := current.params.get("slozka"):
            return find_root(Path(folder))
        current = current.parent
    return find_root(Path.cwd())


def _boxes_of(context: click.Context, _parameter: click.Parameter) -> str:
    """The boxes of the tasks that a command is for: what is done is not offered to be done."""
    return {"splneno": " /", "rozpracovano": " ", "zruseno": " /", "otevreno": "/x-"}.get(
        context.command.name or "", " /x-X"
    )
