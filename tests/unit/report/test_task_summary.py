"""How many tasks people and series have."""

import pytest

from task_samples import TODAY, TOWN, without_colors
from zapis.report.columns import width
from zapis.report.style import ListStyle
from zapis.report.task_summary import format_summary
from zapis.tasks.query.summary import Summary, SummaryLine

LONG = "Doléčovací centrum – Renarkon, obecně prospěšná společnost Horní Bělá"
SUMMARY = Summary(
    people=(
        SummaryLine("Eva Horáková", 3, 2, 0, 12),
        SummaryLine(LONG, 1, 1, 0, 0),
        SummaryLine("Petr Cháb", 10_500, 0, 1, 9_700),
        SummaryLine("", 1, 1, 0, 0),
    ),
    series=(
        SummaryLine("Pracovní skupina Bezpečná čtvrť", 5, 2, 1, 9),
        SummaryLine("", 0, 0, 0, 1),
    ),
    total=SummaryLine("", 10_504, 4, 1, 9_712),
)

AT_80 = """\
Souhrn úkolů – Město Horní Bělá                            pondělí 13. 4. 2026
Podle lidí                             Otevřené  Po termínu  Do týdne  Splněné
Eva Horáková                                  3           2         –       12
Doléčovací centrum – Renarkon,                1           1         –        –
  obecně prospěšná společnost Horní
  Bělá
Petr Cháb                                10 500           –         1    9 700
nepřiděleno                                   1           1         –        –
Celkem                                   10 504           4         1    9 712
Úkol více lidí je započten u každého z nich, v součtu jednou.

Podle sérií                            Otevřené  Po termínu  Do týdne  Splněné
Pracovní skupina Bezpečná čtvrť               5           2         1        9
Ostatní                                       –           –         –        1
Celkem                                   10 504           4         1    9 712"""

AT_60 = """\
Souhrn úkolů – Město Horní Bělá        pondělí 13. 4. 2026
Podle lidí                  Otevř.  Po term.  Týden  Spln.
Eva Horáková                     3         2      –     12
"""

AT_40 = """\
Souhrn úkolů – Město Horní Bělá
pondělí 13. 4. 2026
Podle lidí
Eva Horáková
  3 otevřené, 2 po termínu,
  12 splněných
"""


def test_a_table_of_people_and_one_of_series() -> None:
    assert format_summary(SUMMARY, TODAY, TOWN) == AT_80


@pytest.mark.parametrize(("columns", "shown"), [(60, AT_60), (40, AT_40)])
def test_narrow_terminals_get_short_headings_or_words(columns: int, shown: str) -> None:
    assert format_summary(SUMMARY, TODAY, TOWN, ListStyle(columns)).startswith(shown)


def test_a_wide_terminal_widens_the_table_only_as_far_as_names_need() -> None:
    text = format_summary(SUMMARY, TODAY, TOWN, ListStyle(200))
    assert (LONG in text, max(map(width, text.splitlines()))) == (False, 101)


@pytest.mark.parametrize("columns", [20, 40, 51, 52, 60, 65, 66, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_with_spaces(columns: int) -> None:
    style = ListStyle(columns, filters=("do konce března = do 31. 3. 2026",))
    lines = format_summary(SUMMARY, TODAY, TOWN, style).splitlines()
    assert [line for line in lines if width(line) >= columns or line != line.rstrip()] == []


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_colour_adds_nothing_that_words_do_not_say(columns: int) -> None:
    plain = format_summary(SUMMARY, TODAY, TOWN, ListStyle(columns))
    colored = format_summary(SUMMARY, TODAY, TOWN, ListStyle(columns, color=True))
    assert ("\x1b[1m" in colored, without_colors(colored)) == (True, plain)


def test_late_tasks_are_coloured() -> None:
    text = format_summary(SUMMARY, TODAY, TOWN, ListStyle(color=True))
    assert "3           \x1b[31m2\x1b[0m         –       12" in text


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (ListStyle(), "V zápisech zatím není žádný úkol."),
        (
            ListStyle(open_in_all=5),
            "Filtru neodpovídá žádný úkol. Bez filtru je otevřených 5 úkolů.",
        ),
    ],
)
def test_an_empty_summary_says_why(style: ListStyle, shown: str) -> None:
    nothing = Summary((), (), SummaryLine("", 0, 0, 0, 0))
    assert format_summary(nothing, TODAY, TOWN, style).splitlines()[1:] == [shown]


def test_where_every_task_has_one_person_nothing_is_explained() -> None:
    line = SummaryLine("Eva", 1, 0, 0, 1)
    text = format_summary(Summary((line,), (line,), line), TODAY)
    assert text.splitlines()[3:5] == [
        "Celkem                                        1           –         –        1",
        "",
    ]


def test_names_cannot_steer_the_terminal() -> None:
    line = SummaryLine("a\x1b[2J\u202e\r", 1, 0, 0, 1)
    texts = [
        format_summary(Summary((line,), (line,), line), TODAY, "\x9b", ListStyle(columns))
        for columns in (40, 80)
    ]
    assert [mark for mark in "".join(texts) if not mark.isprintable() and mark != "\n"] == []
