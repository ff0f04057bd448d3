"""JSON Schemas of front matter and of zapis.yaml for editors, made from the same entries."""

from collections.abc import Iterable, Iterator
from typing import Any

from zapis.czech.folding import fold
from zapis.schema.entry import Entry, Key, Kind, Text, outline_of
from zapis.schema.front_matter import VALUES, Flag
from zapis.schema.header_key import HeaderKey
from zapis.schema.keys import HEADER_KEYS
from zapis.schema.kinds import Items, MapOf, Nested, TextOr
from zapis.schema.settings import SettingsData
from zapis.schema.shapes import Shape

JsonSchema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = "Text"
_SCALARS = ["string", "number", "boolean", "null"]


def front_matter_schema() -> JsonSchema:
    """The schema of front matter: every Czech form of every key; other keys are the author's own.

    An editor compares keys letter by letter, so only the forms in small letters without
    diacritics are there; other spellings must not be called wrong and are not.
    """
    shared = {_name(shape): _schema_of(kind) for shape, kind in VALUES.items()}
    return {
        "$schema": _DIALECT,
        "title": "Hlavička zápisu",
        "type": ["object", "null"],
        "properties": {form: _property(key) for key in HEADER_KEYS for form in _plain_forms(key)},
        "$defs": _definitions(VALUES.values(), shared),
    }


def settings_schema() -> JsonSchema:
    """The schema of zapis.yaml."""
    shared = _definitions([Nested(SettingsData)], {})
    return {"$schema": _DIALECT, **shared.pop(SettingsData.__name__), "$defs": shared}


def _property(key: HeaderKey) -> JsonSchema:
    """A key, with a value or without one: what is not known yet is printed as missing."""
    value = {"$ref": f"#/$defs/{_name(key.shape)}"}
    return {
        "title": key.labels[0].rpartition("=")[2],
        "description": key.description,
        "anyOf": [value, {"type": "null"}],
    }


def _plain_forms(key: HeaderKey) -> list[str]:
    forms = (form or label for form, _, label in (text.rpartition("=") for text in key.labels))
    plain = (fold(form).replace(".", "") for form in forms if not set(form) & set("()/,"))
    return list(dict.fromkeys(plain))


def _name(shape: Shape) -> str:
    return f"{shape.name.title().replace('_', '')}Value"


def _definitions(kinds: Iterable[Kind], more: JsonSchema) -> JsonSchema:
    """Whatever schemas of kinds refer to, and more of them, by name."""
    models = {model.__name__: model for kind in kinds for model in _models_of(kind)}
    shared = more | {name: _schema_of_entry(model) for name, model in models.items()}
    return {**dict(sorted(shared.items())), _TEXT: {"type": _SCALARS}}


def _models_of(kind: Kind) -> Iterator[type[Entry]]:
    match kind:
        case Nested(model) | TextOr(model):
            yield model
            for key in outline_of(model).keys.values():
                yield from _models_of(key.kind)
        case Items(inner) | MapOf(Nested() | Text() as inner):
            yield from _models_of(inner)


def _schema_of_entry(model: type[Entry]) -> JsonSchema:
    """An editor compares keys literally, so other spellings of one must not be called wrong."""
    keys, needed, _ = outline_of(model)
    required = [key.forms[0] for name, key in keys.items() if name in needed]
    return {
        "description": model.about.description,
        "properties": {key.forms[0]: _titled(key) for key in keys.values()},
        **({"required": required} if required else {}),
        "title": model.about.title,
        "type": "object",
    }


def _titled(key: Key) -> JsonSchema:
    return {"title": key.title, **_schema_of(key.kind)}


def _schema_of(kind: Kind) -> JsonSchema:
    match kind:
        case TextOr(model):
            return {"anyOf": [_reference(_TEXT), _reference(model.__name__)]}
        case Items(inner):
            one = _schema_of(inner)
            return {"anyOf": [*one.get("anyOf", [one]), {"items": one, "type": "array"}]}
        case Nested(model):
            return _reference(model.__name__)
        case MapOf(inner):
            return {"additionalProperties": inner is None or _schema_of(inner), "type": "object"}
        case Flag():
            return {"anyOf": [_reference(_TEXT), {"type": "boolean"}]}
    return _reference(_TEXT)


def _reference(name: str) -> JsonSchema:
    return {"$ref": f"#/$defs/{name}"}
