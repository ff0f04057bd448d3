"""Files that an export must not overwrite, whatever a person asks for."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from zapis.workspace import ARCHIVE, CACHE, SETTINGS, TRACKER, Workspace, matches_any

_IS_TRACKER = "je to seznam úkolů, do kterého se zapisuje, co je hotové"
_IS_SETTINGS = "je to nastavení pracovní složky"
_IS_MINUTES = "je to zápis z jednání"
_IS_SOURCE = "je to soubor, který jste do pracovní složky napsali"
_IS_INTERNAL = "je to složka, kterou si spravuje program"
_BY_NAME: Mapping[str, str] = MappingProxyType(
    {TRACKER: _IS_TRACKER, ARCHIVE: _IS_TRACKER, SETTINGS: _IS_SETTINGS}
)
_INTERNAL = frozenset({CACHE, ".git"})

_START = 64 * 1024
_HEADER = re.compile(r"\ufeff?(?:[ \t]*\r?\n)*---[ \t]*\r?\n")
_ENTRY = re.compile(r"\n- \[.\] #")
_EARLIER_EXPORT = re.compile(r"# Úkoly[^\n]*\n\nStav ke dni ")


def protected(workspace: Workspace, path: Path) -> str | None:
    """Why an export may not be written there, a Czech clause; None where it may.

    Protected are the tracker and `zapis.yaml` of this and of any nested workspace, minutes
    wherever they are, other Markdown among the sources, and folders of programs. Names that differ
    in case only are one name: they are on Windows and macOS.
    """
    place = path.resolve()
    reason = _BY_NAME.get(place.name.casefold())
    if reason and (place.parent == workspace.root.resolve() or _is_workspace(place.parent)):
        return reason
    if not _INTERNAL.isdisjoint(place.parts):
        return _IS_INTERNAL
    start = _start_of(place)
    if start is None:
        return None
    if _HEADER.match(start):
        return _IS_MINUTES
    if _ENTRY.search(start):
        return _IS_TRACKER
    is_ours = _EARLIER_EXPORT.match(start)
    return _IS_SOURCE if _is_source(workspace, place) and not is_ours else None


def _is_workspace(folder: Path) -> bool:
    return (folder / SETTINGS).is_file()


def _start_of(path: Path) -> str | None:
    """The first characters of a file that is there."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            return stream.read(_START).decode("utf-8", "replace")
    except (OSError, ValueError):
        return None


def _is_source(workspace: Workspace, path: Path) -> bool:
    root, output = workspace.root.resolve(), workspace.output.resolve()
    is_outside = not path.is_relative_to(root) or (output != root and path.is_relative_to(output))
    if is_outside or path.suffix.lower() != ".md":
        return False
    return matches_any(path.relative_to(root).as_posix(), workspace.settings.sources)
