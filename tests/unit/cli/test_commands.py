"""`zapis kontrola`, `zapis ukoly`, `zapis vysvetlit`: what they print and leave alone."""

import json
from pathlib import Path

import pytest

from command_line import run
from examples import contents
from making import make_workspace
from zapis.codes import CODES
from zapis.czech.plurals import count

MEETING = (
    "---\nnazev: Porada\ndatum: 9. 4. 2026\nid: P-1\npritomni: [Eva Malá]\n---\n"
    "- [ ] Objednat sál pro jednání s občany a s obchodníky z centra @Eva Malá do 10. 4. 2026\n"
    "- [x] Hotovo @Eva Malá do 9. 4. 2026\n- [/] Bez termínu\n"
)
WRONG = "---\nnazev: Porada: rozpočet\n---\n"
WARNED = "---\ndatum: pondělí 9. 4. 2026\n---\n"


def test_checking_lists_everything_on_stdout_and_counts(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING, "b.md": WRONG})
    ran = run(tmp_path, "kontrola")
    assert (ran.code, ran.err, ran.out.splitlines()[-1]) == (1, "", "1 chyba, 0 varování, 2 tipy.")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md", "zapis.yaml"]


def test_checking_what_is_right_says_so(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": "---\nnazev: Porada\n---\n"})
    assert run(tmp_path, "kontrola").out == "Bez chyb, varování i tipů.\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--prisne",), 1),
        (("a.md",), 0),
        (("a.md", "--prisne"), 1),
        (("--format", "json"), 0),
    ],
)
def test_warnings_fail_strictly_only(tmp_path: Path, arguments: tuple[str, ...], code: int):
    make_workspace(tmp_path, {"a.md": WARNED})
    assert run(tmp_path, "kontrola", *arguments).code == code


def test_json_goes_to_programs_with_shown_paths(tmp_path: Path):
    make_workspace(tmp_path / "w", {"b.md": WRONG})
    ran = run(tmp_path, "kontrola", "w", "--format", "json")
    items = json.loads(ran.out)["diagnostics"]
    assert [(item["file"], item["line"], item["column"]) for item in items] == [("w/b.md", 2, 14)]


def test_github_gets_its_commands(tmp_path: Path):
    make_workspace(tmp_path, {"b.md": WRONG})
    ran = run(tmp_path, "kontrola", "--format", "github")
    assert ran.out.startswith("::error file=b.md,line=2,col=14,title=Z112 ")


def test_only_asked_for_files_are_checked(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": WARNED, "b.md": WRONG})
    ran = run(tmp_path, "kontrola", "a.md")
    assert ("Z204" in ran.out, "Z112" in ran.out) == (True, False)


def test_open_tasks_are_listed_without_writing_anything(tmp_path: Path):
    make_workspace(tmp_path, {"zapis.yaml": "organizace: Město Lhota\n", "a.md": MEETING})
    ran = run(tmp_path, "ukoly")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].split() == [
        "Otevřené",
        "úkoly",
        "–",
        "Město",
        "Lhota",
        "pondělí",
        "13.",
        "4.",
        "2026",
    ]
    assert ("Hotovo" in ran.out, "[nové]" in ran.out, "[rozpracováno]" in ran.out) == (
        False,
        True,
        True,
    )
    assert sorted(contents(tmp_path)) == ["a.md", "zapis.yaml"]


@pytest.mark.parametrize("columns", [40, 80, 132])
def test_the_list_fits_the_terminal(tmp_path: Path, columns: int):
    make_workspace(tmp_path, {"zapis.yaml": "organizace: Město Lhota\n", "a.md": MEETING})
    out = run(tmp_path, "ukoly", env={"COLUMNS": str(columns)}).out
    assert max(len(line) for line in out.splitlines()) < columns
    assert out.split().count("občany") == 1


@pytest.mark.parametrize(
    ("arguments", "env", "expected"),
    [
        ((), {}, False),
        (("--barvy", "vzdy"), {"NO_COLOR": "1"}, True),
        (("--barvy=nikdy",), {}, False),
    ],
)
def test_colours_of_the_list(
    tmp_path: Path,
    arguments: tuple[str, ...],
    env: dict[str, str],
    expected: bool,  # noqa: FBT001
):
    make_workspace(tmp_path, {"a.md": MEETING})
    assert ("\x1b[" in run(tmp_path, "ukoly", *arguments, env=env).out) is expected


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        ("10. 4. 2026", "DO TÝDNE (1)"),
        ("2026-04-11", "PO TERMÍNU (1)"),
        ("1.4.2026", "POZDĚJI (1)"),
    ],
)
def test_the_day_may_be_given(tmp_path: Path, day: str, heading: str):
    make_workspace(tmp_path, {"a.md": MEETING})
    assert heading in run(tmp_path, "ukoly", "--ke-dni", day).out


def test_minutes_that_cannot_be_read_may_hide_tasks(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING, "b.md": WRONG})
    ran = run(tmp_path, "ukoly")
    assert (ran.code, "chyba Z112" in ran.err, "Objednat" in ran.out) == (1, True, True)


@pytest.mark.parametrize("code", ["Z112", "z112", "112", " Z112"])
def test_a_code_is_explained_however_written(tmp_path: Path, code: str):
    ran = run(tmp_path, "vysvetlit", code)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "# Z112: dvojtečka uvnitř hodnoty")


def test_all_codes_are_listed(tmp_path: Path):
    lines = run(tmp_path, "vysvetlit").out.splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)
    assert count(5, "kód", "kódy", "kódů") == "5 kódů"
