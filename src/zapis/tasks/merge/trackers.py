"""Merge two versions of the tracker: a pure function from three texts to one."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from zapis.diagnostics import Outcome, has_errors
from zapis.model.tasks import TaskId
from zapis.source import SourceFile
from zapis.tasks.merge.base import read_base
from zapis.tasks.merge.choice import choose
from zapis.tasks.merge.entry import MergedEntry, lines_of, merge_entry
from zapis.tasks.merge.lines import Lines, merge_paragraphs, without_end
from zapis.tasks.merge.markers import SIZE, mark_conflict, split_forms
from zapis.tasks.merge.pairing import Versions, pair_entries
from zapis.tasks.tracker import WITHOUT_SERIES
from zapis.tasks.tracker_file import Block, Section, TrackerFile, read_tracker
from zapis.tasks.tracker_layout import Placed, compose, entry_order, section_order

BASE, OURS, THEIRS, RESULT = "základ", "naše podoba", "jejich podoba", "výsledek"
"""What the texts are called in a problem."""


class Merged(NamedTuple):
    """The merged text, and the tasks in it that stand between conflict markers."""

    text: str
    conflicts: tuple[TaskId, ...] = ()


class NotUnderstood(NamedTuple):
    """Why there is no merging by task: which text, which line of it, and a Czech clause."""

    text: str
    line: int
    message: str


def merge_trackers(
    base: str, ours: str, theirs: str, today: dt.date, size: int = SIZE
) -> Merged | NotUnderstood:
    """Both versions in one text, in which nothing is lost that a person has written.

    `base` is the version that both come from, empty for none. A statement is kept unless one side
    took it away and the other left it as it was. Facts of both sides about the same property of
    a task on the same day, with different words, are a conflict. `today` dates changes made in head
    lines, `size` is the length of conflict markers. The text does not depend on which side is
    which, except within the markers.
    """
    if (simple := _only_change(base, ours, theirs)) is not None:
        return Merged(simple)
    plain = [_with_line_feeds(text) for text in (base, ours, theirs)]
    merged = _merge_plain(plain, today, size)
    newline = choose(_newline(base), _newline(ours), _newline(theirs), max)
    if newline == "\n" or isinstance(merged, NotUnderstood):
        return merged
    return merged._replace(text=merged.text.replace("\n", newline))


def _only_change(base: str, ours: str, theirs: str) -> str | None:
    """The version of the side that has changed anything, None if both have."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else None


def _merge_plain(texts: Sequence[str], today: dt.date, size: int) -> Merged | NotUnderstood:
    base, ours, theirs = texts
    if (simple := _only_change(base, ours, theirs)) is not None:
        return Merged(simple)
    read = (read_base(BASE, base), read_tracker(OURS, ours), read_tracker(THEIRS, theirs))
    for outcome in read:
        if failure := _find_failure(outcome):
            return failure
    first, *sides = (outcome.value for outcome in read)
    return _checked(_Merge(first, sides[0], sides[1], today, size).run())


