import pytest

from header_cases import meeting_of
from zapis.model.meeting import AgendaItem


def titles(text: str) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in meeting_of(text).agenda]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("program: [Zahájení, Rozpočet]", [(1, "Zahájení"), (2, "Rozpočet")]),
        ("program:\n  - 1. Zahájení\n  - 2) Rozpočet", [(1, "Zahájení"), (2, "Rozpočet")]),
        ("program:\n  - Ad 1 Zahájení\n  - K bodu 2 Rozpočet", [(1, "Zahájení"), (2, "Rozpočet")]),
        ("program:\n  - 5. Zahájení\n  - 6. Rozpočet", [(1, "Zahájení"), (2, "Rozpočet")]),
        ("program:\n  - 1. Zahájení\n  - Různé", [(1, "Zahájení"), (2, "Různé")]),
        ("program:\n  - Zahájení\n  - 7. KP", [(1, "Zahájení"), (2, "7. KP")]),
        ("program:\n  - 12. června – výlet\n  - Různé", [(1, "12. června – výlet"), (2, "Různé")]),
        ("program: 1. Zahájení 2. Rozpočet", [(1, "Zahájení"), (2, "Rozpočet")]),
        ("program: Zahájení; Rozpočet", [(1, "Zahájení"), (2, "Rozpočet")]),
        ("program: |\n  1. Zahájení\n\n  2. Rozpočet", [(1, "Zahájení"), (2, "Rozpočet")]),
        ("program: Rozpočet na rok 2026", [(1, "Rozpočet na rok 2026")]),
        ("program:", []),
    ],
)
def test_items_are_counted_and_their_own_numbers_left_out(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    "written",
    [
        "Rozpočet – staženo",
        "Rozpočet (staženo z programu)",
        "Rozpočet - stažen",
        "Rozpočet, bod byl stažen",
    ],
)
def test_a_withdrawn_item_is_understood(written: str) -> None:
    (item,) = meeting_of(f'program:\n  - "{written}"').agenda
    assert (item.title, item.withdrawn) == ("Rozpočet", True)


@pytest.mark.parametrize("written", ["Staženo", "O dílu, který byl stažen z oběhu"])
def test_the_word_alone_does_not_withdraw_an_item(written: str) -> None:
    (item,) = meeting_of(f"program:\n  - {written}").agenda
    assert (item.title, item.withdrawn) == (written, False)


def test_an_item_may_have_a_presenter_and_a_time() -> None:
    text = "program:\n  - {bod: 1. Rozpočet, predkladatel: Ing. Malá, cas: 9.30}"
    (item,) = meeting_of(text).agenda
    assert item == AgendaItem(1, "Rozpočet", "Ing. Malá", "9.30", span=item.span)


def test_an_item_knows_its_place() -> None:
    text = "program: 1. Zahájení 2. Rozpočet"
    spans = [item.span for item in meeting_of(text).agenda]
    assert [text[span.start : span.end] for span in spans if span] == ["1. Zahájení", "2. Rozpočet"]
