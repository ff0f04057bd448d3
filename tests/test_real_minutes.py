"""Nothing that real minutes say is lost: every sentence that must stand does, in every format.

The folder in ZAPIS_SKUTECNE_ZAPISY holds minutes, their zapis.yaml, and beside `x.md` the files
`x.must.txt` (lines that must all stand) and `x.must-varianty.txt` (one of each line).
"""

import datetime as dt
import html
import os
import re
import shutil
import unicodedata
import zipfile
from pathlib import Path

import pytest

from manual_console import PAGE
from zapis.codes import Severity
from zapis.engine.build import BuildRequest, BuildResult, build
from zapis.engine.lists.task_board import read_board
from zapis.model.tasks import TaskId
from zapis.report.task_list import ListStyle, format_task_list
from zapis.tasks.query import TaskRow, group_rows
from zapis.workspace import open_workspace

TODAY = dt.date(2026, 4, 13)

FOLDER = Path(os.environ["ZAPIS_SKUTECNE_ZAPISY"])
STEMS = sorted(path.stem for path in FOLDER.glob("*.md") if path.name != "ukoly.md")
CASES = [(stem, ending) for stem in STEMS for ending in ("html", "docx")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildResult]:
    root = tmp_path_factory.mktemp("zapisy") / "slozka"
    shutil.copytree(FOLDER, root)
    return root, build(open_workspace(root), BuildRequest(TODAY))


def text_of(path: Path) -> str:
    if path.suffix == ".html":
        body = re.sub(r"(?s)<style.*?</style>", "", path.read_text(encoding="utf-8"))
        return html.unescape(re.sub(r"<[^>]*>", "", body))
    with zipfile.ZipFile(path) as package:
        parts = [name for name in package.namelist() if re.match(r"word/[a-z]+\d*\.xml", name)]
        xml = " ".join(package.read(name).decode() for name in parts)
    return html.unescape(re.sub(r"<[^>]*>", "", xml))


def folded(text: str) -> str:
    """The text as it is compared: NFC, no white space, one kind of dash, quote, × and ellipsis."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[-‐‑–—−]", "-", text)
    text = re.sub(r"[„“”\"‚‘’']", '"', text)
    text = re.sub(r"(?<=\d)\s*[x*×]", "×", text)
    return re.sub(r"\s+", "", text.replace("…", "..."))


@pytest.mark.parametrize(("stem", "ending"), CASES)
def test_every_line_that_must_stand_does(
    built: tuple[Path, BuildResult], stem: str, ending: str
) -> None:
    root, _ = built
    text = folded(text_of(root / "vystup" / f"{stem}.{ending}"))
    lines = (FOLDER / f"{stem}.must.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if folded(line) not in text] == []


@pytest.mark.parametrize(("stem", "ending"), CASES)
def test_one_variant_of_each_line_stands(
    built: tuple[Path, BuildResult], stem: str, ending: str
) -> None:
    root, _ = built
    text = folded(text_of(root / "vystup" / f"{stem}.{ending}"))
    lines = (FOLDER / f"{stem}.must-varianty.txt").read_text(encoding="utf-8").splitlines()
    missing = [line for line in lines if not any(folded(v) in text for v in line.split("|"))]
    assert missing == []


def test_they_build_without_errors(built: tuple[Path, BuildResult]) -> None:
    _, result = built
    assert result.count(Severity.ERROR) == 0


def masked(text: str) -> str:
    """The text with other letters: real minutes are no part of the project."""
    return re.sub(r"[^\W\d_]", lambda found: "X" if found[0].isupper() else "x", text)


def masked_row(row: TaskRow) -> TaskRow:
    return row._replace(
        id=TaskId(masked(row.id.meeting), row.id.number),
        sentence=masked(row.sentence),
        assignees=tuple(map(masked, row.assignees)),
    )


def masked_list(root: Path, columns: int) -> str:
    rows = read_board(open_workspace(root), TODAY, only_open=True).rows
    tasks = group_rows(map(masked_row, rows))
    return format_task_list(tasks, TODAY, style=ListStyle(columns=columns))


def renewed_page(root: Path) -> str:
    """The manual page with the lists of today's zapis."""
    return re.sub(
        r"(?ms)(^<!-- skutečné: (\d+) -->\n```text\n).*?(?=^```$)",
        lambda found: f"{found[1]}{masked_list(root, int(found[2]))}\n",
        PAGE.read_text(encoding="utf-8"),
    )


def test_the_manual_shows_their_list_in_three_widths(built: tuple[Path, BuildResult]) -> None:
    root, _ = built
    page = PAGE.read_text(encoding="utf-8")
    assert (renewed_page(root), page.count("<!-- skutečné: ")) == (page, 3)
