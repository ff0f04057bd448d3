"""An update of what a change reaches comes out as one of the whole, byte for byte."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st
from msgspec import Struct, field
from msgspec.structs import replace

from making import make_workspace
from zapis.czech.deadlines import read_deadline
from zapis.diagnostics import Diagnostics
from zapis.engine.index.values import to_json
from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.store import read_stored
from zapis.engine.tracker.tracing import SourceFacts
from zapis.engine.tracker.tracked import Tracked, track_sources
from zapis.model.tasks import TaskStatus
from zapis.source import SourceFile
from zapis.tasks.meetings import MeetingTasks, ReviewFacts, TaskFacts, TrackerSlice
from zapis.tasks.update import update_tracker
from zapis.workspace import open_workspace

T = TypeVar("T")

FIRST_DAY = dt.date(2026, 1, 5)
SERIES = {"bc": "Bezpečná čtvrť", "rada": "Rada města", "zk": "Čistota", "": "Ostatní"}
WORDS = (
    *("zaslat nápady", "objednat sál", "svolat schůzku", "připravit leták", "obvolat členy"),
    *("objednat velký sál na květen", "zaslat nápady na akce", "objednat sál a @kdosi (ihned)"),
)
PEOPLE = ("Eva Horáková", "Petr Cháb", "členové")
DEADLINES = ("", "do 20. 3. 2026", "do příště", "do konce března", "průběžně", "2× do roka")
STATUSES = tuple(TaskStatus)
PHASES = (Phase.reuse, Phase.generate, Phase.shrink)  # to explain a fault takes minutes
OWN_LINES = ("", "Poznámka pod čarou", "  - moje poznámka", "## Můj nadpis", "- [ ] bez čísla")


class Minutes(Struct, frozen=True, dict=True):
    """A file of minutes; without a series its id comes from its name."""

    path: str
    day: dt.date | None
    series: str
    tasks: tuple[TaskFacts, ...] = ()
    reviews: tuple[ReviewFacts, ...] = ()
    next_date: dt.date | None = None
    is_draft: bool = False
    is_kept: bool = False
    is_lost: bool = False

    @property
    def id(self) -> str:
        return f"{self.series}-{self.day}" if self.series and self.day else self.path[:-3]

    @property
    def meeting(self) -> MeetingTasks:
        return MeetingTasks(
            self.id,
            self.path,
            self.day,
            self.series,
            SERIES[self.series],
            SERIES[self.series],
            self.next_date,
            self.is_draft,
            self.tasks,
            self.reviews,
        )


class Draw(Struct, dict=True):
    """Draws whatever an edit needs; `known` are the ids of tasks that can be reviewed."""

    data: st.DataObject
    known: tuple[str, ...] = ()
    count: int = 0

    def of(self, values: Sequence[T]) -> T:
        return self.data.draw(st.sampled_from(values))

    def number(self, most: int) -> int:
        return self.data.draw(st.integers(0, most))

    def task(self) -> TaskFacts:
        deadline = self.of(DEADLINES)
        pinned = self.number(4) if self.number(9) == 0 else None
        return TaskFacts(
            self.of(WORDS),
            self.of(STATUSES),
            tuple(self.of(PEOPLE) for _ in range(self.number(1))),
            read_deadline(deadline, FIRST_DAY) if deadline else None,
            pinned or None,
        )

    def review(self) -> ReviewFacts:
        deadline = self.of(DEADLINES)
        targets = self.known
        if not self.known or self.number(14) == 0:
            targets = (str(1 + self.number(2)), str(1 + self.number(2)), "nic-1/1")
        names = tuple(self.of(PEOPLE) for _ in range(self.number(1)))
        new = read_deadline(deadline, FIRST_DAY) if deadline else None
        return ReviewFacts(
            self.of(targets), self.of(STATUSES), names, new, self.of(("", "už brzy"))
        )

    def day(self) -> dt.date | None:
        return FIRST_DAY + dt.timedelta(self.number(60)) if self.number(19) else None

    def path(self) -> str:
        self.count += 1
        return f"m{self.count}.md"

    def minutes(self) -> Minutes:
        tasks = tuple(self.task() for _ in range(self.number(3)))
        reviews = tuple(self.review() for _ in range(self.number(2))) if self.known else ()
        series = self.of((*SERIES, "bc"))
        return Minutes(self.path(), self.day(), series, distinct(tasks), reviews)


Files = tuple[Minutes, ...]


def edited(minutes: Minutes, draw: Draw) -> Minutes:
    """One file after one edit, of its tasks for the most part."""
    change = draw.of((with_other_tasks, with_other_tasks, with_other_reviews, with_other_header))
    return change(minutes, draw)


def with_other_tasks(minutes: Minutes, draw: Draw) -> Minutes:
    tasks = list(minutes.tasks)
    at = draw.number(max(len(tasks) - 1, 0))
    match draw.of(("add", "drop", "word", "fields", "turn")):
        case "drop" if tasks:
            del tasks[at]
        case "word" if tasks:
            words = draw.of((*WORDS, f"{tasks[at].sentence} a víc"))
            tasks[at] = replace(tasks[at], sentence=words)
        case "fields" if tasks:
            tasks[at] = replace(draw.task(), sentence=tasks[at].sentence)
        case "turn":
            tasks.reverse()
        case _:
            tasks.insert(at, draw.task())
    return replace(minutes, tasks=distinct(tasks))


def distinct(tasks: Iterable[TaskFacts]) -> tuple[TaskFacts, ...]:
    """The tasks without those that have the words of another.

    Which of two alike is which may change when nothing else does: that is no matter of parts.
    """
    return tuple({task.sentence: task for task in tasks}.values())


def with_other_reviews(minutes: Minutes, draw: Draw) -> Minutes:
    if minutes.reviews and draw.number(1):
        return replace(minutes, reviews=minutes.reviews[:-1])
    new = (draw.review(),) if draw.known else ()
    return replace(minutes, reviews=(*minutes.reviews, *new))


def with_other_header(minutes: Minutes, draw: Draw) -> Minutes:
    match draw.of(("day", "series", "path", "next", "draft", "kept", "lost")):
        case "day":
            return replace(minutes, day=draw.day())
        case "series":
            return replace(minutes, series=draw.of(tuple(SERIES)))
        case "path":
            return replace(minutes, path=draw.path())
        case "next":
            return replace(minutes, next_date=draw.day())
        case "draft":
            return replace(minutes, is_draft=not minutes.is_draft)
        case "kept":
            return replace(minutes, is_kept=not minutes.is_kept)
        case _:
            return replace(minutes, is_lost=not minutes.is_lost)


def changed(files: Files, draw: Draw) -> Files:
    """The files after one edit of one, a new one or one less."""
    at = draw.number(len(files) - 1) if files else 0
    match draw.number(7):
        case 0 if files:
            return (*files[:at], *files[at + 1 :])
        case 1:
            return (*files, draw.minutes())
        case _ if files:
            return (*files[:at], edited(files[at], draw), *files[at + 1 :])
    return files


def sources(files: Files) -> tuple[SourceFacts, ...]:
    """What the index would hold; of two meetings with one id, in any case, both have an error."""
    ids = [minutes.id for minutes in files]
    return tuple(
        SourceFacts(
            minutes.path,
            "" if minutes.is_lost else to_json(minutes.meeting),
            minutes.is_kept or minutes.is_lost or ids.count(minutes.id) > 1,
        )
        for minutes in files
    )


class Oracle(Struct, dict=True):
    """The workspace on a disk, updated in parts, and what an update of all says at each step."""

    root: Path
    slices: dict[str, TrackerSlice] = field(default_factory=dict)
    said: dict[str, Diagnostics] = field(default_factory=dict)

    def faults(self, files: Files, today: dt.date) -> list[object]:
        """What is different from an update of all after a step."""
        workspace = open_workspace(self.root)
        stored = read_stored(workspace)
        meetings = {own.path: own.meeting for own in files if not own.is_lost}
        all_sources = sources(files)
        kept = {item.path for item in all_sources if item.is_kept}
        outcome = update_tracker(stored.file, tuple(meetings.values()), kept, today, stored.heads)
        tracked = track_sources(
            workspace, Sources(all_sources), today, changed=frozenset(), save=True
        )
        update = outcome.value
        self._take(tracked, {item.path for item in all_sources})
        event("a part" if tracked.updated is not None else "all")
        now = read_stored(workspace)
        text = (now.data or b"").decode()
        slices = {path: update.slices.get(own.id) for path, own in meetings.items()}
        pairs: list[tuple[object, object]] = [
            (text, update.text if update.tracker.entries or text else ""),
            (dict(now.heads), dict(update.heads)),
            (tracked.counts, update.counts),
            ({path: own for path, own in slices.items() if own}, self.slices),
            (lasting(update.diagnostics), lasting(self.said)),
            (
                told(outcome.diagnostics, stored.file.source),
                told(tracked.report.diagnostics, tracked.report.source),
            ),
        ]
        if stored.problems:
            return []
        return [pair for pair in pairs if pair[0] != pair[1]]

    def _take(self, tracked: Tracked, paths: set[str]) -> None:
        same = paths - (paths if tracked.updated is None else tracked.updated)
        self.slices = {path: own for path, own in self.slices.items() if path in same}
        self.said = {path: own for path, own in self.said.items() if path in same}
        self.slices |= tracked.slices
        self.said |= tracked.said


def lasting(said: Mapping[str, Diagnostics]) -> dict[str, list[str]]:
    return {path: [item.message for item in own] for path, own in said.items()}


def told(diagnostics: Diagnostics, source: SourceFile) -> list[tuple[int, str]]:
    """What is said of the tracker, with the lines."""
    return sorted(
        (source.position(item.span.start).line if item.span else 0, item.message)
        for item in diagnostics
    )


def by_hand(root: Path, draw: Draw) -> None:
    """Somebody edits the tracker, or a cache is lost."""
    tracker, heads = root / "ukoly.md", root / ".zapis" / "vety.json"
    match draw.number(4):
        case 0 if tracker.exists():
            lines = tracker.read_text(encoding="utf-8").split("\n")
            lines.insert(draw.number(len(lines)), draw.of(OWN_LINES))
            tracker.write_text("\n".join(lines), encoding="utf-8")
        case 1 if tracker.exists():
            text = tracker.read_text(encoding="utf-8")
            tracker.write_text(text.replace("- [ ]", "- [x]", 1), encoding="utf-8")
        case 2 | 3 if tracker.exists():
            put_away(tracker, root / "ukoly-archiv.md", draw)
        case _:
            heads.unlink(missing_ok=True)


def put_away(tracker: Path, archive: Path, draw: Draw) -> None:
    """Somebody moves an entry into the archive."""
    blocks = tracker.read_text(encoding="utf-8").split("\n\n")
    entries = [block for block in blocks if block.startswith("- [")]
    if entries:
        entry = draw.of(entries)
        blocks.remove(entry)
        tracker.write_text("\n\n".join(blocks), encoding="utf-8")
        old = archive.read_text(encoding="utf-8") if archive.exists() else "# Úkoly\n\n## Staré\n"
        archive.write_text(f"{old}\n{entry.strip()}\n", encoding="utf-8")


@settings(max_examples=40, deadline=None, phases=PHASES)
@given(st.data())
def test_an_update_of_a_part_is_one_of_the_whole(data: st.DataObject) -> None:
    draw = Draw(data)
    with TemporaryDirectory() as folder:
        oracle = Oracle(make_workspace(Path(folder) / "w", {"zapis.yaml": "format: [html]\n"}))
        files: Files = ()
        for _ in range(2 + draw.number(6)):
            files = (*files, draw.minutes())
            draw.known = known(files)
        today = dt.date(2026, 4, 13)
        faults = oracle.faults(files, today)
        for _ in range(6):
            if draw.number(14) == 0:
                by_hand(oracle.root, draw)
            if draw.number(5) == 0:
                today += dt.timedelta(1)
            for _ in range(1 + draw.number(1)):
                files = changed(files, draw)
            draw.known = known(files)
            faults += oracle.faults(files, today)
        assert faults == []


def known(files: Files) -> tuple[str, ...]:
    """Numbers that tasks of these files probably have."""
    return tuple(f"{own.id}/{number}" for own in files for number in range(1, len(own.tasks) + 1))
