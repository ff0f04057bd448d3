"""How written keys are compared: „Příští jednání:“ and „pristi_jednani“ are one."""

import re

from zapis.czech.folding import key_fold

_DOTS = re.compile(r"[.:]")


def fold_key(written: str) -> str:
    """The written key as keys are compared: no case, diacritics, spaces, underscores, dots."""
    return _DOTS.sub("", key_fold(written))
