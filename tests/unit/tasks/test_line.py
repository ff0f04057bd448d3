"""Task lines: what is a field, what is printed as the sentence."""

import datetime as dt

import pytest

from zapis.czech.names import NameIndex, parse_name
from zapis.tasks.line import (
    Mode,
    Nobody,
    ProblemKind,
    TaskSyntax,
    find_reference,
    parse_task_line,
)

DAY = dt.date(2026, 1, 23)
NAMES = ("Eva Horáková", "Petr Cháb", "Jana Malá", "Hana Střelková", "Olga Kuzníková")
PEOPLE = NameIndex(
    [
        *((parse_name(name), ()) for name in NAMES),
        (parse_name("Karel Dub"), ("starosta",)),
        (parse_name("Jan Novák"), ()),
        (parse_name("Petra Nováková"), ()),
        (parse_name("Jiří Novák"), ()),
    ]
)


def parse(text: str, mode: Mode = Mode.MINUTES, day: dt.date | None = DAY) -> TaskSyntax:
    return parse_task_line(text, PEOPLE, day, mode)


def sentence(text: str, mode: Mode = Mode.MINUTES) -> str:
    return "".join(text[start:end] for start, end in parse(text, mode).pieces)


def names(text: str) -> list[str]:
    return [found.words for found in parse(text).assignees]


def deadline(text: str, day: dt.date | None = DAY) -> str:
    found = parse(text, day=day).deadline
    return found.deadline.words if found else ""


CUT = (
    (
        "Zaslat nápady na akce @Horáková, @Petr Cháb do 20. 3. 2026",
        "Zaslat nápady na akce",
        ["Horáková", "Petr Cháb"],
        "do 20. 3. 2026",
    ),
    (
        "Zvážit účast na dni sousedů 21. 6. 2026 @členové (do příště)",
        "Zvážit účast na dni sousedů 21. 6. 2026",
        ["členové"],
        "do příště",
    ),
    (
        "Předložit návrh (zodpovídá: tajemník MěÚ a vedoucí odboru, termín: do konce října)",
        "Předložit návrh",
        ["tajemník MěÚ", "vedoucí odboru"],
        "do konce října",
    ),
    ("Objednat sál, zodpovídá: Jana Malá, T: 20. 4.", "Objednat sál", ["Jana Malá"], "20. 4."),
    ('Domluvit stáže @"zúčastněné spolky"', "Domluvit stáže", ["zúčastněné spolky"], ""),
    (
        "Téma 7. KP. Spolky budou osloveny. @„pracovníci MěÚ“ (termín: v následujícím období)",
        "Téma 7. KP. Spolky budou osloveny.",
        ["pracovníci MěÚ"],
        "v následujícím období",
    ),
    (
        "Akce dne 25. 6. 2026 – do příště zvážit účast (stánek, výrobky). (do příště)",
        "Akce dne 25. 6. 2026 – do příště zvážit účast (stánek, výrobky).",
        [],
        "do příště",
    ),
    ("Zaslat. Z: Malá; T: průběžně", "Zaslat.", ["Malá"], "průběžně"),
    ("Zaslat. Odpovídá: Malá. Termín: 20. 4.", "Zaslat.", ["Malá"], "20. 4."),
    ("Zaslat, Zodp.: Malá, T.: průběžně", "Zaslat", ["Malá"], "průběžně"),
    ("Zaslat - zodp. Malá, do 20. 4.", "Zaslat", ["Malá"], "do 20. 4."),
    ("Zaslat (zodpovídá pí Malá, T: ihned)", "Zaslat", ["pí Malá"], "ihned"),
    ("Zaslat @Cháb 20. 3. 2026", "Zaslat", ["Cháb"], "20. 3. 2026"),
    ("Zaslat @Cháb (20. 3. 2026)", "Zaslat", ["Cháb"], "20. 3. 2026"),
    ("Zaslat @Cháb – do pátku", "Zaslat", ["Cháb"], "do pátku"),
    ("Zaslat @Cháb a @Malá, T: 20. 4.", "Zaslat", ["Cháb", "Malá"], "20. 4."),
    (
        "Svolat řešitele (řešitel: Cháb/Malá + Horáková)",
        "Svolat řešitele",
        ["Cháb", "Malá", "Horáková"],
        "",
    ),
    (
        "Poslat (kdo: Jan Novotný, Ph.D.; do kdy: do pátku)",
        "Poslat",
        ["Jan Novotný, Ph.D."],
        "do pátku",
    ),
    ("Zaslat do 20. 3. 2026 @Cháb", "Zaslat do 20. 3. 2026", ["Cháb"], "do 20. 3. 2026"),
    ("první řádek\ndruhý @Malá\n(do pátku)", "první řádek\ndruhý", ["Malá"], "do pátku"),
    ("@Cháb pošle podklady (do příště)", "Cháb pošle podklady", ["Cháb"], "do příště"),
)


