"""Rendering a template of one's own: whatever goes wrong says where."""

from collections.abc import Mapping, Sequence
from traceback import walk_tb

from jinja2 import Template
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError

from zapis.render.templating.failures import OverBudget, TemplateFailure

_UNNAMED = "<template>"
# What expressions of a template can run into; everything else is a bug of zapis.
_FAILURES = (
    *(JinjaError, TemplateFailure, ArithmeticError, TypeError, ValueError),
    *(LookupError, AttributeError, RecursionError, MemoryError),
)


def fill(template: Template, values: Mapping[str, object], places: Sequence[str] | None) -> str:
    """The rendered template; `places` are the words of its lines, None for a built-in one.

    Raises `TemplateFailure` for a template of one's own.
    """
    if places is None:
        return template.render(values)
    try:
        return template.render(values)
    except _FAILURES as error:
        raise _failure(error, places) from error


def _failure(error: Exception, places: Sequence[str]) -> TemplateFailure:
    lines = [line for frame, line in walk_tb(error.__traceback__) if _is_template(frame)]
    line = lines[-1] if lines else 0
    place = places[line - 1] if 0 < line <= len(places) else ""
    if isinstance(error, TemplateFailure):
        return TemplateFailure(str(error), error.cure, place)
    if isinstance(error, RecursionError | MemoryError):
        return TemplateFailure(str(OverBudget("se do sebe vnořila příliš hluboko")), "", place)
    if isinstance(error, SecurityError):
        return TemplateFailure("šablona sahá na něco, co jí není dovoleno", "", place)
    return TemplateFailure("značku v šabloně nejde vyplnit", "zapis sablony kontrola", place)


def _is_template(frame: object) -> bool:
    code = getattr(frame, "f_code", None)
    return getattr(code, "co_filename", "") == _UNNAMED
