"""The workspace whose templates are meant."""

from pathlib import Path

from zapis.cli.selection import select
from zapis.engine.templates.loading import TemplateReader
from zapis.workspace import Workspace


def open_templates(folder: Path | None) -> tuple[Workspace, TemplateReader]:
    """The workspace around a folder, and the reader of its templates."""
    (selection,) = select((), folder)
    return selection.workspace, TemplateReader(selection.workspace.root)
