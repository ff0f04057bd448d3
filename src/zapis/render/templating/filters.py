"""The filters and tests that templates may use, each within the budget."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from types import MappingProxyType
from typing import Any

from jinja2 import pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Undefined, markup_join
from jinja2.tests import TESTS

from zapis.render.templating.budget import UNIT, Budget, length_of
from zapis.render.templating.scope import SCOPE, budget_of

FILTER_NAMES = (
    "capitalize",
    "count",
    "d",
    "default",
    "first",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "select",
    "selectattr",
    "sort",
    "title",
    "trim",
    "unique",
    "upper",
)
"""The filters by the names that Jinja has for them."""

TEST_NAMES = (
    *("==", "!=", "<", "<=", ">", ">=", "eq", "equalto", "ne", "lt", "le", "gt", "ge"),
    *("greaterthan", "lessthan", "in", "defined", "undefined", "none", "true", "false"),
    *("even", "odd", "divisibleby", "number", "string"),
)
"""The tests by the names that Jinja has for them."""

COUNTED, SPENT, JOINED, MEASURED = "_cyklus", "_krok", "_spoj", "_delka"
"""Filters that are woven into templates and that no template can name itself."""


PARAGRAPHS, RUNS = "_odstavce", "_beh"
MARKS = frozenset({PARAGRAPHS, RUNS})
"""Filters that stand for `{{p … }}` and `{{r … }}` in templates of Word."""

_Function = Callable[..., Any]


def template_filters() -> dict[str, _Function]:
    """The filters of the sandbox."""
    own: dict[str, _Function] = {COUNTED: _counted, SPENT: _spent}
    own |= {JOINED: _joined, MEASURED: _measured}
    return own | {name: _charged(FILTERS[name], _BOUNDS.get(name)) for name in FILTER_NAMES}


def template_tests() -> dict[str, _Function]:
    """The tests of the sandbox."""
    tests: Mapping[str, Any] = TESTS
    return {name: tests[name] for name in TEST_NAMES}


def _charged(function: _Function, bound: Callable[..., int] | None) -> _Function:
    """A filter that takes what it walks through and what it makes from the budget."""
    wanted = getattr(function, "jinja_pass_arg", None)

    @pass_context
    def call(context: Context, value: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        budget = budget_of(context[SCOPE])
        if not isinstance(value, Undefined):
            budget.take(value, sum(map(length_of, args)) // UNIT)
        if bound is not None:
            budget.text(bound(value, *args, **options))
        given = {None: (), "context": (context,), "eval_context": (context.eval_ctx,)}
        first = given.get(wanted.name if wanted else None, (context.environment,))
        return _limited(budget, function(*first, value, *args, **options))

    return call


def _limited(budget: Budget, result: object) -> object:
    """The result, a generator as a list, so that everything has a length."""
    if isinstance(result, str):
        budget.text(len(result))
    return list(_walked(budget, result)) if isinstance(result, Iterator) else result


def _walked(budget: Budget, values: Iterable[object]) -> Iterator[object]:
    for value in values:
        budget.step(1)
        yield value


def _replaced(value: object, old: str = "", new: str = "", count: int | None = None) -> int:
    """How long a text can get by replacing."""
    length, most = length_of(value), length_of(value) + 1
    if length_of(old) > 1:
        most = length // length_of(old)
    return length + (most if count is None else min(most, count)) * length_of(new)


def _joint(value: object, d: str = "") -> int:
    """How long a list gets as one text; **why** no attribute: `map` counts what it takes."""
    if isinstance(value, str):
        return len(value) * (1 + length_of(d))
    if not isinstance(value, list | tuple):
        return 0
    return sum(map(length_of, value)) + len(value) * length_of(d)


_BOUNDS: Mapping[str, Callable[..., int]] = MappingProxyType({"replace": _replaced, "join": _joint})


@pass_context
def _counted(context: Context, value: Any, cost: int, characters: int) -> Any:  # noqa: ANN401 - any list
    """What a loop goes through, after the steps of the whole loop were taken."""
    budget, times = budget_of(context[SCOPE]), len(value)
    budget.step(1 + times * cost)
    budget.write(times * characters)
    return value


@pass_context
def _spent(context: Context, _value: object, cost: int, characters: int) -> str:
    """Nothing, after the steps of a macro or a block were taken."""
    budget = budget_of(context[SCOPE])
    budget.step(cost)
    budget.write(characters)
    return ""


@pass_context
def _measured(context: Context, value: object) -> object:
    """A value that is about to be compared, after the steps for its length were taken."""
    if isinstance(value, Sized):
        budget_of(context[SCOPE]).step(len(value) // UNIT)
    return value


@pass_context
def _joined(context: Context, values: list[object]) -> str:
    """Values one behind the other: what `~` does."""
    budget_of(context[SCOPE]).text(sum(map(length_of, values)))
    return markup_join(values)
