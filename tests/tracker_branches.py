"""Random work of one person on a tracker: commands, hand edits, remarks, new meetings."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.czech.deadlines import Deadline, read_deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.meetings import MeetingTasks, ReviewFacts, TaskFacts
from zapis.tasks.tracker import State, Statement, fold
from zapis.tasks.tracker_file import Block, missing_tracker, read_tracker
from zapis.tasks.tracker_head import Head, print_head, read_head
from zapis.tasks.tracker_lines import print_fact_line
from zapis.tasks.update import update_tracker

_MARK = re.compile(r"\b[a-z]+[0-9]+\b")
TODAY = dt.date(2026, 4, 13)
SERIES = {"bc": "Pracovní skupina Bezpečná čtvrť", "rada": "Rada města"}
Value = TaskStatus | tuple[str, ...] | Deadline
"""What a property of a task may be."""
_PEOPLE = ("Eva Horáková", "Petr Cháb", "Jana Nováková", "členové rady")
_VERBS = ("Zaslat", "Objednat", "Připravit", "Obvolat", "Svolat", "Doplnit", "Ověřit", "Vyvěsit")
_OBJECTS = ("nápady", "sál", "leták", "organizace", "schůzku", "kontakty", "nabídky", "záměr")
_WHERE = ("pro skupinu", "na radnici", "u školy", "v nemocnici", "k rozpočtu", "do zpravodaje")


class Branch(Struct, frozen=True, dict=True):
    """The files of one branch, and what its last build has left to be remembered.

    `pending` are values that a hand has put into head lines since, by the last word of the
    sentence, which belongs to one task only, and the property.
    """

    meetings: Mapping[str, MeetingTasks] = field(default_factory=dict)
    text: str = ""
    heads: Mapping[str, str] = field(default_factory=dict)
    pending: Mapping[tuple[str, str], Value] = field(default_factory=dict)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The entries of the tracker."""
        return read_tracker("ukoly.md", self.text).value.blocks


def build(
    branch: Branch,
    facts: Mapping[TaskId, Sequence[Statement]] | None = None,
    today: dt.date = TODAY,
) -> Branch:
    """The branch after a build, with facts written by commands."""
    old = read_tracker("ukoly.md", branch.text).value if branch.text else missing_tracker("u.md")
    meetings = tuple(branch.meetings.values())
    update = update_tracker(old, meetings, (), today, branch.heads, facts or {}).value
    return replace(branch, text=update.text, heads=dict(update.heads), pending={})


def mark_of(words: str) -> str:
    """The word by which a task is known, whatever becomes of the others."""
    found = _MARK.findall(words)
    return found[-1] if found else ""


def head_of(branch: Branch, block: Block) -> Head:
    """What a head line says, read by somebody who knows the minutes."""
    known = [task.sentence for meeting in branch.meetings.values() for task in meeting.tasks]
    return read_head(block.content, fold(block.statements), known, TODAY)


class Author:
    """Makes edits; every note, remark and task has a word that nobody else uses."""

    def __init__(self, chance: Random, name: str) -> None:
        self.chance = chance
        self.name = name
        self.count = 0

    def word(self) -> str:
        """A word never used before."""
        self.count += 1
        return f"{self.name}{self.count}"

    def edit(self, branch: Branch) -> Branch:
        """The branch after one edit of whatever kind."""
        kinds, weights = zip(*_EDITS, strict=True)
        return self.chance.choices(kinds, weights)[0](self, branch)

    def sentence(self, mark: str) -> str:
        """The words of a task, most of them its own, so that none is taken for another."""
        words = " ".join(self.chance.choice(words) for words in (_VERBS, _OBJECTS, _WHERE))
        return f"{words} {mark}p {mark}q {mark}r {mark}s {mark}"

    def task(self) -> TaskFacts:
        """A new task."""
        day = f"do {self.chance.randint(1, 28)}. {self.chance.randint(3, 12)}. 2026"
        words = self.chance.choice(("", day, day, f"v roce 20{self.chance.randint(27, 60)}"))
        names = tuple(self.chance.sample(_PEOPLE, self.chance.randint(0, 2)))
        deadline = read_deadline(words, TODAY) if words else None
        return TaskFacts(self.sentence(self.word()), TaskStatus.OPEN, names, deadline)

    def change(self) -> tuple[str, Value]:
        """A property and its new value."""
        match self.chance.randint(0, 3):
            case 0:
                return "assignees", tuple(self.chance.sample(_PEOPLE, self.chance.randint(1, 2)))
            case 1:
                return "deadline", read_deadline(f"do {self.chance.randint(1, 9)}. 6. 2026", TODAY)
            case _:
                return "status", self.chance.choice(tuple(TaskStatus))

    def fact(self) -> Statement:
        """A dated line: a note, or a change with a comment or without one."""
        day = TODAY - dt.timedelta(days=self.chance.choice((0, 0, 0, 1, 2, 40)))
        if self.chance.random() < 0.3:
            return Statement(day, note=f"poznámka {self.word()}")
        name, value = self.change()
        note = self.chance.choice(("", f"upřesnění {self.word()}"))
        return replace(Statement(day, note=note), **{name: value})


