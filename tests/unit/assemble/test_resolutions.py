"""Resolutions: verbatim text, number, vote."""

from making import found, meeting_of, read
from zapis.body import Paragraph, Resolution
from zapis.inline import LineBreak, plain_text


def resolution_of(body: str) -> Resolution:
    (block,) = meeting_of(body).sections[0].blocks
    assert isinstance(block, Resolution)
    return block


def test_number_text_and_vote_are_told_apart() -> None:
    made = resolution_of("::: usneseni 7/2026\nRada schvaluje záměr.\n\nHlasování: pro 5\n:::")
    assert made.vote is not None
    assert (made.number, len(made.blocks), made.vote.words) == ("7/2026", 1, "pro 5")


def test_a_vote_may_stand_on_the_next_line_of_the_same_paragraph() -> None:
    made = resolution_of("::: usneseni\nRada schvaluje.\nHlasování: 13 – 0 – 0\nPřijato.\n:::")
    (paragraph,) = made.blocks
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.children) == "Rada schvaluje. Přijato."
    assert [node for node in paragraph.children if isinstance(node, LineBreak)] == [LineBreak()]


def test_words_that_are_no_vote_stay_in_the_text_with_a_warning() -> None:
    outcome = read("::: usneseni\nRada schvaluje.\n\nHlasování: viz příloha\n:::")
    assert [item.message for item in found(outcome, "Z311")] == [
        "hlasování „viz příloha“ nelze porozumět, tiskne se, jak je napsáno"
    ]
    assert outcome.value is not None
    (made,) = outcome.value.sections[0].blocks
    assert isinstance(made, Resolution)
    assert len(made.blocks) == 2


def test_a_result_below_the_vote_stays_behind_it() -> None:
    body = "::: usneseni\nRada schvaluje.\nHlasování: 6:5:3\nUsnesení nebylo přijato.\n:::"
    made = resolution_of(body)
    assert made.vote is not None
    assert (len(made.blocks), made.vote.words) == (1, "6:5:3. Usnesení nebylo přijato.")
