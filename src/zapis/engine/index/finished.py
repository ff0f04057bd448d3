"""The finished tracker in the index: what an update made of everything it depends on."""

import datetime as dt
from collections.abc import Mapping, Sequence
from sqlite3 import Connection
from typing import NamedTuple, get_type_hints

from msgspec import Struct

from zapis.diagnostics import Diagnostics
from zapis.engine.index.columns import pack, unpack
from zapis.engine.index.rows import recall_rows, remember_rows
from zapis.engine.index.store import about, note
from zapis.engine.index.values import from_json, to_json
from zapis.tasks.query.people import KnownPerson
from zapis.tasks.query.rows import TaskRow


class Inputs(NamedTuple):
    """Digests of all that an update is made of.

    `others` are the files beside the sources. `places` are those in the texts of the sources;
    nothing but what is said of them depends on these.
    """

    settings: bytes
    sources: bytes
    others: bytes
    places: bytes


class Wanted(NamedTuple):
    """As of which day something is asked for, and what: it takes time to bring everything."""

    today: dt.date
    history: bool
    only_open: bool
    people: bool


class Told(Struct, frozen=True):
    """What there is besides the rows: how many they are, and what was to be said.

    `problems` are those of the tracker, `said` errors in minutes by their paths. `day` is the day
    on which all of it holds, None for any: changes not yet written down are dated today.
    """

    count: int
    problems: Diagnostics
    said: Mapping[str, Diagnostics]
    day: dt.date | None


class Finished(NamedTuple):
    """All tasks after an update, or those that were asked for, and everybody who is known."""

    rows: tuple[TaskRow, ...]
    people: tuple[KnownPerson, ...]
    told: Told


def recall_look(connection: Connection) -> bytes | None:
    """How the workspace looked when nothing had to be read any more (see `remember_look`)."""
    look = about(connection, "look")
    return look if isinstance(look, bytes) else None


def recall_untouched(connection: Connection, look: bytes, wanted: Wanted) -> Finished | None:
    """What was finished when the workspace looked like this."""
    if about(connection, "look") != look:
        return None
    told = _recall_told(connection, wanted.today)
    return _recall(connection, told, wanted) if told else None


def recall_finished(connection: Connection, inputs: Inputs, wanted: Wanted) -> Finished | None:
    """What was made of the same inputs, wherever they stand where nothing is said of places."""
    told = _recall_told(connection, wanted.today)
    known = _recall_inputs(connection)
    if told is None or known[:-1] != inputs[:-1] or (told.said and known != inputs):
        return None
    return _recall(connection, told, wanted)


def remember_finished(
    connection: Connection, inputs: Inputs, finished: Finished, *, has_rows: bool = False
) -> None:
    """Store what was made of the inputs, all rows with their histories, unless they are there."""
    _remember_inputs(connection, inputs)
    note(connection, "look", None)
    note(connection, "people", pack(finished.people))
    note(connection, "told", to_json(finished.told))
    if not has_rows:
        remember_rows(connection, finished.rows)


def remember_rows_alone(connection: Connection, rows: Sequence[TaskRow]) -> None:
    """Store rows of which the next list is made; until then there is none."""
    note(connection, "look", None)
    note(connection, "told", None)
    remember_rows(connection, rows)


def remember_look(connection: Connection, inputs: Inputs, look: bytes | None) -> None:
    """Note how the workspace looks from outside, so that nothing need be read next time."""
    if _recall_inputs(connection)[:-1] == inputs[:-1]:
        _remember_inputs(connection, inputs)
        note(connection, "look", look)


def _remember_inputs(connection: Connection, inputs: Inputs) -> None:
    for name, value in zip(Inputs._fields, inputs, strict=True):
        note(connection, f"made_of_{name}", value)


def _recall_inputs(connection: Connection) -> tuple[object, ...]:
    return tuple(about(connection, f"made_of_{name}") for name in Inputs._fields)


def _recall_told(connection: Connection, today: dt.date) -> Told | None:
    text = about(connection, "told")
    told = from_json(Told, str(text)) if text else None
    return told if told and told.day in (None, today) else None


def _recall(connection: Connection, told: Told, wanted: Wanted) -> Finished:
    rows = recall_rows(connection, wanted.today, history=wanted.history, only_open=wanted.only_open)
    return Finished(rows, _recall_people(connection) if wanted.people else (), told)


def _recall_people(connection: Connection) -> tuple[KnownPerson, ...]:
    types = tuple(get_type_hints(KnownPerson).values())
    columns = (column.rows() for column in unpack(types, str(about(connection, "people"))))
    return tuple(map(KnownPerson._make, zip(*columns, strict=True)))
