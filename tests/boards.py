"""Boards of tasks, read through the index and in full, and edits that must show in both."""

import datetime as dt
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from making import TODAY, make_workspace
from tracked_in_full import read_workspace, track_in_full
from zapis.engine.index.opening import open_known_workspace
from zapis.engine.lists.task_board import TaskBoard, read_board
from zapis.tasks.query.people import merge_people, people_of, people_of_settings
from zapis.tasks.query.rows import make_row
from zapis.workspace import open_workspace

Edit = Callable[[Path], object]

SETTINGS = """\
organizace: Město Lhota
serie:
  rada: {nazev: Rada města, zkratka: R, clenove: [Jan Novák]}
osoby: [Eva Malá]
"""
FIRST = """\
---
serie: rada
datum: 20. 3. 2026
pritomni: [Petr Cháb (Renarkon)]
---
- [ ] Objednat sál @Cháb do 1. 4. 2026
- [ ] Koupit židle @Malá
- [x] Pozvat hosty
"""
SECOND = "---\nserie: rada\ndatum: 10. 4. 2026\n---\n- [/] #R-2026-03-20/2 vybírá se\n"
FILES: dict[str, str | bytes] = {"zapis.yaml": SETTINGS, "a.md": FIRST, "b.md": SECOND}


def board(root: Path, today: dt.date = TODAY) -> TaskBoard:
    """All tasks with their histories, through the index."""
    return read_board(open_known_workspace(root), today, history=True)


def board_read_in_full(root: Path) -> TaskBoard:
    """What comes of reading everything as a build does."""
    workspace = open_workspace(root)
    tracked = track_in_full(workspace, read_workspace(workspace), TODAY)
    entries = tracked.update.tracker.entries
    known = (people_of(file.meeting) for file in tracked.files if file.meeting)
    people = (people_of_settings(workspace.settings), *known)
    told = (report for report in (workspace.report, tracked.report) if report)
    failed = (file.report for file in tracked.files if file.report.failed)
    return TaskBoard(
        tuple(make_row(entry, TODAY) for entry in entries),
        len(entries),
        merge_people(person for some in people for person in some),
        (*(report for report in told if report.diagnostics), *failed),
    )


COPY = FIRST.replace("Objednat", "Zrušit")
OTHER = "---\nserie: rada\ndatum: 11. 4. 2026\n---\n- [ ] Napsat dopis @Nováková\n"
BROKEN = OTHER.replace("datum", "dattum")
DRAFT = OTHER.replace("---\n-", "stav: koncept\n---\n-")


def write(path: str, text: str) -> Edit:
    """A file is made, or gets another text."""
    return lambda root: make_workspace(root, {path: text})


def delete(name: str) -> Edit:
    """A file is deleted."""
    return lambda root: (root / name).unlink()


def rename(old: str, new: str) -> Edit:
    """A file gets another name."""
    return lambda root: (root / old).rename(root / new)


