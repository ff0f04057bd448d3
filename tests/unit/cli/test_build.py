import os
import re
from pathlib import Path

import pytest

from command_line import Ran, run
from making import make_workspace

MEETING = "---\nnazev: Porada\ndatum: 9. 4. 2026\n---\n- [ ] Objednat sál (do 10. 4. 2026)\n"
WRONG = "---\nnazev: Porada: rozpočet\n---\n"


def files(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file()
    )


def test_the_summary_is_as_the_language_draws_it(tmp_path: Path):
    """Section 10: files, then counts, then tasks; nothing on stderr where nothing is wrong."""
    body = "".join(f"- [ ] Úkol číslo {n} (do {n}. 4. 2026)\n" for n in (9, 10, 11))
    text = MEETING.partition("- [")[0]
    make_workspace(tmp_path, {"zapisy/2026-03-20-bc.md": text + body, "README.md": "# Čtěte\n"})
    first = run(tmp_path, "build", "--ke-dni", "9. 4. 2026")
    assert first.out == (
        "Zapsáno  vystup/zapisy/2026-03-20-bc.docx\n"
        "         vystup/zapisy/2026-03-20-bc.html\n"
        "1 zápis, 2 dokumenty, 3 tipy (vypíše je zapis kontrola) · úkoly: 3 nové; otevřeno 3\n"
    )
    ticked = (tmp_path / "ukoly.md").read_text(encoding="utf-8").replace("[ ]", "[x]", 1)
    (tmp_path / "ukoly.md").write_text(ticked, encoding="utf-8")
    second = run(tmp_path, "build", "--ke-dni", "12. 4. 2026")
    assert second.out == (
        "1 zápis, 2 dokumenty, 3 tipy (vypíše je zapis kontrola)"
        " · úkoly: 1 splněný; otevřeno 2, po termínu 2\n"
    )
    assert (first.err, second.err) == ("", "")


def test_what_was_not_made_is_named_with_what_stayed(tmp_path: Path):
    make_workspace(tmp_path, {"zapisy/2026-04-13-porada.md": MEETING})
    run(tmp_path, "build")
    for name in ("html", "docx"):
        os.utime(tmp_path / f"vystup/zapisy/2026-04-13-porada.{name}", (1775736000, 1775736000))
    make_workspace(tmp_path, {"zapisy/2026-04-13-porada.md": WRONG})
    ran = run(tmp_path, "build")
    assert ran.err == (
        "zapisy/2026-04-13-porada.md:2:14: chyba Z112: "
        "dvojtečka uvnitř hodnoty „Porada: rozpočet“\n"
        "    2 | nazev: Porada: rozpočet\n"
        "      |              ^\n"
        '   oprava: nazev: "Porada: rozpočet"\n'
    )
    assert ran.code == 1
    assert ran.out == (
        "0 zápisů, 0 dokumentů, 1 chyba · úkoly: otevřeno 1, po termínu 1\n"
        "Nevytvořeno: zapisy/2026-04-13-porada.md "
        "(ve vystup zůstal starší dokument z 9. 4. 2026)\n"
    )


def test_of_a_large_build_only_the_counts_are_printed(tmp_path: Path):
    make_workspace(tmp_path, {f"{n}.md": f"---\nnazev: Porada {n}\n---\n" for n in range(7)})
    short, long = run(tmp_path, "build"), run(tmp_path, "build", "-v")
    assert short.out == "7 zápisů, 14 dokumentů · úkoly: otevřeno 0\n"
    assert len(long.out.splitlines()) == 15


@pytest.mark.parametrize(
    ("arguments", "tips", "lines"),
    [
        ((), 0, 3),
        (("a.md",), 1, 3),
        (("-v",), 1, 3),
        (("-q",), 0, 0),
        (("-q", "a.md"), 0, 0),
        (("-q", "-v"), 1, 0),
    ],
)
def test_how_much_is_printed(tmp_path: Path, arguments: tuple[str, ...], tips: int, lines: int):
    """Tips of a single file or on demand; with -q only errors and warnings."""
    make_workspace(tmp_path, {"a.md": MEETING})
    ran = run(tmp_path, "build", *arguments)
    assert (ran.err.count(": tip Z"), len(ran.out.splitlines())) == (tips, lines)


