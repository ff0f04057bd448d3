"""What can be wrong with a template, as values and as the exceptions that carry them."""

from enum import Enum

from msgspec import Struct


class Weight(Enum):
    """How bad a problem is: the template is unusable, may print what is wrong, may be better."""

    ERROR = "chyba"
    WARNING = "varování"
    TIP = "tip"


class TemplateProblem(Struct, frozen=True):
    """One problem: its sentence, the words of the paragraph or line, its part, and the cure.

    `message` is one clause, lower case, without a period.
    """

    message: str
    cure: str = ""
    part: str = ""
    place: str = ""
    weight: Weight = Weight.ERROR


class TemplateFailure(Exception):  # noqa: N818 - it is no error of zapis
    """A template that cannot be used, met while a document was made; `place` quotes its words."""

    def __init__(self, message: str, cure: str = "", place: str = "") -> None:
        super().__init__(message)
        self.cure = cure
        self.place = place


class OverBudget(TemplateFailure):
    """A template that would take too long or write too much."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"šablona by {what}", "projděte v šabloně cykly; jeden zápis tolik práce nepotřebuje"
        )
