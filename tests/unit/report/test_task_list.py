"""The list of tasks at several widths."""

import datetime as dt

import pytest
from msgspec.structs import replace

from task_samples import (
    CLOSED_ENTRIES,
    OPEN_ENTRIES,
    TODAY,
    TOWN,
    due,
    entry,
    grouped,
    statement,
    without_colors,
)
from zapis.report.columns import width
from zapis.report.task_list import ListStyle, format_task_list
from zapis.tasks.query import OpenTasks

TASKS = grouped(*OPEN_ENTRIES)
ALL = grouped(*OPEN_ENTRIES, *CLOSED_ENTRIES)
HINT = "Splněno?  zapis ukoly splneno 01-23/1    Excel:  zapis ukoly -o ukoly.xlsx"

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
6 otevřených úkolů: 2 po termínu, 1 do týdne; 1 bez termínu, 1 nepřidělený.
Splněno?  zapis ukoly splneno 01-23/1    Excel:  zapis ukoly -o ukoly.xlsx"""

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
  → Eva Horáková, Petr Cháb
31. 3. o 13 dní · P-2026-03-16/2
  Doplnit kontakty do adresáře služeb
  [rozpracováno]
  → ? nepřiděleno
DO TÝDNE (1)
"""

AT_60 = """\
Otevřené úkoly – Město Horní Bělá      pondělí 13. 4. 2026
Termín / číslo    Úkol
PO TERMÍNU (2)
20. 3.  o 24 dní  Zaslat nápady na vzdělávací akce pro
BC-2026-01-23/1   skupinu, kvalitní lektoři i bez
                  akreditace
                  » 11. 2.: čeká se na potvrzení lektora
                  → Eva Horáková, Petr Cháb
31. 3.  o 13 dní  Doplnit kontakty do adresáře služeb
"""

AT_120 = """\
PO TERMÍNU (2)
20. 3.  o 24 dní   BC-2026-01-23/1  Zaslat nápady na vzdělávací akce pro skupinu, kvalitní   Eva Horáková, Petr Cháb
                                    lektoři i bez akreditace
                                    » 11. 2.: čeká se na potvrzení lektora
31. 3.  o 13 dní   P-2026-03-16/2   Doplnit kontakty do adresáře služeb [rozpracováno]       ? nepřiděleno
"""  # noqa: E501 - as wide as the terminal

CLOSED_AT_80 = """\
SPLNĚNO (1)
20. 3.  splněno   Obvolat                                    Petr Cháb
BC-2026-01-23/2
ZRUŠENO (1)
21. 3.  zrušeno   Koupit
BC-2026-01-23/3
UŽ NEJSOU V ZÁPISECH (1)
          30. 3.  Uklidit                                    Petr Cháb
BC-2026-01-23/4
6 otevřených úkolů: 2 po termínu, 1 do týdne; 1 bez termínu, 1 nepřidělený.
3 další: 1 splněný, 1 zrušený, 1 už není v zápisech."""


def test_the_list_looks_as_specified_at_80_columns() -> None:
    assert format_task_list(TASKS, TODAY, TOWN, ListStyle(hint=HINT)) == AT_80


def test_a_narrow_terminal_gets_one_thing_below_the_other() -> None:
    text = format_task_list(TASKS, TODAY, TOWN, ListStyle(40))
    assert text.startswith(AT_40)


def test_a_terminal_of_60_columns_gets_names_below_the_task() -> None:
    assert format_task_list(TASKS, TODAY, TOWN, ListStyle(60)).startswith(AT_60)


def test_a_wide_terminal_gets_numbers_and_names_on_the_line_of_the_task() -> None:
    assert AT_120 in format_task_list(TASKS, TODAY, TOWN, ListStyle(120))


