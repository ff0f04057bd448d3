import datetime as dt
from types import MappingProxyType

import pytest

from tracker_cases import SERIES, meeting, review, task
from zapis import codes
from zapis.diagnostics import Diagnostic, Label
from zapis.engine.index.values import from_json, list_to_json, to_json
from zapis.model.person import Person
from zapis.model.settings import Logo, Project, Series, Settings
from zapis.model.tasks import TaskStatus
from zapis.source import Span
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.query.people import KnownPerson
from zapis.tasks.tracker import Statement

MEETING = meeting(
    task("Objednat „sál“", "Eva Malá", "Petr Cháb", deadline="do 20. 3. 2026 v 9:00", pinned=3),
    task("Bez termínu", status=TaskStatus.IN_PROGRESS),
    day=None,
    reviews=(review("#BC-1/2", TaskStatus.DONE, "hotovo\nvčas", deadline="do příště"),),
    span=Span(3, 9),
)
SETTINGS = Settings(
    organization="Město Lhota",
    exclude=("archiv/**",),
    persons=(Person("Eva Malá", titles_before=("Ing.",), aliases=("Evička",), span=Span(1, 2)),),
    series=MappingProxyType({"bc": Series("bc", SERIES, members=(Person("Petr Cháb"),))}),
    projects=MappingProxyType({"p": Project("p", header_logos=(Logo("logo.svg", "Logo"),))}),
)
DIAGNOSTIC = Diagnostic(
    codes.UNKNOWN_TASK, "úkol neexistuje", Span(1, 2), "cure", (Label(Span(4, 5), "první"),)
)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (MeetingTasks, MEETING),
        (Settings, SETTINGS),
        (Settings, Settings()),
        (Diagnostic, DIAGNOSTIC),
        (KnownPerson, KnownPerson("Eva", organizations=("Doléčovací centrum – Renarkon",))),
        (Statement, Statement(dt.date(2026, 4, 13), TaskStatus.DONE, (), None, "u\u2028řádek")),
        (tuple[str, ...], ()),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_value_comes_back_as_it_was(kind: type[object], value: object):
    assert from_json(kind, to_json(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[",
        '["Eva"]',
        '["Eva", [], [], [], "víc"]',
        '["Eva", [], [1], []]',
        '[["Eva"], [], [], []]',
        '{"name": "Eva"}',
        "[" * 99_999,
    ],
)
def test_damage_is_an_error_that_the_index_expects(text: str):
    with pytest.raises((ValueError, TypeError, LookupError, RecursionError)):
        from_json(KnownPerson, text)


def test_a_value_of_another_kind_is_not_written():
    with pytest.raises(TypeError):
        to_json(object())


@pytest.mark.parametrize("length", [0, 1, 500, 501, 1200])
def test_a_long_list_is_written_as_if_at_once(length: int):
    assert list_to_json((MEETING, n) for n in range(length)) == to_json(
        [(MEETING, n) for n in range(length)]
    )
