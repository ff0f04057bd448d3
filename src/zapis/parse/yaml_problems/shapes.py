"""Lists and mappings that the parser accepted although their author meant a text."""

import re
from collections.abc import Sequence

from msgspec import Struct

from zapis import codes
from zapis.czech.folding import key_fold
from zapis.data_tree import Data, Path
from zapis.parse.yaml_problems.wording import Problem, clip, line_with, quote

# Keys that an item may have alone, however they are capitalised.
_ITEM_KEYS = frozenset(
    {
        *("jmeno", "tituly", "titul", "organizace", "utvar", "funkce", "email", "telefon", "dne"),
        *("bod", "predkladatel", "cas", "nazev", "soubor", "koho", "datum", "misto", "alias"),
        *("text", "popis", "zkratka", "name", "title", "organization", "file", "date", "time"),
    }
)
# Below these keys the author's own data stand, in whatever shape.
_FREE_KEYS = frozenset({"udaje", "data"})
# Keys whose lists may hold one abbreviation or one folder in capitals.
_CAPITAL_LISTS = frozenset({"alias", "aliasy", "formaty", "zdroje", "vynechat"})
_CAPITALS = re.compile(r"[^\W\d_]{4,}|█+|[xX]{3,}")
_SMALLEST_NAME = 2


class Pair(Struct, frozen=True):
    """A key and its value in a mapping, with their places in the region."""

    key: str
    key_start: int
    key_end: int
    value: Data
    value_start: int
    value_end: int


class Torn(Struct, frozen=True):
    """A pair of which commas cut off the `parts`, which YAML took for keys without a value."""

    whole: Pair
    parts: tuple[Pair, ...]

    @property
    def start(self) -> int:
        """Where the whole value begins."""
        return self.parts[0].key_start if self.whole.value is None else self.whole.value_start

    @property
    def end(self) -> int:
        """Where the whole value ends."""
        return self.parts[-1].key_end


def colon_item(text: str, path: Path, pair: Pair) -> Problem | None:
    """`- Eva Horáková: manažerka`, which YAML takes for a mapping (Z125)."""
    if not is_text_key(pair.key) or _is_free(path):
        return None
    colon = _colon_behind(text, pair)
    item = f"{pair.key}:"
    cure: str | None = "položku pište jako text, bez dvojtečky na konci"
    if not isinstance(pair.value, list | dict):
        end = max(pair.value_end, colon + 1)
        item = item if pair.value is None else text[pair.key_start : pair.value_end]
        cure = line_with(text, pair.key_start, end, _as_item(pair, item))
    message = f"dvojtečka v položce „{clip(item)}“ z ní dělá klíč s hodnotou"
    return Problem(codes.YAML_COLON_IN_ITEM, message, colon, colon + 1, cure)


def is_text_key(key: str) -> bool:
    """Whether what stands before a colon in an item is text rather than the name of a field."""
    key = key.strip()
    return (key[:1].isupper() or " " in key) and key_fold(key) not in _ITEM_KEYS


def _as_item(pair: Pair, item: str) -> str:
    """The item without its colon when it is a person with a function, else in quotes."""
    if pair.value is None:
        return pair.key
    words = pair.key.split()
    if len(words) >= _SMALLEST_NAME and all(word[:1].isupper() for word in words):
        return f"{pair.key}, {pair.value}"
    return quote(item)


def _is_free(path: Path) -> bool:
    return bool(path) and key_fold(str(path[0])) in _FREE_KEYS


def bracketed_text(
    text: str, start: int, end: int, path: Path, node: Sequence[Data]
) -> Problem | None:
    """`[REDAKCE]`, which YAML takes for a list of one (Z127).

    Only a word in capitals is surely no list; what the key wants is known to the schema alone.
    """
    if len(node) != 1 or not isinstance(node[0], str) or "\n" in text[start:end]:
        return None
    item = node[0]
    is_word = _CAPITALS.fullmatch(item) and item.upper() == item
    keys = [part for part in path if isinstance(part, str)]
    if not is_word or (keys and key_fold(keys[-1]) in _CAPITAL_LISTS):
        return None
    whole = text[start:end]
    message = f"hranaté závorky v „{clip(whole)}“ znamenají seznam, ne text"
    cure = line_with(text, start, end, quote(whole))
    return Problem(codes.YAML_BRACKETED_TEXT, message, start, end, cure)


def braced_text(text: str, start: int, end: int) -> Problem:
    """`{cislo}`, a text that YAML takes for a mapping (Z113)."""
    whole = text[start:end]
    message = f"hodnota „{clip(whole)}“ nesmí začínat znakem „{text[start : start + 1]}“"
    cure = line_with(text, start, end, quote(whole))
    return Problem(codes.YAML_FORBIDDEN_START, message, start, start + 1, cure)


def torn_pairs(text: str, pairs: Sequence[Pair]) -> list[Torn] | None:
    """The pairs that commas tore apart; None for `{cislo}`, which has no pair at all."""
    groups: list[tuple[Pair, list[Pair]]] = []
    for pair in pairs:
        if _colon_behind(text, pair) != pair.key_start:
            groups.append((pair, []))
        elif groups:
            groups[-1][1].append(pair)
        elif ":" not in pair.key:
            return None
        else:
            groups.append((pair, [pair]))
    return [Torn(whole, tuple(parts)) for whole, parts in groups if parts]


def torn_pair(text: str, torn: Torn) -> Problem:
    """`{organizace: Most, z. s.}` (Z126), or `{jmeno:Eva}` without the space (Z121)."""
    first = torn.parts[0]
    if ":" in first.key:
        return missing_space(text, first.key_start, first.key_end)
    value = text[torn.start : torn.end]
    comma = max(text.rfind(",", torn.start, first.key_start), torn.start)
    message = f"čárka v hodnotě „{clip(value)}“ ji uvnitř složených závorek dělí"
    cure = line_with(text, torn.start, torn.end, quote(value))
    return Problem(codes.YAML_COMMA_IN_BRACES, message, comma, comma + 1, cure)


def missing_space(text: str, start: int, end: int) -> Problem:
    """`datum:20. 3.`, in which YAML sees no key (Z121)."""
    colon = text.find(":", start, end)
    pair = text[start:end]
    key, value = pair[: colon - start].rstrip(), pair[colon - start + 1 :].strip()
    message = f"za dvojtečkou v „{clip(pair)}“ chybí mezera"
    cure = line_with(text, start, end, f"{key}: {value}")
    return Problem(codes.YAML_MISSING_SPACE, message, colon, colon + 1, cure)


def _colon_behind(text: str, pair: Pair) -> int:
    """The offset of the pair's colon; that of the key when it has none (`? key`)."""
    at = pair.key_end
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at if text.startswith(":", at) else pair.key_start
