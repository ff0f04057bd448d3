"""Tasks as they are printed."""

import pytest

from meetings import task
from zapis.inline import Text
from zapis.model.meeting import Meeting
from zapis.model.tasks import Task, TaskStatus
from zapis.render.view import make_view
from zapis.render.views import TaskView


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _views(*tasks: Task) -> tuple[TaskView, ...]:
    return make_view(Meeting("BC-1", "a.md", tasks=tasks), assets={}).tasks


def test_task_is_ready_to_print():
    (view,) = _views(task("Zaslat", "Eva Malá", "Jan Malý", deadline="do pátku", number=3))
    assert view == TaskView(
        number=3,
        short="úkol\u00a03",
        label="",
        full_id="BC-1/3",
        anchor="ukol_3",
        sentence="Zaslat",
        children=(Text("Zaslat"),),
        assignees="Eva Malá, Jan Malý",
        deadline="do\u00a0pátku",
        status="",
        tail="→ Eva\u00a0Malá, Jan\u00a0Malý; do\u00a0pátku",
    )


@pytest.mark.parametrize(
    ("assignees", "deadline", "tail"),
    [
        ((), "", ""),
        (("Eva Malá",), "", "→ Eva Malá"),
        ((), "do příště", "→ do příště"),
        (("Eva Malá",), "31. 3. 2026", "→ Eva Malá; termín 31. 3. 2026"),
    ],
)
def test_tail_holds_the_fields_that_are_there(assignees: tuple[str, ...], deadline: str, tail: str):
    (view,) = _views(task("Zaslat", *assignees, deadline=deadline))
    assert _plain(view.tail) == tail


def test_no_line_ends_within_a_name_unless_it_is_long():
    (view,) = _views(task("Zaslat", "Eva Malá", "Odbor životního prostředí a dopravy"))
    names = "Eva~Malá, Odbor životního prostředí a~dopravy"
    assert view.tail.replace("\u00a0", "~").removeprefix("→ ") == names


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("do 15. 6. 2026", "do~15.~6.~2026"),
        ("nejpozději do 20. března 2026", "nejpozději do~20.~března 2026"),
        ("od 1. 3. do 5. 3.", "od~1.~3.~do~5.~3."),
        ("do konce roku", "do~konce roku"),
    ],
)
def test_a_deadline_stays_on_the_line_of_its_preposition(words: str, printed: str):
    (view,) = _views(task("Zaslat", "Eva", deadline=words))
    expected = (printed, f"→ Eva; {printed}")
    assert (view.deadline.replace("\u00a0", "~"), view.tail.replace("\u00a0", "~")) == expected


def test_a_deadline_is_as_written_where_typography_is_off():
    due = task("Zaslat", deadline="do 15. 6. 2026")
    meeting = Meeting("BC-1", "a.md", tasks=(due,), typography=False)
    assert make_view(meeting, assets={}).tasks[0].deadline == "do 15. 6. 2026"


def test_tasks_without_a_number_are_counted_around_those_with_one():
    views = _views(task("a"), task("b", number=2), task("c"), task("d", number=2))
    assert [(view.number, view.full_id) for view in views] == [
        (1, ""),
        (2, "BC-1/2"),
        (3, ""),
        (2, "BC-1/2"),
    ]


@pytest.mark.parametrize(
    ("numbers", "note"),
    [
        ((1, 2), "V seznamu úkolů pod označením BC-1/číslo."),
        ((1, None), ""),
        ((), ""),
    ],
)
def test_note_gives_the_full_identity_once_it_is_known(numbers: tuple[int | None, ...], note: str):
    tasks = tuple(task("a", number=number) for number in numbers)
    view = make_view(Meeting("BC-1", "a.md", tasks=tasks), assets={})
    assert _plain(view.tasks_note) == note


def test_state_is_said_in_words_unless_the_task_is_open():
    views = _views(*(task("a", status=status) for status in TaskStatus))
    assert [view.status for view in views] == ["", "rozpracováno", "splněno", "zrušeno"]


def test_label_loses_its_colon():
    (view,) = _views(task("a", label="Úkol č. 3/26:"))
    assert _plain(view.label) == "Úkol č. 3/26"
