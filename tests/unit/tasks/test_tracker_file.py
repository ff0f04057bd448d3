"""The tracker as a file: entries, lines of somebody's own, and what cannot be understood."""

import pytest

from zapis.diagnostics import Diagnostic
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.tracker_file import read_tracker
from zapis.tasks.tracker_layout import Placed, compose

TEXT = """# Úkoly

Poznámka nahoře.

## Porada

- [ ] #P-1/1 Zaslat
  - zápis [1. 2. 2026](p.md): otevřeno
  - moje poznámka

  pokračování po prázdném řádku

- [x] #P-1/2 Svolat
  - zápis [1. 2. 2026](p.md): splněno
přilepený řádek

Odstavec mezi úkoly.

## Moje sekce bez úkolů

- vlastní odrážka

## Rada

- [/] #R-1/1 Koupit
"""


def problems(text: str) -> list[tuple[str, int]]:
    outcome = read_tracker("ukoly.md", text)

    def line(item: Diagnostic) -> int:
        assert item.span is not None
        return outcome.value.source.position(item.span.start).line

    return [(item.code.id, line(item)) for item in outcome.diagnostics]


def test_entries_are_found_with_their_sections_and_lines() -> None:
    file = read_tracker("ukoly.md", TEXT).value
    found = [(str(own.id), own.status, own.section, len(own.lines)) for own in file.blocks]
    assert found == [
        ("P-1/1", TaskStatus.OPEN, "Porada", 4),
        ("P-1/2", TaskStatus.DONE, "Porada", 2),
        ("R-1/1", TaskStatus.IN_PROGRESS, "Rada", 0),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("text", [TEXT, TEXT.rstrip("\n"), TEXT + "\n\n"])
def test_what_is_read_is_put_together_again_byte_for_byte(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    file = read_tracker("ukoly.md", text).value
    placed = [
        Placed(
            own.id, own.section, (own.head, *(line.text for line in own.lines)), own.behind, order
        )
        for order, own in enumerate(file.blocks)
    ]
    assert compose(file, placed) == text


def test_a_new_entry_is_put_in_its_place_and_nothing_else_changes() -> None:
    text = "# Úkoly\n\n## A\n\n- [ ] #a/1 x\n\n## C\n\n- [ ] #c/1 x\n"
    file = read_tracker("ukoly.md", text).value
    placed = [
        Placed(own.id, own.section, (own.head,), own.behind, order)
        for order, own in enumerate(file.blocks)
    ]
    new = Placed(TaskId("b", 1), "B", ("- [ ] #b/1 nový",))
    added = "## B\n\n- [ ] #b/1 nový\n\n"
    assert compose(file, [new, *placed]) == text.replace("## C", f"{added}## C")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("- [ ] #P-1 bez čísla", 3),
        ("- [ ] #P-1/0 nula", 3),
        ("- [?] #P-1/1 divný stav", 3),
        ("- [ ] #P-1/1bez mezery", 3),
        ("-[ ] #P-1/1 bez mezery", 3),
        ("• [ ] #P-1/1 jiná odrážka", 3),
        ("1. [ ] #P-1/1 číslovaný", 3),
        ("☐ #P-1/1 znak", 3),
        ("[ ] #P-1/1 bez odrážky", 3),
        ("  - [ ] #P-1/1 odsazený", 3),
        ("* [ ] #P-1/1 jiná odrážka", 3),
        ("- [ ] #P-1/1 x\n  - 31. 2. 2026: splněno", 4),
        ("- [ ] #P-1/1 x\n  - zápis [1. 2. 2026](p.md): kdoví", 4),
    ],
)
def test_a_line_that_cannot_be_understood_is_an_error_with_its_place(line: str, place: int) -> None:
    assert problems(f"# Úkoly\n\n{line}\n") == [("Z504", place)]


@pytest.mark.parametrize(
    "line",
    [
        *("- [x] koupit kávu", "- [-] zrušeno", "- [x] a #5", "- položka", "#hashtag", "text"),
        *("- #P-1/1 viz výše", "- zápis [23. 1. 2026](a.md)", "- [odkaz](a.md)", "- [ ](a.md)"),
        *("- 20. 2. 2026: porada", "  - 20. 2. 2026: splněno", "  - zápis z porady: splněno"),
        *("    - [ ] dílčí krok", "- [ ]", "> - [ ] citát", "`- [ ] kód`"),
    ],
)
def test_other_lines_are_nobodys_business(line: str) -> None:
    assert problems(f"# Úkoly\n\n{line}\n") == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_conflict_markers_are_errors_and_make_the_file_unreadable(newline: str) -> None:
    text = "# Úkoly\n<<<<<<< HEAD\n- [ ] #a/1 x\n=======\n- [x] #a/1 x\n>>>>>>> vetev\n"
    outcome = read_tracker("ukoly.md", text.replace("\n", newline))
    assert (problems(text), outcome.value.readable) == ([("Z505", 2), ("Z505", 6)], False)


def test_a_damaged_file_is_not_readable() -> None:
    outcome = read_tracker("ukoly.md", "- [ ] #a/0 x\n")
    assert (outcome.value.readable, outcome.diagnostics[0].message) == (
        False,
        "řádku „- [ ] #a/0 x“ nelze porozumět: takový úkol být nemůže",
    )


