"""Read the data of front matter and of zapis.yaml: known keys, right shapes, own lines."""

from collections.abc import Iterable

from zapis.codes import KEY_TWICE, UNKNOWN_KEY, UNKNOWN_KEY_NEAR
from zapis.data_tree import Data, DataTree, Path
from zapis.diagnostics import Diagnostic, Diagnostics, Label, Outcome
from zapis.schema.checking import check_shape
from zapis.schema.entry import Entry
from zapis.schema.front_matter import VALUES
from zapis.schema.header import Header, HeaderEntry, Items, OwnLine
from zapis.schema.keys import KeyMatch, find_key, find_near_key
from zapis.schema.kinds import Nested
from zapis.schema.messages import flatten, quote
from zapis.schema.settings import SettingsData
from zapis.schema.shapes import Shape

# Comparing with every known form is slow, and nobody mistypes more keys than this.
_MOST_NEAR_MISSES = 50
# Where one text is right as it is, as most values are.
_OF_TEXT = frozenset(set(Shape) - {Shape.FLAG, Shape.MAPPING})


def read_header(tree: DataTree) -> Outcome[Header]:
    """The header with every value in the shape its key asks for.

    What has another shape is reported and left out, so that the rest can still be checked.
    """
    lines: list[HeaderEntry | OwnLine] = []
    problems: list[Diagnostic] = []
    written_as: dict[str, str] = {}
    own = 0
    for written, value in tree.data.items() if isinstance(tree.data, dict) else ():
        match = find_key(written)
        if match is None or _is_own_word(match, value):
            own += 1
            look = match is None and own <= _MOST_NEAR_MISSES
            line, problem = _read_own_line(tree, written, value, look_for_near=look)
            lines.append(line)
            problems.append(problem)
        elif (first := written_as.setdefault(_identity(match), written)) != written:
            problems.append(_key_twice(tree, written, first))
        else:
            entry, wrong = _read_entry(tree, written, value, match)
            lines.append(entry)
            problems += wrong
    return Outcome(Header(tuple(lines)), tuple(problems))


def read_settings_data(tree: DataTree) -> Outcome[SettingsData]:
    """What zapis.yaml says; what has a wrong shape is reported and left out."""
    data = tree.data if isinstance(tree.data, dict) else {}
    value, problems = check_shape(Nested(SettingsData), data, tree, ())
    return Outcome(value or SettingsData(), problems)


def _is_own_word(match: KeyMatch, value: Data) -> bool:
    """Whether the English `data` is meant as a Czech word: „Data: viz příloha“."""
    return match.key.shape is Shape.MAPPING and not match.czech and isinstance(value, str)


def _identity(match: KeyMatch) -> str:
    """What may stand in a header once: a key, or one form of a repeatable key."""
    return f"{match.key.name} {match.label}" if match.key.repeatable else match.key.name


def _read_entry(
    tree: DataTree, written: str, value: Data, match: KeyMatch
) -> tuple[HeaderEntry, Diagnostics]:
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
    return entry, problems


def _read_items(shape: Shape, value: Data, tree: DataTree, path: Path) -> tuple[Items, Diagnostics]:
    if value is None or value == "":
        return (), ()
    if shape in _OF_TEXT and isinstance(value, str):
        return (value,), ()
    read, problems = check_shape(VALUES[shape], value, tree, path)
    if read is None:
        return (), problems
    if isinstance(read, str | Entry):
        return (read,), problems
    return (read if isinstance(read, tuple) else (flatten(read),)), problems


def _read_own_line(
    tree: DataTree, written: str, value: Data, *, look_for_near: bool
) -> tuple[OwnLine, Diagnostic]:
    line = OwnLine(" ".join(written.split()), "\n".join(_own_lines(value)), tree.span((written,)))
    near = find_near_key(written) if look_for_near else None
    span = tree.key_span((written,))
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


def _key_twice(tree: DataTree, written: str, first: str) -> Diagnostic:
    span = tree.key_span((first,))
    return Diagnostic(
        KEY_TWICE,
        f"klíč „{quote(written)}“ znamená totéž co „{quote(first)}“",
        tree.key_span((written,)),
        f"ponechte jen „{quote(first)}“ a hodnoty spojte",
        (Label(span, "první tvar klíče"),) if span else (),
    )
