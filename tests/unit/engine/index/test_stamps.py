import os
from pathlib import Path

import pytest

from zapis.engine.index.stamps import MISSING, Stamp, stamp_of

NOW = 1_000_000_000_000
SECOND = 1_000_000_000


@pytest.mark.parametrize(
    ("modified", "changed", "expected"),
    [
        (NOW - 3 * SECOND, NOW - 3 * SECOND, True),
        (NOW - SECOND, NOW - 3 * SECOND, False),
        (NOW - 3 * SECOND, NOW - SECOND, False),
        (NOW + 99 * SECOND, NOW - 3 * SECOND, False),
    ],
)
def test_what_is_young_may_still_change_under_its_stamp(
    modified: int,
    changed: int,
    expected: bool,  # noqa: FBT001 - a column of the table
):
    assert Stamp(1, modified, changed).is_settled(NOW) is expected


def test_a_stamp_shows_any_change(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_text("a")
    stamps = [stamp_of(path)]
    path.write_text("ab")
    stamps.append(stamp_of(path))
    os.utime(path, ns=(0, 0))
    stamps += [stamp_of(path), stamp_of(tmp_path / "missing")]
    assert (len(set(stamps)), stamps[-1]) == (4, MISSING)
