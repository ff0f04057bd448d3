"""The tracker as people's editors leave it: marks of encodings, line ends, an archive beside it."""

from pathlib import Path

import pytest

from making import TODAY, build_workspace, make_workspace
from zapis.engine.build import BuildResult

MEETING = """\
---
id: P-1
datum: 20. 3. 2026
pritomni: Eva Horáková, Petr Cháb
---

- [ ] Objednat sál @Horáková do 1. 5. 2026
- [ ] Svolat schůzku @Cháb
"""
FIRST = """\
- [ ] #P-1/1 Objednat sál @Eva Horáková do 1. 5. 2026
  - zápis [20. 3. 2026](a.md): otevřeno, @Eva Horáková, do 1. 5. 2026
"""
SECOND = """\
- [ ] #P-1/2 Svolat schůzku @Petr Cháb
  - zápis [20. 3. 2026](a.md): otevřeno, @Petr Cháb
"""
TRACKER = f"# Úkoly\n\n## Ostatní\n\n{FIRST}\n{SECOND}"
TICKED = TRACKER.replace("[ ] #P-1/2", "[x] #P-1/2")
DATED = TICKED + "  - 13. 4. 2026: splněno\n"


def built(root: Path, **files: bytes | str) -> BuildResult:
    named = {name.replace("_", "-") + ".md": content for name, content in files.items()}
    make_workspace(root, {"zapis.yaml": "format: [html]\n", "a.md": MEETING, **named})
    return build_workspace(root, TODAY)


def codes(result: BuildResult) -> list[str]:
    own = [report for report in result.reports if report.source.path == "ukoly.md"]
    return [item.code.id for report in own for item in report.diagnostics]


def content(root: Path) -> str:
    return (root / "ukoly.md").read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TRACKER, TRACKER),
        (TICKED, DATED),
        ("\ufeff" + TRACKER, "\ufeff" + TRACKER),
        ("\ufeff" + TICKED, "\ufeff" + DATED),
        (TICKED.replace("\n", "\r\n"), DATED.replace("\n", "\r\n")),
        ("\ufeff" + TICKED.replace("\n", "\r\n"), "\ufeff" + DATED.replace("\n", "\r\n")),
        (TRACKER.replace("\n", "\r"), TRACKER.replace("\n", "\r")),
        (TICKED.replace("\n", "\r"), DATED),
        (TRACKER.rstrip("\n"), TRACKER.rstrip("\n")),
        (TICKED.rstrip("\n"), DATED.rstrip("\n")),
        (TICKED.rstrip("\n").replace("\n", "\r\n"), DATED.rstrip("\n").replace("\n", "\r\n")),
        (TRACKER + "\n\n", TRACKER + "\n\n"),
        (TICKED.replace("[x] #P", "[x ]\u00a0#P"), DATED),
        (TICKED.replace("Petr Cháb\n", "Petr Cháb  \n", 1), DATED),
        (TICKED.replace("Petr Cháb\n", "Petr\u00a0Cháb\t\n", 1), DATED),
        (TRACKER.replace("  - zápis", "\t* zápis"), TRACKER.replace("  - zápis", "\t* zápis")),
        (
            TRACKER.replace("  - zápis", "      - zápis"),
            TRACKER.replace("  - zápis", "      - zápis"),
        ),
        (f"# Úkoly\n\n## Ostatní\n\n{SECOND}\n{FIRST}", TRACKER),
        (f"# Úkoly\n\n{FIRST}\n## Ostatní\n\n{SECOND}", TRACKER),
        (TRACKER.replace("# Úkoly", "# Naše úkoly"), TRACKER.replace("# Úkoly", "# Naše úkoly")),
        ("", TRACKER),
    ],
)
def test_what_editors_do_to_the_file_stays_and_changes_no_task(
    tmp_path: Path, before: str, after: str
) -> None:
    built(tmp_path, ukoly=before)
    assert content(tmp_path) == after


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("- [ ] Koupit papír @Eva do pátku", "Z419"),
        ("- [?] #P-1/3 jinak", "Z504"),
        ("<<<<<<< HEAD", "Z505"),
    ],
)
def test_lines_that_are_no_tasks_are_reported_and_never_lost(
    tmp_path: Path, line: str, code: str
) -> None:
    text = f"{TRACKER}\n{line}\n"
    result = built(tmp_path, ukoly=text)
    assert (codes(result), content(tmp_path)) == ([code], text)


def test_a_deleted_file_is_made_again_as_far_as_the_minutes_tell(tmp_path: Path) -> None:
    built(tmp_path, ukoly=DATED)
    (tmp_path / "ukoly.md").unlink()
    built(tmp_path)
    assert content(tmp_path) == TRACKER


ARCHIVED = SECOND.replace("[ ]", "[x]") + "  - 1. 4. 2026: splněno\n"
WITHOUT = TRACKER.partition(f"\n{SECOND}")[0]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_archived_task_keeps_its_number_and_is_not_written_again(
    tmp_path: Path, mark: str
) -> None:
    built(tmp_path, ukoly=WITHOUT, ukoly_archiv=f"{mark}# Archiv\n\n{ARCHIVED}")
    page = (tmp_path / "vystup" / "a.html").read_text(encoding="utf-8")
    assert (content(tmp_path), "Svolat schůzku" in page) == (WITHOUT, True)


def test_a_review_of_an_archived_task_is_understood(tmp_path: Path) -> None:
    review = "---\nid: P-2\ndatum: 3. 4. 2026\n---\n\n- [x] #P-1/2 potvrzeno\n"
    result = built(tmp_path, ukoly=WITHOUT, ukoly_archiv=ARCHIVED, b=review)
    found = [item.code.id for report in result.reports for item in report.diagnostics]
    assert ("Z410" in found, content(tmp_path)) == (False, WITHOUT)


def test_an_archive_that_cannot_be_understood_stops_the_tracker(tmp_path: Path) -> None:
    broken = ARCHIVED.replace("1. 4. 2026", "31. 4. 2026")
    result = built(tmp_path, ukoly=WITHOUT, ukoly_archiv=broken)
    own = [
        item for report in result.reports for item in report.diagnostics if item.code.id == "Z504"
    ]
    assert ([item.message.partition(": ")[0] for item in own], content(tmp_path)) == (
        ["ukoly-archiv.md:3"],
        WITHOUT,
    )


def test_an_archive_that_is_no_text_stops_the_tracker(tmp_path: Path) -> None:
    result = built(tmp_path, ukoly=WITHOUT, ukoly_archiv=b"\xff\xfe\x00")
    assert (codes(result), content(tmp_path)) == (["Z504"], WITHOUT)
