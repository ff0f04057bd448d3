"""The environment of pages with templates of one's own: the sandbox, and a loader on a lead."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, TemplateNotFound, nodes

from zapis.render.environment import quote_css
from zapis.render.html import SectionMarkup
from zapis.render.templates import find_templates
from zapis.render.templating.folding import fold_names
from zapis.render.templating.inspection import Finding, Inspector, inspect
from zapis.render.templating.places import WHOLE
from zapis.render.templating.records import GETTERS
from zapis.render.templating.sandbox import TemplateEnvironment
from zapis.render.templating.shapes import VOCABULARY
from zapis.render.templating.weaving import weave
from zapis.render.views import (
    AgendaItemView,
    AttachmentView,
    DocumentView,
    FieldView,
    LogoView,
    PeopleView,
    PublicityView,
    ReviewView,
    SectionView,
    SignatureView,
    TaskView,
)

BASE = "zapis.html"
OWN = "vlastni/"
"""Stands before the name of the template itself, which may be called as a built-in one is."""

_FOLDER = "sablony"
_VIEWS = (
    *(AgendaItemView, AttachmentView, DocumentView, FieldView, LogoView, PeopleView),
    *(PublicityView, ReviewView, SectionView, SignatureView, TaskView, SectionMarkup),
)
_METHODS = frozenset({"split", "splitlines"})
_PARTS = (".html", ".css")
# The whole record is what the block „zaznam“ of the built-in page prints.
_NAMES = {name: shape for name, shape in VOCABULARY.items() if name != WHOLE.name}
_ALLOWED = frozenset({nodes.Block, nodes.Extends, nodes.Include})

_LARGEST = 500_000
_SHOWN = 40
# A document runs nothing and fetches nothing, whoever opens it.
_ACTIVE = re.compile(
    r"<(?:script|iframe|object|embed|link|base|form)\b|\bon[a-z]{3,20}\s{0,9}=|javascript:"
    r"|@import\b|(?:src|srcset|poster|data)\s{0,9}=\s{0,9}[\"']?\s{0,9}(?:https?:)?//"
    r"|url\(\s{0,9}[\"']?\s{0,9}(?:https?:)?//",
    re.IGNORECASE,
)

ReadFile = Callable[[str], bytes | None]
"""Reads a file of the workspace by its path; None where it is not there or leads outside."""


def find_active(text: str) -> Finding | None:
    """The first place of a template that would run a program or fetch a file for its readers."""
    found = _ACTIVE.search(text)
    if found is None:
        return None
    words = found[0][:_SHOWN].strip()
    message = f"„{words}“ by v dokumentu spouštělo program nebo četlo z internetu"
    return Finding(text.count("\n", 0, found.start()) + 1, message, "smažte to")


class BrokenPage(Exception):  # noqa: N818 - it is no error of zapis
    """A template of one's own that cannot be used."""

    def __init__(self, name: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.findings = findings


class _Loader(BaseLoader):
    """The built-in templates by their names, then files of the folder of one's own."""

    def __init__(self, own: str, read: ReadFile) -> None:
        self._own = own
        self._read = read

    def get_source(self, _environment: Any, template: str) -> tuple[str, None, None]:  # noqa: ANN401 - as Jinja has it
        """The text of a template."""
        if template == OWN + BASE:
            return self._own, None, None
        if "/" in template or "\\" in template or not template.endswith(_PARTS):
            raise TemplateNotFound(template)
        built_in = find_templates() / template
        if built_in.is_file():
            return built_in.read_text(encoding="utf-8"), None, None
        data = self._read(f"{_FOLDER}/{template}")
        if data is None:
            raise TemplateNotFound(template)
        text = data[:_LARGEST].decode("utf-8-sig", "replace")
        active = find_active(text)
        if active is not None:
            raise BrokenPage(template, (active,))
        return text, None, None


class PageEnvironment(TemplateEnvironment):
    """The sandbox with the names that the built-in page uses, which its parent is made of."""

    def __init__(self, own: str, read: ReadFile, **options: Any) -> None:  # noqa: ANN401 - handed on
        """`own` is the text of the template, `read` finds what it includes."""
        super().__init__(loader=_Loader(own, read), trim_blocks=True, lstrip_blocks=True, **options)
        self.filters["css_string"] = quote_css

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as Jinja has it
        """A field by its Czech name, or as the built-in page calls it."""
        known = type(obj) in GETTERS and attribute in GETTERS[type(obj)]
        if not known and isinstance(obj, _VIEWS) and attribute in _names_of(type(obj)):
            return getattr(obj, attribute)
        if isinstance(obj, str) and attribute in _METHODS:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 - as Jinja has it
        """What every template may call, and what the built-in page calls of texts."""
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        return (isinstance(owner, str) and name in _METHODS) or super().is_safe_callable(obj)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree of a template, inspected where it is one's own, with its budget woven in."""
        tree = super()._parse(source, name, filename)
        if name is not None and not (find_templates() / name).is_file():
            fold_names(tree)
            findings = inspect(tree, Inspector(_ALLOWED, printing=False, names=_NAMES))
            if findings:
                raise BrokenPage(name, findings)
        weave(tree)
        return tree


def _names_of(kind: type) -> Mapping[str, object]:
    return {name: None for name in dir(kind) if not name.startswith("_")}