def _command(author: Author, branch: Branch) -> Branch:
    """A change made by a command, which builds first."""
    branch = build(branch)
    if not branch.blocks:
        return branch
    block = author.chance.choice(branch.blocks)
    return build(branch, {block.id: (author.fact(),)})


def _touch_head(author: Author, branch: Branch) -> Branch:
    """A box ticked, or an assignee or a deadline rewritten, and not built."""
    if not branch.blocks:
        return branch
    block = author.chance.choice(branch.blocks)
    said = fold(block.statements)
    head = head_of(branch, block)
    before = State(block.status, head.assignees, head.deadline)
    name, value = author.change()
    after = replace(before, **{name: value})
    line = print_head(block.id, head.sentence, after)
    lines = branch.text.split("\n")
    if line == block.head or getattr(said, name) == value:
        return branch
    lines[block.number - 1] = line
    pending = {**branch.pending, (mark_of(block.content), name): value}
    return replace(branch, text="\n".join(lines), pending=pending)


def _reword_head(author: Author, branch: Branch) -> Branch:
    """Other words in a head line, which the next build keeps as a note."""
    if not branch.blocks:
        return branch
    block = author.chance.choice(branch.blocks)
    mark = mark_of(block.content)
    if f" {mark}" not in block.head:
        return branch
    head = block.head.replace(f" {mark}", f" {author.word()}x {mark}", 1)
    return replace(branch, text=branch.text.replace(block.head, head, 1))


def _insert(branch: Branch, at: int, line: str) -> Branch:
    lines = branch.text.split("\n")
    return replace(branch, text="\n".join((*lines[:at], line, *lines[at:])))


def _write_fact(author: Author, branch: Branch) -> Branch:
    """A dated line written below an entry by hand, its head line left as it is."""
    if not branch.blocks:
        return branch
    block = author.chance.choice(branch.blocks)
    at = block.number + len(block.lines)
    return _insert(branch, at, print_fact_line(author.fact()))


def _write_remark(author: Author, branch: Branch) -> Branch:
    """Somebody's own line inside an entry."""
    if not branch.blocks:
        return branch
    block = author.chance.choice(branch.blocks)
    at = block.number + author.chance.randint(0, len(block.lines))
    opening = author.chance.choice(("  - ", "    - ", "  ", "    - [ ] "))
    return _insert(branch, at, f"{opening}moje {author.word()}")


def _write_paragraph(author: Author, branch: Branch) -> Branch:
    """Somebody's own paragraph between entries, or a heading."""
    places = [number for number, line in enumerate(branch.text.split("\n")) if not line]
    if not places:
        return branch
    at = author.chance.choice(places)
    opening = author.chance.choice(("", "", "> ", "### "))
    return _insert(_insert(branch, at, f"{opening}odstavec {author.word()}"), at, "")


def _delete_line(author: Author, branch: Branch) -> Branch:
    """A fact or somebody's own line deleted."""
    lines = [line.text for block in branch.blocks for line in block.lines]
    own = [line for line in lines if line.strip() and "zápis [" not in line]
    if not own:
        return branch
    return replace(branch, text=branch.text.replace(author.chance.choice(own) + "\n", "", 1))


def _change_line(author: Author, branch: Branch) -> Branch:
    """Another end of a fact or of somebody's own line."""
    lines = [line.text for block in branch.blocks for line in block.lines]
    own = [line for line in lines if "poznámka" in line or "upřesnění" in line or "moje" in line]
    if not own:
        return branch
    line = author.chance.choice(own)
    return replace(branch, text=branch.text.replace(line, f"{line} {author.word()}", 1))


