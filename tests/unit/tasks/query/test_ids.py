"""Tasks found by what people type of their ids."""

import pytest

from zapis.model.tasks import TaskId
from zapis.tasks.query.ids import NotFound, find_task

IDS = tuple(
    TaskId(meeting, number)
    for meeting, numbers in (
        ("BC-2026-01-23", (1, 2, 11)),
        ("P-2026-01-23", (2,)),
        ("P-2026-03-16", (1, 2)),
        ("2026-05-12-rodiny", (1, 9)),
        ("KD-3", (1,)),
    )
    for number in numbers
)


@pytest.mark.parametrize(
    ("written", "task"),
    [
        ("BC-2026-01-23/1", "BC-2026-01-23/1"),
        ("#BC-2026-01-23/1", "BC-2026-01-23/1"),
        ("bc-2026-01-23/1", "BC-2026-01-23/1"),
        ("bč-2026-01-23/1", "BC-2026-01-23/1"),
        ("BC–2026–01–23 / 1", "BC-2026-01-23/1"),
        (" „#BC-2026-01-23/1“, ", "BC-2026-01-23/1"),
        ("BC-2026-01-23/01", "BC-2026-01-23/1"),
        ("01-23/1", "BC-2026-01-23/1"),
        ("23/11", "BC-2026-01-23/11"),
        ("-03-16/2", "P-2026-03-16/2"),
        ("rodiny/1", "2026-05-12-rodiny/1"),
        ("diny/1", "2026-05-12-rodiny/1"),
        ("11", "BC-2026-01-23/11"),
        ("/11", "BC-2026-01-23/11"),
        ("9", "2026-05-12-rodiny/9"),
        # A part of an id beats a piece of one: BC-2026-01-23 ends in 3 as well.
        ("3/1", "KD-3/1"),
        # No other meeting with a task 11 ends so.
        ("3/11", "BC-2026-01-23/11"),
    ],
)
def test_any_unambiguous_ending_finds_the_task(written: str, task: str) -> None:
    assert str(find_task(written, IDS)) == task


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (
            "01-23/2",
            NotFound(
                "číslu „01-23/2“ odpovídá víc úkolů: BC-2026-01-23/2, P-2026-01-23/2",
                "napište z čísla víc, třeba celé",
            ),
        ),
        (
            "2",
            NotFound(
                "číslu „2“ odpovídá víc úkolů: BC-2026-01-23/2, P-2026-01-23/2, P-2026-03-16/2",
                "napište z čísla víc, třeba celé",
            ),
        ),
        (
            "BC-2026-01-23/3",
            NotFound(
                "úkol „BC-2026-01-23/3“ neexistuje",
                "mysleli jste BC-2026-01-23/1, BC-2026-01-23/2, BC-2026-01-23/11?",
            ),
        ),
        (
            "BC-2026-01-32/1",
            NotFound(
                "úkol „BC-2026-01-32/1“ neexistuje",
                "mysleli jste BC-2026-01-23/1, BC-2026-01-23/2, BC-2026-01-23/11?",
            ),
        ),
        ("77", NotFound("úkol „77“ neexistuje", "čísla úkolů vypíše zapis ukoly")),
        ("zz/1", NotFound("úkol „zz/1“ neexistuje", "čísla úkolů vypíše zapis ukoly")),
        (
            "P-2026-03-16",
            NotFound(
                "„P-2026-03-16“ je jednání, ne úkol",
                "napište i číslo úkolu: P-2026-03-16/1, P-2026-03-16/2",
            ),
        ),
        (
            "sál",
            NotFound(
                "„sál“ není číslo úkolu",
                "napište například 01-23/1; čísla úkolů vypíše zapis ukoly",
            ),
        ),
    ],
)
def test_what_means_no_single_task_is_explained(written: str, problem: NotFound) -> None:
    assert find_task(written, IDS) == problem


def test_letter_case_tells_two_meetings_apart_where_it_is_all_that_does() -> None:
    ids = (TaskId("bc", 1), TaskId("BC", 1))
    assert find_task("BC/1", ids) == ids[1]


def test_of_many_candidates_the_first_are_named() -> None:
    ids = [TaskId(f"P-{number}", 1) for number in range(10, 30)]
    found = find_task("1", ids)
    assert isinstance(found, NotFound)
    assert found.message == (
        "číslu „1“ odpovídá víc úkolů: P-10/1, P-11/1, P-12/1, P-13/1, P-14/1 a další (15)"
    )


def test_a_typing_error_names_the_meeting_that_was_meant() -> None:
    found = find_task("BC-2026-0123/1", IDS)
    assert found == NotFound(
        "úkol „BC-2026-0123/1“ neexistuje",
        "mysleli jste BC-2026-01-23/1, BC-2026-01-23/2, BC-2026-01-23/11?",
    )
