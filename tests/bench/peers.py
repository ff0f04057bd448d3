"""Programs to compare with: installed where they are missing, and given the same tasks."""

import json
import shutil
import sys
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Command, run
from zapis.tasks.query.rows import TaskRow

_DEBIAN = {"task": "taskwarrior", "rg": "ripgrep"}
_ANY_TIME = "20260101T000000Z"


@dataclass(frozen=True, slots=True)
class Peers:
    """The commands of others that list the same open tasks, or find their lines."""

    taskwarrior: Command
    todoman: Command
    todoman_uncached: Command
    ripgrep: Command


def prepare_peers(folder: Path, root: Path, rows: Sequence[TaskRow]) -> Peers:
    """All peers with the open tasks of a workspace, kept in a folder."""
    _install_packages()
    todoman = _install_todoman(folder)
    settings, cache = _fill_todoman(folder / "todoman", rows)
    words = (todoman, "--config", settings, "list")
    # Nothing but the sources of the meetings, as zapis reads them.
    search = ("rg", "-F", "-g", "*.md", "-g", "!ukoly.md", "-g", "!vystup", "-e", "- [ ]", root)
    return Peers(
        Command("task list", ("task", "list"), _fill_taskwarrior(folder / "taskwarrior", rows)),
        Command("todo list", words),
        Command("todo list", words, prepare=lambda: cache.unlink(missing_ok=True)),
        Command("rg", search),
    )


def _install_packages() -> None:
    missing = [package for name, package in _DEBIAN.items() if shutil.which(name) is None]
    if missing:
        install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing)
        run(Command("apt-get update", ("apt-get", "update", "-qq")))
        run(Command("apt-get install", install))


def _install_todoman(folder: Path) -> Path:
    home = folder / "venv"
    program = home / "bin" / "todo"
    if not program.exists():
        run(Command("venv", (sys.executable, "-m", "venv", home)))
        run(Command("pip", (home / "bin" / "pip", "install", "-q", "todoman")))
    return program


def _fill_taskwarrior(folder: Path, rows: Iterable[TaskRow]) -> dict[str, str]:
    """The environment that leads taskwarrior to the tasks."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    settings = folder / "taskrc"
    settings.write_text(f"data.location={folder}/data\nconfirmation=off\n", encoding="utf-8")
    environment = {"TASKRC": str(settings)}
    tasks = folder / "tasks.json"
    tasks.write_text(json.dumps(list(map(_taskwarrior_task, rows))), encoding="utf-8")
    run(Command("task import", ("task", "import", tasks), environment))
    return environment


def _taskwarrior_task(row: TaskRow) -> dict[str, str]:
    task = {
        "uuid": _uuid(row),
        "description": f"{row.sentence} {' '.join(f'@{name}' for name in row.assignees)}".strip(),
        "project": row.section,
        "status": "pending",
        "entry": _ANY_TIME,
    }
    return {**task, "due": f"{row.due:%Y%m%d}T000000Z"} if row.due else task


def _fill_todoman(folder: Path, rows: Iterable[TaskRow]) -> tuple[Path, Path]:
    """The settings that lead todoman to the tasks, and the cache that it makes."""
    shutil.rmtree(folder, ignore_errors=True)
    calendar, cache = folder / "calendars" / "tasks", folder / "cache.sqlite3"
    calendar.mkdir(parents=True)
    for row in rows:
        text = "\r\n".join(_calendar_lines(row))
        (calendar / f"{_uuid(row)}.ics").write_bytes(f"{text}\r\n".encode())
    settings = folder / "config.py"
    settings.write_text(
        f'path = "{folder}/calendars/*"\ndate_format = "%d. %m. %Y"\ntime_format = ""\n'
        f'default_list = "tasks"\ncache_path = "{cache}"\n',
        encoding="utf-8",
    )
    return settings, cache


def _calendar_lines(row: TaskRow) -> Iterator[str]:
    """A task by RFC 5545, all of it on lines that need not be folded for todoman to read them."""
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zapis//bench//CS", "BEGIN:VTODO")
    yield from (f"UID:{_uuid(row)}", f"DTSTAMP:{_ANY_TIME}")
    escaped = row.sentence.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    yield f"SUMMARY:{escaped}"
    if row.due:
        yield f"DUE;VALUE=DATE:{row.due:%Y%m%d}"
    yield from ("STATUS:NEEDS-ACTION", "END:VTODO", "END:VCALENDAR")


def _uuid(row: TaskRow) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, str(row.id)))
