"""The identity of a meeting, from which the identities of its tasks are made."""

import datetime as dt
import re
from pathlib import PurePosixPath

from zapis.codes import INVALID_ID
from zapis.czech.folding import slug
from zapis.diagnostics import Diagnostic, Outcome
from zapis.model.settings import Series
from zapis.source import Span

_ID = re.compile(r"[A-Za-z0-9._-]*[A-Za-z0-9][A-Za-z0-9._-]*")
_NAMELESS = "zapis"


def read_id(written: str, span: Span | None, default: str) -> Outcome[str]:
    """The id an author gave, or the default; characters are `A-Za-z0-9._-`."""
    if not written:
        return Outcome(default)
    if _ID.fullmatch(written):
        return Outcome(written)
    better = slug(written) or default
    message = f"označení „{written}“ má znaky, které v něm být nesmí"
    return Outcome(better, (Diagnostic(INVALID_ID, message, span, f"id: {better}"),))


def default_id(series: Series | None, date: dt.date | None, source_path: str) -> str:
    """`BC-2026-01-23` from the abbreviation (else key) of the series and the date, else the file.

    `source_path` has `/`; its stem becomes a slug.
    """
    if series and date:
        name = slug("".join((series.abbreviation or series.key).split()))
        if name:
            return f"{name}-{date.isoformat()}"
    return slug(PurePosixPath(source_path).stem) or _NAMELESS
