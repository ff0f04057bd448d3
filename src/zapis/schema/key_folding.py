"""How written keys are compared: „Příští jednání:“ and „pristi_jednani“ are one."""

import re
from functools import lru_cache

from zapis.czech.folding import key_fold

_DOTS = re.compile(r"[.:]")


@lru_cache(maxsize=512)
def fold_key(written: str) -> str:
    """The written key as keys are compared: no case, diacritics, spaces, underscores, dots.

    **Why** kept: all minutes have the same few keys.
    """
    return _DOTS.sub("", key_fold(written))
