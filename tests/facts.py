"""Questions that a literate case may ask, each answered with a few words."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from click.testing import CliRunner
from msgspec import Struct, field

from docx_reading import whole_text
from facts_body import formatted
from facts_meeting import OF_MEETING, OF_TASK, review_words
from html_page import Page
from literate import NO_DIAGNOSTICS, Case
from tracked_in_full import TrackedInFull, read_workspace, track_in_full
from zapis.body import Paragraph
from zapis.cli.app import cli
from zapis.codes import Severity
from zapis.diagnostics import Diagnostic, FileReport
from zapis.engine.assets import AssetReader
from zapis.engine.build import BuildRequest, check
from zapis.engine.reading import ReadFile
from zapis.inline import plain_text
from zapis.model.meeting import Meeting
from zapis.pipeline import make_documents
from zapis.render.view import make_view
from zapis.report.human import format_diagnostic
from zapis.tasks.meetings import TrackerSlice, apply_slice, slice_alone
from zapis.workspace import Workspace, find_sources, open_workspace

TODAY = dt.date(2026, 4, 13)
NOTHING = "–"


class Made(Struct, dict=True):
    """The files of a case on the disk and what the compiler makes of them."""

    case: Case
    root: Path
    hidden: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for source in self.case.sources:
            path = self.root / source.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source.content)
            self.hidden[source.path] = source.hidden

    @property
    def named(self) -> frozenset[str]:
        """The only minutes count as named on the command line."""
        paths = [path for path in self.hidden if path.endswith(".md") and path != "ukoly.md"]
        return frozenset(paths if len(paths) == 1 else ())

    @cached_property
    def workspace(self) -> Workspace:
        return open_workspace(self.root)

    @cached_property
    def reports(self) -> tuple[FileReport, ...]:
        return check(self.workspace, BuildRequest(TODAY, named=self.named))

    @cached_property
    def tracked(self) -> TrackedInFull:
        return track_in_full(self.workspace, read_workspace(self.workspace, self.named), TODAY)

    @property
    def file(self) -> ReadFile:
        """The minutes in question: those that stand last in the case."""
        files = {file.path: file for file in self.tracked.files}
        return next(files[path] for path in reversed(self.hidden) if path in files)

    @property
    def meeting(self) -> Meeting:
        """The meeting in question with the numbers of its tasks."""
        meeting = self.file.meeting
        assert meeting is not None, self.all_diagnostics()
        return apply_slice(meeting, self._slice(meeting))

    def _slice(self, meeting: Meeting) -> TrackerSlice:
        return self.tracked.tracked.slices.get(meeting.path) or slice_alone(meeting)

    @cached_property
    def documents(self) -> tuple[str, str]:
        """The words of the page and of the Word document."""
        meeting = self.meeting
        assets = AssetReader(self.root).load(meeting).value
        made = make_documents(meeting, ("html", "docx"), assets, "")
        page = Page(made["html"].decode())
        body = next(element for element in page.elements if element.tag == "body")
        return body.text, whole_text(made["docx"])

    def all_diagnostics(self) -> list[tuple[Diagnostic, FileReport]]:
        """Everything that is said, with the file it is said of."""
        return [(item, report) for report in self.reports for item in report.diagnostics]

    def place(self, item: Diagnostic, report: FileReport) -> str:
        """`3:5`, counted as a reader of the case counts; empty without a place."""
        if item.span is None:
            return ""
        position = report.source.position(item.span.start)
        return f" {position.line - self.hidden.get(report.source.path, 0)}:{position.column}"


def answer(made: Made, question: str, expected: str) -> str:
    """What the compiler answers; `expected` matters where a text is to be found."""
    if question.startswith("zapis "):
        return _run(made, question, expected)
    if question in PRINTED:
        return PRINTED[question](made, expected)
    if question in OF_ALL:
        return OF_ALL[question](made)
    word, _, number = question.partition(" ")
    if question in OF_MEETING:
        return OF_MEETING[question](made.meeting) or NOTHING
    if word in OF_TASK:
        return OF_TASK[word](made.meeting.tasks[int(number or 1) - 1]) or NOTHING
    if word == "kontrola":
        return review_words(made.meeting.reviews[int(number or 1) - 1])
    return OF_ALL[question](made)


def unexpected(made: Made, case: Case) -> list[str]:
    """Errors and warnings of a case that says nothing on diagnostics."""
    if "hlášení" in case.expected or "kódy" in case.expected:
        return []
    serious = [pair for pair in made.all_diagnostics() if pair[0].severity is not Severity.TIP]
    return [format_diagnostic(item, report.source) for item, report in serious]


def _diagnostics(made: Made) -> str:
    many = len([path for path in made.hidden if path.endswith(".md")]) > 1
    return "\n".join(
        f"{report.source.path + ' ' if many else ''}{item.code.id}{made.place(item, report)}"
        for item, report in made.all_diagnostics()
    ) or (NO_DIAGNOSTICS)


def _codes(made: Made) -> str:
    return ", ".join(item.code.id for item, _ in made.all_diagnostics()) or NO_DIAGNOSTICS


def _cures(made: Made) -> str:
    return "\n".join(item.cure or NOTHING for item, _ in made.all_diagnostics()) or NOTHING


def _messages(made: Made) -> str:
    return "\n".join(item.message for item, _ in made.all_diagnostics()) or NOTHING


def _excerpts(made: Made) -> str:
    return "\n".join(format_diagnostic(item, rep.source) for item, rep in made.all_diagnostics())


def _is_minutes(made: Made) -> str:
    return "ano" if made.file.meeting else "ne"


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def _printed(made: Made, expected: str) -> str:
    """The expected lines that stand in the page and in the Word document."""
    texts = [_plain(text) for text in made.documents]
    return "\n".join(
        line if all(_plain(line) in text for text in texts) else f"NENÍ: {line}"
        for line in expected.split("\n")
    )


def _not_printed(made: Made, expected: str) -> str:
    texts = [_plain(text) for text in made.documents]
    return "\n".join(
        line if not any(_plain(line) in text for text in texts) else f"JE: {line}"
        for line in expected.split("\n")
    )


def _typeset(made: Made) -> str:
    """The first paragraph of the record as printed, no-break spaces as `~`."""
    view = make_view(made.meeting, assets={}, link_base="")
    block = view.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    words = _plain(plain_text(block.children))
    page, word = (_plain(text) for text in made.documents)
    in_all = words in page and words in word
    return formatted(block.children).replace("\u00a0", "~") if in_all else f"NENÍ: {words}"


def _tracker(made: Made) -> str:
    lines = made.tracked.update.text.strip("\n").split("\n")
    return "\n".join(line for line in lines if line)


def _skipped(made: Made) -> str:
    return "\n".join(find_sources(made.workspace)) or NOTHING


def _in_listing(made: Made, expected: str) -> str:
    listing = _excerpts(made)
    return "\n".join(line if line in listing else f"NENÍ: {line}" for line in expected.split("\n"))


def _run(made: Made, command: str, expected: str) -> str:
    """The expected lines that a command prints to its output."""
    words = [*command.split()[1:], "-C", str(made.root), "--ke-dni", "13. 4. 2026"]
    text = CliRunner().invoke(cli, words).stdout
    return "\n".join(
        line if line in text else f"NENÍ: {line}\n{text}" for line in expected.split("\n")
    )


def _in_tracker(made: Made, expected: str) -> str:
    text = _tracker(made)
    return "\n".join(
        line if line in text else f"NENÍ: {line}\n{text}" for line in expected.split("\n")
    )


PRINTED: Mapping[str, Callable[[Made, str], str]] = {
    "ukoly.md obsahuje": _in_tracker,
    "výpis obsahuje": _in_listing,
    "tištěno": _printed,
    "netištěno": _not_printed,
}
OF_ALL: Mapping[str, Callable[[Made], str]] = {
    "hlášení": _diagnostics,
    "kódy": _codes,
    "oprava": _cures,
    "zpráva": _messages,
    "výpis": _excerpts,
    "sazba": _typeset,
    "je zápis": _is_minutes,
    "zdroje": _skipped,
    "ukoly.md": _tracker,
    "nadpisy ukoly.md": lambda made: ", ".join(
        line[3:] for line in _tracker(made).split("\n") if line.startswith("## ")
    ),
}
