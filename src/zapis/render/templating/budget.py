"""How much a template may do: steps and characters are counted, so that time needs no limit."""

import operator as operators
from collections.abc import Callable, Mapping, Sized

from zapis.render.templating.failures import OverBudget, TemplateFailure

STEPS = 1_500_000
"""How many parts of expressions one document may evaluate."""

CHARACTERS = 40_000_000
"""How much text one document may write or put together on the way."""

UNIT = 64
"""How many characters of a text that is only looked at count as a step."""

LONGEST_TEXT = 2_000_000
LONGEST_LIST = 100_000
LARGEST_NUMBER = 10**12
# Numbers, members of lists that are no texts, take about so much when they are printed.
_SHORT = 20


class Budget:
    """What is left to one document."""

    __slots__ = ("characters", "steps")

    def __init__(self, steps: int = STEPS, characters: int = CHARACTERS) -> None:
        self.steps = steps
        self.characters = characters

    def step(self, count: int) -> None:
        """Takes steps; raises `OverBudget` where too few are left."""
        self.steps -= count
        if self.steps < 0:
            raise OverBudget("dělala příliš mnoho kroků")

    def write(self, count: int) -> None:
        """Takes characters; raises `OverBudget` where too few are left."""
        self.characters -= count
        if self.characters < 0:
            raise OverBudget("vypsala příliš mnoho textu")

    def text(self, length: int) -> None:
        """Takes a text that is about to be made, which may not be too long by itself."""
        if length > LONGEST_TEXT:
            raise OverBudget("vypsala příliš mnoho textu")
        self.write(length)

    def take(self, value: object, price: int = 0) -> None:
        """Takes the steps of walking through a list or a mapping at a price a member, or a text."""
        if isinstance(value, str):
            self.step(1 + price + len(value) // UNIT)
        else:
            self.step(1 + (1 + price) * (len(value) if isinstance(value, Sized) else 1))


def length_of(value: object) -> int:
    """How many characters a value has when it is printed, roughly."""
    return len(value) if isinstance(value, str) else _SHORT


def calculate(budget: Budget, operator: str, left: object, right: object) -> object:
    """The result of `+ - * / // %` where it stays small; powers and formats are refused."""
    if isinstance(left, int | float) and isinstance(right, int | float) and operator != "**":
        return _number(operator, left, right)
    if operator == "+" and isinstance(left, str) and isinstance(right, str):
        budget.text(len(left) + len(right))
        return left + right
    if operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
        budget.step(len(left) + len(right))
        if len(left) + len(right) > LONGEST_LIST:
            raise OverBudget("sestavila příliš dlouhý seznam")
        return (*left, *right)
    raise TemplateFailure(
        f"výpočet „{operator}“ v šabloně nejde použít na tyto hodnoty", "texty spojuje znak ~"
    )


def _number(operator: str, left: float, right: float) -> object:
    if operator in {"/", "//", "%"} and right == 0:
        raise TemplateFailure("šablona dělí nulou")
    result = _OPERATIONS[operator](left, right)
    if not abs(result) < LARGEST_NUMBER:
        raise OverBudget("počítala s příliš velkými čísly")
    return result


_OPERATIONS: Mapping[str, Callable[[float, float], float]] = {
    "+": operators.add,
    "-": operators.sub,
    "*": operators.mul,
    "/": operators.truediv,
    "//": operators.floordiv,
    "%": operators.mod,
}
