import os
from collections.abc import Callable

import pytest

from zapis.engine.index.aside import begin


def _fail() -> bool:
    raise ValueError


def _no_process() -> int:
    raise BlockingIOError


@pytest.mark.parametrize(
    ("check", "expected"), [(lambda: True, True), (lambda: False, False), (_fail, False)]
)
def test_the_answer_is_that_of_the_check(check: Callable[[], bool], expected: bool):  # noqa: FBT001 - a column
    assert begin(check)() is expected


def test_it_runs_here_where_there_can_be_no_other_process(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "fork", _no_process)
    seen: list[int] = []
    assert begin(lambda: seen.append(1) is None)()
    assert seen == [1]


def test_a_check_aside_changes_nothing_here(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    seen: list[int] = []
    assert (begin(lambda: seen.append(1) is None)(), seen) == (True, [])
