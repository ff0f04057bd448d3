"""The file of the index: asked and changed in transactions, and never a reason to fail.

A missing, damaged, foreign, locked or read-only index only means that nothing is remembered.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, TypeVar

from zapis import __version__
from zapis.files import make_cache_folder

T = TypeVar("T")

NAME = "index.sqlite"
# To be raised when what is stored, or how sources are read, changes within one version.
_SCHEMA = 5
_WRITTEN_BY = f"zapis {__version__}, index {_SCHEMA}"
_PATIENCE = 2.0
# A source takes two to three kilobytes; in pages of four each would have one of its own.
_PAGE = 16_384
_DAMAGE = (sqlite3.Error, ValueError, TypeError, LookupError, OverflowError, RecursionError)
# What has to do with the moment or the place and not with the content of the file.
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    }
)
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE sources (
    path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, settled INTEGER,
    digest BLOB, doubtful INTEGER, kept INTEGER, meeting TEXT, stem TEXT, depends TEXT,
    essence BLOB, facts TEXT, people TEXT, said TEXT, errors INTEGER,
    warnings INTEGER, tips INTEGER, facts_digest BLOB
);
CREATE TABLE tracked (path TEXT PRIMARY KEY, facts BLOB, slice TEXT, said TEXT) WITHOUT ROWID;
CREATE TABLE documents (
    output TEXT, path TEXT, name TEXT, formats TEXT, made_of TEXT, files TEXT,
    PRIMARY KEY (output, path)
) WITHOUT ROWID;
CREATE TABLE resting (
    path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, meeting TEXT,
    stem TEXT, warnings INTEGER, tips INTEGER
) WITHOUT ROWID;
CREATE TABLE tasks (part TEXT PRIMARY KEY, rows TEXT, histories TEXT);
CREATE TABLE traces (
    path TEXT PRIMARY KEY, digest BLOB, meeting TEXT COLLATE NOCASE, known TEXT COLLATE NOCASE,
    series TEXT, day TEXT, next_day TEXT, told INTEGER
) WITHOUT ROWID;
CREATE INDEX traces_meetings ON traces (meeting);
CREATE INDEX traces_known ON traces (known);
CREATE INDEX traces_series ON traces (series);
CREATE TABLE entries (
    meeting TEXT COLLATE NOCASE, section TEXT, path TEXT, open INTEGER, days TEXT
);
CREATE INDEX entries_meetings ON entries (meeting);
CREATE INDEX entries_paths ON entries (path);
CREATE TABLE due (meeting TEXT COLLATE NOCASE, day TEXT);
CREATE INDEX due_meetings ON due (meeting);
CREATE INDEX due_days ON due (day);
CREATE TABLE reviewed (path TEXT, meeting TEXT COLLATE NOCASE);
CREATE INDEX reviewed_paths ON reviewed (path);
CREATE INDEX reviewed_meetings ON reviewed (meeting);
"""


def ask(folder: Path, question: Callable[[sqlite3.Connection], T | None]) -> T | None:
    """The answer of the index in a folder; None where there is none or it is of no use."""
    path = folder / NAME
    try:
        if not path.is_file():
            return None
        with closing(_connect(path)) as connection:
            connection.execute("BEGIN")
            return question(connection) if _is_ours(connection) else None
    except (OSError, *_DAMAGE):
        return None


def change(folder: Path, work: Callable[[sqlite3.Connection], object]) -> None:
    """Change the index in one transaction, made anew where it is of no use, or leave it alone.

    Durable like every transaction of SQLite; readers see all of it or nothing.
    """
    path = folder / NAME
    with suppress(OSError, *_DAMAGE):
        make_cache_folder(folder)
        try:
            _change(path, work)
        except sqlite3.DatabaseError as problem:
            if getattr(problem, "sqlite_errorcode", 0) & 0xFF in _PASSING:
                return
            _remove(path)
            _change(path, work)


def _change(path: Path, work: Callable[[sqlite3.Connection], object]) -> None:
    with closing(_connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}")  # of a new file
        connection.execute("BEGIN IMMEDIATE")
        if not _is_ours(connection):
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            note(connection, "written_by", _WRITTEN_BY)
        work(connection)
        connection.execute("COMMIT")


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether this very version has written the index; an error where it is a foreign one."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(tables) and about(connection, "written_by") == _WRITTEN_BY


def _remove(path: Path) -> None:
    """Delete the file, and first its journal: SQLite would play it back into the next one."""
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def about(connection: sqlite3.Connection, name: str) -> object:
    """A single remembered value; None where there is none."""
    found = connection.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return found[0] if found else None


def rows_of(
    connection: sqlite3.Connection, question: str, paths: Collection[str] | None, *values: str
) -> Iterator[Any]:
    """What a question with a condition answers: all of it, or with `paths` that of these alone."""
    if paths is None:
        yield from connection.execute(question, values)
        return
    for path in paths:
        yield from connection.execute(f"{question} AND path = ?", (*values, path))


def note(connection: sqlite3.Connection, name: str, value: bytes | str | int | None) -> None:
    """Remember a single value."""
    connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))
