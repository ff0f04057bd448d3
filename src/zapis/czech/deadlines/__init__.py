"""Deadlines as people write them: found in sentences, read from the content of a field."""

from typing import TYPE_CHECKING, Any

from zapis.czech.deadlines.types import Deadline, DeadlineMatch

if TYPE_CHECKING:
    from zapis.czech.deadlines.reading import find_deadlines, read_deadline

__all__ = ["Deadline", "DeadlineMatch", "find_deadlines", "read_deadline"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module may hold anything
    """The functions that read, loaded when they are first asked for.

    **Why:** tasks carry deadlines, and a list of tasks reads none of them.
    """
    if name not in __all__:
        raise AttributeError(name)
    from zapis.czech.deadlines import reading  # noqa: PLC0415 - see above

    return getattr(reading, name)
