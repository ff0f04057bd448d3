"""The index never shows: whatever happens to a workspace, a list is as if all had been read."""

import os
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from boards import COPY, EDITS, FILES, OTHER, Edit, board, board_read_in_full, write
from making import build_workspace, make_workspace
from zapis.engine.index import stamps
from zapis.engine.index.store import NAME

_LONG_AGO = 1_000_000_000


def _set_times(moment: float) -> Edit:
    """All files get another time of modification: a copy, a checkout, a clock set back."""

    def edit(root: Path) -> None:
        for path in root.rglob("*.*"):
            os.utime(path, (moment, moment))

    return edit


def _lose_index(root: Path) -> None:
    (root / ".zapis" / NAME).unlink()


def _damage_index(root: Path) -> None:
    with (root / ".zapis" / NAME).open("r+b") as file:
        file.seek(file.seek(0, os.SEEK_END) // 2)
        file.write(b"\xff" * 5000)


_MORE: tuple[Edit, ...] = (
    build_workspace,
    board,
    _set_times(_LONG_AGO),
    _set_times(time.time() + 1_000_000),
    _lose_index,
    _damage_index,
    write("b.md", COPY),
    write("pod/d.md", OTHER),
)
_EDITS = [edit for edits in EDITS.values() for edit in edits]


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from([*_EDITS, *_MORE * 3]), min_size=1, max_size=6),
    # Nanoseconds after which a stamp is trusted; on this disk the shorter ones are safe, too.
    st.sampled_from([20_000_000, 2_000_000_000]),
)
def test_a_list_through_the_index_is_that_of_a_full_reading(edits: list[Edit], young: int):
    with TemporaryDirectory() as folder, patch.object(stamps, "_YOUNG", young):
        root = make_workspace(Path(folder) / "w", FILES)
        for edit in edits:
            with suppress(OSError):  # what is not there cannot be deleted or renamed
                edit(root)
            assert board(root) == board_read_in_full(root)
