"""The formats of exports, each a function from a list of tasks to bytes."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from zapis.export.table import TaskTable


class MissingLibrary(Exception):  # noqa: N818 - a state of the installation, no mistake in zapis
    """An export needs a library that is not installed; `cure` is the command that installs it."""

    def __init__(self) -> None:
        super().__init__("pro sešit Excelu (xlsx) chybí knihovna XlsxWriter")
        self.cure = 'pip install "zapis-jednani[xlsx]"'


def _json(table: TaskTable) -> bytes:
    from zapis.export.json_text import write_json  # noqa: PLC0415 - one format at a time is loaded

    return _encode(write_json(table))


def _csv(table: TaskTable) -> bytes:
    from zapis.export.csv_text import write_csv  # noqa: PLC0415 - the same

    return _encode(write_csv(table))


def _markdown(table: TaskTable) -> bytes:
    from zapis.export.markdown import write_markdown  # noqa: PLC0415 - the same

    return _encode(write_markdown(table))


def _html(table: TaskTable) -> bytes:
    from zapis.export.page import write_page  # noqa: PLC0415 - templates take long to load

    return _encode(write_page(table))


def _workbook(table: TaskTable) -> bytes:
    try:
        from zapis.export.workbook import write_workbook  # noqa: PLC0415 - may not be installed
    except ModuleNotFoundError as problem:
        if problem.name != "xlsxwriter":
            raise
        raise MissingLibrary from None
    return write_workbook(table)


def _calendar(table: TaskTable) -> bytes:
    from zapis.export.calendar_tasks import write_calendar  # noqa: PLC0415 - as above

    return _encode(write_calendar(table))


_WRITERS: Mapping[str, Callable[[TaskTable], bytes]] = MappingProxyType(
    {
        "json": _json,
        "csv": _csv,
        "md": _markdown,
        "html": _html,
        "xlsx": _workbook,
        "ics": _calendar,
    }
)
_OTHER_ENDINGS: Mapping[str, str] = MappingProxyType(
    {"markdown": "md", "htm": "html", "ical": "ics"}
)

EXPORTS: tuple[str, ...] = tuple(_WRITERS)


def export(format_name: str, table: TaskTable) -> bytes:
    """The list in one of `EXPORTS`; the same list gives the same bytes. Raises `MissingLibrary`."""
    return _WRITERS[format_name](table)


def format_of(path: Path) -> str | None:
    """The format that a file's ending asks for, None where it asks for none of them."""
    ending = path.suffix.lower().removeprefix(".")
    return ending if ending in _WRITERS else _OTHER_ENDINGS.get(ending)


def _encode(text: str) -> bytes:
    # Words from the command line may hold bytes that are no characters.
    return text.encode("utf-8", "replace")
