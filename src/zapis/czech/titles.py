"""Recognise academic, military and other titles around a Czech name, and courtesies before it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from zapis.czech.folding import fold

# Inner dots and spaces of a title are optional when reading. Sources: zákon č. 111/1998 Sb.,
# § 45–47 and 99, zákon č. 221/1999 Sb., § 7, and the degrees awarded before them.
_BEFORE = (
    "Ing. arch.|Dipl. Ing.|Ing.|Mgr. art.|Mgr.|MgA.|BcA.|Bc.|prof.|doc.|JUDr.|MUDr.|MDDr.|MVDr.|"
    "MSDr.|PhDr.|RNDr.|PharmDr.|PhMr.|ThDr.|ThMgr.|ThLic.|PaedDr.|RSDr.|RCDr.|RTDr.|ICDr.|JCDr.|"
    "JCLic.|dr. h. c.|Dr.|akad. arch.|akad. mal.|akad. soch.|ak. arch.|ak. mal.|ak. soch."
)
# Beginnings of ordinary words without their dot: „por.“ is a lieutenant, „por“ is not.
_BEFORE_WITH_DOT = (
    "Lic.|Mag.|arm. gen.|brig. gen.|genpor.|genmjr.|genplk.|gen.|plk. gšt.|pplk. gšt.|plk.|pplk.|"
    "mjr.|kpt.|npor.|ppor.|por.|nprap.|pprap.|prap.|nstržm.|stržm.|nrtm.|rtm.|rotm.|čet.|des.|"
    "svob.|prom. biol.|prom. ekon.|prom. fil.|prom. fyz.|prom. geol.|prom. hist.|prom. chem.|"
    "prom. ing.|prom. mat.|prom. ped.|prom. práv.|prom. psych."
)
_BEHIND = (
    "Ph. D.|Th. D.|Ed. D.|CSc.|Dr. Sc.|D. Sc.|DiS.|EMBA|MBA|DBA|MPA|MPH|MHA|BBA|BBS|M. Sc.|"
    "B. Sc.|LL. M.|LL. B.|LL. D.|M. Phil.|M. Ed.|MRICS|FRICS|MIM|dr. h. c."
)
# Two letters written together are an office or somebody's initials.
_BEHIND_SPELLED = "M. A.|B. A.|M. S.|B. S.|M. D.|J. D."
_COURTESIES = frozenset(
    (
        *("pan", "pana", "panu", "pane", "panem", "pani", "panove", "panum", "pany", "pi"),
        *("slecna", "slecny", "slecne", "slecnu", "slecno", "slecnou"),
    )
)
_COURTESIES_WITH_DOT = frozenset(("p", "pi", "sl", "slc"))

_LONGEST_CHUNK = 10
_CHUNK = re.compile(r"([^\W\d_]+)(\.?)")
_GAP = re.compile(r"[\s-]?")
_SPACES = re.compile(r"\s*")
_AND = re.compile(r"et\.?\s")
_BEHIND_GAP = re.compile(r"\s*,?\s*")

_LOOSE, _WITH_DOT, _SPELLED, _UNFINISHED = range(4)
Table = Mapping[str, int]


def _table(*groups: tuple[str, int]) -> Table:
    """Folded titles without dots and spaces, and all their beginnings, with how they are read."""
    table: dict[str, int] = {}
    for titles, kind in groups:
        for title in titles.split("|"):
            parts = fold(title).replace(".", "").split()
            for size in range(1, len(parts)):
                table.setdefault("".join(parts[:size]), _UNFINISHED)
            key = "".join(parts)
            if table.get(key, _UNFINISHED) == _UNFINISHED:
                table[key] = kind
    return MappingProxyType(table)


_BEFORE_TABLE = _table((_BEFORE, _LOOSE), (_BEFORE_WITH_DOT, _WITH_DOT))
_BEHIND_TABLE = _table((_BEHIND, _LOOSE), (_BEHIND_SPELLED, _SPELLED))
# With what they begin, and „et“ between two of them; most words behind a name begin otherwise.
_BEHIND_LETTERS = frozenset("e").union(title[0] for title in _BEHIND_TABLE)

TITLE_PARTS = frozenset(
    part
    for title in f"{_BEFORE}|{_BEFORE_WITH_DOT}".lower().split("|")
    for part in title.replace(".", "").split()
    if len(part) > 1
)
"""Lower-case words that titles before a name are made of, without their dots."""


def read_titles_before(text: str, start: int = 0) -> tuple[tuple[str, ...], int]:
    """The titles and courtesies at `start`, as written, and where the name behind them begins."""
    titles: list[str] = []
    position = _SPACES.match(text, start).end()  # type: ignore[union-attr]  # matches nothing, too  # matches nothing too
    while (end := _before_end(text, position)) is not None:
        titles.append(text[position:end])
        position = _SPACES.match(text, end).end()  # type: ignore[union-attr]  # matches nothing, too
    return tuple(titles), position


def read_titles_behind(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """The titles that follow a name ending at `start`, as written, and where the last one ends.

    Commas and spaces before each are skipped; without a title the end is `start` itself.
    """
    titles: list[str] = []
    end: int | None = start
    position = start
    while end is not None:
        start = _BEHIND_GAP.match(text, position).end()  # type: ignore[union-attr]  # matches nothing, too
        if fold(text[start : start + 1]) not in _BEHIND_LETTERS:
            break
        end = _title_end(text, _skip_and(text, start), _BEHIND_TABLE)
        if end is not None:
            titles.append(text[start:end])
            position = end
    return tuple(titles), position


def _before_end(text: str, start: int) -> int | None:
    """Where the title or courtesy that begins at `start` ends."""
    end = _title_end(text, _skip_and(text, start), _BEFORE_TABLE)
    if end is None:
        return _courtesy_end(text, start)
    is_glued = text[end : end + 1].islower() and _title_end(text, end, _BEFORE_TABLE) is None
    return None if is_glued else end


def _skip_and(text: str, start: int) -> int:
    """Behind the „et“ of „Mgr. et Mgr.“, which belongs to the second title."""
    if not text.startswith("et", start):
        return start
    joined = _AND.match(text, start)
    return joined.end() if joined else start


def _title_end(text: str, start: int, table: Table) -> int | None:
    """Where the longest title of the table that begins at `start` ends."""
    key, end, position, count = "", None, start, 0
    while chunk := _CHUNK.match(text, position):
        key += fold(chunk[1][:_LONGEST_CHUNK])
        kind = table.get(key)
        if kind is None:
            break
        count += 1
        if kind == _LOOSE or (chunk[2] and (kind == _WITH_DOT or (kind == _SPELLED and count > 1))):
            end = chunk.end()
        position = _GAP.match(text, chunk.end()).end()  # type: ignore[union-attr]  # matches nothing, too
    return end


def _courtesy_end(text: str, start: int) -> int | None:
    """Where „pan“, „paní“, „p.“ or „slečna“, in any case form, that begins at `start` ends."""
    chunk = _CHUNK.match(text, start)
    if chunk is None or len(chunk[1]) > len("slečnou"):
        return None
    word = fold(chunk[1])
    if chunk[2]:
        return chunk.end() if word in _COURTESIES_WITH_DOT else None
    return chunk.end() if word in _COURTESIES else None
