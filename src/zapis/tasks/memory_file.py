"""The memory of head lines as a file: a JSON object with a line for each task, in order.

**Why** in order: the lines of some meetings are found and replaced without reading the others.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping

from zapis.model.tasks import TaskId
from zapis.tasks.places import Change, Span, apply_changes, heads_of

_ID = re.compile(rb'^"([^"\\\n]*)/([0-9]+)":', re.MULTILINE)
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_OPENING, _LINE_END, _CLOSING = b"{\n", b",\n", b"\n}"


def print_heads(heads: Mapping[str, str]) -> bytes:
    """The file for the head lines by id."""
    return b"".join((_OPENING, _LINE_END.join(_lines_of(heads)), _CLOSING))


def read_some_heads(data: bytes, meetings: Collection[str]) -> dict[str, str]:
    """The head lines of some meetings; `data` is what `print_heads` made."""
    lines, whole = _lines(data)
    found = (heads_of(lines, whole, meeting) for meeting in meetings)
    some = b"".join(lines[start:end] for start, end in found)
    read: dict[str, str] = json.loads(b"{" + some.removesuffix(_LINE_END) + b"}")
    return read


def read_ids(data: bytes) -> tuple[TaskId, ...] | None:
    """The tasks in the file; None where an id is not written as it is, or the file is damaged."""
    lines, _ = _lines(data)
    found = _ID.findall(lines)
    if len(found) != lines.count(b"\n"):
        return None
    try:
        return tuple(TaskId(meeting.decode(), int(number)) for meeting, number in found)
    except ValueError:
        return None


def replace_some_heads(data: bytes, meetings: Collection[str], heads: Mapping[str, str]) -> bytes:
    """The file with all head lines of some meetings made anew."""
    lines, whole = _lines(data)
    by_meeting: dict[str, dict[str, str]] = {meeting: {} for meeting in meetings}
    for task, head in heads.items():
        by_meeting[_meeting(task)][task] = head
    changes = (
        Change(heads_of(lines, whole, meeting), _print(by_meeting[meeting]))
        for meeting in sorted(meetings)
    )
    lines = apply_changes(lines, changes)
    return _OPENING + lines.removesuffix(_LINE_END) + _CLOSING


def _lines(data: bytes) -> tuple[bytes, Span]:
    lines = data.removeprefix(_OPENING).removesuffix(_CLOSING)
    lines += _LINE_END if lines else b""
    return lines, Span(0, len(lines))


def _print(heads: Mapping[str, str]) -> bytes:
    return b"".join(line + _LINE_END for line in _lines_of(heads))


def _lines_of(heads: Mapping[str, str]) -> Iterator[bytes]:
    """The lines without their ends; one by one, for all together are many megabytes."""
    for task, head in sorted(heads.items(), key=lambda item: _meeting(item[0])):
        yield f"{_ENCODE(task)}: {_ENCODE(head)}".encode()


def _meeting(task: str) -> str:
    return task.rpartition("/")[0]
