import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from zapis.engine.index import store
from zapis.engine.index.store import NAME, about, ask, change, note


def keep(folder: Path, value: str) -> None:
    change(folder, lambda index: note(index, "word", value))


def kept(folder: Path) -> object:
    return ask(folder, lambda index: about(index, "word"))


def test_what_is_noted_is_found_again(tmp_path: Path):
    keep(tmp_path / "new", "a")
    keep(tmp_path / "new", "b")
    assert kept(tmp_path / "new") == "b"


def test_asking_makes_no_file(tmp_path: Path):
    assert (kept(tmp_path), list(tmp_path.iterdir())) == (None, [])


def of_another_version(path: Path) -> None:
    change(path.parent, lambda index: note(index, "written_by", "zapis 0.0"))


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE about (x); CREATE TABLE t (y INTEGER);")


def without_tables(path: Path) -> None:
    change(path.parent, lambda index: index.execute("DROP TABLE about") and None)


def cut_in_half(path: Path) -> None:
    change(path.parent, lambda index: note(index, "long", "x" * 99_999))
    os.truncate(path, path.stat().st_size // 2)


def some_text(path: Path) -> None:
    path.write_text("Zápis z porady\n" * 999, encoding="utf-8")


def empty(path: Path) -> None:
    path.touch()


def wrong_bytes(path: Path) -> None:
    change(path.parent, lambda index: note(index, "word", b"\xff"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE about SET value = CAST(value AS TEXT) WHERE name = 'word'")


@pytest.mark.parametrize(
    "damage",
    [of_another_version, foreign_database, without_tables, cut_in_half, some_text, empty],
)
def test_what_is_of_no_use_is_made_anew(tmp_path: Path, damage: Callable[[Path], None]):
    damage(tmp_path / NAME)
    assert kept(tmp_path) is None
    keep(tmp_path, "a")
    assert kept(tmp_path) == "a"


def test_text_that_is_none_is_no_answer(tmp_path: Path):
    wrong_bytes(tmp_path / NAME)
    assert kept(tmp_path) is None


def test_a_journal_of_a_damaged_index_is_not_played_back(tmp_path: Path):
    some_text(tmp_path / NAME)
    (tmp_path / f"{NAME}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 999)
    keep(tmp_path, "a")
    assert kept(tmp_path) == "a"


def test_a_locked_index_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    keep(tmp_path, "a")
    monkeypatch.setattr(store, "_PATIENCE", 0.01)
    with closing(sqlite3.connect(tmp_path / NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        keep(tmp_path, "b")
        assert kept(tmp_path) is None
    assert kept(tmp_path) == "a"


def test_a_folder_in_place_of_the_index_is_left_alone(tmp_path: Path):
    (tmp_path / NAME).mkdir()
    keep(tmp_path, "a")
    assert (kept(tmp_path), (tmp_path / NAME).is_dir()) == (None, True)


def test_where_no_folder_can_be_made_nothing_is_kept(tmp_path: Path):
    (tmp_path / "file").touch()
    keep(tmp_path / "file", "a")
    keep(tmp_path / "missing" / "deeper", "a")
    assert (kept(tmp_path / "file"), [path.name for path in tmp_path.iterdir()]) == (None, ["file"])


def test_work_that_fails_changes_nothing(tmp_path: Path):
    keep(tmp_path, "a")

    def half(index: sqlite3.Connection) -> None:
        note(index, "word", "b")
        raise ValueError

    change(tmp_path, half)
    assert kept(tmp_path) == "a"


def test_a_read_only_index_is_asked_and_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    keep(tmp_path, "a")

    def connect(path: Path) -> sqlite3.Connection:
        return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(store, "_connect", connect)
    keep(tmp_path, "b")
    assert kept(tmp_path) == "a"
