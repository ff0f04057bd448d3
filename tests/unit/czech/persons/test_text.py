"""Persons and lists of persons are read as people write them, and nothing of them is lost."""

import pytest

from zapis.czech.persons import (
    PersonText,
    is_attendance_text,
    read_person,
    split_people,
)

PARTS = ("name", "titles_before", "titles_after", "organization", "unit", "role", "note", "on")


def parts(person: PersonText) -> dict[str, object]:
    """The parts that are there."""
    return {part: value for part in PARTS if (value := getattr(person, part))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mgr. Eva Horáková, Ph.D. (Centrum Most – terén), manažerka",
            {
                "name": "Eva Horáková",
                "titles_before": ("Mgr.",),
                "titles_after": ("Ph.D.",),
                "organization": "Centrum Most",
                "unit": "terén",
                "role": "manažerka",
            },
        ),
        ("Jan Novák", {"name": "Jan Novák"}),
        ("Novák", {"name": "Novák"}),
        ("J. Malá", {"name": "J. Malá"}),
        ("starosta", {"name": "starosta"}),
        ("členové rady města", {"name": "členové rady města"}),
        ("Jan Novák ml.", {"name": "Jan Novák ml."}),
        ("Jan Novák, ml.", {"name": "Jan Novák", "titles_after": ("ml.",)}),
        ("Marie Nováková-Šťastná", {"name": "Marie Nováková-Šťastná"}),
        ("Jan (Honza) Novák (MMO)", {"name": "Jan (Honza) Novák", "organization": "MMO"}),
        (
            "Ing. arch. Karel van der Berg",
            {"name": "Karel van der Berg", "titles_before": ("Ing. arch.",)},
        ),
        (
            "Eva Malá Ph. D., MBA",
            {"name": "Eva Malá", "titles_after": ("Ph. D.", "MBA")},
        ),
        (
            "Mgr. et Bc. Eva Malá, DiS.",
            {"name": "Eva Malá", "titles_before": ("Mgr.", "et Bc."), "titles_after": ("DiS.",)},
        ),
        ("pan Novák", {"name": "Novák", "titles_before": ("pan",)}),
        (
            "Jan Novák (ROZKOŠ bez RIZIKA, z. s.)",
            {"name": "Jan Novák", "organization": "ROZKOŠ bez RIZIKA, z. s."},
        ),
        (
            "Jan Novák (Stezka – Diakonie), člen",
            {"name": "Jan Novák", "organization": "Stezka", "unit": "Diakonie", "role": "člen"},
        ),
        (
            'Jan Novák (Dodavatel: Servis+ "Data", z. s.), host',
            {
                "name": "Jan Novák",
                "organization": 'Dodavatel: Servis+ "Data", z. s.',
                "role": "host",
            },
        ),
        ("Jan Novák (MMO) (OSVZ)", {"name": "Jan Novák", "organization": "MMO", "unit": "OSVZ"}),
        ("Jan Novák – Centrum Most", {"name": "Jan Novák", "organization": "Centrum Most"}),
        ("Jan Novák - Most", {"name": "Jan Novák", "organization": "Most"}),
        ("Jan Novák – terén", {"name": "Jan Novák", "organization": "terén"}),
        (
            "Jan Novák – Most, z. s., ředitel",
            {"name": "Jan Novák", "organization": "Most, z. s.", "role": "ředitel"},
        ),
        (
            "Jan Novák – Most (terén)",
            {"name": "Jan Novák", "organization": "Most", "unit": "terén"},
        ),
        ("Jan Novák – starosta", {"name": "Jan Novák", "role": "starosta"}),
        ("Jan Novák (starosta)", {"name": "Jan Novák", "role": "starosta"}),
        ("Jan Novák starosta", {"name": "Jan Novák", "role": "starosta"}),
        ("Jan Novák: starosta", {"name": "Jan Novák", "role": "starosta"}),
        (
            "Jan Novák, starosta, garant",
            {"name": "Jan Novák", "role": "starosta, garant"},
        ),
        (
            "Jan Novák, Magistrát města Mostu, vedoucí odboru",
            {
                "name": "Jan Novák",
                "organization": "Magistrát města Mostu",
                "role": "vedoucí odboru",
            },
        ),
        ("Jan Novák, MMO", {"name": "Jan Novák", "organization": "MMO"}),
        ("Jan Novák (od 17.25)", {"name": "Jan Novák", "note": "od 17.25"}),
        ("Jan Novák (do 18.10)", {"name": "Jan Novák", "note": "do 18.10"}),
        ("Jan Novák (distančně)", {"name": "Jan Novák", "note": "distančně"}),
        ("Jan Novák od 17.25", {"name": "Jan Novák", "note": "od 17.25"}),
        ("Jan Novák, od 17.25", {"name": "Jan Novák", "note": "od 17.25"}),
        (
            "Jan Novák (MMO, od 17.25, online)",
            {"name": "Jan Novák", "organization": "MMO", "note": "od 17.25, online"},
        ),
        ("zástupci KÚ (3 osoby)", {"name": "zástupci KÚ", "note": "3 osoby"}),
        ("Jana Malá, dne 23. 3. 2026", {"name": "Jana Malá", "on": "23. 3. 2026"}),
        ("Jana Malá dne 23. března 2026", {"name": "Jana Malá", "on": "23. března 2026"}),
        ("Jana Malá (dne 23. 3. 2026)", {"name": "Jana Malá", "on": "23. 3. 2026"}),
        ("Jana Malá, 23. 3. 2026", {"name": "Jana Malá", "on": "23. 3. 2026"}),
        ("Jana Malá, 2026-03-23", {"name": "Jana Malá", "on": "2026-03-23"}),
        (
            "Jana Malá, tajemnice, dne 23. 3. 2026",
            {"name": "Jana Malá", "role": "tajemnice", "on": "23. 3. 2026"},
        ),
        ("Za město: Jan Novák", {"name": "Jan Novák", "note": "Za město"}),
        ("Za město: starosta", {"name": "starosta", "note": "Za město"}),
        ("ROZKOŠ bez RIZIKA, z. s.", {"name": "ROZKOŠ bez RIZIKA, z. s."}),
        ("Jan Novák, novak@example.cz", {"name": "Jan Novák", "note": "novak@example.cz"}),
        ("12 osob dle prezenční listiny", {"name": "12 osob dle prezenční listiny"}),
        ("• Jan Novák;", {"name": "Jan Novák"}),
        ("Jan Novák.", {"name": "Jan Novák"}),
        ("Mgr.", {"name": "Mgr."}),
        ("(MMO)", {"name": "(MMO)"}),
        ("Jan Novák (MMO", {"name": "Jan Novák", "organization": "MMO"}),
        ("", {}),
        (" ;, ", {}),
    ],
)
def test_person_is_read(text: str, expected: dict[str, object]):
    assert parts(read_person(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petr Dvořák – dovolená", {"name": "Petr Dvořák", "note": "dovolená"}),
        (
            "Petr Dvořák - jiné jednání, Praha",
            {"name": "Petr Dvořák", "note": "jiné jednání, Praha"},
        ),
        (
            "Petr Dvořák (MMO) – nemoc",
            {"name": "Petr Dvořák", "organization": "MMO", "note": "nemoc"},
        ),
        ("Petr Dvořák (z důvodu nemoci)", {"name": "Petr Dvořák", "note": "z důvodu nemoci"}),
    ],
)
def test_dash_of_excused_person_is_the_reason(text: str, expected: dict[str, object]):
    assert parts(read_person(text, dash_is_reason=True)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mgr. Eva Horáková, Ph.D.",
        "Jan Novák",
        "doc. Ing. Jan Novák, CSc., MBA",
        "Mgr. et Bc. Eva Malá, DiS.",
        "Novák",
    ],
)
def test_titles_and_name_are_what_was_written(text: str):
    person = read_person(text)
    name = " ".join((*person.titles_before, person.name))
    assert ", ".join((name, *person.titles_after)) == text


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Eva Malá (Centrum Most – terén)", "Centrum Most – terén"),
        ("Eva Malá (terén – Centrum Most)", "terén – Centrum Most"),
        ("Eva Malá (A – B – C)", "A – B – C"),
        ("Eva Malá (Most, z. s.)", "Most, z. s."),
        ("Eva Malá", ""),
    ],
)
def test_affiliation_is_what_was_written(text: str, affiliation: str):
    assert read_person(text).affiliation == affiliation


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Novák, Malá, Dvořák", ["Novák", "Malá", "Dvořák"]),
        ("Jan Novák, Eva Malá", ["Jan Novák", "Eva Malá"]),
        ("Jan Novák; Eva Malá;", ["Jan Novák", "Eva Malá"]),
        ("Jan Novák\nEva Malá\r\nPetr Bílý", ["Jan Novák", "Eva Malá", "Petr Bílý"]),
        (
            "– Jan Novák\n• Eva Malá\n· Petr\n▪ Jan\n- Iva\n* Ivo",
            "Jan Novák|Eva Malá|Petr|Jan|Iva|Ivo",
        ),
        ("1. Jan Novák\n2) Eva Malá", ["Jan Novák", "Eva Malá"]),
        ("Jan Novák • Eva Malá · Petr Bílý", ["Jan Novák", "Eva Malá", "Petr Bílý"]),
        ("Ing. Jan Novák, Mgr. Eva Malá, p. Bílý", "Ing. Jan Novák|Mgr. Eva Malá|p. Bílý"),
        ("J. Malá, K. Nový", ["J. Malá", "K. Nový"]),
        ("NOVÁK Jan, MALÁ Eva", ["NOVÁK Jan", "MALÁ Eva"]),
        ("NOVÁK, MALÁ, KOS", ["NOVÁK", "MALÁ", "KOS"]),
        ("Novák, van der Berg, Malá", ["Novák", "van der Berg", "Malá"]),
        ("Jan Novák ml., Jan Novák st.", ["Jan Novák ml.", "Jan Novák st."]),
        ("Jan Novák, starosta; Eva Malá, tajemnice", "Jan Novák, starosta|Eva Malá, tajemnice"),
        ("Jan Novák (MMO, odbor školství), Eva Malá", "Jan Novák (MMO, odbor školství)|Eva Malá"),
        ("Jan Novák (ROZKOŠ bez RIZIKA, z. s.); Eva", "Jan Novák (ROZKOŠ bez RIZIKA, z. s.)|Eva"),
        ("Jan Novák (MMO; OSV), Eva Malá", "Jan Novák (MMO; OSV)|Eva Malá"),
        ("Jan Novák (MMO, Eva Malá; Petr Bílý", "Jan Novák (MMO|Eva Malá|Petr Bílý"),
        ("Jan Novák a Eva Malá", ["Jan Novák", "Eva Malá"]),
        ("Novák a Malá", ["Novák", "Malá"]),
        ("Jan Novák + Eva Malá + host Petr", ["Jan Novák", "Eva Malá", "host Petr"]),
        ("Jan Novák – Most + Kotva", ["Jan Novák – Most + Kotva"]),
        ("Jan Novák, za rodiče Eva Malá", ["Jan Novák", "za rodiče Eva Malá"]),
        ("Jan Novák, za město Podlesí", ["Jan Novák, za město Podlesí"]),
        ("Jan Novák, tajemnice Ing. Malá", ["Jan Novák", "tajemnice Ing. Malá"]),
        ("Jan Novák, asistent prof. Malého", ["Jan Novák, asistent prof. Malého"]),
        ("Jan Novák, velitel por. jednotky", ["Jan Novák, velitel por. jednotky"]),
        ("Jan Novák (nemoc), všichni ostatní", ["Jan Novák (nemoc)", "všichni ostatní"]),
        ("1. Novák 2. Malá", ["Novák", "Malá"]),
        ("Eva Malá; Jan Novák, DrSc.", ["Eva Malá", "Jan Novák, DrSc."]),
        ("Jan a Eva Novákovi", ["Jan a Eva Novákovi"]),
        ("Rada města a zastupitelstvo", ["Rada města a zastupitelstvo"]),
        (
            "Jan Novák, vedoucí odboru kultury a Sportu",
            ["Jan Novák, vedoucí odboru kultury a Sportu"],
        ),
        ("starosta, tajemník, členové rady města", "starosta|tajemník|členové rady města"),
        ("Město Most, Centrum Kotva, Charita Ostrava", "Město Most|Centrum Kotva|Charita Ostrava"),
        ("Jan Novák, 3 zástupci kraje", ["Jan Novák", "3 zástupci kraje"]),
        ("Jan Novák, od 17.25, Eva Malá", ["Jan Novák, od 17.25", "Eva Malá"]),
        ("Jan Novák, MMO", ["Jan Novák, MMO"]),
        ("Jan Novák, Magistrát města Mostu", ["Jan Novák, Magistrát města Mostu"]),
        ("Jan Novák, tel. 123 456 789, novak@x.cz", ["Jan Novák, tel. 123 456 789, novak@x.cz"]),
        ("Jan Novák, dne 1. 3. 2026, Eva Malá", ["Jan Novák, dne 1. 3. 2026", "Eva Malá"]),
        ("Dle listiny přítomných", ["Dle listiny přítomných"]),
        ("", []),
        (" ;\n,; • ", []),
    ],
)
def test_list_is_split_without_doubt(text: str, pieces: str | list[str]):
    expected = pieces.split("|") if isinstance(pieces, str) else pieces
    people = split_people(text)
    assert ([text[p.start : p.end] for p in people.people], people.doubtful) == (expected, ())


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("doc. Olga Malá, Ph.D., Jan Novák", ("doc. Olga Malá, Ph.D.", "Jan Novák")),
        (
            "Jan Novák, starosta, Eva Malá, tajemnice úřadu",
            ("Jan Novák, starosta", "Eva Malá, tajemnice úřadu"),
        ),
        (
            "Jan Novák, Magistrát města Mostu, Eva Malá",
            ("Jan Novák, Magistrát města Mostu", "Eva Malá"),
        ),
        ("starosta, Eva Malá, tajemnice", ("starosta", "Eva Malá, tajemnice")),
        ("Jan Novák, člen rady a Eva Malá", ("Jan Novák, člen rady", "Eva Malá")),
    ],
)
def test_guessed_split_is_doubtful(text: str, pieces: tuple[str, ...]):
    people = split_people(text)
    assert (tuple(text[p.start : p.end] for p in people.people), people.doubtful) == (
        pieces,
        pieces,
    )


