"""Tasks and reviews of a meeting, and what the compiler says of them, with exact places."""

import datetime as dt

import pytest

from zapis.assemble.tasks import cut_out
from zapis.body import TaskLine
from zapis.check.surroundings import Surroundings
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.inline import plain_text
from zapis.model.meeting import Meeting
from zapis.model.person import Person
from zapis.model.settings import Settings
from zapis.model.tasks import TaskStatus
from zapis.pipeline import read_minutes
from zapis.source import MappedText, SourceFile

HEADER = """---
datum: 23. 1. 2026
pritomni:
  - Mgr. Eva Horáková (Most), předsedkyně
  - Petr Cháb
  - Jan Novák (Kotva)
  - Jiří Novák (Most)
---
"""
SETTINGS = Settings(persons=(Person("Olga Kuzníková", aliases=("OK",)),))
TIPS = {"Z405", "Z406"}


def read(body: str) -> tuple[Meeting, Diagnostics, SourceFile]:
    source = SourceFile("zapisy/bc.md", HEADER + body)
    outcome = read_minutes(source, SETTINGS, Surroundings(lambda _path: True))
    assert outcome.value is not None
    return outcome.value, outcome.diagnostics, source


def said(body: str, *, tips: bool = False) -> list[tuple[str, str, str, str | None]]:
    """Code, text under the caret, message and cure of everything but missing fields."""
    _, diagnostics, source = read(body)

    def place(item: Diagnostic) -> str:
        assert item.span is not None
        return source.text[item.span.start : item.span.end]

    return [
        (item.code.id, place(item), item.message, item.cure)
        for item in diagnostics
        if tips or item.code.id not in TIPS
    ]


def test_a_box_becomes_a_task_with_full_names() -> None:
    meeting, _, source = read("- [ ] Zaslat *nápady* @Horáková, @OK do 20. 3. 2026\n")
    (task,) = meeting.tasks
    assert (task.sentence, [own.name for own in task.assignees], task.status) == (
        "Zaslat nápady",
        ["Eva Horáková", "Olga Kuzníková"],
        TaskStatus.OPEN,
    )
    due = task.deadline.due if task.deadline else None
    span = task.assignees[0].span
    assert span is not None
    assert (due, source.text[span.start : span.end]) == (dt.date(2026, 3, 20), "@Horáková")


@pytest.mark.parametrize(
    ("box", "status"),
    [
        ("[ ]", TaskStatus.OPEN),
        ("[/]", TaskStatus.IN_PROGRESS),
        ("[x]", TaskStatus.DONE),
        ("[-]", TaskStatus.CANCELLED),
    ],
)
def test_the_box_tells_the_state(box: str, status: TaskStatus) -> None:
    assert read(f"- {box} Zaslat @Cháb do pátku\n")[0].tasks[0].status is status


def test_a_task_in_words_keeps_its_label() -> None:
    (task,) = read("Úkol č. 3/26: Objednat sál, zodpovídá: Petr Cháb, T: 20. 4.\n")[0].tasks
    assert (task.printed_label, task.sentence, task.assignees[0].name) == (
        "Úkol č. 3/26",
        "Objednat sál",
        "Petr Cháb",
    )


def test_the_printed_line_says_whether_fields_follow_it() -> None:
    meeting, _, _ = read("- [ ] Zaslat @Cháb do pátku\n- [ ] Pan @Cháb zašle plán do pátku\n")
    lines = [
        block
        for item in meeting.sections[0].blocks[0].items  # type: ignore[union-attr]
        for block in item.blocks
        if isinstance(block, TaskLine)
    ]
    assert [(line.fields, plain_text(line.children)) for line in lines] == [
        (True, "Zaslat"),
        (False, "Pan Cháb zašle plán do pátku"),
    ]


def test_a_task_inside_running_text_keeps_all_its_words() -> None:
    meeting, _, _ = read("Dnes [paní @Kuzníková předá téma do pátku]{.ukol} a jde se dál.\n")
    (task,) = meeting.tasks
    assert (task.sentence, task.assignees[0].name) == (
        "paní Kuzníková předá téma do pátku",
        "Olga Kuzníková",
    )


def test_a_number_of_another_meeting_makes_a_review() -> None:
    meeting, found, source = read("- [ ] #BC-2025-12-01/2 hotovo, odpovědělo *devět*, @Cháb\n")
    (review,) = meeting.reviews
    assert review.span is not None
    assert (review.target, review.status, review.comment, meeting.tasks, found) == (
        "BC-2025-12-01/2",
        TaskStatus.DONE,
        "odpovědělo devět",
        (),
        (),
    )
    assert [own.name for own in review.new_assignees] == ["Petr Cháb"]
    assert source.text[review.span.start : review.span.end] == "#BC-2025-12-01/2"


def test_a_number_of_this_meeting_pins_the_task() -> None:
    (task,) = read("- [ ] #bc/3 Zaslat @Cháb do pátku\n")[0].tasks
    assert (task.pinned, task.sentence) == (3, "Zaslat")


