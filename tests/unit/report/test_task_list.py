"""The list of open tasks at several widths."""

import datetime as dt

import pytest

from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.report.columns import width
from zapis.report.task_list import ListStyle, format_task_list
from zapis.tasks.query import OpenTasks, open_tasks
from zapis.tasks.tracker import Entry, Statement, Tracker

TODAY = dt.date(2026, 4, 13)
SET_ON = dt.date(2026, 1, 23)
TOWN = "Město Horní Bělá"


def entry(
    task: str, sentence: str, people: tuple[str, ...], deadline: Deadline | None, *more: Statement
) -> Entry:
    meeting, _, number = task.rpartition("/")
    said = Statement(SET_ON, TaskStatus.OPEN, people, deadline, path="m.md")
    return Entry(TaskId(meeting, int(number)), sentence, (said, *more))


def due(month: int, day: int, year: int = 2026, **flags: bool) -> Deadline:
    return Deadline("do", due=dt.date(year, month, day), **flags)  # type: ignore[arg-type]


ENTRIES = (
    entry(
        "BC-2026-01-23/1",
        "Zaslat nápady na vzdělávací akce pro skupinu, kvalitní lektoři i bez akreditace",
        ("Eva Horáková", "Petr Cháb"),
        due(3, 20),
        Statement(dt.date(2026, 2, 11), note="čeká se na potvrzení lektora"),
    ),
    entry(
        "P-2026-03-16/2",
        "Doplnit kontakty do adresáře služeb",
        (),
        due(3, 31),
        Statement(dt.date(2026, 4, 1), TaskStatus.IN_PROGRESS),
    ),
    entry("BC-2026-03-20/4", "Objednat sál na květnové setkání", ("odbor kultury",), due(4, 17)),
    entry(
        "BC-2026-03-20/2",
        "Připravit leták o dni sousedů",
        ("Alena Říhová", "B", "C", "D"),
        due(5, 15, next_meeting=True),
    ),
    entry(
        "BC-2026-03-20/5",
        "Svolat společné setkání terénních týmů",
        ("členové skupiny",),
        Deadline("2× do roka", recurring=True),
    ),
    entry(
        "BC-2026-03-20/6",
        "Obejít organizace kvůli novému plánu",
        ("pracovníci MěÚ",),
        Deadline("V následujícím období"),
    ),
)
TASKS = open_tasks(Tracker(ENTRIES), TODAY)

AT_80 = """\
Otevřené úkoly – Město Horní Bělá                          pondělí 13. 4. 2026
Termín / číslo    Úkol                                       Zodpovídá
PO TERMÍNU (2)
20. 3.  o 24 dní  Zaslat nápady na vzdělávací akce pro       Eva Horáková
BC-2026-01-23/1   skupinu, kvalitní lektoři i bez akreditace Petr Cháb
                  » 11. 2.: čeká se na potvrzení lektora
31. 3.  o 13 dní  Doplnit kontakty do adresáře služeb        ? nepřiděleno
P-2026-03-16/2    [rozpracováno]
DO TÝDNE (1)
pátek     17. 4.  Objednat sál na květnové setkání           odbor kultury
BC-2026-03-20/4
POZDĚJI (1)
do příště 15. 5.  Připravit leták o dni sousedů              Alena Říhová
BC-2026-03-20/2                                              a další 3
TRVALÉ A OPAKOVANÉ (1)
2× do roka        Svolat společné setkání terénních týmů     členové skupiny
BC-2026-03-20/5
BEZ TERMÍNU (1)
v násl. období    Obejít organizace kvůli novému plánu       pracovníci MěÚ
BC-2026-03-20/6
6 otevřených úkolů: 2 po termínu, 1 do týdne; 1 bez termínu, 1 nepřidělený."""

AT_40 = """\
Otevřené úkoly – Město Horní Bělá
pondělí 13. 4. 2026
PO TERMÍNU (2)
20. 3. o 24 dní · BC-2026-01-23/1
  Zaslat nápady na vzdělávací akce pro
  skupinu, kvalitní lektoři i bez
  akreditace
  » 11. 2.: čeká se na potvrzení
  lektora
  Eva Horáková, Petr Cháb
"""


