"""What a filter was understood as: values, a Czech sentence about them, problems."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Generic, NamedTuple, TypeVar

from zapis.czech.folding import fold, similar
from zapis.czech.shortening import one_line, shorten
from zapis.tasks.query.asked import FilterProblem

Value = TypeVar("Value")

PEOPLE_OPTION = "--kdo"
ORGANIZATION_OPTION = "--organizace"

_LONGEST = 200
_SHOWN = 60
_MOST_LISTED = 6
_MOST_NEAR = 3
_LIKENESS = 0.66
_BARE = re.compile(r"\w[\w./-]*")
_QUOTES = "„“”\"'‚‘’»«"


class Found(NamedTuple, Generic[Value]):
    """What words of a filter mean; `meaning` says it in Czech, empty where nothing was found."""

    values: frozenset[Value] = frozenset()
    meaning: str = ""
    problems: tuple[FilterProblem, ...] = ()


def join_found(found: Iterable[Found[Value]], joint: str = "; ") -> Found[Value]:
    """The values of one option together: any of them counts."""
    answers = tuple(found)
    return Found(
        frozenset[Value]().union(*(answer.values for answer in answers)),
        joint.join(answer.meaning for answer in answers if answer.meaning),
        tuple(problem for answer in answers for problem in answer.problems),
    )


def clean(written: str) -> str:
    """The words on one line without quotes and `@` around them, as much as anybody would type."""
    return one_line(one_line(written[:_LONGEST]).strip(_QUOTES).removeprefix("@").strip(_QUOTES))


def shown(written: str) -> str:
    """The words as messages quote them."""
    return shorten(one_line(written[: 2 * _LONGEST]), _SHOWN)


def equation(written: str, meaning: str, kind: str, remarks: Sequence[str] = ()) -> str:
    """„novakova = Jana Nováková“; where that is what was written, its kind: „řeší Jana Nováková“.

    Remarks follow in parentheses.
    """
    words = shown(written)
    said = f"{kind} {meaning}" if words == meaning else f"{words} = {meaning}"
    return f"{said} ({'; '.join(remarks)})" if remarks else said


def listed(names: Sequence[str], most: int = _MOST_LISTED, joint: str = ", ") -> str:
    """The names joined, the number of those left out where there are many."""
    rest = len(names) - most
    whole = (shorten(one_line(name), 2 * _LONGEST) for name in names[:most])
    return joint.join(whole) + (f" a další ({rest})" if rest > 0 else "")


def typed(option: str, value: str) -> str:
    """The option with its value as it is to be typed."""
    plain = one_line(value).replace('"', "")
    return f"{option} {plain}" if _BARE.fullmatch(plain) else f'{option} "{plain}"'


def near_matches(written: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """What the words may be with an error in them, best first; few at most."""
    known: dict[str, str] = {}
    for candidate in candidates:
        known.setdefault(fold(candidate), candidate)
    slip = similar(written, known)
    likely = get_close_matches(fold(written), known, _MOST_NEAR, _LIKENESS)
    return tuple(known[key] for key in dict.fromkeys((slip, *likely) if slip else likely))


def meant(option: str, near: Sequence[str]) -> str:
    """The question whether one of the near matches is meant; empty without any."""
    return f"mysleli jste {' nebo '.join(typed(option, name) for name in near)}?" if near else ""
