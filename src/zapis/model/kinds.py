"""What kinds of meetings differ in, as data: title line, labels, order of parts, signatures."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from zapis.czech.folding import fold

PARTS: tuple[str, ...] = (
    "fields",
    "attendance",
    "agenda",
    "record",
    "tasks",
    "next_meeting",
    "attachments",
    "closing",
    "signatures",
)
"""The parts of a document below its title, in the usual order."""

PART_NAMES: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            PARTS,
            (
                *("radky", "ucast", "program", "telo", "ukoly", "pristi_jednani", "prilohy"),
                *("zaverecne_radky", "podpisy"),
            ),
            strict=True,
        )
    )
)
"""What templates and zapis.yaml call the parts."""

DEFAULT_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "date": "Datum",
        "date_and_time": "Datum a čas",
        "time": "Čas",
        "place": "Místo konání",
        "subject": "Předmět jednání",
        "agenda": "Program",
        "reviews": "Kontrola úkolů",
        "tasks": "Přehled úkolů",
        "number": "Č.",
        "task": "Úkol",
        "assignees": "Zodpovídá",
        "deadline": "Termín",
        "status": "Stav",
        "resolution": "Usnesení",
        "vote": "Hlasování",
        "conclusion": "Závěr",
        "restricted": "Neveřejné",
        "next_meeting": "Příští jednání",
        "attachments": "Přílohy",
        "contents": "Obsah",
        "footnotes": "Poznámky",
    }
)
"""Labels of every kind that has no other."""

# Dates of posting are written when everybody has signed.
_SIGNED_FIRST = (*PARTS[:7], "signatures", "closing")

_EVERYBODY = ("recorder", "reviewer", "verifier", "approved_by")
_RECORDER_AND_CHIEF = ("recorder", "approved_by")
_RECORDER_VERIFIERS_CHAIR = ("recorder", "verifier", "chair")


class Kind(Struct, frozen=True):
    """A kind of meeting.

    `noun` names the body that meets („pracovní skupina“) or the event itself („porada“), `of_noun`
    is its genitive. A body holds an `event`, given in the genitive („jednání“); it is empty where
    the noun is the event. `gender` is m, f or n and declines adjectives before the noun.
    `keeps_case` leaves the capital of an official name („Rada města“). `aliases` are other ways to
    name the kind, as nominatives. `one_line` keeps the title line in one piece; `heading` is used
    instead of it where it is given, with the places that an author's own title line may have.

    `signers` are the roles that get a line to sign on; officers among them („chair“) sign although
    no key of the header says so. The order is that of the header unless `signers_ordered`. `labels`
    are used where the author wrote none. `spells_tasks` writes tasks out („Úkol 1: … Zodpovídá: …
    Termín: …“) instead of „… → Eva Horáková; do pátku (úkol 1)“.
    """

    noun: str
    of_noun: str
    gender: str
    event: str = ""
    aliases: tuple[str, ...] = ()
    keeps_case: bool = False
    one_line: bool = False
    heading: str = ""
    long_date: bool = True
    signers: tuple[str, ...] = ()
    signers_ordered: bool = False
    on_behalf: str = ""
    labels: Mapping[str, str] = field(default_factory=lambda: DEFAULT_LABELS)
    parts: tuple[str, ...] = PARTS
    spells_tasks: bool = False


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
        signers=_EVERYBODY,
        on_behalf="komisi",
    ),
    Kind(
        *("výbor", "výboru", "m", "jednání"),
        signers=_EVERYBODY,
        on_behalf="výbor",
    ),
    Kind(
        *("porada", "porady", "f"),
        one_line=True,
        long_date=False,
        signers=_RECORDER_AND_CHIEF,
        labels=_labels(place="Místo", tasks="Přehled nových úkolů", next_meeting="Příští porada"),
        spells_tasks=True,
    ),
    Kind(
        *("kontrolní den", "kontrolního dne", "m"),
        long_date=False,
        signers=_EVERYBODY,
        labels=_labels(next_meeting="Příští kontrolní den"),
    ),
    # Zákon č. 128/2000 Sb., § 95: the mayor signs together with the verifiers.
    Kind(
        *("zastupitelstvo", "zastupitelstva", "n", "zasedání"),
        aliases=("zasedání zastupitelstva",),
        keeps_case=True,
        signers=_RECORDER_VERIFIERS_CHAIR,
        labels=_labels(next_meeting="Příští zasedání"),
        parts=_SIGNED_FIRST,
    ),
    # Zákon č. 128/2000 Sb., § 101: the mayor signs together with another councillor.
    Kind(
        *("rada", "rady", "f", "schůze"),
        aliases=("schůze rady", "jednání rady"),
        keeps_case=True,
        signers=_RECORDER_VERIFIERS_CHAIR,
        labels=_labels(next_meeting="Příští schůze"),
        parts=_SIGNED_FIRST,
    ),
    # Zákon č. 90/2012 Sb., § 423: recorder, chair and verifiers sign.
    Kind(
        *("valná hromada", "valné hromady", "f"),
        signers=_RECORDER_VERIFIERS_CHAIR,
        labels=_labels(next_meeting="Příští valná hromada"),
    ),
    Kind(
        *("členská schůze", "členské schůze", "f"),
        signers=(*_EVERYBODY, "chair"),
        labels=_labels(next_meeting="Příští členská schůze"),
    ),
    Kind(
        *("shromáždění vlastníků", "shromáždění vlastníků", "n"),
        signers=(*_EVERYBODY, "chair"),
        labels=_labels(next_meeting="Příští shromáždění"),
    ),
    Kind(
        *("školská rada", "školské rady", "f", "zasedání"),
        aliases=("zasedání školské rady", "jednání školské rady"),
        signers=("recorder", "verifier"),
        on_behalf="školskou radu",
        labels=_labels(next_meeting="Příští zasedání"),
    ),
    Kind(
        *("hlasování per rollam", "hlasování per rollam", "n"),
        aliases=("per rollam", "rozhodování per rollam", "rozhodnutí per rollam"),
        signers=_EVERYBODY,
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
