"""The key Tab behind `--kdo`, `--stav` and `--serie`."""

import subprocess
import sys
from pathlib import Path

import pytest

from command_line import environment
from making import make_workspace

SETTINGS = """\
organizace: Město
serie:
  # stálé
  rada:
    nazev: Rada města
    zkratka: RM
  komise-mladeze:
    nazev: Komise

osoby:
  - jmeno: Jiná Osoba
"""
TRACKER = """\
# Úkoly

## Rada města

- [ ] #RM-2026-03-01/1 Napsat na info@example.cz @Petr Cháb
  - zápis [1. 3. 2026](a.md): otevřeno, @Petr Cháb, @Jana Žáková, do 1. 5. 2026
  - 2. 3. 2026: @odbor kultury
  - zápis [3. 3. 2026](b.md): splněno
"""


def offered(root: Path, *words: str) -> list[str]:
    asked = {"COMP_WORDS": f"zapis ukoly {' '.join(words)}", "COMP_CWORD": str(len(words) + 1)}
    done = subprocess.run(
        [sys.executable, "-m", "zapis"],
        env=environment({**asked, "_ZAPIS_COMPLETE": "bash_complete"}),
        cwd=root,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return [line.partition(",")[2] for line in done.stdout.decode().splitlines() if line]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--stav", "spl"), ["splněno"]),
        (("--stav", "Rozp"), ["rozpracováno"]),
        (("--serie", "k"), ["komise-mladeze"]),
        (("--serie", "n"), []),
        (("--kdo", "zak"), ["Žáková"]),
        (("--kdo", "CHÁ"), ["Cháb"]),
        (("--kdo", "ex"), []),
        (("souhrn", "--kdo", "kul"), ["kultury"]),
    ],
)
def test_values_of_filters_are_offered(tmp_path: Path, words: tuple[str, ...], expected: list[str]):
    make_workspace(tmp_path, {"zapis.yaml": SETTINGS, "ukoly.md": TRACKER})
    assert offered(tmp_path, *words) == expected


@pytest.mark.parametrize("option", ["--kdo", "--serie"])
def test_where_there_is_nothing_to_offer_tab_is_silent(tmp_path: Path, option: str):
    (tmp_path / "zapis.yaml").write_bytes(b"\xff\xfe")
    assert offered(tmp_path, option, "a") == []
