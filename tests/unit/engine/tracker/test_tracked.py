"""The tracker brought up to date from facts: all of it, or the part that a change reaches."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from making import TODAY, make_workspace
from tracker_cases import FIRST_DAY, SECOND_DAY, meeting, review, task
from zapis.engine.index.store import NAME
from zapis.engine.index.values import to_json
from zapis.engine.tracker import store, tracked
from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.tracing import SourceFacts
from zapis.engine.tracker.tracked import Tracked, track_sources
from zapis.files import WriteError, lock
from zapis.model.tasks import TaskId
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.update import TrackerCounts
from zapis.workspace import open_workspace

FIRST = meeting(task("Zaslat nápady", "Eva Horáková", deadline="do příště"), task("Objednat sál"))
SECOND = meeting(task("Svolat schůzku"), day=SECOND_DAY, reviews=(review(f"{FIRST.id}/1"),))
COUNCIL = meeting(
    task("Koupit židle", deadline="do 1. 4. 2026"),
    id="R-2026-02-02",
    path="rada.md",
    day=FIRST_DAY.replace(month=2),
    series="rada",
    section="Rada města",
    reviews=(review(f"{FIRST.id}/2"),),
)
ALONE = meeting(task("Napsat zprávu"), id="sam", path="sam.md", series="", section="Ostatní")
ALL = (FIRST, SECOND, COUNCIL, ALONE)


def facts(*meetings: MeetingTasks, kept: tuple[str, ...] = ()) -> tuple[SourceFacts, ...]:
    return tuple(SourceFacts(own.path, to_json(own), own.path in kept) for own in meetings)


def track(
    root: Path,
    *sources: SourceFacts,
    changed: frozenset[str] | None = frozenset(),
    save: bool = True,
    whole: bool = False,
) -> Tracked:
    workspace = open_workspace(root)
    return track_sources(
        workspace, Sources(sources), TODAY, changed=changed, save=save, whole=whole
    )


def text(root: Path) -> str:
    return (root / "ukoly.md").read_text(encoding="utf-8")


def codes(found: Tracked) -> list[str]:
    return [item.code.id for item in found.report.diagnostics]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace whose tracker has been written."""
    root = make_workspace(tmp_path / "w", {})
    track(root, *facts(*ALL))
    return root


def test_the_first_update_is_one_of_everything(tmp_path: Path):
    found = track(make_workspace(tmp_path, {}), *facts(*ALL))
    assert (found.updated, found.counts, found.slices[COUNCIL.path].meeting_id) == (
        None,
        TrackerCounts(new=5, done=0, open=3, overdue=1),
        COUNCIL.id,
    )
    assert found.tracker is not None


def test_without_a_change_nothing_is_read_or_written(root: Path):
    before = (root / "ukoly.md").stat().st_mtime_ns
    found = track(root, *facts(*ALL))
    assert (found.updated, found.counts) == (frozenset(), TrackerCounts(open=3, overdue=1))
    assert (root / "ukoly.md").stat().st_mtime_ns == before


def with_task(own: MeetingTasks, *others: str) -> MeetingTasks:
    return replace(own, tasks=(*own.tasks, *map(task, others)))


