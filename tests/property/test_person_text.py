"""However a list of persons is written, no word of it gets lost."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from zapis.czech.names import NameIndex, parse_name
from zapis.czech.persons import PersonText, read_person, split_people

TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=" ,;()-–:.\n•aAá1 JN", max_size=40),
    st.lists(
        st.sampled_from(
            [
                *("Jan", "Novák", "Eva", "Malá", "Mgr.", "Ph.D.", "(", ")", "MMO", "–", "-", ","),
                *("starosta", "z. s.", "dne", "23. 3. 2026", "od 17.25", "a", "\n", "•", "ml."),
                *("van der", "Berg", "12 osob", "Za město:", "(Most – terén)", "distančně", "J."),
                *(";", ":"),
            ]
        ),
        max_size=14,
    ).map(" ".join),
)
# Words that divide: they are read, not kept.
SEPARATING = {"dne", "a"}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def kept(person: PersonText) -> str:
    name = (*person.titles_before, person.name, *person.titles_after)
    rest = (person.organization, person.unit, person.role, person.note, person.on)
    return " ".join((*name, *filter(None, rest)))


def lost(text: str, people: tuple[PersonText, ...]) -> set[str]:
    """Words of the text that are in no part; list numbers („1.“) are bullets."""
    without_numbers = re.sub(r"(?m)(?:^|(?<=[;•]))(?:\W|\d{1,3}[.)]\s)*", " ", text)
    missing = words(without_numbers) - words(" ".join(map(kept, people)))
    return set(missing) - SEPARATING


@given(text=TEXTS, dash_is_reason=st.booleans())
@settings(max_examples=100)
def test_every_word_of_a_list_is_in_some_part(text: str, *, dash_is_reason: bool):
    assert lost(text, split_people(text, dash_is_reason=dash_is_reason).people) == set()


@given(text=TEXTS, dash_is_reason=st.booleans())
@settings(max_examples=100)
def test_every_word_of_a_person_is_in_some_part(text: str, *, dash_is_reason: bool):
    assert lost(text, (read_person(text, dash_is_reason=dash_is_reason),)) == set()


@given(TEXTS)
@settings(max_examples=100)
def test_people_stand_in_order_and_do_not_overlap(text: str):
    ends = [offset for p in split_people(text).people for offset in (p.start, p.end)]
    assert ends == sorted(ends)


@given(TEXTS)
@settings(max_examples=100)
def test_any_name_finds_its_own_bearer(text: str):
    name = parse_name(text)
    assert NameIndex([(name, ())]).find(text) in ((), (0,))


@given(TEXTS, TEXTS, st.integers(0, 60))
@settings(max_examples=100)
def test_match_lies_within_the_text(text: str, known: str, position: int):
    match = NameIndex([(parse_name(known), (known,))]).match_at(text, position)
    assert match is None or position < match[0] <= len(text)
