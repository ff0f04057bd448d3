"""The title line of every kind of meeting."""

import datetime as dt

import pytest

from zapis.model.meeting import Meeting, When
from zapis.model.settings import Series
from zapis.render.heading import Heading, make_heading
from zapis.render.view import make_view


def _line(meeting: Meeting) -> str:
    made = make_heading(meeting, {})
    return f"{made.heading} {made.subheading}".rstrip()


@pytest.mark.parametrize(
    ("kind", "subject", "ordinal", "line"),
    [
        (
            "pracovní skupina",
            "Pracovní skupina Bezpečná čtvrť",
            "",
            "Zápis z jednání pracovní skupiny Bezpečná čtvrť",
        ),
        (
            "kulatý stůl",
            "Kulatý stůl k bydlení",
            "2",
            "Zápis z 2. kulatého stolu k bydlení",
        ),
        ("kulatý stůl", "", "2.", "Zápis z 2. kulatého stolu"),
        ("kulatý stůl", "Bydlení", "3", "Zápis ze 3. kulatého stolu: Bydlení"),
        ("komise", "Komise pro bydlení", "4/2026", "Zápis z jednání komise pro bydlení č. 4/2026"),
        ("komise", "Bytová komise Rady města", "", "Zápis z jednání bytové komise Rady města"),
        ("výbor", "Kontrolní výbor", "5", "Zápis z 5. jednání kontrolního výboru"),
        ("porada", "Porada vedení", "6/2026", "Zápis z porady vedení č. 6/2026"),
        ("porada", "Mimořádná porada", "", "Zápis z mimořádné porady"),
        ("porada", "Školní porada", "", "Zápis ze školní porady"),
        ("porada", "Rozpočet", "", "Zápis z porady: Rozpočet"),
        ("kontrolní den", "Kontrolní den stavby", "12", "Zápis z 12. kontrolního dne stavby"),
        (
            "zasedání zastupitelstva",
            "Zastupitelstvo města Horní Bělá",
            "3",
            "Zápis ze 3. zasedání Zastupitelstva města Horní Bělá",
        ),
        ("zasedání zastupitelstva obce", "", "", "Zápis ze zasedání zastupitelstva obce"),
        ("schůze rady", "Rada města", "14", "Zápis ze 14. schůze Rady města"),
        ("členská schůze", "", "", "Zápis z členské schůze"),
        ("výroční členská schůze", "", "", "Zápis z výroční členské schůze"),
        ("valná hromada", "Valná hromada spolku", "", "Zápis z valné hromady spolku"),
        ("mimořádná valná hromada", "", "2/2026", "Zápis z mimořádné valné hromady č. 2/2026"),
        (
            "mimořádné zasedání zastupitelstva",
            "Zastupitelstvo města",
            "3",
            "Zápis ze 3. mimořádného zasedání Zastupitelstva města",
        ),
        ("mimořádná schůze rady obce", "", "", "Zápis z mimořádné schůze rady obce"),
        ("stálá bytová komise", "", "", "Zápis z jednání stálé bytové komise"),
        ("mimořádný kontrolní den", "", "", "Zápis z mimořádného kontrolního dne"),
        ("společná beseda", "", "", "Zápis z jednání: společná beseda"),
        ("shromáždění vlastníků", "", "", "Zápis ze shromáždění vlastníků"),
        ("školská rada", "Školská rada", "7", "Zápis ze 7. zasedání školské rady"),
        ("per rollam", "", "", "Zápis z hlasování per rollam"),
        ("setkání rodičů", "", "", "Zápis ze setkání rodičů"),
        ("setkání", "Setkání rodičů", "2", "Zápis z 2. setkání rodičů"),
        ("schůze výboru", "Výbor SVJ", "4", "Zápis ze 4. schůze výboru: Výbor SVJ"),
        ("", "Schůzka výboru", "", "Zápis ze schůzky výboru"),
        ("", "Pedagogická rada", "", "Zápis z pedagogické rady"),
        ("beseda", "Bezpečí", "", "Zápis z jednání: beseda – Bezpečí"),
        ("", "Porada vedení", "", "Zápis z porady vedení"),
        ("", "Jarní setkání", "", "Zápis z jednání: Jarní setkání"),
        ("", "", "", "Zápis z jednání"),
        ("", "Zápis o předání klíčů", "", "Zápis o předání klíčů"),
    ],
)
def test_title_line_is_composed_of_kind_ordinal_and_name(
    kind: str, subject: str, ordinal: str, line: str
):
    assert _line(Meeting("", "a.md", kind=kind, subject=subject, ordinal=ordinal)) == line


def test_name_of_the_series_is_that_of_the_body_and_the_subject_becomes_the_topic():
    series = Series("bc", "Bezpečná čtvrť", kind="pracovní skupina")
    made = make_heading(Meeting("", "a.md", series=series, subject="Rozpočet"), {})
    expected = Heading("Zápis", "z jednání pracovní skupiny Bezpečná čtvrť", "Rozpočet")
    assert made == expected


@pytest.mark.parametrize("kind", ["kulatý stůl", "beseda", ""])
def test_a_long_subject_gets_a_line_of_its_own(kind: str):
    subject = f"Kulatý stůl k provázání {'velmi ' * 9}dlouhých názvů"
    made = make_heading(Meeting("", "a.md", kind, subject=subject), {})
    assert (made.topic, len(made.subheading) < 30) == (subject, True)


@pytest.mark.parametrize(
    ("ordinal", "start"),
    [
        *[("1", "z 1."), ("3", "ze 3."), ("13", "ze 13."), ("23", "z 23."), ("44", "ze 44.")],
        *[("100", "ze 100."), ("250", "z 250."), ("9" * 5000, "z jednání")],
    ],
)
def test_preposition_follows_the_spoken_number(ordinal: str, start: str):
    made = make_heading(Meeting("", "a.md", kind="komise", ordinal=ordinal), {})
    assert made.subheading[: len(start)] == start


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "Zápis č. {cislo} ze zasedání konaného dne {datum}",
            "Zápis č. 2 ze zasedání konaného dne 23. ledna 2026",
        ),
        ("Zápis z {poradi} stolu", "Zápis z 2. stolu"),
        ("Zápis z {poradi}. stolu", "Zápis z 2. stolu"),
        ("Zápis z {pořadí} stolu", "Zápis z 2. stolu"),
        ("Zápis, {misto}, {cas}", "Zápis, sál, –"),
        ("Zápis {jine} {{ 7*7 }} {", "Zápis {jine} {{ 7*7 }} {"),
    ],
)
def test_placeholders_of_a_written_title_line_are_filled(written: str, expected: str):
    when = When(dt.date(2026, 1, 23))
    meeting = Meeting("", "a.md", heading=written, ordinal="2.", when=when, place="sál")
    view = make_view(meeting, assets={})
    assert view.footer_text.replace("\u00a0", " ").replace("×", "*") == expected


def test_subject_beside_a_written_title_line_is_not_lost():
    meeting = Meeting("", "a.md", heading="Zápis z porady", subject="Rozpočet")
    assert make_heading(meeting, {}) == Heading("Zápis", "z porady", "Rozpočet")
