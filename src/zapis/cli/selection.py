"""From paths on the command line to workspaces and the sources that are meant."""

from pathlib import Path

import click
from msgspec import Struct

from zapis.cli.printing import Display
from zapis.engine.index.opening import open_known_workspace
from zapis.workspace import SETTINGS, Workspace, find_root, find_sources, open_workspace


class Selection(Struct, frozen=True):
    """A workspace and what of it is meant: None for all, `named` for files named one by one."""

    workspace: Workspace
    paths: frozenset[str] | None
    named: frozenset[str]

    @property
    def is_single(self) -> bool:
        """Whether one file was named, so that tips are worth reading."""
        return self.paths is not None and len(self.paths) == 1 and self.paths == self.named


def no_minutes(selection: Selection, display: Display) -> str:
    """What to say where nothing that was asked for is minutes."""
    where = "Mezi zadanými cestami není žádný zápis."
    if selection.paths is None:
        where = f"Ve složce „{display.path(selection.workspace.root)}“ není žádný zápis."
    return f"{where}\n   oprava: zápis je soubor .md, který začíná hlavičkou mezi řádky ---"


def select(paths: tuple[Path, ...], folder: Path | None) -> tuple[Selection, ...]:
    """The workspaces of the paths, each with what is meant of it; misuse raises UsageError."""
    if not paths:
        return (Selection(_whole(folder), None, frozenset()),)
    chosen: dict[Path, list[Path]] = {}
    for path in paths:
        absolute = _existing(_below(folder, path))
        root = _root_of(absolute, folder)
        chosen.setdefault(root, []).append(absolute)
    given = folder.resolve() if folder else None
    return tuple(
        _selection(root, members, single=root != given) for root, members in chosen.items()
    )


def _below(folder: Path | None, path: Path) -> Path:
    """The path as it was meant: in the folder of `-C`, or from where the user stands."""
    if folder is None or path.is_absolute() or (not _exists(folder / path) and _exists(path)):
        return path
    return folder / path


def _whole(folder: Path | None) -> Workspace:
    start = _existing(folder or Path.cwd())
    root = find_root(start)
    if root is None and folder is not None and _may_be_walked(start):
        root = start
    if root is None:
        raise click.UsageError(
            f"Pracovní složka nebyla nalezena: ve složce „{start}“ ani nad ní není {SETTINGS}.\n"
            f"Vytvořte v kořeni složky se zápisy soubor {SETTINGS} (může být prázdný), "
            "nebo složku jmenujte: zapis -C SLOŽKA …"
        )
    return open_known_workspace(root)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # no right to look, or a name too long for any file
        return False


def _existing(path: Path) -> Path:
    if not _exists(path):
        raise click.UsageError(f"Soubor nebo složka „{path}“ neexistuje.")
    return path.resolve()


def _root_of(path: Path, folder: Path | None) -> Path:
    root = find_root(path)
    if root is not None:
        return root
    if folder is not None and path.is_relative_to(folder.resolve()):
        return folder.resolve()
    if path.is_dir() and not _may_be_walked(path):
        raise click.UsageError(
            f"Složka „{path}“ je příliš obecná na to, aby se celá prohledávala.\n"
            f"Jmenujte složku se zápisy, nebo v ní vytvořte soubor {SETTINGS}."
        )
    return path if path.is_dir() else path.parent


def _may_be_walked(folder: Path) -> bool:
    """A home folder or the root of a disk is never walked without its own zapis.yaml."""
    return folder not in (Path.home().resolve(), Path(folder.anchor))


def _selection(root: Path, members: list[Path], *, single: bool) -> Selection:
    """`single` says that a file without a workspace stands for itself."""
    is_workspace = (root / SETTINGS).is_file()
    single = single and not is_workspace and not any(path.is_dir() for path in members)
    workspace = open_workspace(root, single=True) if single else open_known_workspace(root)
    named = frozenset(path.relative_to(root).as_posix() for path in members if path.is_file())
    folders = [path for path in members if path.is_dir()]
    if root in folders:
        return Selection(workspace, None, named)
    prefixes = tuple(f"{path.relative_to(root).as_posix()}/" for path in folders)
    below = (path for path in find_sources(workspace) if path.startswith(prefixes))
    return Selection(workspace, named.union(below if prefixes else ()), named)
