"""Checks JSON against a JSON Schema, as far as the schemas of the documentation go."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}
_KNOWN = frozenset(
    {"$schema", "$defs", "$ref", "title", "description", "type", "enum", "anyOf", "properties"}
    | {"required", "items", "minimum", "format"}
)


def faults(
    value: Any,  # noqa: ANN401 - JSON of any kind
    schema: Mapping[str, Any],
    root: Mapping[str, Any],
    at: str,
) -> Iterator[str]:
    """Where a value is not what its schema says, also keywords that this check does not know."""
    yield from (f"{at}: keyword {name}" for name in schema.keys() - _KNOWN)
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    if "anyOf" in schema:
        branches = [list(faults(value, branch, root, at)) for branch in schema["anyOf"]]
        yield from min(branches, key=len)
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "type" in schema:
        yield from _faults_of_type(value, schema, root, at)


def _faults_of_type(
    value: Any,  # noqa: ANN401 - JSON of any kind
    schema: Mapping[str, Any],
    root: Mapping[str, Any],
    at: str,
) -> Iterator[str]:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    fits = is_number if schema["type"] == "integer" else isinstance(value, _TYPES[schema["type"]])
    if not fits:
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if is_number and value < schema.get("minimum", value):
        yield f"{at}: {value} is too small"
    if schema.get("format") == "date" and dt.date.fromisoformat(value).isoformat() != value:
        yield f"{at}: {value} is no date"
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from faults(item, schema["items"], root, f"{at}[{index}]")
    if isinstance(value, dict):
        yield from (f"{at}: no {name}" for name in schema.get("required", ()) if name not in value)
        yield from (f"{at}: not described: {name}" for name in value.keys() - schema["properties"])
        for name in value.keys() & schema["properties"].keys():
            yield from faults(value[name], schema["properties"][name], root, f"{at}.{name}")
