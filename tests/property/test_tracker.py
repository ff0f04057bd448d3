"""The tracker under random meetings, random edits and random lines of somebody's own."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from difflib import unified_diff
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tracker_cases import FIRST_DAY, TODAY, built, rebuilt
from zapis.czech.dates import format_date
from zapis.czech.deadlines import Deadline, read_deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.meetings import MeetingTasks, ReviewFacts, TaskFacts
from zapis.tasks.tracker import State, Statement, fold
from zapis.tasks.tracker_file import read_tracker
from zapis.tasks.tracker_head import print_head, read_head
from zapis.tasks.tracker_layout import Placed, compose
from zapis.tasks.tracker_lines import parse_line, print_fact_line, print_meeting_line
from zapis.tasks.update import update_tracker

DEADLINES = (
    *("do 20. 3. 2026", "do příště", "do konce března", "v roce 2027", "kolem března", "ihned"),
    *("2× do roka", "v úterý (ráno)", "do 5. 5. 2026, nejlépe dřív", "20. 5. 2026 do 12 hodin"),
    *("závorka )", "od září 2027", "podzim", "neurčen"),
)
NAMES = (
    *("Eva Horáková", "Petr Cháb", "členové", "jednotlivé organizace", "odbor „A“", "J. Novák"),
    *("Most, z. s.", "MěÚ", "tým_a", 'skupina "B"', "Dvořáková-Malá", "starosta a rada"),
)
PARTS = (
    *("zaslat", "nápady", "na", "vzdělávací", "akce", "svolat", "schůzku", "do 20. 3. 2026"),
    *("(do příště)", "@kdosi", "*", "a_b", "[x]", "termín:", "pátek", "_podtržené_", "`kód`"),
    *("(termín: ihned)", "splněno,", "\\", "<b>", "&amp;", "č. 5", "řeší", "„věta“", "#12"),
)
sentences = st.lists(st.sampled_from(PARTS), min_size=1, max_size=9).map(" ".join)
days = st.dates(dt.date(2025, 11, 1), dt.date(2026, 4, 1))
names = st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple)
deadlines = st.none() | st.sampled_from(DEADLINES).map(
    lambda words: read_deadline(words, FIRST_DAY)
)
statuses = st.sampled_from(TaskStatus)
tasks = st.builds(TaskFacts, sentences, statuses, names, deadlines)
paths = st.sampled_from(("zapisy/a.md", "zápisy z roku/b (1).md", "c.md"))
statements = st.builds(
    Statement, days, statuses, names.map(lambda own: own or None), deadlines, sentences, paths
)


@st.composite
def workspaces(draw: st.DrawFn) -> list[MeetingTasks]:
    """Meetings of two series; later ones review tasks of the first."""
    dates = draw(st.lists(days, min_size=1, max_size=4, unique=True))
    meetings: list[MeetingTasks] = []
    for number, day in enumerate(sorted(dates)):
        series = draw(st.sampled_from(("bc", "rada")))
        own = tuple(draw(st.lists(tasks, max_size=4)))
        reviews: tuple[ReviewFacts, ...] = ()
        if meetings and meetings[0].tasks and draw(st.booleans()):
            reviews = (ReviewFacts(f"{meetings[0].id}/1", draw(statuses), comment=draw(sentences)),)
        meetings.append(
            MeetingTasks(
                f"m{number}", f"z/{day}.md", day, series, series, tasks=own, reviews=reviews
            )
        )
    return meetings


@settings(max_examples=60, deadline=None)
@given(workspaces())
def test_a_second_update_changes_no_byte(meetings: list[MeetingTasks]) -> None:
    first = built(*meetings)
    second = rebuilt(*meetings, old=first)
    assert (second.text, second.changed) == (first.text, False)


@settings(max_examples=40, deadline=None)
@given(workspaces())
def test_without_a_memory_a_second_update_changes_no_byte_either(
    meetings: list[MeetingTasks],
) -> None:
    first = built(*meetings)
    assert built(*meetings, old=first.text).text == first.text


@settings(max_examples=40, deadline=None)
@given(workspaces(), st.randoms(use_true_random=False))
def test_meetings_read_in_any_order_give_the_same_text(
    meetings: list[MeetingTasks], random: Random
) -> None:
    mixed = list(meetings)
    random.shuffle(mixed)
    assert built(*mixed).text == built(*meetings).text


@settings(max_examples=60, deadline=None)
@given(workspaces())
def test_a_tracker_taken_apart_and_put_together_is_the_same(meetings: list[MeetingTasks]) -> None:
    text = built(*meetings).text
    file = read_tracker("ukoly.md", text).value
    placed = [
        Placed(
            block.id,
            block.section,
            (block.head, *(line.text for line in block.lines)),
            block.behind,
            order,
        )
        for order, block in enumerate(file.blocks)
    ]
    assert compose(file, placed) == text


@settings(max_examples=100, deadline=None)
@given(statements)
def test_a_statement_of_a_meeting_is_read_back_with_the_same_line(statement: Statement) -> None:
    line = print_meeting_line(statement)
    read = parse_line(line)
    assert isinstance(read, Statement)
    assert (print_meeting_line(read), read.note, read.path) == (
        line,
        statement.note,
        statement.path,
    )


@settings(max_examples=100, deadline=None)
@given(statements, st.sampled_from(("status", "assignees", "deadline", "note")))
def test_a_fact_is_read_back_with_the_same_line(statement: Statement, kind: str) -> None:
    fact = Statement(statement.date, note=statement.note)
    if kind != "note":
        fact = replace(fact, **{kind: getattr(statement, kind)})
    read = parse_line(print_fact_line(fact))
    assert isinstance(read, Statement)
    assert print_fact_line(read) == print_fact_line(fact)


@settings(max_examples=100, deadline=None)
@given(sentences, statuses, names, deadlines)
def test_an_unchanged_head_line_is_no_edit(
    sentence: str, status: TaskStatus, own: tuple[str, ...], deadline: Deadline | None
) -> None:
    state = State(status, own, deadline if deadline and deadline.words else None)
    head = print_head(TaskId("m", 1), sentence, state)
    content = head.partition("#m/1")[2].removeprefix(" ")
    read = read_head(content, state, (), TODAY)
    assert (read.has_assignees_of(state), read.has_deadline_of(state)) == (True, True)
    assert read.sentence == sentence


@settings(max_examples=60, deadline=None)
@given(workspaces(), st.data())
def test_a_box_ticked_by_hand_becomes_a_fact_of_today(
    meetings: list[MeetingTasks], data: st.DataObject
) -> None:
    first = built(*meetings)
    entries = [entry for entry in first.tracker.entries if entry.state.status is TaskStatus.OPEN]
    if not entries:
        return
    entry = data.draw(st.sampled_from(entries))
    ticked = first.text.replace(f"- [ ] #{entry.id} ", f"- [x] #{entry.id} ")
    second = rebuilt(*meetings, old=first, text=ticked)
    changed = next(own for own in second.tracker.entries if own.id == entry.id)
    fact = Statement(TODAY, status=TaskStatus.DONE)
    assert (changed.statements[-1], fold(changed.statements).status) == (fact, TaskStatus.DONE)


FOREIGN = (
    *("  - moje poznámka", "  další řádek", "text mezi úkoly", "", "    - [ ] dílčí krok"),
    *("- odrážka", "## Můj nadpis", "### Podnadpis", "> citace", "```", "| a | b |", "---", "***"),
    *("<!-- poznámka -->", "1. věc", "\tTab", "  konec s mezerami   ", "\u00a0\u00a0pevné mezery"),
    *("- [ ] koupit papír", "- [x] hotovo", "* [ ] jiné", "☐ znak", "#značka", "[odkaz]: http://x"),
    *(
        "  - 20. 2. bez roku: x",
        "- 20. 2. 2026: bez odsazení",
        "  - zápis z porady: nic",
        "=======",
    ),
    *(
        "\\",
        "  - [ ] krok @Petr do pátku",
        "\x0c",
        "\u2028",
        "  \t ",
        "  - #m0/1 viz výše",
        "- #m0/1 viz",
    ),
)
foreign_lines = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(FOREIGN)), max_size=6)


def with_lines(text: str, additions: Sequence[tuple[int, str]]) -> str:
    """The text with lines of somebody's own in it."""
    lines = text.split("\n")
    for position, line in additions:
        lines.insert(min(position, len(lines)), line)
    return "\n".join(lines)


