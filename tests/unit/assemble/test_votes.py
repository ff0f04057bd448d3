"""Votes as they are written in Czech minutes."""

import pytest

from zapis.assemble.votes import read_vote
from zapis.source import Span

HERE = Span(0, 0)

NUMBERS = [
    ("pro 7, proti 0, zdrželi se 1", (7, 0, 1)),
    ("zdržel se 1; proti 2; pro 8", (8, 2, 1)),
    ("7 pro, 0 proti, 1 se zdržel", (7, 0, 1)),
    ("Pro: 9 – Proti: 1 – Zdrželo se: 3", (9, 1, 3)),
    ("13 – 0 – 0", (13, 0, 0)),
    ("13/0/2", (13, 0, 2)),
    ("pro 5", (5, None, None)),
    ("nikdo nebyl proti", (None, 0, None)),
    ("pro 9, proti 1, zdrželi se 3. Usnesení bylo přijato.", (9, 1, 3)),
    ("jednomyslně", (None, None, None)),
    ("pro 65,2 %, proti 10 %, zdrželo se 2,3 %", (None, None, None)),
    ("pro 5 (51,3 %), proti 2", (5, 2, None)),
]


@pytest.mark.parametrize(("words", "expected"), NUMBERS)
def test_numbers_are_read_in_any_order(
    words: str, expected: tuple[int | None, int | None, int | None]
) -> None:
    vote = read_vote(words, HERE)
    assert vote is not None
    assert (vote.in_favour, vote.against, vote.abstained) == expected


def test_words_of_the_author_are_kept() -> None:
    vote = read_vote("pro 7, proti 0. Přijato.", HERE)
    assert vote is not None
    assert vote.words == "pro 7, proti 0. Přijato."


@pytest.mark.parametrize(
    "words", ["jednomyslně", "jednohlasně", "všemi hlasy přítomných", "všichni pro"]
)
def test_unanimity_is_understood(words: str) -> None:
    vote = read_vote(words, HERE)
    assert vote is not None
    assert vote.unanimous is True


@pytest.mark.parametrize("words", ["", "schváleno", "viz příloha", "bod 12"])
def test_words_without_a_vote_are_no_vote(words: str) -> None:
    assert read_vote(words, HERE) is None
