"""The head line: derived from statements, read for changes made by hand."""

import datetime as dt

import pytest

from zapis.czech.deadlines import Deadline, read_deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.tracker import State
from zapis.tasks.tracker_head import print_head, read_head

TODAY = dt.date(2026, 4, 13)
ID = TaskId("BC-2026-01-23", 1)
OPEN = TaskStatus.OPEN
MARCH = Deadline("do 20. 3.", due=dt.date(2026, 3, 20))


@pytest.mark.parametrize(
    ("sentence", "state", "line"),
    [
        ("Zaslat", State(), "- [ ] #BC-2026-01-23/1 Zaslat"),
        ("Zaslat", State(TaskStatus.IN_PROGRESS), "- [/] #BC-2026-01-23/1 Zaslat"),
        ("Zaslat", State(TaskStatus.DONE), "- [x] #BC-2026-01-23/1 Zaslat"),
        ("Zaslat", State(TaskStatus.CANCELLED), "- [-] #BC-2026-01-23/1 Zaslat"),
        (
            "Zaslat",
            State(OPEN, ("Eva Horáková", "vedení škol"), MARCH),
            "- [ ] #BC-2026-01-23/1 Zaslat @Eva Horáková, @„vedení škol“ do 20. 3. 2026",
        ),
        ("Zaslat", State(OPEN, (), MARCH), "- [ ] #BC-2026-01-23/1 Zaslat (do 20. 3. 2026)"),
        (
            "Zaslat",
            State(OPEN, ("členové",), Deadline("v následujícím období")),
            "- [ ] #BC-2026-01-23/1 Zaslat @členové (termín: v následujícím období)",
        ),
        (
            "*Zaslat* [odkaz] <b> a@b",
            State(),
            r"- [ ] #BC-2026-01-23/1 \*Zaslat\* \[odkaz\] \<b> a\@b",
        ),
        (
            "Poslat to (do příště)",
            State(),
            "- [ ] #BC-2026-01-23/1 Poslat to (do příště) (termín: neurčen)",
        ),
    ],
)
def test_the_head_line_is_made_from_sentence_and_state(
    sentence: str, state: State, line: str
) -> None:
    assert print_head(ID, sentence, state) == line


STATE = State(OPEN, ("Eva Horáková",), MARCH)


@pytest.mark.parametrize(
    ("content", "sentence", "people", "due"),
    [
        ("Zaslat @Eva Horáková do 20. 3. 2026", "Zaslat", ("Eva Horáková",), (2026, 3, 20)),
        ("Zaslat @Petr Cháb do 20. 3. 2026", "Zaslat", ("Petr Cháb",), (2026, 3, 20)),
        (
            "Zaslat @Petr Cháb, @členové do 20. 3. 2026",
            "Zaslat",
            ("Petr Cháb", "členové"),
            (2026, 3, 20),
        ),
        ("Zaslat @Eva Horáková do 5.5.2026", "Zaslat", ("Eva Horáková",), (2026, 5, 5)),
        ("Zaslat @Eva Horáková do pátku", "Zaslat", ("Eva Horáková",), (2026, 4, 17)),
        (
            "Zaslat @Eva Horáková (termín: do konce května)",
            "Zaslat",
            ("Eva Horáková",),
            (2026, 5, 31),
        ),
        ("Zaslat @Eva Horáková", "Zaslat", ("Eva Horáková",), None),
        ("Zaslat do 20. 3. 2026", "Zaslat", (), (2026, 3, 20)),
        ("Zaslat", "Zaslat", (), None),
        ("Poslat vše @Eva Horáková do 20. 3. 2026", "Poslat vše", ("Eva Horáková",), (2026, 3, 20)),
    ],
)
def test_what_a_hand_has_changed_is_read(
    content: str, sentence: str, people: tuple[str, ...], due: tuple[int, int, int] | None
) -> None:
    head = read_head(content, STATE, (), TODAY)
    day = dt.date(*due) if due else None
    assert (head.sentence, head.assignees, head.deadline.due if head.deadline else None) == (
        sentence,
        people,
        day,
    )


def test_a_known_sentence_may_end_like_a_field() -> None:
    state = State(OPEN, (), MARCH)
    content = "Svolat schůzku do pátku (do 5. 5. 2026)"
    head = read_head(content, state, ("Svolat schůzku do pátku",), TODAY)
    assert (head.sentence, head.deadline and head.deadline.due) == (
        "Svolat schůzku do pátku",
        dt.date(2026, 5, 5),
    )


def test_words_that_mean_no_day_are_compared_as_words() -> None:
    said = read_deadline("kolem března", dt.date(2025, 11, 1))
    content = "Svolat schůzku @Eva (termín: kolem března)"
    head = read_head(content, State(OPEN, ("Petr",), said), (), TODAY)
    assert head.has_deadline_of(State(OPEN, (), said)) is True


@pytest.mark.parametrize(
    ("content", "known", "sentence", "people"),
    [
        (
            "Poslat @Petr, @Eva Horáková do 20. 3. 2026",
            ("Zaslat",),
            "Poslat",
            ("Petr", "Eva Horáková"),
        ),
        (
            "Poslat to (do příště) @Eva Horáková do 20. 3. 2026",
            ("Zaslat",),
            "Poslat to (do příště)",
            ("Eva Horáková",),
        ),
        (r"Poslat \@Petr @Eva Horáková do 20. 3. 2026", ("x",), "Poslat @Petr", ("Eva Horáková",)),
    ],
)
def test_a_name_in_front_of_the_fields_is_one_unless_it_belongs_to_the_sentence(
    content: str, known: tuple[str, ...], sentence: str, people: tuple[str, ...]
) -> None:
    """In a sentence that zapis wrote an `@` is escaped, so a bare one was put there by a hand."""
    head = read_head(content, STATE, known, TODAY)
    assert (head.sentence, head.assignees) == (sentence, people)


def test_words_that_end_like_fields_are_the_sentence_in_front_of_no_deadline() -> None:
    head = read_head("Poslat to (do příště) (termín: neurčen)", State(), ("Zaslat",), TODAY)
    assert (head.sentence, head.deadline) == ("Poslat to (do příště)", None)
