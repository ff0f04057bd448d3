"""Documents whose minutes are gone, renamed, or make documents of another name or format now."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from zapis import codes
from zapis.diagnostics import Diagnostic, FileReport
from zapis.engine.index.documents import DocumentRow, OutFile, document_row
from zapis.engine.outputs.journal import Journal
from zapis.engine.outputs.placing import is_untouched
from zapis.files import inside
from zapis.render.formats import FORMATS
from zapis.source import SourceFile

_LEFT = "//"
"""Stands before the name of a document that was left although it is nobody's; no path of a source
begins like this, so that the next build asks again."""


class Removed(Struct):
    """The files that were removed, rows as they are then, and what is to be said of others."""

    paths: list[Path] = field(default_factory=list)
    rows: list[DocumentRow] = field(default_factory=list)
    reports: list[FileReport] = field(default_factory=list)


class Remover(Struct, frozen=True):
    """Removes documents that zapis wrote, and that nobody changed since unless `overwrite`.

    `formats` are all that are wanted in the output folder.
    """

    output: Path
    formats: frozenset[str]
    overwrite: bool = False
    journal: Journal = field(default_factory=lambda: Journal(None))

    def remove(
        self, before: Iterable[DocumentRow], now: Mapping[str, DocumentRow], removed: Removed
    ) -> None:
        """Remove the documents of rows as they were that rows as they are now do not have.

        Of sources that are still there only other names and formats are removed.
        """
        taken = {
            name.casefold(): name
            for row in now.values()
            for form in self.formats
            for name in (f"{row.name}.{form}",)
        }
        for row in before:
            kept = now.get(row.path)
            if kept is None or kept.name != row.name:
                self._clear(row, row.each_file(), taken, removed)
            elif not self.formats.issuperset(row.formats.split(",")):
                self._clear_formats(kept, taken, removed)

    def _clear(
        self,
        row: DocumentRow,
        files: Mapping[str, OutFile],
        taken: Mapping[str, str],
        removed: Removed,
    ) -> None:
        """Remove files; those that must stay are remembered under a name of their own."""
        for form, file in files.items():
            if not self._is_removed(row.name, form, file, taken, removed):
                path = row.path if row.path.startswith(_LEFT) else f"{_LEFT}{row.name}.{form}"
                removed.rows.append(document_row(path, row.name, "", {form: file}))

    def _clear_formats(self, row: DocumentRow, taken: Mapping[str, str], removed: Removed) -> None:
        """Remove documents in formats that are wanted no more."""
        left = {
            form: file
            for form, file in row.each_file().items()
            if form in self.formats or not self._is_removed(row.name, form, file, taken, removed)
        }
        removed.rows.append(document_row(row.path, row.name, row.made_of, left))

    def _is_removed(
        self, name: str, form: str, file: OutFile, taken: Mapping[str, str], removed: Removed
    ) -> bool:
        """Whether nothing of zapis stands there any more."""
        # The index may come with a folder from anywhere: nothing outside the output is touched.
        path = inside(self.output, f"{name}.{form}") if form in FORMATS else None
        if path is None or not path.is_file() or _is_taken(path, f"{name}.{form}", taken):
            return True
        if not (self.overwrite or is_untouched(path, file, self.journal)):
            removed.reports.append(FileReport(SourceFile(path.as_posix(), ""), (_left(path),)))
            return False
        try:
            path.unlink()
        except OSError:
            return False
        removed.paths.append(path)
        _remove_empty(path.parent, self.output)
        return True


def _is_taken(path: Path, name: str, taken: Mapping[str, str]) -> bool:
    """Whether the file is another's document now; on some disks case makes no other name."""
    other = taken.get(name.casefold())
    if other is None or other == name:
        return other is not None
    try:
        return path.with_name(other.rpartition("/")[2]).samefile(path)
    except OSError:
        return False


def _remove_empty(folder: Path, output: Path) -> None:
    """Remove folders that have nothing in them any more, but never the output folder."""
    while folder != output and folder.is_relative_to(output):
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _left(path: Path) -> Diagnostic:
    message = f"dokument „{path.as_posix()}“ už k žádnému zápisu nepatří, ale někdo ho změnil"
    cure = "smažte ho sami, nebo ho nechte smazat příkazem zapis build --prepsat"
    return Diagnostic(codes.CHANGED_OUTPUT, message, cure=cure)
