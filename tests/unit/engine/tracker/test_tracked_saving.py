import datetime as dt
from pathlib import Path

import pytest

from making import TODAY, build_workspace, make_workspace
from tracked_in_full import TrackedInFull, read_workspace, save_in_full, track_in_full
from zapis.engine.tracker import store, tracked_saving
from zapis.engine.tracker.tracked import Tracked
from zapis.files import WriteError, lock
from zapis.workspace import open_workspace

MEETING = (
    "---\nnazev: Porada\ndatum: 20. 3. 2026\nid: P-1\n---\n- [ ] Objednat sál (do 1. 5. 2026)\n"
)
ENTRY = """\
# Úkoly

## Ostatní

- [ ] #P-1/1 Objednat sál (do 1. 5. 2026)
  - zápis [20. 3. 2026](a.md): otevřeno, do 1. 5. 2026
"""


def save(root: Path, today: dt.date = TODAY) -> Tracked:
    workspace = open_workspace(root)
    return save_in_full(workspace, read_workspace(workspace), today)


def read(root: Path) -> TrackedInFull:
    workspace = open_workspace(root)
    return track_in_full(workspace, read_workspace(workspace), TODAY)


def codes(found: Tracked) -> list[str]:
    return [item.code.id for item in found.report.diagnostics]


def test_the_tracker_is_written_in_its_final_form(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING})
    found = save(tmp_path)
    assert (tmp_path / "ukoly.md").read_text(encoding="utf-8") == ENTRY
    assert {path: own.numbers for path, own in found.slices.items()} == {"a.md": (1,)}


def test_reading_writes_nothing_and_marks_what_is_new(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING})
    found = read(tmp_path)
    assert [entry.is_new for entry in found.update.tracker.entries] == [True]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "zapis.yaml"]


def test_without_tasks_no_tracker_is_made(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": "---\nnazev: Porada\n---\nText.\n"})
    save(tmp_path)
    assert not (tmp_path / "ukoly.md").exists()


def test_an_unchanged_tracker_is_not_touched(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING})
    save(tmp_path)
    before = (tmp_path / "ukoly.md").stat().st_mtime_ns
    save(tmp_path, TODAY + dt.timedelta(days=30))
    assert (tmp_path / "ukoly.md").stat().st_mtime_ns == before


def test_a_ticked_box_is_dated(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING, "ukoly.md": ENTRY.replace("[ ]", "[x]")})
    save(tmp_path)
    assert "  - 13. 4. 2026: splněno\n" in (tmp_path / "ukoly.md").read_text(encoding="utf-8")


def test_minutes_with_an_error_keep_their_entries(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING.replace("nazev", "pritomi"), "ukoly.md": ENTRY})
    found = save(tmp_path)
    assert (codes(found), (tmp_path / "ukoly.md").read_text(encoding="utf-8")) == ([], ENTRY)


def test_a_task_gone_is_a_warning_in_the_tracker(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING.partition("- [")[0], "ukoly.md": ENTRY})
    assert codes(save(tmp_path)) == ["Z415"]


def test_a_review_of_an_unknown_task_is_said_of_its_minutes(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": f"{MEETING}- [x] #P-9/9\n"})
    said = save(tmp_path).said
    assert [item.code.id for item in said["a.md"]] == ["Z410"]


def test_a_review_of_minutes_with_an_error_says_which_file_to_mend(tmp_path: Path):
    broken = "---\nid: A\npritomi: X\n---\n- [ ] úkol @Eva Malá do 20. 4. 2026\n"
    make_workspace(tmp_path, {"a.md": broken, "b.md": "---\nid: B\n---\n- [x] #A/1\n"})
    said = save(tmp_path).said
    assert [(item.message, item.cure) for item in said["b.md"]] == [
        (
            "úkol „#A/1“ zatím nemá číslo, zápis „a.md“ má chybu",
            "opravte nejdřív chyby v souboru a.md",
        )
    ]


def test_a_tracker_that_changed_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    make_workspace(tmp_path, {"a.md": MEETING})
    usual = tracked_saving.store

    def edit_meanwhile(*arguments: object) -> object:
        (tmp_path / "ukoly.md").write_text("# Úkoly\n\nPoznámka.\n", encoding="utf-8")
        return usual(*arguments)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(tracked_saving, "store", edit_meanwhile)
    found = save(tmp_path)
    assert (codes(found), found.failed) == (["Z506"], True)
    assert "Poznámka." in (tmp_path / "ukoly.md").read_text(encoding="utf-8")


def test_another_zapis_at_work_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(store, "_PATIENCE", 0.05)
    make_workspace(tmp_path, {"a.md": MEETING})
    with lock(tmp_path / ".zapis" / "zamek", 1):
        found = save(tmp_path)
    assert (codes(found), (tmp_path / "ukoly.md").exists()) == (["Z512"], False)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make_workspace(tmp_path, {"a.md": MEETING})

    def refuse(target: Path, _data: bytes, **_options: bool) -> None:
        raise WriteError(target, "disk je jen pro čtení")

    monkeypatch.setattr(store, "write_atomic", refuse)
    found = save(tmp_path)
    assert (codes(found), found.failed) == (["Z507"], True)
    assert "disk je jen pro čtení" in found.report.diagnostics[0].message


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"P-1/1": 5}', b"\xff", b"null"])
def test_a_damaged_cache_does_no_harm(tmp_path: Path, content: bytes):
    make_workspace(tmp_path, {"a.md": MEETING, "ukoly.md": ENTRY, ".zapis/vety.json": content})
    save(tmp_path)
    assert (tmp_path / "ukoly.md").read_text(encoding="utf-8") == ENTRY


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING, ".zapis/vety.json/x": ""})
    found = save(tmp_path)
    assert (codes(found), found.failed) == ([], False)
    assert (tmp_path / "ukoly.md").read_text(encoding="utf-8") == ENTRY


def test_line_ends_of_windows_are_kept(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING, "ukoly.md": ENTRY.replace("\n", "\r\n")})
    build_workspace(tmp_path)
    assert (tmp_path / "ukoly.md").read_bytes() == ENTRY.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("name", ["Zápis (1).md", "a]b[.md", "a#b.md", "a b%20.md", "č_š*.md"])
def test_any_name_of_a_file_survives_the_tracker(tmp_path: Path, name: str):
    make_workspace(tmp_path, {name: MEETING})
    save(tmp_path)
    first = (tmp_path / "ukoly.md").read_text(encoding="utf-8")
    make_workspace(tmp_path, {name: MEETING.replace("nazev", "pritomi")})  # its entries must stay
    found = save(tmp_path)
    assert (codes(found), (tmp_path / "ukoly.md").read_text(encoding="utf-8")) == ([], first)