def written(text: str) -> list[str]:
    """The lines that are not blank, in any order."""
    return sorted(line for line in text.split("\n") if line.strip())


@settings(max_examples=100, deadline=None)
@given(workspaces(), foreign_lines)
def test_lines_of_somebodys_own_survive_and_change_no_task(
    meetings: list[MeetingTasks], additions: Sequence[tuple[int, str]]
) -> None:
    """A tracker that they make unreadable is refused and stays as it is."""
    first = built(*meetings)
    own = with_lines(first.text, additions)
    second = rebuilt(*meetings, old=first, text=own)
    if not read_tracker("ukoly.md", own).value.readable:
        assert second.text == own
        return
    third = rebuilt(*meetings, old=second)
    states = [[(item.id, item.statements) for item in up.tracker.entries] for up in (first, second)]
    assert (states[1], third.text) == (states[0], second.text)
    # A heading between that of the series and its entries may leave the series in need of another.
    new = list((Counter(written(second.text)) - Counter(written(own))).elements())
    lost = list((Counter(written(own)) - Counter(written(second.text))).elements())
    assert ([line for line in new if line not in ("## bc", "## rada")], lost) == ([], [])


@settings(max_examples=60, deadline=None)
@given(workspaces(), foreign_lines, st.data())
def test_a_change_of_one_task_touches_no_byte_of_another(
    meetings: list[MeetingTasks], additions: Sequence[tuple[int, str]], data: st.DataObject
) -> None:
    first = built(*meetings)
    before = rebuilt(*meetings, old=first, text=with_lines(first.text, additions))
    if not before.tracker.entries:
        return
    task = data.draw(st.sampled_from(before.tracker.entries)).id
    facts = {task: [Statement(TODAY, note="poznámka")]}
    file = read_tracker("ukoly.md", before.text).value
    after = update_tracker(file, meetings, (), TODAY, before.heads, facts).value.text
    added = difference(before.text, after)
    is_readable = file.readable
    assert added == ([f"+  - {format_date(TODAY)}: poznámka"] if is_readable else [])


