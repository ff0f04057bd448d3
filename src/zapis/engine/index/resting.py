"""Sources that rest: nothing is to be done for them while they and what they need stay the same.

A build reads no more of them than stands here, and wakes those that a change elsewhere reaches.
"""

from collections.abc import Collection, Iterable
from sqlite3 import Connection
from typing import NamedTuple

from msgspec import Struct, field

from zapis.engine.index.stamps import Stamp

_COLUMNS = "path, size, modified, changed, meeting, stem, warnings, tips"


class Quiet(NamedTuple):
    """What a build has to know of a source that rests.

    `meeting` is its id and `stem` the path of its documents, by which others may clash with it,
    both without case; the numbers are of what was said of it when it was read.
    """

    meeting: str
    stem: str
    warnings: int
    tips: int


class Resting(Struct, frozen=True):
    """The sources that rest, and the paths of everything else that the index knows.

    **Why** a dictionary that changes: who is woken by one step of a build is awake for all others.
    """

    quiet: dict[str, Quiet] = field(default_factory=dict)
    others: frozenset[str] = frozenset()

    def rivals(self, meetings: Collection[str], stems: Collection[str]) -> list[str]:
        """Those that share an id or a document with others, given without case."""
        return [
            path for path, own in self.quiet.items() if own.meeting in meetings or own.stem in stems
        ]


def recall_resting(index: Connection, files: Iterable[tuple[str, int, int, int]]) -> Resting:
    """The sources that look as they did when they came to rest; `files` as in a `Look`."""
    seen = set(files)
    rows = index.execute(f"SELECT {_COLUMNS} FROM resting").fetchall()  # noqa: S608 - our own words
    quiet = {row[0]: Quiet._make(row[4:]) for row in rows if row[:4] in seen}
    return Resting(quiet, frozenset(row[0] for row in rows if row[0] not in quiet))


def lay_to_rest(index: Connection, rows: Iterable[tuple[str, Stamp, Quiet]]) -> None:
    """Note that sources rest from now on, as long as they look like this."""
    places = ", ".join("?" * 8)
    new = [(path, *stamp, *quiet) for path, stamp, quiet in rows]
    index.executemany(f"INSERT OR REPLACE INTO resting VALUES ({places})", new)  # noqa: S608 - our own words


def disturb(index: Connection, paths: Iterable[str]) -> None:
    """Note that the index knows something of sources that do not rest."""
    index.executemany("INSERT OR REPLACE INTO resting (path) VALUES (?)", [(own,) for own in paths])


def forget_resting(index: Connection, paths: Iterable[str] | None = None) -> None:
    """Forget sources of which the index knows nothing any more, or all."""
    if paths is None:
        index.execute("DELETE FROM resting")
    else:
        index.executemany("DELETE FROM resting WHERE path = ?", [(own,) for own in paths])
