"""The tracker within a build: what it gives to each source, and what it says of it."""

from collections.abc import Collection, Iterator, Mapping
from sqlite3 import Connection

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.diagnostics import Diagnostics
from zapis.engine.index.digests import digest
from zapis.engine.index.slices import TrackedRow, facts_mark, remember_tracked
from zapis.engine.index.store import note
from zapis.engine.index.values import to_json
from zapis.engine.said import NOTHING
from zapis.engine.setup import Setup
from zapis.engine.survey import Survey, wake
from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.tracing import SourceFacts, facts_of
from zapis.engine.tracker.tracked import Tracked, track_sources
from zapis.workspace import Workspace


class Numbering(Struct, frozen=True):
    """The tracker after the update, None outside a workspace; rows of sources that do not rest."""

    tracked: Tracked | None = None
    rows: Mapping[str, TrackedRow] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether numbers cannot be relied on."""
        return self.tracked is not None and self.tracked.failed

    def slice(self, path: str) -> str:
        """What the documents of a source take from the tracker, in JSON; empty for nothing."""
        row = self.rows.get(path)
        return row.slice if row else ""

    def said(self, path: str) -> str:
        """What the tracker says of a source: diagnostics in JSON."""
        row = self.rows.get(path)
        return row.said if row else NOTHING


def number_tasks(setup: Setup, found: Survey, *, save: bool) -> Numbering:
    """Bring the tracker up to date with all sources."""
    workspace = setup.workspace
    if workspace.single:
        return Numbering()

    def bring(paths: Collection[str]) -> list[SourceFacts]:
        wake(setup, found, paths)
        return [facts_of(found.records[path], path) for path in paths]

    awake = [facts_of(own, found.shown(path)) for path, own in found.records.items()]
    sources = Sources(awake, found.resting, bring)
    is_whole = bool(workspace.settings.overviews)
    tracked = track_sources(
        workspace,
        sources,
        setup.request.today,
        changed=_changed(setup, found),
        then=setup.before.tracker,
        save=save,
        whole=is_whole,
    )
    rows = dict(_rows(setup, found, tracked))
    # Ten thousand meetings leave a hundred megabytes of entries that only lists of tasks need.
    rest = replace(tracked, slices={}, said={}, tracker=tracked.tracker if is_whole else None)
    return Numbering(rest, rows)


def _changed(setup: Setup, found: Survey) -> frozenset[str] | None:
    """The sources that say other things than at the last build; None where more has changed."""
    before = setup.before
    if before.tracker is None:
        return None
    paths = (
        path
        for path, record in found.records.items()
        if (known := before.tracked.get(path)) is None or known.facts != facts_mark(record)
    )
    return frozenset(map(found.shown, paths))


def _rows(setup: Setup, found: Survey, tracked: Tracked) -> Iterator[tuple[str, TrackedRow]]:
    before = setup.before.tracked
    for path, record in found.records.items():
        shown = found.shown(path)
        known = before.get(path)
        if known is not None and tracked.updated is not None and shown not in tracked.updated:
            yield path, known
            continue
        own = tracked.slices.get(shown)
        said: Diagnostics = tracked.said.get(shown, ())
        row = TrackedRow(
            path,
            facts_mark(record),
            to_json(own) if own is not None else "",
            to_json(said) if said else NOTHING,
        )
        yield path, row


def remember_numbering(index: Connection, setup: Setup, now: Numbering) -> None:
    """Store what has changed since the last build."""
    before = setup.before.tracked
    gone = before.keys() - now.rows.keys()
    remember_tracked(index, (row for row in now.rows.values() if row != before.get(row.path)), gone)
    known = now.tracked.digest if now.tracked else None
    note(index, "tracker_then", None if now.failed else known or tracker_digest(setup.workspace))


def tracker_digest(workspace: Workspace) -> bytes:
    """What tells whether somebody has written into the tracker since."""
    try:
        return digest(workspace.tracker.read_bytes())
    except OSError:
        return b""