@pytest.mark.parametrize(("text", "words", "people", "when"), CUT)
def test_a_tail_of_fields_is_taken_out(text: str, words: str, people: list[str], when: str) -> None:
    actual = (sentence(text), names(text), deadline(text), parse(text).tail_cut)
    assert actual == (words, people, when, True)


KEPT = (
    ("Předání zajistí @Střelková od září 2027.", "Předání zajistí Střelková od září 2027."),
    ("Za správnost zodpovídá Malá", "Za správnost zodpovídá Malá"),
    # Of two deadlines in the tail only one is the field; the other one must not vanish.
    ("Koupit @Cháb do příště do 5. 5.", "Koupit Cháb do příště do 5. 5."),
    (
        "Koupit @Cháb [do příště]{.termin} do 5. 5.",
        "Koupit Cháb [do příště]{.termin} do 5. 5.",
    ),
    ("Koupit @Cháb (T: do 31. 2., T: do 5. 5.)", "Koupit Cháb (T: do 31. 2., T: do 5. 5.)"),
    ("paní @Kuzníková předá téma", "paní Kuzníková předá téma"),
    ("Poslat @Chábovi podklady do 20. 3.", "Poslat Chábovi podklady do 20. 3."),
    ("Kulatý stůl by měl proběhnout kolem března.", "Kulatý stůl by měl proběhnout kolem března."),
    ("@Cháb (do příště)", "Cháb (do příště)"),
    ("Zpracovat statistiku (2025)", "Zpracovat statistiku (2025)"),
    ("Zjistit, kdo přijde", "Zjistit, kdo přijde"),
    ("Zaslat [Novák]: souhlas", "Zaslat [Novák]: souhlas"),
    ("Předat @[Malá]{.skryt} do pátku", "Předat [Malá]{.skryt} do pátku"),
)


@pytest.mark.parametrize(("text", "words"), KEPT)
def test_elsewhere_fields_are_copies_and_the_sentence_stays(text: str, words: str) -> None:
    assert (sentence(text), parse(text).tail_cut) == (words, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zaslat podklady @Horáková.", "Zaslat podklady."),
        ("Zaslat do konce @Horáková do 20. 3.", "Zaslat do konce"),
        ("**Zaslat podklady @Horáková do 20. 3.**", "**Zaslat podklady**"),
        ("Zaslat podklady **@Horáková do 20. 3.**.", "Zaslat podklady."),
        ("Zaslat *podklady* @Horáková", "Zaslat *podklady*"),
        ("Zaslat 2* do roka @členové", "Zaslat 2* do roka"),
    ],
)
def test_emphasis_and_the_last_period_are_looked_through(text: str, words: str) -> None:
    assert sentence(text) == words


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("@Střelkové předat", (3,)),
        ("předat @petr cháb", (1,)),
        ("předat @starostovi", (5,)),
        ("předat @paní Horákové", (0,)),
        ("předat @Mgr. Evě Horákové", (0,)),
        ("předat @Novák", (6, 8)),
        ("předat @Nováková", (7,)),
        ("předat @Dvořák", ()),
        ('předat @"petr cháb"', (1,)),
        ("předat @Hana", (3,)),
    ],
)
def test_names_are_found_in_any_form_and_case(text: str, people: tuple[int, ...]) -> None:
    assert parse(text).assignees[0].people == people


