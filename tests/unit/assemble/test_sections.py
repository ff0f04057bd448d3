"""Sections: their numbers, their levels, and numbered lines that are headings."""

import pytest

from making import found, meeting_of, read
from zapis.body import Heading
from zapis.inline import plain_text
from zapis.model.meeting import Meeting


def numbered(meeting: Meeting) -> list[tuple[int | None, str]]:
    return [(section.number, plain_text(section.title)) for section in meeting.sections]


OUTLINES = [
    ("# A\n\nx\n\n# B\n\ny", [(1, "A"), (2, "B")]),
    ("# 1. A\n\nx\n\n# 2. B\n\ny", [(1, "A"), (2, "B")]),
    ("## 3. A\n\nx\n\n## 1. B\n\ny", [(3, "A"), (1, "B")]),
    ("# Jediná\n\nx", [(None, "Jediná")]),
    ("úvod\n\n# A\n\nx\n\n# B\n\ny", [(None, ""), (1, "A"), (2, "B")]),
    ("# 12. června\n\nx\n\n# B\n\ny", [(1, "12. června"), (2, "B")]),
]


@pytest.mark.parametrize(("body", "expected"), OUTLINES)
def test_sections_are_numbered_once(body: str, expected: list[tuple[int | None, str]]) -> None:
    assert numbered(meeting_of(body)) == expected


def test_a_section_has_the_number_of_its_item() -> None:
    meeting = meeting_of("# B\n\nx\n\n# Navíc\n\nz\n\n# A\n\ny", "program: [A, B]")
    assert numbered(meeting) == [(2, "B"), (None, "Navíc"), (1, "A")]


def test_deeper_headings_count_from_two_and_skip_no_level() -> None:
    meeting = meeting_of("# A\n\n#### B\n\n##### C\n\n## D")
    levels = [block.level for block in meeting.sections[0].blocks if isinstance(block, Heading)]
    assert levels == [2, 3, 2]


def test_numbered_lines_are_headings_where_there_is_no_other() -> None:
    outcome = read("1. Úvod\n\ntext\n\n2. Závěr\n\ntext")
    assert outcome.value is not None
    assert numbered(outcome.value) == [(1, "Úvod"), (2, "Závěr")]
    assert len(found(outcome, "Z309")) == 1


NOT_HEADINGS = [
    "1. první\n2. druhý\n3. třetí",
    "7. KP byl schválen\n\ntext",
    "1. jen jeden\n\ntext",
]


@pytest.mark.parametrize("body", NOT_HEADINGS)
def test_a_list_is_not_a_row_of_headings(body: str) -> None:
    assert numbered(meeting_of(body)) == [(None, "")]


def test_a_numbered_line_equal_to_an_item_is_its_heading() -> None:
    meeting = meeting_of("# Úvod\n\nx\n\n2. Rozpočet\n\ny", "program: [Úvod, Rozpočet]")
    assert numbered(meeting) == [(1, "Úvod"), (2, "Rozpočet")]


def test_an_item_without_a_record_is_a_warning_and_a_withdrawn_one_is_not() -> None:
    outcome = read("# Úvod\n\nx", "program: [Úvod, Rozpočet, Hluk – staženo]")
    assert [item.message for item in found(outcome, "Z217")] == [
        "bod programu „Rozpočet“ nemá v zápisu záznam"
    ]


def test_a_heading_that_is_not_in_the_agenda_is_a_tip() -> None:
    outcome = read("# Úvod\n\nx\n\n# Navíc\n\nx", "program: [Úvod]")
    assert [item.message for item in found(outcome, "Z218")] == [
        "nadpis „Navíc“ není v programu, tiskne se bez čísla"
    ]
