"""The workspace: its root, its settings, and which of its files are minutes."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from msgspec import Struct

from zapis import codes
from zapis.diagnostics import Diagnostics, FileReport, Outcome, in_order
from zapis.files import read_source
from zapis.model.settings import Settings
from zapis.source import SourceFile

SETTINGS = "zapis.yaml"
TRACKER = "ukoly.md"
ARCHIVE = "ukoly-archiv.md"
CACHE = ".zapis"
HEADS = "vety.json"
_NOT_MINUTES = frozenset({TRACKER, ARCHIVE})
_ENDING = ".md"
_EVERYTHING = "**/*.md"
_NEVER_WALKED = frozenset({"vystup", "verejne", "sablony", "node_modules", "__pycache__"})


class Workspace(Struct, frozen=True):
    """A folder with minutes; `report` holds what is wrong with its `zapis.yaml`.

    `single` is set for a file that belongs to no workspace: its results stand beside it and there
    is no tracker.
    """

    root: Path
    settings: Settings
    report: FileReport | None = None
    single: bool = False

    @property
    def broken(self) -> bool:
        """Whether `zapis.yaml` has an error, so that nothing built on it could be relied on."""
        return self.report is not None and self.report.failed

    @property
    def output(self) -> Path:
        """The folder of the full results, absolute."""
        return self.root if self.single else self.root / self.settings.output

    @property
    def tracker(self) -> Path:
        """The file of the tracker."""
        return self.root / TRACKER

    @property
    def archive(self) -> Path:
        """The file of old closed tasks, which is only read."""
        return self.root / ARCHIVE


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds `zapis.yaml`."""
    start = start if start.is_dir() else start.parent
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    return None


def open_workspace(root: Path, *, single: bool = False) -> Workspace:
    """The workspace at a root; a missing `zapis.yaml` means the defaults."""
    path = root / SETTINGS
    if single or not path.exists():
        return Workspace(root, Settings(), single=single)
    outcome = _read_settings(read_source(root, SETTINGS))
    source, settings = outcome.value
    return Workspace(root, settings, FileReport(source, in_order(outcome.diagnostics)))


def _read_settings(read: Outcome[SourceFile]) -> Outcome[tuple[SourceFile, Settings]]:
    # A list of tasks knows the settings from its index and does without YAML and schemas.
    from zapis.assemble.settings import assemble_settings  # noqa: PLC0415 - loads slowly
    from zapis.parse.yaml_nodes import read_yaml  # noqa: PLC0415 - the same

    source = read.value
    serious: Diagnostics = tuple(item for item in read.diagnostics if item.code != codes.EMPTY_FILE)
    if any(item.severity is codes.Severity.ERROR for item in serious) or not source.text:
        return Outcome((source, Settings()), serious)
    tree = read_yaml(source.whole)
    settings = assemble_settings(tree.value)
    found = (*serious, *tree.diagnostics, *settings.diagnostics)
    return Outcome((source, settings.value), found)


def find_sources(workspace: Workspace) -> tuple[str, ...]:
    """Paths of all files that may be minutes, relative to the root, with `/`, in order."""
    return tuple(sorted(path for path, _ in walk_sources(workspace)))


def walk_sources(workspace: Workspace) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All files that may be minutes in no order: the path relative to the root, and the entry."""
    sources, exclude = workspace.settings.sources, workspace.settings.exclude
    everything = _walk(workspace.root, workspace.output)
    if _EVERYTHING in sources and not exclude:
        return everything
    return (
        (path, entry)
        for path, entry in everything
        if (_EVERYTHING in sources or matches_any(_plain(path), sources))
        and not matches_any(_plain(path), exclude)
    )


def _plain(path: str) -> str:
    """The path with a small `.md`, as globs have it."""
    return f"{path[: -len(_ENDING)]}{_ENDING}"


def matches_any(path: str, patterns: Sequence[str]) -> bool:
    """Whether a path fits one of the globs; `**` stands for any number of folders."""
    parts = path.split("/")
    return any(_matches(parts, pattern.strip("/").split("/")) for pattern in patterns)


def _walk(root: Path, output: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every Markdown file that is not among the results, with the path from the root.

    Dot-folders, results, templates, nested workspaces and links to folders are not walked, nor
    what cannot be listed.

    **Why** not `os.walk`: it forgets the entries, from which size and time come at half the price.
    """
    folders = [(str(root), "")]
    while folders:
        folder, prefix = folders.pop()
        try:
            with os.scandir(folder) as entries:
                found = list(entries)
        except OSError:
            continue
        names = [entry.name for entry in found]
        if prefix and SETTINGS in names and found[names.index(SETTINGS)].is_file():
            continue
        for name, entry in zip(names, found, strict=True):
            if _is_folder(entry):
                if _is_walked(entry, output):
                    folders.append((entry.path, f"{prefix}{name}/"))
            elif name.lower().endswith(_ENDING) and (prefix or name not in _NOT_MINUTES):
                yield prefix + name, entry


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False


def _is_walked(folder: os.DirEntry[str], output: Path) -> bool:
    if folder.name.startswith(".") or folder.name in _NEVER_WALKED or folder.is_symlink():
        return False
    return Path(folder.path) != output


def _matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Segment by segment, remembering where every prefix of the pattern may end."""
    ends = {0}
    for piece in pattern:
        if piece == "**":
            ends = set(range(min(ends, default=len(parts) + 1), len(parts) + 1))
        else:
            ends = {end + 1 for end in ends if end < len(parts) and fnmatchcase(parts[end], piece)}
    return len(parts) in ends
