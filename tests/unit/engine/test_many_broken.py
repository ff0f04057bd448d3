"""Some broken files among many: the others are made, these are told in the order of paths."""

import re
from pathlib import Path

import pytest

from command_line import run_process
from making import make_workspace

MEETING = "---\nnazev: Porada {0}\ndatum: 9. 4. 2026\n---\n- [ ] Objednat sál {0}\n"
FAULTS: tuple[str | bytes, ...] = (
    MEETING.replace("Porada", "Schůze").encode("cp1250"),
    MEETING.replace("2026\n---\n", "2026\n"),
    MEETING.replace("Porada {0}", "Porada: rozpočet: ["),
    MEETING.replace("9. 4. 2026", "31. 2. 2026"),
    MEETING.replace("9. 4. 2026", "[1, 2]"),
    MEETING.replace("datum", "<<<<<<< HEAD\ncas: 9:00\n=======\ncas: 10:00\n>>>>>>> v\ndatum"),
    MEETING.encode("utf-16"),
    "",
    "odkaz",
    MEETING.replace("nazev", f"poznamka: {'x' * 5_000_000}\nnazev"),
)
MANY, STEP = 300, 30


@pytest.fixture
def broken(tmp_path: Path) -> list[str]:
    """A workspace of 300 files; the paths of the ten that are broken."""
    paths = [f"{number:03}.md" for number in range(MANY)]
    files: dict[str, str | bytes] = {
        path: MEETING.format(number) for number, path in enumerate(paths)
    }
    files |= zip(paths[::STEP], FAULTS, strict=True)
    make_workspace(tmp_path, {"zapis.yaml": "formaty: [html]\n", **files})
    link = tmp_path / paths[STEP * FAULTS.index("odkaz")]
    link.unlink()
    link.symlink_to("neni.md")
    return paths[::STEP]


def test_what_is_broken_keeps_nothing_else_from_being_made(tmp_path: Path, broken: list[str]):
    ran = [run_process(tmp_path, "build", "--znovu", "-j", number) for number in ("1", "2")]
    told = [re.findall(r"^(\S+\.md):\S* chyba ", own.err, re.MULTILINE) for own in ran]
    made = sorted(path.name for path in (tmp_path / "vystup").rglob("*.html"))
    found = [own.code for own in ran], [sorted({*own}) for own in told], len(made)
    assert found == ([1, 1], [broken] * 2, MANY - len(broken))
    assert (ran[0].err, told[0]) == (ran[1].err, sorted(told[0]))
