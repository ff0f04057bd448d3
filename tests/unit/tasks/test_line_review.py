"""Reviews: what a later meeting says of a task."""

import datetime as dt

import pytest

from zapis.czech.names import NameIndex, parse_name
from zapis.model.tasks import TaskStatus
from zapis.tasks.line import ReviewSyntax, parse_review_line

DAY = dt.date(2026, 3, 20)
PEOPLE = NameIndex([(parse_name(name), ()) for name in ("Petr Cháb", "Jana Malá")])


def parse(words: str) -> ReviewSyntax:
    found = parse_review_line(f"#BC-2026-01-23/2 {words}", PEOPLE, DAY)
    assert found is not None
    return found


def comment(words: str) -> str:
    text = f"#BC-2026-01-23/2 {words}"
    return "".join(text[start:end] for start, end in parse(words).comment)


@pytest.mark.parametrize(
    ("words", "status", "rest"),
    [
        ("", None, ""),
        ("hotovo, odpovědělo všech devět", TaskStatus.DONE, "odpovědělo všech devět"),
        ("Splněno.", TaskStatus.DONE, ""),
        ("– splněno. Poděkování paní Malé.", TaskStatus.DONE, "Poděkování paní Malé."),
        ("zrušeno – není zájem", TaskStatus.CANCELLED, "není zájem"),
        ("rozpracováno, chybí dvě vyjádření", TaskStatus.IN_PROGRESS, "chybí dvě vyjádření"),
        ("trvá", TaskStatus.OPEN, ""),
        ("hotovo je jen polovina", None, "hotovo je jen polovina"),
        ("zatím není hotovo", None, "zatím není hotovo"),
        ("nesplněno", None, "nesplněno"),
    ],
)
def test_a_word_of_state_is_read_and_the_rest_is_the_comment(
    words: str, status: TaskStatus | None, rest: str
) -> None:
    assert (parse(words).status, comment(words)) == (status, rest)


@pytest.mark.parametrize(
    ("words", "people", "when", "rest"),
    [
        ("trvá, nový termín do 20. 4., řeší @Cháb – čeká se", ["Cháb"], "do 20. 4.", "čeká se"),
        ("nový termín: 20. 4. 2026", [], "20. 4. 2026", ""),
        ("nový termín do konce dubna, kvůli nemoci", [], "do konce dubna", "kvůli nemoci"),
        ("trvá (do příště)", [], "do příště", ""),
        ("trvá do 20. 4.", [], "do 20. 4.", ""),
        ("řeší Jana Malá", ["Jana Malá"], "", ""),
        ("@Malá do pátku", ["Malá"], "do pátku", ""),
        ("trvá, zajistí @Malá", ["Malá"], "", "zajistí Malá"),
        ("splněno do 20. 3.", [], "", "do 20. 3."),
    ],
)
def test_a_new_deadline_and_new_assignees_are_read(
    words: str, people: list[str], when: str, rest: str
) -> None:
    found = parse(words)
    deadline = found.deadline.deadline.words if found.deadline else ""
    actual = ([own.words for own in found.assignees], deadline, comment(words))
    assert actual == (people, when, rest)


def test_all_words_behind_the_number_are_printed_without_the_sign() -> None:
    text = "#2 trvá, nový termín do 20. 4., řeší @Cháb"
    found = parse_review_line(text, PEOPLE, DAY)
    assert found is not None
    words = "".join(text[start:end] for start, end in found.pieces)
    assert words == "trvá, nový termín do 20. 4., řeší Cháb"


def test_a_line_without_a_number_is_no_review() -> None:
    assert parse_review_line("hotovo", PEOPLE, DAY) is None
