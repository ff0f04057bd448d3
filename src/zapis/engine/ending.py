"""The end of a build: what is out of place is removed, lists are written, all is remembered."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.diagnostics import FileReport
from zapis.engine.documents import Documents
from zapis.engine.index.documents import DocumentRow
from zapis.engine.index.records import Record
from zapis.engine.lists.overviews import Overviews, write_overviews
from zapis.engine.outputs.journal import Journal
from zapis.engine.outputs.places import FULL_SUFFIX
from zapis.engine.outputs.removal import Removed, Remover
from zapis.engine.plan import Plan
from zapis.engine.remembering import remember_build
from zapis.engine.request import BuildResult, Reason, Skipped, Summary, TaskCounts
from zapis.engine.said import Said
from zapis.engine.setup import Setup
from zapis.engine.survey import Survey
from zapis.engine.telling import Teller, said_of
from zapis.engine.tracker.numbering import Numbering
from zapis.files import remove_leftovers
from zapis.render.formats import FORMATS
from zapis.tasks.query import make_row

_GONE = "zápis byl smazán, přejmenován nebo vyřazen ze zdrojů"
_OTHER = "dokument se jmenuje jinak, nebo jeho formát už není v zapis.yaml"


class Ending(Struct):
    """What is left to do after the documents of a build are in their places."""

    setup: Setup
    found: Survey
    numbering: Numbering
    plan: Plan
    done: Documents
    journal: Journal
    removed: Removed = field(default_factory=Removed)
    overviews: Overviews = field(default_factory=Overviews)

    def finish(self) -> BuildResult:
        """Do it, and tell what the whole build did."""
        self.done.written.sort()
        self.done.kept.sort()
        rows = self._rows()
        self._remove(rows)
        self._write_overviews()
        folders = {path.parent for path in self.done.written}
        for folder in {self.setup.workspace.root, self.setup.output, *folders}:
            remove_leftovers(folder)
        result = self._result()
        changes = self._changes(rows)
        if remember_build(self.setup, self.found, self.numbering, self.done, changes, result):
            self.journal.close(is_whole=self.setup.request.paths is None)
        return result

    def _rows(self) -> dict[str, DocumentRow]:
        """Rows of all sources that are minutes still, or cannot be judged now."""
        records = self.found.records
        before = self.plan.before.documents
        rows = {path: row for path, row in before.items() if _is_minutes(records.get(path))}
        return rows | self.done.rows

    def _remove(self, rows: dict[str, DocumentRow]) -> None:
        setup, request = self.setup, self.setup.request
        if setup.look is None or setup.workspace.broken:
            return
        wanted = frozenset((*setup.workspace.settings.formats, *setup.asked))
        chosen = [
            row
            for row in self.plan.before.documents.values()
            if request.paths is None or row.path in request.paths
        ]
        remover = Remover(setup.output, wanted, request.overwrite, self.journal)
        remover.remove(chosen, rows, self.removed)

    def _changes(self, rows: dict[str, DocumentRow]) -> tuple[list[DocumentRow], list[str]]:
        """The rows to be stored, and the sources whose rows are to be forgotten."""
        look, request = self.setup.look, self.setup.request
        paths = {own[0] for own in look.files} if look else set()
        new = {path: row for path, row in self.done.rows.items() if path in paths}
        new |= {row.path: row for row in self.removed.rows}
        before = self.plan.before.documents
        gone = [
            path
            for path in before.keys() - rows.keys() - new.keys()
            if request.paths is None or path in request.paths
        ]
        return [row for row in new.values() if row != before.get(row.path)], gone

    def _write_overviews(self) -> None:
        """Write the lists of tasks that `zapis.yaml` asks for, where numbers can be relied on."""
        setup, tracked = self.setup, self.numbering.tracked
        workspace = setup.workspace
        is_sure = tracked is not None and not tracked.failed and not workspace.broken
        if tracked is None or tracked.tracker is None or not is_sure or workspace.report is None:
            return
        today = setup.request.today
        self.overviews = write_overviews(
            workspace,
            (make_row(entry, today) for entry in tracked.tracker.entries),
            today,
            setup.output,
            (*self.done.written, *(setup.output / name for name in self.done.kept)),
            overwrite=setup.request.overwrite,
        )

    def _result(self) -> BuildResult:
        setup, done = self.setup, self.done
        teller = Teller(setup, self.found, self.numbering, done.problems)
        said = (
            *teller.of_settings(),
            *teller.of_libraries(),
            *teller.of_sources(),
            *teller.of_templates(tuple(done.templates)),
            *said_of([*self._overview_reports(), *self.removed.reports]),
        )
        said = tuple(item for item in said if item.errors or item.warnings or item.tips)
        lists = [*self.overviews.written, *self.overviews.unchanged]
        return BuildResult(
            said,
            self._summary(said, teller, len(lists)),
            (*done.written, *self.overviews.written),
            (*done.kept, *(_below(path, setup.output) for path in self.overviews.unchanged)),
            setup.output,
            tuple(self._skipped()),
            tuple(sorted(self.removed.paths)),
            self.numbering.tracked,
            setup.workspace.broken,
            tuple(self._reasons()),
            (*(crash.trace for crash in self.found.crashes.values()), *done.traces),
        )

    def _summary(self, said: tuple[Said, ...], teller: Teller, lists: int) -> Summary:
        done, tracked = self.done, self.numbering.tracked
        counts = tracked.counts if tracked else None
        resting = len(self.found.resting)
        return Summary(
            len(done.complete) + resting,
            len(done.written) + len(done.kept) + resting * len(self.setup.formats),
            lists,
            sum(item.errors for item in said),
            sum(item.warnings for item in said),
            sum(item.tips for item in said),
            *teller.quiet(),
            TaskCounts(counts.new, counts.done, counts.open, counts.overdue) if counts else None,
        )

    def _overview_reports(self) -> Iterator[FileReport]:
        report = self.setup.workspace.report
        if self.overviews.problems and report is not None:
            yield replace(report, diagnostics=self.overviews.problems)

    def _skipped(self) -> Iterator[Skipped]:
        for path, record in self.found.records.items():
            if self.setup.is_selected(path) and path not in self.done.complete:
                judged = self.found.judged.get(path)
                if record.facts or record.errors or judged or path in self.found.crashes:
                    yield Skipped(path, self._older(path))

    def _older(self, path: str) -> Path | None:
        """The newest document that an earlier build left; minutes themselves are none."""
        output, source = self.setup.output, self.setup.workspace.root / path
        folder, stem = output / Path(path).parent, Path(path).stem
        names = [f"{stem}{mark}.{name}" for mark in ("", FULL_SUFFIX) for name in FORMATS]
        places = [folder / name for name in names]
        found = [each for each in places if each.is_file() and not each.samefile(source)]
        return max(found, key=lambda each: each.stat().st_mtime, default=None)

    def _reasons(self) -> Iterator[Reason]:
        yield from self.done.reasons
        for path in sorted(self.removed.paths):
            name = _below(path, self.setup.output)
            taken = {row.name for row in self.done.rows.values()}
            cause = _OTHER if name.rpartition(".")[0] in taken else _GONE
            yield Reason(name, (cause,), is_removal=True)


def _is_minutes(record: Record | None) -> bool:
    return record is not None and bool(record.facts or record.errors or not record.said)


def _below(path: Path, output: Path) -> str:
    return path.relative_to(output).as_posix()
