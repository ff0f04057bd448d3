"""Match Czech phrases in text folded to plain lower-case letters, offset for offset."""

import re
from collections.abc import Iterator
from string import ascii_letters, digits, punctuation
from typing import Final, Protocol

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


class _Search(Protocol):
    """`match` and `search` of a compiled pattern."""

    def __call__(self, text: str, pos: int = 0) -> re.Match[str] | None: ...


class _SearchAll(Protocol):
    """`finditer` of a compiled pattern."""

    def __call__(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]: ...


class Phrase:
    """A pattern for folded text that is compiled when it is first used.

    **Why:** there are a hundred, and compiling takes longer than reading most minutes. The methods
    are those of the compiled pattern itself, so that a phrase is as fast as one.
    """

    match: _Search
    search: _Search
    finditer: _SearchAll

    def __init__(self, pattern: str) -> None:
        """A space in the pattern is one to three spaces, `_` none to two."""
        self._pattern = pattern

    def __getattr__(self, name: str) -> object:
        """Asked once only, while the methods are not there yet."""
        if name not in Phrase.__annotations__:
            raise AttributeError(name)
        compiled = re.compile(self._pattern.replace(" ", "[ ]{1,3}").replace("_", "[ ]{0,2}"))
        for method in Phrase.__annotations__:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def phrase(pattern: str) -> Phrase:
    """A pattern for folded text: a space is one to three spaces, `_` none to two.

    The counts are bounded so that a long run of spaces is never scanned twice. A space before
    `?`, `*` or `{` is a mistake: it would bind to the count.
    """
    if any(f" {sign}" in pattern for sign in "?*+{"):
        raise ValueError(f"a quantified space in {pattern!r}")
    return Phrase(pattern)


def one_of(words: str) -> str:
    """An alternation of the words, longest first, that ends where a word ends."""
    return f"(?:{'|'.join(sorted(words.split(), key=len, reverse=True))})(?!\\w)"
