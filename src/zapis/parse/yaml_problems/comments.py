"""Text behind `#`, which YAML drops without a word."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from yaml.events import Event, ScalarEvent

from zapis import codes
from zapis.parse.yaml_events import end_of, start_of
from zapis.parse.yaml_problems.values import forbidden_start
from zapis.parse.yaml_problems.wording import Problem, clip, line_with, quote

_HASH = re.compile(r"[ \t]#")
_OPENING = "„‚"
_CLOSING = "“”‘’"
_MOVE = "poznámku přesuňte na samostatný řádek, nebo ji smažte"


def find_lost_comments(text: str, masked: str, events: Sequence[Event]) -> list[Problem]:
    """What is said of each comment that stands behind something else on its line.

    A comment on a line of its own is deliberate. `masked` is what the parser read.
    """
    if _HASH.search(masked) is None:
        return []
    scalars = [event for event in events if isinstance(event, ScalarEvent)]
    starts = [start_of(event) for event in scalars]
    problems: list[Problem] = []
    at = 0
    while (found := _HASH.search(masked, at)) is not None:
        hash_at = found.end() - 1
        index = bisect_right(starts, hash_at) - 1
        before = scalars[index] if index >= 0 else None
        if before is not None and before.style and hash_at < end_of(before):
            at = max(found.end(), end_of(before) - 1)
            continue
        at = _line_end(masked, hash_at)
        if (problem := _judge(text, masked, hash_at, at, before)) is not None:
            problems.append(problem)
    return problems


def lost_comment(text: str, start: int, at: int, end: int) -> Problem:
    """The warning on text[at:end] behind the value that begins at `start` (Z120)."""
    lost = text[at:end].rstrip()
    value = text[start:end].rstrip()
    cure = line_with(text, start, start + len(value), quote(value))
    message = f"text „{clip(lost)}“ za hodnotou se nepřečte"
    return Problem(codes.YAML_LOST_COMMENT, message, at, at + len(lost), cure)


def _judge(text: str, masked: str, at: int, end: int, before: ScalarEvent | None) -> Problem | None:
    line = masked.rfind("\n", 0, at) + 1
    if not masked[line:at].strip():
        return None
    lost = text[at:end].rstrip()
    start = start_of(before) if before is not None else -1
    if before is not None and start >= line:
        behind = masked[end_of(before) : at].strip()
        if start == end_of(before) and not behind:
            return forbidden_start(text, at, end)
        if not before.style and not behind:
            return _behind_text(text, start, at, end)
    message = f"text „{clip(lost)}“ se nepřečte"
    return Problem(codes.YAML_LOST_COMMENT, message, at, at + len(lost), _MOVE)


def _behind_text(text: str, start: int, at: int, end: int) -> Problem:
    value = text[start:at]
    opened = sum(value.count(mark) for mark in _OPENING)
    closed = sum(value.count(mark) for mark in _CLOSING)
    if value[0] not in _OPENING or opened <= closed:
        return lost_comment(text, start, at, end)
    whole = text[start:end].rstrip()
    message = f"české uvozovky nechrání „#“ v „{clip(whole)}“"
    cure = line_with(text, start, start + len(whole), quote(whole))
    return Problem(codes.YAML_CZECH_QUOTES, message, at, at + 1, cure)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
