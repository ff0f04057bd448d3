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

from command_line import environment, run_process
from examples import contents
from making import make_workspace
from zapis.tasks.tracker_file import read_tracker

SMALL = 10
FULL = 500
MEETINGS = 20
TASKS = ("Objednat sál", "Pozvat hosty", "Opravit plot", "Vyúčtovat dotaci", "Vyvěsit záměr")


def faults(count: int, folder: Path, seed: int) -> list[str]:
    """What was torn by as many builds killed at random moments, or left otherwise than it was."""
    chance = random.Random(seed)  # noqa: S311 - the same moments every time
    root = folder / "w"
    write_sources(root, 0)
    started = time.monotonic()
    run_process(root, "build")
    whole = time.monotonic() - started
    found: list[str] = []
    for version in range(1, count + 1):
        write_sources(root, version)
        kill_a_build(root, chance.uniform(0.3, 1.0) * whole)
        found += [f"zabití {version}: {fault}" for fault in torn(root)]
    return found + unrepaired(root, folder / "nova", count)


def minutes(number: int, version: int) -> str:
    tasks = "".join(f"- [ ] {task} (do {1 + version % 28}. 6. 2026)\n" for task in TASKS)
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


def unrepaired(root: Path, fresh: Path, version: int) -> list[str]:
    """Files that a further build leaves otherwise than a build in a new folder makes them."""
    for leftover in root.rglob(".zapis-*.tmp"):
        os.utime(leftover, (0, 0))
    if run_process(root, "build").code:
        return ["závěrečný překlad skončil chybou"]
    write_sources(fresh, version)
    run_process(fresh, "build")
    ours, theirs = contents(root), contents(fresh)
    return sorted(
        f"jinak než v nové složce: {path}"
        for path in ours.keys() | theirs.keys()
        if ours.get(path) != theirs.get(path)
    )


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
