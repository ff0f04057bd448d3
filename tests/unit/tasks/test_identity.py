"""Which task is which entry, and which numbers new ones get."""

import datetime as dt

import pytest

from zapis.czech.deadlines import Deadline
from zapis.tasks.identity import Known, Numbering, Wanted, number_tasks, similarity, words_of

LONG = "zaslat členům skupiny nápady na vzdělávací akce"


def numbers(wanted: list[Wanted], known: list[Known]) -> tuple[int, ...]:
    return number_tasks(wanted, known).numbers


def task(sentence: str, *people: str, pinned: int | None = None) -> Wanted:
    return Wanted(sentence, people, pinned)


def entry(number: int, sentence: str, *people: str) -> Known:
    return Known(number, sentence, people)


@pytest.mark.parametrize(
    ("wanted", "known", "expected"),
    [
        ([task("a"), task("b")], [], (1, 2)),
        ([task("b"), task("a")], [entry(1, "a"), entry(2, "b")], (2, 1)),
        ([task("b")], [entry(1, "a"), entry(2, "b")], (2,)),
        ([task("b"), task("c")], [entry(1, "a"), entry(2, "b")], (2, 3)),
        ([task("a"), task("a")], [entry(1, "a"), entry(2, "a")], (1, 2)),
        (
            [task("a", "Petr"), task("a", "Eva")],
            [entry(1, "a", "Eva"), entry(2, "a", "Petr")],
            (2, 1),
        ),
        ([task("zcela jiné znění", pinned=1)], [entry(1, "a"), entry(2, "b")], (1,)),
        ([task("a", pinned=2), task("b")], [entry(1, "a"), entry(2, "b")], (2, 3)),
        ([task("nový", pinned=7), task("další")], [entry(1, "a")], (7, 8)),
        ([task(LONG.replace("zaslat", "poslat"))], [entry(1, "b"), entry(2, LONG)], (2,)),
    ],
)
def test_pins_then_equal_words_then_similar_ones(
    wanted: list[Wanted], known: list[Known], expected: tuple[int, ...]
) -> None:
    assert numbers(wanted, known) == expected


def test_the_most_similar_pairs_are_matched_first() -> None:
    known = [entry(1, "a b c d e"), entry(2, "a b c d f")]
    wanted = [task("a b c d f g"), task("a b c x e")]
    assert numbers(wanted, known) == (2, 1)


def due(day: int) -> Deadline:
    return Deadline("", due=dt.date(2026, 5, day))


A = "zaslat zprávu"
SAME = [Known(1, A), Known(2, "svolat"), Known(3, A)]
BY_DAY = [Known(1, A, deadline=due(1)), Known(2, A, deadline=due(2))]


@pytest.mark.parametrize(
    ("wanted", "known", "expected"),
    [
        ([Wanted(A, deadline=due(2))], BY_DAY, (2,)),
        ([Wanted(A, deadline=due(2)), Wanted(A, deadline=due(1))], BY_DAY, (2, 1)),
        ([Wanted(A, deadline=due(9)), Wanted(A, deadline=due(2))], BY_DAY, (1, 2)),
        ([task("poslat zprávu"), task("svolat"), task(A)], SAME, (4, 2, 3)),
        ([task("zaslat zprávu e-mailem"), task("svolat"), task(A)], SAME, (1, 2, 3)),
        ([task("svolat"), task(A)], SAME, (2, 3)),
        ([task(A), task("svolat")], SAME, (1, 2)),
        ([task(A), task("svolat"), task(A), task(A)], SAME, (1, 2, 3, 4)),
        ([task(A), task("nový"), task("svolat"), task(A)], SAME, (1, 4, 2, 3)),
    ],
)
def test_tasks_with_equal_words_are_told_apart_by_deadline_and_by_their_neighbours(
    wanted: list[Wanted], known: list[Known], expected: tuple[int, ...]
) -> None:
    assert numbers(wanted, known) == expected


def test_of_equally_similar_entries_the_one_among_the_same_neighbours_is_meant() -> None:
    known = [entry(1, "a b c d x"), entry(2, "jiný"), entry(3, "a b c d y")]
    wanted = [task("jiný"), task("a b c d z")]
    assert numbers(wanted, known) == (2, 3)


@pytest.mark.parametrize(("sentence", "number"), [(LONG, 1), (f"{LONG} hned", 2)])
def test_a_task_that_is_gone_comes_back_by_equal_words_and_not_by_similar_ones(
    sentence: str, number: int
) -> None:
    assert numbers([task(sentence)], [Known(1, LONG, gone=True)]) == (number,)


def test_a_task_that_is_gone_comes_back_by_its_number() -> None:
    assert numbers([task("jinak", pinned=1)], [Known(1, LONG, gone=True)]) == (1,)


def test_of_equal_entries_the_one_still_in_the_minutes_is_meant() -> None:
    known = [Known(1, A, gone=True), Known(2, A)]
    assert (numbers([task(A)], known), numbers([task(A), task(A)], known)) == ((2,), (2, 1))


def test_a_task_with_more_words_keeps_its_number() -> None:
    longer = "objednat sál Beseda na květnové setkání se sousedy"
    assert numbers([task(longer)], [entry(1, "x"), entry(2, "objednat sál")]) == (2,)


def test_what_shares_less_than_the_limit_is_a_new_task() -> None:
    assert numbers([task("a b x y z")], [entry(1, "a b c d e")]) == (2,)


def test_of_two_entries_with_one_number_the_later_task_gets_a_new_one() -> None:
    known = [entry(4, "první"), entry(4, "druhý")]
    made = number_tasks([task("druhý"), task("první")], known)
    assert (made.numbers, made.renumbered) == ((4, 5), frozenset({1}))


def test_a_number_pinned_twice_is_one_task() -> None:
    made = number_tasks([task("a", pinned=2), task("a znovu", pinned=2)], [entry(2, "a")])
    assert made == Numbering((2, 2), (0, None), frozenset({1}), frozenset())


def test_numbers_taken_elsewhere_are_not_given_again() -> None:
    assert number_tasks([task("a")], [], taken=(1, 5)).numbers == (6,)


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [("a b", "B, a.", 1.0), ("a b c d e", "a b c x y", 0.6), ("a", "b", 0.0), ("", "", 1.0)],
)
def test_similarity_is_the_share_of_common_words(first: str, second: str, share: float) -> None:
    assert similarity(words_of(first), words_of(second)) == share
