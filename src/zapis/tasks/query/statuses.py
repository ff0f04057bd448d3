"""Understand the words of `--stav`: which states of tasks are meant."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from zapis.czech.folding import fold
from zapis.model.tasks import TaskStatus
from zapis.tasks.query.answers import (
    Found,
    clean,
    equation,
    meant,
    near_matches,
    shown,
    typed,
)
from zapis.tasks.query.asked import FilterProblem

STATUS_OPTION = "--stav"

_BY_STEM: Mapping[str, tuple[TaskStatus, ...]] = MappingProxyType(
    {
        "otevren": (TaskStatus.OPEN,),
        "rozpracovan": (TaskStatus.IN_PROGRESS,),
        "rozdelan": (TaskStatus.IN_PROGRESS,),
        "splnen": (TaskStatus.DONE,),
        "hotov": (TaskStatus.DONE,),
        "vyrizen": (TaskStatus.DONE,),
        "dokoncen": (TaskStatus.DONE,),
        "zrusen": (TaskStatus.CANCELLED,),
        "uzavren": (TaskStatus.DONE, TaskStatus.CANCELLED),
        "nesplnen": (TaskStatus.OPEN, TaskStatus.IN_PROGRESS),
        "nehotov": (TaskStatus.OPEN, TaskStatus.IN_PROGRESS),
        "neuzavren": (TaskStatus.OPEN, TaskStatus.IN_PROGRESS),
    }
)
_WORDS = ("otevřeno", "rozpracováno", "splněno", "hotovo", "zrušeno")
_WORD = re.compile(r"[^\W\d_]+")
_JOINING = frozenset(("a", "i", "nebo", "ukoly", "ukol", "ukolu"))
_ENDING = re.compile(r"(?:o|y|a|i|e|ou|eho|emu|em|ym|ych|ymi)?")
_ALL = frozenset(("vse", "vsechny", "vsechno", "cokoliv", "jakykoliv"))


def understand_status(written: str) -> Found[TaskStatus]:
    """The states that the words name, in any form: „hotové“, „splněné a zrušené“, „zruseno“."""
    words = clean(written)
    wanted = [word for word in _WORD.findall(words) if fold(word) not in _JOINING]
    statuses: list[TaskStatus] = []
    for word in wanted:
        read = _read(fold(word))
        if not read:
            return Found(problems=(_unknown(word),))
        statuses += read
    if not statuses:
        return Found(problems=(_unknown(words),))
    meaning = ", ".join(status.value for status in TaskStatus if status in statuses)
    return Found(frozenset(statuses), equation(words, meaning, "stav"))


def _read(word: str) -> tuple[TaskStatus, ...]:
    for stem, statuses in _BY_STEM.items():
        if word.startswith(stem) and _ENDING.fullmatch(word, len(stem)):
            return statuses
    return ()


def _unknown(word: str) -> FilterProblem:
    message = f"stav „{shown(word)}“ není"
    if fold(word) in _ALL:
        return FilterProblem(message, "všechny úkoly vypíše --vse", STATUS_OPTION)
    near = near_matches(word, _WORDS)
    listed = f"stavy jsou {', '.join(_WORDS[:3])} a {_WORDS[-1]}"
    cure = (
        meant(STATUS_OPTION, near[:1])
        if near
        else f"napište třeba {typed(STATUS_OPTION, 'splněno')}"
    )
    return FilterProblem(message, f"{cure}; {listed}", STATUS_OPTION)
