"""Whatever is wrong: a Czech message with place and cure, and nothing else is lost."""

import errno
import html
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct, field

from command_line import Ran, run, run_process
from making import make_workspace

GOOD = "---\nnazev: Jiná porada\ndatum: 9. 4. 2026\n---\nVše v pořádku.\n"
HEADLINE = re.compile(
    r"^(\S+?)(?::(\d+):(\d+))?: (chyba|varování|tip) (Z\d{3}): (.+)$", re.MULTILINE
)


class Case(Struct, frozen=True, dict=True):
    """What is wrong in `x.md` (or other files): the code, „line:column“ and whether it is built."""

    name: str
    code: str
    place: str
    text: str | bytes = ""
    built: bool = False
    files: dict[str, str | bytes] = field(default_factory=dict)
    cure: bool = True

    @property
    def workspace(self) -> dict[str, str | bytes]:
        own: dict[str, str | bytes] = {"x.md": self.text} if self.text else {}
        return {"zapisy/dobry.md": GOOD, **own, **self.files}


def minutes(body: str, header: str = "") -> str:
    return f"---\nnazev: Porada\ndatum: 20. 3. 2026\n{header}---\n{body}\n"


TWO_NOVAKS = "pritomni: [Jan Novák, Petr Novák]\n"
ERRORS = [
    Case("Windows-1250", "Z101", "2:8", "---\nnazev: Řízení\n---\n".encode("cp1250")),
    Case("UTF-16", "Z101", "", "---\nnazev: Řízení\n---\n".encode("utf-16")),
    Case("unclosed front matter", "Z103", "3:1", "---\nnazev: Porada\n\nText.\n"),
    Case("colon in a value", "Z112", "2:14", "---\nnazev: Porada: rozpočet\n---\n"),
    Case("forbidden start", "Z113", "2:8", "---\nmisto: @online\n---\n"),
    Case("tab", "Z111", "3:1", "---\npritomni:\n\t- Jan Novák\n---\n"),
    Case("unclosed quote", "Z114", "2:8", '---\nnazev: "Porada\ndatum: 1. 1. 2026\n---\n'),
    Case("duplicate key", "Z116", "3:1", "---\nnazev: Porada\nnazev: Schůze\n---\n"),
    Case("anchor", "Z117", "2:8", "---\nnazev: &porada Porada\n---\n"),
    Case("near miss of a key", "Z201", "2:1", "---\npritomi: Jan Novák\n---\n"),
    Case("date that does not exist", "Z203", "2:8", "---\ndatum: 31. 11. 2026\n---\n"),
    Case("two who fit", "Z401", "6:15", minutes("- [ ] Zajistí @Novák do pátku", TWO_NOVAKS)),
    Case(
        "two meetings with one id",
        "Z211",
        "3:5",
        "---\nnazev: A\nid: porada-1\n---\n",
        files={"y.md": "---\nnazev: B\nid: porada-1\n---\n"},
    ),
    Case(
        "attachment outside",
        "Z215",
        "4:32",
        minutes("", "prilohy: {nazev: Plán, soubor: ../../plan.pdf}\n"),
    ),
    Case("20 MB", "Z102", "", b"---\nnazev: x\n---\n" + b"text " * 4_000_000),
    Case("empty file", "Z108", "", files={"x.md": b""}),
    Case("binary file", "Z107", "", b"%PDF-1.7\n\x00\x01\x02"),
]
WARNINGS = [
    Case("lost comment", "Z120", "2:15", "---\nnazev: Porada #3\n---\n", built=True),
    Case("wrong weekday", "Z204", "2:8", "---\ndatum: pondělí 20. 3. 2026\n---\n", built=True),
    Case("end before start", "Z205", "2:6", "---\ncas: 11:00–9:00\n---\n", built=True),
    Case(
        "present and excused",
        "Z209",
        "5:11",
        minutes("", "pritomni: Jan Novák\nomluveni: Jan Novák\n"),
        built=True,
    ),
    Case("@ alone", "Z403", "5:15", minutes("- [ ] Zajistí @ do pátku"), built=True),
    Case("31st of February", "Z404", "5:16", minutes("- [ ] Zajistit do 31. 2."), built=True),
    Case(
        "missing attachment",
        "Z214",
        "4:32",
        minutes("", "prilohy: {nazev: Plán, soubor: plan.pdf}\n"),
        built=True,
    ),
    Case("unclosed block", "Z301", "5:1", minutes("::: zaver\nSchváleno."), built=True),
    Case("unknown block", "Z302", "5:5", minutes("::: zavr\nSchváleno.\n:::"), built=True),
    Case(
        "item without record",
        "Z217",
        "4:21",
        minutes("# Rozpočet", "program: [Rozpočet, Různé]\n"),
        built=True,
    ),
    Case("control character", "Z106", "5:5", minutes("Text\x0b text"), built=True),
    Case("unmerged", "Z130", "6:1", minutes("Text.\n<<<<<<< a\nA\n=======\nB\n>>>>>>> b")),
    Case("unmerged header", "Z130", "1:1", f"<<<<<<< a\n{minutes('A')}\n=======\n>>>>>>> b\n"),
]


