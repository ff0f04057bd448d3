"""Understand the words of `--serie`: which series of meetings is meant."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from zapis.czech.folding import fold, key_fold
from zapis.czech.shortening import one_line
from zapis.model.settings import Series
from zapis.tasks.query.answers import (
    Found,
    clean,
    equation,
    listed,
    meant,
    near_matches,
    shown,
)
from zapis.tasks.query.asked import FilterProblem
from zapis.tasks.query.stems import folded_words, has_all
from zapis.tasks.tracker import WITHOUT_SERIES

SERIES_OPTION = "--serie"


class KnownSeries(NamedTuple):
    """A series by the name under which the tracker has its tasks, with its short names."""

    section: str
    short: tuple[str, ...] = ()
    has_tasks: bool = True


def known_series(series: Iterable[Series], sections: Iterable[str]) -> tuple[KnownSeries, ...]:
    """The series of the settings, and those that tasks are in otherwise."""
    found: dict[str, KnownSeries] = {}
    with_tasks = dict.fromkeys(sections)
    for own in series:
        name = one_line(own.name or own.abbreviation or own.key)
        short = tuple(word for word in (own.key, own.abbreviation) if word)
        found[name] = KnownSeries(name, short, name in with_tasks)
    return (*found.values(), *(KnownSeries(name) for name in with_tasks if name not in found))


def understand_series(written: str, known: Sequence[KnownSeries]) -> Found[str]:
    """The sections of the series with that key or abbreviation, else name, else part of a name."""
    words = clean(written)
    for fits in _fitting(words):
        if found := [series for series in known if fits(series)]:
            meaning = listed([_named(series) for series in found], joint="; ")
            return Found(frozenset(own.section for own in found), equation(words, meaning, "série"))
    return Found(problems=(_unknown(words, known),))


def _fitting(words: str) -> tuple[Callable[[KnownSeries], bool], ...]:
    """The ways in which words may name a series, the closest first."""
    key, folded, wanted = key_fold(words), fold(words), folded_words(words)
    return (
        lambda series: bool(key) and key in map(key_fold, series.short),
        lambda series: fold(series.section) == folded,
        lambda series: bool(wanted) and _has_words(wanted, series, same=True),
        lambda series: bool(wanted) and _has_words(wanted, series, same=False),
    )


def _has_words(wanted: Sequence[str], series: KnownSeries, *, same: bool) -> bool:
    """Whether the name has all the words, with `same` in some form, else as beginnings of its."""
    words = folded_words(series.section)
    if same:
        return has_all(wanted, words)
    return all(any(word.startswith(want) for word in words) for want in wanted)


def _named(series: KnownSeries) -> str:
    name = "bez série" if series.section == WITHOUT_SERIES else series.section
    return name if series.has_tasks else f"{name} (bez úkolů)"


def _unknown(words: str, known: Sequence[KnownSeries]) -> FilterProblem:
    message = f"série „{shown(words)}“ v zapis.yaml ani v úkolech není"
    names: dict[str, str] = {}
    for series in known:
        name = series.short[0] if series.short else series.section
        for call in (*series.short, series.section, *series.section.split()):
            names.setdefault(fold(call), name)
    near = dict.fromkeys(names[fold(found)] for found in near_matches(words, names))
    calls = [series.short[0] if series.short else series.section for series in known]
    listed_cure = f"série jsou: {listed(calls)}" if calls else "série se zavádějí v zapis.yaml"
    return FilterProblem(message, meant(SERIES_OPTION, tuple(near)) or listed_cure, SERIES_OPTION)
