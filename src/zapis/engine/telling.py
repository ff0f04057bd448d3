"""What a build has to say: of settings, of sources in the order of their paths, of templates."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from zapis import codes
from zapis.diagnostics import Diagnostics, FileReport, in_order
from zapis.engine.assets import AssetReader
from zapis.engine.index.records import Record
from zapis.engine.index.values import from_json, to_json
from zapis.engine.making import Made
from zapis.engine.processes.attempt import crash_report
from zapis.engine.said import NOTHING, Said, count_each, say
from zapis.engine.setup import Setup
from zapis.engine.survey import Survey
from zapis.engine.templates.loading import TemplateReader
from zapis.engine.tracker.numbering import Numbering


class Teller(Struct, frozen=True):
    """Knows what was found; `problems` were met when documents were made, by source."""

    setup: Setup
    found: Survey
    numbering: Numbering
    problems: Mapping[str, Diagnostics] = field(default_factory=dict)

    def of_settings(self) -> Iterator[Said]:
        """What is wrong with the tracker, with `zapis.yaml` and with what that names."""
        tracked, workspace = self.numbering.tracked, self.setup.workspace
        if tracked is not None and tracked.report.diagnostics:
            yield say(tracked.report)
        report = workspace.report
        if report is not None:
            logos = AssetReader(workspace.root).check_logos(workspace.settings)
            series = TemplateReader(workspace.root).check_series(workspace.settings)
            found = in_order((*report.diagnostics, *logos, *series))
            yield say(replace(report, diagnostics=found))

    def of_libraries(self) -> Iterator[Said]:
        """What is missing on this machine, told once."""
        problems, report = self.setup.missing, self.setup.workspace.report
        if problems and report is not None:
            yield say(replace(report, diagnostics=problems))
        elif problems:
            paths = (path for path in self.found.records if self.setup.is_selected(path))
            yield from (self._said(path, problems) for path in list(paths)[:1])

    def of_sources(self, *, all_of_them: bool = False) -> Iterator[Said]:
        """What is to be said of sources that are asked for.

        Of those that have not changed nothing is said but errors, unless of `all_of_them`.
        """
        for path, record in self.found.records.items():
            if not self.setup.is_selected(path):
                continue
            if all_of_them or self._is_news(path):
                said = self._of_source(path, record)
                if said.errors or said.warnings or said.tips or (all_of_them and record.facts):
                    yield said

    def quiet(self) -> tuple[int, int]:
        """Warnings and tips of sources of which nothing is said."""
        warnings = sum(own.warnings for own in self.found.resting.values())
        tips = sum(own.tips for own in self.found.resting.values())
        for path, record in self.found.records.items():
            if self.setup.is_selected(path) and not self._is_news(path):
                own = self._told(path)
                _, more_warnings, more_tips = count_each(own) if own else (0, 0, 0)
                warnings += record.warnings + more_warnings
                tips += record.tips + more_tips
        return warnings, tips

    def of_templates(self, more: tuple[Made, ...] = ()) -> Iterator[Said]:
        """What is wrong with templates that were used, each told once."""
        selected = (made for path, made in self.found.made.items() if self.setup.is_selected(path))
        reports = {
            report.source.path: report for made in (*selected, *more) for report in made.templates
        }
        return map(say, reports.values())

    def _is_news(self, path: str) -> bool:
        if path in self.found.made or path in self.found.crashes or path in self.problems:
            return True
        told = (*self.found.judged.get(path, ()), *self._told(path))
        return any(item.severity is codes.Severity.ERROR for item in told)

    def _told(self, path: str) -> Diagnostics:
        text = self.numbering.said(path)
        return () if text == NOTHING else from_json(Diagnostics, text)

    def _of_source(self, path: str, record: Record) -> Said:
        crash = self.found.crashes.get(path)
        more = (
            *self._told(path),
            *self.found.judged.get(path, ()),
            *self.problems.get(path, ()),
            *((crash_report(crash),) if crash else ()),
        )
        counts = (record.errors, record.warnings, record.tips)
        if not more:
            return self._place(path, record.said or NOTHING, counts)
        own: Diagnostics = from_json(Diagnostics, record.said or NOTHING)
        return self._said(path, in_order((*own, *more)))

    def _said(self, path: str, found: Diagnostics) -> Said:
        return self._place(path, to_json(found), count_each(found))

    def _place(self, path: str, found: str, counts: tuple[int, int, int]) -> Said:
        root, text = self.setup.workspace.root, self.found.records[path].digest
        return Said(self.found.shown(path), found, *counts, root=root, file=path, text=text)


def said_of(reports: list[FileReport]) -> Iterator[Said]:
    """Reports that are ready."""
    return map(say, reports)
