"""How much of its words a sentence shares with another."""

import pytest

from zapis.tasks.similarity import LEAST_SIMILARITY, likeness, read_words, word_list


def share(first: str, second: str) -> float:
    return round(likeness(read_words(first), read_words(second)), 2)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Zaslat nápady", "zaslat NÁPADY.", 1.0),
        ("Zaslat nápady", "Zaslat napady", 1.0),
        ("Nápady zaslat", "Zaslat nápady", 1.0),
        ("Objednat sál", "Objednat kino", 0.5),
        ("Objednat velký sál", "Objednat velké kino", 0.33),
        ("Objednat velký sál", "Objednat velký stan", 0.67),
        ("a b c d e", "a b c x y", 0.6),
        ("a b c d e", "a b x y z", 0.4),
        ("Zaslat – ihned", "Poslat – ihned", 0.67),
        ("", "", 1.0),
        ("", "Zaslat", 0.0),
    ],
)
def test_the_share_counts_words_without_case_diacritics_and_order(
    first: str, second: str, expected: float
) -> None:
    assert share(first, second) == expected


@pytest.mark.parametrize(
    ("shorter", "longer", "is_same"),
    [
        ("Objednat sál", "Objednat sál Beseda na 20. května pro 40 lidí", True),
        ("Objednat sál", "Do pátku objednat v Besedě velký sál pro 40 lidí", True),
        ("Objednat sál", "Sál na 20. května pro 40 lidí objednat", False),
        ("Rozpočet", "Připravit návrh rozpočtu a rozpočet zveřejnit na webu", False),
    ],
)
def test_a_sentence_that_another_holds_whole_and_in_order_is_similar_enough(
    shorter: str, longer: str, *, is_same: bool
) -> None:
    shares = {share(shorter, longer), share(longer, shorter)}
    assert shares == {LEAST_SIMILARITY} if is_same else max(shares) < LEAST_SIMILARITY


@pytest.mark.parametrize("length", range(1, 31))
def test_two_words_of_five_may_be_changed_in_a_sentence_of_any_length(length: int) -> None:
    words = [f"slovo{number}" for number in range(length)]
    changed = [f"jiné{number}" for number in range(length * 2 // 5)]
    assert share(" ".join(words), " ".join([*changed, *words[len(changed) :]])) >= LEAST_SIMILARITY


def test_words_are_taken_out_of_their_punctuation() -> None:
    assert word_list("„Zaslat“ (nápady), e-mailem…") == ("zaslat", "napady", "e-mailem")
