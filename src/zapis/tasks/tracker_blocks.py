"""Parts of the tracker as they stand in the file: lines, entries, sections."""

from typing import NamedTuple

from msgspec import Struct

from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.tracker import Statement


class Line(NamedTuple):
    """A line of an entry below its head, without its end, and the statement it makes, if any."""

    text: str
    statement: Statement | None = None


class Block(Struct, frozen=True):
    """An entry as it stands: `head` is its first line, `content` what follows the id there.

    `behind` are the lines from its end to the next entry or section, blank ones for the most
    part; `number` is that of the head line, counted from 1. Texts have no line ends, `content`
    has single spaces.
    """

    id: TaskId
    status: TaskStatus
    content: str
    head: str
    lines: tuple[Line, ...]
    behind: tuple[str, ...]
    section: str
    number: int

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements standing in the entry, in the order of their lines."""
        return tuple(line.statement for line in self.lines if line.statement)


class Section(Struct, frozen=True):
    """A heading and the lines between it and its first entry; the heading is the first line."""

    title: str
    lines: tuple[str, ...]


def strip_return(line: str) -> str:
    """The line without the carriage return of a Windows line end."""
    return line.rstrip("\r")