NEXT = meeting(task("Nový úkol"), day=SECOND_DAY.replace(month=4), reviews=(review("1"),))
ONLY = with_task(meeting(id="N-1", path="n.md", series="nova", section="Nová série"), "První")
LATER = replace(COUNCIL, id="R-2026-05-05", path="dalsi.md", date=SECOND_DAY.replace(month=5))
# What happens to the meetings, and which slices may have changed.
CHANGES: Mapping[str, tuple[tuple[MeetingTasks, ...], set[str]]] = {
    "a task more": ((FIRST, SECOND, COUNCIL, with_task(ALONE, "Další")), {ALONE.path}),
    "a task under review reworded": (
        (replace(FIRST, tasks=(task("Zaslat nápady všem"), FIRST.tasks[1])), *ALL[1:]),
        {FIRST.path, SECOND.path, COUNCIL.path},
    ),
    "a review less": ((FIRST, SECOND, replace(COUNCIL, reviews=()), ALONE), {COUNCIL.path}),
    "a meeting more": ((*ALL, NEXT), {NEXT.path, SECOND.path}),
    "the second meeting less": ((FIRST, COUNCIL, ALONE), {FIRST.path}),
    "a meeting that others review, less": (ALL[1:], {SECOND.path, COUNCIL.path}),
    "a task less": (
        (replace(FIRST, tasks=FIRST.tasks[:1]), *ALL[1:]),
        {FIRST.path, SECOND.path, COUNCIL.path},
    ),
    "another date of the second": (
        (FIRST, replace(SECOND, date=SECOND_DAY.replace(day=27)), COUNCIL, ALONE),
        {FIRST.path, SECOND.path},
    ),
    "a new series": ((*ALL, ONLY), {ONLY.path}),
    "a series that comes first": (
        (*ALL, replace(ONLY, section="Anketa")),
        {ONLY.path},
    ),
    "a series without tasks": ((FIRST, SECOND, replace(COUNCIL, tasks=()), ALONE), {COUNCIL.path}),
    "another id": ((FIRST, SECOND, COUNCIL, replace(ALONE, id="jinak")), {ALONE.path}),
    "another file": ((FIRST, SECOND, COUNCIL, replace(ALONE, path="jinde.md")), {"jinde.md"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_followed_as_far_as_it_reaches(root: Path, change: str):
    now, updated = CHANGES[change]
    copy = Path(shutil.copytree(root, root.parent / "copy"))
    part, all_of_it = track(root, *facts(*now)), track(copy, *facts(*now), changed=None)
    assert part.updated == updated
    assert text(root) == text(copy)
    assert (part.counts, codes(part)) == (all_of_it.counts, codes(all_of_it))
    for path in updated:
        assert part.slices.get(path) == all_of_it.slices.get(path)
        assert part.said.get(path) == all_of_it.said.get(path)


@pytest.mark.parametrize("change", CHANGES)
def test_an_update_of_a_part_leaves_what_the_next_one_needs(root: Path, change: str):
    now, _ = CHANGES[change]
    track(root, *facts(*now))
    copy = Path(shutil.copytree(root, root.parent / "copy"))
    found = track(root, *facts(*now, LATER))
    track(copy, *facts(*now, LATER), changed=None)
    assert (found.updated is None, text(root)) == (False, text(copy))


def test_what_becomes_of_the_heading_of_a_series_that_is_no_more_is_left_to_the_whole(root: Path):
    found = track(root, *facts(FIRST, SECOND, ALONE))
    assert (found.updated, "## Rada města" in text(root)) == (None, False)


def test_paths_that_are_asked_for_are_updated(root: Path):
    found = track(root, *facts(*ALL), changed=frozenset({SECOND.path}))
    assert (found.updated, [own.id for own in found.slices[SECOND.path].reviews if own]) == (
        {SECOND.path},
        [TaskId(FIRST.id, 1)],
    )


@pytest.mark.parametrize(
    "doubt",
    [
        {"ukoly.md": None},
        {"ukoly.md": "# Úkoly\n"},
        {".zapis/vety.json": None},
        {".zapis/vety.json": "{}"},
        {f".zapis/{NAME}": None},
        {f".zapis/{NAME}": "nic"},
        {"ukoly-archiv.md": "# Úkoly\n"},
    ],
)
def test_in_doubt_everything_is_read(root: Path, doubt: Mapping[str, str | None]):
    for path, content in doubt.items():
        (root / path).unlink(missing_ok=True)
        make_workspace(root, {path: content} if content is not None else {})
    assert track(root, *facts(*ALL)).updated is None


def archived(own: MeetingTasks, words: str = "Dávno hotovo") -> str:
    return (
        f"# Úkoly\n\n## Ostatní\n\n- [x] #{own.id}/7 {words}\n"
        f"  - zápis [23. 1. 2026]({own.path}): splněno\n"
    )


@pytest.mark.parametrize(
    ("entry_of", "changed_one", "is_part"),
    [
        (ALONE, replace(COUNCIL, reviews=()), True),
        (ALONE, with_task(ALONE, "Další"), False),
        (COUNCIL, with_task(FIRST, "Další"), False),
    ],
    ids=["elsewhere", "of the meeting", "of a meeting with a review"],
)
def test_an_archive_that_a_change_does_not_reach_is_left_alone(
    root: Path, entry_of: MeetingTasks, changed_one: MeetingTasks, *, is_part: bool
):
    make_workspace(root, {"ukoly-archiv.md": archived(entry_of)})
    track(root, *facts(*ALL))
    copy = Path(shutil.copytree(root, root.parent / "copy"))
    now = facts(*(changed_one if own.path == changed_one.path else own for own in ALL))
    found = track(root, *now)
    track(copy, *now, changed=None)
    assert (found.updated is not None, text(root)) == (is_part, text(copy))


def test_an_archive_that_has_changed_since_is_read(root: Path):
    make_workspace(root, {"ukoly-archiv.md": archived(ALONE)})
    track(root, *facts(*ALL))
    make_workspace(root, {"ukoly-archiv.md": archived(ALONE, "Dávno zrušeno")})
    found = [track(root, *facts(*ALL)).updated for _ in range(2)]
    assert found == [None, frozenset()]


def closed_by_hand(root: Path) -> None:
    line = "  - 25. 3. 2026: splněno\n"
    lines = text(root).splitlines(keepends=True)
    at = next(number for number, own in enumerate(lines) if "Koupit židle" in own)
    (root / "ukoly.md").write_text("".join([*lines[: at + 2], line, *lines[at + 2 :]]), "utf-8")


def test_a_task_closed_by_a_line_of_a_hand_counts_once(root: Path):
    closed_by_hand(root)
    assert [track(root, *facts(*ALL)).counts.done for _ in range(2)] == [1, 0]


def test_without_memory_a_task_that_is_closed_in_the_file_was_so_before(root: Path):
    closed_by_hand(root)
    (root / ".zapis" / "vety.json").unlink()
    assert track(root, *facts(*ALL)).counts.done == 0


def test_a_hand_may_name_people_of_the_settings(root: Path):
    make_workspace(root, {"zapis.yaml": "osoby: [Alena Říhová]\n"})
    named = text(root).replace("Svolat schůzku", "Svolat schůzku @Říhová")
    (root / "ukoly.md").write_text(named, encoding="utf-8")
    track(root, *facts(*ALL))
    assert "Svolat schůzku @Alena Říhová\n" in text(root)


def test_a_tracker_with_windows_line_ends_is_read_whole(root: Path):
    (root / "ukoly.md").write_bytes(text(root).replace("\n", "\r\n").encode())
    track(root, *facts(*ALL))
    assert track(root, *facts(*ALL, NEXT)).updated is None


def test_a_box_ticked_by_hand_is_seen(root: Path):
    (root / "ukoly.md").write_text(text(root).replace("[ ]", "[x]", 1), encoding="utf-8")
    found = track(root, *facts(*ALL))
    assert (found.updated, found.counts.open) == (None, 2)


def test_a_review_of_an_unknown_task_is_told_until_it_is_mended(root: Path):
    wrong = replace(COUNCIL, reviews=(review("nic-1/1"),))
    sources = facts(FIRST, SECOND, wrong, ALONE)
    said = [[item.code.id for item in track(root, *sources).said[COUNCIL.path]] for _ in range(2)]
    mended = track(root, *facts(*ALL))
    assert (said, mended.said, mended.updated) == ([["Z410"], ["Z410"]], {}, None)


def test_minutes_with_an_error_keep_their_entries(root: Path):
    before = text(root)
    found = track(root, *facts(*ALL, kept=(FIRST.path,)))
    assert (text(root), found.updated) == (before, {FIRST.path, SECOND.path, COUNCIL.path})


def test_an_older_file_that_is_no_minutes_keeps_its_entries(root: Path):
    before = text(root)
    track(root, SourceFacts(FIRST.path, "", is_kept=True), *facts(*ALL[1:]))
    assert text(root) == before


def test_looking_writes_nothing(root: Path):
    before = text(root)
    found = track(root, *facts(*ALL, NEXT), save=False)
    assert (found.counts.new, text(root)) == (1, before)
    assert track(root, *facts(*ALL, NEXT)).counts.new == 1


def test_the_whole_tracker_can_be_asked_for(root: Path):
    found = track(root, *facts(*ALL, NEXT), whole=True)
    assert found.tracker is not None
    assert len(found.tracker.entries) == 6


def test_with_broken_settings_nothing_is_written(root: Path):
    before = text(root)
    make_workspace(root, {"zapis.yaml": "serie: [\n"})
    track(root, *facts(*ALL, NEXT))
    assert text(root) == before


def test_a_tracker_that_changed_meanwhile_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    usual = tracked.track_part

    def edit_meanwhile(*arguments: object) -> object:
        part = usual(*arguments)  # type: ignore[arg-type]  # passed on as they came
        (root / "ukoly.md").write_text("# Úkoly\n\nPoznámka.\n", encoding="utf-8")
        return part

    monkeypatch.setattr(tracked, "track_part", edit_meanwhile)
    found = track(root, *facts(*ALL, NEXT))
    assert (codes(found), found.failed, text(root)) == (["Z506"], True, "# Úkoly\n\nPoznámka.\n")


def test_another_zapis_at_work_is_waited_for_and_then_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(store, "_PATIENCE", 0.05)
    before = text(root)
    with lock(root / ".zapis" / "zamek", 1):
        found = track(root, *facts(*ALL, NEXT))
    assert (codes(found), text(root)) == (["Z512"], before)


def test_a_folder_that_cannot_be_written_is_said(root: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(target: Path, _data: bytes, **_options: bool) -> None:
        raise WriteError(target, "disk je jen pro čtení")

    monkeypatch.setattr(store, "write_atomic", refuse)
    found = track(root, *facts(*ALL, NEXT))
    assert (codes(found), found.failed) == (["Z507"], True)


def test_an_index_that_cannot_be_written_does_no_harm(tmp_path: Path):
    root = make_workspace(tmp_path, {f".zapis/{NAME}/x": ""})
    found = [track(root, *facts(*ALL)).updated for _ in range(2)]
    assert (found, text(root).count("- [")) == ([None, None], 5)
