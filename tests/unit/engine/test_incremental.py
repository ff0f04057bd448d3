"""What a second build makes, leaves, removes and protects."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from boards import FILES, FIRST, OTHER, SECOND, SETTINGS
from making import TODAY, build_workspace, make_workspace
from zapis.engine import ending, reading, survey
from zapis.engine.build import BuildRequest, BuildResult, build
from zapis.engine.index import stamps
from zapis.engine.index.opening import open_known_workspace
from zapis.engine.index.store import NAME, change
from zapis.engine.outputs import aside
from zapis.engine.plan import Before, output_key, recall
from zapis.engine.request import FORMAT_NAMES
from zapis.engine.tracker.changing import ChangeRequest, change_tasks
from zapis.engine.untouched import recall_untouched_build
from zapis.model.tasks import TaskStatus
from zapis.render.formats import FORMATS
from zapis.tasks.changes import Wanted
from zapis.workspace import open_workspace

PLAIN = "---\nnazev: Porada\ndatum: 9. 4. 2026\n---\nText.\n"
SLICE = "změnily se úkoly: jejich čísla, nebo úkoly z dřívějška, které zápis projednává"
WRONG = "---\nnazev: Porada: rozpočet\n---\n"


def build_with(root: Path, **changes: object) -> BuildResult:
    return build(open_known_workspace(root), replace(BuildRequest(TODAY), **changes))  # type: ignore[arg-type]  # fields by name


def picture(width: int) -> bytes:
    """The start of a PNG of this width."""
    size = width.to_bytes(4) + (40).to_bytes(4)
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + size + b"\x08\x06\x00\x00\x00"


def outputs(root: Path) -> list[str]:
    output = root / "vystup"
    return sorted(p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file())


def reasons(result: BuildResult) -> list[tuple[str, ...]]:
    return [(item.path, *item.causes) for item in result.reasons]


def said(result: BuildResult) -> list[tuple[str, str]]:
    return [(r.source.path, item.code.id) for r in result.reports for item in r.diagnostics]


TEMPLATE = '{% extends "zapis.html" %}{% block zaznam %}{% include "cast.html" %}{% endblock %}'
WITH_TEMPLATE = FIRST.replace("serie", "sablona: nase\nserie")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"a.md": f"{FIRST}Víc.\n"}, [("a.md", "změnil se zápis")]),
        ({"c.md": OTHER}, [("c.md", "nový zápis")]),
        (
            {"zapis.yaml": SETTINGS.replace("Rada města", "Rada obce")},
            [
                ("a.md", "změnila se série rada v zapis.yaml"),
                ("b.md", "změnila se série rada v zapis.yaml"),
            ],
        ),
        ({"zapis.yaml": SETTINGS.replace("osoby", "  vybor: {nazev: Výbor}\nosoby")}, []),
        (
            {"zapis.yaml": SETTINGS.replace("Město", "Obec")},
            [
                ("a.md", "změnila se organizace v zapis.yaml"),
                ("b.md", "změnila se organizace v zapis.yaml"),
            ],
        ),
        (
            {"zapis.yaml": SETTINGS.replace("Eva", "Iva")},
            [
                ("a.md", "změnily se osoby v zapis.yaml"),
                ("b.md", SLICE, "změnily se osoby v zapis.yaml"),
            ],
        ),
        (
            {"zapis.yaml": f"{SETTINGS}\npodpisy: []\n"},
            [
                ("a.md", "změnily se štítky, části, podpisy nebo druhy v zapis.yaml"),
                ("b.md", "změnily se štítky, části, podpisy nebo druhy v zapis.yaml"),
            ],
        ),
        ({"sablony/cast.html": "<p>Jinak</p>"}, [("s.md", "změnila se šablona sablony/cast.html")]),
        ({"sablony/jina.html": TEMPLATE}, []),
        ({"mapa.png": picture(60)}, [("o.md", "změnil se obrázek mapa.png")]),
        (
            {"a.md": FIRST.replace("Objednat sál", "Objednat velký sál")},
            [
                ("a.md", "změnil se zápis"),
            ],
        ),
        (
            {"a.md": FIRST.replace("Koupit židle", "Koupit nové židle")},
            [
                ("a.md", "změnil se zápis"),
                ("b.md", SLICE),
            ],
        ),
    ],
)
def test_what_is_made_again_and_why(
    tmp_path: Path, changed: dict[str, str | bytes], expected: list[tuple[str, ...]]
):
    more = {
        "s.md": WITH_TEMPLATE.replace("20. 3.", "1. 3."),
        "sablony/nase.html": TEMPLATE,
        "sablony/cast.html": "<p>Takto</p>",
        "o.md": f"{PLAIN}\n![Mapa](mapa.png)\n",
        "mapa.png": picture(50),
    }
    make_workspace(tmp_path, {**FILES, **more})
    build_workspace(tmp_path)
    make_workspace(tmp_path, changed)
    # Series and persons reach the others, too; here only some are looked at.
    shown = {path for path, *_ in expected} | {"c.md"}
    found = [item for item in reasons(build_with(tmp_path)) if not expected or item[0] in shown]
    assert found == expected


def test_the_next_meeting_changes_the_tracker_and_not_an_issued_document(tmp_path: Path):
    make_workspace(tmp_path, {"zapis.yaml": SETTINGS, "a.md": FIRST})
    build_workspace(tmp_path)
    make_workspace(tmp_path, {"b.md": SECOND})
    assert {path.stem for path in build_with(tmp_path).written} == {"b"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.html", [("a.md", "chybí soubor a.html")]), ("jiny.html", [])],
)
def test_a_document_that_is_missing_is_made_again(
    tmp_path: Path, name: str, expected: list[tuple[str, ...]]
):
    make_workspace(tmp_path, {"a.md": PLAIN, "vystup/jiny.html": "cizí"})
    build_workspace(tmp_path)
    (tmp_path / "vystup" / name).unlink()
    assert (reasons(build_with(tmp_path)), "a.html" in outputs(tmp_path)) == (expected, True)


def test_everything_is_made_again_on_demand_and_nothing_is_written_that_is_equal(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": PLAIN})
    build_workspace(tmp_path)
    result = build_with(tmp_path, again=True)
    assert (reasons(result), result.written) == ([("a.md", "volba --znovu")], ())


@pytest.mark.parametrize(
    ("changes", "text", "codes"),
    [({}, "moje", ["Z516"]), ({"overwrite": True}, "Víc", []), ({"again": True}, "moje", ["Z516"])],
)
def test_a_document_that_somebody_changed_is_never_overwritten(
    tmp_path: Path, changes: dict[str, object], text: str, codes: list[str]
):
    make_workspace(tmp_path, {"a.md": PLAIN})
    build_workspace(tmp_path)
    page = tmp_path / "vystup/a.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Text.", "moje"), encoding="utf-8")
    make_workspace(tmp_path, {"a.md": PLAIN.replace("Text.", "Víc.")})
    result = build_with(tmp_path, **changes)
    left = text in page.read_text(encoding="utf-8")
    assert (left, [code for _, code in said(result)]) == (True, codes)


def test_what_a_killed_build_has_written_is_no_work_of_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The index is written at the end, to which that build did not come."""

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    make_workspace(tmp_path, {"a.md": PLAIN})
    build_workspace(tmp_path)
    make_workspace(tmp_path, {"a.md": PLAIN.replace("Text.", "Víc.")})
    with monkeypatch.context() as patched:
        patched.setattr(ending, "remember_build", die)
        with pytest.raises(KeyboardInterrupt):
            build_with(tmp_path)
    make_workspace(tmp_path, {"a.md": PLAIN.replace("Text.", "Ještě víc.")})
    result = build_with(tmp_path)
    assert (said(result), len(result.written)) == ([], 2)


