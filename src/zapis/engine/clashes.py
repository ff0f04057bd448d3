"""Two sources whose documents would have one name: only the first of them is made."""

from collections.abc import Sequence

from zapis import codes
from zapis.diagnostics import Diagnostic
from zapis.engine.outputs import output_stem
from zapis.engine.reading import ReadFile


def find_clashes(files: Sequence[ReadFile]) -> tuple[ReadFile, ...]:
    """The files, with an error at each whose documents another file has already taken.

    Names that differ in case only are one name: they are on Windows and macOS.
    """
    taken: dict[str, str] = {}
    checked: list[ReadFile] = []
    for file in files:
        if file.meeting is None or file.failed:
            checked.append(file)
            continue
        stem = output_stem(file.meeting).as_posix()
        other = taken.setdefault(stem.casefold(), file.path)
        if other == file.path:
            checked.append(file)
        else:
            checked.append(file.with_diagnostics((_clash(stem, other),)))
    return tuple(checked)


def _clash(stem: str, other: str) -> Diagnostic:
    message = f"dokument „{stem}“ vzniká už ze souboru „{other}“"
    return Diagnostic(codes.OUTPUT_CLASH, message, cure="jeden ze souborů přejmenujte")
