"""One task with all that is known of it."""

import datetime as dt

import pytest
from msgspec.structs import replace

from task_samples import TODAY, due, entry, rows_of, statement, without_colors
from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskStatus
from zapis.report.columns import width
from zapis.report.style import ListStyle
from zapis.report.task_detail import format_task
from zapis.tasks.query import TaskRow
from zapis.tasks.tracker import NO_DEADLINE, Entry, Statement

SENTENCE = "Zaslat nápady na vzdělávací akce pro skupinu, kvalitní lektoři i bez akreditace"
REVIEW = Statement(
    dt.date(2026, 3, 20),
    TaskStatus.IN_PROGRESS,
    ("Jana Malá",),
    due(4, 17, next_meeting=True),
    "osloveni byli čtyři lektoři, dva z nich přislíbili",
    "zapisy/brezen.md",
)
TASK = entry(
    "BC-2026-01-23/1",
    SENTENCE,
    ("Eva Horáková",),
    due(2, 28),
    statement(2, 11, note="čeká se na potvrzení lektora"),
    statement(2, 20, note="lektor onemocněl", deadline=due(3, 20)),
    Statement(dt.date(2026, 3, 1), assignees=()),
    Statement(dt.date(2026, 3, 2), assignees=("Jana Malá", "Petr Cháb")),
    replace(REVIEW, deadline=Deadline("do příště", due=dt.date(2026, 4, 17), next_meeting=True)),
)

AT_80 = """\
Úkol BC-2026-01-23/1                                       pondělí 13. 4. 2026

Zaslat nápady na vzdělávací akce pro skupinu, kvalitní lektoři i bez akreditace

Stav          rozpracováno
Zodpovídá     Jana Malá
Termín        pátek 17. 4. 2026, za 4 dny („do příště“)
Série         Pracovní skupina Bezpečná čtvrť
Zadáno        23. 1. 2026, 2. schůzka skupiny
              zapisy/leden.md
Dokument      vystup/leden.html

Historie
23. 1. 2026   zápis     otevřeno, Eva Horáková, do 28. 2. 2026
                        zapisy/leden.md
11. 2. 2026   ukoly.md  » čeká se na potvrzení lektora
20. 2. 2026   ukoly.md  termín do 20. 3. 2026; lektor onemocněl
1. 3. 2026    ukoly.md  bez řešitele
2. 3. 2026    ukoly.md  řeší Jana Malá, Petr Cháb
20. 3. 2026   zápis     rozpracováno, Jana Malá, do příště (17. 4. 2026);
                        osloveni byli čtyři lektoři, dva z nich přislíbili
                        zapisy/brezen.md"""

AT_40 = """\
Úkol BC-2026-01-23/1
pondělí 13. 4. 2026

Zaslat nápady na vzdělávací akce pro
skupinu, kvalitní lektoři i bez
akreditace

Stav: rozpracováno
Zodpovídá: Jana Malá
Termín: pátek 17. 4. 2026, za 4 dny
  („do příště“)
Série: Pracovní skupina Bezpečná čtvrť
Zadáno: 23. 1. 2026, 2. schůzka skupiny
  zapisy/leden.md
Dokument: vystup/leden.html

Historie
23. 1. 2026 · zápis
  otevřeno, Eva Horáková,
  do 28. 2. 2026
  zapisy/leden.md
11. 2. 2026 · ukoly.md
  » čeká se na potvrzení lektora
"""


def show(row: TaskRow, style: ListStyle = ListStyle()) -> str:  # noqa: B008 - a frozen value
    return format_task(
        row, TODAY, style, meeting="2. schůzka skupiny", document="vystup/leden.html"
    )


def row(task: Entry = TASK) -> TaskRow:
    return rows_of([task])[0]._replace(section="Pracovní skupina Bezpečná čtvrť")


def field(task: Entry, label: str) -> str:
    """The first line behind the label."""
    lines = show(row(task)).splitlines()
    return next((line[14:] for line in lines if line.startswith(f"{label} ")), "")


def test_a_task_in_two_columns() -> None:
    assert show(row()) == AT_80


def test_a_narrow_terminal_gets_values_behind_or_below_their_labels() -> None:
    assert show(row(), ListStyle(40)).startswith(AT_40)


def test_lines_are_never_longer_than_a_hundred_columns() -> None:
    assert show(row(), ListStyle(200)) == show(row(), ListStyle(100))


