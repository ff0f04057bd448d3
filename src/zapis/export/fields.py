"""Fields of JSON objects: one table gives the values and their schema, so that they agree."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

JsonSchema = dict[str, Any]
JsonObject = dict[str, Any]
T = TypeVar("T")

TEXT: JsonSchema = {"type": "string"}
TEXTS: JsonSchema = {"type": "array", "items": TEXT}
FLAG: JsonSchema = {"type": "boolean"}
COUNT: JsonSchema = {"type": "integer", "minimum": 0}
DAY: JsonSchema = {"type": "string", "format": "date"}


class Field(NamedTuple, Generic[T]):
    """A field of an object: its name, its Czech title, what it may hold, and how it is read.

    `shape` is a schema; `optional` says that null stands for what is not known.
    """

    name: str
    title: str
    shape: JsonSchema
    value: Callable[[T], object]
    description: str = ""
    optional: bool = False

    @property
    def schema(self) -> JsonSchema:
        """The schema of the field's value."""
        words = {"title": self.title, "description": self.description}
        shape = {"anyOf": [self.shape, {"type": "null"}]} if self.optional else self.shape
        return {**{key: text for key, text in words.items() if text}, **shape}


def object_of(fields: tuple[Field[T], ...], item: T) -> JsonObject:
    """The object with the values of all fields."""
    return {field.name: field.value(item) for field in fields}


def object_schema(title: str, fields: tuple[Field[T], ...]) -> JsonSchema:
    """The schema of such objects; fields that a later version adds are allowed."""
    return {
        "title": title,
        "type": "object",
        "properties": {field.name: field.schema for field in fields},
        "required": [field.name for field in fields],
    }


def list_of(name: str) -> JsonSchema:
    """The schema of a list of what is defined under a name."""
    return {"type": "array", "items": reference(name)}


def reference(name: str) -> JsonSchema:
    """The schema defined under a name."""
    return {"$ref": f"#/$defs/{name}"}


def day(value: dt.date | None) -> str | None:
    """A day as programs write it: „2026-03-20“."""
    return value.isoformat() if value else None
