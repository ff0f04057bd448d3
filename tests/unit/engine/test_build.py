import datetime as dt
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from making import TODAY, build_workspace, make_workspace
from zapis.codes import Severity
from zapis.engine.build import BuildRequest, BuildResult, Skipped, build, check
from zapis.workspace import open_workspace

GOOD = "---\nnazev: Porada\ndatum: 9. 4. 2026\n---\n- [ ] Objednat sál\n"
WARNED = "---\nnazev: Schůze\ndatum: pondělí 9. 4. 2026\n---\nText.\n"
WRONG = "---\nnazev: Porada: rozpočet\n---\n"


class Heard:
    """A progress that keeps what it hears."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def begin(self, stage: str, total: int):
        self.told.append(f"{stage}: {total}")

    def step(self, name: str):
        self.told.append(name)

    def end(self):
        self.told.append("konec")


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def build_with(root: Path, **changes: object) -> BuildResult:
    return build(open_workspace(root), replace(BuildRequest(TODAY), **changes))  # type: ignore[arg-type]  # fields by name


def said(result: BuildResult) -> list[tuple[str, str]]:
    return [(r.source.path, item.code.id) for r in result.reports for item in r.diagnostics]


def test_everything_is_made_once_and_then_left_as_it_is(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD, "2026/b.md": WARNED})
    first, second = build_workspace(tmp_path), build_workspace(tmp_path)
    made = ["b.docx", "b.html", "a.docx", "a.html"]
    seen = (names(first.written), names(second.written), names(second.unchanged), second.meetings)
    assert seen == (made, [], made, 2)


def test_a_changed_source_renews_its_own_documents_only(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD, "b.md": WARNED})
    build_workspace(tmp_path)
    make_workspace(tmp_path, {"b.md": f"{WARNED}Víc.\n"})
    assert names(build_workspace(tmp_path).written) == ["b.docx", "b.html"]


def test_a_source_with_an_error_is_skipped(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD, "b.md": WRONG})
    result = build_workspace(tmp_path)
    assert [(item.path, item.older) for item in result.skipped] == [("b.md", None)]
    assert (names(result.written), said(result)[-1]) == (["a.docx", "a.html"], ("b.md", "Z112"))


def test_the_newest_document_left_of_a_skipped_source_is_known(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD})
    build_workspace(tmp_path)
    make_workspace(tmp_path, {"a.md": WRONG})
    os.utime(tmp_path / "vystup/a.docx", (1_000_000_000, 1_000_000_000))
    result = build_workspace(tmp_path)
    assert [item.older for item in result.skipped] == [tmp_path / "vystup/a.html"]


def test_strictly_a_warning_holds_a_document_back(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD, "b.md": WARNED})
    result = build_with(tmp_path, strict=True)
    assert ([item.path for item in result.skipped], result.meetings) == (["b.md"], 1)


def test_paths_limit_the_documents_and_not_the_tracker(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD, "b.md": GOOD.replace("Porada", "Jiná")})
    result = build_with(tmp_path, paths=frozenset({"b.md"}))
    tracker = (tmp_path / "ukoly.md").read_text(encoding="utf-8")
    assert (names(result.written), tracker.count("- [ ] #")) == (["b.docx", "b.html"], 2)


def test_of_files_not_asked_for_nothing_is_said(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD, "b.md": WRONG})
    result = build_with(tmp_path, paths=frozenset({"a.md"}), named=frozenset({"a.md"}))
    assert {path for path, _ in said(result)} <= {"a.md"}


def test_a_named_file_that_is_excluded_is_built_all_the_same(tmp_path: Path):
    make_workspace(tmp_path, {"zapis.yaml": "vynechat: [a.md]\n", "a.md": GOOD})
    result = build_with(tmp_path, paths=frozenset({"a.md"}), named=frozenset({"a.md"}))
    assert names(result.written) == ["a.docx", "a.html"]


def test_format_and_output_of_the_request_come_first(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD})
    result = build_with(tmp_path, formats=("html",), output=tmp_path / "jinam")
    assert result.written == (tmp_path / "jinam/a.html",)


def test_the_formats_of_the_settings_count(tmp_path: Path):
    make_workspace(tmp_path, {"zapis.yaml": "formaty: word\n", "a.md": GOOD})
    assert names(build_workspace(tmp_path).written) == ["a.docx"]


def test_a_single_file_needs_no_workspace(tmp_path: Path):
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    named = frozenset({"a.md"})
    workspace = open_workspace(tmp_path, single=True)
    result = build(workspace, BuildRequest(TODAY, paths=named, named=named))
    files = sorted(path.name for path in tmp_path.iterdir())
    assert (files, result.tracking) == (["a.docx", "a.html", "a.md"], None)


def test_a_document_shows_the_number_that_the_tracker_gave(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD})
    build_workspace(tmp_path)
    make_workspace(tmp_path, {"a.md": GOOD.replace("- [ ] O", "- [ ] Nový úkol\n- [ ] O")})
    build_workspace(tmp_path)
    page = (tmp_path / "vystup/a.html").read_text(encoding="utf-8").replace("\xa0", " ")
    assert page.index("úkol 2") < page.index("úkol 1")


def test_a_later_meeting_gives_the_day_of_the_next(tmp_path: Path):
    first = "---\nserie: r\ndatum: 9. 4. 2026\n---\n- [ ] Objednat sál (do příště)\n"
    make_workspace(tmp_path, {"zapis.yaml": "serie: {r: {zkratka: R}}\n", "a.md": first})
    build_workspace(tmp_path)
    make_workspace(tmp_path, {"b.md": first.replace("9. 4.", "7. 5.").partition("- [")[0]})
    build_workspace(tmp_path)
    assert "do 7. 5. 2026" in (tmp_path / "ukoly.md").read_text(encoding="utf-8")


def test_counts_are_of_severities(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD, "b.md": WARNED, "c.md": WRONG})
    result = build_workspace(tmp_path)
    assert [result.count(severity) for severity in Severity] == [1, 1, 2]


def test_the_counts_of_tasks_are_those_of_today(tmp_path: Path):
    text = GOOD.replace("sál", "sál do 1. 5. 2026")
    make_workspace(tmp_path, {"a.md": text})
    counts = [
        build_workspace(tmp_path, day).summary.tasks
        for day in (TODAY, dt.date(2026, 5, 1), dt.date(2026, 5, 2))
    ]
    assert counts == [(1, 0, 1, 0), (0, 0, 1, 0), (0, 0, 1, 1)]


def test_progress_hears_of_every_source(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": GOOD, "b.md": WRONG})
    heard = Heard()
    build(open_workspace(tmp_path), BuildRequest(TODAY), heard)
    assert heard.told == ["Čtu zápisy: 2", "a.md", "b.md", "konec", "Tvořím dokumenty: 0", "konec"]


def test_a_missing_picture_is_said_and_its_document_made(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": f"{GOOD}\n![Mapa](mapa.png)\n", "mapa.png": b"ne"})
    result = build_workspace(tmp_path)
    assert (("a.md", "Z313") in said(result), result.meetings) == (True, 1)


def test_checking_says_the_same_and_writes_nothing(tmp_path: Path):
    files = {"a.md": f"{GOOD}![Mapa](mapa.png)\n", "b.md": WRONG, "mapa.png": b"ne"}
    settings = "projekty: {p: {loga: {zahlavi: neni.svg}}}\n"
    make_workspace(tmp_path, {"zapis.yaml": settings, **files, "README.md": "# Nic\n"})
    reports = check(open_workspace(tmp_path), BuildRequest(TODAY))
    checked = [(r.source.path, item.code.id) for r in reports for item in r.diagnostics]
    written = sorted(path.name for path in tmp_path.iterdir())
    assert written == ["README.md", "a.md", "b.md", "mapa.png", "zapis.yaml"]
    assert (checked, [r.source.path for r in reports]) == (
        said(build_workspace(tmp_path)),
        ["zapis.yaml", "a.md", "b.md"],
    )


@pytest.mark.parametrize("mark", ["skryt: [Jan Novák]\n", ""])
def test_what_is_not_for_publication_says_so_in_its_name(tmp_path: Path, mark: str):
    make_workspace(tmp_path, {"a.md": f"---\nnazev: Porada\n{mark}---\nText.\n"})
    stems = {path.stem for path in build_workspace(tmp_path).written}
    assert stems == {"a-uplne" if mark else "a"}


def test_what_a_killed_build_left_is_cleared_after_an_hour(tmp_path: Path):
    """Younger ones may belong to a build that is still running."""
    make_workspace(tmp_path, {"a.md": GOOD, ".zapis-1-old.tmp": "", "vystup/.zapis-2-new.tmp": ""})
    os.utime(tmp_path / ".zapis-1-old.tmp", (0, 0))
    build_workspace(tmp_path)
    assert [path.name for path in tmp_path.rglob("*.tmp")] == [".zapis-2-new.tmp"]


@pytest.mark.parametrize("name", ["porada.html", "porada.docx"])
def test_minutes_named_like_their_document_are_never_overwritten(name: str, tmp_path: Path):
    (tmp_path / name).write_text(GOOD, encoding="utf-8")
    named = frozenset({name})
    workspace = open_workspace(tmp_path, single=True)
    result = build(workspace, BuildRequest(TODAY, paths=named, named=named))
    left = ((tmp_path / name).read_text(encoding="utf-8"), result.written, result.skipped)
    assert left == (GOOD, (), (Skipped(name, None),))
    assert said(result)[0] == (name, "Z510")
