"""Whatever the text, typography changes spaces and marks only, and only once."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from zapis.czech.typography import typeset

TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=" \u00a0-–.,:;/()\"'„“”‚‘x*…kvVaA19mčKč%§\n", max_size=40),
    st.lists(
        st.sampled_from(
            [
                *("v", "domě", "20.", "3.", "2026", "9-11", "9:00-11:30", "Kč", "1", "000", "č."),
                *("Ing.", "Novák", "-", "–", '"', '"slovo', 'slovo"', "'", "2x", "2*", "...", "§"),
                *("s.", "MUHB/12-26", "2026-03-20", "p.", "o.p.s.", '24"', "„", "“", "z.s.,"),
                *("J.", "a."),
            ]
        ),
        max_size=14,
    ).map(" ".join),
)


@given(TEXTS)
@settings(max_examples=100)
def test_typesetting_twice_is_typesetting_once(text: str):
    once = typeset(text)
    assert typeset(once) == once


@given(TEXTS)
@settings(max_examples=100)
def test_letters_and_digits_stay_in_order(text: str):
    """`x` between or behind digits may become `×`, nothing else may change."""

    def kept(string: str) -> list[str]:
        return [character for character in string.replace("×", "x") if character.isalnum()]

    changed = re.sub(r"(?<=\d)\*", "x", typeset(text))
    assert kept(changed) == kept(re.sub(r"(?<=\d)\*", "x", text))


@given(TEXTS)
@settings(max_examples=100)
def test_words_stay_divided_where_they_were(text: str):
    assert len(typeset(text).split()) == len(text.split())
