"""A small sample of processes that write to one tracker at once."""

from pathlib import Path

from faults.writers import SMALL, faults

SEED = 20260413


def test_changes_of_several_processes_at_once_are_all_there(tmp_path: Path):
    assert faults(SMALL, tmp_path, SEED) == []
