"""The state of the minutes and the switches of one meeting."""

from collections.abc import Mapping
from types import MappingProxyType

from zapis.codes import UNKNOWN_STATUS
from zapis.czech.folding import key_fold, similar
from zapis.diagnostics import Diagnostic, Outcome
from zapis.schema.header import Header, HeaderEntry

STATUSES = ("koncept", "k připomínkám", "rozesláno", "ověřeno", "schváleno")

_FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "koncept": ("draft", "návrh", "rozpracováno", "rozpracovaný"),
        "k připomínkám": ("k připomínkování", "připomínky", "připomínkování", "na připomínky"),
        "rozesláno": ("rozeslán", "rozeslaný", "rozeslána", "odesláno"),
        "ověřeno": ("ověřen", "ověřený", "ověřena"),
        "schváleno": ("schválen", "schválený", "schválena", "odsouhlaseno"),
    }
)
_STATUS_OF = MappingProxyType(
    {key_fold(form): status for status, forms in _FORMS.items() for form in (status, *forms)}
)


def read_status(entry: HeaderEntry | None) -> Outcome[str]:
    """The state in its usual form; another text is kept as it is and reported."""
    if entry is None:
        return Outcome("")
    written = " ".join(entry.text.split())
    folded = key_fold(written)
    known = _STATUS_OF.get(folded)
    if known:
        return Outcome(known)
    near = _STATUS_OF.get(similar(folded, _STATUS_OF) or "")
    message = f"stav „{written}“ zapis nezná"
    cure = f"stav: {near}" if near else ", ".join(STATUSES)
    return Outcome(written, (Diagnostic(UNKNOWN_STATUS, message, entry.span, cure),))


def read_flag(header: Header, name: str) -> bool:
    """A switch that is on unless the author wrote `ne`."""
    return header.text(name) != "ne"


def read_redacted(entry: HeaderEntry | None) -> tuple[str, ...]:
    """The names to hide; one text may hold several, on lines or between semicolons or commas."""
    if entry is None:
        return ()
    texts = (item for item in entry.items if isinstance(item, str))
    if not entry.is_list:
        texts = (part for text in texts for part in _split(text))
    names = (" ".join(text.split()) for text in texts)
    return tuple(dict.fromkeys(name for name in names if name))


def _split(text: str) -> list[str]:
    return text.replace(";", "\n").replace(",", "\n").split("\n")
