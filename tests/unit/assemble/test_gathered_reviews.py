"""Reviews under no heading get a section of their own; nothing else moves out of order."""

import pytest

from facts_body import outline
from making import found, meeting_of, read
from zapis.inline import plain_text

R1, R2 = "- [x] #BC-1/1 hotovo", "- [ ] #BC-1/2 trvá"
TASK = "- [ ] Objednat sál @Malá do 20. 4."


def record(body: str, header: str = "datum: 20. 3. 2026") -> list[str]:
    """The record, a line a block; the text of reviews and tasks left out."""
    lines = outline(meeting_of(body, header)).split("\n")
    return [line.partition(":")[0] if "kontrola" in line else line for line in lines]


def test_reviews_above_all_headings_are_the_first_section():
    assert record(f"{R1}\n{R2}\n\n# A\n\nx\n\n# B\n\ny") == [
        "# 1. Kontrola úkolů (doplněno)",
        "• kontrola 1",
        "• kontrola 2",
        "# 2. A",
        "x",
        "# 3. B",
        "y",
    ]


def test_text_above_stays_above_and_text_below_follows():
    body = f"Začátek.\n\n{R1}\n\nK tomu pan Cháb.\n\n{R2}\n\nKonec.\n\n# A\n\nx"
    assert record(body) == [
        "Začátek.",
        "# 1. Kontrola úkolů (doplněno)",
        "• kontrola 1",
        "• kontrola 2",
        "K tomu pan Cháb.",
        "Konec.",
        "# 2. A",
        "x",
    ]


def test_new_tasks_of_a_mixed_list_stay_in_their_order():
    body = f"- úvodem\n{TASK}\n{R1}\n- [ ] Jiný úkol @Malá do 20. 4.\n{R2}\n- konec\n\n# A\n\nx"
    assert record(body) == [
        "• úvodem",
        "• úkol 1: Objednat sál → pole",
        "# 1. Kontrola úkolů (doplněno)",
        "• kontrola 1",
        "• kontrola 2",
        "• úkol 2: Jiný úkol → pole",
        "• konec",
        "# 2. A",
        "x",
    ]


def test_without_any_heading_the_section_stands_behind_the_text():
    body = f"Začátek.\n\n{TASK}\n{R1}\n- konec\n\nDalší text.\n\n{R2}"
    assert record(body) == [
        "Začátek.",
        "• úkol 1: Objednat sál → pole",
        "• konec",
        "Další text.",
        "# Kontrola úkolů (doplněno)",
        "• kontrola 1",
        "• kontrola 2",
    ]


def test_a_note_goes_with_its_review():
    body = f"{R1}\n\n  Poznámka.\n\n  - [ ] Z toho úkol @Malá do 20. 4.\n{R2}\n\n# A\n\nx"
    assert record(body)[:5] == [
        "# 1. Kontrola úkolů (doplněno)",
        "• kontrola 1",
        "  Poznámka.",
        "  • úkol 1: Z toho úkol → pole",
        "• kontrola 2",
    ]


UNDER_A_HEADING = [
    f"# Kontrola\n\n{R1}\n\n# B\n\ny",
    f"# A\n\nx\n{R1}\n\n# B\n\n{TASK}\n{R2}",
    f"Kontrola úkolů z minula:\n\n{R1}\n\n# A\n\nx",
    f"**Co bylo minule**\n\n{R1}\n\n{R2}\n\n# A\n\nx",
    f"Plnění úkolů\n\n{R1}",
    f"{R1}\n\n# A\n\nx\n\n# Kontrola úkolů\n\n{R2}",
    f"## Úvod\n\n{R1}\n\n# A\n\nx",
    f"- Rozpočet\n  {R1}\n\n# A\n\nx",
    f"::: neverejne\n{R1}\n:::\n\n# A\n\nx",
    f"> {R1}\n\n# A\n\nx",
]


@pytest.mark.parametrize("body", UNDER_A_HEADING)
def test_reviews_that_stand_under_the_authors_words_stay(body: str):
    assert [section.made for section in meeting_of(body).sections if section.made] == []


def test_a_number_of_this_very_meeting_is_no_review():
    meeting = meeting_of("- [ ] #BC-2/1 Objednat sál\n\n# A\n\nx", "id: BC-2")
    assert ([section.made for section in meeting.sections], len(meeting.tasks)) == (
        [False, False],
        1,
    )


NUMBERS = [
    ("# A\n\nx\n\n# B\n\ny", "", [1, 2, 3]),
    ("# A\n\nx", "", [1, 2]),
    ("# 1. A\n\nx\n\n# 2. B\n\ny", "", [None, 1, 2]),
    ("# 3. A\n\nx", "", [None, 3]),
    ("# 1. A\n\nx\n\n# B\n\ny", "", [None, 1, 2]),
    ("1. A\n\nx\n\n2. B\n\ny", "", [None, 1, 2]),
    ("# A\n\nx\n\n# B\n\ny", "program: [A, B]", [None, 1, 2]),
    ("# A\n\nx\n\n# B\n\ny", "program: [Kontrola úkolů, A, B]", [1, 2, 3]),
    ("# A\n\nx\n\n# B\n\ny", "program: [A, Plnění úkolů z minula, B]", [2, 1, 3]),
    ("# Peníze\n\nx\n\n# B\n\ny", "program: [Zahájení, A, B]", [None, None, 3]),
    ("# Peníze\n\nx\n\n# B\n\ny", "program: [Kontrola úkolů, A, B]", [1, 2, 3]),
]


@pytest.mark.parametrize(("body", "program", "numbers"), NUMBERS)
def test_the_section_never_changes_numbers_of_the_author(
    body: str, program: str, numbers: list[int | None]
):
    meeting = meeting_of(f"{R1}\n\n{body}", f"datum: 20. 3. 2026\n{program}")
    assert [section.number for section in meeting.sections] == numbers


def test_an_item_of_the_agenda_gives_its_name_and_gets_its_record():
    header = "program: [Kontrola úkolů z porady 16. 3., A]"
    outcome = read(f"{R1}\n\n# A\n\nx", header)
    assert outcome.value is not None
    names = [plain_text(section.title) for section in outcome.value.sections]
    places = [item.section for item in outcome.value.agenda]
    assert (names, places, found(outcome, "Z217")) == (
        ["Kontrola úkolů z porady 16. 3.", "A"],
        [0, 1],
        [],
    )


def test_a_made_heading_is_not_reported_as_missing_in_the_agenda():
    outcome = read(f"{R1}\n\n# A\n\nx", "program: [A]")
    assert found(outcome, "Z218") == []


def test_a_task_below_keeps_its_place_among_the_tasks():
    body = f"{TASK}\n{R1}\n- [ ] Druhý @Malá do 20. 4.\n\n# A\n\n- [ ] Třetí @Malá do 20. 4."
    sentences = [task.sentence for task in meeting_of(body).tasks]
    assert sentences == ["Objednat sál", "Druhý", "Třetí"]
