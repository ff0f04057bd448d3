"""The memory of head lines as a file: a JSON object with a line for each task, in order.

**Why** in order: the lines of some meetings are found and replaced without reading the others.
"""

import json
from collections.abc import Collection, Mapping

from zapis.tasks.places import Change, Span, apply_changes, heads_of

_OPENING, _LINE_END, _CLOSING = b"{\n", b",\n", b"\n}"


def print_heads(heads: Mapping[str, str]) -> bytes:
    """The file for the head lines by id."""
    return _OPENING + _print_lines(heads).removesuffix(_LINE_END) + _CLOSING


def read_some_heads(data: bytes, meetings: Collection[str]) -> dict[str, str]:
    """The head lines of some meetings; `data` is what `print_heads` made."""
    lines, whole = _lines(data)
    found = (heads_of(lines, whole, meeting) for meeting in meetings)
    some = b"".join(lines[start:end] for start, end in found)
    read: dict[str, str] = json.loads(b"{" + some.removesuffix(_LINE_END) + b"}")
    return read


def replace_some_heads(data: bytes, meetings: Collection[str], heads: Mapping[str, str]) -> bytes:
    """The file with all head lines of some meetings made anew."""
    lines, whole = _lines(data)
    by_meeting: dict[str, dict[str, str]] = {meeting: {} for meeting in meetings}
    for task, head in heads.items():
        by_meeting[_meeting(task)][task] = head
    changes = (
        Change(heads_of(lines, whole, meeting), _print_lines(by_meeting[meeting]))
        for meeting in sorted(meetings)
    )
    lines = apply_changes(lines, changes)
    return _OPENING + lines.removesuffix(_LINE_END) + _CLOSING


def _lines(data: bytes) -> tuple[bytes, Span]:
    lines = data.removeprefix(_OPENING).removesuffix(_CLOSING)
    lines += _LINE_END if lines else b""
    return lines, Span(0, len(lines))


def _print_lines(heads: Mapping[str, str]) -> bytes:
    if not heads:
        return b""
    in_order = dict(sorted(heads.items(), key=lambda item: _meeting(item[0])))
    lines = json.dumps(in_order, ensure_ascii=False, separators=(",\n", ": "))
    return lines[1:-1].encode() + _LINE_END


def _meeting(task: str) -> str:
    return task.rpartition("/")[0]
