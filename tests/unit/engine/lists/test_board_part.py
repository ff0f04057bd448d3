"""A list of tasks after a small change is made of the former one and of what has changed."""

from pathlib import Path
from unittest.mock import patch

import pytest

from boards import EDITS as BOARD_EDITS
from boards import FILES, FIRST, OTHER, SECOND, Edit, board, board_read_in_full, delete, write
from making import build_workspace, make_workspace
from zapis.engine.lists import board_update

NO_UPDATE = patch.object(board_update, "update_tracker", side_effect=AssertionError)
EDITS: dict[str, tuple[Edit, ...]] = {
    "a task reworded": (write("a.md", FIRST.replace("sál", "velký sál")),),
    "a task reworded, built": (write("a.md", FIRST.replace("sál", "stan")), build_workspace),
    "a meeting more": (write("c.md", OTHER),),
    "a meeting more, listed, built": (write("c.md", OTHER), board, build_workspace),
    "a review reworded, built, another": (
        write("b.md", SECOND.replace("vybírá", "hledá")),
        build_workspace,
        write("b.md", SECOND.replace("vybírá", "kupuje")),
    ),
    "a change, listed, taken back": (
        write("a.md", FIRST.replace("sál", "velký sál")),
        board,
        write("a.md", FIRST),
    ),
    "a task gone": (write("a.md", FIRST.replace("- [x] Pozvat hosty\n", "")),),
    "a meeting less, built": (delete("b.md"), build_workspace),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace that has been built and listed."""
    root = make_workspace(tmp_path / "w", FILES)
    build_workspace(root)
    board(root)
    return root


@pytest.mark.parametrize("edits", EDITS)
def test_after_a_small_change_the_rest_of_the_list_is_taken_as_it_was(root: Path, edits: str):
    with NO_UPDATE:
        for edit in EDITS[edits]:
            edit(root)
        found = board(root)
    assert found == board_read_in_full(root)


def test_the_first_list_after_a_build_takes_what_the_build_has_left(tmp_path: Path):
    root = make_workspace(tmp_path / "w", FILES)
    build_workspace(root)
    with NO_UPDATE:
        found = [board(root) for _ in range(2)]
    assert found == [board_read_in_full(root)] * 2


@pytest.mark.parametrize("edits", BOARD_EDITS)
def test_a_first_list_after_a_build_and_whatever_came_then_is_right(tmp_path: Path, edits: str):
    root = make_workspace(tmp_path / "w", FILES)
    for edit in (build_workspace, *BOARD_EDITS[edits]):
        edit(root)
    assert board(root) == board_read_in_full(root)


@pytest.mark.parametrize("edits", BOARD_EDITS)
def test_a_first_list_after_a_build_of_whatever_there_is_is_right(tmp_path: Path, edits: str):
    root = make_workspace(tmp_path / "w", FILES)
    forget = delete(".zapis/index.sqlite")
    for edit in (build_workspace, *BOARD_EDITS[edits], forget, build_workspace):
        edit(root)
    assert board(root) == board_read_in_full(root)


def test_a_list_after_the_index_was_lost_is_made_of_everything(root: Path):
    (root / ".zapis" / "index.sqlite").unlink()
    with NO_UPDATE, pytest.raises(AssertionError):
        board(root)


def test_a_tracker_edited_by_hand_is_read_whole(root: Path):
    tracker = root / "ukoly.md"
    tracker.write_text(tracker.read_text(encoding="utf-8").replace("[ ]", "[x]", 1), "utf-8")
    with NO_UPDATE, pytest.raises(AssertionError):
        board(root)