def test_doubt_names_only_its_own_entry():
    people = split_people("Petr Bílý, Jan Kos; doc. Olga Malá, Ph.D., Jan Novák")
    assert people.doubtful == ("doc. Olga Malá, Ph.D.", "Jan Novák")


def test_label_belongs_to_all_people_up_to_the_next_entry():
    people = split_people("Za město: Jan Novák, Eva Malá; za kraj: Petr Bílý; Iva Malá").people
    assert [(person.name, person.note) for person in people] == [
        ("Jan Novák", "Za město"),
        ("Eva Malá", "Za město"),
        ("Petr Bílý", "za kraj"),
        ("Iva Malá", None),
    ]


def test_reasons_in_a_list_of_the_excused():
    people = split_people("Petr Bílý – dovolená, Eva Malá – nemoc", dash_is_reason=True).people
    assert [(person.name, person.note) for person in people] == [
        ("Petr Bílý", "dovolená"),
        ("Eva Malá", "nemoc"),
    ]


def test_offsets_point_into_the_whole_text():
    text = "  • Mgr. Eva Malá, Ph.D. ;\n– Jan Novák (MMO)\n"
    assert [text[p.start : p.end] for p in split_people(text).people] == [
        "Mgr. Eva Malá, Ph.D.",
        "Jan Novák (MMO)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dle listiny přítomných",
        "12 osob dle prezenční listiny",
        "viz prezenční listina",
        "viz příloha č. 1",
        "prezenční listina",
        "cca 30 osob",
        "15 členů zastupitelstva",
        "podle prezenční listiny",
        "všichni členové dle přiložené prezenční listiny",
        " 3 zástupci kraje ",
    ],
)
def test_text_that_stands_for_unnamed_people(text: str):
    assert is_attendance_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jan Novák",
        "Jan Novák; ostatní dle prezenční listiny",
        "Jan Novák, Eva Malá a další dle prezenční listiny",
        "Jan Novák\n12 osob",
        "členové rady města",
        "starosta",
        "",
    ],
)
def test_text_that_names_people(text: str):
    assert not is_attendance_text(text)


@pytest.mark.parametrize(
    "unit", ["a,", "(", "()", " ", "z. s., ", "Jan Novák, ", " – ", "A a ", "ing. "]
)
def test_long_repetitions_are_quick(unit: str):
    text = "Jan Novák, " + unit * (30_000 // len(unit))
    assert len(split_people(text).people) >= 1
    assert read_person(text).start == 0
