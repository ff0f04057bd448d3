"""Two meetings with one id: both are named, and a copy is told from its original."""

import re
from collections.abc import Iterable, Sequence

from zapis import codes
from zapis.diagnostics import Diagnostic
from zapis.engine.reading import ReadFile

_COPY = re.compile(r"kopie|copy|\(\d+\)|[-_ ]\d?konflikt|~$", re.IGNORECASE)


def find_duplicates(files: Sequence[ReadFile]) -> tuple[ReadFile, ...]:
    """The files, with an error at each whose id is taken; the original of a copy has none."""
    by_id: dict[str, list[ReadFile]] = {}
    for file in files:
        if file.meeting is not None:
            by_id.setdefault(file.meeting.id.casefold(), []).append(file)
    errors = {
        file.path: error
        for group in by_id.values()
        if len(group) > 1
        for file, error in _errors(group)
    }
    return tuple(
        file.with_diagnostics((errors[file.path],)) if file.path in errors else file
        for file in files
    )


def _errors(group: list[ReadFile]) -> Iterable[tuple[ReadFile, Diagnostic]]:
    originals = [file for file in group if not _looks_like_copy(file, group)]
    for file in group:
        if len(originals) == 1 and file is originals[0]:
            continue
        other = next(item for item in (*originals, *group) if item is not file)
        yield file, _error(file, other, copy=file not in originals)


def _looks_like_copy(file: ReadFile, group: list[ReadFile]) -> bool:
    if _COPY.search(file.path):
        return True
    return any(
        other.source.text == file.source.text
        and (len(other.path), other.path) < (len(file.path), file.path)
        for other in group
        if other is not file
    )


def _error(file: ReadFile, other: ReadFile, *, copy: bool) -> Diagnostic:
    meeting = file.meeting
    name = meeting.id if meeting else ""
    kind = "soubor vypadá jako kopie" if copy else "stejné označení má"
    message = f"jednání „{name}“ už je v souboru „{other.path}“, {kind}"
    if not copy:
        message = f"jednání „{name}“ je i v souboru „{other.path}“"
    cure = (
        "kopii smažte, nebo v ní změňte datum či sérii"
        if copy
        else f"do jednoho z nich doplňte jiné označení: id: {name}-2"
    )
    span = meeting.spans.get("id") or meeting.spans.get("date") if meeting else None
    return Diagnostic(codes.DUPLICATE_MEETING, message, span, cure)
