"""Check the shape of data: every problem at once, and what is right stays."""

from typing import Any

from zapis.data_tree import Data, DataTree, Path
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.schema.entry import Kind, Mistakes
from zapis.schema.messages import explain

_MOST_REPAIRS = 4


def check_shape(kind: Kind, data: Data, tree: DataTree, base: Path) -> tuple[Any, Diagnostics]:
    """The value that stands at `base`, without its wrong parts, and what is wrong with them.

    None when nothing of it can be used.
    """
    problems: list[Diagnostic] = []
    for _ in range(_MOST_REPAIRS):
        mistakes: Mistakes = []
        read = kind.read(data, (), mistakes)
        if not mistakes:
            return read, tuple(dict.fromkeys(problems))
        # A later round only finds what the repair of an earlier one left behind.
        explained = [explain(wrong, tree, base) for wrong in _without_echoes(mistakes)]
        if not problems:
            problems = [diagnostic for diagnostic, _ in explained]
        wrong = frozenset(path[len(base) :] for _, path in explained)
        if () in wrong:
            break
        data = _without(data, wrong, ())
    return None, tuple(dict.fromkeys(problems))


def _without_echoes(mistakes: Mistakes) -> Mistakes:
    """All but a missing key whose mapping has an unknown one: that is what was meant."""
    misspelt = {wrong.way[:-1] for wrong in mistakes if wrong.mistake == "unknown_key"}
    return [
        wrong for wrong in mistakes if wrong.mistake != "missing" or wrong.way[:-1] not in misspelt
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
