"""Make the header of a meeting: everything that front matter says of it."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from zapis.assemble.agenda_items import read_agenda
from zapis.assemble.attachments import read_attachments
from zapis.assemble.attendance import ATTENDANCE, OFFICERS, read_behalf, read_people
from zapis.assemble.header_fields import read_fields
from zapis.assemble.heading import read_heading
from zapis.assemble.identity import default_id, read_id
from zapis.assemble.next_meeting import read_next_meeting
from zapis.assemble.options import read_flag, read_redacted, read_status
from zapis.assemble.references import find_project, find_series
from zapis.assemble.signatures import read_signatures
from zapis.assemble.when import read_when, text_of
from zapis.data_tree import Data, DataTree
from zapis.diagnostics import Diagnostics, Outcome
from zapis.model.forms import NO_CHANGE, FormChange
from zapis.model.meeting import Meeting
from zapis.model.settings import Project, Series, Settings
from zapis.schema.header import Header
from zapis.schema.validate import read_header
from zapis.source import Span

_NO_SERIES = Series("")


class _Front(Struct, frozen=True):
    """What every part of the header is read from."""

    header: Header
    tree: DataTree
    settings: Settings

    def span(self, key: str) -> Span | None:
        entry = self.header.get(key)
        return entry.span if entry else None


def assemble_header(tree: DataTree, source_path: str, settings: Settings) -> Outcome[Meeting]:
    """The meeting without its record: sections, tasks, reviews and footnotes are still empty.

    `source_path` is the path of the minutes in the workspace, with `/`. What the header leaves
    out comes from the series and the settings; a subject is never made up.
    """
    checked = read_header(tree)
    front = _Front(checked.value, tree, settings)
    meeting = Meeting("", source_path, labels=_labels(front.header), spans=_spans(front.header))
    problems = checked.diagnostics
    for add in (_add_context, _add_identity, _add_people, _add_lines):
        added = add(meeting, front)
        meeting = added.value
        problems += added.diagnostics
    return Outcome(_add_options(meeting, front.header), problems)


def _add_context(meeting: Meeting, front: _Front) -> Outcome[Meeting]:
    """Series and project, and what they say where the header does not."""
    header, settings = front.header, front.settings
    found, problems = _find_series(front)
    series = found or _NO_SERIES
    project, project_problems = _find_project(front, series)
    heading: Outcome[str] = Outcome(series.heading)
    if entry := header.get("heading"):
        heading = read_heading(text_of(entry, front.tree))
    with_context = replace(
        meeting,
        series=found,
        project=project,
        kind=header.text("kind") or series.kind,
        organization=series.organization or settings.organization,
        subject=header.text("subject"),
        heading=heading.value,
        template=header.text("template") or series.template,
        forms=_forms(settings, series),
    )
    return Outcome(with_context, problems + project_problems + heading.diagnostics)


def _forms(settings: Settings, series: Series) -> tuple[FormChange, ...]:
    """The changes to the form of documents, those of the series weighing most."""
    every = (settings.form, *settings.kinds, series.form)
    return tuple(change for change in every if change != NO_CHANGE)


def _find_series(front: _Front) -> tuple[Series | None, Diagnostics]:
    written = front.header.text("series")
    if not written:
        return None, ()
    found = find_series(written, front.settings.series, front.span("series"))
    return found.value, found.diagnostics


def _find_project(front: _Front, series: Series) -> tuple[Project | None, Diagnostics]:
    """The project of the header, else of the series; its settings report a wrong one."""
    written = front.header.text("project")
    if not written:
        return front.settings.projects.get(series.project), ()
    found = find_project(written, front.settings.projects, front.span("project"))
    return found.value, found.diagnostics


def _add_identity(meeting: Meeting, front: _Front) -> Outcome[Meeting]:
    """When and where it was, its number, and the identity that follows from them."""
    header = front.header
    when = read_when(header, front.tree)
    default = default_id(meeting.series, when.value.date, meeting.path)
    identity = read_id(header.text("id"), front.span("id"), default)
    dated = replace(
        meeting,
        id=identity.value,
        when=when.value,
        place=header.text("place"),
        ordinal=header.text("ordinal"),
    )
    return Outcome(dated, when.diagnostics + identity.diagnostics)


def _add_people(meeting: Meeting, front: _Front) -> Outcome[Meeting]:
    """Who was there and led the meeting, who signs, and who speaks for whom."""
    officers = read_people(front.header, front.tree, OFFICERS)
    attendance = read_people(front.header, front.tree, ATTENDANCE)
    signatures = read_signatures(front.header, front.tree, meeting.when)
    series = meeting.series or _NO_SERIES
    behalf = read_behalf(front.header, front.tree, series.abbreviation)
    peopled = replace(
        meeting,
        officers=officers.value,
        attendance=attendance.value,
        signatures=signatures.value,
        on_behalf_of=behalf.persons,
        on_behalf_label=behalf.label,
    )
    problems = officers.diagnostics + attendance.diagnostics + signatures.diagnostics
    return Outcome(peopled, problems + behalf.problems)


def _add_lines(meeting: Meeting, front: _Front) -> Outcome[Meeting]:
    """The agenda, the next meeting, attachments, and everything printed as plain text."""
    fields = read_fields(front.header, front.tree, meeting.when)
    following = read_next_meeting(front.header, front.tree, meeting.when.date)
    attachments = read_attachments(front.header, front.tree, meeting.path)
    status = read_status(front.header.get("status"))
    with_lines = replace(
        meeting,
        agenda=read_agenda(front.header, front.tree),
        fields=fields.value,
        next_meeting=following.value,
        attachments=attachments.value,
        status=status.value,
    )
    problems = fields.diagnostics + following.diagnostics + attachments.diagnostics
    return Outcome(with_lines, problems + status.diagnostics)


def _add_options(meeting: Meeting, header: Header) -> Meeting:
    redacted = read_redacted(header.get("redact"))
    return replace(
        meeting,
        redacted=redacted,
        restricted=bool(redacted),
        typography=read_flag(header, "typography"),
        keep_line_breaks=read_flag(header, "line_breaks"),
        data=_data(header),
    )


def _labels(header: Header) -> Mapping[str, str]:
    """The author's Czech forms; for an English form the usual label of its kind serves."""
    labels: dict[str, str] = {}
    for entry in header.entries:
        if entry.czech:
            labels.setdefault(entry.key.name, entry.label)
    return MappingProxyType(labels)


def _spans(header: Header) -> Mapping[str, Span]:
    """Where each key is best pointed at: a short value itself, the key of a longer one."""
    spans: dict[str, Span] = {}
    for entry in header.entries:
        span = entry.span if isinstance(entry.data, str) else entry.key_span
        if span is not None:
            spans.setdefault(entry.key.name, span)
    return MappingProxyType(spans)


def _data(header: Header) -> Mapping[str, Data]:
    entry = header.get("data")
    return MappingProxyType(entry.data if entry and isinstance(entry.data, dict) else {})
