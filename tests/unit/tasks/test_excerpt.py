"""Entries cut out of the tracker and put back: the rest keeps every byte."""

import pytest

from zapis.model.tasks import TaskId
from zapis.tasks.excerpt import Placement, cut_out, open_written, put_back
from zapis.tasks.tracker_layout import Placed

TRACKER = """\
# Úkoly

## Čistota

Slova pod nadpisem.

- [ ] #a/1 první
  - zápis [1. 1. 2026](a.md): otevřeno

Slova mezi úkoly.

- [x] #b/1 druhý
  - zápis [2. 1. 2026](b.md): splněno

## Rada

- [ ] #c/1 třetí
  - zápis [3. 1. 2026](c.md): otevřeno
"""
A, B, C = Placement("Čistota", "a"), Placement("Čistota", "b"), Placement("Rada", "c")


def put(
    *placed: Placed, away: tuple[Placement, ...] = (), known: tuple[str, ...] = ()
) -> str | None:
    written = open_written("ukoly.md", TRACKER.encode())
    assert written is not None
    changed = put_back(written, away, placed, known)
    return changed if changed is None else changed.decode()


def entry(meeting: str, number: int, section: str, *behind: str) -> Placed:
    return Placed(TaskId(meeting, number), section, (f"- [ ] #{meeting}/{number} nový",), behind)


def test_an_excerpt_has_the_entries_under_their_headings() -> None:
    written = open_written("ukoly.md", TRACKER.encode())
    assert written is not None
    excerpt = cut_out(written, [C, A])
    assert excerpt is not None
    assert [(str(own.id), own.section, own.behind) for own in excerpt.file.blocks] == [
        ("a/1", "Čistota", ("", "Slova mezi úkoly.", "")),
        ("c/1", "Rada", ("",)),
    ]
    lines = [excerpt.line_in(written, own.number) for own in excerpt.file.blocks]
    assert [TRACKER.split("\n")[line - 1][:10] for line in lines] == ["- [ ] #a/1", "- [ ] #c/1"]


@pytest.mark.parametrize("wanted", [Placement("Čistota", "c"), Placement("Jiná", "a")])
def test_what_is_not_in_its_place_is_not_cut_out(wanted: Placement) -> None:
    written = open_written("ukoly.md", TRACKER.encode())
    assert written is not None
    assert cut_out(written, [A, wanted]) is None


@pytest.mark.parametrize(
    "tracker",
    [
        TRACKER + "\n",
        TRACKER.rstrip("\n"),
        TRACKER + "\nSlova na konci.\n\n",
        TRACKER.replace("\n", "\r\n"),
        TRACKER.replace("## Rada", "## Cizí nadpis\n\nslova\n\n## Rada").replace("#c/1", "c"),
        TRACKER.replace("Rada", "Čistota"),
        "",
    ],
)
def test_a_tracker_of_another_form_is_left_alone(tracker: str) -> None:
    assert open_written("ukoly.md", tracker.encode()) is None


@pytest.mark.parametrize(
    ("placed", "old", "new"),
    [
        (entry("ab", 2, "Čistota"), "- [x] #b/1", "- [ ] #ab/2 nový\n\n- [x] #b/1"),
        (entry("0", 1, "Čistota"), "- [ ] #a/1", "- [ ] #0/1 nový\n\n- [ ] #a/1"),
        (entry("z", 1, "Čistota"), "## Rada", "- [ ] #z/1 nový\n\n## Rada"),
        (entry("z", 1, "Rada"), "c.md): otevřeno\n", "c.md): otevřeno\n\n- [ ] #z/1 nový\n"),
        (entry("x", 1, "Obec"), "## Rada", "## Obec\n\n- [ ] #x/1 nový\n\n## Rada"),
        (
            entry("x", 1, "Zoo"),
            "c.md): otevřeno\n",
            "c.md): otevřeno\n\n## Zoo\n\n- [ ] #x/1 nový\n",
        ),
    ],
)
def test_a_new_entry_goes_to_its_place(placed: Placed, old: str, new: str) -> None:
    assert put(placed) == TRACKER.replace(old, new)


def test_the_last_entry_may_go() -> None:
    kept, _, _ = TRACKER.partition("\n## Rada")
    assert put(away=(C,), known=("Rada",)) == kept


@pytest.mark.parametrize(
    ("away", "known"),
    [((C,), ()), ((A, B), ("Čistota",)), ((A, B, C), ("Čistota", "Rada"))],
)
def test_headings_of_somebodys_own_and_words_are_left_to_the_whole(
    away: tuple[Placement, ...], known: tuple[str, ...]
) -> None:
    assert put(away=away, known=known) is None


def test_blank_lines_at_the_end_are_left_to_the_whole() -> None:
    assert put(entry("z", 1, "Rada", "", "", "")) is None
