"""Other programs: found, or installed from the registries of Debian and of Python."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from bench.measuring import Command, run
from bench.table import Missing

# Names of commands; Python's own hugo is a wrapper around the program, which is what we want.
_DEBIAN: Mapping[str, str] = MappingProxyType(
    {"pandoc": "pandoc", "task": "taskwarrior", "rg": "ripgrep", "git": "git"}
)
_PYTHON: Mapping[str, str] = MappingProxyType(
    {
        "hugo": "hugo",
        "mkdocs": "mkdocs",
        "pelican": "pelican",
        "todo": "todoman",
        "pandoc": "pypandoc_binary",
    }
)
_INSIDE: Mapping[str, str] = MappingProxyType(
    {"hugo": "hugo/binaries/hugo", "pandoc": "pypandoc/files/pandoc"}
)
_VERSIONS: Mapping[str, tuple[str, ...]] = MappingProxyType({"hugo": ("version",)})
_NUMBER = re.compile(r"\d+(?:\.\d+)+")
NAMES = tuple(dict.fromkeys((*_DEBIAN, *_PYTHON)))


def find_program(name: str, environment: Path) -> Path | Missing:
    """The program; installed by Debian's packages or into a virtual environment if need be."""
    for find in (_on_path, _from_debian, _from_python):
        found = find(name, environment)
        if found is not None:
            return found
    packages = [registry[name] for registry in (_DEBIAN, _PYTHON) if name in registry]
    return Missing(f"balíček {' ani '.join(packages)} nelze nainstalovat")


def version_of(name: str, program: Path) -> str:
    """What a program says of its version, in one word."""
    words = _VERSIONS.get(name, ("--version",))
    said = run(Command(name, (program, *words))).decode(errors="replace")
    found = _NUMBER.search(said)
    return found[0] if found else ""


def _on_path(name: str, _environment: Path) -> Path | None:
    found = shutil.which(name) if name in _DEBIAN else None
    return Path(found) if found else None


def _from_debian(name: str, environment: Path) -> Path | None:
    if name not in _DEBIAN or shutil.which("apt-get") is None or os.geteuid() != 0:
        return None
    with suppress(subprocess.CalledProcessError):
        run(Command("apt-get update", ("apt-get", "update", "-qq")))
        install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", _DEBIAN[name])
        run(Command("apt-get install", install, {"DEBIAN_FRONTEND": "noninteractive"}))
    return _on_path(name, environment)


def _from_python(name: str, environment: Path) -> Path | None:
    if name not in _PYTHON:
        return None
    if (found := _in_environment(name, environment)) is not None:
        return found
    with suppress(subprocess.CalledProcessError):
        if not (environment / "bin").exists():
            run(Command("venv", (sys.executable, "-m", "venv", environment)))
        run(Command("pip", (environment / "bin" / "pip", "install", "-q", _PYTHON[name])))
    return _in_environment(name, environment)


def _in_environment(name: str, environment: Path) -> Path | None:
    if name in _INSIDE:
        return next(environment.glob(f"lib/*/site-packages/{_INSIDE[name]}*"), None)
    program = environment / "bin" / name
    return program if program.exists() else None
