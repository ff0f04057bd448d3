"""The one Jinja environment of HTML: sandboxed, strict, everything escaped."""

from functools import cache
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from zapis.render.kept_code import KeptPages
from zapis.render.templates import find_templates


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which is not asked about fields of our own values.

    **Why:** they hold data only, and asking about each took a third of the time of a page.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as Jinja has it
        """A field of a struct, or whatever else is safe."""
        if attribute in getattr(type(obj), "__struct_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


@cache
def html_environment() -> ImmutableSandboxedEnvironment:
    """The environment over the built-in templates, made once; templates are read once."""
    environment = _Sandbox(
        loader=FileSystemLoader(find_templates()),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        bytecode_cache=KeptPages(),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["css_string"] = quote_css
    return environment


def quote_css(text: str) -> Markup:
    """A CSS string with quotes, in which only letters, digits and spaces stand unescaped.

    **Why:** inside `<style>` HTML escapes nothing, so `</style>` in a title would end it.
    """
    safe = "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{safe}"')  # noqa: S704 - nothing but letters, digits and escapes is left
