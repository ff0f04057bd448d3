"""What minutes depend on is noted, and the answers are those that would be given without it."""

from pathlib import Path

import pytest

from zapis.engine.dependencies import States
from zapis.engine.noting import Notes
from zapis.engine.reading import surroundings_of
from zapis.workspace import open_workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with a file, a folder and links that stay inside and lead out."""
    root = tmp_path / "porady"
    (root / "prilohy").mkdir(parents=True)
    (root / "zapis.yaml").write_text("organizace: Obec Lhota\n", encoding="utf-8")
    (root / "prilohy" / "rozpocet-obce.pdf").write_bytes(b"%PDF")
    (tmp_path / "cizi-dokument.pdf").write_bytes(b"%PDF")
    (root / "prilohy" / "odkaz-dovnitr.pdf").symlink_to(root / "prilohy" / "rozpocet-obce.pdf")
    (root / "prilohy" / "odkaz-ven-ze-slozky.pdf").symlink_to(tmp_path / "cizi-dokument.pdf")
    return root


@pytest.mark.parametrize(
    "path",
    [
        *(
            "prilohy/rozpocet-obce.pdf",
            "prilohy/rozpocet-skoly.pdf",
            "prilohy",
            "jinam/dokument.pdf",
        ),
        *("prilohy/odkaz-dovnitr.pdf", "prilohy/odkaz-ven-ze-slozky.pdf", "prilohy/con.pdf"),
        *("prilohy/rozpocet-obce.pdf ", "prilohy/rozpocet\x01obce.pdf", "prilohy/a\x00.pdf"),
        *("zapis.yaml", "prilohy\\rozpocet-obce.pdf", "zapis.yaml/rozpocet-obce.pdf"),
    ],
)
def test_noted_answers_about_files_are_the_usual_ones(root: Path, path: str) -> None:
    workspace = open_workspace(root)
    usual = surroundings_of(workspace)
    noted = Notes(States(workspace)).surroundings(usual)
    assert (noted.exists(path), noted.contains(path)) == (usual.exists(path), usual.contains(path))
