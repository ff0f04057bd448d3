from pathlib import Path

import pytest
from msgspec.structs import replace

from making import meeting_of
from zapis.engine.outputs.places import output_stem, target_of
from zapis.model.settings import Settings
from zapis.workspace import Workspace


@pytest.mark.parametrize(
    ("path", "restricted", "expected"),
    [
        ("a.md", False, "a"),
        ("2026/bc/a.md", False, "2026/bc/a"),
        ("2026/v1.2.md", False, "2026/v1.2"),
        ("a.md", True, "a-uplne"),
        ("A.MD", False, "A"),
    ],
)
def test_documents_mirror_the_folders_of_sources(path: str, restricted: bool, expected: str):  # noqa: FBT001
    meeting = replace(meeting_of("Text."), path=path, restricted=restricted)
    assert output_stem(meeting).as_posix() == expected


@pytest.mark.parametrize(
    ("path", "output", "expected"),
    [
        ("a.md", "vystup", "../"),
        ("2026/bc/a.md", "vystup", "../../../2026/bc/"),
        ("a.md", ".", ""),
        ("můj zápis/a.md", "vystup", "../../m%C5%AFj%20z%C3%A1pis/"),
    ],
)
def test_links_lead_back_to_the_folder_of_the_source(
    tmp_path: Path, path: str, output: str, expected: str
):
    workspace = Workspace(tmp_path, Settings())
    target = target_of(workspace, tmp_path / output, replace(meeting_of("Text."), path=path))
    assert target.link_base == expected


def test_a_name_with_a_dot_keeps_it(tmp_path: Path):
    meeting = replace(meeting_of("Text."), path="v1.2.md")
    target = target_of(Workspace(tmp_path, Settings()), tmp_path, meeting)
    assert target.path("html") == tmp_path / "v1.2.html"
