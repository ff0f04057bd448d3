"""What the preview knows is what a build would say, after whatever happens to the files."""

import datetime as dt
import os
from pathlib import Path

import pytest

from examples import copy_examples
from making import TODAY, build_workspace, make_workspace
from zapis.engine.preview.knowledge import Knowledge, open_knowledge
from zapis.engine.preview.making import Page
from zapis.engine.preview.stamps import PATIENCE
from zapis.engine.templates.loading import TemplateReader
from zapis.workspace import open_workspace

HEADER = "---\nserie: porada\ndatum: 16. 3. 2026\npritomni: Jan Malý\n---\n"
SERIES = "serie:\n  porada:\n    nazev: Porada vedení\n    zkratka: P\n"
TASKS = "- [ ] Sepsat smlouvu @Malý do 31. 3. 2026\n- [ ] Zjistit cenu @Malý do 31. 3. 2026\n"


class Clock:
    """A clock that goes only when told."""

    now = 0.0


def knowledge_of(root: Path, *named: str) -> Knowledge:
    known = open_knowledge(open_workspace(root), frozenset(named), lambda: TODAY)
    settle(known)
    return known


def settle(known: Knowledge, seconds: float = 0.0, open_pages: tuple[str, ...] = ()) -> None:
    """Look, read and judge until nothing is left to do; the clock goes on so much before."""
    Clock.now += seconds
    known.look(Clock.now, open_pages)
    known.read_urgent()
    while known.read_waiting():
        pass
    if known.is_stale:
        known.judge()


def codes_of(page: Page | None) -> list[str]:
    assert page is not None
    return [item.code.id for report in page.reports for item in report.diagnostics]


def text_of(page: Page | None) -> str:
    return (page.document or b"").decode() if page else ""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_workspace(
        tmp_path,
        {
            "zapis.yaml": SERIES,
            "2026-03-16-porada.md": f"{HEADER}# Různé\n\n{TASKS}",
            "2026-03-23-porada.md": HEADER.replace("16.", "23.") + "# Různé\n\nKlid.\n",
        },
    )


def test_documents_are_those_of_a_build(tmp_path: Path):
    root = copy_examples(tmp_path / "priklady")
    result = build_workspace(root)
    known = knowledge_of(root)
    built = {path.relative_to(root / "vystup"): path for path in result.unchanged + result.written}
    pages = {path: known.page(path) for path in known.library.kept}
    shown = {path: page.document for path, page in pages.items() if page and page.document}
    stems = {str(path.with_suffix("")).removesuffix("-uplne"): built[path] for path in built}
    # Links lead from where a document stands, and pages stand where the minutes do.
    expected = {f"{stem}.md" for stem in stems if stem != "ukoly"}
    without_links = [path for path, data in shown.items() if b'href="' not in data]
    assert shown.keys() == expected
    assert [path for path in without_links if shown[path] != _html(stems[path[:-3]])] == []


def _html(path: Path) -> bytes:
    return path.with_suffix(".html").read_bytes()


def test_numbers_are_those_of_the_tracker(root: Path):
    build_workspace(root)
    source = root / "2026-03-16-porada.md"
    source.write_text(f"{HEADER}# Různé\n\n- [ ] Koupit papír @Malý\n{TASKS}", encoding="utf-8")
    known = knowledge_of(root)
    before = (root / "ukoly.md").read_bytes()
    numbers = [task.number for task in _tasks(known, source.name)]
    build_workspace(root)
    assert (numbers, _html(root / "vystup" / source.name)) == (
        [3, 1, 2],
        text_of(known.page(source.name)).encode(),
    )
    assert before != (root / "ukoly.md").read_bytes()


def _tasks(known: Knowledge, path: str) -> list[object]:
    from zapis.tasks.meetings import apply_slice  # noqa: PLC0415 - only here

    meeting = known.library.reader.meeting(known.library.kept[path])
    assert meeting is not None
    assert known.judgement is not None
    return list(apply_slice(meeting, known.judgement.slices[path]).tasks)


