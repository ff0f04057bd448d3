"""What the index remembers of documents: what each was made of, and what was written."""

import json
from collections.abc import Collection, Iterable, Mapping
from sqlite3 import Connection
from typing import NamedTuple

from zapis.engine.index.records import is_storable
from zapis.engine.index.stamps import Stamp
from zapis.engine.index.store import rows_of


class OutFile(NamedTuple):
    """A document as it was written; `is_current` says that it was made of what its row says."""

    stamp: Stamp
    digest: str
    is_current: bool = True


class DocumentRow(NamedTuple):
    """The documents of one source in one output folder.

    `name` is their path there without an ending, `formats` those that are up to date, with commas.
    `made_of` tells what of (see `MadeOf`), `files` every document that was written, in JSON.
    """

    path: str
    name: str
    formats: str
    made_of: str
    files: str

    def each_file(self) -> dict[str, OutFile]:
        """The documents by format."""
        return {
            form: OutFile(Stamp(size, modified, changed), digest, bool(current))
            for form, (size, modified, changed, digest, current) in json.loads(self.files).items()
        }


class MadeOf(NamedTuple):
    """Everything that documents are made of: digests of the text and of the slice of the tracker.

    `depends` are all other things with their states. Formats and folder are told by the row, and
    the version of zapis is that of the whole index.
    """

    text: str
    slice: str
    depends: str

    def as_text(self) -> str:
        """One line each."""
        return "\n".join(self)


def read_made_of(text: str) -> MadeOf:
    """What `as_text` has written."""
    return MadeOf(*text.split("\n"))


def document_row(path: str, name: str, made_of: str, files: Mapping[str, OutFile]) -> DocumentRow:
    """A row for documents that were written."""
    current = ",".join(sorted(form for form, file in files.items() if file.is_current))
    packed = {
        form: (*file.stamp, file.digest, int(file.is_current))
        for form, file in sorted(files.items())
    }
    return DocumentRow(path, name, current, made_of, json.dumps(packed))


def recall_documents(
    index: Connection, output: str, paths: Collection[str] | None = None
) -> dict[str, DocumentRow]:
    """The documents in an output folder by the paths of their sources, or of some of these."""
    question = "SELECT path, name, formats, made_of, files FROM documents WHERE output = ?"
    rows = rows_of(index, question, paths, output)
    return {row[0]: DocumentRow._make(row) for row in rows}


def remember_documents(
    index: Connection, output: str, rows: Iterable[DocumentRow], gone: Iterable[str]
) -> None:
    """Store rows that are new or changed, and forget those of some sources."""
    forgotten = [(output, path) for path in gone]
    index.executemany("DELETE FROM documents WHERE output = ? AND path = ?", forgotten)
    new = [(output, *row) for row in rows if is_storable(row.path) and is_storable(output)]
    index.executemany("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)", new)