@pytest.mark.parametrize(
    ("text", "words", "is_free"),
    [
        ("předat @Jan Dvořák zítra", "Jan Dvořák", False),
        ("předat @J. Dvořák zítra", "J. Dvořák", False),
        ("předat @Ing. Jan Dvořák, Ph.D. zítra", "Jan Dvořák", False),
        ("předat @členové zítra", "členové", True),
        ("předat @„vedení škol“ zítra", "vedení škol", True),
        ("předat @»vedení škol« zítra", "vedení škol", True),
        ("předat @MěÚ zítra", "MěÚ", False),
    ],
)
def test_unknown_names_stay_as_written(text: str, words: str, *, is_free: bool) -> None:
    found = parse(text).assignees[0]
    assert (found.words, found.people, found.is_free) == (words, (), is_free)


@pytest.mark.parametrize(
    "text",
    [
        "Psát na eva.horakova@example.cz",
        "Spustit `mail @Horáková`",
        "Viz [odkaz](https://example.cz/@Horáková)",
        "Viz https://example.cz/@Horáková",
        r"Napsat \@Horáková",
        "Poznámka <!-- @Horáková -->",
    ],
)
def test_an_at_that_is_literal_names_nobody(text: str) -> None:
    assert (names(text), parse(text).problems, sentence(text)) == ([], (), text)


@pytest.mark.parametrize(
    ("text", "kind", "place", "value"),
    [
        ("Zaslat @ do pátku", ProblemKind.EMPTY_ASSIGNEE, (7, 8), "@"),
        ("Zaslat do 31. 2.", ProblemKind.INVALID_DEADLINE, (7, 16), "do 31. 2."),
        (
            "Sejít se do úterý 20. 3. 2026",
            ProblemKind.WRONG_WEEKDAY,
            (9, 29),
            "do úterý 20. 3. 2026",
        ),
        ("Zaslat do pátku, ne do konce března", ProblemKind.TWO_DEADLINES, (20, 35), "do pátku"),
    ],
)
def test_problems_are_told_with_their_place(
    text: str, kind: ProblemKind, place: tuple[int, int], value: str
) -> None:
    found = [(own.kind, (own.start, own.end), own.value) for own in parse(text).problems]
    assert found == [(kind, place, value)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Poslat do pátku, nejpozději do konce března", "nejpozději do konce března"),
        ("Poslat [do příště]{.termin}, nejpozději do konce března", "do příště"),
        ("Poslat do 31. 2. nebo do 5. 3.", "do 5. 3."),
        ("Poslat do 31. 2.", "do 31. 2."),
        ("Podat vyúčtování za rok 2025", ""),
    ],
)
def test_of_several_deadlines_the_marked_one_counts_else_the_last(text: str, when: str) -> None:
    assert deadline(text) == when


def test_the_same_deadline_twice_is_no_problem() -> None:
    text = "Kulatý stůl se bude konat v roce 2027 dvakrát. (termín: v roce 2027)"
    assert (parse(text).problems, deadline(text)) == ((), "v roce 2027")


def test_in_running_text_nothing_is_cut() -> None:
    text = "paní @Kuzníková předá téma (do příště)"
    assert sentence(text, Mode.MENTION) == "paní Kuzníková předá téma (do příště)"


def test_in_the_tracker_only_the_tail_is_a_field() -> None:
    text = "Poslat do pátku @Eva Horáková do 20. 3. 2026"
    found = parse_task_line(text, Nobody(), DAY, Mode.TRACKER)
    words = "".join(text[start:end] for start, end in found.pieces)
    expected = ("Poslat do pátku", ["Eva Horáková"], dt.date(2026, 3, 20))
    due = found.deadline.deadline.due if found.deadline else None
    assert (words, [own.words for own in found.assignees], due) == expected


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("#BC-2026-01-23/2 hotovo", "BC-2026-01-23/2"),
        ("  #2", "2"),
        ("#2: hotovo", "2"),
        ("chyba #12", None),
        ("#bez-cisla", None),
        ("#2a", None),
        ("# 2", None),
    ],
)
def test_a_number_stands_directly_behind_the_box(text: str, target: str | None) -> None:
    found = find_reference(text)
    assert (found.target if found else None) == target


def test_only_fields_are_kept_and_told() -> None:
    assert (parse("@Cháb, T: do pátku").only_fields, parse("Zaslat @Cháb").only_fields) == (
        True,
        False,
    )


def test_without_a_date_of_the_meeting_deadlines_stay_words() -> None:
    found = parse("Poslat @Cháb do pátku", day=None).deadline
    assert found is not None
    assert (found.deadline.words, found.deadline.due) == ("do pátku", None)
