import pytest

from header_cases import meeting_of, problems_of


def signatures(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (item.role, item.label, item.person.full_name, item.on)
        for item in meeting_of(text).signatures
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zapsala: Jana Malá", [("recorder", "Zapsala", "Jana Malá", "")]),
        (
            "zapsala: Jana Malá, dne 23. 3. 2026",
            [("recorder", "Zapsala", "Jana Malá", "23. 3. 2026")],
        ),
        (
            "zapsal: {jmeno: Ing. Jan Malý, dne: 23. 3. 2026}",
            [("recorder", "Zapsal", "Ing. Jan Malý", "23. 3. 2026")],
        ),
        (
            "overovatele: [Jana Malá, Jan Novák]\nschvalil: Petr Cháb\nzapsali: A. Bílá; B. Černý",
            [
                ("verifier", "Ověřovatelé", "Jana Malá", ""),
                ("verifier", "Ověřovatelé", "Jan Novák", ""),
                ("approved_by", "Schválil", "Petr Cháb", ""),
                ("recorder", "Zapsali", "A. Bílá", ""),
                ("recorder", "Zapsali", "B. Černý", ""),
            ],
        ),
        (
            "zapsal: Jan Malý\nzapsala: Jana Malá",
            [("recorder", "Zapsal", "Jan Malý", ""), ("recorder", "Zapsala", "Jana Malá", "")],
        ),
        ("recorder: Jana Malá", [("recorder", "Zapsal", "Jana Malá", "")]),
        ("zapsala:", []),
    ],
)
def test_signatures_keep_form_person_and_date(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert (signatures(text), problems_of(text)) == (expected, [])


@pytest.mark.parametrize(
    "text",
    ["zapsala: Jana Malá, dne 31. 2. 2026", "zapsala: {jmeno: Jana Malá, dne: 31. 2. 2026}"],
)
def test_a_date_of_signing_must_exist(text: str) -> None:
    assert problems_of(f"datum: 20. 2. 2026\n{text}") == [
        ("invalid-date", "datum „31. 2. 2026“ neexistuje, únor má nejvýše 29 dní", "31. 2. 2026")
    ]


def test_a_date_beside_a_person_who_does_not_sign_is_a_note() -> None:
    (people,) = meeting_of("pritomni:\n  - Jana Malá, dne 23. 3. 2026").attendance
    assert people.persons[0].note == "dne 23. 3. 2026"
