"""Where an export goes: to a file by its ending, or to the output of the command."""

import sys
from pathlib import Path

import click
from msgspec import Struct

from zapis.cli.printing import Display
from zapis.cli.tasks.asking import Board, Chosen
from zapis.czech.plurals import count
from zapis.engine.outputs.protected import protected
from zapis.export import formats
from zapis.export.formats import EXPORTS, MissingLibrary, format_of
from zapis.export.table import TaskTable
from zapis.files import OpenedError, WriteError, write_export
from zapis.tasks.query import group_rows
from zapis.workspace import Workspace

_STDOUT = Path("-")
_FOR_FILES = frozenset({"xlsx"})


class Output(Struct, frozen=True):
    """A format and the file it goes to; None is the output of the command."""

    format_name: str
    file: Path | None

    @property
    def folder(self) -> Path:
        """The folder from which links lead."""
        return (self.file.parent if self.file else Path()).resolve()


def choose_output(file: Path | None, format_name: str | None) -> Output | None:
    """What `-o` and `--format` ask for; None is the list as text."""
    target = None if file in (None, _STDOUT) else file
    name = format_name or (format_of(target) if target else None)
    if name is None and target is None:
        return None
    if name is None:
        endings = ", ".join(f".{own}" for own in EXPORTS)
        raise click.UsageError(
            f"Z názvu „{target}“ se nepozná formát. Přípona může být {endings}; "
            "jinou doplňte volbou --format."
        )
    if target is None and name in _FOR_FILES and sys.stdout.isatty():
        raise click.UsageError(
            "Sešit Excelu nelze vypsat na terminál. Uložte ho: zapis ukoly -o ukoly.xlsx"
        )
    return Output(name, target)


def check_output(workspace: Workspace, output: Output | None) -> None:
    """Refuse to overwrite what a person wrote."""
    if output is None or output.file is None:
        return
    if reason := protected(workspace, output.file):
        name = Display(workspace.root).path(output.file.resolve())
        raise click.UsageError(f"Soubor „{name}“ se nepřepíše: {reason}. Zvolte jiný název.")


def write_output(output: Output, board: Board, chosen: Chosen) -> int:
    """Write the export; the exit code."""
    from zapis.engine.lists.document_links import link_documents  # noqa: PLC0415 - no list needs it

    rows = group_rows(chosen.rows).rows
    paths = (row.path for row in rows if row.path)
    links = link_documents(board.workspace.output, output.folder, paths)
    table = TaskTable(rows, board.today, board.organization, chosen.sentences, links)
    try:
        data = formats.export(output.format_name, table)
        if output.file is None:
            sys.stdout.buffer.write(data)
            return 0
        if _is_stream(output.file):
            _pour(data, output.file)
            return 0
        # Behind a link: the link itself stays.
        write_export(output.file.resolve(), data)
    except (MissingLibrary, WriteError) as problem:
        _tell(problem)
        return 1
    total = count(len(rows), "úkol", "úkoly", "úkolů")
    click.echo(f"Zapsáno: {Display(board.workspace.root).path(output.file.resolve())} ({total})")
    return 0


def _is_stream(file: Path) -> bool:
    """Whether a device or a pipe stands there, which is written to and never replaced."""
    return file.exists() and not file.is_file()


def _pour(data: bytes, file: Path) -> None:
    try:
        with file.open("wb") as stream:
            stream.write(data)
    except OSError as problem:
        raise WriteError(file, "zařízení nebo roura zápis odmítla") from problem


def _tell(problem: MissingLibrary | WriteError) -> None:
    cure = "zkontrolujte místo na disku a práva ke složce"
    if isinstance(problem, MissingLibrary | OpenedError):
        cure = problem.cure
    click.echo(f"Chyba: {problem}\n   oprava: {cure}", err=True)
