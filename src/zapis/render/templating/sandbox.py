"""The environment of templates of one's own: an allow-list of everything, and a budget."""

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined
from jinja2.runtime import (
    BlockReference,
    Context,
    LoopContext,
    Macro,
    TemplateReference,
    Undefined,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from zapis.render.templating.budget import calculate
from zapis.render.templating.failures import TemplateFailure
from zapis.render.templating.filters import template_filters, template_tests
from zapis.render.templating.own import OwnData
from zapis.render.templating.records import GETTERS
from zapis.render.templating.scope import SCOPE, budget_of

LOOP = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length"}
    | {"previtem", "nextitem", "depth", "depth0", "cycle", "changed"}
)
"""What a template may ask of `loop`."""

_MISSING = StrictUndefined()._undefined_obj  # noqa: SLF001 - Jinja's own mark of nothing
_CALLABLE = (Macro, BlockReference)


class Unknown(StrictUndefined):
    """A name that is not there; whoever prints it learns which one."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = _MISSING,  # noqa: ANN401 - as Jinja has it
        name: str | None = None,
        exc: type[Exception] = TemplateFailure,
    ) -> None:
        told = f"pole „{name}“ v šablonách neexistuje" if name else hint
        super().__init__(told, obj, name, exc)  # type: ignore[arg-type] # one of our own


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Attributes only of records, calls only of macros, operators only on small values.

    **Why** not the sandbox alone: it refuses what it knows to be dangerous and counts nothing.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - handed on to Jinja
        """`options` are those of Jinja beside what makes the sandbox."""
        super().__init__(undefined=Unknown, autoescape=True, optimized=False, **options)
        self.globals.clear()
        self.filters.clear()
        self.filters.update(template_filters())
        self.tests.clear()
        self.tests.update(template_tests())
        self.extensions = {}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as Jinja has it
        """A field of a record, a fact of a loop or what the author gave; else undefined."""
        getters = GETTERS.get(type(obj))
        if getters is not None:
            get = getters.get(attribute)
            return get(obj) if get else self.undefined(obj=obj, name=attribute)
        if type(obj) is LoopContext and attribute in LOOP:
            return getattr(obj, attribute)
        if type(obj) is OwnData:
            return obj.find(attribute)
        return self._other(obj, attribute)

    def _other(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - the same
        if type(obj) is TemplateReference:
            return obj[attribute]
        if isinstance(obj, Undefined):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """A member of a list, a letter of a text, a value of a mapping, or a field by its name."""
        if isinstance(obj, Mapping | list | tuple | str):
            try:
                return obj[argument]
            except (TypeError, LookupError, ValueError):
                return self.undefined(obj=obj, name=str(argument))
        return self.getattr(obj, str(argument))

    def call_binop(
        self,
        context: Context,
        operator: str,
        left: Any,  # noqa: ANN401 - as Jinja has it
        right: Any,  # noqa: ANN401 - the same
    ) -> Any:  # noqa: ANN401 - the same
        """An operator between two values, within the budget."""
        return calculate(budget_of(context[SCOPE]), operator, left, right)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 - as Jinja has it
        """Macros and blocks of templates, and what `loop` offers."""
        if isinstance(obj, _CALLABLE):
            return True
        owner = getattr(obj, "__self__", None)
        return type(owner) is LoopContext and getattr(obj, "__name__", "") in LOOP

    def is_safe_attribute(self, _obj: Any, _attribute: str, _value: Any) -> bool:  # noqa: ANN401 - as Jinja has it
        """Nothing but what `getattr` gives."""
        return False