DIAGNOSED = (
    (
        "- [ ] Zaslat @Novák do pátku\n",
        "Z401",
        "@Novák",
        "jménu „Novák“ odpovídá víc osob: Jan Novák (Kotva), Jiří Novák (Most)",
        "@Jan Novák nebo @Jiří Novák",
    ),
    (
        "- [ ] Zaslat @Horákva do pátku\n",
        "Z402",
        "@Horákva",
        "„Horákva“ není mezi osobami jednání ani v zapis.yaml",
        "mysleli jste @Eva Horáková?",
    ),
    (
        "- [ ] Zaslat (zodpovídá: Karel Dub, termín: do pátku)\n",
        "Z402",
        "Karel Dub",
        "„Karel Dub“ není mezi osobami jednání ani v zapis.yaml",
        "doplňte osobu do hlavičky nebo do zapis.yaml; skupinu napište @„Karel Dub“",
    ),
    (
        "- [ ] Zaslat @ do pátku\n",
        "Z403",
        "@",
        "za „@“ chybí jméno řešitele",
        "@Jméno Příjmení, nebo @„název skupiny“",
    ),
    (
        "- [ ] Zaslat @Cháb do 31. 2.\n",
        "Z404",
        "do 31. 2.",
        "termín „do 31. 2.“ neexistuje, únor má nejvýše 29 dní",
        "opravte den; jinak zůstane termín jen slovy",
    ),
    (
        "- [ ] Zaslat do pátku, až do 5. 5. @Cháb\n",
        "Z407",
        "do 5. 5.",
        "úkol má termíny „do pátku“ a „do 5. 5.“, platí poslední",
        "[do 5. 5.]{.termin} označí ten, který platí",
    ),
    (
        "- [] Zaslat @Cháb do pátku\n",
        "Z408",
        "[]",
        "zaškrtávátko „[]“ se čte jako „[ ]“",
        "- [ ] Zaslat @Cháb do pátku",
    ),
    (
        "- [ ] Zaslat @Cháb do 15. 1.\n",
        "Z413",
        "do 15. 1.",
        "termín „do 15. 1.“ je až 15. 1. 2027",
        "je-li to tak, napište rok: do 15. 1. 2027",
    ),
    (
        "- [ ] Zaslat @Cháb do 5. 5. 2226\n",
        "Z413",
        "do 5. 5. 2226",
        "termín „do 5. 5. 2226“ je až 5. 5. 2226",
        "je-li to tak, napište rok: do 5. 5. 2226",
    ),
    (
        "- [ ] @Cháb (do příště)\n",
        "Z414",
        "@Cháb (do příště)",
        "úkol „Cháb (do příště)“ nemá text",
        "- [ ] co se má udělat @Jméno Příjmení",
    ),
    (
        "- [ ] #bc/0 Zaslat @Cháb do pátku\n",
        "Z418",
        "#bc/0",
        "číslo 0 v „#bc/0“ úkol mít nemůže",
        "#bc/1, nebo číslo smažte a dostane ho při překladu",
    ),
)


@pytest.mark.parametrize(("body", "code", "place", "message", "cure"), DIAGNOSED)
def test_a_problem_is_told_with_its_place_and_cure(
    body: str, code: str, place: str, message: str, cure: str
) -> None:
    assert said(body) == [(code, place, message, cure)]


def test_an_ambiguous_name_points_at_both_people() -> None:
    _, diagnostics, source = read("- [ ] Zaslat @Novák do pátku\n")
    labels = [(source.position(own.span.start).line, own.message) for own in diagnostics[0].labels]
    assert labels == [(6, "Jan Novák"), (7, "Jiří Novák")]


def test_an_open_task_without_fields_gets_tips() -> None:
    tips = said("- [ ] Zaslat nápady\n", tips=True)
    assert [(code, place, message) for code, place, message, _ in tips] == [
        ("Z405", "Zaslat nápady", "úkol „Zaslat nápady“ nemá řešitele"),
        ("Z406", "Zaslat nápady", "úkol „Zaslat nápady“ nemá termín"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "- [x] Zaslat nápady\n",
        '- [ ] Zaslat @členové, @"celý odbor" do pátku\n',
        "- [ ] Zaslat @předsedkyni do konce roku\n",
        "- [ ] Zaslat @Mgr. Evě Horákové do Vánoc\n",
    ],
)
def test_what_is_right_is_not_mentioned(body: str) -> None:
    assert said(body, tips=True) == []


def test_places_are_right_in_the_second_line_of_a_task() -> None:
    body = "- [ ] první řádek 👍 ě\n      druhý @Nikdo Neznámý do pátku\n"
    assert [place for _, place, _, _ in said(body)] == ["@Nikdo Neznámý"]


def test_pieces_put_together_know_where_they_stood() -> None:
    content = MappedText("abc\ndef", ((0, 10), (4, 20)))
    cut = cut_out(content, [(1, 2), (2, 6)])
    assert (cut.text, [cut.offset(at) for at in range(5)]) == ("bc\nde", [11, 12, 13, 20, 21])