def test_a_single_file_without_a_workspace_has_its_results_beside_it(tmp_path: Path):
    (tmp_path / "a.md").write_text(MEETING, encoding="utf-8")
    (tmp_path / "b.md").write_text(MEETING, encoding="utf-8")
    ran = run(tmp_path, "build", "a.md")
    assert (ran.code, files(tmp_path)) == (0, ["a.docx", "a.html", "a.md", "b.md"])
    assert ran.out.splitlines()[-1] == "1 zápis, 2 dokumenty"


def test_a_single_file_that_fails_says_what_stayed_beside_it(tmp_path: Path):
    (tmp_path / "a.md").write_text(MEETING, encoding="utf-8")
    run(tmp_path, "build", "a.md")
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    ran = run(tmp_path, "build", "a.md")
    assert re.search(r"Nevytvořeno: a\.md \(vedle něj zůstal starší dokument z .+\)\n$", ran.out)


def test_a_folder_without_settings_is_a_workspace_when_named(tmp_path: Path):
    (tmp_path / "w").mkdir()
    (tmp_path / "w/a.md").write_text(MEETING, encoding="utf-8")
    assert run(tmp_path, "build", "w").code == 0
    made = [name for name in files(tmp_path / "w") if not name.startswith(".zapis")]
    assert made == ["a.md", "ukoly.md", "vystup/a.docx", "vystup/a.html"]


@pytest.mark.parametrize("absolute", [True, False])
def test_the_output_may_be_anywhere(tmp_path: Path, absolute: bool):  # noqa: FBT001
    root = make_workspace(tmp_path / "w", {"pod/a.md": MEETING})
    output = tmp_path / "jinam"
    ran = run(root, "build", "--vystup", str(output) if absolute else "../jinam")
    assert (ran.code, files(output)) == (0, ["pod/a.docx", "pod/a.html"])
    assert f"Zapsáno  {output}/pod/a.docx\n" in ran.out


def test_the_output_is_relative_to_where_the_user_stands(tmp_path: Path):
    make_workspace(tmp_path / "w", {"a.md": MEETING})
    run(tmp_path, "build", "w", "--vystup", "sem")
    assert files(tmp_path / "sem") == ["a.docx", "a.html"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--format", "html"), ["a.html"]),
        (("--format", "docx"), ["a.docx"]),
        (("--format", "html", "--format", "docx"), ["a.docx", "a.html"]),
    ],
)
def test_formats(tmp_path: Path, arguments: tuple[str, ...], expected: list[str]):
    make_workspace(tmp_path, {"a.md": MEETING})
    run(tmp_path, "build", *arguments)
    assert files(tmp_path / "vystup") == expected


@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("--prisne",), 1), (("--přísně",), 1)])
def test_strictly_a_warning_fails(tmp_path: Path, arguments: tuple[str, ...], code: int):
    make_workspace(tmp_path, {"a.md": MEETING.replace("9. 4.", "pondělí 9. 4.")})
    ran = run(tmp_path, "build", *arguments)
    assert (ran.code, (tmp_path / "vystup/a.html").exists()) == (code, not code)


def test_folders_and_files_may_be_named_together_from_anywhere(tmp_path: Path):
    text = {f"{name}.md": MEETING.replace("Porada", name) for name in ("x/a", "x/b", "y/c", "y/d")}
    make_workspace(tmp_path / "w", {**text})
    ran = run(tmp_path, "build", "w/x", "w/y/d.md")
    made = {path.stem for path in (tmp_path / "w/vystup").rglob("*.html")}
    assert (ran.code, made) == (0, {"a", "b", "d"})


def test_two_workspaces_at_once(tmp_path: Path):
    for name in ("jedna", "dve"):
        make_workspace(tmp_path / name, {"a.md": MEETING})
    make_workspace(tmp_path / "dve", {"b.md": WRONG})
    ran = run(tmp_path, "build", "jedna", "dve")
    made = [(tmp_path / name / "vystup/a.html").is_file() for name in ("jedna", "dve")]
    assert (ran.code, made) == (1, [True, True])


