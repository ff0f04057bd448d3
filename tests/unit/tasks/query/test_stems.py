"""Words in any case form without a dictionary."""

import pytest

from zapis.tasks.query.stems import are_same, folded_words, has_all, holds, is_same_word, opens


@pytest.mark.parametrize(
    "forms",
    [
        "odbor odboru odborem odbory",
        "kultura kultury kulture kulturou",
        "centrum centra centru centrem centrech",
        "spolek spolku spolkem spolky",
        "urednik urednika urednici uredniky",
        "clenove clenu clenum cleny",
        "pracovnici pracovniku pracovniky",
        "mestsky mestskeho mestskemu mestskym",
        "socialni socialniho socialnim socialnich",
        "system systemu systemy systemem",
        "tym tymu tymy",
        "rada rady rade radu radou",
        "praha prahy praze prahou",
        "okres okresu okresem",
        "obec obce obci",
    ],
)
def test_forms_of_a_word_are_the_same(forms: str) -> None:
    first, *others = forms.split()
    assert [form for form in others if not is_same_word(first, form)] == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("rada", "radni"),
        ("clen", "clenka"),
        ("skola", "skolka"),
        ("most", "mistni"),
        ("novak", "novakova"),
        ("urad", "uradovna"),
        ("ms", "mu"),
        ("do", "da"),
        ("centrum", "centrala"),
    ],
)
def test_other_words_are_not(left: str, right: str) -> None:
    assert (is_same_word(left, right), is_same_word(right, left)) == (False, False)


def test_words_are_compared_one_by_one() -> None:
    words = folded_words("Odbor kultury a sportu")
    assert (
        are_same(folded_words("odboru kultury"), words),
        opens(folded_words("odboru kultury"), words),
        opens(folded_words("kultury"), words),
        holds(folded_words("kultura a sport"), words),
        holds(folded_words("odbor sportu"), words),
        has_all(folded_words("sport odboru"), words),
        has_all(folded_words("sport školy"), words),
    ) == (False, True, False, True, False, True, False)
