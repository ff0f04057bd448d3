"""A small sample of random histories merged by git."""

from pathlib import Path

from faults.merges import SMALL, faults

SEED = 20260413


def test_random_histories_merge_without_a_loss(tmp_path: Path):
    assert faults(SMALL, tmp_path, SEED) == []
