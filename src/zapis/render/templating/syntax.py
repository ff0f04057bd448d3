"""What Jinja says of a template that it cannot read, in Czech."""

import re
from collections.abc import Callable

_BEGINNINGS = ("for", "if", "elif", "else", "endfor", "endif", "set", "endset", "macro", "endmacro")
_NAMES = {
    "end of statement block": "konec značky %}",
    "end of print statement": "konec značky }}",
    "begin of statement block": "značka {%",
    "begin of print statement": "značka {{",
    "end of template": "konec šablony",
    "name": "jméno",
    "string": "text v uvozovkách",
    "integer": "číslo",
    "assign": "rovnítko",
    "in": "slovo in",
}
_UNKNOWN_TAG = re.compile(r"unknown tag '([^']{0,60})'")
_UNEXPECTED = re.compile(r"expected token '([^']{0,60})', got '([^']{0,60})'")
_CHARACTER = re.compile(r"unexpected char ['\"](.{1,4})['\"]")
_LOOKING_FOR = re.compile(r"looking for (?:the following tags: )?'(\w+)'")
_FILTER = re.compile(r"No (filter|test) named '([^']{0,60})'")


def czech_syntax(message: str) -> tuple[str, str]:
    """The sentence and the cure for a message of Jinja."""
    for pattern, make in _FORMS:
        if found := pattern.search(message):
            return make(found)
    return "značce nelze porozumět", "porovnejte ji s příkladem v dokumentace/sablony.md"


def _unknown(found: re.Match[str]) -> tuple[str, str]:
    word = found[1]
    if word in {"p", "r", "tr", "tc"}:
        return f"mezi „{{%“ a „{word}“ je mezera", f"napište „{{%{word}“ dohromady"
    if word.lower() in _BEGINNINGS and word not in _BEGINNINGS:
        return f"příkaz „{word}“ má velké písmeno", word.lower()
    if word in _BEGINNINGS:
        return f"příkaz „{word}“ tu nemá, co by ukončil nebo rozdělil", _opening_of(word)
    return f"příkaz „{word}“ neexistuje", "jde použít if, for a set"


def _opening_of(word: str) -> str:
    opening = word.removeprefix("end") if word.startswith("end") else "if"
    return f"doplňte před ni {{% {opening} … %}}"


def _unclosed(found: re.Match[str]) -> tuple[str, str]:
    return f"chybí značka „{found[1]}“", f"doplňte ji za poslední část: {{% {found[1]} %}}"


def _expected(found: re.Match[str]) -> tuple[str, str]:
    wanted = _NAMES.get(found[1], f"„{found[1]}“")
    met = _NAMES.get(found[2], f"„{found[2]}“")
    return f"ve značce je {met} tam, kde má být {wanted}", "zkontrolujte uvozovky, závorky a mezery"


def _wrong_character(found: re.Match[str]) -> tuple[str, str]:
    return f"znak „{found[1]}“ do značky nepatří", "smažte ho, nebo text dejte do uvozovek"


def _no_filter(found: re.Match[str]) -> tuple[str, str]:
    what = "filtr" if found[1] == "filter" else "podmínka"
    return f"{what} „{found[2]}“ neexistuje", "napište jen jméno pole"


_Form = tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]]
_FORMS: tuple[_Form, ...] = (
    (_LOOKING_FOR, _unclosed),
    (_UNKNOWN_TAG, _unknown),
    (_UNEXPECTED, _expected),
    (_CHARACTER, _wrong_character),
    (_FILTER, _no_filter),
)
