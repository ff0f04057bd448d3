"""What kinds of meetings differ in, as data: title words, labels, order of parts, signatures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from zapis.czech.folding import fold
from zapis.render.views import PARTS

# Dates of posting are written when everybody has signed.
_SIGNED_FIRST = (*PARTS[:7], "signatures", "closing")

_EVERYBODY = frozenset({"recorder", "reviewer", "verifier", "approved_by", "chair"})
_RECORDER_AND_CHIEF = frozenset({"recorder", "approved_by", "chair"})
_RECORDER_AND_VERIFIERS = frozenset({"recorder", "verifier", "chair"})


DEFAULT_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "date": "Datum",
        "time": "Čas",
        "place": "Místo konání",
        "agenda": "Program",
        "tasks": "Přehled úkolů",
        "next_meeting": "Příští jednání",
        "attachments": "Přílohy",
        "subject": "Předmět jednání",
    }
)
"""Labels of every kind that has no other."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of meeting.

    `noun` names the body that meets („pracovní skupina“) or the event itself („porada“), `of_noun`
    is its genitive. A body holds an `event`, given in the genitive („jednání“); it is empty where
    the noun is the event. `gender` is m, f or n and declines adjectives before the noun.
    `keeps_case` leaves the capital of an official name („Rada města“). `aliases` are other ways to
    name the kind, as nominatives. `line_roles` are signatures that get a line to sign on;
    `chair_signs` adds the chair to them. `labels` are used where the author wrote none.
    """

    noun: str
    of_noun: str
    gender: str
    event: str = ""
    aliases: tuple[str, ...] = ()
    keeps_case: bool = False
    long_date: bool = True
    line_roles: frozenset[str] = frozenset()
    chair_signs: bool = False
    on_behalf: str = ""
    labels: Mapping[str, str] = field(default_factory=lambda: DEFAULT_LABELS)
    parts: tuple[str, ...] = PARTS


def _labels(**labels: str) -> Mapping[str, str]:
    return MappingProxyType({**DEFAULT_LABELS, **labels})


GENERAL = Kind("jednání", "jednání", "n")
"""The form of every kind that is not among `KINDS`."""

KINDS: tuple[Kind, ...] = (
    Kind(
        *("pracovní skupina", "pracovní skupiny", "f", "jednání"),
        on_behalf="pracovní skupinu",
    ),
    Kind(
        *("kulatý stůl", "kulatého stolu", "m"),
        on_behalf="kulatý stůl",
        labels=_labels(next_meeting="Příští kulatý stůl"),
    ),
    Kind(
        *("komise", "komise", "f", "jednání"),
        line_roles=_EVERYBODY,
        on_behalf="komisi",
    ),
    Kind(
        *("výbor", "výboru", "m", "jednání"),
        line_roles=_EVERYBODY,
        on_behalf="výbor",
    ),
    Kind(
        *("porada", "porady", "f"),
        long_date=False,
        line_roles=_RECORDER_AND_CHIEF,
        labels=_labels(place="Místo", tasks="Přehled nových úkolů", next_meeting="Příští porada"),
    ),
    Kind(
        *("kontrolní den", "kontrolního dne", "m"),
        long_date=False,
        line_roles=_EVERYBODY,
        labels=_labels(next_meeting="Příští kontrolní den"),
    ),
    # Zákon č. 128/2000 Sb., § 95: the mayor signs together with the verifiers.
    Kind(
        *("zastupitelstvo", "zastupitelstva", "n", "zasedání"),
        aliases=("zasedání zastupitelstva",),
        keeps_case=True,
        line_roles=_RECORDER_AND_VERIFIERS,
        chair_signs=True,
        labels=_labels(next_meeting="Příští zasedání"),
        parts=_SIGNED_FIRST,
    ),
    # Zákon č. 128/2000 Sb., § 101: the mayor signs together with another councillor.
    Kind(
        *("rada", "rady", "f", "schůze"),
        aliases=("schůze rady", "jednání rady"),
        keeps_case=True,
        line_roles=_RECORDER_AND_VERIFIERS,
        chair_signs=True,
        labels=_labels(next_meeting="Příští schůze"),
        parts=_SIGNED_FIRST,
    ),
    Kind(
        *("členská schůze", "členské schůze", "f"),
        line_roles=_EVERYBODY,
        chair_signs=True,
        labels=_labels(next_meeting="Příští členská schůze"),
    ),
    Kind(
        *("shromáždění vlastníků", "shromáždění vlastníků", "n"),
        line_roles=_EVERYBODY,
        chair_signs=True,
        labels=_labels(next_meeting="Příští shromáždění"),
    ),
    Kind(
        *("školská rada", "školské rady", "f", "zasedání"),
        aliases=("zasedání školské rady", "jednání školské rady"),
        line_roles=_RECORDER_AND_VERIFIERS,
        on_behalf="školskou radu",
        labels=_labels(next_meeting="Příští zasedání"),
    ),
    Kind(
        *("hlasování per rollam", "hlasování per rollam", "n"),
        aliases=("per rollam", "rozhodování per rollam", "rozhodnutí per rollam"),
        line_roles=_EVERYBODY,
        labels=_labels(date="Datum hlasování", time="Doba hlasování"),
    ),
)
"""All known kinds."""

# Longer forms first, so that „školská rada“ is not taken for what begins with „rada“.
_FORMS: tuple[tuple[str, Kind], ...] = tuple(
    sorted(
        ((fold(form), kind) for kind in KINDS for form in (kind.noun, *kind.aliases)),
        key=lambda pair: -len(pair[0]),
    )
)


def find_kind(text: str) -> tuple[Kind, str] | None:
    """The kind that a text begins with, and what follows it in the text („komise | Rady města“)."""
    words = " ".join(text.split())
    folded = fold(words)
    for form, kind in _FORMS:
        if folded == form or folded.startswith(form + " "):
            return kind, words[len(form) + 1 :]
    return None
