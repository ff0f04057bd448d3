"""Documents go to their places; what somebody else put there, or changed since, is left alone."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from zapis import codes
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.engine.index.digests import short_digest
from zapis.engine.index.documents import DocumentRow, MadeOf, OutFile, document_row
from zapis.engine.index.stamps import MISSING, stamp_of
from zapis.engine.making import Draft, Made
from zapis.engine.outputs.foreign import ForeignOutputError, is_foreign
from zapis.engine.outputs.journal import Journal
from zapis.files import WriteError, put_in_place, write_atomic


class Placed(NamedTuple):
    """The documents of a source that were written and those that were right already.

    `row` is what to remember, None where nothing was done because of the `problems`.
    """

    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    row: DocumentRow | None = None
    problems: Diagnostics = ()


class Placer(Struct, frozen=True):
    """Puts documents in place below an output folder."""

    output: Path
    overwrite: bool = False
    journal: Journal = field(default_factory=lambda: Journal(None))

    def place(self, made: Made, made_of: MadeOf, before: DocumentRow | None) -> Placed:
        """All documents of a source, or none of them if one is in somebody's way."""
        name = made.record.stem
        drafts = made.drafts or ()
        known = before.each_file() if before and before.name == name else {}
        obstacles = tuple(self._obstacles(name, drafts, known))
        if obstacles:
            return Placed(problems=obstacles[:1])
        try:
            files = {draft.format: self._put(name, draft) for draft in drafts}
        except WriteError as problem:
            return Placed(problems=(not_written(problem),))
        is_same = before is not None and before.made_of == made_of.as_text()
        others = {
            form: file._replace(is_current=file.is_current and is_same)
            for form, file in known.items()
            if form not in files
        }
        row = document_row(made.path, name, made_of.as_text(), {**others, **files})
        names = [(f"{name}.{draft.format}", draft.stamp is None) for draft in drafts]
        return Placed(
            tuple(path for path, is_new in names if is_new),
            tuple(path for path, is_new in names if not is_new),
            row,
        )

    def _put(self, name: str, draft: Draft) -> OutFile:
        path = self.output / f"{name}.{draft.format}"
        if draft.stamp is not None:
            return OutFile(draft.stamp, draft.digest)
        self.journal.note(draft.digest)
        if draft.aside:
            put_in_place(Path(draft.aside), path)
        else:
            write_atomic(path, draft.data or b"")
        return OutFile(stamp_of(path), draft.digest)

    def _obstacles(
        self, name: str, drafts: Iterable[Draft], known: dict[str, OutFile]
    ) -> Iterable[Diagnostic]:
        for draft in drafts:
            if draft.stamp is None and not self.overwrite:
                path = self.output / f"{name}.{draft.format}"
                file = known.get(draft.format)
                if file is None and is_foreign(path):
                    yield not_written(ForeignOutputError(path))
                elif file is not None and not is_untouched(path, file, self.journal):
                    yield _changed(path)


def is_untouched(path: Path, file: OutFile, journal: Journal) -> bool:
    """Whether a document is as zapis wrote it; one that is empty or gone is nobody's work."""
    stamp = stamp_of(path)
    if stamp in (file.stamp, MISSING) or stamp.size == 0:
        return True
    try:
        own = short_digest(path.read_bytes())
    except OSError:
        return False
    return own == file.digest or own in journal.earlier


def not_written(error: WriteError) -> Diagnostic:
    """What to say where a document could not be written."""
    if isinstance(error, ForeignOutputError):
        cure = "soubor přejmenujte; smí-li se přepsat, přidejte k zapis build volbu --prepsat"
        return Diagnostic(codes.FOREIGN_OUTPUT, str(error), cure=cure)
    cure = "zavřete dokument v jiných programech a spusťte zapis build znovu"
    return Diagnostic(codes.CANNOT_WRITE, str(error), cure=cure)


def _changed(path: Path) -> Diagnostic:
    message = f"dokument „{path.as_posix()}“ od posledního překladu někdo změnil, nepřepíše se"
    cure = "úpravy přeneste do zápisu a spusťte zapis build --prepsat"
    return Diagnostic(codes.CHANGED_OUTPUT, message, cure=cure)
