from pathlib import Path

from boards import BROKEN, COPY, FILES, OTHER
from making import build_workspace, make_workspace
from tracked_in_full import read_workspace
from zapis.engine.index.look import look_at
from zapis.engine.index.refresh import refresh
from zapis.engine.progress import no_progress
from zapis.engine.tracker.meetings_index import TaskSources, task_sources
from zapis.tasks.meetings import meeting_tasks
from zapis.tasks.query.people import merge_people, people_of, people_of_settings
from zapis.workspace import Workspace, open_workspace

MORE: dict[str, str | bytes] = {
    "a - kopie.md": COPY,
    "A.MD": OTHER,
    "pod/broken.md": BROKEN,
    "popis.md": "# Jen popis\n",
    "prazdny.md": "",
    "latin.md": OTHER.replace("Nováková", "Řezáč").encode("cp1250"),
}


def read_through_the_index(workspace: Workspace) -> TaskSources:
    return task_sources(workspace, refresh(workspace, look_at(workspace), no_progress))


def read_in_full(workspace: Workspace) -> TaskSources:
    files = read_workspace(workspace)
    meetings = tuple(file.meeting for file in files if file.meeting is not None)
    people = (people_of_settings(workspace.settings), *map(people_of, meetings))
    return TaskSources(
        tuple(map(meeting_tasks, meetings)),
        frozenset(file.path for file in files if file.failed or workspace.broken),
        merge_people(person for some in people for person in some),
        tuple(file.report for file in files if file.report.failed),
    )


def test_sources_through_the_index_are_those_of_a_full_reading(tmp_path: Path):
    workspace = open_workspace(make_workspace(tmp_path, {**FILES, **MORE}))
    found = [read_through_the_index(workspace) for _ in range(2)]
    assert found == [read_in_full(workspace)] * 2


def test_a_build_before_makes_no_difference(tmp_path: Path):
    build_workspace(make_workspace(tmp_path, {**FILES, **MORE}))
    workspace = open_workspace(tmp_path)
    assert read_through_the_index(workspace) == read_in_full(workspace)


def test_with_broken_settings_all_entries_stay(tmp_path: Path):
    workspace = open_workspace(make_workspace(tmp_path, {**FILES, "zapis.yaml": "serie: [\n"}))
    found = read_through_the_index(workspace)
    assert (found, sorted(found.kept)) == (read_in_full(workspace), ["a.md", "b.md"])
