"""Check the data of front matter and of zapis.yaml against their models."""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from zapis.codes import KEY_TWICE, UNKNOWN_KEY, UNKNOWN_KEY_NEAR
from zapis.data_tree import Data, DataTree, Path
from zapis.diagnostics import Diagnostic, Diagnostics, Label, Outcome
from zapis.schema.entry import Entry
from zapis.schema.front_matter import VALUES
from zapis.schema.header import Header, HeaderEntry, Items, OwnLine
from zapis.schema.keys import KeyMatch, find_key, find_near_key
from zapis.schema.messages import explain_error, flatten, quote
from zapis.schema.settings import SettingsData
from zapis.schema.shapes import Shape

M = TypeVar("M", bound=BaseModel)

# Comparing with every known form is slow, and nobody mistypes more keys than this.
_MOST_NEAR_MISSES = 50
_MOST_REPAIRS = 4


def read_header(tree: DataTree) -> Outcome[Header]:
    """The header with every value in the shape its key asks for.

    What has another shape is reported and left out, so that the rest can still be checked.
    """
    if not isinstance(tree.data, dict):
        return Outcome(Header())
    lines: list[HeaderEntry | OwnLine] = []
    problems: list[Diagnostic] = []
    first_of: dict[str, tuple[str, Path]] = {}
    for written, value in tree.data.items():
        match = find_key(written)
        if match is None or _is_own_word(match, value):
            near_allowed = match is None and len(lines) - len(first_of) < _MOST_NEAR_MISSES
            line, problem = _read_own_line(tree, written, near_allowed=near_allowed)
            lines.append(line)
            problems.append(problem)
            continue
        identity = f"{match.key.name} {match.label if match.key.repeatable else ''}"
        if identity in first_of:
            problems.append(_key_twice(tree, written, *first_of[identity]))
            continue
        first_of[identity] = (written, (written,))
        entry = _read_entry(tree, written, match)
        lines.append(entry.value)
        problems += entry.diagnostics
    return Outcome(Header(tuple(lines)), tuple(problems))


def read_settings_data(tree: DataTree) -> Outcome[SettingsData]:
    """What zapis.yaml says; what has a wrong shape is reported and left out."""
    data = tree.data if isinstance(tree.data, dict) else {}
    value, problems = _validate(SettingsData, data, tree, ())
    return Outcome(value or SettingsData(), problems)


def _is_own_word(match: KeyMatch, value: Data) -> bool:
    """Whether the English `data` is meant as a Czech word: „Data: viz příloha“."""
    return match.key.shape is Shape.MAPPING and not match.czech and isinstance(value, str)


def _read_entry(tree: DataTree, written: str, match: KeyMatch) -> Outcome[HeaderEntry]:
    value = tree.data[written] if isinstance(tree.data, dict) else None
    path: Path = (written,)
    items, problems = _read_items(match.key.shape, value, tree, path)
    entry = HeaderEntry(
        key=match.key,
        label=match.label,
        czech=match.czech,
        items=items,
        data=value,
        path=path,
        span=tree.span(path),
        key_span=tree.key_span(path),
    )
    return Outcome(entry, problems)


def _read_items(shape: Shape, value: Data, tree: DataTree, path: Path) -> tuple[Items, Diagnostics]:
    if value is None or value == "":
        return (), ()
    checked, problems = _validate(VALUES[shape], value, tree, path)
    root: Any = checked.root if checked else ()
    if isinstance(root, str | Entry):
        return (root,), problems
    return (root if isinstance(root, tuple) else (flatten(root),)), problems


def _validate(
    model: type[M], data: Data, tree: DataTree, base: Path
) -> tuple[M | None, Diagnostics]:
    """The checked value, without its wrong parts, and what is wrong with them."""
    problems: list[Diagnostic] = []
    for _ in range(_MOST_REPAIRS):
        try:
            return model.model_validate(data), tuple(dict.fromkeys(problems))
        except ValidationError as failure:
            errors = failure.errors(include_url=False)
        # A later round only finds what the repair of an earlier one left behind.
        explained = [explain_error(error, tree, base) for error in _without_echoes(errors)]
        if not problems:
            problems = [diagnostic for diagnostic, _ in explained]
        wrong = frozenset(path[len(base) :] for _, path in explained)
        if () in wrong:
            break
        data = _without(data, wrong, ())
    return None, tuple(dict.fromkeys(problems))


def _without_echoes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors but for a missing key whose mapping has an unknown one: that is what was meant."""
    misspelt = {error["loc"][:-1] for error in errors if error["type"] == "extra_forbidden"}
    return [
        error for error in errors if error["type"] != "missing" or error["loc"][:-1] not in misspelt
    ]


def _without(data: Data, wrong: frozenset[Path], at: Path) -> Data:
    """The data without the parts at the wrong paths; an item becomes an empty text."""
    if isinstance(data, dict):
        kept = ((key, value) for key, value in data.items() if (*at, key) not in wrong)
        return {key: _without(value, wrong, (*at, key)) for key, value in kept}
    if isinstance(data, list):
        return [
            "" if (*at, index) in wrong else _without(value, wrong, (*at, index))
            for index, value in enumerate(data)
        ]
    return data


def _read_own_line(
    tree: DataTree, written: str, *, near_allowed: bool
) -> tuple[OwnLine, Diagnostic]:
    value = tree.data[written] if isinstance(tree.data, dict) else None
    path: Path = (written,)
    line = OwnLine(" ".join(written.split()), "\n".join(_own_lines(value)), path, tree.span(path))
    near = find_near_key(written) if near_allowed else None
    span = tree.key_span(path)
    if near:
        message = f"neznámý klíč „{quote(written)}“, mysleli jste „{near}“?"
        return line, Diagnostic(UNKNOWN_KEY_NEAR, message, span, f"{near}:")
    message = f"vlastní klíč „{quote(written)}“ se vytiskne jako řádek záhlaví"
    return line, Diagnostic(UNKNOWN_KEY, message, span)


def _own_lines(value: Data) -> Iterable[str]:
    if isinstance(value, list):
        return [flatten(item) for item in value]
    if isinstance(value, dict):
        return [f"{key}: {flatten(item)}".rstrip() for key, item in value.items()]
    return [" ".join(line.split()) for line in (value or "").strip().split("\n")]


def _key_twice(tree: DataTree, written: str, first: str, first_path: Path) -> Diagnostic:
    span = tree.key_span(first_path)
    return Diagnostic(
        KEY_TWICE,
        f"klíč „{quote(written)}“ znamená totéž co „{quote(first)}“",
        tree.key_span((written,)),
        f"ponechte jen „{quote(first)}“ a hodnoty spojte",
        (Label(span, "první tvar klíče"),) if span else (),
    )
