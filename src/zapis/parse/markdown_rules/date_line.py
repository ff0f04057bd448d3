"""A line that begins with a date, which is no numbered item."""

import re

from zapis.czech.folding import fold

_MONTHS = frozenset(
    {
        *("leden", "ledna", "unor", "unora", "brezen", "brezna", "duben", "dubna"),
        *("kveten", "kvetna", "cerven", "cervna", "cervenec", "cervence", "srpen", "srpna"),
        *("zari", "rijen", "rijna", "listopad", "listopadu", "prosinec", "prosince"),
    }
)
_SPACE = r"[ \t\u00a0\u202f]{0,3}"
_RANGE = rf"(?:[–-]|až{_SPACE}|a{_SPACE}){_SPACE}[0-9]{{1,2}}\.{_SPACE}"
_DATE = re.compile(
    rf"([0-9]{{1,2}})\.{_SPACE}(?:{_RANGE})?"
    rf"(?:([^\W\d_]{{3,12}})|([0-9]{{1,2}})\.(?:{_SPACE}([0-9]{{4}}))?(?![0-9]))"
)
_LAST_DAY, _LAST_MONTH = 31, 12


def begins_with_date(src: str, start: int, end: int) -> bool:
    """Whether a date with a month in words or with a year stands at an offset."""
    found = _match(src, start, end)
    return found is not None and (found[2] is not None or found[4] is not None)


def begins_with_day(src: str, start: int, end: int) -> bool:
    """Whether a day and a month stand at an offset; „1. 2. etapa“ looks the same."""
    return _match(src, start, end) is not None


def _match(src: str, start: int, end: int) -> re.Match[str] | None:
    found = _DATE.match(src, start, end)
    if found is None or not 1 <= int(found[1]) <= _LAST_DAY:
        return None
    if found[2] is not None:
        return found if fold(found[2]) in _MONTHS else None
    return found if 1 <= int(found[3]) <= _LAST_MONTH else None
