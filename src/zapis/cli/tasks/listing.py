"""`zapis ukoly`: what is open in all meetings, by deadline."""

import shutil
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import click

from zapis.cli.lazy_group import CommandEntry, LazyGroup
from zapis.cli.options import color_option, today_option, wants_color, workspace_option
from zapis.cli.printing import Display, exit_code, print_reports
from zapis.cli.progress import shown_progress
from zapis.cli.selection import select
from zapis.diagnostics import FileReport
from zapis.engine.build import read_workspace
from zapis.engine.clock import today
from zapis.engine.tracking import Tracking, read_tracking
from zapis.report.task_list import ListStyle, format_task_list
from zapis.tasks.query import open_tasks
from zapis.workspace import Workspace

_MARKS = "zapis.cli.tasks.marks"
COMMANDS: Mapping[str, CommandEntry] = MappingProxyType(
    {
        "ukaz": CommandEntry(
            "zapis.cli.tasks.show", "Ukáže celý úkol s poznámkami a historií.", ("ukazat", "detail")
        ),
        "splneno": CommandEntry(
            _MARKS, "Označí úkoly za splněné.", ("hotovo", "splnit", "splnen"), "done"
        ),
        "rozpracovano": CommandEntry(
            _MARKS, "Označí úkoly za rozpracované.", ("rozpracovat",), "in_progress"
        ),
        "zruseno": CommandEntry(_MARKS, "Označí úkoly za zrušené.", ("zrusit",), "cancelled"),
        "otevreno": CommandEntry(_MARKS, "Vrátí úkoly mezi otevřené.", ("otevrit",), "reopened"),
        "zmenit": CommandEntry(
            "zapis.cli.tasks.change", "Změní termín nebo řešitele úkolu.", ("zmen",)
        ),
        "poznamka": CommandEntry("zapis.cli.tasks.note", "Připíše k úkolu poznámku.", ("pozn",)),
        "souhrn": CommandEntry("zapis.cli.tasks.summary", "Sečte úkoly podle lidí a sérií."),
        "sloucit": CommandEntry(
            "zapis.cli.tasks.merge", "Sloučí dvě podoby ukoly.md (volá ho git).", ("slouceni",)
        ),
    }
)
_MOST_ROWS = 300
_PIPE_COLUMNS = 80
_EPILOG = """\b
Příklady:
  zapis ukoly                         co je otevřené dnes
  zapis ukoly --ke-dni "30. 6. 2026"  co bude po termínu na konci června
  zapis ukoly -C /mnt/sdilene/zapisy  úkoly z jiné pracovní složky
"""


@click.group(
    "ukoly",
    cls=LazyGroup,
    table=COMMANDS,
    epilog=_EPILOG,
    invoke_without_command=True,
    subcommand_metavar="[PŘÍKAZ] [ARGUMENTY]…",
    options_metavar="[VOLBY]",
)
@today_option
@workspace_option
@color_option
@click.pass_context
def command(context: click.Context, ke_dni: date | None, slozka: Path | None, barvy: str) -> None:
    """Vypíše otevřené úkoly všech jednání podle termínu.

    Čte zápisy a ukoly.md tak, jak právě jsou, a nic nezapíše; úkol, který ještě není v ukoly.md,
    je označen „nové“.
    """
    context.obj = slozka or context.obj
    if context.invoked_subcommand is not None:
        return
    (selection,) = select((), context.obj)
    workspace, day = selection.workspace, ke_dni or today()
    with shown_progress(enabled=True) as progress:
        files = read_workspace(workspace, frozenset(), progress)
    tracking = read_tracking(workspace, files, day)
    reports = _problems(workspace, tracking)
    color = wants_color(barvy, error=True)
    print_reports(reports, Display(workspace.root), color=color, tips=False)
    rows = open_tasks(tracking.update.tracker, day)
    organization = workspace.settings.organization
    click.echo(format_task_list(rows, day, organization, _style(barvy)), color=True)
    sys.exit(exit_code(reports, strict=False))


def _problems(workspace: Workspace, tracking: Tracking) -> list[FileReport]:
    """Errors that may hide tasks: of settings, of the tracker, of minutes that cannot be read."""
    settings = [workspace.report] if workspace.report else []
    broken = [file.report for file in tracking.files if file.report.failed]
    return [*settings, tracking.report, *broken]


def _style(colors: str) -> ListStyle:
    looked_at = sys.stdout.isatty()
    columns = shutil.get_terminal_size((_PIPE_COLUMNS, 24)).columns
    hint = "Hotové úkoly označte v ukoly.md: „- [x] #…“, pak spusťte zapis build."
    return ListStyle(
        columns=columns,
        color=wants_color(colors),
        hint=hint if looked_at else "",
        most_rows=_MOST_ROWS if looked_at else None,
    )