def test_it_is_said_until_it_is_settled(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": PLAIN})
    build_workspace(tmp_path)
    (tmp_path / "vystup/a.html").write_text("moje", encoding="utf-8")
    make_workspace(tmp_path, {"a.md": PLAIN.replace("Text.", "Víc.")})
    found = [said(build_with(tmp_path)), said(build_with(tmp_path))]
    assert found == [[("a.md", "Z516")]] * 2


@pytest.mark.parametrize("touch", [os.utime, lambda path: path.write_bytes(path.read_bytes())])
def test_a_document_with_another_time_only_is_no_work_of_anybody(tmp_path: Path, touch):  # noqa: ANN001
    make_workspace(tmp_path, {"a.md": PLAIN})
    build_workspace(tmp_path)
    touch(tmp_path / "vystup/a.html")
    make_workspace(tmp_path, {"a.md": PLAIN.replace("Text.", "Víc.")})
    assert len(build_with(tmp_path).written) == 2


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        (lambda root: (root / "pod/b.md").unlink(), ["a.docx", "a.html"]),
        (
            lambda root: (root / "pod/b.md").rename(root / "c.md"),
            ["a.docx", "a.html", "c.docx", "c.html"],
        ),
        (
            lambda root: make_workspace(root, {"zapis.yaml": "vynechat: [pod/**]\n"}),
            ["a.docx", "a.html"],
        ),
        (lambda root: make_workspace(root, {"pod/b.md": "# Nic\n"}), ["a.docx", "a.html"]),
        (
            lambda root: make_workspace(
                root, {"pod/b.md": PLAIN.replace("---\nT", "skryt: [Jan Novák]\n---\nT")}
            ),
            ["a.docx", "a.html", "pod/b-uplne.docx", "pod/b-uplne.html"],
        ),
        (
            lambda root: make_workspace(root, {"pod/b.md": WRONG}),
            ["a.docx", "a.html", "pod/b.docx", "pod/b.html"],
        ),
        (
            lambda root: make_workspace(root, {"zapis.yaml": "formaty: html\n"}),
            ["a.html", "pod/b.html"],
        ),
    ],
)
def test_documents_without_minutes_are_removed(tmp_path: Path, gone, left: list[str]):  # noqa: ANN001
    make_workspace(tmp_path, {"a.md": PLAIN, "pod/b.md": PLAIN.replace("9.", "8.")})
    build_workspace(tmp_path)
    gone(tmp_path)
    build_with(tmp_path)
    folders = sorted(path.name for path in (tmp_path / "vystup").iterdir() if path.is_dir())
    assert (outputs(tmp_path), folders) == (left, sorted({p[:3] for p in left if "/" in p}))


