"""The grammar of a task line under random text: never an exception, never a lost character."""

import datetime as dt

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from zapis.czech.names import NameIndex, parse_name
from zapis.tasks.line import Mode, parse_review_line, parse_task_line

DAY = dt.date(2026, 1, 23)
PEOPLE = NameIndex([(parse_name(name), ()) for name in ("Eva Horáková", "Petr Cháb")])
PARTS = (
    *("@", "@Horáková", "@petr cháb", "@„celý odbor“", '@"', "@členové", "a", ",", ";", ".", "\n"),
    *("(", ")", "termín:", "T:", "Z:", "zodpovídá:", "kdo:", "do 20. 3. 2026", "do příště", "**"),
    *("*", "_", "`", "[", "](", "]{.termin}", "]{.skryt}", "[do pátku]{.termin}", "\\", "zaslat"),
    *("zajistí", "#2", "#a/1", "hotovo", "trvá", "nový termín", "řeší", "<!--", "-->", "–", "👍"),
)
lines = st.lists(st.sampled_from(PARTS) | st.text(max_size=4), max_size=14).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(lines, st.sampled_from(Mode), st.none() | st.just(DAY))
def test_the_sentence_is_made_of_pieces_in_order(
    text: str, mode: Mode, day: dt.date | None
) -> None:
    syntax = parse_task_line(text, PEOPLE, day, mode)
    edges = [edge for piece in syntax.pieces for edge in piece]
    assert (edges, all(0 <= edge <= len(text) for edge in edges)) == (sorted(edges), True)


@settings(max_examples=100, deadline=None)
@given(lines)
def test_nothing_but_fields_and_what_parts_them_is_left_out(text: str) -> None:
    assume(text.isprintable())
    syntax = parse_task_line(text, PEOPLE, DAY, Mode.MENTION)
    ats = sum(text[own.start] == "@" for own in syntax.assignees)
    printed = sum(end - start for start, end in syntax.pieces)
    assert printed == len(text.strip()) - ats


@settings(max_examples=100, deadline=None)
@given(lines)
def test_offsets_of_fields_lie_in_the_text(text: str) -> None:
    syntax = parse_task_line(text, PEOPLE, DAY)
    places = [(own.start, own.end) for own in (*syntax.assignees, *syntax.problems)]
    if syntax.deadline:
        places.append((syntax.deadline.start, syntax.deadline.end))
    assert [place for place in places if not 0 <= place[0] < place[1] <= len(text)] == []


@settings(max_examples=100, deadline=None)
@given(lines)
def test_a_review_is_read_without_an_exception(text: str) -> None:
    review = parse_review_line(f"#2 {text}", PEOPLE, DAY)
    assert review is None or review.reference.target == "2"
