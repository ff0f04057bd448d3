"""JSON Schemas of front matter and of zapis.yaml for editors, made from the same models."""

from typing import Any

from pydantic.json_schema import models_json_schema

from zapis.czech.folding import fold
from zapis.schema.front_matter import VALUES
from zapis.schema.header_key import HeaderKey
from zapis.schema.keys import HEADER_KEYS
from zapis.schema.settings import SettingsData

JsonSchema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = "Text"
_SCALARS = ["string", "number", "boolean", "null"]


def front_matter_schema() -> JsonSchema:
    """The schema of front matter: every Czech form of every key; other keys are the author's own.

    An editor compares keys letter by letter, so only the forms in small letters without
    diacritics are there; other spellings must not be called wrong and are not.
    """
    _, shared = models_json_schema([(model, "validation") for model in VALUES.values()])
    return {
        "$schema": _DIALECT,
        "title": "Hlavička zápisu",
        "type": ["object", "null"],
        "properties": {form: _property(key) for key in HEADER_KEYS for form in _plain_forms(key)},
        "$defs": _for_editors(shared["$defs"]) | {_TEXT: {"type": _SCALARS}},
    }


def settings_schema() -> JsonSchema:
    """The schema of zapis.yaml."""
    schema = SettingsData.model_json_schema()
    definitions = _for_editors(schema.pop("$defs")) | {_TEXT: {"type": _SCALARS}}
    return {"$schema": _DIALECT, **_for_editors(schema), "$defs": definitions}


def _property(key: HeaderKey) -> JsonSchema:
    """A key, with a value or without one: what is not known yet is printed as missing."""
    value = {"$ref": f"#/$defs/{VALUES[key.shape].__name__}"}
    return {
        "title": key.labels[0].rpartition("=")[2],
        "description": key.description,
        "anyOf": [value, {"type": "null"}],
    }


def _plain_forms(key: HeaderKey) -> list[str]:
    forms = (form or label for form, _, label in (text.rpartition("=") for text in key.labels))
    plain = (fold(form).replace(".", "") for form in forms if not set(form) & set("()/,"))
    return list(dict.fromkeys(plain))


def _for_editors(schema: Any) -> Any:  # noqa: ANN401 - JSON of any kind
    """The schema as an editor needs it, which reads YAML with numbers and compares keys literally.

    A plain value may be a number there, and other spellings of a key must not be called wrong.
    """
    if isinstance(schema, list):
        return [_for_editors(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        name: _for_editors(part)
        for name, part in schema.items()
        if name != "default" and not (name == "additionalProperties" and part is False)
    }
    if kept.get("type") == "string":
        del kept["type"]
        kept["$ref"] = f"#/$defs/{_TEXT}"
    return kept
