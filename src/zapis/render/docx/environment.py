"""The environment in which Word templates are compiled: sandboxed, strict, with few words."""

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Undefined, pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from zapis.render.docx.escaping import broken
from zapis.render.views import (
    AgendaItemView,
    AttachmentView,
    FieldView,
    LogoView,
    PeopleView,
    PublicityView,
    ReviewView,
    SectionView,
    SignatureView,
    TaskView,
)

SCOPE = "_zapis"
"""The name of the writer among the values of a template."""

_FILTERS = (
    "capitalize",
    "d",
    "default",
    "first",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "select",
    "selectattr",
    "trim",
    "upper",
)


_VIEWS = frozenset(
    {
        AgendaItemView,
        AttachmentView,
        FieldView,
        LogoView,
        PeopleView,
        PublicityView,
        ReviewView,
        SectionView,
        SignatureView,
        TaskView,
    }
)


class Scope:
    """The writer of the part that is being rendered, closed to templates.

    **Why:** the sandbox refuses attributes that begin with an underscore, and there is no other.
    """

    __slots__ = ("_write",)

    def __init__(self, write: Callable[[object], str | None]) -> None:
        self._write = write

    def __str__(self) -> str:
        return ""


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to the fields of the view, which hold nothing but values."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  (as Jinja has it)
        """The value of an attribute or item, or an undefined one where it is not allowed."""
        if type(obj) in _VIEWS and attribute in obj.__slots__:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


@cache
def word_environment() -> ImmutableSandboxedEnvironment:
    """The one environment of all Word templates of the process."""
    environment = _Sandbox(undefined=StrictUndefined, autoescape=True, finalize=_finalize)
    environment.globals.clear()
    environment.filters = {name: FILTERS[name] for name in _FILTERS}
    return environment


@pass_context
def _finalize(context: Context, value: object) -> object:
    """A value as it is printed: texts are escaped by Jinja, nodes of the view become XML.

    Tabs and line ends of a text become elements here; on the finished XML, as docxtpl does it,
    they would be looked for in everything that users have written.
    """
    if type(value) is str:
        return Markup(broken(value))  # noqa: S704  (escaped there)
    if isinstance(value, Markup | Undefined | int):
        return value
    if value is None:
        return ""
    made = context[SCOPE]._write(value)  # noqa: SLF001  (the underscore keeps templates out)
    if made is None:
        made = broken(", ".join(map(str, value)) if isinstance(value, tuple) else str(value))
    return Markup(made)  # noqa: S704  (made by the writers, which escape)
