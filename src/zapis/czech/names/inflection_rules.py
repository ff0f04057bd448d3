"""The endings of Czech names in the seven cases, as tables.

A pattern is seven fields divided by spaces: nominative, genitive, dative, accusative, vocative,
locative, instrumental. `|` divides variants of one case, `-` is no ending, `×` no form of its own.
Source: Internetová jazyková příručka (ÚJČ AV ČR), sections on declension of personal names.

**Why** so many variants: written minutes mix them („Petrovi“, „Petru“), and a form that nobody
writes costs nothing unless it is also a form of somebody else's name.
"""

from types import MappingProxyType

Pattern = tuple[tuple[str, ...], ...]


def _pattern(endings: str) -> Pattern:
    cases = tuple(
        () if case == "×" else tuple(case.replace("-", "").split("|")) for case in endings.split()
    )
    assert len(cases) == 7  # noqa: PLR2004, S101 - there are seven cases in Czech
    return cases


# Masculine names. The nominative of those in a consonant is the word, its stem may be another.
PAN = _pattern("× a ovi|u a e ovi|u em")
PAN_AFTER_VELAR = _pattern("× a ovi|u a u ovi|u em")
MUZ = _pattern("× e ovi|i e i ovi|i em")
VOCATIVE_E = _pattern("× × × × e × ×")
PREDSEDA = _pattern("a y ovi u o ovi ou")
PREDSEDA_SOFT = _pattern("a i|e ovi u o ovi ou")
SOUDCE = _pattern("e e|eho ovi|i|emu e|eho e ovi|i|em em")
MASCULINE_O = _pattern("o a|y ovi|u a|u o ovi|u em|ou")
ADJECTIVE_MASCULINE = _pattern("ý ého ému ého ý ém ým")
ADJECTIVE_MASCULINE_E = _pattern("é ého ému ého é ém ém")
ADJECTIVE_SOFT = _pattern("í ího ímu ího í ím ím")
FOREIGN_VOWEL = _pattern("- ho mu ho - m m")

# Feminine names.
ZENA = _pattern("a y ě u o ě ou")
ZENA_SOFT = _pattern("a i|e|y i|e u o i|e ou")
ZENA_AFTER_VOWEL = _pattern("a y|e|i e|i u|i o e|i ou|í")
RUZE = _pattern("e e i i e i í")
FEMININE_CONSONANT = _pattern("- -|y|i -|ě|i -|u - -|ě|i -|ou|í")
ADJECTIVE_FEMININE = _pattern("á é é ou á é ou")
ADJECTIVE_FEMININE_PLAIN = _pattern("a e e ou a e ou")

INDECLINABLE = _pattern("- - - - - - -")

SOFT_CONSONANTS = frozenset("žščřcjďťň")
# After these both patterns are heard: Kose, Kosa; Krále, Doležala.
EITHER_CONSONANTS = frozenset("szxl")
VOWELS = frozenset("aáeéěiíoóuúůyý")
VELARS = frozenset("kgh")
# Endings whose „e“ falls out when another ending follows: Hájek, Vaněk, Němec, Pavel.
FLEETING_E = ("ek", "ěk", "ec", "el")
# The consonant before a fleeting „ě“ keeps its softness: Vaněk – Vaňka.
SOFTENED = MappingProxyType({"n": "ň", "d": "ď", "t": "ť"})
# The consonant before „ě“ of the dative: Lenka – Lence, Olga – Olze, Klára – Kláře.
DATIVE_CHANGES = MappingProxyType({"k": "ce", "g": "ze", "h": "ze", "r": "ře"})
PLAIN_E_AFTER = frozenset("lszřžščcj")

IRREGULAR_STEMS = MappingProxyType(
    {
        "alexander": ("alexandr", "alexander"),
        "březen": ("březn", "březen"),
        "bůh": ("boh", "bůh"),
        "duben": ("dubn", "duben"),
        "dvůr": ("dvor", "dvůr"),
        "kámen": ("kámen", "kamen"),
        "kůň": ("koň", "kůň"),
        "lev": ("lv", "lev"),
        "oves": ("ovs", "oves"),
        "pes": ("ps", "pes"),
        "peter": ("petr", "peter"),
        "sníh": ("sněh", "sníh"),
        "srpen": ("srpn", "srpen"),
        "stůl": ("stol", "stůl"),
        "švec": ("ševc", "švec"),
        "vítr": ("větr", "vítr"),
        "vůl": ("vol", "vůl"),
    }
)