def test_one_that_somebody_changed_stays_until_it_may_go(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": PLAIN, "b.md": PLAIN.replace("9.", "8.")})
    build_workspace(tmp_path)
    (tmp_path / "vystup/b.html").write_text("moje", encoding="utf-8")
    (tmp_path / "b.md").unlink()
    found = [[code for _, code in said(build_with(tmp_path))] for _ in range(2)]
    kept = outputs(tmp_path)
    last = build_with(tmp_path, overwrite=True)
    assert (found, kept) == ([["Z516"], ["Z516"]], ["a.docx", "a.html", "b.html"])
    assert (outputs(tmp_path), said(last)) == (["a.docx", "a.html"], [])


def test_a_file_that_zapis_did_not_write_is_nobody_s_document(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": PLAIN, "vystup/b.html": "cizí"})
    build_workspace(tmp_path)
    build_with(tmp_path)
    assert outputs(tmp_path) == ["a.docx", "a.html", "b.html"]


def test_a_foreign_index_removes_nothing_outside_the_output(tmp_path: Path):
    """The cache may come with a folder from anywhere."""
    precious = tmp_path / "cenne.html"
    root = make_workspace(tmp_path / "w", {"a.md": PLAIN})
    precious.write_text("cenné", encoding="utf-8")
    build_workspace(root)
    stamp = stamps.stamp_of(precious)
    files = json.dumps({"html": [*stamp, "", 1]})
    row = ("vystup/", "x.md", "../../cenne", "html", "", files)
    insert = "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)"
    change(root / ".zapis", lambda index: index.execute(insert, row))
    build_with(root)
    assert precious.exists()


def test_builds_of_a_part_remove_nothing_else(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": PLAIN, "b.md": PLAIN.replace("9.", "8.")})
    build_workspace(tmp_path)
    (tmp_path / "b.md").unlink()
    build_with(tmp_path, paths=frozenset({"a.md"}), formats=("html",))
    assert outputs(tmp_path) == ["a.docx", "a.html", "b.docx", "b.html"]


def test_what_one_output_folder_holds_is_nothing_to_another(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": PLAIN})
    build_workspace(tmp_path)
    other = build_with(tmp_path, output=tmp_path / "jinam")
    assert (len(other.written), len(build_with(tmp_path).written)) == (2, 0)


@pytest.mark.parametrize("damage", ["missing", "damaged", "foreign", "folder"])
def test_an_index_of_no_use_is_made_anew(tmp_path: Path, damage: str):
    make_workspace(tmp_path, FILES)
    build_workspace(tmp_path)
    index = tmp_path / ".zapis" / NAME
    index.unlink()
    if damage == "damaged":
        index.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    elif damage == "foreign":
        with closing(sqlite3.connect(index)) as connection:
            connection.execute("CREATE TABLE about (name, value)")
    elif damage == "folder":
        index.mkdir()
    first, second = build_with(tmp_path), build_with(tmp_path)
    # Where nothing can be remembered everything is read, and said, again.
    assert (first.written, bool(said(second))) == ((), damage == "folder")


def test_without_a_place_to_lay_drafts_everything_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(aside, "make_cache_folder", fail)
    make_workspace(tmp_path, {f"{n}.md": f"---\nnazev: Porada {n}\n---\n" for n in range(70)})
    assert build_workspace(tmp_path).meetings == 70


def test_drafts_do_not_outlive_their_build(tmp_path: Path):
    files = {f"{n}.md": f"---\nnazev: Porada {n}\n---\n" for n in range(70)}
    make_workspace(
        tmp_path, {**files, ".zapis/navrhy-1-old/1.html": "", ".zapis/navrhy-2-new/x": ""}
    )
    os.utime(tmp_path / ".zapis/navrhy-1-old", (0, 0))
    build_workspace(tmp_path)
    left = [path.name for path in (tmp_path / ".zapis").iterdir() if path.is_dir()]
    assert (left, len(outputs(tmp_path))) == (["navrhy-2-new"], 140)


@pytest.mark.parametrize("processes", [1, 2])
def test_broken_minutes_are_reported_in_order_and_the_others_built(tmp_path: Path, processes: int):
    names = [f"{number:03}.md" for number in range(90)]
    texts = [WRONG if number % 9 == 4 else f"---\nnazev: P {number}\n---\n" for number in range(90)]
    make_workspace(tmp_path, dict(zip(names, texts, strict=True)))
    result = build_with(tmp_path, processes=processes)
    broken = names[4::9]
    assert (said(result), [item.path for item in result.skipped], result.meetings) == (
        [(name, "Z112") for name in broken],
        broken,
        80,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="procesy tu dostávají jen názvy funkcí")
def test_minutes_at_which_a_process_dies_cost_only_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    read = reading.read_in_steps

    def die(source, *arguments, **options):  # noqa: ANN001, ANN002, ANN003, ANN202
        if source.path == "3.md":
            os._exit(9)
        return read(source, *arguments, **options)

    make_workspace(tmp_path, {f"{n}.md": f"---\nnazev: Porada {n}\n---\n" for n in range(9)})
    monkeypatch.setattr(reading, "read_in_steps", die)
    result = build_with(tmp_path, processes=2)
    assert (said(result), result.meetings) == ([("3.md", "Z901")], 8)


def test_warnings_of_minutes_that_did_not_change_are_counted_and_not_repeated(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": PLAIN.replace("9. 4.", "pondělí 9. 4.")})
    first, second = build_workspace(tmp_path), build_with(tmp_path)
    strict = build_with(tmp_path, strict=True)
    counts = [(own.summary.warnings, own.summary.quiet_warnings) for own in (first, second, strict)]
    assert counts == [(1, 0), (0, 1), (1, 0)]


def settle(root: Path) -> None:
    """All files are old enough to be told by their times; two builds note how they look."""
    for path in (*root.rglob("*.md"), root / ".zapis/vety.json"):
        if path.exists():
            os.utime(path, (time.time() - 100, time.time() - 100))


def test_a_build_with_nothing_to_do_is_known_without_the_compiler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(stamps, "_YOUNG", 0)
    make_workspace(tmp_path, FILES)
    build_workspace(tmp_path)
    before = recall_untouched_build(open_known_workspace(tmp_path), BuildRequest(TODAY)).summary
    result = build_with(tmp_path)
    untouched = recall_untouched_build(open_known_workspace(tmp_path), BuildRequest(TODAY)).summary
    assert (before, untouched) == (None, result.summary)


@pytest.mark.parametrize(
    "edit",
    [
        lambda root: make_workspace(root, {"a.md": f"{FIRST}Víc.\n"}),
        lambda root: make_workspace(root, {"mapa.png": b"neco"}),
        lambda root: make_workspace(root, {"zapis.yaml": f"{SETTINGS}\n"}),
        lambda root: make_workspace(root, {"ukoly.md": "# Úkoly\n"}),
        lambda root: make_workspace(root, {"sablony/nase.html": TEMPLATE}),
        lambda root: (root / "vystup/a.html").unlink(),
        lambda root: shutil.rmtree(root / "vystup"),
        lambda root: (root / "b.md").unlink(),
        lambda root: (root / ".zapis" / NAME).unlink(),
    ],
)
def test_nothing_that_changes_is_overlooked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit):  # noqa: ANN001
    monkeypatch.setattr(stamps, "_YOUNG", 0)
    make_workspace(tmp_path, {**FILES, "o.md": f"{PLAIN}\n![Mapa](mapa.png)\n"})
    build_workspace(tmp_path)
    build_with(tmp_path)
    edit(tmp_path)
    found = recall_untouched_build(open_workspace(tmp_path), BuildRequest(TODAY)).summary
    assert found is None


def test_a_build_that_has_nothing_to_do_loads_neither_yaml_nor_the_compiler(tmp_path: Path):
    make_workspace(tmp_path, FILES)
    settle(tmp_path)
    script = (
        "import sys, time\n"
        "from zapis.engine.index import stamps\n"
        "stamps._YOUNG = 0\n"
        "from zapis.cli.app import cli\n"
        "try: cli(['build', '-q'])\n"
        "except SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} & "
        "{'yaml', 'markdown_it', 'jinja2', 'lxml', 'rich', 'multiprocessing'}))\n"
    )
    loaded = [
        subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(3)
    ]
    assert (len(loaded[0]) > 2, loaded[2]) == (True, [])


def test_the_names_of_formats_are_those_that_can_be_made():
    assert tuple(FORMATS) == FORMAT_NAMES


def test_a_format_that_was_asked_for_alone_hides_nothing_of_the_others(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": PLAIN, "sablony/zapis.html": '{% extends "zapis.html" %}'})
    build_with(tmp_path, formats=("docx",))
    result = build_with(tmp_path)
    assert (result.skipped, outputs(tmp_path)) == ((), ["a.docx", "a.html"])


def test_a_build_reads_nothing_of_sources_that_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    build_resting(tmp_path, monkeypatch)
    make_workspace(tmp_path, {"c.md": f"{PLAIN}Víc.\n"})
    before = recalled(tmp_path)
    assert (sorted(before.resting.quiet), sorted(before.documents)) == (["a.md", "b.md"], ["c.md"])


@pytest.mark.parametrize(
    "edit",
    [
        lambda root: make_workspace(root, {"zapis.yaml": f"{SETTINGS}\n"}),
        lambda root: make_workspace(root, {"mapa.png": b"neco"}),
        lambda root: make_workspace(root, {"sablony/nase.html": TEMPLATE}),
        lambda root: (root / "vystup/a.html").unlink(),
        lambda root: build_with(root, formats=("html",)),
        lambda root: build_with(root, paths=frozenset({"a.md"})),
    ],
)
def test_nothing_rests_where_something_beside_the_sources_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], object]
):
    build_resting(tmp_path, monkeypatch)
    edit(tmp_path)
    assert not recalled(tmp_path).resting.quiet


def test_a_command_wakes_whose_documents_take_something_else_from_the_tracker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    build_resting(tmp_path, monkeypatch)
    wanted = Wanted(status=TaskStatus.DONE)
    workspace = open_known_workspace(tmp_path)
    result = change_tasks(workspace, ChangeRequest(("R-2026-03-20/2",), wanted), TODAY)
    assert not result.failed
    assert sorted(recalled(tmp_path).resting.quiet) == ["c.md"]


def test_nothing_rests_in_an_index_that_another_has_changed_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    build_resting(tmp_path, monkeypatch)
    make_workspace(tmp_path, {"a.md": FIRST.replace("židle", "stoly")})
    usual = survey.wake

    def wake(*arguments: object) -> None:
        change(tmp_path / ".zapis", lambda index: index.execute("DELETE FROM documents"))
        usual(*arguments)

    monkeypatch.setattr(survey, "wake", wake)
    seen = recall_untouched_build(open_known_workspace(tmp_path), BuildRequest(TODAY))
    result = build(open_known_workspace(tmp_path), BuildRequest(TODAY), seen=seen)
    assert (result.meetings, result.summary.errors) == (3, 0)


def build_resting(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace in which all sources rest."""
    monkeypatch.setattr(stamps, "_YOUNG", 0)
    files = {**FILES, "c.md": f"{PLAIN}\n![Mapa](mapa.png)\n"}
    make_workspace(root, files)
    build_workspace(root)


def recalled(root: Path) -> Before:
    """What a build recalls after its first look."""
    workspace, request = open_known_workspace(root), BuildRequest(TODAY)
    seen = recall_untouched_build(workspace, request)
    return recall(workspace, output_key(workspace, workspace.output), seen)
