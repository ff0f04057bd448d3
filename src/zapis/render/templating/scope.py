"""What a template brings along while it is rendered: the writer of its values and its budget."""

from collections.abc import Callable

from zapis.render.templating.budget import Budget

SCOPE = "_zapis"
"""Its name among the values of a template."""


class Scope:
    """The writer of the part that is being rendered and its budget, closed to templates.

    **Why:** the sandbox refuses attributes that begin with an underscore, and there is no other.
    """

    __slots__ = ("_budget", "_write")

    def __init__(self, write: Callable[[object], str | None], budget: Budget | None = None) -> None:
        self._write = write
        self._budget = budget or Budget()

    def __str__(self) -> str:
        return ""


def writer_of(scope: Scope) -> Callable[[object], str | None]:
    """The function that makes XML or HTML of a value; None for what is no part of the view."""
    return scope._write  # noqa: SLF001 - the underscore keeps templates out


def budget_of(scope: Scope) -> Budget:
    """What is left to the document."""
    return scope._budget  # noqa: SLF001 - the same
