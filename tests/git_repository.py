"""A real git repository in tests, with zapis as its merge driver."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

from command_line import environment

DRIVER = "-m zapis ukoly sloucit %O %A %B --cesta %P --delka %L"


def git_environment() -> dict[str, str]:
    """Of what the tester has set for git nothing counts."""
    kept = {name: value for name, value in environment().items() if not name.startswith("GIT_")}
    names = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Eva"), ("EMAIL", "e@example.cz"), ("DATE", "1776038400 +0"))
    }
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**kept, **names, **quiet, "LC_ALL": "C"}


class Answer(Struct, frozen=True):
    """What git said and its exit code."""

    code: int
    out: str
    err: str


class Repository:
    """A repository in a folder; `git` runs a command there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = git_environment()
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "hlavni")

    def git(self, *arguments: str, given: bytes = b"") -> Answer:
        """What git does with these arguments."""
        done = subprocess.run(  # noqa: S603 - git, with arguments of the tests
            ["git", *arguments],  # noqa: S607 - that of the machine
            cwd=self.root,
            env=self.environment,
            input=given,
            capture_output=True,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def use_zapis(self, attributes: Path | None = None) -> None:
        """Set the merge driver up, with the Python that runs the tests."""
        path = attributes or self.root / ".gitattributes"
        path.parent.mkdir(exist_ok=True)
        path.write_text("ukoly.md merge=zapis\n", encoding="utf-8")
        python = shlex.quote(Path(sys.executable).as_posix())
        self.git("config", "merge.zapis.driver", f"{python} {DRIVER}")

    def commit(self, branch: str, text: str, path: str = "ukoly.md") -> None:
        """The file on a branch, which is made where it is not there yet."""
        if self.git("checkout", "-q", branch).code:
            self.git("checkout", "-q", "-b", branch)
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "zmena")

    def merge(self, ours: str, theirs: str) -> Answer:
        """One branch merged into another."""
        self.git("checkout", "-q", ours)
        return self.git("merge", "-q", "--no-edit", theirs)

    def read(self, path: str = "ukoly.md") -> str:
        """The file as it stands, with its line ends."""
        return (self.root / path).read_bytes().decode()
