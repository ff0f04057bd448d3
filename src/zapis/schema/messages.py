"""What is wrong with the shape of a value, in Czech: one sentence for each mistake."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from zapis.codes import KEY_TWICE, UNKNOWN_SUBKEY, WRONG_SHAPE, YAML_COLON_IN_ITEM, Code
from zapis.czech.folding import similar
from zapis.czech.shortening import one_line, shorten
from zapis.data_tree import Data, DataTree, Path
from zapis.diagnostics import Diagnostic
from zapis.schema.entry import Wrong
from zapis.schema.key_folding import fold_key
from zapis.schema.places import find_place

_LONGEST_QUOTED = 40


class _Problem(Struct, frozen=True):
    """A mistake with what its sentence needs: the key it is about and the value found there.

    `item` says that the value is an item of a list, `in_item` that it stands in a mapping that is.
    """

    key: str
    item: bool
    in_item: bool
    found: Data
    wrong: Wrong

    @property
    def subject(self) -> str:
        return f"položka v „{self.key}“" if self.item else f"„{self.key}“"


Sentence = tuple[Code, str, str | None]


def explain(wrong: Wrong, tree: DataTree, base: Path) -> tuple[Diagnostic, Path]:
    """The diagnostic for one mistake in a value at `base`, and the path of its cause."""
    place = find_place(tree.data, base, wrong.way)
    keys = [part for part in place.path if isinstance(part, str)]
    problem = _Problem(
        quote(keys[-1]) if keys else "zapis.yaml",
        bool(place.path) and isinstance(place.path[-1], int),
        any(isinstance(part, int) for part in place.path[-2:-1]),
        place.node,
        wrong,
    )
    code, message, cure = _SENTENCES[wrong.mistake](problem)
    of_key = wrong.mistake == _UNKNOWN_KEY
    span = tree.key_span(place.path) if of_key else tree.span(place.path)
    return Diagnostic(code, message, span, cure), place.path


def quote(text: str) -> str:
    """A text short enough to be named in a message, on one line."""
    return shorten(one_line(text), _LONGEST_QUOTED)


def name_kind(value: Data) -> str:
    """What a value is in words, such as „seznam“."""
    if value is None or value == "":
        return "nic"
    if isinstance(value, str):
        return f"text „{quote(value)}“"
    return "seznam" if isinstance(value, list) else "skupina klíčů"


def flatten(value: Data) -> str:
    """A value as one line of text, as its author would probably have written it."""
    if isinstance(value, list):
        return ", ".join(flatten(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {flatten(item)}" for key, item in value.items())
    return one_line(value or "")


def _expected_text(problem: _Problem) -> Sentence:
    message = f"{problem.subject} má být text, ne {name_kind(problem.found)}"
    text = flatten(problem.found)
    plain = ": " not in text and '"' not in text and text[:1].isalnum()
    written = text if plain else f'"{text}"' if '"' not in text else f"'{text}'"
    lead = "-" if problem.item else f"{problem.key}:"
    return WRONG_SHAPE, message, f"{lead} {quote(written)}" if text else None


def _expected_mapping(problem: _Problem) -> Sentence:
    message = f"{problem.subject} má být skupina klíčů, ne {name_kind(problem.found)}"
    key = "klic" if problem.wrong.mistake == "own_mapping" else "nazev"
    return WRONG_SHAPE, message, f"{problem.key}:\n  {key}: {flatten(problem.found) or '…'}"


def _expected_text_or_mapping(problem: _Problem) -> Sentence:
    message = f"{problem.subject} má být text nebo skupina klíčů, ne {name_kind(problem.found)}"
    lead = "-" if problem.item else f"{problem.key}:"
    return WRONG_SHAPE, message, f"{lead} {quote(flatten(problem.found))}"


def _unknown_subkey(problem: _Problem) -> Sentence:
    known = problem.wrong.known
    near = similar(fold_key(problem.key), known)
    if near:
        return UNKNOWN_SUBKEY, f"neznámý klíč „{problem.key}“, mysleli jste „{near}“?", f"{near}:"
    if problem.wrong.alone and problem.in_item:
        text = f"{problem.key}: {flatten(problem.found)}".strip()
        return YAML_COLON_IN_ITEM, f"dvojtečka v položce „{quote(text)}“", f'- "{text}"'
    possible = ", ".join(known)
    return UNKNOWN_SUBKEY, f"klíč „{problem.key}“ zde být nemůže", f"možné klíče: {possible}"


def _missing(problem: _Problem) -> Sentence:
    wanted = problem.wrong.key
    return WRONG_SHAPE, f"{problem.subject} nemá klíč „{wanted}“", f"{wanted}: …"


def _missing_name(problem: _Problem) -> Sentence:
    return WRONG_SHAPE, f"{problem.subject} nemá název ani soubor", "nazev: …"


def _key_twice(problem: _Problem) -> Sentence:
    key = problem.wrong.key
    return KEY_TWICE, f"klíč „{key}“ je tu dvakrát v různých tvarech", "ponechte jen jeden z nich"


def _expected_flag(problem: _Problem) -> Sentence:
    message = f"{problem.subject} má být ano nebo ne, ne {name_kind(problem.found)}"
    return WRONG_SHAPE, message, f"{problem.key}: ne"


_UNKNOWN_KEY = "unknown_key"

_SENTENCES: Mapping[str, Callable[[_Problem], Sentence]] = MappingProxyType(
    {
        "text": _expected_text,
        "mapping": _expected_mapping,
        "own_mapping": _expected_mapping,
        "text_or_mapping": _expected_text_or_mapping,
        _UNKNOWN_KEY: _unknown_subkey,
        "missing": _missing,
        "missing_name": _missing_name,
        "key_twice": _key_twice,
        "flag": _expected_flag,
    }
)