def _delete_entry(author: Author, branch: Branch) -> Branch:
    """An entry deleted by hand, not the last of its section, with its task in the minutes."""
    if not branch.blocks:
        return branch
    block = author.chance.choice(branch.blocks)
    if sum(other.section == block.section for other in branch.blocks) == 1:
        return branch
    mark = mark_of(block.content)
    lines = branch.text.split("\n")
    del lines[block.number - 1 : block.number + len(block.lines)]
    meetings = {
        path: replace(
            own, tasks=tuple(task for task in own.tasks if mark_of(task.sentence) != mark)
        )
        for path, own in branch.meetings.items()
    }
    pending = {about: value for about, value in branch.pending.items() if about[0] != mark}
    return replace(branch, text="\n".join(lines), meetings=meetings, pending=pending)


def _meet(author: Author, branch: Branch) -> Branch:
    """A new meeting with tasks of its own that speaks of older ones, built."""
    days = [meeting.date for meeting in branch.meetings.values() if meeting.date]
    day = max((dt.date(2026, 1, 5), *days)) + dt.timedelta(days=author.chance.randint(1, 40))
    series = author.chance.choice(tuple(SERIES))
    name = author.word()
    blocks = branch.blocks
    reviewed = author.chance.sample(blocks, min(len(blocks), author.chance.randint(0, 2)))
    reviews = tuple(
        ReviewFacts(str(block.id), author.chance.choice(tuple(TaskStatus)), comment=author.word())
        for block in {block.id: block for block in reviewed}.values()
    )
    tasks = tuple(author.task() for _ in range(author.chance.randint(0, 3)))
    path = f"zapisy/{day}-{name}.md"
    meeting = MeetingTasks(
        name, path, day, series, SERIES[series], SERIES[series], tasks=tasks, reviews=reviews
    )
    return build(replace(branch, meetings={**branch.meetings, path: meeting}))


def _rework(author: Author, branch: Branch) -> Branch:
    """Minutes changed: a task added, reworded or taken out; built."""
    if not branch.meetings:
        return branch
    path = author.chance.choice(sorted(branch.meetings))
    meeting = branch.meetings[path]
    tasks = list(meeting.tasks)
    kind = author.chance.choice(("add", "add", "reword", "remove")) if tasks else "add"
    if kind == "add":
        tasks.append(author.task())
    else:
        index = author.chance.randrange(len(tasks))
        task = tasks.pop(index)
        if kind == "reword":
            words = task.sentence.split()
            sentence = " ".join((author.chance.choice(_VERBS), *words[1:]))
            tasks.insert(index, replace(task, sentence=sentence))
    changed = replace(meeting, tasks=tuple(tasks))
    return build(replace(branch, meetings={**branch.meetings, path: changed}))


def _build(_author: Author, branch: Branch) -> Branch:
    return build(branch)


_EDITS: tuple[tuple[Callable[[Author, Branch], Branch], int], ...] = (
    (_command, 6),
    (_touch_head, 5),
    (_reword_head, 1),
    (_write_fact, 2),
    (_write_remark, 3),
    (_write_paragraph, 2),
    (_delete_line, 2),
    (_change_line, 2),
    (_delete_entry, 1),
    (_meet, 2),
    (_rework, 3),
    (_build, 2),
)


class History(NamedTuple):
    """Two branches and what they come from."""

    base: Branch
    ours: Branch
    theirs: Branch


def make_history(seed: int) -> History:
    """A random history, the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - repeatable
    base = begin(chance)
    sides = (work(Author(chance, name), base, chance.randint(1, 5)) for name in "ab")
    return History(base, *sides)


def begin(chance: Random) -> Branch:
    """A workspace with a few meetings, and what has been written there since."""
    author = Author(chance, "z")
    branch = Branch()
    for _ in range(chance.randint(1, 3)):
        branch = _meet(author, branch)
    return work(author, branch, chance.randint(0, 4))


def work(author: Author, branch: Branch, edits: int) -> Branch:
    """The branch after so many edits."""
    for _ in range(edits):
        branch = author.edit(branch)
    return branch


def merge_meetings(base: Branch, ours: Branch, theirs: Branch) -> dict[str, MeetingTasks]:
    """The minutes of both branches, as git merges them in files of their own."""
    merged: dict[str, MeetingTasks] = {}
    for path in sorted({*ours.meetings, *theirs.meetings}):
        own, here, there = (side.meetings.get(path) for side in (base, ours, theirs))
        if here is None or there is None or here == there:
            merged[path] = here or there  # type: ignore[assignment]
        elif own is None or own not in (here, there):
            known = {mark_of(task.sentence) for task in (*here.tasks, *(own.tasks if own else ()))}
            new = (task for task in there.tasks if mark_of(task.sentence) not in known)
            merged[path] = replace(here, tasks=(*here.tasks, *new))
        else:
            merged[path] = there if here == own else here
    return merged
