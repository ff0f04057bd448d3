"""Some entries cut out of the tracker as if there were no others, and put back into their places.

It is left to an update of the whole to do what concerns more than these entries: words below
headings, headings of somebody's own, blank lines at the end.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from zapis.diagnostics import Diagnostic
from zapis.source import SourceFile
from zapis.tasks.places import (
    Change,
    Place,
    Span,
    apply_changes,
    entries_of,
    find_sections,
    first_entry,
)
from zapis.tasks.tracker_file import TrackerFile, read_tracker
from zapis.tasks.tracker_layout import Placed, entry_order, section_order

_UTF8_MARK = b"\xef\xbb\xbf"


class Placement(NamedTuple):
    """Where entries of a meeting stand: in which section."""

    section: str
    meeting: str


class Written(Struct, frozen=True):
    """The tracker as zapis has written it, with its sections.

    `data` has a line end more than the file, as if another entry followed the last one.
    """

    path: str
    data: bytes
    sections: Mapping[str, Place]

    def source(self) -> SourceFile:
        """The whole as text, to which diagnostics point."""
        return SourceFile(self.path, self.data[:-1].removeprefix(_UTF8_MARK).decode())


class _Piece(NamedTuple):
    """The number of the first line of entries in an excerpt, and their place in the whole."""

    number: int
    span: Span


class Excerpt(Struct, frozen=True):
    """Some entries under the headings of their sections."""

    file: TrackerFile
    pieces: tuple[_Piece, ...]

    def line_in(self, written: Written, line: int) -> int:
        """The number in the whole of a line of the excerpt."""
        piece = max(own for own in self.pieces if own.number <= line)
        return written.data.count(b"\n", 0, piece.span.start) + 1 + line - piece.number


def open_written(path: str, tracker: bytes) -> Written | None:
    """The tracker; None where it is in another form than zapis gives it by itself."""
    data = tracker + b"\n"
    sections = find_sections(data)
    if sections is None or not _is_plain(data):
        return None
    if any(first_entry(data, section.lines) is None for section in sections.values()):
        return None
    return Written(path, data, sections)


def cut_out(written: Written, placements: Iterable[Placement]) -> Excerpt | None:
    """The entries at some placements; None where there are none, or something is to be said."""
    by_section: dict[str, list[Span]] = {section: [] for section in written.sections}
    for section, meeting in placements:
        if section not in by_section:
            return None
        lines = written.sections[section].lines
        by_section[section].append(entries_of(written.data, lines, meeting))
    texts: list[str] = []
    pieces: list[_Piece] = []
    for section, spans in by_section.items():
        texts += (f"## {section}", "") if spans else ()
        for span in sorted(spans):
            pieces.append(_Piece(len(texts) + 1, span))
            texts += written.data[span.start : span.end - 1].decode().split("\n")
    read = read_tracker(written.path, "\n".join(texts))
    if read.diagnostics or not all(span.start < span.end for _, span in pieces):
        return None
    return Excerpt(read.value, tuple(pieces))


def put_back(
    written: Written,
    placements: Collection[Placement],
    entries: Iterable[Placed],
    known: Collection[str],
) -> bytes | None:
    """The whole with entries in place of those that stand at some placements.

    `known` are titles that somebody's own heading cannot have. None where more would change.
    """
    by_section: dict[str, dict[str, list[Placed]]] = {}
    for section, meeting in placements:
        by_section.setdefault(section, {})[meeting] = []
    for entry in entries:
        by_section.setdefault(entry.section, {}).setdefault(entry.id.meeting, []).append(entry)
    changes: list[Change] = []
    for section in sorted(by_section, key=section_order):
        place = written.sections.get(section)
        if place is None:
            changes.append(_new_section(written, section, by_section[section]))
            continue
        changes += (
            Change(entries_of(written.data, place.lines, meeting), _print(own))
            for meeting, own in sorted(by_section[section].items())
        )
    return _apply(written, changes, known)


def lift(item: Diagnostic, written: Written, excerpt: Excerpt, source: SourceFile) -> Diagnostic:
    """What is said of an excerpt, said of the whole; `source` is the text of the latter."""
    if item.span is None:
        return item
    line = excerpt.file.source.position(item.span.start).line
    return replace(item, span=source.line_span(excerpt.line_in(written, line)))


def _new_section(written: Written, title: str, entries: Mapping[str, Sequence[Placed]]) -> Change:
    """A section that the file does not have yet, in front of the first that comes behind it."""
    order = section_order(title)
    behind = (own.heading for name, own in written.sections.items() if section_order(name) > order)
    at = next(behind, len(written.data))
    text = b"".join(_print(own) for _, own in sorted(entries.items()))
    return Change(Span(at, at), f"## {title}\n\n".encode() + text)


def _apply(written: Written, changes: list[Change], known: Collection[str]) -> bytes | None:
    data = apply_changes(written.data, changes)
    if any(not change.text for change in changes):
        shorter = _without_empty_sections(data, known)
        if shorter is None:
            return None
        data = shorter
    return data[:-1] if _is_plain(data) else None


def _without_empty_sections(data: bytes, known: Collection[str]) -> bytes | None:
    """The text without headings of zapis that have lost their last entry; None in doubt."""
    sections = find_sections(data)
    if sections is None:
        return None
    empty = {title: own for title, own in sections.items() if first_entry(data, own.lines) is None}
    has_words = any(data[own.lines.start : own.lines.end].strip() for own in empty.values())
    if has_words or not empty.keys() <= set(known) or len(empty) == len(sections):
        return None
    headings = (Span(own.heading, own.lines.end) for own in empty.values())
    return apply_changes(data, (Change(span, b"") for span in headings))


def _is_plain(data: bytes) -> bool:
    """Whether the text has Unix line ends and one blank line behind its last line."""
    end = len(data) - len(b"\n\n")
    last = data[data.rfind(b"\n", 0, max(end, 0)) + 1 : end]
    return data.endswith(b"\n\n") and bool(last.strip()) and b"\r" not in data


def _print(entries: Iterable[Placed]) -> bytes:
    """The lines of entries that others follow."""
    lines: list[str] = []
    for entry in sorted(entries, key=lambda entry: entry_order(entry.id)):
        ends_blank = entry.behind and not entry.behind[-1].strip()
        lines += (*entry.lines, *entry.behind, *(() if ends_blank else ("",)))
    return "".join(f"{line}\n" for line in lines).encode()
