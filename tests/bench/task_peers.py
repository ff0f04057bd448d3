"""Lists of tasks to compare with, each given the same tasks as zapis has."""

import json
import shutil
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.measuring import Command, run
from bench.setting import Setting
from bench.table import Missing
from zapis.tasks.query.rows import TaskRow

_ANY_TIME = "20260101T000000Z"


def taskwarrior(setting: Setting, rows: Sequence[TaskRow]) -> Command | Missing:
    """The list of taskwarrior."""
    program = setting.program("task")
    if isinstance(program, Missing):
        return program
    return Command("task list", (program, "list"), _fill_taskwarrior(setting, program, rows))


def todoman(setting: Setting, rows: Sequence[TaskRow], *, cached: bool = True) -> Command | Missing:
    """The list of todoman; without its cache it reads a file for each task."""
    program = setting.program("todo")
    if isinstance(program, Missing):
        return program
    folder = setting.folder / "todoman"
    settings, cache = fill_todoman(folder, rows)
    words = (program, "--config", settings, "list")
    if cached:
        return Command("todo list", words)
    return Command("todo list", words, prepare=lambda: cache.unlink(missing_ok=True))


def ripgrep(setting: Setting, root: Path) -> Command | Missing:
    """The lines of open tasks in the sources of the meetings, which are what zapis reads."""
    program = setting.program("rg")
    if isinstance(program, Missing):
        return program
    options = ("-F", "-g", "*.md", "-g", "!ukoly.md", "-g", "!vystup", "-e", "- [ ]")
    name = "rg -F -g '*.md' -g !ukoly.md -g !vystup -e '- [ ]'"
    return Command(name, (program, *options, root))


def _fill_taskwarrior(setting: Setting, program: Path, rows: Iterable[TaskRow]) -> dict[str, str]:
    """The environment that leads taskwarrior to the tasks."""
    folder = setting.folder / "taskwarrior"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    settings = folder / "taskrc"
    settings.write_text(f"data.location={folder}/data\nconfirmation=off\n", encoding="utf-8")
    environment = {"TASKRC": str(settings)}
    tasks = folder / "tasks.json"
    tasks.write_text(json.dumps(list(map(taskwarrior_task, rows))), encoding="utf-8")
    run(Command("task import", (program, "import", tasks), environment))
    return environment


def taskwarrior_task(row: TaskRow) -> dict[str, str]:
    """A task as taskwarrior imports it."""
    task = {
        "uuid": _uuid(row),
        "description": f"{row.sentence} {' '.join(f'@{name}' for name in row.assignees)}".strip(),
        "project": row.section,
        "status": "pending",
        "entry": _ANY_TIME,
    }
    return {**task, "due": f"{row.due:%Y%m%d}T000000Z"} if row.due else task


def fill_todoman(folder: Path, rows: Iterable[TaskRow]) -> tuple[Path, Path]:
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