def headlines(ran: Ran) -> list[tuple[str, ...]]:
    return [found.groups(default="") for found in HEADLINE.finditer(ran.err)]


@pytest.mark.parametrize("case", [*ERRORS, *WARNINGS], ids=lambda case: case.name)
def test_is_reported_in_its_place_and_nothing_else_is_lost(case: Case, tmp_path: Path):
    make_workspace(tmp_path, case.workspace)
    ran = run(tmp_path, "build")
    own = [line for line in headlines(ran) if line[0] == "x.md" and line[4] == case.code]
    place = ":".join(filter(None, own[0][1:3])) if own else "not reported"
    built = {path.stem for path in (tmp_path / "vystup").rglob("*.html")}
    expected = (case.place, not case.built, {"dobry", *(["x"] if case.built else [])}, True)
    has_cure = "   oprava: " in ran.err
    assert (place, bool(ran.code), built, has_cure) == expected, ran.err


LEAVES = "---\nnazev: Porada\nprilohy: {nazev: Plán, soubor: plan.pdf}\n---\n"
TASK = "- [ ] Zajistit sál do 1. 5. 2026\n"


class Whole(Struct, frozen=True, dict=True):
    """What looks wrong and is not: a text that stands in the page, and codes that may be said."""

    name: str
    text: str
    stands: tuple[str, ...]
    codes: frozenset[str] = frozenset()


BUILT_WHOLE = [
    Whole(
        "two people in brackets",
        "---\npritomni: [doc. Olga Malá, Ph.D., Jan Novák]\n---\n",
        ("doc. Olga Malá, Ph.D.", "Jan Novák", "(2)"),
        frozenset({"Z210"}),
    ),
    Whole("reference number", "---\nČ. j.: MUHB/12/26\n---\n", ("Č. j.", "MUHB/12/26")),
    Whole(
        "open brackets", f"---\nnazev: Porada\n---\n{'[' * 10_000} konec\n", ("[" * 10_000, "konec")
    ),
    Whole(
        "quotes", f"---\nnazev: Porada\n---\n{'>' * 5_000} konec\n", ("konec",), frozenset({"Z314"})
    ),
]


@pytest.mark.parametrize("case", BUILT_WHOLE, ids=lambda case: case.name)
def test_what_only_looks_wrong_is_built_whole(case: Whole, tmp_path: Path):
    make_workspace(tmp_path, {"x.md": case.text})
    ran = run(tmp_path, "build", "x.md")
    page = html.unescape((tmp_path / "vystup/x.html").read_text(encoding="utf-8"))
    words = page.replace("\xa0", " ")
    said = {line[4] for line in headlines(ran)}
    missing = [text for text in case.stands if text not in words]
    assert (ran.code, said, missing) == (0, case.codes, [])


def test_an_attachment_behind_a_link_out_of_the_workspace_is_an_error(tmp_path: Path):
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-")
    root = make_workspace(tmp_path / "slozka", {"x.md": LEAVES, "dobry.md": GOOD})
    (root / "plan.pdf").symlink_to(tmp_path / "plan.pdf")
    ran = run(root, "build")
    assert [line[3:5] for line in headlines(ran)] == [("chyba", "Z215")]
    assert sorted(path.name for path in (root / "vystup").iterdir()) == ["dobry.docx", "dobry.html"]


