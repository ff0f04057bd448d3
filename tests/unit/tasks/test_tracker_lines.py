"""Statement lines of the tracker, read and written."""

import datetime as dt

import pytest
from msgspec.structs import replace

from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskStatus
from zapis.tasks.tracker import NO_DEADLINE, Statement
from zapis.tasks.tracker_lines import (
    Unreadable,
    parse_line,
    print_fact_line,
    print_meeting_line,
)

DAY = dt.date(2026, 2, 20)
DUE = Deadline("do 20. 3. 2026", due=dt.date(2026, 3, 20), year_written=True)
NEXT = Deadline("do příště", due=dt.date(2026, 3, 20), next_meeting=True, year_written=True)
DONE, OPEN = TaskStatus.DONE, TaskStatus.OPEN
PATH = "zapisy/2026-02-20-bc.md"
LINK = f"zápis [20. 2. 2026]({PATH}): "

MEETINGS = (
    ("otevřeno", Statement(DAY, OPEN, path=PATH)),
    ("otevřeno, @Eva Horáková", Statement(DAY, OPEN, ("Eva Horáková",), path=PATH)),
    (
        "otevřeno, @Eva Horáková, @„vedení škol“, do 20. 3. 2026",
        Statement(DAY, OPEN, ("Eva Horáková", "vedení škol"), DUE, path=PATH),
    ),
    ("otevřeno, do příště (20. 3. 2026)", Statement(DAY, OPEN, None, NEXT, path=PATH)),
    (
        "otevřeno, (termín: v úterý (ráno), ne dřív), přijde málo lidí",
        Statement(DAY, OPEN, None, Deadline("v úterý (ráno), ne dřív"), "přijde málo lidí", PATH),
    ),
    ("splněno, odpovědělo devět", Statement(DAY, DONE, None, None, "odpovědělo devět", PATH)),
    (
        "splněno, pozn.: do 20. 3. 2026, ale pozdě",
        Statement(DAY, DONE, None, None, "do 20. 3. 2026, ale pozdě", PATH),
    ),
)


@pytest.mark.parametrize(("said", "statement"), MEETINGS)
def test_a_line_of_a_meeting_is_read(said: str, statement: Statement) -> None:
    read = parse_line(f"  - {LINK}{said}")
    assert isinstance(read, Statement)
    assert replace(read, deadline=statement.deadline) == statement


@pytest.mark.parametrize(("said", "statement"), MEETINGS)
def test_a_line_of_a_meeting_is_written(said: str, statement: Statement) -> None:
    assert print_meeting_line(statement) == f"  - {LINK}{said}"


FACTS = (
    ("splněno", Statement(DAY, DONE)),
    ("splněno, včas", Statement(DAY, DONE, note="včas")),
    ("termín 20. 3. 2026, lektor onemocněl", Statement(DAY, deadline=DUE, note="lektor onemocněl")),
    ("termín neurčen", Statement(DAY, deadline=NO_DEADLINE)),
    ("termín „až bude čas“", Statement(DAY, deadline=Deadline("až bude čas"))),
    ("termín v následujícím období", Statement(DAY, deadline=Deadline("v následujícím období"))),
    (
        "řeší @Petr Cháb, @členové, dohodli se",
        Statement(DAY, None, ("Petr Cháb", "členové"), None, "dohodli se"),
    ),
    ("řeší nikdo", Statement(DAY, assignees=())),
    ("čeká se na lektora", Statement(DAY, note="čeká se na lektora")),
)


@pytest.mark.parametrize(("said", "statement"), FACTS)
def test_a_fact_is_read(said: str, statement: Statement) -> None:
    read = parse_line(f"  - 20. 2. 2026: {said}")
    assert isinstance(read, Statement)
    due = read.deadline.due if read.deadline else None
    expected = statement.deadline.due if statement.deadline else None
    assert (replace(read, deadline=statement.deadline), due) == (statement, expected)


@pytest.mark.parametrize(("said", "statement"), FACTS)
def test_a_fact_is_written(said: str, statement: Statement) -> None:
    assert print_fact_line(statement) == f"  - 20. 2. 2026: {said}"


@pytest.mark.parametrize(
    "said", ["splněno to není", "termín dodržen", "řeší to Petr", "splněno!", "Termín 5. 5. 2026"]
)
def test_other_words_behind_a_date_are_a_note(said: str) -> None:
    assert parse_line(f"  - 20. 2. 2026: {said}") == Statement(DAY, note=said)


def test_a_note_that_reads_as_a_change_is_marked() -> None:
    line = print_fact_line(Statement(DAY, note="splněno, říká Petr"))
    assert (line, parse_line(line)) == (
        "  - 20. 2. 2026: pozn.: splněno, říká Petr",
        Statement(DAY, note="splněno, říká Petr"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "  - moje poznámka",
        "- 20. 2. 2026: splněno",
        "  text",
        "",
        "  - 20. 2.: splněno",
        "  - [ ] krok",
    ],
)
def test_any_other_line_is_somebodys_own(line: str) -> None:
    assert parse_line(line) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("  - 31. 2. 2026: splněno", "datum „31. 2. 2026“ neexistuje"),
        (f"  - zápis [31. 2. 2026]({PATH}): splněno", "datum „31. 2. 2026“ neexistuje"),
        (f"  - {LINK}hotovka", "„hotovka“ nezačíná stavem úkolu"),
        ("  - zápis [20. 2. 2026]: splněno", "řádek zápisu má tvar „zápis [datum](cesta): stav“"),
    ],
)
def test_a_damaged_statement_says_why(line: str, reason: str) -> None:
    assert parse_line(line) == Unreadable(reason)


def test_no_break_spaces_and_other_bullets_are_read() -> None:
    assert parse_line("\t* 20.\u00a02.\u00a02026: splněno") == Statement(DAY, DONE)


def test_a_path_with_spaces_and_a_meeting_without_a_date() -> None:
    statement = Statement(None, OPEN, path="zápisy (staré)/porada 1.md")
    line = print_meeting_line(statement)
    assert (line, parse_line(line)) == (
        "  - zápis [bez data](<zápisy (staré)/porada 1.md>): otevřeno",
        statement,
    )
