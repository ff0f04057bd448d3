"""Find the series and the project that a header names in the settings."""

from collections.abc import Mapping
from typing import TypeVar

from zapis.codes import UNKNOWN_REFERENCE
from zapis.czech.folding import key_fold, similar
from zapis.diagnostics import Diagnostic, Outcome
from zapis.model.settings import Project, Series
from zapis.source import Span

R = TypeVar("R", Series, Project)


def find_series(
    written: str, known: Mapping[str, Series], span: Span | None
) -> Outcome[Series | None]:
    """The series under a key of `serie:`; another spelling of the key will do."""
    return _find(written, known, span, ("série", "serie"))


def find_project(
    written: str, known: Mapping[str, Project], span: Span | None
) -> Outcome[Project | None]:
    """The project under a key of `projekty:`; another spelling of the key will do."""
    return _find(written, known, span, ("projekt", "projekty"))


def _find(
    written: str,
    known: Mapping[str, R],
    span: Span | None,
    kind: tuple[str, str],
) -> Outcome[R | None]:
    exact = known.get(written)
    if exact is not None:
        return Outcome(exact)
    folded = key_fold(written)
    same = [item for key, item in known.items() if key_fold(key) == folded]
    if len(same) == 1:
        return Outcome(same[0])
    named = (item.key for item in known.values() if folded in map(key_fold, _names(item)))
    near = next(named, None) or similar(written, known)
    message = f"{kind[0]} „{written}“ v zapis.yaml není"
    if near:
        message += f", mysleli jste „{near}“?"
    cure = near or f"do zapis.yaml pod {kind[1]}: doplňte {written}:"
    return Outcome(None, (Diagnostic(UNKNOWN_REFERENCE, message, span, cure),))


def _names(item: Series | Project) -> tuple[str, str]:
    """What people may write instead of the key."""
    other = item.abbreviation if isinstance(item, Series) else item.number
    return item.name, other