def test_a_document_that_cannot_be_written_does_not_stop_the_others(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": minutes("Text."), "b.md": GOOD})
    (tmp_path / "vystup/a.docx").mkdir(parents=True)
    ran = run(tmp_path, "build")
    assert (ran.code, headlines(ran)[0][4]) == (1, "Z507")
    assert "na jeho místě je složka" in ran.err
    assert (tmp_path / "vystup/b.docx").is_file()
    assert ran.out.endswith("Nevytvořeno: a.md\n")


def test_a_locked_document_keeps_its_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make_workspace(tmp_path, {"a.md": minutes("Text.")})
    run(tmp_path, "build")
    before = (tmp_path / "vystup/a.html").read_bytes()
    make_workspace(tmp_path, {"a.md": minutes("Jiný text.")})

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(Path, "replace", refuse)
    ran = run(tmp_path, "build")
    files = sorted(path.name for path in (tmp_path / "vystup").iterdir())
    assert (ran.code, files) == (1, ["a.docx", "a.html"])
    assert (tmp_path / "vystup/a.html").read_bytes() == before
    assert re.search(
        r"Nevytvořeno: a\.md \(ve vystup zůstal starší dokument z \d+\. \d+\. \d{4}\)", ran.out
    )


def test_an_output_folder_that_is_a_file_is_said(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": minutes("Text."), "vystup": "nejsem složka"})
    ran = run(tmp_path, "build")
    assert (ran.code, headlines(ran)[0][4], "část cesty není složka" in ran.err) == (
        1,
        "Z507",
        True,
    )


CONFLICT = "# Úkoly\n\n<<<<<<< HEAD\n- [ ] #a/1 Jedno\n=======\n- [x] #a/1 Jedno\n>>>>>>> jina\n"


@pytest.mark.parametrize(
    ("tracker", "code"),
    [
        (CONFLICT, "Z505"),
        ("# Úkoly\n\n- [ ] #a/1\n  - 31. 2. 2026: splněno\n- [?] #nesmysl/x\n", "Z504"),
        ("# Úkoly\n\n- [ ] #a/1 Příliš žluťoučký\n".encode("cp1250"), "Z101"),
    ],
)
def test_a_tracker_that_cannot_be_read_stays_and_holds_back_only_what_needs_numbers(
    tmp_path: Path, tracker: str | bytes, code: str
):
    files = {"a.md": minutes(TASK), "b.md": GOOD, "ukoly.md": tracker}
    make_workspace(tmp_path, files)
    before = (tmp_path / "ukoly.md").read_bytes()
    ran = run(tmp_path, "build")
    assert {line[4] for line in headlines(ran) if line[3] == "chyba"} == {code}
    assert sorted(path.name for path in (tmp_path / "vystup").iterdir()) == ["b.docx", "b.html"]
    assert (ran.code, (tmp_path / "ukoly.md").read_bytes()) == (1, before)


def test_a_folder_in_place_of_the_tracker_is_said(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": minutes(TASK), "b.md": GOOD, "ukoly.md/x.txt": ""})
    ran = run(tmp_path, "build")
    assert [line[4:] for line in headlines(ran)] == [
        ("Z109", "soubor „ukoly.md“ nelze přečíst: je to složka, ne soubor")
    ]
    assert sorted(path.name for path in (tmp_path / "vystup").iterdir()) == ["b.docx", "b.html"]
    assert run(tmp_path, "ukoly").code == 1


def test_with_a_broken_settings_file_nothing_is_written(tmp_path: Path):
    settings = "serie:\n  bc:\n    nazev: Skupina: první\n    zkratka: BC\n"
    text = minutes(TASK, "serie: bc\n")
    make_workspace(tmp_path, {"zapis.yaml": settings, "a.md": text, "b.md": minutes("\v")})
    ran = run(tmp_path, "build")
    assert [line[0] for line in headlines(ran)] == ["zapis.yaml", "b.md"]
    assert (ran.code, ran.out.splitlines()[-1]) == (
        1,
        "Nevytvořeno: nic, dokud je chyba v zapis.yaml",
    )
    assert [path.name for path in tmp_path.iterdir() if path.name not in {"a.md", "b.md"}] == [
        "zapis.yaml"
    ]


def test_with_a_broken_settings_file_tasks_are_listed_as_they_were(tmp_path: Path):
    text = minutes(TASK, "serie: bc\n")
    make_workspace(tmp_path, {"zapis.yaml": "serie: {bc: {zkratka: BC}}\n", "a.md": text})
    run(tmp_path, "build")
    before = run(tmp_path, "ukoly").out
    make_workspace(tmp_path, {"zapis.yaml": "serie: {bc: {zkratka: BC}\n"})
    ran = run(tmp_path, "ukoly")
    assert (ran.code, ran.out) == (1, before)
    assert "BC-2026-03-20/1" in before


UNREADABLE: list[tuple[str, Callable[[Path], None], str]] = [
    ("vanished", lambda path: path.symlink_to("neni.md"), "soubor neexistuje"),
    ("in a circle", lambda path: path.symlink_to(path.name), "odkaz na soubor vede v kruhu"),
    ("pipe", os.mkfifo, "není to obyčejný soubor"),
]


@pytest.mark.parametrize(
    ("make", "reason"), [case[1:] for case in UNREADABLE], ids=[case[0] for case in UNREADABLE]
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    tmp_path: Path, make: Callable[[Path], None], reason: str
):
    make_workspace(tmp_path, {"dobry.md": GOOD})
    make(tmp_path / "x.md")
    ran = run(tmp_path, "build")
    assert [line[4:] for line in headlines(ran)] == [
        ("Z109", f"soubor „x.md“ nelze přečíst: {reason}")
    ]
    assert (ran.code, (tmp_path / "vystup/dobry.html").is_file()) == (1, True)


def test_a_file_without_the_right_to_read_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    make_workspace(tmp_path, {"dobry.md": GOOD, "x.md": GOOD})
    usual = Path.open

    def refuse(self: Path, mode: str = "r", *others: object, **named: object) -> object:
        if self.name == "x.md":
            raise PermissionError(errno.EACCES, "")
        return usual(self, mode, *others, **named)

    monkeypatch.setattr(Path, "open", refuse)
    ran = run(tmp_path, "build")
    assert [line[4] for line in headlines(ran)] == ["Z109"]
    assert (ran.code, (tmp_path / "vystup/dobry.html").is_file()) == (1, True)


def test_a_folder_named_like_minutes_is_walked(tmp_path: Path):
    make_workspace(tmp_path, {"x.md/dobry.md": GOOD})
    ran = run(tmp_path, "build")
    assert (ran.code, (tmp_path / "vystup/x.md/dobry.html").is_file()) == (0, True)


@pytest.mark.parametrize("name", [b"a\nb.md", b"a\xff.md", b"\x1b[31m.md"])
def test_a_name_that_cannot_stand_in_text_is_an_error(tmp_path: Path, name: bytes):
    make_workspace(tmp_path, {"dobry.md": GOOD})
    (tmp_path / os.fsdecode(name)).write_text(minutes(TASK), encoding="utf-8")
    ran = run_process(tmp_path, "build")
    assert (ran.code, "chyba Z109: název souboru" in ran.err, "\x1b" in ran.err) == (1, True, False)
    assert (tmp_path / "vystup/dobry.html").is_file()


@pytest.mark.parametrize("command", ["build", "kontrola"])
def test_a_folder_without_minutes_is_said(tmp_path: Path, command: str):
    make_workspace(tmp_path, {"README.md": "# Nejsem zápis\n"})
    ran = run(tmp_path, command)
    assert (ran.code, ran.err.splitlines()[0]) == (0, "Ve složce „.“ není žádný zápis.")


def test_all_problems_of_a_file_are_said_at_once(tmp_path: Path):
    header = "---\npritomi: Jan Novák\ndatum: 31. 11. 2026\ncas: 11:00–9:00\n---\n"
    make_workspace(tmp_path, {"x.md": f"{header}::: zavr\n- [ ] Zajistí @ do 31. 2.\n"})
    said = {found[5] for found in HEADLINE.finditer(run(tmp_path, "kontrola").out)}
    assert said >= {"Z201", "Z203", "Z205", "Z301", "Z302", "Z403", "Z404"}
