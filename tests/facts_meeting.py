"""Questions about a meeting that a literate case may ask, each answered with a few words."""

import datetime as dt
from collections.abc import Callable, Mapping

from facts_body import outline
from zapis.czech.deadlines import Deadline
from zapis.czech.times import TimeRange
from zapis.model.meeting import AgendaItem, Meeting
from zapis.model.person import Person
from zapis.model.tasks import Review, Task
from zapis.render.view import make_view


def _day(day: dt.date | None) -> str:
    return f"{day.day}. {day.month}. {day.year}" if day else ""


def _clock(time: dt.time) -> str:
    return f"{time.hour}.{time:%M}"


def _deadline(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    days = [f"od {_day(deadline.starts)}"] if deadline.starts else []
    days += [f"do {_day(deadline.due)}"] if deadline.due else []
    time = _clock(deadline.time) if deadline.time else ""
    flags = {"přibližně": deadline.approximate, "trvale": deadline.recurring}
    flags |= {"příště": deadline.next_meeting, "jen slova": deadline.is_words_only}
    parts = [" ".join(days), time, *(word for word, is_set in flags.items() if is_set)]
    return ", ".join(filter(None, parts))


def _person(person: Person) -> str:
    parts = {
        "organizace": person.organization,
        "útvar": person.unit,
        "funkce": person.role,
        "e-mail": person.email,
        "poznámka": person.note,
    }
    return "; ".join((person.full_name, *(f"{key} {text}" for key, text in parts.items() if text)))


def _people(meeting: Meeting, role: str) -> str:
    found = [people for people in (*meeting.officers, *meeting.attendance) if people.role == role]
    lines = [_person(person) for people in found for person in people.persons]
    return "\n".join((*lines, *(f"„{people.words}“" for people in found if people.words)))


def _agenda(item: AgendaItem) -> str:
    parts = (item.title, item.presenter, item.time, "staženo" if item.withdrawn else "")
    return f"{item.number}. {'; '.join(filter(None, parts))}"


def _time(time: TimeRange | None) -> str:
    if time is None:
        return ""
    start = _clock(time.start) if time.start else ""
    end = _clock(time.end) if time.end else ""
    since = "od " if time.since else ""
    return f"{since}{start}{f'–{end}' if end else ''}{' přes půlnoc' * time.crosses_midnight}"


def _date(meeting: Meeting) -> str:
    when = meeting.when
    return f"{_day(when.date)}{' – ' + _day(when.end_date) if when.end_date else ''}"


def _next(meeting: Meeting) -> str:
    found = meeting.next_meeting
    if found is None:
        return ""
    parts = (f"„{found.words}“" if found.words else "", _day(found.date), _time(found.time))
    return ", ".join(filter(None, (*parts, found.place)))


def _fields(meeting: Meeting) -> str:
    return "\n".join(f"{item.label}: {item.text}".rstrip() for item in meeting.fields)


def _signatures(meeting: Meeting) -> str:
    return "\n".join(
        f"{item.label}: {_person(item.person)}{f' ({item.on})' if item.on else ''}"
        for item in meeting.signatures
    )


def _assignees(task: Task) -> str:
    return ", ".join(who.name if who.known else f"„{who.name}“" for who in task.assignees)


def _task(task: Task) -> str:
    parts = (task.sentence, _assignees(task), _deadline(task.deadline), task.status.value)
    return "; ".join(part or "–" for part in parts)


def review_words(review: Review) -> str:
    who = ", ".join(item.name for item in review.new_assignees)
    deadline = _deadline(review.new_deadline)
    parts = (str(review.resolved or review.target), review.status.value, deadline, who)
    return "; ".join(filter(None, (*parts, review.comment and f"„{review.comment}“")))


def _heading(meeting: Meeting) -> str:
    view = make_view(meeting, assets={}, link_base="")
    return " ".join(f"{view.heading} {view.subheading}".replace("\u00a0", " ").split())


OF_MEETING: Mapping[str, Callable[[Meeting], str]] = {
    "obsah": outline,
    "název": lambda meeting: meeting.subject,
    "nadpis": _heading,
    "typ": lambda meeting: meeting.kind,
    "série": lambda meeting: meeting.series.key if meeting.series else "",
    "projekt": lambda meeting: meeting.project.key if meeting.project else "",
    "organizace": lambda meeting: meeting.organization,
    "id": lambda meeting: meeting.id,
    "číslo": lambda meeting: meeting.ordinal,
    "datum": _date,
    "čas": lambda meeting: _time(meeting.when.time),
    "místo": lambda meeting: meeting.place,
    "přítomni": lambda meeting: _people(meeting, "present"),
    "omluveni": lambda meeting: _people(meeting, "excused"),
    "nepřítomni": lambda meeting: _people(meeting, "absent"),
    "neomluveni": lambda meeting: _people(meeting, "unexcused"),
    "hosté": lambda meeting: _people(meeting, "guests"),
    "svolal": lambda meeting: _people(meeting, "convened_by"),
    "zahájil": lambda meeting: _people(meeting, "opened_by"),
    "předsedal": lambda meeting: _people(meeting, "chair"),
    "facilitátor": lambda meeting: _people(meeting, "facilitator"),
    "program": lambda meeting: "\n".join(_agenda(item) for item in meeting.agenda),
    "řádky": _fields,
    "podpisy": _signatures,
    "za": lambda meeting: "\n".join(
        (meeting.on_behalf_label, *(_person(person) for person in meeting.on_behalf_of))
    ),
    "příští": _next,
    "přílohy": lambda meeting: "\n".join(
        f"{item.name}{f' ({item.path})' if item.path else ''}" for item in meeting.attachments
    ),
    "stav": lambda meeting: meeting.status,
    "skrýt": lambda meeting: "\n".join(meeting.redacted),
    "neveřejné údaje": lambda meeting: "ano" if meeting.restricted else "ne",
    "šablona": lambda meeting: meeting.template,
    "typografie": lambda meeting: "ano" if meeting.typography else "ne",
    "zalomení": lambda meeting: "ano" if meeting.keep_line_breaks else "ne",
    "údaje": lambda meeting: str(dict(meeting.data)) if meeting.data else "",
    "úkoly": lambda meeting: str(len(meeting.tasks)),
    "kontroly": lambda meeting: str(len(meeting.reviews)),
    "popisky": lambda meeting: ", ".join(meeting.labels.values()),
}
OF_TASK: Mapping[str, Callable[[Task], str]] = {
    "úkol": _task,
    "věta": lambda task: task.sentence,
    "řešitel": _assignees,
    "termín": lambda task: _deadline(task.deadline),
    "slova": lambda task: task.deadline.words if task.deadline else "",
    "stav úkolu": lambda task: task.status.value,
    "box": lambda task: task.status.value,
    "štítek": lambda task: task.printed_label,
    "číslo úkolu": lambda task: str(task.number),
    "úkol-číslo": lambda task: str(task.number),
}
