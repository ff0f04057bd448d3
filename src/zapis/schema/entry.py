"""What all readers of YAML mappings share: Czech keys in any spelling, nothing unknown."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, NamedTuple, Protocol, Self, get_args

from msgspec import Struct
from msgspec.structs import fields

from zapis.data_tree import Data, Path
from zapis.schema.key_folding import fold_key


class Wrong(NamedTuple):
    """What is wrong with a value: which mistake it is, and the way to the value.

    The way has keys in their usual forms; one value that is read as a list has the index 0. `key`
    is the usual form of a key that is missing or there twice, `known` are the keys that were
    possible, and `alone` says that an unknown one stands alone in its mapping.
    """

    mistake: str
    way: Path
    key: str = ""
    known: tuple[str, ...] = ()
    alone: bool = False


Mistakes = list[Wrong]


class Kind(Protocol):
    """What may stand behind a key."""

    def read(self, value: Data, way: Path, wrong: Mistakes) -> Any:  # noqa: ANN401 - of any kind
        """The value; it is of no use where mistakes were added to `wrong`."""
        ...


class Text(Struct, frozen=True):
    """One text."""

    def read(self, value: Data, way: Path, wrong: Mistakes) -> str:
        """The text as it is."""
        if isinstance(value, str):
            return value
        wrong.append(Wrong("text", way))
        return ""


TEXT = Text()


@dataclass(frozen=True, slots=True, init=False)
class Key:
    """What a field of an entry is read from, in the annotation of its type.

    `forms` are those of the key, the usual Czech one first, `title` is for JSON Schema.
    """

    forms: tuple[str, ...]
    title: str
    kind: Kind

    def __init__(self, *forms: str, title: str, kind: Kind = TEXT) -> None:
        object.__setattr__(self, "forms", forms)
        object.__setattr__(self, "title", title)
        object.__setattr__(self, "kind", kind)


class About(NamedTuple):
    """Title and description of an entry in its JSON Schema."""

    title: str
    description: str


class Entry(Struct, frozen=True):
    """A mapping whose keys are the Czech forms of its fields, in any case and spelling."""

    about: ClassVar[About]

    @classmethod
    def read(cls, data: Data, way: Path, wrong: Mistakes) -> Self | None:
        """The entry; a key without a value counts as not written."""
        if data and not isinstance(data, dict):
            wrong.append(Wrong("mapping", way))
            return None
        written = data if isinstance(data, dict) else {}
        forms = outline_of(cls).forms
        keys = {key: forms.get(fold_key(key)) for key in written}
        counts = Counter(form for form in keys.values() if form)
        if twice := next((form for form, count in counts.items() if count > 1), None):
            wrong.append(Wrong("key_twice", way, twice))
            return None
        given = {form: written[key] for key, form in keys.items() if form}
        mistakes: Mistakes = []
        values = cls._read_fields(given, way, mistakes)
        usual = tuple(dict.fromkeys(forms.values()))
        for key in (key for key, form in keys.items() if not form):
            mistakes.append(Wrong("unknown_key", (*way, key), key, usual, len(written) == 1))
        made = None if mistakes else cls(**values)
        if made is not None and made.is_empty():
            mistakes.append(Wrong("missing_name", way))
        wrong += mistakes
        return made

    @classmethod
    def _read_fields(
        cls, given: Mapping[str, Data], way: Path, wrong: Mistakes
    ) -> Mapping[str, object]:
        values: dict[str, object] = {}
        keys, required, _ = outline_of(cls)
        for name, key in keys.items():
            usual = key.forms[0]
            value = given.get(usual)
            if value is not None:
                values[name] = key.kind.read(value, (*way, usual), wrong)
            elif name in required:
                wrong.append(Wrong("missing", (*way, usual), usual))
        return values

    def is_empty(self) -> bool:
        """Whether it says too little, although nothing in it is wrong."""
        return False


class Outline(NamedTuple):
    """The keys of an entry by the names of its fields, and which fields it cannot be without.

    `forms` lead from every folded form of a key to the usual form.
    """

    keys: Mapping[str, Key]
    required: frozenset[str]
    forms: Mapping[str, str]


def outline_of(model: type[Entry]) -> Outline:
    """What an entry may hold."""
    return _outline_of(model)


@cache
def _outline_of(model: type[Entry]) -> Outline:
    own = fields(model)
    keys: dict[str, Key] = {item.name: get_args(item.type)[-1] for item in own}
    return Outline(
        keys,
        frozenset(item.name for item in own if item.required),
        {fold_key(form): key.forms[0] for key in keys.values() for form in key.forms},
    )