@pytest.mark.parametrize(
    "body",
    [
        f"# Různé\n\n{TASKS}- [ ] Koupit papír @Malý\n",
        f"# Různé\n\n- [ ] Koupit papír @Malý\n{TASKS}",
        "# Různé\n\n- [ ] Sepsat dlouhou smlouvu @Malý\n",
        "# Různé\n\nNic.\n",
    ],
)
def test_what_is_foreseen_comes_true(root: Path, body: str):
    build_workspace(root)
    known = knowledge_of(root)
    source = root / "2026-03-16-porada.md"
    source.write_text(HEADER + body, encoding="utf-8")
    known.look(Clock.now, ())
    known.read_urgent()
    foreseen = text_of(known.page(source.name))
    known.judge()
    assert (foreseen != "", foreseen) == (True, text_of(known.page(source.name)))


def test_after_a_build_the_tracker_is_not_read_whole(root: Path):
    """Nor is anything written: everything looks as before."""
    build_workspace(root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    known = knowledge_of(root)
    pages = [known.page(path) for path in sorted(known.library.sources)]
    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    are_made = all(page is not None and page.document for page in pages)
    assert (known.stored, are_made, after == before) == (None, True, True)


def test_a_page_is_there_before_the_others_have_been_read(root: Path):
    build_workspace(root)
    known = open_knowledge(open_workspace(root), frozenset(), lambda: TODAY)
    known.look(0, ())
    early = text_of(known.page("2026-03-16-porada.md"))
    progress = known.progress()
    settle(known)
    assert (early, progress.done, progress.is_complete) == (
        text_of(known.page("2026-03-16-porada.md")),
        1,
        False,
    )


def test_a_task_of_minutes_not_read_yet_is_nobodys_fault(root: Path):
    source = root / "2026-03-23-porada.md"
    source.write_text(
        HEADER.replace("16.", "23.") + "- [x] #P-2026-03-16/1 hotovo\n", encoding="utf-8"
    )
    known = open_knowledge(open_workspace(root), frozenset(), lambda: TODAY)
    known.look(0, ())
    early = known.page(source.name)
    settle(known)
    late = known.page(source.name)
    assert (early and early.document is not None, "Sepsat smlouvu" in text_of(late)) == (True, True)


def test_a_broken_file_shows_what_is_wrong_and_recovers(root: Path):
    known = knowledge_of(root)
    source = root / "2026-03-16-porada.md"
    source.write_text(HEADER.replace("16. 3.", "31. 2."), encoding="utf-8")
    settle(known)
    broken = known.page(source.name)
    source.write_text(f"{HEADER}Dobrý den.\n", encoding="utf-8")
    settle(known)
    assert (codes_of(broken), broken and broken.document) == (["Z203"], None)
    assert "Dobrý den." in text_of(known.page(source.name))


def test_broken_settings_leave_documents_as_they_were(root: Path):
    known = knowledge_of(root)
    before = text_of(known.page("2026-03-16-porada.md"))
    (root / "zapis.yaml").write_text("serie: [\n", encoding="utf-8")
    settle(known)
    page = known.page("2026-03-16-porada.md")
    assert (text_of(page), codes_of(page) != []) == (before, True)
    (root / "zapis.yaml").write_text(SERIES.replace("vedení", "rady"), encoding="utf-8")
    settle(known)
    after = known.page("2026-03-16-porada.md")
    assert (codes_of(after), "rady" in text_of(after)) == ([], True)


def test_settings_that_were_broken_from_the_start_still_show_documents(tmp_path: Path):
    root = make_workspace(
        tmp_path, {"zapis.yaml": "x: [\n", "a.md": "---\ndatum: 1. 3. 2026\n---\nAhoj.\n"}
    )
    page = knowledge_of(root).page("a.md")
    assert ("Ahoj." in text_of(page), codes_of(page) != []) == (True, True)


def test_a_template_that_breaks_and_is_mended(root: Path):
    known = knowledge_of(root)
    template = make_workspace(root, {"sablony/zapis.html": "{{ nazef }}"}) / "sablony/zapis.html"
    settle(known)
    broken = known.page("2026-03-16-porada.md")
    template.write_text(
        '{% extends "zapis.html" %}{% block zaznam %}Naše.{% endblock %}', encoding="utf-8"
    )
    settle(known)
    assert (broken and broken.document, "Z603" in codes_of(broken)) == (None, True)
    assert "Naše." in text_of(known.page("2026-03-16-porada.md"))


def test_a_picture_that_appears_is_shown(root: Path):
    picture = (Path(__file__).parents[4] / "priklady" / "loga" / "lhota.png").read_bytes()
    source = make_workspace(root, {"a.md": "---\ndatum: 1. 3. 2026\n---\n![Znak](foto/znak.png)\n"})
    known = knowledge_of(source)
    before = codes_of(known.page("a.md"))
    make_workspace(root, {"foto/znak.png": picture})
    settle(known)
    after = known.page("a.md")
    assert (before, codes_of(after), "data:image/png" in text_of(after)) == (["Z312"], [], True)


def test_deleted_minutes_are_forgotten_after_a_while(root: Path):
    known = knowledge_of(root)
    (root / "2026-03-16-porada.md").unlink()
    settle(known)
    held = known.page("2026-03-16-porada.md")
    settle(known, PATIENCE)
    assert (text_of(held) != "", known.page("2026-03-16-porada.md")) == (True, None)


def test_new_minutes_are_found_in_a_new_folder(root: Path):
    known = knowledge_of(root)
    make_workspace(root, {"nove/a.md": "---\ndatum: 1. 3. 2026\n---\nAhoj.\n"})
    settle(known)
    assert "Ahoj." in text_of(known.page("nove/a.md"))


def test_renamed_minutes_are_followed_without_a_false_copy(root: Path):
    known = knowledge_of(root)
    (root / "2026-03-16-porada.md").rename(root / "porada.md")
    settle(known)
    assert (known.library.moved, codes_of(known.page("porada.md"))) == (
        {"2026-03-16-porada.md": "porada.md"},
        [],
    )


def test_a_copy_is_told_at_once_and_no_more_when_it_is_gone(root: Path):
    known = knowledge_of(root)
    text = (root / "2026-03-16-porada.md").read_text(encoding="utf-8")
    make_workspace(root, {"porada (kopie).md": text})
    settle(known)
    copied = codes_of(known.page("porada (kopie).md"))
    (root / "porada (kopie).md").write_text(text.replace("16. 3.", "17. 3."), encoding="utf-8")
    settle(known)
    assert (copied, codes_of(known.page("porada (kopie).md"))) == (["Z211"], [])


def test_a_file_emptied_before_it_is_written_stays_as_it_was(root: Path):
    known = knowledge_of(root)
    source = root / "2026-03-16-porada.md"
    before = text_of(known.page(source.name))
    source.write_bytes(b"")
    settle(known)
    between = text_of(known.page(source.name))
    source.write_text(f"{HEADER}Dobrý den.\n", encoding="utf-8")
    settle(known)
    assert (between, "Dobrý den." in text_of(known.page(source.name))) == (before, True)


def test_a_file_emptied_while_it_is_read_stays_as_it_was(root: Path):
    known = knowledge_of(root)
    source = root / "2026-03-16-porada.md"
    before = text_of(known.page(source.name))
    source.write_text(f"{HEADER}Dobrý den.\n", encoding="utf-8")
    known.look(Clock.now, ())
    source.write_bytes(b"")
    known.read_urgent()
    between = text_of(known.page(source.name))
    source.write_text(f"{HEADER}Na shledanou.\n", encoding="utf-8")
    settle(known)
    assert (between, "Na shledanou." in text_of(known.page(source.name))) == (before, True)


def test_text_of_equal_length_written_in_the_same_moment_is_seen(root: Path):
    known = knowledge_of(root)
    source = root / "2026-03-16-porada.md"
    source.write_text(f"{HEADER}Dobré ráno.\n", encoding="utf-8")
    settle(known)
    status = source.stat()
    before = known.library.memory.known[source.name]
    source.write_text(f"{HEADER}Dobrý večer\n"[: len(f"{HEADER}Dobré ráno.\n")], encoding="utf-8")
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns))
    # As if the clock of the file system had not gone on between the two.
    now = source.stat()
    known.library.memory.known[source.name] = before._replace(
        changed=now.st_ctime_ns, size=now.st_size, young=True
    )
    settled = known.library.memory.known[source.name]._replace(young=False)
    assert settled.young is False
    changes = known.library.memory.compare({source.name: settled}, Clock.now)
    assert (changes.settled, known.library._is_rewritten(source.name)) == ({source.name}, True)  # noqa: SLF001 - what a look does with it


