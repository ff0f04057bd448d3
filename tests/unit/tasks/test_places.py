"""Entries and head lines found in bytes by halves."""

import pytest

from zapis.tasks.places import (
    Change,
    Span,
    apply_changes,
    entries_of,
    find_sections,
    first_entry,
    heads_of,
)

DATA = """\
# Úkoly

## Čistota

- [ ] #a-1/1 první
  - zápis [1. 1. 2026](a.md): otevřeno

- [x] #a-1/2 druhý

- [/] #b/1 třetí
- [ ] bez čísla

## Rada

- [-] #a-1/3 čtvrtý
""".encode()


def section(title: str) -> Span:
    found = find_sections(DATA)
    assert found is not None
    return found[title].lines


def text(span: Span) -> str:
    return DATA[span.start : span.end].decode()


def test_sections_follow_each_other() -> None:
    found = find_sections(DATA)
    assert found is not None
    assert [(title, DATA[own.heading :][:3]) for title, own in found.items()] == [
        ("Čistota", b"## "),
        ("Rada", b"## "),
    ]
    assert text(section("Rada")) == "\n- [-] #a-1/3 čtvrtý\n"


@pytest.mark.parametrize("data", [b"", b"# Nic\n", b"\n## A\n## A\n"])
def test_a_title_must_not_come_twice(data: bytes) -> None:
    assert find_sections(data) == ({} if data.count(b"## A") == 0 else None)


@pytest.mark.parametrize(
    ("title", "meeting", "first", "count"),
    [
        ("Čistota", "a-1", "- [ ] #a-1/1", 2),
        ("Čistota", "b", "- [/] #b/1", 1),
        ("Rada", "a-1", "- [-] #a-1/3", 1),
    ],
)
def test_the_entries_of_a_meeting_stand_together(
    title: str, meeting: str, first: str, count: int
) -> None:
    found = text(entries_of(DATA, section(title), meeting))
    assert (found.startswith(first), found.count(f"#{meeting}/")) == (True, count)


@pytest.mark.parametrize(
    ("meeting", "following"),
    [("a", "- [ ] #a-1/1"), ("a-0", "- [ ] #a-1/1"), ("a-1.5", "- [/] #b/1"), ("c", "## Rada")],
)
def test_what_is_not_there_has_a_place(meeting: str, following: str) -> None:
    found = entries_of(DATA, section("Čistota"), meeting)
    assert (found.start, DATA[found.start :].decode().startswith(following)) == (found.end, True)


def test_a_section_without_entries_has_no_first_one() -> None:
    assert (first_entry(b"\n## A\n\ntext\n", Span(0, 13)), first_entry(DATA, section("Rada"))) == (
        None,
        DATA.index(b"- [-]"),
    )


def test_head_lines_are_found_by_their_meeting() -> None:
    lines = b'"a/1": "x",\n"a/2": "y",\n"b/1": "z",\n'
    assert [heads_of(lines, Span(0, len(lines)), meeting) for meeting in ("a", "b", "aa")] == [
        Span(0, 24),
        Span(24, 36),
        Span(24, 24),
    ]


def test_of_changes_at_one_place_the_insertion_comes_first() -> None:
    changes = [Change(Span(2, 4), b"C"), Change(Span(2, 2), b"A"), Change(Span(2, 2), b"B")]
    assert apply_changes(b"012345", changes) == b"01ABC45"


def test_a_long_line_without_entries_is_passed_over() -> None:
    data = b"\n## A\n\n" + b"x" * 1_000_000 + b"\n- [ ] #a/1 x\n"
    assert first_entry(data, entries_of(data, Span(6, len(data)), "a")) == data.index(b"- [ ]")
