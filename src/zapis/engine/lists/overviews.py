"""Lists of tasks in the output folder, for people who do not have zapis."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from zapis import codes
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.engine.lists.document_links import link_documents
from zapis.engine.outputs.foreign import ForeignOutputError, is_foreign
from zapis.engine.outputs.protected import protected
from zapis.export.formats import MissingLibrary, export
from zapis.export.table import TaskTable
from zapis.files import OpenedError, WriteError, holds, write_export
from zapis.tasks.query import TaskRow, group_rows
from zapis.workspace import SETTINGS, Workspace

NAME = "ukoly"

CLOSED_FOR = dt.timedelta(days=60)
"""How long an overview shows closed tasks: people look there for what they have just done."""


class Overviews(NamedTuple):
    """The files that were written, those that were right already, and what prevented others."""

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    problems: Diagnostics = ()


def write_overviews(
    workspace: Workspace,
    rows: Iterable[TaskRow],
    today: dt.date,
    output: Path,
    documents: Collection[Path] = (),
    *,
    overwrite: bool = False,
) -> Overviews:
    """Write `ukoly.<format>` into the output folder for each format under `prehledy`.

    `rows` are all tasks of the workspace, `documents` the files that this build has made. A page
    or a workbook that zapis did not write, or that somebody saved since, is left alone unless
    `overwrite` is set. What cannot be written becomes a diagnostic; the others are written.
    """
    formats = workspace.settings.overviews
    if not formats:
        return Overviews()
    table = _table(workspace, overview_rows(rows, today), today, output)
    written: list[Path] = []
    unchanged: list[Path] = []
    problems: list[Diagnostic] = []
    for name in formats:
        path = output / f"{NAME}.{name}"
        found = tuple(_obstacles(workspace, path, documents))
        try:
            if not found:
                is_changed = _write(path, export(name, table), overwrite=overwrite)
                (written if is_changed else unchanged).append(path)
        except (MissingLibrary, WriteError) as problem:
            found = (_failure(problem),)
        problems += found
    return Overviews(tuple(written), tuple(unchanged), tuple(problems))


def _write(path: Path, data: bytes, *, overwrite: bool) -> bool:
    if not overwrite and not holds(path, data) and is_foreign(path):
        raise ForeignOutputError(path)
    return write_export(path, data)


def overview_rows(rows: Iterable[TaskRow], today: dt.date) -> tuple[TaskRow, ...]:
    """What an overview shows, by urgency: everything open, and what was closed lately.

    Nothing in it is new: the build has just given the numbers.
    """
    shown = (row for row in rows if not row.gone and _is_shown(row, today))
    return group_rows(row._replace(is_new=False) for row in shown).rows


def _is_shown(row: TaskRow, today: dt.date) -> bool:
    if row.status.is_open:
        return True
    return row.closed_on is not None and row.closed_on >= today - CLOSED_FOR


def _table(
    workspace: Workspace, rows: tuple[TaskRow, ...], today: dt.date, output: Path
) -> TaskTable:
    links = link_documents(output, output, (row.path for row in rows if row.path))
    return TaskTable(rows, today, workspace.settings.organization, links=links)


def _obstacles(
    workspace: Workspace, path: Path, documents: Collection[Path]
) -> Iterator[Diagnostic]:
    """What an overview would overwrite: a document of minutes, or something a person wrote."""
    neighbours = {own.name.casefold() for own in documents if own.parent == path.parent}
    if path.name.casefold() in neighbours:
        message = f"přehled „{path.name}“ by přepsal dokument zápisu stejného jména"
        yield Diagnostic(codes.OUTPUT_CLASH, message, cure="soubor se zápisem přejmenujte")
    elif reason := protected(workspace, path):
        message = f"přehled „{path.name}“ nelze zapsat do složky výstupu: {reason}"
        cure = f"v souboru {SETTINGS} zvolte jinou složku výstupu, třeba vystup: vystup"
        yield Diagnostic(codes.OUTPUT_CLASH, message, cure=cure)


def _failure(problem: MissingLibrary | WriteError) -> Diagnostic:
    if isinstance(problem, MissingLibrary):
        return Diagnostic(codes.MISSING_LIBRARY, str(problem), cure=problem.cure)
    if isinstance(problem, ForeignOutputError):
        cure = "soubor přejmenujte; smí-li se přepsat, přidejte k zapis build volbu --prepsat"
        return Diagnostic(codes.FOREIGN_OUTPUT, str(problem), cure=cure)
    cure = "zavřete ho v jiných programech a spusťte zapis build znovu"
    own = problem.cure if isinstance(problem, OpenedError) else cure
    return Diagnostic(codes.CANNOT_WRITE, str(problem), cure=own)