def difference(before: str, after: str) -> list[str]:
    """The lines taken away and added, with their marks; blank ones left out."""
    lines = unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    changed = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return [line for line in changed if line[1:].strip()]


WORDS = [f"slovo{number}" for number in range(200)]


@st.composite
def edits(draw: st.DrawFn) -> tuple[list[str], list[str], dict[int, int]]:
    """Sentences before and after one edit, and which is which."""
    count = draw(st.integers(1, 7))
    length = st.integers(5, 9)
    before = [" ".join(WORDS[number * 20 : number * 20 + draw(length)]) for number in range(count)]
    after = list(before)
    same = {number: number for number in range(count)}
    index = draw(st.integers(0, count - 1))
    match draw(st.sampled_from(("reword", "move", "insert", "delete"))):
        case "reword":
            words = before[index].split()
            for position in range(len(words) * 2 // 5):
                words[position] = f"jiné{position}"
            after[index] = " ".join(words)
        case "move":
            target = draw(st.integers(0, count - 1))
            order = [number for number in range(count) if number != index]
            order.insert(target, index)
            after = [before[number] for number in order]
            same = {old: new for new, old in enumerate(order)}
        case "insert":
            after.insert(index, "docela nový úkol s vlastními slovy")
            same = {number: number + (number >= index) for number in range(count)}
        case _:
            del after[index]
            same = {n: n - (n > index) for n in range(count) if n != index}
    return before, after, same


@settings(max_examples=100, deadline=None)
@given(edits())
def test_one_edit_in_the_minutes_changes_no_other_number(
    edit: tuple[list[str], list[str], dict[int, int]],
) -> None:
    before, after, same = edit
    old = MeetingTasks("m", "z/m.md", FIRST_DAY, tasks=tuple(map(TaskFacts, before)))
    new = MeetingTasks("m", "z/m.md", FIRST_DAY, tasks=tuple(map(TaskFacts, after)))
    first = built(old)
    second = rebuilt(new, old=first)
    numbers, renumbered = first.slices["m"].numbers, second.slices["m"].numbers
    assert {index: renumbered[place] for index, place in same.items()} == {
        index: numbers[index] for index in same
    }