def test_closed_tasks_stand_behind_the_open_ones_and_are_summed_apart() -> None:
    text = format_task_list(ALL, TODAY, TOWN, ListStyle(title="Úkoly"))
    assert (text[:6], text[-len(CLOSED_AT_80) :]) == ("Úkoly ", CLOSED_AT_80)


@pytest.mark.parametrize("columns", [20, 40, 49, 50, 59, 60, 71, 72, 80, 119, 120, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_with_spaces(columns: int) -> None:
    style = ListStyle(columns, hint=HINT, filters=("do konce března = do 31. 3. 2026",) * 2)
    lines = format_task_list(ALL, TODAY, TOWN, style).splitlines()
    assert [line for line in lines if width(line) >= columns or line != line.rstrip()] == []


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_colour_adds_nothing_that_words_do_not_say(columns: int) -> None:
    plain = format_task_list(ALL, TODAY, TOWN, ListStyle(columns))
    colored = format_task_list(ALL, TODAY, TOWN, ListStyle(columns, color=True))
    assert ("\x1b[31m" in colored, without_colors(colored)) == (True, plain)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_text_cannot_steer_the_terminal(columns: int) -> None:
    evil = "a\x1b]0;x\x07\x9b2J\r\u202e\x00"
    task = entry("M/1", evil, (evil, f"{evil}b"), None, statement(2, 1, note=evil))
    style = ListStyle(columns, title=evil, filters=(evil,), hint=HINT)
    text = format_task_list(grouped(task), TODAY, evil, style).replace("\n", "")
    assert [mark for mark in text if not mark.isprintable()] == []


def test_a_first_screen_of_very_many_says_how_many_are_left_and_how_to_see_them() -> None:
    text = format_task_list(TASKS, TODAY, TOWN, ListStyle(most_rows=2))
    assert text.splitlines()[-3:] == [
        "P-2026-03-16/2    [rozpracováno]",
        "… a ještě 4 úkoly; všechny: zapis ukoly | less",
        "6 otevřených úkolů: 2 po termínu, 1 do týdne; 1 bez termínu, 1 nepřidělený.",
    ]


def test_very_many_are_counted_in_groups_of_digits() -> None:
    tasks = grouped(*(entry(f"M/{number}") for number in range(10_000)))
    text = format_task_list(tasks, TODAY, "", ListStyle(most_rows=300))
    assert (text.splitlines()[2], text.splitlines()[-2:]) == (
        "BEZ TERMÍNU (10 000)",
        [
            "… a ještě 9 700 úkolů; všechny: zapis ukoly | less",
            "10 000 otevřených úkolů: 10 000 bez termínu.",
        ],
    )


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (ListStyle(), "Žádný úkol není otevřený, všechno je hotovo."),
        (ListStyle(open_in_all=0), "Filtru neodpovídá žádný úkol; otevřený není žádný."),
        (
            ListStyle(open_in_all=1),
            "Filtru neodpovídá žádný úkol. Bez filtru je otevřený 1 úkol.",
        ),
        (
            ListStyle(open_in_all=3),
            "Filtru neodpovídá žádný úkol. Bez filtru jsou otevřené 3 úkoly.",
        ),
        (
            ListStyle(open_in_all=1205),
            "Filtru neodpovídá žádný úkol. Bez filtru je otevřených 1 205 úkolů.",
        ),
        (ListStyle(empty="Zatím žádný úkol."), "Zatím žádný úkol."),
    ],
)
def test_an_empty_list_says_why(style: ListStyle, text: str) -> None:
    assert format_task_list(OpenTasks(()), TODAY, TOWN, style).splitlines()[1:] == [text]


def test_the_filter_as_understood_stands_below_the_title() -> None:
    filters = (
        "do konce března = do 31. 3. 2026",
        "renarkon = Doléčovací centrum – Renarkon (Petr Cháb, Jana Malá), Město Horní Bělá",
    )
    lines = format_task_list(TASKS, TODAY, TOWN, ListStyle(filters=filters)).splitlines()
    assert lines[1:4] == [
        "Filtr: do konce března = do 31. 3. 2026",
        "       renarkon = Doléčovací centrum – Renarkon (Petr Cháb, Jana Malá), Město",
        "       Horní Bělá",
    ]


