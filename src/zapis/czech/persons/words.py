"""Tell by their words whether a part of a list of persons is a name, a function or a note."""

import re
from functools import lru_cache
from itertools import pairwise

from zapis.czech.folding import fold
from zapis.czech.names.given import is_given
from zapis.czech.names.parts import PARTICLES, SUFFIXES
from zapis.czech.titles import read_titles_before, read_titles_behind

# Beginnings of folded words; what they share with surnames is decided by the letter case.
_ROLES = (
    *("starost", "mistostarost", "primator", "namest", "hejtman", "zastupitel", "radni"),
    *("tajemni", "predsed", "mistopredsed", "reditel", "vedouci", "clen", "zastup", "jednatel"),
    *("manazer", "koordinator", "zapisovatel", "overovatel", "referent", "asistent", "hlavni"),
    *("kontaktni", "pracovnik", "pracovnice", "socialni pracovn", "terenni pracovn", "garant"),
    *("facilitator", "moderator", "ucetni", "spravce", "technik", "technick", "projektant"),
    *("stavbyvedouci", "stavebni dozor", "kurator", "psycholog", "ucitel", "lekar", "inspektor"),
    *("metodi", "poradce", "poradkyne", "konzultant", "analytik", "specialist", "architekt"),
    *("host", "pozvan", "velitel", "knihovni", "kronikar", "odborn", "mluvci", "proreditel"),
)
_NOTES = (
    *("distancn", "online", "on-line", "on line", "telefonick", "prezencn", "videokonf", "hybrid"),
    *("pres teams", "pres zoom", "prostrednictvim", "vzdalen", "na dalku", "omluv", "neomluv"),
    *("nemoc", "dovolen", "sluzebni cest", "sluzebne", "pracovni cest", "pracovni neschop"),
    *("pracovni vytiz", "zdravotni duv", "ze zdravotn", "rodinne duv", "osobni duv", "skolen"),
    *("karanten", "z duvodu", "kvuli", "pozdej", "pozdni", "prisel", "prisla", "odesel", "odesla"),
    *("odchod", "prichod", "dorazil", "pripoj", "castecn", "cast jednani", "v zastoupeni"),
    *("na zaklade", "plna moc", "bez hlas", "s hlas", "pritom", "nepritom", "tel.", "e-mail"),
)
_ORGANIZATIONS = (
    *("mesto", "mestsk", "mestys", "magistrat", "obec", "odbor", "oddelen", "urad", "krajsk"),
    *("kraj ", "ministerstv", "centrum", "skol", "zakladni skol", "materska skol", "gymnazi"),
    *("charit", "diakoni", "slezska diakoni", "armada", "ustav", "univerzit", "fakult", "nemocnic"),
    *("poradn", "spolek", "sdruzeni", "nadac", "agentur", "firma", "spolecnost", "technicke sluz"),
    *("knihovna", "muzeum", "domov ", "dum ", "cirkev", "farnost", "policie", "hasicsk", "sbor "),
    *("svaz ", "klub ", "komise", "vybor", "rada ", "pracovni skup", "organizac", "kancelar"),
    *("sprava ", "zs ", "ms ", "ku ", "mu ", "statni ", "ceska ", "cesky ", "ceske "),
)
_STAY = re.compile(r"(?:(?:jen|pouze|az|cca|asi)\s+)*(?:od|do)\s+(?:(?:cca|asi)\s+)?(?:\d|bod)")
_COUNT = re.compile(r"\d+\s*(?:osob|clen|zastup|ucast|lid|zak|host|pritom|hlas|delegat)")
_CONTACT = re.compile(r"\S+@\S+\.\S|\+?[\d\s]{9,}$")
_LEGAL_FORM = re.compile(
    r"(?:z\. ?s|o\. ?p\. ?s|s\. ?r\. ?o|a\. ?s|z\. ?u|p\. ?o|v\. ?o\. ?s|k\. ?s|s\. ?p|o\. ?s)\.?"
    r"(?!\w)|spol\. s ?r\. ?o\.|prispevkova organizace|zapsany (?:spolek|ustav)"
    r"|obecne prospesna spolecnost"
)
_ATTENDANCE = re.compile(
    r"(?:(?:cca|asi|celkem|priblizne)\s+)?\d+\s+(?:osob|clen|ucast|lid|pritom|zastupc|host)"
    r"|(?:\w+\s+){0,4}(?:dle|podle|viz)\s+(?:\w+\.?\s+){0,3}(?:prezencn|listin|seznam|priloh)"
    r"|prezencni\s+listin"
)
_LONGEST_LOOKED_AT = 120
_MOST_WORDS = 6
_LONGEST_ABBREVIATION = 4
_HEAD_END = re.compile(r"[,(]|\s[-–—]\s")


