"""Match Czech phrases in text folded to plain lower-case letters, offset for offset."""

import re
from string import ascii_letters, digits, punctuation
from typing import Final

_ACCENTED = "áčďéěíňóřšťúůýžľĺŕôäëöüÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽĹŔÔÄËÖÜ"
_PLAIN = "acdeeinorstuuyzllroaeouacdeeinorstuuyzllroaeou"
_SPACES = " \t\n\r\u00a0\u2007\u2009\u202f"
_DASHES = "‐‑‒–—−"

# Characters that stay are listed too: `str.translate` is five times slower where a key is missing.
_FOLD: Final = str.maketrans(
    ascii_letters + digits + punctuation + _ACCENTED + _SPACES + _DASHES + "×„“”‚‘",
    (ascii_letters.lower() + digits + punctuation + _PLAIN)
    + " " * len(_SPACES)
    + "-" * len(_DASHES)
    + "x„“”‚‘",
)


def fold_in_place(text: str) -> str:
    """The text in lower case, without accents, every space plain and every dash a hyphen.

    **Why** not `folding.fold`: here each code point yields exactly one, so that an offset in the
    result is an offset in the text.
    """
    return text.translate(_FOLD)


def phrase(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for folded text: a space is one to three spaces, `_` none to two.

    The counts are bounded so that a long run of spaces is never scanned twice. A space before
    `?`, `*` or `{` is a mistake: it would bind to the count.
    """
    if re.search(r" [?*+{]", pattern):
        raise ValueError(f"a quantified space in {pattern!r}")
    return re.compile(pattern.replace(" ", "[ ]{1,3}").replace("_", "[ ]{0,2}"))


def one_of(words: str) -> str:
    """An alternation of the words, longest first, that ends where a word ends."""
    return f"(?:{'|'.join(sorted(words.split(), key=len, reverse=True))})(?!\\w)"
