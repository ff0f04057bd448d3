"""A build that is killed leaves every file whole, and the next one repairs the rest."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from command_line import environment, run_process
from examples import contents
from making import make_workspace
from zapis.tasks.tracker_file import read_tracker

if sys.platform == "win32":  # no signal that cannot be refused
    pytest.skip("needs SIGKILL", allow_module_level=True)

SEED = 20260413
KILLS = 15
MEETINGS = 20
TASKS = ("Objednat sál", "Pozvat hosty", "Opravit plot", "Vyúčtovat dotaci", "Vyvěsit záměr")


def minutes(number: int, version: int) -> str:
    tasks = "".join(f"- [ ] {task} (do {1 + version}. 6. 2026)\n" for task in TASKS)
    header = f"---\nserie: r\nid: R-{number}\ndatum: {number}. 3. 2026\n---\n"
    return f"{header}# Bod první\n\nZnění {version}. {'Dlouhý text. ' * 50}\n\n{tasks}"


def write_sources(root: Path, version: int) -> None:
    names = {f"r/{number:02}.md": minutes(number, version) for number in range(1, MEETINGS + 1)}
    make_workspace(root, {"zapis.yaml": "serie: {r: {nazev: Rada, zkratka: R}}\n", **names})


def kill_a_build(root: Path, delay: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "zapis", "build", "-q"],
        cwd=root,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()


def torn(root: Path) -> list[str]:
    """Outputs that are not whole, and a tracker that cannot be read or lost a number."""
    return [
        *(path.name for path in (root / "vystup").rglob("*.html") if not _is_page(path)),
        *(path.name for path in (root / "vystup").rglob("*.docx") if not _is_word(path)),
        *_faults_of_tracker(root / "ukoly.md"),
    ]


def _is_page(path: Path) -> bool:
    return path.read_text(encoding="utf-8").rstrip().endswith("</html>")


def _is_word(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        return package.testzip() is None


def _faults_of_tracker(path: Path) -> list[str]:
    if not path.exists():
        return []
    outcome = read_tracker(path.name, path.read_text(encoding="utf-8"))
    ids = {str(block.id) for block in outcome.value.blocks}
    numbers = range(1, len(TASKS) + 1)
    wanted = {f"R-{meeting}/{task}" for meeting in range(1, MEETINGS + 1) for task in numbers}
    return [item.message for item in outcome.diagnostics] + sorted(ids ^ wanted)


def test_killed_builds_tear_nothing_and_the_next_repairs_the_rest(tmp_path: Path):
    chance = random.Random(SEED)  # noqa: S311 - the same moments every time
    root = tmp_path / "w"
    write_sources(root, 0)
    started = time.monotonic()
    run_process(root, "build")
    whole = time.monotonic() - started
    found: list[list[str]] = []
    for version in range(1, KILLS + 1):
        write_sources(root, version)
        kill_a_build(root, chance.uniform(0.3, 1.0) * whole)
        found.append(torn(root))
    assert found == [[]] * KILLS
    for leftover in root.rglob(".zapis-*.tmp"):
        os.utime(leftover, (0, 0))
    assert run_process(root, "build").code == 0
    fresh = tmp_path / "nova"
    write_sources(fresh, KILLS)
    run_process(fresh, "build")
    ours, theirs = contents(root), contents(fresh)
    assert [
        path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)
    ] == []