def test_nothing_is_written(root: Path):
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    known = knowledge_of(root)
    known.page("2026-03-16-porada.md")
    known.overview()
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_a_fault_in_one_file_leaves_the_others(root: Path, monkeypatch: pytest.MonkeyPatch):
    from zapis.engine.preview import sources  # noqa: PLC0415 - only here

    read_file = sources.read_file

    def fail(workspace: object, path: str, *rest: object, **more: object) -> object:
        if path.startswith("2026-03-16"):
            raise RecursionError("hluboko")
        return read_file(workspace, path, *rest, **more)

    monkeypatch.setattr(sources, "read_file", fail)
    known = knowledge_of(root)
    pages = [known.page(path) for path in ("2026-03-16-porada.md", "2026-03-23-porada.md")]
    assert [(codes_of(page), text_of(page) != "") for page in pages] == [
        (["Z901"], False),
        ([], True),
    ]


def test_the_list_is_by_series_and_date_with_what_is_wrong(root: Path):
    make_workspace(
        root,
        {
            "a.md": "---\nnazev: Schůzka\ndatum: 31. 2. 2026\n---\n",
            "b.md": "---\nnazev: Setkání\ndatum: 1. 2. 2026\n---\n![x](x.png)\n",
            "c.md": "Poznámky, ne zápis.\n",
        },
    )
    groups = knowledge_of(root).overview().groups
    shown = {
        name: [(row.title, row.date, row.errors, row.warnings) for row in rows]
        for name, rows in groups.items()
    }
    assert shown == {
        "Porada vedení": [
            ("Porada vedení", dt.date(2026, 3, 23), 0, 0),
            ("Porada vedení", dt.date(2026, 3, 16), 0, 0),
        ],
        "": [("Schůzka", None, 1, 0), ("Setkání", dt.date(2026, 2, 1), 0, 1)],
    }


def test_a_file_outside_any_workspace_is_shown_alone(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": f"---\ndatum: 1. 3. 2026\n---\n{TASKS}", "b.md": "x"})
    (tmp_path / "zapis.yaml").unlink()
    workspace = open_workspace(tmp_path, single=True)
    known = open_knowledge(workspace, frozenset({"a.md"}), lambda: TODAY)
    settle(known)
    assert (set(known.library.kept), "Sepsat smlouvu" in text_of(known.page("a.md"))) == (
        {"a.md"},
        True,
    )


def test_templates_are_read_again_only_when_they_change(root: Path):
    known = knowledge_of(root)
    first: TemplateReader = known.templates
    (root / "2026-03-16-porada.md").write_text(f"{HEADER}Ahoj.\n", encoding="utf-8")
    settle(known)
    assert known.templates is first
