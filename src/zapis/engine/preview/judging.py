"""What can only be said of sources together: copies, clashes, numbers of tasks."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from zapis.diagnostics import Diagnostics, FileReport, has_errors, in_order
from zapis.engine.outputs.clashes import find_clashes
from zapis.engine.preview.recalling import recall_tracker
from zapis.engine.preview.sources import Kept
from zapis.engine.reading import ReadFile
from zapis.engine.tracker.duplicates import find_duplicates
from zapis.engine.tracker.store import StoredTracker
from zapis.source import SourceFile
from zapis.tasks.meetings import TrackerSlice
from zapis.tasks.tracker_file import Block, TrackerFile
from zapis.tasks.update import update_tracker
from zapis.workspace import TRACKER, Workspace


class Judgement(Struct, frozen=True):
    """What sources say and take when they are seen together, by their paths.

    `said` is what is added to what each says alone. `report` is about the tracker; if it failed,
    numbers cannot be relied on.
    """

    said: Mapping[str, Diagnostics]
    slices: Mapping[str, TrackerSlice]
    report: FileReport

    @property
    def failed(self) -> bool:
        """Whether no document with tasks may be made."""
        return self.report.failed


def judge(
    kept: Sequence[Kept], stored: StoredTracker, today: dt.date, unread: Collection[str] = ()
) -> Judgement:
    """All sources as a build would see them; nothing is written.

    `unread` are paths of sources about which nothing is known yet: their tasks stay as they are
    in the tracker, and nobody is blamed for naming a task that may be theirs.
    """
    files = _seen_together(kept)
    meetings = [tasks for item in kept if (tasks := item.tasks) is not None]
    stay = {*unread, *(file.path for file in files if file.failed)}
    outcome = update_tracker(stored.file, meetings, stay, today, stored.heads)
    blamed = {} if has_errors(stored.problems) or unread else outcome.value.diagnostics
    slices = outcome.value.slices
    own = {item.path: slices[item.id] for item in meetings if item.id in slices}
    report = FileReport(stored.file.source, in_order((*stored.problems, *outcome.diagnostics)))
    return Judgement(_said(kept, files, blamed), own, report)


def judge_quickly(workspace: Workspace, kept: Sequence[Kept], today: dt.date) -> Judgement | None:
    """All sources as a build would see them, as `judge`; None where that takes longer."""
    files = _seen_together(kept)
    found = recall_tracker(workspace, kept, files, today)
    if found is None:
        return None
    return Judgement(_said(kept, files, found.said), found.slices, found.report)


def judge_alone(
    item: Kept, stored: StoredTracker, today: dt.date, unread: Collection[str]
) -> Judgement:
    """What the tracker says of a source, seen by itself before all the others have been read.

    Only entries of its series and of tasks that it names are looked at: the page is to be there
    at once, and the judgement of all will come.
    """
    tasks = item.tasks
    if tasks is None:
        return judge((item,), stored, today, unread)
    ids = {tasks.id, *(review.target.rpartition("/")[0] for review in tasks.reviews)}
    file = _narrowed(
        stored.file, lambda block: block.section == tasks.section or block.id.meeting in ids
    )
    return judge((item,), replace(stored, file=file), today, unread)


NOTHING = Judgement(
    MappingProxyType({}), MappingProxyType({}), FileReport(SourceFile(TRACKER, ""), ())
)
"""The judgement of what belongs to no workspace, and of nothing."""


def judge_again(
    before: Judgement, old: Mapping[str, Kept | None], new: Mapping[str, Kept]
) -> Judgement | None:
    """The judgement after sources were read again; None where all have to be judged.

    `old` are those sources as they were. **Why:** mostly a person edits words that no other
    document depends on, and then nothing needs to be compared.
    """
    for path, item in new.items():
        known = old.get(path)
        if known is None or before.said.get(path) or known.facts != item.facts:
            return None
    return before


def foresee(
    before: Judgement, old: Kept, new: Kept, stored: StoredTracker, today: dt.date
) -> Judgement | None:
    """What a judgement of all will most likely say of a source that has just been edited.

    None where that takes a look at others: something is wrong between them, or the source reviews
    other tasks than before. **Why:** the page need not wait for all sources to be judged.
    """
    path = new.file.path
    known, was, tasks = before.slices.get(path), old.tasks, new.tasks
    if known is None or was is None or tasks is None or path in before.said:
        return None
    if [item.target for item in was.reviews] != [item.target for item in tasks.reviews]:
        return None
    ids = {known.meeting_id, tasks.id}
    file = _narrowed(stored.file, lambda block: block.id.meeting in ids)
    meeting = replace(tasks, reviews=())
    own = update_tracker(file, (meeting,), (), today, stored.heads).value.slices.get(meeting.id)
    if own is None:
        return None
    slices = {path: replace(own, reviews=known.reviews)}
    return Judgement(MappingProxyType({}), slices, before.report)


def judged(item: Kept, judgement: Judgement) -> ReadFile:
    """A source, without its text, with everything that is to be said of it."""
    return item.file.with_diagnostics(judgement.said.get(item.file.path, ()))


def _seen_together(kept: Sequence[Kept]) -> Sequence[ReadFile]:
    """The sources with what is wrong with some of them because of others."""
    return find_clashes(find_duplicates([item.file for item in kept]))


def _said(
    kept: Sequence[Kept], files: Sequence[ReadFile], blamed: Mapping[str, Diagnostics]
) -> Mapping[str, Diagnostics]:
    """What is added to what each source says alone: by the others, and by the tracker."""
    said = {
        file.path: (*file.diagnostics[len(item.file.diagnostics) :], *blamed.get(file.path, ()))
        for file, item in zip(files, kept, strict=True)
    }
    return {path: words for path, words in said.items() if words}


def _narrowed(file: TrackerFile, wanted: Callable[[Block], bool]) -> TrackerFile:
    """The tracker with some of its entries only."""
    blocks, archived = filter(wanted, file.blocks), filter(wanted, file.archived)
    return replace(file, blocks=tuple(blocks), archived=tuple(archived))