@pytest.mark.parametrize(
    ("line", "status", "content"),
    [
        ("- [x ] #P-1/1 Zaslat", TaskStatus.DONE, "Zaslat"),
        ("- [ x] #P-1/1 Zaslat", TaskStatus.DONE, "Zaslat"),
        ("- [X] #P-1/1 Zaslat", TaskStatus.DONE, "Zaslat"),
        ("- [] #P-1/1 Zaslat", TaskStatus.OPEN, "Zaslat"),
        ("- [  ] #P-1/1 Zaslat", TaskStatus.OPEN, "Zaslat"),
        ("- [\u00a0] #P-1/1 Zaslat", TaskStatus.OPEN, "Zaslat"),
        ("- [ ]\u00a0#P-1/1\u00a0Zaslat", TaskStatus.OPEN, "Zaslat"),
        ("-\t[/]\t#P-1/1\tZaslat", TaskStatus.IN_PROGRESS, "Zaslat"),
        ("-  [-]  #P-1/1  Zaslat  vše  ", TaskStatus.CANCELLED, "Zaslat vše"),
        ("- [ ]#P-1/1", TaskStatus.OPEN, ""),
    ],
)
def test_a_head_is_read_however_a_hand_has_ticked_and_spaced_it(
    line: str, status: TaskStatus, content: str
) -> None:
    (block,) = read_tracker("ukoly.md", f"{line}\n").value.blocks
    assert (str(block.id), block.status, block.content) == ("P-1/1", status, content)


SAID = "  - zápis [1. 2. 2026](p.md): otevřeno"
ENTRY = f"- [ ] #P-1/1 x\n{SAID}\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{ENTRY}\n#P-1/2 y\n{SAID}\n", 4),
        (f"{ENTRY}\n- #P-1/2 y\n{SAID}\n", 4),
        (f"{ENTRY}\n[ ] #P-1/2 y\n{SAID}\n", 4),
        (f"{ENTRY}\n{SAID}\n  - 1. 3. 2026: splněno\n", 4),
        (f"{ENTRY}\nPoznámka.\n\n{SAID}\n", 6),
        (f"{ENTRY}\n## Moje\n{SAID}\n", 5),
        (f"{ENTRY}- [ ] vlastní\n{SAID}\n", 4),
        (f"Úvod\n\n{SAID}\n", 3),
        ("- [ ] #P-1/1 x\n- zápis [1. 2. 2026](p.md): otevřeno\n", 2),
    ],
)
def test_statements_that_have_lost_their_task_are_an_error(text: str, place: int) -> None:
    """Else they would count for the entry above: a tick would be given to another task."""
    assert ("Z504", place) in problems(text)


def test_a_change_at_the_margin_right_below_an_entry_is_an_error_with_the_line_to_write() -> None:
    outcome = read_tracker("ukoly.md", f"{ENTRY}- 1. 3. 2026: splněno\n")
    assert [(item.code.id, item.cure) for item in outcome.diagnostics] == [
        ("Z504", "  - 1. 3. 2026: splněno")
    ]


@pytest.mark.parametrize(
    "below",
    [
        "\n  - 1. 3. 2026: splněno\n",
        "\n  - zápis [5. 2. 2026](q.md): splněno\n",
        "\tpoznámka\n\u00a0\u00a0- 1. 3. 2026: splněno\n",
        "Vlastní odstavec.\n\n  - 1. 3. 2026: splněno\n",
        "  – 1. 3. 2026: splněno\n",
        "\n- vlastní odrážka\n\n  - 1. 3. 2026: splněno\n",
    ],
)
def test_what_stands_between_statements_does_not_part_them(below: str) -> None:
    file = read_tracker("ukoly.md", ENTRY + below)
    found = [statement.status for statement in file.value.blocks[0].statements]
    assert (found, file.diagnostics) == ([TaskStatus.OPEN, TaskStatus.DONE], ())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- [ ] Koupit papír @Eva do pátku", "Koupit papír @Eva do pátku"),
        ("- [] Koupit papír", "Koupit papír"),
        ("- [/] Koupit papír", "Koupit papír"),
        ("* [ ] Koupit papír", "Koupit papír"),
        ("1. [ ] Koupit papír", "Koupit papír"),
        ("[ ] Koupit papír", "Koupit papír"),
        ("☐ Koupit papír", "Koupit papír"),
    ],
)
def test_an_open_box_without_a_number_is_a_warning_with_the_cure(line: str, words: str) -> None:
    outcome = read_tracker("ukoly.md", f"{ENTRY}\n{line}\n")
    assert [(item.code.id, item.message, item.cure) for item in outcome.diagnostics] == [
        (
            "Z419",
            f"úkol „{words}“ nemá v seznamu číslo, nikdo ho nehlídá",
            "napište ho do zápisu z jednání, číslo dostane při překladu",
        )
    ]


def test_line_ends_of_old_macs_are_read_as_line_ends() -> None:
    file = read_tracker("ukoly.md", TEXT.replace("\n", "\r")).value
    assert (file.text, len(file.blocks)) == (TEXT, 3)


@pytest.mark.parametrize("marker", ["<<<<<<<", ">>>>>>> x", "||||||| x", "|||||||\r"])
def test_every_marker_of_a_conflict_counts(marker: str) -> None:
    assert problems(f"# Úkoly\n\n{marker}\n")[0] == ("Z505", 3)


def test_headings_above_each_other_are_both_kept_apart_from_entries() -> None:
    file = read_tracker("ukoly.md", f"# Úkoly\n\n## A\n\n## B\n\n{ENTRY}").value
    sections = [section.title for section in file.sections]
    assert (sections, [block.section for block in file.blocks]) == (["A", "B"], ["B"])
