from pathlib import Path

import pytest

from making import make_workspace
from zapis.engine.preview.stamps import PATIENCE, Memory, Stamp, look_around
from zapis.workspace import open_workspace

OLD = Stamp(10, 1, 1, (1, 1), young=False)
NEW = Stamp(12, 2, 2, (1, 1), young=False)
EMPTY = Stamp(0, 3, 3, (1, 1), young=False)
OTHER = Stamp(10, 1, 4, (1, 1), young=False)


def memory(**known: Stamp) -> Memory:
    """A memory of files whose names have no ending here."""
    return Memory(dict(known))


@pytest.mark.parametrize(
    ("found", "changed"),
    [
        ({"a": OLD}, set()),
        ({"a": NEW}, {"a"}),
        ({"a": OLD, "b": NEW}, {"b"}),
    ],
)
def test_what_looks_different_has_changed(found: dict[str, Stamp], changed: set[str]):
    assert memory(a=OLD).compare(found, 0).paths == changed


@pytest.mark.parametrize("found", [{}, {"a": EMPTY}], ids=["gone", "empty"])
def test_a_file_between_two_steps_of_saving_is_not_believed_to_be_so(found: dict[str, Stamp]):
    kept = memory(a=OLD)
    first = kept.compare(found, 0)
    second = kept.compare(found, PATIENCE / 2)
    third = kept.compare({"a": NEW}, PATIENCE)
    assert (first.paths, first.doubtful, second.paths, third.paths) == (
        frozenset(),
        True,
        frozenset(),
        {"a"},
    )


@pytest.mark.parametrize("found", [{}, {"a": EMPTY}], ids=["gone", "empty"])
def test_after_a_while_it_is_believed(found: dict[str, Stamp]):
    kept = memory(a=OLD)
    kept.compare(found, 0)
    last = kept.compare(found, PATIENCE)
    assert (last.paths, last.doubtful, kept.known) == ({"a"}, False, found)


def test_a_file_that_was_empty_before_may_be_gone_at_once():
    assert memory(a=EMPTY).compare({}, 0).paths == {"a"}


def test_a_renamed_file_is_followed_at_once():
    changes = memory(a=OLD).compare({"b": OTHER}, 0)
    assert (changes.paths, changes.moved) == ({"a", "b"}, {"a": "b"})


def test_a_renamed_file_is_followed_also_where_both_names_were_seen_at_once():
    kept = memory(a=OLD)
    kept.compare({"a": OLD, "b": OTHER}, 0)
    assert kept.compare({"b": OTHER}, 1).moved == {"a": "b"}


def test_a_young_file_is_looked_at_once_more():
    kept = memory()
    first = kept.compare({"a": OLD._replace(young=True)}, 0)
    second = kept.compare({"a": OLD}, 1)
    third = kept.compare({"a": OLD}, 2)
    assert [(each.paths, each.settled, each.doubtful) for each in (first, second, third)] == [
        ({"a"}, frozenset(), True),
        (frozenset(), {"a"}, False),
        (frozenset(), frozenset(), False),
    ]


def test_a_file_that_changed_while_it_was_read_is_different_next_time():
    kept = memory(a=OLD)
    kept.forget("a")
    assert kept.compare({"a": OLD}, 0).paths == {"a"}


def test_what_belongs_to_a_workspace_is_seen(tmp_path: Path):
    files = {"a.md": "x", "sablony/nase/logo.png": "x", "ukoly.md": "x", "foto.png": "x"}
    root = make_workspace(tmp_path, {**files, "vystup/b.md": "x", "jine.png": "x"})
    sight = look_around(open_workspace(root), (), ("foto.png", "chybi.png"))
    assert (sight.sources, set(sight.stamps)) == (
        {"a.md"},
        {*files, "zapis.yaml", "sablony"},
    )
