"""One writer at a time."""

import errno
from pathlib import Path

import filelock
import pytest

from zapis.files import Busy, WriteError, lock


def test_the_lock_makes_its_folder_and_is_free_again_afterwards(tmp_path: Path):
    path = tmp_path / ".zapis" / "zamek"
    entered = []
    for _ in range(2):
        with lock(path, 0):
            entered.append(path.parent.is_dir())
    assert entered == [True, True]


def test_a_second_writer_is_told_that_the_folder_is_busy(tmp_path: Path):
    path = tmp_path / "zamek"
    with lock(path, 0), pytest.raises(Busy) as caught, lock(path, 0.01):
        pass
    assert (caught.value.path, "právě pracuje jiný zapis" in str(caught.value)) == (path, True)


def test_an_error_inside_frees_the_lock_and_is_not_changed(tmp_path: Path):
    path = tmp_path / "zamek"
    with pytest.raises(filelock.Timeout), lock(path, 0):
        raise filelock.Timeout(str(path))
    with lock(path, 0):
        pass


def test_a_folder_that_cannot_be_locked_is_a_write_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(WriteError, match="nelze zamknout"), lock(tmp_path / "a" / "zamek", 0):
        pass


def test_whoever_waits_is_told_once(tmp_path: Path):
    said: list[str] = []
    path = tmp_path / "zamek"
    with lock(path, 0), pytest.raises(Busy), lock(path, 0.01, lambda: said.append("čekám")):
        pass
    with lock(path, 0.01, lambda: said.append("není na co")):
        pass
    assert said == ["čekám"]
