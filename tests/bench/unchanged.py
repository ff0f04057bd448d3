"""An archive in which nothing has changed, or a single meeting."""

import itertools
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.commands import PYTHON_PASS, build_command
from bench.corpus import minutes_in
from bench.measuring import Command, run
from bench.race import Pair, race
from bench.setting import Setting
from bench.sites import hugo_command
from bench.table import Missing, Row, at_least, at_most, of_meetings

# Files younger than that are read again, by zapis as by git.
_YOUNG = 2.1
_TASK = re.compile(r"^- \[ \] \S+", re.MULTILINE)


def rows(setting: Setting) -> Iterator[Row]:
    """The rows of the table of speeds that are about building once more."""
    count = setting.sizes.large
    root = setting.built(count)
    nothing, git = build_command(root), _git_status(setting, root)
    _settle(root)
    name = f"nic se nezměnilo, {of_meetings(count)}"
    pairs = (
        Pair(f"{name} : `python -c pass`", nothing, PYTHON_PASS, at_most(12), at_most(8)),
        Pair(f"{name} : `git status`", nothing, git, at_most(8), at_most(5)),
    )
    yield from race(pairs, setting.times)
    hugo = hugo_command(setting, count)
    pair = Pair(f"Hugo : zapis, {name}", hugo, nothing, at_least(40), at_least(80))
    yield from race((pair,), setting.times)
    settled = build_command(root, prepare=lambda: _settle(root))
    changed = build_command(root, prepare=_changing(root))
    name = f"změněno jedno jednání s úkolem, {of_meetings(count)} : nic se nezměnilo"
    yield from race((Pair(name, changed, settled, at_most(4), at_most(2.5)),), setting.times)


def _settle(root: Path) -> None:
    """Everything built, and no file so young that it would be read again."""
    time.sleep(_YOUNG)
    run(build_command(root))


def _changing(root: Path) -> Callable[[], None]:
    """Puts other words into a task of a meeting, each time it is called."""
    path = next(path for path in minutes_in(root) if _TASK.search(path.read_text(encoding="utf-8")))
    words = itertools.cycle(("- [ ] doplnit", "- [ ] ověřit"))

    def change() -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(_TASK.sub(next(words), text, count=1), encoding="utf-8")

    return change


def _git_status(setting: Setting, root: Path) -> Command | Missing:
    """Git in the same folder: the sources are in the repository, what zapis makes is ignored."""
    git = setting.git()
    if isinstance(git, Missing):
        return git
    if not (root / ".git").exists():
        (root / ".gitignore").write_text("/vystup/\n/.zapis/\n", encoding="utf-8")
        who = ("-c", "user.name=zapis", "-c", "user.email=zapis@example.org")
        for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "zápisy")):
            run(Command("git", (git, "-C", root, *words)))
    return Command("git status", (git, "-C", root, "status"))
