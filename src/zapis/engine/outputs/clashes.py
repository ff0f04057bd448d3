"""Documents that would overwrite each other, or minutes: only the first of them is made."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from zapis import codes
from zapis.diagnostics import Diagnostic
from zapis.engine.outputs.places import output_stem, target_of
from zapis.engine.reading import ReadFile
from zapis.source import Span
from zapis.workspace import Workspace


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


def find_overwritten(
    files: Sequence[ReadFile], workspace: Workspace, output: Path, formats: Iterable[str]
) -> tuple[ReadFile, ...]:
    """The files, with an error at each whose document would overwrite minutes, mostly its own.

    **Why:** minutes named on the command line may have any ending, that of a document too.
    """
    sources = {_place(workspace.root / file.path): file.path for file in files}
    endings = tuple(formats)
    checked: list[ReadFile] = []
    for file in files:
        if file.meeting is None or file.failed:
            checked.append(file)
            continue
        target = target_of(workspace, output, file.meeting)
        places = (_place(target.path(ending)) for ending in endings)
        lost = sorted({sources[place] for place in places if place in sources})
        checked.append(file.with_diagnostics(_overwrites(path) for path in lost))
    return tuple(checked)


def _place(path: Path) -> str:
    return os.path.abspath(path).casefold()  # noqa: PTH100 - `absolute` keeps `..` in the path


def _clash(stem: str, other: str) -> Diagnostic:
    message = f"dokument „{stem}“ vzniká už ze souboru „{other}“"
    return Diagnostic(codes.OUTPUT_CLASH, message, cure="jeden ze souborů přejmenujte")


def _overwrites(path: str) -> Diagnostic:
    message = f"dokument by přepsal zápis „{path}“"
    cure = f"zápis přejmenujte: {Path(path).stem}.md"
    return Diagnostic(codes.OUTPUT_CLASH, message, Span(0, 0), cure)
