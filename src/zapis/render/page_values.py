"""Values of the view as a page of one's own prints them."""

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from zapis.inline import Inline
from zapis.render.templating.failures import TemplateFailure
from zapis.render.templating.people import PeopleText
from zapis.render.templating.scope import SCOPE, budget_of, writer_of


@pass_context
def finalize(context: Context, value: object) -> object:
    """A value as it is printed: texts, which Jinja escapes, else what the writer makes of it."""
    if value is None:
        return ""
    if isinstance(value, Undefined | int | float):
        return value
    made = _printed(context, value)
    budget_of(context[SCOPE]).write(len(made))
    return made


def _printed(context: Context, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, PeopleText):
        return str(value)
    if isinstance(value, tuple | list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    made = writer_of(context[SCOPE])(value)
    if made is None:
        raise TemplateFailure(
            "značka {{ }} v šabloně vypisuje něco, co není text", "zapis sablony kontrola"
        )
    return Markup(made)  # noqa: S704 - written by functions that escape every text


def is_rich(value: object) -> bool:
    """Whether a value is formatted text."""
    return isinstance(value, tuple) and all(isinstance(item, Inline) for item in value)
