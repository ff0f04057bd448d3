"""Reading the sources of a workspace, each into a meeting and what is to be said of it."""

from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.codes import Severity
from zapis.diagnostics import Diagnostic, Diagnostics, FileReport, has_errors, in_order
from zapis.engine.noting import Notes
from zapis.engine.templates.own import find_own
from zapis.files import inside, read_source
from zapis.model.meeting import Meeting
from zapis.pipeline import read_in_steps
from zapis.source import SourceFile
from zapis.steps import Steps, finish
from zapis.workspace import Workspace

# With a broken zapis.yaml these would only say once more that series and persons are not known.
_FOLLOW_FROM_SETTINGS = frozenset(
    {codes.UNKNOWN_REFERENCE, codes.UNKNOWN_ASSIGNEE, codes.UNKNOWN_TEMPLATE}
)
# Where links lead is asked twice of each, and meetings of a series share their attachments.
_PLACES = 256


class ReadFile(Struct, frozen=True):
    """One source as read: `meeting` is None where the file is no minutes or cannot be read."""

    source: SourceFile
    meeting: Meeting | None
    diagnostics: Diagnostics

    @property
    def path(self) -> str:
        """The path of the source relative to the root."""
        return self.source.path

    @property
    def failed(self) -> bool:
        """Whether no document can be made."""
        return self.meeting is None or has_errors(self.diagnostics)

    @property
    def is_minutes(self) -> bool:
        """Whether the file is minutes, or wants to be."""
        return self.meeting is not None or has_errors(self.diagnostics)

    @property
    def has_warnings(self) -> bool:
        """Whether anything but tips was said."""
        return any(item.severity is not Severity.TIP for item in self.diagnostics)

    @property
    def report(self) -> FileReport:
        """The diagnostics in the order of their places."""
        return FileReport(self.source, in_order(self.diagnostics))

    def with_diagnostics(self, more: Iterable[Diagnostic]) -> "ReadFile":
        """The same file with more to be said of it."""
        return replace(self, diagnostics=(*self.diagnostics, *more))


def read_all(
    workspace: Workspace,
    paths: Iterable[str],
    named: Collection[str],
    progress: Callable[[str], None] = lambda _path: None,
    notes: Notes | None = None,
) -> tuple[ReadFile, ...]:
    """Every source of the workspace in the order of `paths`; `named` were asked for by name.

    `notes` take down what the sources depend on.
    """
    surroundings = surroundings_of(workspace)
    if notes is not None:
        workspace, surroundings = noted(workspace, surroundings, notes)
    files: list[ReadFile] = []
    for path in paths:
        progress(path)
        files.append(read_file(workspace, path, surroundings, named=path in named))
    return tuple(files)


def noted(
    workspace: Workspace, surroundings: Surroundings, notes: Notes
) -> tuple[Workspace, Surroundings]:
    """The same, noting what is asked of them."""
    settings = notes.settings(workspace.settings)
    return replace(workspace, settings=settings), notes.surroundings(surroundings)


def surroundings_of(workspace: Workspace) -> Surroundings:
    """What rules may ask about the files of a workspace."""

    @lru_cache(maxsize=_PLACES)
    def place(path: str) -> Path | None:
        return inside(workspace.root, path)

    def exists(path: str) -> bool:
        found = place(path)
        return found is not None and found.exists()

    def contains(path: str) -> bool:
        return place(path) is not None

    @cache
    def templates() -> Collection[str]:
        return tuple(find_own(workspace.root))

    return Surroundings(exists, contains, templates)


def read_file(
    workspace: Workspace, path: str, surroundings: Surroundings, *, named: bool
) -> ReadFile:
    """One source of the workspace; `named` as in `read_all`, for this file alone."""
    return finish(read_file_in_steps(workspace, path, surroundings, named=named))


def read_file_in_steps(
    workspace: Workspace, path: str, surroundings: Surroundings, *, named: bool
) -> Steps[ReadFile]:
    """As `read_file`, one pass a step."""
    if (problem := _name_problem(path)) is not None:
        return ReadFile(SourceFile(path, ""), None, (problem,))
    read = read_source(workspace.root, path)
    if read.failed:
        return ReadFile(read.value, None, read.diagnostics)
    yield
    made = yield from read_in_steps(read.value, workspace.settings, surroundings, named=named)
    found: Iterable[Diagnostic] = (*read.diagnostics, *made.diagnostics)
    if workspace.broken:
        found = (item for item in found if item.code not in _FOLLOW_FROM_SETTINGS)
    return ReadFile(read.value, made.value, tuple(found))


def _name_problem(path: str) -> Diagnostic | None:
    """What keeps a file's name out of lines of text, where the tracker and reports need it."""
    if path.isprintable() or all(char.isprintable() or char == "\xa0" for char in path):
        return None
    message = "název souboru obsahuje znak, který nelze zapsat do textu"
    cure = "soubor přejmenujte, použijte písmena, číslice, pomlčky a tečky"
    return Diagnostic(codes.UNREADABLE_FILE, message, cure=cure)
