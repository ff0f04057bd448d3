"""Files that another program has open: who has them, and a refusal that says so."""

from collections.abc import Iterator
from pathlib import Path

from zapis.files.writing import WriteError, holds, write_atomic

_LARGEST_MARK = 4096
_LONGEST_NAME = 60
_WORD_ENDINGS = frozenset({".doc", ".docx", ".dotx", ".rtf"})
_SHORT_STEM = 6
# Where the second copy of the name stands, in UTF-16 behind its length: Excel's files and Word's.
_WIDE_NAMES = (55, 54)


class OpenedError(WriteError):
    """A file was not written because another program has it open; `cure` says what to do."""

    def __init__(self, path: Path, program: str) -> None:
        super().__init__(path, f"je otevřený v jiném programu ({program})")
        mark = next(_marks(path), None)
        self.cure = "zavřete ho a spusťte příkaz znovu"
        if mark is not None:
            self.cure += f"; jestli ho nikdo otevřený nemá, smažte soubor {mark[0].name}"


def opened_by(path: Path) -> str | None:
    """The program that has a file open and for whom („Excel, Jana Malá“); None where nothing says.

    Read from the owner files that Office (`~$x.xlsx`) and LibreOffice (`.~lock.x.xlsx#`) put
    beside what they have open; a crash of theirs may leave one behind.
    """
    found = next(_marks(path), None)
    if found is None:
        return None
    mark, program = found
    name = _owner(mark, program)
    return f"{program}, {name}" if name else program


def write_export(path: Path, data: bytes) -> bool:
    """Write a file for other programs unless it is equal; whether anything was written.

    Raises `OpenedError` where a program has the file open, else `WriteError`.

    **Why** it is not overwritten where the system would allow it: the person who looks at it
    would not see the change, and would put the old content back with the next save.
    """
    if holds(path, data):
        return False
    _require_closed(path)
    try:
        write_atomic(path, data)
    except WriteError:
        _require_closed(path)  # opened in the meantime
        raise
    return True


def _require_closed(path: Path) -> None:
    if program := opened_by(path):
        raise OpenedError(path, program)


def _marks(path: Path) -> Iterator[tuple[Path, str]]:
    """Owner files that are there, with the program that makes such."""
    is_word = path.suffix.lower() in _WORD_ENDINGS
    office = "Word" if is_word else "Excel"
    # Word puts its mark in place of the first characters of longer names.
    cut = min(max(len(path.stem) - _SHORT_STEM, 0), 2) if is_word else 0
    for name, program in (
        (f"~${path.name[cut:]}", office),
        (f".~lock.{path.name}#", "LibreOffice"),
    ):
        mark = path.parent / name
        if _is_file(mark):
            yield mark, program


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _owner(mark: Path, program: str) -> str:
    """The name of whoever has the file open, empty where it cannot be read."""
    try:
        with mark.open("rb") as stream:
            data = stream.read(_LARGEST_MARK)
    except OSError:  # Excel lets nobody read it as long as it is running
        return ""
    name = _libre_name(data) if program == "LibreOffice" else _office_name(data)
    return "".join(filter(str.isprintable, name)).strip()[:_LONGEST_NAME]


def _libre_name(data: bytes) -> str:
    """The full name, or else the account, of „Jana Malá,jana,pc,13.04.2026 10:00,…“."""
    fields = data.decode("utf-8", "replace").split(",")
    return next((field for field in fields[:2] if field.strip()), "")


def _office_name(data: bytes) -> str:
    """The name that stands behind its length twice: in one byte a letter, and in UTF-16."""
    length = data[0] if data else 0
    for at in _WIDE_NAMES:
        if length and data[at : at + 2] == bytes((length, 0)):
            return data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    return data[1 : 1 + length].decode("cp1250", "replace")
