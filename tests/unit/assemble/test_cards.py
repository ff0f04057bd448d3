"""Activity cards: number and name, fields, milestones."""

import pytest

from making import found, meeting_of, read
from zapis.body import Card, Paragraph, Schedule
from zapis.inline import plain_text
from zapis.model.meeting import Meeting


def card_of(meeting: Meeting) -> Card:
    card = meeting.sections[0].blocks[0]
    assert isinstance(card, Card)
    return card


def milestones(lines: str) -> list[tuple[int | None, str]]:
    card = card_of(meeting_of(f"::: karta 1 Název\n\nHarmonogram:\n{lines}\n\n:::"))
    (schedule,) = card.fields[0].blocks
    assert isinstance(schedule, Schedule)
    return [(step.year, plain_text(step.children)) for step in schedule.milestones]


NAMES = [
    ("2.1.2 Krizové lůžko", ("2.1.2", "Krizové lůžko")),
    ("2.1. Krizové lůžko", ("2.1", "Krizové lůžko")),
    ("A1 Půjčovna", ("A1", "Půjčovna")),
    ("Půjčovna pomůcek", ("", "Půjčovna pomůcek")),
    ("12 **lůžek** navíc", ("12", "lůžek navíc")),
]


@pytest.mark.parametrize(("line", "expected"), NAMES)
def test_a_number_opens_the_name(line: str, expected: tuple[str, str]) -> None:
    card = card_of(meeting_of(f"::: karta {line}\n\nPopis: text\n\n:::"))
    assert (card.number, plain_text(card.name)) == expected


def test_labels_open_fields_with_any_names() -> None:
    card = card_of(
        meeting_of("::: karta 1 X\n\nRealizátor: Kotva\nOsoba:\n\nPopis:\n\ntext\n\n- bod\n\n:::")
    )
    fields = [(field.label, len(field.blocks)) for field in card.fields]
    assert fields == [("Realizátor", 1), ("Osoba", 0), ("Popis", 2)]


def test_text_above_the_first_label_is_kept() -> None:
    card = card_of(meeting_of("::: karta 1 X\n\núvodní věta bez štítku\n\nPopis: text\n\n:::"))
    assert [field.label for field in card.fields] == ["", "Popis"]
    assert isinstance(card.fields[0].blocks[0], Paragraph)


def test_an_empty_field_is_a_tip_and_stays() -> None:
    outcome = read("::: karta 1 X\n\nOsoba:\n\nPopis: text\n\n:::")
    assert [item.message for item in found(outcome, "Z310")] == [
        "pole „Osoba“ je prázdné, vytiskne se prázdné"
    ]


SCHEDULES = [
    ("- 2019 – Konference\n- 2020 - divadlo", [(2019, "Konference"), (2020, "divadlo")]),
    ("- Evaluace 2022", [(2022, "Evaluace")]),
    ("- Mapovat možnosti", [(None, "Mapovat možnosti")]),
    ("- 2031: krok; jiný krok", [(2031, "krok"), (2031, "jiný krok")]),
    ("- 2026: sběr; 2028: předání", [(2026, "sběr"), (2028, "předání")]),
    ("- Provoz v letech 2026–2028", [(None, "Provoz v letech 2026–2028")]),
    ("- Vyhodnocení do 2029", [(None, "Vyhodnocení do 2029")]),
    ("- 2026–2028 provoz", [(None, "2026–2028 provoz")]),
    ("2026: sběr akcí", [(2026, "sběr akcí")]),
]


@pytest.mark.parametrize(("lines", "expected"), SCHEDULES)
def test_a_year_stands_first_or_last_and_is_never_guessed(
    lines: str, expected: list[tuple[int | None, str]]
) -> None:
    assert milestones(lines) == expected
