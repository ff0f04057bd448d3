"""Entries and headings put back into the file."""

import pytest

from tracker_cases import SERIES, built, meeting, rebuilt, task
from zapis.tasks.tracker_layout import encode

FIRST = meeting(task("Zaslat nápady"), task("Obvolat organizace"))
OTHER = meeting(task("Svolat"), id="R-1", path="r.md", series="rada", section="Rada")
TEXT = built(FIRST, OTHER).text


def headings(text: str) -> list[str]:
    return [line[3:] for line in text.split("\n") if line.startswith("## ")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"## {SERIES}\n", f"## {SERIES}\n\n## Moje\n"),
        (f"## {SERIES}\n", f"## Moje\n\n## {SERIES}\n"),
        ("- [ ] #BC-2026-01-23/2", "## Moje\n\n- [ ] #BC-2026-01-23/2"),
        ("## Rada\n", "## Moje\n\nPoznámka.\n\n## Rada\n"),
    ],
)
def test_a_heading_of_somebodys_own_stays_and_entries_go_back_to_theirs(
    before: str, after: str
) -> None:
    update = built(FIRST, OTHER, old=TEXT.replace(before, after, 1))
    again = rebuilt(FIRST, OTHER, old=update)
    sections = {str(entry.id): entry.section for entry in update.tracker.entries}
    assert (sorted(headings(update.text)), again.changed) == (["Moje", SERIES, "Rada"], False)
    assert sections == {"BC-2026-01-23/1": SERIES, "BC-2026-01-23/2": SERIES, "R-1/1": "Rada"}


def test_a_heading_changed_by_hand_is_put_back_with_the_words_below_it() -> None:
    edited = TEXT.replace(f"## {SERIES}\n", "## Jinak\n\nPoznámka.\n")
    update = built(FIRST, OTHER, old=edited)
    kept = [line for line in update.text.split("\n") if line == "Poznámka."]
    assert (headings(update.text), kept) == (["Jinak", SERIES, "Rada"], ["Poznámka."])


def test_a_renamed_series_gets_a_new_heading_in_place_of_the_old_one() -> None:
    renamed = meeting(*FIRST.tasks, section="Sousedé")
    assert headings(built(renamed, OTHER, old=TEXT).text) == ["Rada", "Sousedé"]


def test_a_series_whose_last_task_moved_to_another_leaves_no_heading() -> None:
    """Its meeting is still known, so the heading was no one's own."""
    empty = meeting(id="R-2", path="r2.md", series="rada", section="Rada")
    moved = meeting(*OTHER.tasks, id="R-1", path="r.md", series="bc", section=SERIES)
    assert headings(built(FIRST, moved, empty, old=TEXT).text) == [SERIES]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_entry_added_behind_a_last_line_without_an_end_leaves_whole_lines(newline: str) -> None:
    text = built(FIRST).text.rstrip("\n").replace("\n", newline)
    more = meeting(*FIRST.tasks, task("Svolat schůzku"))
    update = built(more, old=text)
    assert update.text == built(more).text.replace("\n", newline)


def test_an_entry_moved_by_hand_to_another_section_goes_back() -> None:
    first, _, rest = TEXT.partition("- [ ] #BC-2026-01-23/2")
    moved = f"{first}{rest.partition('## ')[1]}{rest.partition('## ')[2]}\n- [ ] #BC-2026-01-23/2"
    moved += rest.partition("## ")[0]
    assert built(FIRST, OTHER, old=moved).text.rstrip() == TEXT.rstrip()


@pytest.mark.parametrize("length", [0, 1, 1000, 1001, 2500])
def test_many_lines_become_bytes_as_if_at_once(length: int) -> None:
    lines = [f"{number}. řádek\r" for number in range(length)]
    assert encode(lines) == "\n".join(lines).encode()
