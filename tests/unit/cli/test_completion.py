"""Completion scripts are what their shells understand, and complete commands and options."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import environment, run
from zapis.cli.app import COMMANDS

# A machine without a shell needs no completion for it; where zapis is checked all three are.
INSTALLED = [shell for shell in ("bash", "zsh", "fish") if shutil.which(shell)]


def test_bash_is_always_tried():
    assert "bash" in INSTALLED


@pytest.mark.parametrize("shell", INSTALLED)
def test_the_script_is_valid(shell: str, tmp_path: Path):
    script = run(tmp_path, "doplnovani", shell)
    file = tmp_path / "skript"
    file.write_text(script.out, encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - the shell parses only
        [str(shutil.which(shell)), "-n", str(file)], capture_output=True, check=False
    )
    assert (script.code, done.returncode, done.stderr) == (0, 0, b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_calls_zapis(shell: str, tmp_path: Path):
    script = run(tmp_path, "doplnovani", shell)
    assert (script.code, f"_ZAPIS_COMPLETE={shell}_complete" in script.out) == (0, True)


def complete(words: str, kind: str = "bash") -> list[str]:
    """The offers for the last of the words, as the script of bash asks for them."""
    count = len(words.split()) - (0 if words.endswith(" ") else 1)
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(count)}
    done = subprocess.run(
        [sys.executable, "-m", "zapis"],
        env=environment({**asked, "_ZAPIS_COMPLETE": f"{kind}_complete"}),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().splitlines()


def names(offers: list[str]) -> list[str]:
    return [offer.partition(",")[2] for offer in offers]


def test_commands_are_offered():
    assert sorted(names(complete("zapis "))) == sorted(COMMANDS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("zapis uk", ["ukoly"]),
        ("zapis build --pri", ["--prisne"]),
        ("zapis build --format ", ["docx", "html", "pdf"]),
        ("zapis ukoly --ba", ["--barvy"]),
        ("zapis doplnovani z", ["zsh"]),
    ],
)
def test_options_and_their_values_are_offered(words: str, expected: list[str]):
    assert sorted(names(complete(words))) == expected


def test_options_come_with_czech_help():
    assert "Varování platí jako chyby." in "\n".join(complete("zapis build --pr", "zsh"))
