"""The header of a document: date, place, officers, further lines, agenda; and its closing lines."""

from zapis.czech.dates import format_date, format_date_long, format_date_range
from zapis.czech.times import format_time_range
from zapis.model.kinds import DEFAULT_LABELS, Kind
from zapis.model.meeting import HeaderField, Meeting, When
from zapis.render.view_people import (
    ATTENDANCE_ROLES,
    MISSING,
    SIGNATURE_ROLES,
    Typeset,
    join_people,
)
from zapis.render.views import AgendaItemView, FieldView

_FIRST = frozenset({"date", "time", "place"})
_REFERENCES = frozenset({"reference_number", "file_number"})
_CLOSING = frozenset(
    {"distribution", "for_information", "drawn_up_on", "posted_on", "taken_down_on"}
    | {"attachments", "on_behalf_of"}
)
# Lines of these keys have their own part of the document, even where they are empty.
_ELSEWHERE = _CLOSING | ATTENDANCE_ROLES | SIGNATURE_ROLES | {"next_meeting"}
# Forms that every author writes: there the kind may have a better label.
_PLAIN_LABELS = frozenset({"Datum", "Čas", "Místo", "Program", "Přílohy", "Příští jednání"})
_PLAIN_SUBJECTS = frozenset({"Název", "Předmět"})


def label_of(key: str, meeting: Meeting, kind: Kind) -> str:
    """The author's own label of a header key, else that of the kind."""
    written = meeting.labels.get(key, "")
    if not written or written in _PLAIN_LABELS:
        return kind.labels.get(key) or written
    return written[:1].upper() + written[1:]


def format_day(when: When, kind: Kind) -> str:
    """The date in the kind's form; the author's words where there is none."""
    if when.date is None:
        return when.date_words
    if when.end_date and when.end_date != when.date:
        return format_date_range(when.date, when.end_date)
    return format_date_long(when.date) if kind.long_date else format_date(when.date)


def format_hours(when: When) -> str:
    """The author's words where they say more than the time, else the time in one style."""
    if when.time_words or when.time is None:
        return when.time_words
    return format_time_range(when.time)


def make_fields(
    meeting: Meeting, kind: Kind, topic: str, typeset: Typeset
) -> tuple[FieldView, ...]:
    """The header's lines in order of printing."""
    lines = [_topic(meeting, kind, topic)] if topic else []
    lines += _when(meeting, kind)
    if meeting.place:
        lines.append(HeaderField("place", label_of("place", meeting, kind), meeting.place))
    by_place: tuple[list[HeaderField], ...] = ([], [], [])
    for item in meeting.fields:
        if item.key not in _ELSEWHERE:
            by_place[0 if item.key in _FIRST else 1 if item.key in _REFERENCES else 2].append(item)
    officers = [
        HeaderField(people.role, people.label, join_people(people)) for people in meeting.officers
    ]
    ordered = (*lines, *by_place[0], *by_place[1], *officers, *by_place[2])
    return tuple(view_field(item, typeset) for item in ordered)


def view_field(item: HeaderField, typeset: Typeset) -> FieldView:
    """A line as it is printed, a missing value as a dash."""
    return FieldView(item.key, typeset(item.label), typeset(item.text) if item.text else MISSING)


def _topic(meeting: Meeting, kind: Kind, topic: str) -> HeaderField:
    label = meeting.labels.get("subject", "")
    plain = not label or label in _PLAIN_SUBJECTS
    return HeaderField("subject", kind.labels["subject"] if plain else label, topic)


def _when(meeting: Meeting, kind: Kind) -> list[HeaderField]:
    """Date and time as one line, or the one that is known; the author's words come first."""
    day = meeting.when.date_words or format_day(meeting.when, kind)
    hours = format_hours(meeting.when)
    label = label_of("date", meeting, kind)
    if day and hours:
        if label == DEFAULT_LABELS["date"]:
            label = kind.labels["date_and_time"]
        elif label.startswith("Datum") and "čas" not in label:
            label = "Datum a čas" + label[len("Datum") :]
        return [HeaderField("date", label, f"{day}, {hours}")]
    lines = [HeaderField("date", label, day)] if day else []
    if hours:
        lines.append(HeaderField("time", label_of("time", meeting, kind), hours))
    return lines


def make_closing(meeting: Meeting, typeset: Typeset) -> tuple[FieldView, ...]:
    """The lines behind the record, but for the one that gives place and day."""
    drawn_up = _drawn_up(meeting)
    return tuple(
        view_field(item, typeset)
        for item in meeting.fields
        if item.key in _CLOSING and item is not drawn_up
    )


def _drawn_up(meeting: Meeting) -> HeaderField | None:
    found = (item for item in meeting.fields if item.key == "drawn_up_on" and item.text)
    return next(found, None)


def make_place_and_day(meeting: Meeting) -> str:
    """„V Horní Bělé dne 16. 3. 2026“ as written; a mere date stands behind its label."""
    item = _drawn_up(meeting)
    text = item.text.strip() if item else ""
    if item is None or text.startswith(("V ", "Ve ")):
        return text
    if item.label.endswith(" dne"):
        return f"{item.label} {text.removeprefix('dne ')}"
    if item.label.endswith("o") and text[:1].isdecimal():
        return f"{item.label} dne {text}"
    return f"{item.label}: {text}"


def make_agenda(
    meeting: Meeting, anchors: tuple[str, ...], typeset: Typeset
) -> tuple[AgendaItemView, ...]:
    """The agenda as the author wrote it; `anchors` are those of the sections."""
    return tuple(
        AgendaItemView(
            number=item.number,
            title=typeset(item.title),
            presenter=typeset(item.presenter),
            time=typeset(item.time),
            note="staženo" if item.withdrawn else "",
            anchor=anchors[item.section] if item.section is not None else "",
        )
        for item in meeting.agenda
    )
