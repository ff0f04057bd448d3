"""Set plain text as Czech typography asks: no-break spaces, dashes, signs, quotation marks.

Every pattern begins with a literal or a set of characters and looks behind only afterwards: the
engine finds a first character fast, while a leading look-behind is tried at every position.
"""

import re
from functools import lru_cache

from zapis.czech.abbreviations import binds_next, ends_sentence
from zapis.czech.quotation import set_quotes

NO_BREAK_SPACE = "\u00a0"

_UNITS = (
    r"Kčs?|EUR|€|CZK|%|‰|°C?|[kcdm]?m[²³23]?|[kmd]?g|ha|[mhd]?l|t|h|hod|hodin[ay]?|min|minut[ay]?|"
    r"ks|kus[yů]?|tis|mil|mld|let|letech|roky?|roků|dní|dny|dnů|dnech|den|týdnů|týdn[yů]|"
    r"měsíc[eů]?|osob[ay]?|lid[íé]|člen[aůy]?|členové|hlas[yů]?|stran[ay]?|bod[yů]?|byt[yů]|"
    r"[kMG]?Wh?|[kMGT]B|Sb"
)
_WORD_END = r"(?![\w\u0300-\u036f])"
# A space behind a number: before the next three digits of it, or before a unit.
_AFTER_NUMBER = rf"(?<=[0-9] )(?:(?=\d{{3}}(?!\d))(?<!\d{{4}} )|(?=(?:{_UNITS}){_WORD_END}))"
# A space behind a one-letter preposition or conjunction.
_AFTER_LETTER = r"(?<=[ksvzouaiKSVZOUAI] )(?<![\w\u0300-\u036f]. )(?=[^\W_]|[„‚(\[{\"'§…+]|\Z)"
_TIED_SPACE = re.compile(f" (?:{_AFTER_LETTER}|{_AFTER_NUMBER})")
_SPACED_HYPHEN = re.compile(r"-(?=[ \u00a0])(?<=[ \u00a0]-)")
# Bounded, so that a long number is not read again from each of its digits.
_RANGE = re.compile(
    r"(\d[\d.:,]{0,10})-(\d[\d.:,]{0,10})"
    r"(?![\d/-])(?!(?!(?:h|hod|hodin|min|m|km|kg|let|Kč|x|×)(?!\w))[^\W\d])"
)
_DIGITS = re.compile(r"\d+")
# After these comes a number that is a name, not a quantity.
_BEFORE_REFERENCE = (
    "j. ",
    "čj. ",
    "zn. ",
    "tel. ",
    "tel.: ",
    "ú. ",
    "účet ",
    "účtu ",
    "ID ",
    "id ",
)
_LONGEST_LEAD = 6
_LONGEST_NUMBER = 4
_LAST_MONTH = 12
# A longer text is a sentence, which stands in one document only.
_LONGEST_KNOWN = 40
_TIMES = re.compile(r"[x*](?<=\d.)(?:(?<=x)(?=[,.;:)])|(?=[\s\d]|\Z))")
_ELLIPSIS = re.compile(r"\.\.\.(?!\.)(?<!\.{4})")


def typeset(text: str) -> str:
    """The text with Czech typography: spaces become no-break ones, marks their Czech shapes.

    Meant for plain text; code, links and attributes are the caller's business. Letters, digits
    and the number of words never change, a second run changes nothing.
    Source: ČSN 01 6910, Internetová jazyková příručka (ÚJČ AV ČR).
    """
    return _typeset_known(text) if len(text) <= _LONGEST_KNOWN else _typeset(text)


@lru_cache(maxsize=2048)
def _typeset_known(text: str) -> str:
    """**Why** kept: labels, names and titles come again in all documents."""
    return _typeset(text)


def _typeset(text: str) -> str:
    text = set_quotes(text)
    if "..." in text:
        text = _ELLIPSIS.sub("…", text)
    if "x" in text or "*" in text:
        text = _TIMES.sub(_set_times, text)
    if "-" in text:
        text = _SPACED_HYPHEN.sub("–", text)
        text = _RANGE.sub(_set_range, text)
    return _set_spaces(text)


def _set_spaces(text: str) -> str:
    if "§ " in text:
        text = text.replace("§ ", "§\u00a0")
    if ". " in text:
        text = _set_dots(text)
    return _TIED_SPACE.sub(NO_BREAK_SPACE, text)


def _set_dots(text: str) -> str:
    """Dots of abbreviations and of dates with a space that does not break."""
    parts: list[str] = []
    done = behind = 0
    for piece in text[:-1].split(". ")[:-1]:
        dot = behind + len(piece)
        behind = dot + 2
        if (
            not ends_sentence(piece[piece.rfind(" ") + 1 :])
            and binds_next(text, dot)
            and not text[behind].isspace()
        ):
            parts += (text[done : dot + 1], NO_BREAK_SPACE)
            done = behind
    return "".join((*parts, text[done:])) if parts else text


def _set_times(found: re.Match[str]) -> str:
    """`×` behind a number, not inside an identifier: „A2x“ and „0x1F“ stay."""
    text, position = found.string, found.start()
    start = position
    while start and text[start - 1].isdecimal():
        start -= 1
    before = text[start - 1] if start else " "
    is_chained = before in "x×*" and text[start - 2 : start - 1].isdecimal()
    if (before.isalpha() or before == "_") and not is_chained:
        return found[0]
    is_hexadecimal = text[start:position] == "0" and text[position + 1 : position + 2].isalnum()
    return found[0] if is_hexadecimal else "×"


def _set_range(found: re.Match[str]) -> str:
    is_range = _stands_free(found) and _is_range(found[1], found[2])
    return f"{found[1]}–{found[2]}" if is_range else found[0]


def _stands_free(found: re.Match[str]) -> bool:
    """Whether the numbers begin a word and no words before make them a reference number."""
    text, start = found.string, found.start()
    before = text[start - 1 : start]
    if before and not before.isspace() and before not in "([{„‚\"'":
        return False
    lead = text[max(0, start - _LONGEST_LEAD) : start].replace("\u00a0", " ")
    return not lead.endswith(_BEFORE_REFERENCE)


def _is_range(left: str, right: str) -> bool:
    """Whether two numbers are the ends of a range; 2026-03 is a month, 3-2026 a number."""
    runs = _DIGITS.findall(left) + _DIGITS.findall(right)
    if max(map(len, runs)) > _LONGEST_NUMBER:
        return False
    right = right.rstrip(".,:")
    if not (left.isdecimal() and right.isdecimal()):
        return True
    if len(left) == _LONGEST_NUMBER:
        return len(right) == _LONGEST_NUMBER or int(right) > _LAST_MONTH
    return len(right) < _LONGEST_NUMBER or right[:2] not in ("19", "20")
