"""Formats that need more than zapis itself: what is missing is told once, the others are made."""

from typing import NamedTuple

from zapis import codes
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.render.pdf.library import MissingLibrary, find_slowness

_PDF = "pdf"


class Makeable(NamedTuple):
    """The formats that can be made on this machine, and what is to be said of the others."""

    formats: tuple[str, ...]
    problems: Diagnostics = ()


def find_makeable(formats: tuple[str, ...]) -> Makeable:
    """Which of these formats can be made here; libraries of the others are not even looked for."""
    if _PDF not in formats:
        return Makeable(formats)
    try:
        cure = find_slowness()
    except MissingLibrary as problem:
        others = tuple(name for name in formats if name != _PDF)
        return Makeable(
            others, (Diagnostic(codes.MISSING_LIBRARY, str(problem), cure=problem.cure),)
        )
    if cure is None:
        return Makeable(formats)
    message = "bez knihovny HarfBuzz-Subset trvá výroba PDF mnohem déle"
    return Makeable(formats, (Diagnostic(codes.SLOW_PDF, message, cure=cure),))
