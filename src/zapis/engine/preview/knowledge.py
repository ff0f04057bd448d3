"""Everything that is known of a workspace: settings, templates, tracker, sources, judgement."""

import datetime as dt
from collections.abc import Callable, Collection

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.diagnostics import FileReport
from zapis.engine.assets import AssetReader
from zapis.engine.preview.judging import (
    NOTHING,
    Judgement,
    foresee,
    judge,
    judge_again,
    judge_alone,
    judge_quickly,
    judged,
)
from zapis.engine.preview.library import Library
from zapis.engine.preview.making import Page, PageMaker
from zapis.engine.preview.overview import Overview, Progress, group_rows, make_row
from zapis.engine.preview.recalling import read_entries, recall_slice
from zapis.engine.preview.sources import Kept, SourceReader
from zapis.engine.preview.stamps import TEMPLATES
from zapis.engine.templates.loading import TemplateReader
from zapis.engine.tracker.store import StoredTracker, read_stored
from zapis.workspace import ARCHIVE, CACHE, HEADS, SETTINGS, TRACKER, Workspace, open_workspace

_OF_TRACKER = frozenset({TRACKER, ARCHIVE, f"{CACHE}/{HEADS}"})


class Knowledge(Struct):
    """What is known of a workspace; used by one thread, but for `progress`.

    `settings` is what is wrong with `zapis.yaml` as it is now; where that is an error, sources
    are read under the last settings that were right. `judgement` speaks of the sources `seen`.
    """

    library: Library
    today: Callable[[], dt.date]
    settings: FileReport | None
    templates: TemplateReader
    stored: StoredTracker | None = None
    judgement: Judgement | None = None
    seen: dict[str, Kept] = field(default_factory=dict)
    alone: dict[str, tuple[Kept, Judgement]] = field(default_factory=dict)
    is_stale: bool = True

    def look(self, now: float, open_pages: Collection[str]) -> None:
        """Find out what has changed; `open_pages` are to be read before all others."""
        changed = self.library.look(now, open_pages)
        if not changed:
            return
        self.is_stale = True
        if SETTINGS in changed:
            self._reopen(open_pages)
        if changed & _OF_TRACKER:
            self.stored = self.judgement = None
        if any(path.startswith(TEMPLATES) for path in changed):
            self.templates = TemplateReader(self.library.root)

    def read_urgent(self) -> bool:
        """Read what is urgent; whether that said anything new."""
        library, is_new = self.library, False
        while library.urgent:
            is_new = library.read(next(iter(library.urgent))) or is_new
        return is_new

    def read_waiting(self) -> bool:
        """Read one of the sources that wait; whether there was any."""
        return self.library.read_waiting()

    def judge(self) -> None:
        """Judge all sources together, unless nothing has changed that others depend on."""
        kept = self.library.kept
        new = {path: item for path, item in kept.items() if self.seen.get(path) is not item}
        same = None
        if self.judgement is not None and not self.seen.keys() - kept.keys():
            same = judge_again(self.judgement, self.seen, new)
        self.judgement = same or self._judged_all()
        self.seen = dict(kept)
        self.alone.clear()
        self.is_stale = bool(self.library.waiting)

    def can_foresee(self, paths: Collection[str]) -> bool:
        """Whether pages can be shown before all is judged, without taking back what was said."""
        before = self.judgement
        return before is not None and not any(path in before.said for path in paths)

    def page(self, path: str) -> Page | None:
        """The page of a source; None where there is no such source."""
        library = self.library
        if path not in library.sources:
            return None
        if path not in library.kept or path in library.waiting:
            library.read(path)
        item = library.kept.get(path)
        return self._maker.make(item, self._judgement_of(path, item)) if item else None

    def overview(self) -> Overview:
        """All meetings that have been read."""
        judgement, maker = self.judgement or NOTHING, self._maker
        files = (judged(item, judgement) for item in self.library.kept.values())
        rows = (make_row(maker.complete(file)) for file in files if file.is_minutes)
        reports = maker.shared_reports(judgement)
        organization = self.library.reader.workspace.settings.organization
        return Overview(organization, group_rows(rows), reports)

    def progress(self) -> Progress:
        """How many sources have been read."""
        library = self.library
        if not library.has_looked:
            return Progress(0, None)
        total = len(library.sources)
        return Progress(total - len(library.waiting), total)

    @property
    def _maker(self) -> PageMaker:
        return PageMaker(self.library.reader, self.templates, self.settings)

    def _reopen(self, open_pages: Collection[str]) -> None:
        reader = self.library.reader
        opened = open_workspace(reader.workspace.root, single=reader.workspace.single)
        if opened.broken and not reader.workspace.broken:
            self.settings = opened.report
            return
        assets = AssetReader(opened.root)
        self.settings = _with_logos(opened, assets)
        if opened.settings != reader.workspace.settings or reader.workspace.broken:
            self.library.reread(SourceReader(opened, reader.named, assets), open_pages)

    def _judgement_of(self, path: str, item: Kept) -> Judgement:
        """The judgement of a page; where not all have been judged yet, what is likely of it."""
        before = self.judgement
        if before is not None:
            known = self.seen.get(path)
            if known is item or judge_again(before, self.seen, {path: item}):
                return before
            if known is not None:
                likely = self._foresee(before, known, item)
                if likely is not None:
                    return likely
            if self.stored is None:  # then there is a quick judgement
                self.judge()
                return self.judgement or NOTHING
        if path not in self.alone or self.alone[path][0] is not item:
            others = self.library.sources - {path}
            self.alone[path] = item, self._judged_alone(item, others)
        return self.alone[path][1]

    def _foresee(self, before: Judgement, known: Kept, item: Kept) -> Judgement | None:
        stored, own = self.stored, before.slices.get(item.file.path)
        if stored is None and own is not None and item.tasks is not None:
            ids = {own.meeting_id, item.tasks.id}
            stored = read_entries(self.library.reader.workspace, ids)
        return foresee(before, known, item, stored, self.today()) if stored else None

    def _judged_all(self) -> Judgement:
        workspace, kept = self.library.reader.workspace, tuple(self.library.kept.values())
        if workspace.single:
            return NOTHING
        quick = None if workspace.broken else judge_quickly(workspace, kept, self.today())
        if quick is not None:
            self.stored = None  # and a hundred megabytes, where there are ten thousand meetings
            return quick
        return judge(kept, self._read_stored(), self.today())

    def _judged_alone(self, item: Kept, others: Collection[str]) -> Judgement:
        if self.library.reader.workspace.single:
            return NOTHING
        if self.stored is None and not self.library.reader.workspace.broken:
            own = recall_slice(self.library.reader.workspace, item)
            if own is not None:
                return replace(NOTHING, slices={item.file.path: own})
        return judge_alone(item, self._read_stored(), self.today(), others)

    def _read_stored(self) -> StoredTracker:
        """The tracker as it stands in the workspace, read when it has changed."""
        if self.stored is None:
            self.stored = read_stored(self.library.reader.workspace)
        return self.stored


def open_knowledge(
    workspace: Workspace, named: frozenset[str], today: Callable[[], dt.date]
) -> Knowledge:
    """What is known of a workspace before anything in it has been read but its settings."""
    assets = AssetReader(workspace.root)
    library = Library(SourceReader(workspace, named, assets))
    templates = TemplateReader(workspace.root)
    return Knowledge(library, today, _with_logos(workspace, assets), templates)


def _with_logos(workspace: Workspace, assets: AssetReader) -> FileReport | None:
    """The report of `zapis.yaml` with what is wrong with the logos it names."""
    report = workspace.report
    if report is None:
        return None
    logos = assets.check_logos(workspace.settings)
    return replace(report, diagnostics=(*report.diagnostics, *logos))
