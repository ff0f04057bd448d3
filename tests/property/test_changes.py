"""A command that changes a task equals the same change by hand, and takes nothing else away."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from making import TODAY, make_workspace
from tracked_in_full import read_workspace, save_in_full
from zapis.engine.tracker.changing import ChangeRequest, ChangeResult, change_tasks
from zapis.model.tasks import TaskStatus
from zapis.tasks.changes import Wanted
from zapis.tasks.tracker_words import print_assignees
from zapis.workspace import open_workspace

PEOPLE = ("Eva Horáková", "Petr Cháb", "Jana Říhová")
NAMES = (*PEOPLE, "členové", "odbor kultury", "Most, z. s.", "MěÚ", "Karel Neznámý")
TAILS = (
    *("", " @Eva Horáková", " @členové (do příště)", " @Petr Cháb, @Jana Říhová do 20. 5. 2026"),
    *(" (termín: ihned)", " @„odbor kultury“ (do konce května)", " (2× do roka)"),
)
SENTENCES = (
    *("Objednat sál", "Pozvat *hosty* a_b", "Zaslat `kód` [x] č. 5", "Vyvěsit plakát a 3 kopie"),
    *("Předat klíče (od sálu)", "Splněno, ale znovu", "Napsat zprávu: krátkou"),
)
# By hand and as the value of --termin.
DEADLINES = (
    ("do 31. 5. 2026", "31. 5. 2026"),
    ("(termín: do konce května)", "do konce května"),
    ("(termín: do konce května)", "konce května"),
    ("(termín: ihned)", "ihned"),
    ("(termín: 2× do roka)", "2× do roka"),
    ("(termín: v úterý (ráno))", "v úterý (ráno)"),
    ("(termín: podzim)", "podzim"),
    ("", "neurčen"),
    ("(termín: neurčen)", "zrušit"),
)
FOREIGN = ("  - moje poznámka", "    - [ ] dílčí krok", "  další řádek")
NEWLINES = ("\n", "\r\n")

tails = st.sampled_from(TAILS)
names = st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple)
words = st.text(st.characters(codec="utf-8"), max_size=40)
notes = words | st.sampled_from(("splněno, ale", "termín 5. 5. 2026", "pozn.: x", "@Eva, řeší"))
changes = st.builds(
    Wanted,
    st.none() | st.sampled_from(TaskStatus),
    st.none() | names.map(lambda own: own or ("nikdo",)),
    st.none() | st.sampled_from([written for _, written in DEADLINES]),
    notes,
)


class Desk:
    """A workspace with one meeting whose tracker is up to date."""

    def __init__(self, root: Path, tasks: Sequence[str], newline: str) -> None:
        lines = "".join(f"- [ ] {task}\n" for task in tasks)
        people = ", ".join(PEOPLE)
        header = f"---\nid: P-1\ndatum: 20. 3. 2026\npritomni: [{people}]\n---\n"
        make_workspace(root, {"a.md": header + lines})
        self.tracker = root / "ukoly.md"
        self.workspace = open_workspace(root)
        self.build()
        self.write(self.text.replace("\n", newline))

    @property
    def text(self) -> str:
        return self.tracker.read_bytes().decode()

    def write(self, text: str) -> None:
        self.tracker.write_bytes(text.encode())

    def build(self) -> str:
        save_in_full(self.workspace, read_workspace(self.workspace), TODAY)
        return self.text

    def change(self, wanted: Wanted, number: int) -> ChangeResult:
        return change_tasks(self.workspace, ChangeRequest((f"P-1/{number}",), wanted), TODAY)

    def head(self, number: int) -> str:
        return next(line for line in self.text.split("\n") if f"] #P-1/{number} " in line)

    def facts(self) -> int:
        return self.text.count("  - 13. 4. 2026: ")


@contextmanager
def desk(tasks: Sequence[str], newline: str = "\n") -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as folder:
        yield Desk(Path(folder), tasks, newline)


task_lists = st.lists(
    st.builds("{}{}".format, st.sampled_from(SENTENCES), tails),
    min_size=1,
    max_size=3,
    unique_by=lambda task: task.split()[0],
)


@settings(max_examples=60, deadline=None)
@given(task_lists, changes, st.sampled_from(TaskStatus), st.sampled_from(NEWLINES))
def test_a_box_changed_by_hand_equals_the_command(
    tasks: list[str], before: Wanted, status: TaskStatus, newline: str
):
    with desk(tasks, newline) as own:
        own.change(before, 1)
        start, head = own.text, own.head(1)
        own.write(start.replace(head, f"- [{status.box}]{head[5:]}"))
        by_hand = own.build()
        own.write(start)
        own.change(Wanted(status), 1)
        assert own.text == by_hand
        assert own.build() == by_hand


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(SENTENCES),
    st.none() | changes,
    names,
    st.sampled_from(DEADLINES),
    st.sampled_from(NEWLINES),
)
def test_people_and_deadlines_changed_by_hand_equal_the_command(
    sentence: str,
    before: Wanted | None,
    people: tuple[str, ...],
    deadline: tuple[str, str],
    newline: str,
):
    shown, written = deadline
    with desk([sentence], newline) as own:
        bare = own.head(1).removesuffix("\r").removesuffix(" (termín: neurčen)")
        own.change(before or Wanted(), 1)
        start, head = own.text, own.head(1)
        line = " ".join(filter(None, (head[:5] + bare[5:], print_assignees(people), shown)))
        own.write(start.replace(head, line + "\r" * head.endswith("\r")))
        by_hand = own.build()
        own.write(start)
        own.change(Wanted(None, people or ("nikdo",), written), 1)
        assert own.text == by_hand
        assert own.build() == by_hand


@settings(max_examples=40, deadline=None)
@given(task_lists, st.sampled_from(TaskStatus), names, st.sampled_from(DEADLINES))
def test_a_change_and_its_inverse_leave_the_state_as_it_was(
    tasks: list[str], status: TaskStatus, people: tuple[str, ...], deadline: tuple[str, str]
):
    with desk(tasks) as own:
        own.change(Wanted(None, ("Petr Cháb",), "1. 7. 2026"), 1)
        head, facts = own.head(1), own.facts()
        there = Wanted(status, people or ("nikdo",), deadline[1])
        (task,) = own.change(there, 1).tasks
        own.change(Wanted(TaskStatus.OPEN, ("Petr Cháb",), "1. 7. 2026"), 1)
        assert (own.head(1), own.facts()) == (head, facts + 2 * len(task.facts))


@settings(max_examples=60, deadline=None)
@given(task_lists, changes, st.sampled_from(FOREIGN), st.sampled_from(NEWLINES))
def test_a_change_keeps_every_other_line_and_a_build_keeps_the_change(
    tasks: list[str], wanted: Wanted, foreign: str, newline: str
):
    with desk(tasks, newline) as own:
        own.write(own.text + newline.join((foreign, "", "Můj odstavec.", "")))
        before, head = own.text.split("\n"), own.head(1)
        (task,) = own.change(wanted, 1).tasks
        after = own.text.split("\n")
        kept = [line for line in before if line != head]
        assert [line for line in after if line in set(kept)] == kept
        assert len(after) == len(before) + len(task.facts)
        assert own.text.count("\r") == own.text.count(newline) * (newline == "\r\n")
        assert own.build() == "\n".join(after)
