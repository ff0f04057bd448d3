import pytest

from zapis.codes import NO_DEADLINE, WRONG_WEEKDAY, YAML_COLON
from zapis.diagnostics import Diagnostic, FileReport, Label
from zapis.report.human import format_diagnostic, format_report
from zapis.source import SourceFile, Span


def show(line: str, at: int, **more: object) -> str:
    source = SourceFile("porada.md", f"---\n{line}\n---\n")
    item = Diagnostic(YAML_COLON, "zpráva", Span(4 + at, 5 + at), **more)  # type: ignore[arg-type]  # fields by name
    return format_diagnostic(item, source)


def test_a_diagnostic_looks_as_the_language_draws_it():
    line = "nazev: Porada: rozpočet"
    source = SourceFile("zapisy/2026-04-13-porada.md", f"---\n{line}\n---\n")
    item = Diagnostic(
        YAML_COLON,
        "dvojtečka uvnitř hodnoty „Porada: rozpočet“",
        Span(17, 18),
        'nazev: "Porada: rozpočet"',
    )
    assert format_diagnostic(item, source) == (
        "zapisy/2026-04-13-porada.md:2:14: chyba Z112: dvojtečka uvnitř hodnoty "
        "„Porada: rozpočet“\n"
        "    2 | nazev: Porada: rozpočet\n"
        "      |              ^\n"
        '   oprava: nazev: "Porada: rozpočet"'
    )


@pytest.mark.parametrize(
    ("before", "columns"),
    [
        ("ěščřž", 5),
        ("\t\t", 2),
        ("e\u030c", 1),  # ě written as two characters
        ("😀", 2),
        ("漢字", 4),
        ("\u00a0\u2003", 2),
        ("👩\u200d💻", 2),
        ("❤\ufe0f", 2),
        ("\x1b", 1),
        ("\u202e", 1),
    ],
)
def test_the_caret_stands_under_its_character(before: str, columns: int):
    caret = show(f"{before}X", len(before)).splitlines()[2]
    assert caret == f"      | {' ' * columns}^"


@pytest.mark.parametrize("start", [0, 25, 500, 998])
def test_of_a_long_line_a_piece_around_the_caret_is_shown(start: int):
    line = "".join(chr(ord("a") + index % 26) for index in range(999))
    _, text, caret = show(line, start).splitlines()
    assert (len(text) <= 110, text[caret.index("^")]) == (True, line[start])


def test_nothing_of_a_source_can_steer_the_terminal():
    source = SourceFile("\x1b[31m.md", "\x1b[2J\x9b31m\u202e")
    label = Label(Span(1, 2), "\x1b[0m")
    item = Diagnostic(YAML_COLON, "„\x1b[31m“", Span(0, 1), "\x1b]0;x\x07\n\x1b", (label,))
    steering = {char for char in format_diagnostic(item, source) if not char.isprintable()}
    assert steering == {"\n"}


def test_a_no_break_space_is_shown_as_a_space():
    assert show("5\u00a0Kč", 0).splitlines()[1] == "    2 | 5 Kč"


def test_other_places_stand_below_with_their_words():
    text = show("a: 1", 0, labels=(Label(Span(0, 3), "zde se hlavička otevírá"),))
    assert text.splitlines()[3:] == ["    1 | ---", "      | ^ zde se hlavička otevírá"]


def test_further_lines_of_a_cure_are_indented():
    text = show("a: 1", 0, cure="---\nnazev: Porada")
    assert text.splitlines()[3:] == ["   oprava: ---", "           nazev: Porada"]


@pytest.mark.parametrize("span", [None, Span(0, 0)])
def test_of_an_empty_file_no_line_is_shown(span: Span | None):
    item = Diagnostic(YAML_COLON, "soubor je prázdný", span)
    lines = format_diagnostic(item, SourceFile("a.md", "")).splitlines()
    assert len(lines) == 1


def test_a_place_behind_the_end_is_the_end():
    item = Diagnostic(YAML_COLON, "zpráva", Span(99, 99))
    assert format_diagnostic(item, SourceFile("a.md", "ab")).startswith("a.md:1:3: ")


def test_only_the_word_of_the_severity_is_coloured():
    item = Diagnostic(WRONG_WEEKDAY, "zpráva", None)
    colored = format_diagnostic(item, SourceFile("a.md", "x"), color=True)
    assert colored == "a.md: \x1b[33;1mvarování\x1b[0m Z204: zpráva"


def test_tips_may_be_left_out():
    tip, warning = Diagnostic(NO_DEADLINE, "t"), Diagnostic(WRONG_WEEKDAY, "v")
    report = FileReport(SourceFile("a.md", ""), (tip, warning))
    texts = [list(format_report(report, tips=tips)) for tips in (True, False)]
    assert texts == [["a.md: tip Z406: t", "a.md: varování Z204: v"], ["a.md: varování Z204: v"]]