def test_a_hint_too_long_for_the_terminal_is_split_between_its_parts() -> None:
    text = format_task_list(TASKS, TODAY, TOWN, ListStyle(60, hint=HINT))
    assert text.splitlines()[-2:] == [
        "Splněno?  zapis ukoly splneno 01-23/1",
        "Excel:  zapis ukoly -o ukoly.xlsx",
    ]


def test_a_single_task() -> None:
    tasks = grouped(entry("M/1", "Zaslat", ("Eva",), due(4, 20)))
    assert format_task_list(tasks, TODAY).splitlines() == [
        "Otevřené úkoly                                             pondělí 13. 4. 2026",
        "Termín / číslo    Úkol                                       Zodpovídá",
        "DO TÝDNE (1)",
        "pondělí   20. 4.  Zaslat                                     Eva",
        "M/1",
        "1 otevřený úkol: 1 do týdne.",
    ]


def test_a_list_of_closed_tasks_only_is_summed_as_such() -> None:
    text = format_task_list(grouped(*CLOSED_ENTRIES[:1]), TODAY)
    assert text.splitlines()[-1] == "1 úkol: 1 splněný."


def test_marks_stand_behind_the_sentence() -> None:
    fresh = entry("M/1", "Zaslat", ("Eva",), None, is_new=True)
    line = format_task_list(grouped(fresh), TODAY).splitlines()[3]
    assert line == "M/1               Zaslat [nové]                              Eva"


def test_a_long_id_is_broken_at_its_hyphens() -> None:
    tasks = grouped(entry("zasedani-zastupitelstva/1", "X", ("Y",)))
    lines = [line[:20].rstrip() for line in format_task_list(tasks, TODAY).splitlines()]
    assert lines[3:5] == ["zasedani-", "zastupitelstva/1"]


def test_a_somewhat_longer_id_widens_its_column() -> None:
    tasks = grouped(entry("PSPP-2026-01-23/12", "X", ("Y",)))
    line = format_task_list(tasks, TODAY).splitlines()[3]
    assert line == "PSPP-2026-01-23/12  X                                        Y"


def test_long_names_are_indented_where_they_go_on() -> None:
    people = ("Doléčovací centrum – Renarkon", "Městská policie Horní Bělá")
    tasks = grouped(entry("M/1", "X", people))
    lines = [line[61:] for line in format_task_list(tasks, TODAY).splitlines()[3:-1]]
    assert lines == ["Doléčovací", " centrum –", " Renarkon", "Městská policie", " Horní Bělá"]


def test_a_long_note_is_cut() -> None:
    note = statement(2, 1, note="čeká se " * 50)
    lines = format_task_list(grouped(entry("M/1", "X", ("Y",), None, note)), TODAY).splitlines()
    assert lines[4:7] == [
        "                  » 1. 2.: čeká se čeká se čeká se čeká se",
        "                    čeká se čeká se čeká se čeká se čeká se",
        "                    čeká se čeká se čeká se čeká se čeká …",
    ]


def test_wide_characters_keep_the_columns_straight() -> None:
    tasks = grouped(entry("M/1", "Uvítat 日本 u\u030a 👩\u200d💻", ("Eva",)))
    line = format_task_list(tasks, TODAY).splitlines()[3]
    assert (width(line.removesuffix("Eva")), line[-4:]) == (61, " Eva")


def test_the_year_of_a_note_is_told_where_it_is_another_one() -> None:
    note = replace(statement(2, 1, note="čeká se"), date=dt.date(2025, 12, 1))
    text = format_task_list(grouped(entry("M/1", "X", ("Y",), None, note)), TODAY)
    assert "» 1. 12. 2025: čeká se" in text
