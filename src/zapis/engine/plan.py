"""What is out of date and why: documents compared with everything they are made of."""

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from sqlite3 import Connection
from types import MappingProxyType

from msgspec import Struct, field

from zapis.engine.beside import knows_beside
from zapis.engine.dependencies import States
from zapis.engine.index.digests import short_digest
from zapis.engine.index.documents import DocumentRow, MadeOf, read_made_of, recall_documents
from zapis.engine.index.records import Known, Record, recall_all
from zapis.engine.index.resting import Resting, recall_resting
from zapis.engine.index.slices import TrackedRow, recall_tracked
from zapis.engine.index.store import about, ask
from zapis.engine.outputs.places import way_back
from zapis.engine.untouched import FirstLook
from zapis.workspace import CACHE, Workspace

_AGAIN = "volba --znovu"
_NEW = "nový zápis"
_TEXT = "změnil se zápis"
_SLICE = "změnily se úkoly: jejich čísla, nebo úkoly z dřívějška, které zápis projednává"
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "serie": "změnila se série {} v zapis.yaml",
        "projekt": "změnil se projekt {} v zapis.yaml",
        "organizace": "změnila se organizace v zapis.yaml",
        "osoby": "změnily se osoby v zapis.yaml",
        "podoba": "změnily se štítky, části, podpisy nebo druhy v zapis.yaml",
        "soubor": "přibyl nebo zmizel soubor {}",
        "obrazek": "změnil se obrázek {}",
        "sablony": "přibyla nebo zmizela šablona {}",
        "sablona": "změnila se šablona {}",
    }
)
_ALL_SERIES = {"serie:*": "změnily se série v zapis.yaml", "projekt:*": "změnily se projekty"}


class Before(Struct, frozen=True):
    """What the index remembers of the last build into an output folder; empty where nothing.

    Of sources that rest there is nothing more until they are woken.
    """

    sources: Known | None = None
    tracked: dict[str, TrackedRow] = field(default_factory=dict)
    documents: dict[str, DocumentRow] = field(default_factory=dict)
    tracker: bytes | None = None
    resting: Resting = field(default_factory=Resting)

    def wake(self, workspace: Workspace, output: str, paths: Collection[str]) -> list[Record]:
        """What there is of sources that rest; they rest no more. Raises `DisturbedError`."""
        more = ask(workspace.root / CACHE, lambda index: _recall(index, output, paths))
        before, now = self.sources, more and more.sources
        is_same = before and now and before[1:] == now[1:]
        if not (is_same and more and before and now):
            raise DisturbedError
        if not len(now.records) == len(more.tracked) == len(more.documents) == len(paths):
            raise DisturbedError
        before.records.update(now.records)
        self.tracked.update(more.tracked)
        self.documents.update(more.documents)
        for path in paths:
            del self.resting.quiet[path]
        return [*now.records.values()]


class DisturbedError(Exception):
    """The index is not the one any more that told which sources rest."""


def recall(workspace: Workspace, output: str, seen: FirstLook) -> Before:
    """What there is to be remembered, from one look into the index."""

    def question(index: Connection) -> Before:
        is_known = knows_beside(index, seen.beside)
        resting = recall_resting(index, seen.look.files) if seen.look and is_known else Resting()
        return _recall(index, output, resting.others if resting.quiet else None, resting)

    return ask(workspace.root / CACHE, question) or Before()


def _recall(
    index: Connection, output: str, paths: Collection[str] | None, resting: Resting | None = None
) -> Before:
    then = about(index, "tracker_then")
    return Before(
        recall_all(index, paths),
        recall_tracked(index, paths),
        recall_documents(index, output, paths),
        then if isinstance(then, bytes) else None,
        resting or Resting(),
    )


def output_key(workspace: Workspace, output: Path) -> str:
    """The name of an output folder in the index.

    **Why** relative: links lead from there to the workspace, so both may move together.
    """
    return way_back(workspace.root, output)


def made_of(record: Record, own_slice: str) -> MadeOf:
    """What documents of a source are made of now."""
    own = short_digest(own_slice.encode()) if own_slice else ""
    return MadeOf(record.digest.hex(), own, record.depends)


def present_names(output: Path, rows: Iterable[DocumentRow]) -> frozenset[str]:
    """Names of the files that are in the folders of documents, relative to the output folder."""
    folders = {row.name.rpartition("/")[0] for row in rows}
    names: set[str] = set()
    for folder in folders:
        try:
            found = os.listdir(output / folder)  # noqa: PTH208 - names alone, at once
        except (OSError, ValueError):
            continue
        prefix = f"{folder}/" if folder else ""
        names.update(prefix + name for name in found)
    return frozenset(names)


class Plan(Struct, frozen=True):
    """Tells what is out of date; `names` are the files in the output folder."""

    before: Before
    formats: tuple[str, ...]
    names: frozenset[str]
    again: bool = False

    def is_current(self, record: Record, now: MadeOf) -> bool:
        """Whether all documents of a source are there, made of what they would be made of now."""
        row = self.before.documents.get(record.path)
        if row is None or self.again or row.made_of != now.as_text() or row.name != record.stem:
            return False
        has_all = row.formats == ",".join(sorted(self.formats)) or set(self.formats).issubset(
            row.formats.split(",")
        )
        return has_all and not self._missing(row)

    def causes(self, record: Record, now: MadeOf) -> tuple[str, ...]:
        """Why the documents of a source are to be made, as Czech clauses."""
        row = self.before.documents.get(record.path)
        if row is None:
            return (_NEW,)
        found = [*_differences(read_made_of(row.made_of), now)] if row.made_of else [_NEW]
        if row.name != record.stem:
            found.append("dokument se jmenuje jinak")
        files = row.formats.split(",")
        found += [f"chybí formát {form}" for form in self.formats if form not in files]
        found += [f"chybí soubor {name}" for name in self._missing(row) if not found]
        return tuple(found or [_AGAIN])

    def _missing(self, row: DocumentRow) -> list[str]:
        names = (f"{row.name}.{form}" for form in self.formats)
        return [name for name in names if name not in self.names]


def _differences(before: MadeOf, now: MadeOf) -> Iterable[str]:
    if before.text != now.text:
        yield _TEXT
    if before.slice != now.slice:
        yield _SLICE
    if before.depends != now.depends and before.text == now.text:
        yield from dict.fromkeys(map(_word, States.different(before.depends, now.depends)))


def _word(key: str) -> str:
    kind, _, name = key.partition(":")
    return _ALL_SERIES.get(key) or _WORDS[kind].format(name or "zapis")