def same_size_and_time(root: Path) -> None:
    """Other words under the same size and time of modification, as after `cp -p` or `touch -r`."""
    path = root / "a.md"
    status = path.stat()
    path.write_text(FIRST.replace("sál", "stan")[: len(FIRST)], encoding="utf-8")
    path.write_text(FIRST.replace("sál", "dům"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def tick(root: Path) -> None:
    """The first open task is ticked in the tracker."""
    tracker = root / "ukoly.md"
    tracker.write_text(tracker.read_text(encoding="utf-8").replace("[ ]", "[x]", 1), "utf-8")


def conflict(root: Path) -> None:
    """A merge has left its marks in the tracker."""
    with (root / "ukoly.md").open("a", encoding="utf-8") as tracker:
        tracker.write("<<<<<<< HEAD\n")


def forget_heads(root: Path) -> None:
    """The cache of head lines is lost."""
    (root / ".zapis" / "vety.json").unlink()


EDITS: Mapping[str, tuple[Edit, ...]] = MappingProxyType(
    {
        "a task reworded": (write("a.md", FIRST.replace("sál", "velký sál")),),
        "same size and time": (same_size_and_time,),
        "a meeting more": (write("c.md", OTHER),),
        "a meeting less": (delete("b.md"),),
        "all tasks gone": (delete("a.md"), delete("b.md")),
        "a file renamed": (rename("a.md", "zapisy-rady.md"),),
        "a file moved away": (lambda root: (root / "a.md").rename(root.parent / "a.md"),),
        "another date": (write("a.md", FIRST.replace("20. 3.", "21. 3.")),),
        "a copy": (write("a - kopie.md", COPY),),
        "a copy and back": (write("a - kopie.md", COPY), delete("a - kopie.md")),
        "a copy without the original": (write("a - kopie.md", COPY), delete("a.md")),
        "two meetings of one id": (write("c.md", COPY), write("c.md", OTHER)),
        "one document of two": (write("A.MD", OTHER),),
        "an error": (write("c.md", BROKEN),),
        "an error mended": (write("a.md", FIRST.replace("datum", "dattum")), write("a.md", FIRST)),
        "an error in old minutes": (write("a.md", FIRST.replace("datum", "dattum")),),
        "an unknown task": (write("c.md", OTHER + "- [x] #R-2026-03-20/9\n"),),
        "an unknown task, mended": (
            write("c.md", OTHER + "- [x] #R-2026-03-20/4\n"),
            write("a.md", FIRST + "- [ ] Čtvrtý úkol\n"),
        ),
        "an unknown task, moved": (
            write("c.md", OTHER + "- [x] #R-2026-03-20/9\n"),
            write("c.md", OTHER + "Nad úkolem.\n\n- [x] #R-2026-03-20/9\n"),
        ),
        "a draft": (write("c.md", DRAFT), delete("c.md")),
        "no minutes": (write("c.md", "# Jen popis\n"), write("c.md", OTHER)),
        "minutes that are none any more": (write("a.md", "# Jen popis\n"),),
        "a template": (
            write("sablony/nase.docx", ""),
            write("c.md", OTHER.replace("serie", "sablona: nase\nserie")),
        ),
        "a template deleted": (
            write("sablony/nase.docx", ""),
            write("c.md", OTHER.replace("serie", "sablona: nase\nserie")),
            board,
            delete("sablony/nase.docx"),
        ),
        "a template missing at first": (
            write("c.md", OTHER.replace("serie", "sablona: nase\nserie")),
            board,
            write("sablony/nase.docx", ""),
        ),
        "an empty file": (write("c.md", ""),),
        "a box ticked by hand": (tick,),
        "a box ticked and a meeting more": (tick, write("c.md", OTHER)),
        "a conflict in the tracker": (conflict,),
        "an archive": (write("ukoly-archiv.md", "# Úkoly\n\n- [x] #R-2026-03-20/4 Starý úkol\n"),),
        "a damaged archive": (write("ukoly-archiv.md", "- [x] #R Starý úkol\n"),),
        "the tracker deleted": (delete("ukoly.md"),),
        "the heads forgotten": (forget_heads, write("a.md", FIRST.replace("sál", "stan"))),
        "another abbreviation": (
            write("zapis.yaml", SETTINGS.replace("zkratka: R", "zkratka: RM")),
        ),
        "one person more": (write("zapis.yaml", SETTINGS.replace("Malá]", "Malá, Ivo Suk]")),),
        "a warning in the settings": (
            write("zapis.yaml", SETTINGS.replace("[Eva Malá]", "[Eva Malá, Eva Malá]")),
        ),
        "an error in the settings": (write("zapis.yaml", "serie: [\n"),),
        "the settings deleted": (delete("zapis.yaml"),),
        "sources left out": (write("zapis.yaml", f"{SETTINGS}vynechat: [b.md]\n"),),
        "a link that leads nowhere": (lambda root: (root / "c.md").symlink_to("nic.md"),),
        "a name with a strange character": (write("c\u0007.md", OTHER),),
        "a name with a hard space": (write("c\xa0d.md", OTHER),),
    }
)
"""What may happen to a built workspace of FILES, step by step."""
