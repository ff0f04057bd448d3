"""The environment in which Word templates are compiled, and how it prints values."""

from functools import cache

from jinja2 import Undefined, pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from markupsafe import Markup

from zapis.inline import Inline, plain_text
from zapis.render.docx.escaping import broken
from zapis.render.templating.failures import TemplateFailure
from zapis.render.templating.filters import FILTER_NAMES, PARAGRAPHS, RUNS
from zapis.render.templating.people import PeopleText
from zapis.render.templating.sandbox import TemplateEnvironment
from zapis.render.templating.scope import SCOPE, budget_of, writer_of


@cache
def word_environment() -> TemplateEnvironment:
    """The one environment of all Word templates of offices, in which everything is counted."""
    environment = TemplateEnvironment(finalize=_finalize)
    environment.filters |= {PARAGRAPHS: _as_paragraphs, RUNS: _as_runs}
    return environment


@cache
def builtin_environment() -> TemplateEnvironment:
    """The same sandbox for the built-in template, which is ours and needs no budget.

    **Why:** counting takes a seventh of the time of a document.
    """
    environment = TemplateEnvironment(finalize=_finalize_quickly)
    environment.intercepted_binops = frozenset()
    environment.filters |= {name: FILTERS[name] for name in FILTER_NAMES}
    environment.filters |= {PARAGRAPHS: _as_paragraphs, RUNS: _as_runs}
    return environment


@pass_context
def _finalize_quickly(_context: Context, value: object) -> object:
    """What `_finalize` does, without counting.

    **Why** with the context: Jinja would print constants of the template itself, and a line end
    in one would not become an element.
    """
    if type(value) is str:
        return Markup(broken(value))  # noqa: S704 - escaped there
    if isinstance(value, Markup | Undefined | int | float):
        return value
    return "" if value is None else Markup(broken(_words(value)))  # noqa: S704 - the same


@pass_context
def _finalize(context: Context, value: object) -> object:
    """A value as it is printed: texts are escaped, tabs and line ends become elements.

    **Why** here: on the finished XML, as docxtpl does it, they would be looked for in everything
    that users have written.
    """
    if type(value) is str:
        return _text(context, value)
    if isinstance(value, Markup):
        budget_of(context[SCOPE]).write(len(value))
        return value
    if isinstance(value, Undefined | int | float):
        return value
    return "" if value is None else _text(context, _words(value))


def _text(context: Context, words: str) -> Markup:
    budget_of(context[SCOPE]).write(len(words))
    return Markup(broken(words))  # noqa: S704 - escaped there


def _words(value: object) -> str:
    """The text of people, of formatted text without its looks, of a list of texts."""
    if isinstance(value, PeopleText):
        return str(value)
    if isinstance(value, tuple | list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    if isinstance(value, tuple) and all(isinstance(item, Inline) for item in value):
        return plain_text(value)
    raise TemplateFailure(
        "značka {{ }} v šabloně vypisuje něco, co není text", "zapis sablony kontrola najde místo"
    )


@pass_context
def _as_paragraphs(context: Context, value: object) -> Markup:
    """What `{{p … }}` puts in place of its paragraph."""
    made = _written(context, value)
    return Markup(f"<w:p>{_run(context, value)}</w:p>") if made is None else made  # noqa: S704 - the same


@pass_context
def _as_runs(context: Context, value: object) -> Markup:
    """What `{{r … }}` puts in place of its run."""
    made = _written(context, value)
    return Markup(_run(context, value)) if made is None else made  # noqa: S704 - the same


def _written(context: Context, value: object) -> Markup | None:
    """The XML of a value of the view; None for plain texts and numbers."""
    made = None if isinstance(value, str | int | float | Undefined) else ""
    if made is not None and value is not None:
        made = writer_of(context[SCOPE])(value)
    return None if made is None else Markup(made)  # noqa: S704 - the writers escape


def _run(context: Context, value: object) -> str:
    text = str(_finalize(context, value))
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
