"""Words for labels, parts and signatures in zapis.yaml: which one an author means."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from zapis.czech.folding import similar
from zapis.czech.shortening import one_line, shorten
from zapis.model.kinds import DEFAULT_LABELS, KINDS, PART_NAMES
from zapis.schema.key_folding import fold_key
from zapis.schema.keys import HEADER_KEYS, find_key

_LONGEST_QUOTED = 40
_SIGNERS = frozenset(
    {"recorder", "reviewer", "verifier", "approved_by"}
    | {"chair", "convened_by", "opened_by", "facilitator"}
)
_PARTS: Mapping[str, str] = MappingProxyType(
    {
        **{fold_key(name): part for part, name in PART_NAMES.items()},
        # What else people may call a part.
        "udaje": "fields",
        "hlavicka": "fields",
        "pritomni": "attendance",
        "zaznam": "record",
        "body": "record",
        "prehledukolu": "tasks",
        "pristi": "next_meeting",
        "rozdelovnik": "closing",
        "vyveseni": "closing",
    }
)


class FoundLabel(Struct, frozen=True):
    """A label: the names that it has among those of documents, and the forms that are printed."""

    names: tuple[str, ...]
    printed: tuple[str, ...]


def find_label(written: str) -> FoundLabel | None:
    """The label that is printed like this; None for one that no document has."""
    folded = fold_key(written)
    names = _names().get(folded, ())
    match = find_key(written)
    if match is None or (match.key.silent and (names or match.key.name not in DEFAULT_LABELS)):
        return FoundLabel(names, ()) if names else None
    if not names and match.key.name in DEFAULT_LABELS:
        names = (match.key.name,)
    return FoundLabel(names, (match.label,))


def near_label(written: str) -> str | None:
    """The label that was probably meant by an unknown one."""
    return similar(one_line(written), _known_labels())


def find_part(written: str) -> tuple[str | None, str | None]:
    """The part of documents, else the word for one that was probably meant."""
    folded = fold_key(written)
    part = _PARTS.get(folded)
    near = None if part else similar(folded, _PARTS)
    return part, PART_NAMES[_PARTS[near]] if near else None


def find_signer(written: str) -> tuple[str | None, str | None]:
    """The role of those who sign, in any form of its key, else the form probably meant."""
    match = find_key(written)
    if match and match.key.name in _SIGNERS:
        return match.key.name, None
    return None, similar(fold_key(written), _signing_forms())


def unknown_word(noun: str, written: str, near: str | None) -> str:
    """The message for a word that zapis.yaml should not have."""
    told = shorten(one_line(written), _LONGEST_QUOTED)
    return f"{noun} „{told}“ zapis nezná" + (f", mysleli jste „{near}“?" if near else "")


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Names of labels by what is printed in any kind, folded."""
    found: dict[str, dict[str, None]] = {}
    for labels in (DEFAULT_LABELS, *(kind.labels for kind in KINDS)):
        for name, text in labels.items():
            found.setdefault(fold_key(text), {})[name] = None
    return MappingProxyType({text: tuple(names) for text, names in found.items()})


@cache
def _known_labels() -> tuple[str, ...]:
    return tuple(dict.fromkeys(_printed()))


def _printed() -> Iterator[str]:
    for labels in (DEFAULT_LABELS, *(kind.labels for kind in KINDS)):
        yield from labels.values()
    for key in HEADER_KEYS:
        if not key.silent:
            yield from (label.rpartition("=")[2] for label in key.labels)


@cache
def _signing_forms() -> tuple[str, ...]:
    keys = (key for key in HEADER_KEYS if key.name in _SIGNERS)
    return tuple(fold_key(label.rpartition("=")[2]) for key in keys for label in key.labels)
