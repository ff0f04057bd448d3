"""What an update of the tracker needs of all sources of a workspace, through the index."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from zapis.diagnostics import FileReport
from zapis.engine.index.records import Record, Refreshed
from zapis.engine.index.values import from_json
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.query.people import KnownPerson, merge_people, people_of_settings
from zapis.workspace import Workspace


class TaskSources(Struct, frozen=True):
    """Every meeting of a workspace as far as tasks go, and everybody who is known.

    `kept` are the paths of files whose entries stay as they are, because of an error in them or
    in `zapis.yaml`, or because they are no minutes; `reports` tell the errors of minutes, in the
    order of paths.
    """

    meetings: tuple[MeetingTasks, ...]
    kept: frozenset[str]
    people: tuple[KnownPerson, ...]
    reports: tuple[FileReport, ...]


def task_sources(workspace: Workspace, refreshed: Refreshed) -> TaskSources:
    """What the records of all sources hold, ready for `update_tracker`."""
    records = refreshed.records
    return TaskSources(
        tuple(from_json(MeetingTasks, item.facts) for item in records if item.facts),
        frozenset(_kept(workspace, refreshed)),
        known_people(workspace, records),
        tuple(report for report in refreshed.reports.values() if report.failed),
    )


def known_people(workspace: Workspace, records: Iterable[Record]) -> tuple[KnownPerson, ...]:
    """Everybody whom settings or minutes name."""
    return merge_people((*people_of_settings(workspace.settings), *_people(records)))


def _kept(workspace: Workspace, refreshed: Refreshed) -> Iterator[str]:
    for record in refreshed.records:
        if record.is_kept or workspace.broken:
            report = refreshed.reports.get(record.path)
            yield report.source.path if report else record.path


def _people(records: Iterable[Record]) -> Iterable[KnownPerson]:
    """Everybody at any meeting; those written alike are taken once, most come again and again."""
    lines = dict.fromkeys(
        line for item in records for line in filter(None, item.people.split("\n"))
    )
    return (from_json(KnownPerson, line) for line in lines)
