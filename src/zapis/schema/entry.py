"""What all models of YAML mappings share: Czech keys in any spelling, nothing unknown."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    JsonValue,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from zapis.data_tree import Data
from zapis.schema.key_folding import fold_key

E = TypeVar("E")

# Tags of a union's branches stand in the place of an error; no key of an author's can equal them.
_TEXT, _MAPPING = "\0text", "\0mapping"


@dataclass(frozen=True, slots=True)
class UnknownKey:
    """Takes the place of a value under an unknown key, so that an error knows what was possible.

    **Why:** pydantic's error carries the rejected value but not the keys of its model. `alone`
    says that the mapping has no other key.
    """

    known: tuple[str, ...]
    alone: bool


class Entry(BaseModel):
    """A mapping whose keys are the Czech forms of its fields, in any case and spelling."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _recognise_keys(cls, data: Data) -> object:
        """Keys become the usual forms; a key without a value counts as not written."""
        if not isinstance(data, dict):
            return data or {}
        forms = forms_of_fields(cls)
        usual = tuple(dict.fromkeys(forms.values()))
        keys = {key: forms.get(fold_key(key)) for key in data}
        twice = [form for form, count in Counter(keys.values()).items() if form and count > 1]
        if twice:
            raise PydanticCustomError("key_twice", "{key}", {"key": twice[0]})
        return {
            form or key: data[key] if form else UnknownKey(usual, len(data) == 1)
            for key, form in keys.items()
            if data[key] is not None or not form
        }


def field_of(*forms: str, title: str, **more: Any) -> Any:  # noqa: ANN401 - passed on to pydantic
    """A field with the forms of its key, the usual Czech one first."""
    return Field(validation_alias=AliasChoices(*forms), title=title, **more)


def described(text: str) -> dict[str, JsonValue]:
    """The Czech description of a model in its JSON Schema; its docstring is for programmers."""
    return {"description": text}


@cache
def forms_of_fields(model: type[BaseModel]) -> Mapping[str, str]:
    """From every folded form of a key of the model to the usual form."""
    choices = (field.validation_alias for field in model.model_fields.values())
    return MappingProxyType(
        {
            fold_key(str(form)): str(alias.choices[0])
            for alias in choices
            if isinstance(alias, AliasChoices)
            for form in alias.choices
        }
    )


def _tag_of(value: object) -> str:
    """Chooses between a text and a mapping; a list is neither."""
    if isinstance(value, str):
        return _TEXT
    return "" if isinstance(value, list) else _MAPPING


def _as_items(value: Data) -> object:
    """One value as a list of one; empty items stay, as empty texts, to keep their indexes."""
    if isinstance(value, list):
        return tuple("" if item is None else item for item in value)
    return () if value is None or value == "" else (value,)


Texts = Annotated[
    tuple[str, ...], BeforeValidator(_as_items, json_schema_input_type=str | list[str])
]


def items_of(input_type: Any) -> BeforeValidator:  # noqa: ANN401 - types of types are not typed
    """Reads one value or a list of them; the schema shows the shape authors write."""
    return BeforeValidator(_as_items, json_schema_input_type=input_type)


TextOr = Annotated[Annotated[str, Tag(_TEXT)] | Annotated[E, Tag(_MAPPING)], Discriminator(_tag_of)]