def _newline(text: str) -> str:
    """What most lines end with."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n") if "\r" in text else text


def _find_failure(outcome: Outcome[TrackerFile]) -> NotUnderstood | None:
    source = outcome.value.source
    for item in outcome.diagnostics:
        if has_errors((item,)):
            line = source.position(item.span.start).line if item.span else 1
            return NotUnderstood(source.path, line, item.message)
    return None


def _checked(merged: Merged) -> Merged | NotUnderstood:
    """The result if it can be read again, as it must."""
    forms = split_forms(merged.text) if merged.conflicts else None
    for form in forms or (merged.text,):
        outcome = read_tracker(RESULT, form)
        if failure := _find_failure(outcome):
            return failure
    return merged


class _Merge(NamedTuple):
    base: TrackerFile
    ours: TrackerFile
    theirs: TrackerFile
    today: dt.date
    size: int

    def run(self) -> Merged:
        placed: list[Placed] = []
        orphans: list[Lines] = []
        conflicts: list[TaskId] = []
        for versions in pair_entries(self.base.blocks, self.ours.blocks, self.theirs.blocks):
            entry = _merge_versions(versions, self.today)
            behind = merge_paragraphs(*(block.behind if block else () for block in versions))
            if entry is None:
                orphans.append(behind)
                continue
            lines = entry.ours
            if entry.ours != entry.theirs:
                conflicts.append(entry.id)
                lines = mark_conflict(entry.ours, entry.theirs, self.size)
            placed.append(Placed(entry.id, _merge_section(versions), lines, behind))
        text = self._compose(tuple(_in_order(placed)), orphans)
        return Merged(text, tuple(sorted(conflicts, key=entry_order)))

    def _compose(self, placed: Sequence[Placed], orphans: Sequence[Lines]) -> str:
        """The text; `orphans` are paragraphs that stood behind entries which are no more."""
        files = (self.base, self.ours, self.theirs)
        prelude = merge_paragraphs(*(file.prelude for file in files))
        sections = tuple(_merge_sections(*map(_sections, files)))
        known = {"", *prelude, *(line for entry in placed for line in entry.behind)}
        known |= {line for section in sections for line in section.lines}
        lost = [line for own in orphans if not known.issuperset(own) for line in own]
        if not placed:
            kept = (line for section in sections for line in section.lines)
            return "\n".join((*without_end((*prelude, *kept, *lost)), ""))
        frame = TrackerFile(SourceFile("", ""), "\n", prelude, sections)
        return compose(frame, placed, lost)


def _merge_versions(versions: Versions, today: dt.date) -> MergedEntry | None:
    """The merged entry, None for one that a side has deleted and the other has left."""
    base, ours, theirs = versions
    if ours and theirs:
        if base and _is_same(base, ours):
            return _as_it_stands(theirs)
        if base and _is_same(base, theirs):
            return _as_it_stands(ours)
        return merge_entry(base, ours, theirs, today)
    left = ours or theirs
    if left is None or (base and _is_same(base, left)):
        return None
    return _as_it_stands(left)


def _is_same(first: Block, second: Block) -> bool:
    return (first.head, first.lines) == (second.head, second.lines)


def _as_it_stands(block: Block) -> MergedEntry:
    lines = lines_of(block)
    return MergedEntry(block.id, lines, lines)


def _merge_section(versions: Versions) -> str:
    ours, theirs = (block.section if block else None for block in versions[1:])
    before = versions.base.section if versions.base else None
    if ours is None or theirs is None:
        return ours or theirs or WITHOUT_SERIES
    return choose(before, ours, theirs, _first_section) or WITHOUT_SERIES


def _first_section(ours: str | None, theirs: str | None) -> str | None:
    return min((title for title in (ours, theirs) if title), key=section_order, default=None)


def _sections(file: TrackerFile) -> dict[str, Lines]:
    """The lines of each section by its title; what stands below a repeated heading is together."""
    found: dict[str, Lines] = {}
    for section in file.sections:
        before = found.get(section.title)
        found[section.title] = (*before, *section.lines[1:]) if before else section.lines
    return found


def _merge_sections(
    base: Mapping[str, Lines], ours: Mapping[str, Lines], theirs: Mapping[str, Lines]
) -> Iterator[Section]:
    for title in sorted({*ours, *theirs}, key=section_order):
        heads = [side[title][0] for side in (ours, theirs) if title in side]
        below = merge_paragraphs(*(side.get(title, ())[1:] for side in (base, ours, theirs)))
        yield Section(title, (min(heads), *below))


def _in_order(placed: Sequence[Placed]) -> Iterator[Placed]:
    """The entries by section and number, with somebody's own headings behind the last of each.

    **Why:** a heading with entries below it is a section, so an entry that comes to stand below
    somebody's own heading would change its section.
    """
    by_section: dict[str, list[Placed]] = {}
    for entry in placed:
        by_section.setdefault(entry.section, []).append(entry)
    for own in by_section.values():
        *entries, last = sorted(own, key=_place)
        tails: Lines = ()
        for entry in entries:
            at = _first_heading(entry.behind)
            yield replace(entry, behind=entry.behind[:at])
            tails += entry.behind[at:]
        yield replace(last, behind=(*last.behind, *tails))


def _place(entry: Placed) -> Any:  # noqa: ANN401 - only compared
    """Where an entry stands; of two with one number it must not matter which side has which."""
    return entry_order(entry.id), sorted(entry.lines)


def _first_heading(lines: Lines) -> int:
    found = (index for index, line in enumerate(lines) if line.startswith("## "))
    return next(found, len(lines))
