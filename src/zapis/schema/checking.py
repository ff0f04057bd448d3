"""Check data against a model: every problem at once, and what is right stays."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from zapis.data_tree import Data, DataTree, Path
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.schema.messages import explain_error

M = TypeVar("M", bound=BaseModel)

_MOST_REPAIRS = 4


def check_shape(
    model: type[M], data: Data, tree: DataTree, base: Path
) -> tuple[M | None, Diagnostics]:
    """The value that stands at `base`, without its wrong parts, and what is wrong with them.

    None when nothing of it can be used.
    """
    problems: list[Diagnostic] = []
    for _ in range(_MOST_REPAIRS):
        try:
            return model.model_validate(data), tuple(dict.fromkeys(problems))
        except ValidationError as failure:
            errors = failure.errors(include_url=False)
        # A later round only finds what the repair of an earlier one left behind.
        explained = [explain_error(error, tree, base) for error in _without_echoes(errors)]
        if not problems:
            problems = [diagnostic for diagnostic, _ in explained]
        wrong = frozenset(path[len(base) :] for _, path in explained)
        if () in wrong:
            break
        data = _without(data, wrong, ())
    return None, tuple(dict.fromkeys(problems))


def _without_echoes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors but for a missing key whose mapping has an unknown one: that is what was meant."""
    misspelt = {error["loc"][:-1] for error in errors if error["type"] == "extra_forbidden"}
    return [
        error for error in errors if error["type"] != "missing" or error["loc"][:-1] not in misspelt
    ]


def _without(data: Data, wrong: frozenset[Path], at: Path) -> Data:
    """The data without the parts at the wrong paths; an item becomes an empty text."""
    if isinstance(data, dict):
        kept = ((key, value) for key, value in data.items() if (*at, key) not in wrong)
        return {key: _without(value, wrong, (*at, key)) for key, value in kept}
    if isinstance(data, list):
        return [
            "" if (*at, index) in wrong else _without(value, wrong, (*at, index))
            for index, value in enumerate(data)
        ]
    return data
