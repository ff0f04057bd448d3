"""People whom a hand may name in the tracker."""

import pytest

from tracker_cases import built, meeting, review, task
from zapis.tasks.known_names import NOBODY, KnownNames, names_in
from zapis.tasks.tracker_file import read_tracker

NAMES = ("Eva Horáková", "Petr Cháb", "Jan Novák", "Petr Novák", "členové", "odbor kultury", "MěÚ")
KNOWN = KnownNames(lambda: NAMES)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Horáková", ["Eva Horáková"]),
        ("Horákové", ["Eva Horáková"]),
        ("petr cháb", ["Petr Cháb"]),
        ("Cháb", ["Petr Cháb"]),
        ("Novák", ["Jan Novák", "Petr Novák"]),
        ("členové", []),
        ("Řehoř", []),
    ],
)
def test_a_person_is_found_by_any_form_of_the_name_and_a_group_by_none(
    written: str, found: list[str]
) -> None:
    assert [KNOWN.name(index) for index in KNOWN.find(written)] == found


def test_a_name_inside_a_line_is_found_with_its_end() -> None:
    found = KNOWN.match_at("předá Horákové do pátku", 6)
    assert found is not None
    assert (found[0], KNOWN.name(found[1][0])) == (14, "Eva Horáková")


def test_nobody_is_known_where_nobody_was_given() -> None:
    assert (NOBODY.find("Eva Horáková"), NOBODY.match_at("Eva Horáková", 0)) == ((), None)


def test_names_come_from_the_tracker_the_headers_tasks_and_reviews() -> None:
    first = built(meeting(task("Zaslat", "Karel Dub"))).text
    own = meeting(
        task("Svolat", "Eva Horáková"),
        people=("Jana Malá",),
        reviews=(review("1", task("x").status, "", "Petr Cháb"),),
    )
    file = read_tracker("ukoly.md", first).value
    assert set(names_in(file, [own])) == {"Karel Dub", "Eva Horáková", "Jana Malá", "Petr Cháb"}
