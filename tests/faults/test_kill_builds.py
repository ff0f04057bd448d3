"""A small sample of builds killed at random moments."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":  # no signal that cannot be refused
    pytest.skip("needs SIGKILL", allow_module_level=True)

from faults.kill_builds import SMALL, faults

SEED = 20260413


def test_killed_builds_tear_nothing_and_the_next_repairs_the_rest(tmp_path: Path):
    assert faults(SMALL, tmp_path, SEED) == []