def test_named_files_that_are_no_minutes_are_errors(tmp_path: Path):
    make_workspace(tmp_path, {"README.md": "# Čtěte\n", "a.md": MEETING})
    ran = run(tmp_path, "build", "README.md")
    assert (ran.code, "chyba Z104" in ran.err) == (1, True)


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ((), "Mezi zadanými cestami není žádný zápis."),
        (("--vystup", "jinam"), "Mezi zadanými cestami není žádný zápis."),
    ],
)
def test_a_folder_without_minutes_is_said(tmp_path: Path, extra: tuple[str, ...], expected: str):
    make_workspace(tmp_path, {"a.md": MEETING, "prazdna/x.txt": ""})
    ran = run(tmp_path, "build", "prazdna", *extra)
    assert (ran.code, ran.out, ran.err.splitlines()[:1]) == (0, "", [expected])


def coloured(ran: Ran) -> tuple[bool, bool]:
    return "\x1b[" in ran.out, "\x1b[" in ran.err


@pytest.mark.parametrize(
    ("arguments", "env", "expected"),
    [
        ((), {}, False),
        (("--barvy", "vzdy"), {}, True),
        (("--barvy", "vzdy"), {"NO_COLOR": "1"}, True),
        (("--barvy", "nikdy"), {}, False),
    ],
)
def test_colours(tmp_path: Path, arguments: tuple[str, ...], env: dict[str, str], expected: bool):  # noqa: FBT001
    make_workspace(tmp_path, {"a.md": WRONG})
    assert coloured(run(tmp_path, "build", *arguments, env=env)) == (False, expected)


def test_the_reasons_are_told_on_demand(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING, "b.md": "---\nnazev: Jiná\n---\nText.\n"})
    first = run(tmp_path, "build", "--duvody").out.splitlines()
    make_workspace(tmp_path, {"b.md": "---\nnazev: Jiná\n---\nJiný text.\n"})
    (tmp_path / "a.md").rename(tmp_path / "c.md")
    second = run(tmp_path, "build", "--důvody").out.splitlines()
    third = run(tmp_path, "build", "--duvody").out.splitlines()
    gone = "(zápis byl smazán, přejmenován nebo vyřazen ze zdrojů)"
    assert (first[:3], second[:5], third[0]) == (
        ["Vytvořeno: a.md (nový zápis)", "Vytvořeno: b.md (nový zápis)", "Beze změny: 0 zápisů"],
        [
            "Vytvořeno: b.md (změnil se zápis)",
            "Vytvořeno: c.md (nový zápis)",
            f"Smazáno: a.docx {gone}",
            f"Smazáno: a.html {gone}",
            "Beze změny: 0 zápisů",
        ],
        "Beze změny: 2 zápisy",
    )


def test_what_was_removed_is_listed(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING, "b.md": "---\nnazev: Jiná\n---\nText.\n"})
    run(tmp_path, "build")
    (tmp_path / "b.md").unlink()
    assert run(tmp_path, "build").out.splitlines()[:2] == [
        "Smazáno  vystup/b.docx",
        "         vystup/b.html",
    ]


@pytest.mark.parametrize(
    ("number", "code"), [("1", 0), ("2", 0), ("auto", 0), ("0", 2), ("-1", 2), ("moc", 2)]
)
def test_the_number_of_processes(tmp_path: Path, number: str, code: int):
    make_workspace(tmp_path, {"a.md": MEETING, "b.md": MEETING.replace("9. 4.", "8. 4.")})
    ran = run(tmp_path, "build", "-j", number)
    assert (ran.code, "není počet procesů" in ran.err) == (code, code == 2)


def test_warnings_of_minutes_that_did_not_change_are_only_counted(tmp_path: Path):
    text = MEETING.replace("9. 4. 2026\n", "pondělí 9. 4. 2026\n", 1)
    make_workspace(tmp_path, {"a.md": text})
    first, second = run(tmp_path, "build"), run(tmp_path, "build")
    strict = run(tmp_path, "build", "--prisne")
    assert (bool(first.err), second.err, strict.code, bool(strict.err)) == (True, "", 1, True)
    assert "1 varování v nezměněných zápisech, 1 tip (vypíše je zapis kontrola)" in second.out