def is_role(text: str) -> bool:
    """Whether the text names a function: „starosta“, „vedoucí odboru“."""
    return _is_role(text[:_LONGEST_LOOKED_AT])


@lru_cache(maxsize=1024)
def _is_role(text: str) -> bool:
    """**Why** kept, here and below: functions and organisations come again and again."""
    return fold(text).startswith(_ROLES)


def is_note(text: str) -> bool:
    """Whether the text says how or when somebody was there, why not, or gives a contact."""
    return _is_note(text[:_LONGEST_LOOKED_AT])


@lru_cache(maxsize=1024)
def _is_note(text: str) -> bool:
    folded = fold(text)
    return (
        folded.startswith(_NOTES)
        or _STAY.match(folded) is not None
        or _COUNT.match(folded) is not None
        or _CONTACT.match(folded) is not None
    )


def is_legal_form(text: str) -> bool:
    """Whether the text is nothing but „z. s.“, „o.p.s.“ or another legal form behind a comma."""
    return _LEGAL_FORM.fullmatch(fold(text[:_LONGEST_LOOKED_AT])) is not None


def is_organization(text: str) -> bool:
    """Whether the text begins like an organisation, or is an abbreviation in capitals."""
    folded = fold(text[:_LONGEST_LOOKED_AT])
    return f"{folded} ".startswith(_ORGANIZATIONS) or _is_abbreviation(text.split(" ", 1)[0])


def is_group_count(text: str) -> bool:
    """Whether the text begins with a number of people: „12 osob“, „3 zástupci kraje“."""
    return _COUNT.match(fold(text[:_LONGEST_LOOKED_AT])) is not None


def is_attendance_text(text: str) -> bool:
    """Whether the text stands for people it does not name: „12 osob“, „dle prezenční listiny“.

    A text of several entries is not one: „Jan Novák; ostatní dle prezenční listiny“.
    """
    stripped = text.strip()
    if ";" in stripped or "\n" in stripped or _names_somebody(stripped):
        return False
    return _ATTENDANCE.match(fold(stripped[: 2 * _LONGEST_LOOKED_AT])) is not None


def _names_somebody(text: str) -> bool:
    """Whether two capitalised words stand beside each other before the first comma."""
    words = text[:_LONGEST_LOOKED_AT].split(",", 1)[0].split()
    return any(a[0].isupper() and b[0].isupper() for a, b in pairwise(words))


def name_words(text: str) -> list[str]:
    """The words of the name that opens the text, without titles; [] when it looks like none."""
    titles, start = read_titles_before(text)
    if text[start : start + 1].islower() and text.split(None, 1)[0] not in PARTICLES:
        return []
    end = _HEAD_END.search(text, start)
    words = text[start : end.start() if end else start + _LONGEST_LOOKED_AT].split()
    if not 0 < len(words) <= _MOST_WORDS or not all(map(_is_name_word, words)):
        return []
    if not any(word[0].isupper() for word in words):
        return []
    head = " ".join(words)
    if titles or (len(words) > 1 and is_given(words[-1])):
        return words
    return [] if is_organization(head) or (len(words) == 1 and is_role(head)) else words


def _is_name_word(word: str) -> bool:
    bare = word.strip(".,„“\"'")
    if not bare or any(map(str.isdigit, bare)):
        return False
    if bare[0].isupper():
        return True
    return bare in PARTICLES or bare in SUFFIXES or bool(read_titles_behind(word, 0)[0])


def _is_abbreviation(word: str) -> bool:
    return 1 < len(word) <= _LONGEST_ABBREVIATION and word.isupper() and "." not in word
