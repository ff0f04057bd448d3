"""Shapes of lines in the tracker: heads of entries, what was meant as one, other boxes."""

import re
from typing import NamedTuple

from zapis.czech.shortening import first_words
from zapis.model.tasks import TaskId, TaskStatus

_ID = r"#([A-Za-z0-9._-]+)/([0-9]{1,9})"
_GAP = "[ \t\u00a0]"
_HEAD = re.compile(rf"- \[(.?)\] {_ID}(?: (.*))?")
# As hands tick: `[x ]`, `[ x]`, `[]`, no-break spaces, none or too many spaces around.
_HAND_HEAD = re.compile(
    rf"-{_GAP}{{1,4}}\[{_GAP}{{0,3}}(\S?){_GAP}{{0,3}}\]{_GAP}{{0,4}}{_ID}(?:{_GAP}(.*))?"
)
_BULLET = r"(?:(?:[-*+•–—]|[0-9]{1,9}[.)])[ \t\u00a0]{0,4})?"
_BOX = r"(?:\[[ \t\u00a0]{0,3}\S?[ \t\u00a0]{0,3}\]|[☐☑☒])"
_LIKE_HEAD = re.compile(rf"{_BULLET}{_BOX}{_GAP}{{0,4}}#[^\s#]")
_LOST_HEAD = re.compile(rf"{_BULLET}{_BOX}?{_GAP}{{0,4}}{_ID}(?![\w/])")
_OPEN_BOX = re.compile(rf"{_BULLET}(?:\[[ \t\u00a0/]{{0,3}}\]|☐)(?!\(){_GAP}{{0,4}}(?=[^\s#])")
_STATUS_OF_BOX = {status.box.strip(): status for status in TaskStatus} | {"X": TaskStatus.DONE}


class HeadLine(NamedTuple):
    """The first line of an entry: `content` is what follows the number, on single spaces.

    The status is None where the box holds something that no state has.
    """

    id: TaskId
    status: TaskStatus | None
    content: str


def read_head_line(line: str) -> HeadLine | None:
    """The head that a line is; None for any other line."""
    found = _HEAD.fullmatch(line) or _HAND_HEAD.fullmatch(line)
    if found is None:
        return None
    task = TaskId(found[2], int(found[3]))
    status = _STATUS_OF_BOX.get(found[1].strip())
    return HeadLine(task, status, " ".join((found[4] or "").split()))


def is_head(line: str) -> bool:
    """Whether a line opens an entry."""
    return line.startswith("-") and bool(_HEAD.match(line) or _HAND_HEAD.match(line))


def looks_like_head(line: str) -> bool:
    """Whether a line that is no head was probably meant as one."""
    return bool(_LIKE_HEAD.match(line.lstrip()))


def opens_with_number(line: str) -> bool:
    """Whether a line begins with the number of a task, as a head without its box does."""
    return bool(_LOST_HEAD.match(line))


def task_without_number(line: str) -> str:
    """The words of an open task that somebody has typed here; empty for any other line."""
    found = _OPEN_BOX.match(line)
    return first_words(line[found.end() :].strip()) if found else ""
