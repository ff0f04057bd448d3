"""Headings find their agenda items by text, by number, and what is left by order."""

import pytest

from zapis.assemble.agenda_match import match_agenda

CASES = [
    ("equal texts", ["Úvod", "Různé"], ["Úvod", "Různé"], {0: 0, 1: 1}),
    ("case and diacritics", ["Úvod"], ["ÚVOD:"], {0: 0}),
    ("own numbers", ["1. Úvod", "Ad 2) Různé"], ["Bod č. 1 Úvod", "K bodu 2: Různé"], {0: 0, 1: 1}),
    ("another order", ["Úvod", "Rozpočet"], ["Rozpočet", "Úvod"], {0: 1, 1: 0}),
    ("a beginning", ["Rozpočet na rok 2027"], ["Rozpočet"], {0: 0}),
    ("a number alone fits", ["Úvod", "Rozpočet"], ["2. Peníze"], {0: 1}),
    ("what is left by order", ["A", "Bé", "C"], ["A", "Jiné", "C"], {0: 0, 1: 1, 2: 2}),
    ("an unforeseen heading", ["A", "C"], ["A", "Nové", "C"], {0: 0, 2: 1}),
    ("a missing record", ["A", "Bé", "C"], ["A", "C"], {0: 0, 1: 2}),
]


@pytest.mark.parametrize(
    ("items", "headings", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_headings_find_their_items(
    items: list[str], headings: list[str], expected: dict[int, int]
) -> None:
    assert dict(match_agenda(items, headings)) == expected
