"""What a manual page shows of a terminal: commands with their output, run anew and compared.

`python tests/manual_console.py` writes the output of today's zapis into the page.
"""

import re
import shlex
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from command_line import run
from examples import ROOT, copy_examples

PAGE = ROOT / "dokumentace" / "ukoly.md"
_FENCE = re.compile(r"(?ms)^(?:<!-- sloupců: (\d+) -->\n\n?)?```console\n(.*?)^```$")
_OMITTED = "…"


class Console(Struct, frozen=True):
    """A terminal on the page: how wide it is, its commands and what it shows."""

    columns: int
    commands: tuple[str, ...]
    text: str


def consoles(page: str) -> list[Console]:
    """All terminals of a page, in order."""
    return [_console(found) for found in _FENCE.finditer(page)]


def _console(found: re.Match[str]) -> Console:
    lines = found[2].splitlines()
    commands = tuple(line[2:] for line in lines if line.startswith("$ "))
    return Console(int(found[1] or 80), commands, found[2])


def shown_by(console: Console) -> str:
    """What the commands print one after the other, in a fresh copy of the examples."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "priklady"
        copy_examples(root)
        return "".join(_run(root, command, console.columns) for command in console.commands)


def _run(root: Path, command: str, columns: int) -> str:
    program, *arguments = shlex.split(command)
    if program == "cat":
        return f"$ {command}\n" + (root / arguments[0]).read_text(encoding="utf-8-sig")
    assert program == "zapis", command
    ran = run(root, *arguments, env={"COLUMNS": str(columns)})
    return f"$ {command}\n{ran.err}{ran.out}"


def differences(console: Console) -> list[str]:
    """The pieces of the page that the commands did not print; „…“ stands for lines left out."""
    printed = shown_by(console)
    if f"\n{_OMITTED}\n" not in console.text:
        return [] if console.text == printed else [printed]
    pieces = re.split(rf"(?m)^{_OMITTED}\n", console.text)
    return [piece for piece in pieces if piece not in printed]


def renewed(page: str) -> str:
    """The page with today's output; a terminal that leaves lines out is left as it is."""

    def renew(found: re.Match[str]) -> str:
        console = _console(found)
        if f"\n{_OMITTED}\n" in console.text:
            return found[0]
        return found[0].replace(console.text, shown_by(console))

    return _FENCE.sub(renew, page)


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(renewed(text), encoding="utf-8")
    left = [line for item in consoles(renewed(text)) for line in differences(item)]
    sys.exit("\n".join(left))
