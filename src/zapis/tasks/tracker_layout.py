"""Put entries back into the text of the tracker: what did not change keeps every byte."""

from collections.abc import Collection, Iterable, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from msgspec import Struct

from zapis.czech.collation import sort_key
from zapis.model.tasks import TaskId
from zapis.tasks.tracker import GONE_SECTION, WITHOUT_SERIES
from zapis.tasks.tracker_file import TITLE, Section, TrackerFile, strip_return

_AT_ONCE = 1000


class Placed(Struct, frozen=True, gc=False):
    """An entry to be written: its lines, the lines behind it and the section it belongs to.

    `order` is its rank in the file as read, None for a new entry.
    """

    id: TaskId
    section: str
    lines: tuple[str, ...]
    behind: tuple[str, ...] = ()
    order: int | None = None


class _Chunk(NamedTuple):
    lines: tuple[str, ...]
    behind: tuple[str, ...]
    was_last: bool


def compose_lines(
    old: TrackerFile,
    placed: Sequence[Placed],
    orphans: Sequence[str] = (),
    foreign: Collection[str] = (),
) -> list[str]:
    """The lines of the tracker with these entries, in the order of sections, ids and numbers.

    `orphans` are foreign lines that stood behind entries which are no more; they go to the end.
    A heading without entries and words goes, unless it is one of the `foreign` ones.
    """
    if not placed and not old.blocks:
        return old.text.split("\n")
    blank = "\r" if old.newline == "\r\n" else ""
    is_empty = not old.text.strip() and not _has_words(old.prelude)
    chunks = [_Chunk((), (f"{TITLE}{blank}",) if is_empty else old.prelude, False)]
    headings = _headings(old.sections)
    by_section: dict[str, list[Placed]] = {}
    for entry in placed:
        by_section.setdefault(entry.section, []).append(entry)
    kept = (
        title
        for title, section in headings.items()
        if title in foreign or _has_words(section.lines[1:])
    )
    for title in sorted({*by_section, *kept}, key=section_order):
        heading = headings.get(title, Section(title, (f"## {title}{blank}",)))
        chunks.append(_Chunk((), heading.lines, False))
        last = len(old.blocks) - 1
        chunks += (
            _Chunk(entry.lines, entry.behind, entry.order == last)
            for entry in sorted(by_section.get(title, ()), key=lambda entry: entry_order(entry.id))
        )
    if orphans:
        chunks.append(_Chunk((), tuple(orphans), False))
    return _with_ends(_join(chunks, blank), old)


def compose(old: TrackerFile, placed: Sequence[Placed], orphans: Sequence[str] = ()) -> str:
    """The same as text."""
    return "\n".join(compose_lines(old, placed, orphans))


def encode(lines: Sequence[str]) -> bytes:
    """The file with these lines, in pieces: as one text it would take twice as much memory."""
    data = BytesIO()
    for start in range(0, len(lines), _AT_ONCE):
        data.write(b"\n" if start else b"")
        data.write("\n".join(lines[start : start + _AT_ONCE]).encode())
    return data.getvalue()


def foreign_headings(
    old: TrackerFile, placed: Iterable[Placed], known: Collection[str]
) -> frozenset[str]:
    """The titles of headings that somebody has put above entries; `known` are those of series.

    **Why** not every unknown title: that of a series which is called otherwise now was made by
    zapis. Then the new one does not stand in the file yet. zapis makes none without entries.
    """
    titles = {section.title for section in old.sections}
    unknown = titles - {*known, GONE_SECTION, WITHOUT_SERIES}
    if not unknown:
        return frozenset()
    empty = unknown - {block.section for block in old.blocks}
    lines = (*old.prelude, *(line for block in old.blocks for line in block.behind))
    standing = titles | {line[3:].strip() for line in lines if line.startswith("## ")}
    moves = (
        (old.blocks[item.order].section, item.section) for item in placed if item.order is not None
    )
    return frozenset(
        {*empty, *(before for before, now in moves if before in unknown and now in standing)}
    )


def _headings(sections: Iterable[Section]) -> dict[str, Section]:
    """Each title once; what stood under a repeated heading goes below the first."""
    headings: dict[str, Section] = {}
    for section in sections:
        first = headings.get(section.title)
        own = section.lines if first is None else (*first.lines, *section.lines[1:])
        headings[section.title] = Section(section.title, own)
    return headings


def section_order(title: str) -> tuple[bool, tuple[Any, ...]]:
    """Where a section stands: in Czech order, what is no longer in minutes last."""
    return title == GONE_SECTION, sort_key(title)


def entry_order(task: TaskId) -> tuple[str, int]:
    """Where an entry stands in its section."""
    return task.meeting, task.number


def _join(chunks: Sequence[_Chunk], blank: str) -> list[str]:
    """The lines of the chunks with a blank line after each and one line end after the last."""
    lines: list[str] = []
    for index, chunk in enumerate(chunks):
        lines += chunk.lines
        is_last = index == len(chunks) - 1
        if is_last == chunk.was_last:
            lines += (
                chunk.behind if is_last or _ends_blank(chunk.behind) else (*chunk.behind, blank)
            )
        elif is_last:
            lines += (*_without_blanks(chunk.behind), "")
        else:
            lines += (*_without_blanks(chunk.behind), blank)
    return lines


def _with_ends(lines: list[str], old: TrackerFile) -> list[str]:
    """The lines with the ends of Windows, where the last one of the file had none."""
    if old.newline != "\r\n" or old.text.endswith("\n"):
        return lines
    last = old.text.rpartition("\n")[2]
    ended = (f"{line}\r" if line == last else line for line in lines[:-1])
    return [*ended, strip_return(lines[-1])]


def _ends_blank(lines: Sequence[str]) -> bool:
    return bool(lines) and not lines[-1].strip()


def _has_words(lines: Sequence[str]) -> bool:
    return any(line.strip() for line in lines)


def _without_blanks(lines: Sequence[str]) -> tuple[str, ...]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return tuple(lines[:end])