def test_the_list_looks_as_specified_at_80_columns() -> None:
    assert format_task_list(TASKS, TODAY, TOWN) == AT_80


def test_a_narrow_terminal_gets_one_thing_below_the_other() -> None:
    text = format_task_list(TASKS, TODAY, TOWN, ListStyle(40))
    assert text.startswith(AT_40)


@pytest.mark.parametrize("columns", [20, 40, 59, 60, 80, 110, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    text = format_task_list(TASKS, TODAY, TOWN, ListStyle(columns, hint="Splněno?  zapis …"))
    assert max(width(line) for line in text.splitlines()) < columns


def test_colour_adds_nothing_that_words_do_not_say() -> None:
    colored = format_task_list(TASKS, TODAY, TOWN, ListStyle(color=True))
    plain = "".join(part.partition("m")[2] for part in f"m{colored}".split("\x1b["))
    lines = [line.rstrip() for line in plain.splitlines()]
    assert ("\x1b[31m" in colored, lines) == (True, AT_80.splitlines())


def test_a_first_screen_of_very_many_says_how_many_are_left() -> None:
    text = format_task_list(TASKS, TODAY, TOWN, ListStyle(most_rows=2))
    assert text.splitlines()[-2:] == [
        "… a ještě 4 úkoly.",
        "6 otevřených úkolů: 2 po termínu, 1 do týdne; 1 bez termínu, 1 nepřidělený.",
    ]


def test_an_empty_list_says_so_kindly() -> None:
    lines = format_task_list(OpenTasks(()), TODAY, TOWN).splitlines()
    assert lines[1:] == ["Žádný úkol není otevřený, všechno je hotovo."]


def test_a_single_task_and_a_hint() -> None:
    tasks = open_tasks(Tracker((entry("M/1", "Zaslat", ("Eva",), due(4, 20)),)), TODAY)
    text = format_task_list(tasks, TODAY, "", ListStyle(hint="Splněno?  zapis ukoly"))
    assert text.splitlines() == [
        "Otevřené úkoly                                             pondělí 13. 4. 2026",
        "Termín / číslo    Úkol                                       Zodpovídá",
        "DO TÝDNE (1)",
        "pondělí   20. 4.  Zaslat                                     Eva",
        "M/1",
        "1 otevřený úkol: 1 do týdne.",
        "Splněno?  zapis ukoly",
    ]


@pytest.mark.parametrize(
    ("deadline", "shown"),
    [
        (due(4, 12), "12. 4.  o 1 den"),
        (due(4, 10), "10. 4.  o 3 dny"),
        (due(12, 31, 2025), "31. 12. 2025"),
        (due(5, 31, approximate=True), "asi       31. 5."),
        (due(6, 30), "          30. 6."),
        (due(6, 30, 2027), "     30. 6. 2027"),
        (Deadline("Až bude jasno, nejdřív ale po prázdninách"), "až bude jasno,"),
    ],
)
def test_deadlines_fit_their_column(deadline: Deadline, shown: str) -> None:
    tasks = open_tasks(Tracker((entry("M/1", "Zaslat", ("Eva",), deadline),)), TODAY)
    assert format_task_list(tasks, TODAY).splitlines()[3][:16].rstrip() == shown


def test_a_task_not_yet_built_is_marked_as_new() -> None:
    fresh = Entry(TaskId("M", 1), "Zaslat", ENTRIES[0].statements, is_new=True)
    text = format_task_list(open_tasks(Tracker((fresh,)), TODAY), TODAY)
    assert "[nové]" in text


def test_a_long_id_is_broken_at_its_hyphens() -> None:
    tasks = open_tasks(Tracker((entry("zasedani-zastupitelstva/1", "X", ("Y",), None),)), TODAY)
    lines = [line[:16].rstrip() for line in format_task_list(tasks, TODAY).splitlines()]
    assert lines[3:5] == ["zasedani-", "zastupitelstva/1"]
