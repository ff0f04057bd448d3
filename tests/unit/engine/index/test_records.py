from pathlib import Path

from boards import FILES, board
from making import make_workspace
from zapis.engine.index.records import Known, Record, recall_sources, remember_sources
from zapis.engine.index.stamps import Stamp
from zapis.workspace import Workspace, open_workspace

STAMP = Stamp(1, 2, 3)


def known(workspace: Workspace) -> Known:
    found = recall_sources(workspace)
    assert found is not None
    return found


def test_what_somebody_else_has_stored_meanwhile_stays(tmp_path: Path):
    board(make_workspace(tmp_path, FILES))
    workspace = open_workspace(tmp_path)
    before = known(workspace)
    ours = {**before.records, "x.md": Record("x.md", STAMP, is_settled=True, digest=b"x")}
    theirs = {**before.records, "y.md": Record("y.md", STAMP, is_settled=True, digest=b"y")}
    remember_sources(workspace, before, theirs)
    remember_sources(workspace, before, ours)
    assert known(workspace).records == theirs


def test_names_that_are_no_text_are_left_out(tmp_path: Path):
    workspace = open_workspace(make_workspace(tmp_path, {}))
    records = {name: Record(name, STAMP, is_settled=True, digest=b"") for name in ("a", "\udcff")}
    remember_sources(workspace, None, records)
    assert list(known(workspace).records) == ["a"]
