"""The same input gives the same bytes: in any folder, locale, time zone, process and on any day."""

import shutil
import subprocess
from pathlib import Path

import pytest

from command_line import run_process
from examples import EXAMPLES, ROOT, contents, copy_examples

HERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "2"}
GIT = str(shutil.which("git"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples built once."""
    root = copy_examples(tmp_path_factory.mktemp("jedna") / "priklady")
    assert run_process(root, "build", env=HERE).code == 0
    return root


def test_two_builds_elsewhere_give_the_same_bytes(built: Path, tmp_path: Path):
    other = copy_examples(tmp_path / "úplně jiná složka" / "p")
    assert run_process(tmp_path, "build", str(other), env=THERE).code == 0
    first, second = contents(built), contents(other)
    different = [
        path for path in first.keys() | second.keys() if first.get(path) != second.get(path)
    ]
    assert different == []


def test_every_example_leaves_html_and_word(built: Path):
    stems = {path.stem for path in built.rglob("*.md") if path.name != "ukoly.md"}
    made = {
        ending: {
            path.stem.removesuffix("-uplne") for path in (built / "vystup").rglob(f"*.{ending}")
        }
        for ending in ("html", "docx")
    }
    assert made == {"html": stems, "docx": stems}


def test_documents_do_not_depend_on_the_day(built: Path, tmp_path: Path):
    other = copy_examples(tmp_path / "priklady")
    run_process(other, "build", env={**THERE, "SOURCE_DATE_EPOCH": "1893456000"})
    assert contents(other) == contents(built)


def test_the_committed_tracker_is_what_a_build_makes(built: Path):
    names = ("ukoly.md", "zapis.yaml")
    assert [(built / name).read_bytes() for name in names] == [
        (EXAMPLES / name).read_bytes() for name in names
    ]


def test_building_again_writes_nothing(built: Path):
    # The index may note that a file which was young has not changed.
    files = [path for path in built.rglob("*.*") if path.is_file() and path.suffix != ".sqlite"]
    before = {path: path.stat().st_mtime_ns for path in files}
    run_process(built, "build")
    after = {path: path.stat().st_mtime_ns for path in before}
    assert after == before


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - git with our own arguments
        [GIT, *arguments], cwd=folder, capture_output=True, check=True
    )
    return done.stdout.decode()


def test_building_the_examples_leaves_a_checkout_clean(tmp_path: Path):
    """What is neither ignored nor equal to what is committed would show in `git status`."""
    copy_examples(tmp_path / "priklady")
    shutil.copy(ROOT / ".gitignore", tmp_path)
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    identity = ("-c", "user.name=zapis", "-c", "user.email=zapis@example.cz")
    git(tmp_path, *identity, "commit", "-q", "-m", "příklady")
    run_process(tmp_path, "build", "priklady")
    assert git(tmp_path, "status", "--porcelain") == ""
