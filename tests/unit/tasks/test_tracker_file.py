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
        ("- [] #P-1/1 bez mezery", 3),
        ("  - [ ] #P-1/1 odsazený", 3),
        ("* [ ] #P-1/1 jiná odrážka", 3),
        ("- [ ] #P-1/1 x\n  - 31. 2. 2026: splněno", 4),
        ("- [ ] #P-1/1 x\n  - zápis [1. 2. 2026](p.md): kdoví", 4),
    ],
)
def test_a_line_that_cannot_be_understood_is_an_error_with_its_place(line: str, place: int) -> None:
    assert problems(f"# Úkoly\n\n{line}\n") == [("Z504", place)]


@pytest.mark.parametrize(
    "line", ["- [ ] koupit kávu", "- [x] a #5", "- položka", "#hashtag", "text"]
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
