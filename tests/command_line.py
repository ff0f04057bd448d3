"""Running zapis in tests: inside this process, and as a real one."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from types import MappingProxyType

from click.testing import CliRunner
from msgspec import Struct

from zapis.cli.app import cli

TODAY = "13. 4. 2026"
EPOCH = "1776038400"
"""SOURCE_DATE_EPOCH of the same day."""


class Ran(Struct, frozen=True):
    """What a command left behind."""

    code: int
    out: str
    err: str


def run(folder: Path, *arguments: str, env: Mapping[str, str] = MappingProxyType({})) -> Ran:
    """A command run in a folder, inside this process; exceptions come through."""
    clean = {"ZAPIS_SLOZKA": None, "NO_COLOR": None, "SOURCE_DATE_EPOCH": EPOCH, **env}
    with chdir(folder):
        result = CliRunner().invoke(cli, arguments, env=clean, prog_name="zapis")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def run_process(
    folder: Path, *arguments: str, env: Mapping[str, str] = MappingProxyType({})
) -> Ran:
    """`python -m zapis` in a folder, with what it wrote decoded as UTF-8."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "zapis", *arguments],
        cwd=folder,
        env=environment(env),
        capture_output=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def environment(more: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """The environment of a process of zapis, without what the tester may have set."""
    unwanted = {"ZAPIS_SLOZKA", "NO_COLOR", "ZAPIS_LADENI", "PYTHONUTF8"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "SOURCE_DATE_EPOCH": EPOCH, **more}
