"""Run PyYAML's parser over a text that it can read, down to a limited depth."""

import re
from collections.abc import Callable

import yaml
from msgspec import Struct
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    ScalarEvent,
    StreamEndEvent,
)

DEEPEST = 20
"""Levels of lists and mappings; the settings need six."""

# The loader built on libyaml is ten times faster, but not every installation has it.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

SPACES = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""What people take for a space, as the inside of a character class."""

_ODD = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
    r"\ud800-\udfff\ufffe\uffff]"
)
# Where YAML wants a space: in the indentation, behind hyphens, around a key and its colon.
_STRUCTURE = re.compile(
    rf"^[{SPACES}]*(?:-[{SPACES}]+)*(?:[^:\n\"'#\[{{]*:(?=[{SPACES}]|$))?[{SPACES}]*", re.MULTILINE
)
# A tab is refused in the indentation only; behind that, loaders disagree on it.
_INNER_TAB = re.compile(r"(?<=[^ \t\n])[ \t]*\t[ \t]*")
_ODD_SPACE = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LETTER = "x"


class Failure(Struct, frozen=True):
    """Where the parser gave up, and whether only because of the depth."""

    offset: int
    too_deep: bool = False


def start_of(event: Event) -> int:
    """The offset at which an event begins."""
    return int(getattr(event.start_mark, "index", 0))


def end_of(event: Event) -> int:
    """The offset behind an event."""
    return int(getattr(event.end_mark, "index", 0))


def yaml_text(text: str) -> str:
    """The text, character for character, as YAML may read it.

    No-break spaces become spaces where the structure needs one and letters where they belong to
    a value; a tab behind text becomes a space, and what YAML refuses (control characters) a
    letter. Values are later cut from the source, so nothing of this shows.
    """
    if "\t" in text:
        text = _INNER_TAB.sub(lambda found: " " * len(found.group()), text)
    if _ODD.search(text) is None:
        return text
    text = _STRUCTURE.sub(lambda found: _ODD_SPACE.sub(" ", found.group()), text)
    return _ODD.sub(_LETTER, text)


def read_events(text: str) -> tuple[list[Event], Failure | None]:
    """The events of the first document of the text, or those up to a failure.

    Nothing here recurses, so depth costs nothing but the limit `DEEPEST`.
    """
    loader = _Loader(text)
    events: list[Event] = []
    try:
        return events, _collect(loader, events)
    except (yaml.YAMLError, ValueError, OverflowError) as problem:
        # The loader written in Python lets chr() complain about „\\UFFFFFFFF“.
        return events, Failure(_offset(problem))
    finally:
        loader.dispose()


def find_failure(text: str) -> Failure | None:
    """Where the parser gives up on the text, if it does."""
    return read_events(text)[1]


def _collect(loader: yaml.SafeLoader, events: list[Event]) -> Failure | None:
    depth = documents = 0
    next_event: Callable[[], Event] = loader.get_event
    while True:
        event = next_event()
        if type(event) is ScalarEvent:
            # Nearly all events are such.
            events.append(event)
            continue
        if isinstance(event, CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return Failure(start_of(event), too_deep=True)
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        elif isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                return Failure(start_of(event))
        elif isinstance(event, StreamEndEvent):
            return None
        events.append(event)


def _offset(problem: Exception) -> int:
    for name in ("problem_mark", "context_mark"):
        if (mark := getattr(problem, name, None)) is not None:
            return int(mark.index)
    return int(getattr(problem, "position", None) or 0)
