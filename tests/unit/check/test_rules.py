"""What each rule reports, where, and what it leaves alone."""

from pathlib import Path

import pytest

from making import EVERYTHING_EXISTS, NOTHING_EXISTS, found, read
from zapis.check import RULES
from zapis.check.rules import __path__ as rules_path
from zapis.check.surroundings import Surroundings

OUTSIDE = Surroundings(exists=lambda _path: True, contains=lambda _path: False)


def reported(
    code: str,
    body: str = "Text.",
    header: str = "",
    surroundings: Surroundings = EVERYTHING_EXISTS,
) -> list[str]:
    """What the diagnostics of a code point at, each checked to have a cure."""
    outcome = read(body, header or "nazev: Porada", surroundings=surroundings)
    text = f"---\n{header or 'nazev: Porada'}\n---\n{body}\n"
    items = found(outcome, code)
    assert all(item.cure for item in items)
    return [text[item.span.start : item.span.end] if item.span else "" for item in items]


PRESENT = "pritomni: [Jan Novák, Eva Malá]\n"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (f"{PRESENT}omluveni: Jan Novák", ["Jan Novák"]),
        (f"{PRESENT}nepritomni: [Eva Malá, Jan Novák]", ["Eva Malá", "Jan Novák"]),
        (f"{PRESENT}omluveni: Ing. Jan Novák", ["Ing. Jan Novák"]),
        (f"{PRESENT}omluveni: Jan Novák (od 10.00)", []),
        (f"{PRESENT}hoste: Jan Novák", []),
        (f"{PRESENT}omluveni: Petr Novák", []),
        ("omluveni: Jan Novák", []),
    ],
)
def test_present_and_excused(header: str, expected: list[str]):
    assert reported("Z209", header=header) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("pritomni: [Jan Novák, Eva Malá, Jan Novák]", ["Jan Novák"]),
        ("pritomni: [Novák, Novák]", []),
        ("pritomni: [Jan Novák (Most), Jan Novák (Kotva)]", []),
        ("pritomni: Jan Novák\nhoste: Jan Novák", []),
    ],
)
def test_person_twice(header: str, expected: list[str]):
    assert reported("Z226", header=header) == expected


@pytest.mark.parametrize(
    ("header", "count"),
    [
        (f"{PRESENT}pritomno: 3", 1),
        (f"{PRESENT}pritomno: 2", 0),
        (f"{PRESENT}pritomno: 2 členové", 0),
        (f"{PRESENT}pritomno: většina", 0),
        ("pritomni: dle prezenční listiny\npritomno: 3", 0),
        ("pritomno: 3", 0),
    ],
)
def test_count_mismatch(header: str, count: int):
    assert len(reported("Z221", header=header)) == count


@pytest.mark.parametrize(
    ("header", "count"),
    [
        ("typ: zasedání zastupitelstva\npocet clenu: 15\npritomno: 7", 1),
        ("typ: zasedání zastupitelstva\npocet clenu: 15\npritomno: 8", 0),
        ("typ: komise\npocet clenu: 6\npritomno: 3", 1),
        ("typ: schůze rady\npocet clenu: 5\npritomno: 0", 1),
        ("typ: porada\npocet clenu: 15\npritomno: 1", 0),
        ("typ: výbor\npritomno: 1", 0),
        ("typ: výbor\npocet clenu: 5", 0),
    ],
)
def test_no_quorum(header: str, count: int):
    assert len(reported("Z227", header=header)) == count


AGENDA = "program: [Rozpočet, Doprava]"


@pytest.mark.parametrize(
    ("body", "without_record", "not_in_agenda"),
    [
        ("# Rozpočet\n\nA\n\n# Doprava\n\nB", [], []),
        ("# Rozpočet\n\nA", ["Doprava"], []),
        ("# Rozpočet\n\nA\n\n# Doprava\n\nB\n\n# Různé\n\nC", [], ["# Různé"]),
        ("", [], []),
    ],
)
def test_item_without_record(body: str, without_record: list[str], not_in_agenda: list[str]):
    seen = (reported("Z217", body, AGENDA), reported("Z218", body, AGENDA))
    assert seen == (without_record, not_in_agenda)


def test_an_agenda_between_commas_is_shown_as_a_list():
    outcome = read("Text.\n\n# Závěr\n\nA\n\n# Jiné\n\nB", "program: Úvod, školní řád")
    assert [item.cure for item in found(outcome, "Z217")] == [
        "jde-li o víc bodů, napište je takto: program: [Úvod, školní řád]"
    ]


def test_an_item_taken_off_needs_no_record():
    header = "program: [Rozpočet, Doprava – staženo]"
    assert reported("Z217", "# Rozpočet\n\nA", header) == []


