"""Know the Czech abbreviations whose dot is followed by a space that must not break."""

import re

from zapis.czech.titles import TITLE_PARTS

_WORD = re.compile(r"[^\W_]+\Z")
_LONGEST_WORD = 7
_SPACES = (" ", "\u00a0")

# What stands before a number only.
_BEFORE_NUMBER = frozenset(
    ("čl", "odst", "str", "obr", "tab", "kap", "roč", "tel", "fax", "lit", "s", "r", "p", "ř", "st")
)
# What stands before a capital letter only; titles besides.
_BEFORE_CAPITAL = frozenset(("p", "pí", "sl", "slč", "sv", "nám", "ul", "tř"))
_BEFORE_ANYTHING = frozenset(("č", "písm"))
_BEFORE_CURRENCY = frozenset(("tis", "mil", "mld"))
_CURRENCIES = ("Kč", "EUR", "€", "korun", "eur", "obyv", "osob")
_TITLES_IN_LOWER_CASE = ("arch.", "mal.", "soch.", "art.", "h. c.", "h.\u00a0c.", "et ", "gšt.")
# The first halves of Ph. D., Th. D., LL. M.
_DEGREE_HALVES = frozenset(("Ph", "Th", "LL", "Ed"))
_KNOWN = frozenset(
    word.lower()
    for words in (_BEFORE_NUMBER, _BEFORE_CAPITAL, _BEFORE_ANYTHING, _BEFORE_CURRENCY)
    for word in (*words, *_DEGREE_HALVES, *TITLE_PARTS, "sp", "zn")
)

_DAY = re.compile(r"\d{1,2}\.(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_MONTH_LEFT = re.compile(r"\d\.[ \u00a0]?\Z")
_LONGEST_ORDINAL = 3


def ends_sentence(word: str) -> bool:
    """Whether a dot behind the word surely ends a sentence, as nearly all dots do."""
    return word.isalpha() and (
        len(word) > _LONGEST_WORD or (len(word) > 1 and word.lower() not in _KNOWN)
    )


def binds_next(text: str, dot: int) -> bool:
    """Whether the space behind the dot at `dot` belongs to the abbreviation or date before it."""
    lead = text[max(0, dot - _LONGEST_WORD - 1) : dot]
    word = lead.rpartition(" ")[2]
    if not word.isalnum():
        found = _WORD.search(word)
        word = found[0] if found else ""
    if not 0 < len(word) <= _LONGEST_WORD:
        return False
    if ends_sentence(word):
        return False
    start, behind = dot - len(word), dot + 2
    if word.isdecimal():
        return _binds_ordinal(text, word, start, behind)
    if len(word) == 1 and _binds_letter(text, word, start, behind):
        return True
    return _binds_abbreviation(text, word, start, behind)


def _binds_ordinal(text: str, number: str, start: int, behind: int) -> bool:
    """„20. 3.“, „20. března“, „2. schůze“, and a year behind a month in figures."""
    if len(number) > _LONGEST_ORDINAL:
        return False
    if text[behind].islower() or _DAY.match(text, behind):
        return True
    is_month = _MONTH_LEFT.search(text, max(0, start - 3), start) is not None
    return is_month and _YEAR.match(text, behind) is not None


def _binds_letter(text: str, letter: str, start: int, behind: int) -> bool:
    """Initials, „s. r. o.“, „č. j. …“ and other chains of single letters."""
    if letter.isupper():
        return text[behind].isupper()
    if text[behind].islower() and text[behind + 1 : behind + 2] == ".":
        return True
    return (letter == "j" and _follows(text, start, "č.")) or (
        letter == "c" and _follows(text, start, "h.")
    )


def _binds_abbreviation(text: str, word: str, start: int, behind: int) -> bool:
    following = text[behind]
    if word == "sp":
        return text.startswith("zn.", behind)
    if word == "zn":
        return _follows(text, start, "sp.")
    if following.isdecimal() or following == "+":
        return word in _BEFORE_NUMBER or word in _BEFORE_ANYTHING
    if following.isupper():
        if word in _BEFORE_CAPITAL or word.lower() in TITLE_PARTS:
            return True
        if word in _DEGREE_HALVES:
            return text[behind + 1 : behind + 2] == "."
    if word in _BEFORE_CURRENCY:
        return text.startswith(_CURRENCIES, behind)
    if word in _BEFORE_ANYTHING:
        return following.isalnum()
    return word.lower() in TITLE_PARTS and text.startswith(_TITLES_IN_LOWER_CASE, behind)


def _follows(text: str, start: int, before: str) -> bool:
    """Whether the abbreviation `before` and a space stand before `start`."""
    end = start - 1
    return text[end:start] in _SPACES and text.endswith(before, max(0, end - len(before)), end)
