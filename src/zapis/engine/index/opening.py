"""Opening a workspace without reading its settings again where they are known."""

from pathlib import Path
from sqlite3 import Connection

from zapis.diagnostics import FileReport
from zapis.engine.index.store import about, ask, note
from zapis.engine.index.values import from_json, to_json
from zapis.files import read_source
from zapis.model.settings import Settings
from zapis.workspace import CACHE, SETTINGS, Workspace, open_workspace


def open_known_workspace(root: Path) -> Workspace:
    """The same as `open_workspace`; without YAML if `zapis.yaml` is as it was last time."""
    if not (root / SETTINGS).exists():
        return open_workspace(root)
    read = read_source(root, SETTINGS)
    source = read.value
    if not read.diagnostics and source.text:
        folder = root / CACHE
        settings = ask(folder, lambda index: _recall_settings(index, source.text))
        if settings is not None:
            return Workspace(root, settings, FileReport(source, ()))
    return open_workspace(root)


def remember_settings(connection: Connection, workspace: Workspace) -> None:
    """Store the text of the settings, and what it means where nothing need be said of it."""
    report = workspace.report
    is_quiet = report is None or not report.diagnostics
    note(connection, "settings", settings_text(workspace))
    note(connection, "settings_values", to_json(workspace.settings) if is_quiet else None)


def settings_text(workspace: Workspace) -> str:
    """The text of `zapis.yaml`, empty where there is none."""
    return workspace.report.source.text if workspace.report else ""


def knows_settings(connection: Connection, text: str) -> bool:
    """Whether everything in the index was read under these settings."""
    return about(connection, "settings") == text


def _recall_settings(connection: Connection, text: str) -> Settings | None:
    values = about(connection, "settings_values")
    if values is None or not knows_settings(connection, text):
        return None
    return from_json(Settings, str(values))