@pytest.mark.parametrize(
    ("body", "header", "expected"),
    [
        ("Text [Jana]{.skryt} dál.", "nazev: Porada", "[Jana]{.skryt}"),
        ("::: neverejne\nText.\n:::", "nazev: Porada", "::: neverejne"),
        ("Text.", "skryt: [Jan Novák]", "skryt"),
    ],
)
def test_not_for_publication(body: str, header: str, expected: str):
    (place,) = reported("Z219", body, header)
    assert place.startswith(expected)


def test_minutes_with_nothing_to_hide_may_be_published():
    assert reported("Z219", "Text [pojem]{.termin}.") == []


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("[plán](plan.pdf)", 1),
        ("[plán](plan.pdf#strana=2)", 1),
        ("**[plán](slozka/plan%201.pdf)**", 1),
        ("- [ ] Přečíst [plán](plan.pdf)", 1),
        ("| a |\n|---|\n| [plán](plan.pdf) |", 1),
        ("::: zaver\n[plán](plan.pdf)\n:::", 1),
        ("Text.[^1]\n\n[^1]: [plán](plan.pdf)", 1),
        ("[web](https://example.cz/plan.pdf)", 0),
        ("[pošta](mailto:a@example.cz)", 0),
        ("[sem](#cast)", 0),
        ("`[plán](plan.pdf)`", 0),
    ],
)
def test_dead_link(body: str, count: int):
    seen = [
        len(reported("Z306", body, surroundings=own)) for own in (NOTHING_EXISTS, EVERYTHING_EXISTS)
    ]
    assert seen == [count, 0]


@pytest.mark.parametrize(
    "target", ["../plan.pdf", "/etc/passwd", "C:/plan.pdf", "//server/x", "a/../../x"]
)
def test_a_link_out_of_the_workspace(target: str):
    assert len(reported("Z511", f"[plán]({target})")) == 1


def test_a_link_that_leaves_on_the_disk():
    assert len(reported("Z511", "[plán](plan.pdf)", surroundings=OUTSIDE)) == 1


@pytest.mark.parametrize(
    ("surroundings", "code"),
    [(NOTHING_EXISTS, "Z214"), (OUTSIDE, "Z215"), (EVERYTHING_EXISTS, "")],
)
def test_files_of_attachments(surroundings: Surroundings, code: str):
    header = "prilohy:\n  - {nazev: Plán, soubor: plan.pdf}\n  - Jen název"
    outcome = read("Text.", header, surroundings=surroundings)
    assert [item.code.id for item in outcome.diagnostics] == ([code] if code else [])


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("![Mapa](mapa.png)", ["Z312"]),
        ("![](mapa.png)", ["Z312", "Z317"]),
        ("![Mapa](../mapa.png)", ["Z313"]),
        ("![Mapa](https://example.cz/mapa.png)", ["Z313"]),
        ("- položka ![Mapa](mapa.png)", ["Z312"]),
    ],
)
def test_missing_image(body: str, codes: list[str]):
    outcome = read(body, "nazev: Porada", surroundings=NOTHING_EXISTS)
    assert sorted(item.code.id for item in outcome.diagnostics) == codes


def test_a_picture_that_is_there_is_fine():
    assert reported("Z312", "![Mapa](mapa.png)") == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [("sablona: mestska", ["mestska"]), ("sablona: zapis", []), ("nazev: Porada", [])],
)
def test_unknown_template(header: str, expected: list[str]):
    assert reported("Z223", header=header) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Předá @Novák a dál.", ["@Novák"]),
        ("Předá @Petr Cháb.", ["@Petr Cháb"]),
        ("# Řeší @Malá\n\nText", ["@Malá"]),
        ("- [ ] Zajistí @Novák do pátku", []),
        ("Pište na info@example.cz.", []),
        ("Účet @ 5 Kč", []),
        ("`@Novák`", []),
    ],
)
def test_assignee_outside_task(body: str, expected: list[str]):
    assert reported("Z409", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- [?] Zajistí @Novák", "„[?]“ není zaškrtávátko: „@Novák“ není v úkolu"),
        ("- [!] Zajistí @Novák", "„[!]“ není zaškrtávátko: „@Novák“ není v úkolu"),
        ("- [o] Zajistí @Novák", "„[o]“ není zaškrtávátko: „@Novák“ není v úkolu"),
        ("Radní [ano] a @Novák", "„@Novák“ není v úkolu, je to obyčejný text"),
        ("- [viz 2] řekl @Novák", "„@Novák“ není v úkolu, je to obyčejný text"),
    ],
)
def test_a_box_that_is_none_is_named_where_it_hides_a_task(body: str, expected: str):
    (found,) = [item for item in read(body).diagnostics if item.code.id == "Z409"]
    assert found.message == expected


def test_every_rule_stands_in_the_table():
    files = {path.stem for path in Path(rules_path[0]).glob("*.py")} - {"__init__"}
    assert files == {rule.__module__.rpartition(".")[2] for rule in RULES}