@pytest.mark.parametrize("columns", [20, 40, 49, 50, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_with_spaces(columns: int) -> None:
    lines = show(row(), ListStyle(columns)).splitlines()
    assert [line for line in lines if width(line) >= columns or line != line.rstrip()] == []


@pytest.mark.parametrize("columns", [40, 80])
def test_colour_adds_nothing_that_words_do_not_say(columns: int) -> None:
    colored = show(row(), ListStyle(columns, color=True))
    assert ("\x1b[33m" in colored, without_colors(colored)) == (
        True,
        show(row(), ListStyle(columns)),
    )


@pytest.mark.parametrize("columns", [40, 80])
def test_text_cannot_steer_the_terminal(columns: int) -> None:
    evil = "a\x1b]0;x\x07\x9b2J\r\u202e\x00"
    task = entry("M/1", evil, (evil,), Deadline(evil, due=TODAY), statement(2, 1, note=evil))
    written = rows_of([task])[0]._replace(section=evil, path=evil)
    text = format_task(written, TODAY, ListStyle(columns), meeting=evil, document=evil)
    assert [mark for mark in text.replace("\n", "") if not mark.isprintable()] == []


@pytest.mark.parametrize(
    ("deadline", "shown"),
    [
        (None, "neurčen"),
        (due(3, 20), "pátek 20. 3. 2026, o 24 dní po termínu"),
        (due(4, 12), "neděle 12. 4. 2026, o 1 den po termínu"),
        (due(4, 13), "pondělí 13. 4. 2026, dnes"),
        (due(4, 14), "úterý 14. 4. 2026, zítra"),
        (due(4, 17), "pátek 17. 4. 2026, za 4 dny"),
        (due(6, 30, 2029), "sobota 30. 6. 2029, za 1 174 dní"),
        (
            Deadline("do 17. 4. v 9 hodin", due=dt.date(2026, 4, 17), time=dt.time(9, 5)),
            "pátek 17. 4. 2026, 9.05 hodin, za 4 dny („do 17. 4. v 9 hodin“)",
        ),
        (
            Deadline("kolem Velikonoc", due=dt.date(2026, 4, 6), approximate=True),
            "asi pondělí 6. 4. 2026, o 7 dní po termínu („kolem Velikonoc“)",
        ),
        (Deadline("2× do roka", recurring=True, due=TODAY), "2× do roka"),
        (Deadline("v následujícím období"), "v následujícím období"),
    ],
)
def test_a_deadline_is_told_with_its_day_and_how_far_it_is(
    deadline: Deadline | None, shown: str
) -> None:
    assert field(entry("M/1", "Zaslat", ("Eva",), deadline), "Termín") == shown


def test_a_closed_task_is_neither_late_nor_in_want_of_an_assignee() -> None:
    closed = entry("M/1", "Zaslat", (), due(3, 20), statement(4, 1, TaskStatus.DONE))
    shown = [field(closed, label) for label in ("Stav", "Zodpovídá", "Termín")]
    assert shown == ["splněno 1. 4. 2026", "", "pátek 20. 3. 2026"]


def test_what_is_new_or_gone_says_so() -> None:
    lines = show(row(entry("M/1", gone=True, is_new=True, people=()))).splitlines()
    assert lines[4:8] == [
        "Stav          otevřeno",
        "              [nové] v ukoly.md ještě není, zapíše ho zapis build",
        "              v zápisech už není",
        "Termín        neurčen",
    ]


def test_what_is_not_known_is_left_out() -> None:
    bare = rows_of([entry("M/1", "Zaslat", ())])[0]._replace(set_on=None, path="", history=())
    assert format_task(bare, TODAY, ListStyle()).splitlines()[2:] == [
        "Zaslat",
        "",
        "Stav          otevřeno",
        "Zodpovídá     ? nepřiděleno",
        "Termín        neurčen",
    ]


def test_a_note_is_told_where_the_history_was_not_asked_for() -> None:
    noted = entry("M/1", "Zaslat", ("Eva",), None, statement(2, 1, note="čeká se"))
    text = format_task(rows_of([noted])[0]._replace(history=()), TODAY, ListStyle())
    assert text.splitlines()[-1] == "Poznámka      1. 2. 2026: čeká se"


def test_a_statement_may_have_no_day_and_may_take_the_deadline_away() -> None:
    freed = entry("M/1", "Zaslat", ("Eva",), None, Statement(None, deadline=NO_DEADLINE))
    assert show(row(freed)).splitlines()[-1] == "bez data      ukoly.md  bez termínu"
