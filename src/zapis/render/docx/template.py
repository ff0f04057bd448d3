"""Word templates, compiled once per process into what every document needs of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Template, TemplateSyntaxError

from zapis.render.docx.dialect import TemplateError, has_tags, has_varying_tables, to_jinja
from zapis.render.docx.environment import word_environment
from zapis.render.docx.numbering import NumberingBase, read_numbering
from zapis.render.docx.package import Packed, part_text, press
from zapis.render.docx.page import Page, read_page
from zapis.render.docx.relations import OFFICE, opened, relations_name
from zapis.render.docx.roles import Roles, complete
from zapis.render.docx.styles import Styles, read_styles

_ROOT = re.compile(r"<w:(?:document|hdr|ftr|footnotes)\b[^>]*?(?=/?>)")
_OFFICE_NAMESPACE = f' xmlns:r="{OFFICE}"'
_FOOTNOTE_ID = re.compile(r'<w:footnote\s[^>]*?w:id="(-?\d+)"')


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A part that is made anew for every document, and the relationships it starts with."""

    name: str
    template: Template
    relations: str
    packed_relations: Packed
    varying_tables: bool


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template: `filled` are the parts with tags, the record first, the footnotes last.

    `packed` are the parts that are the same in every document, compressed once. `media` is how
    the names of embedded pictures begin, `last_footnote` the highest identifier in use.
    """

    roles: Roles
    filled: tuple[FilledPart, ...]
    packed: tuple[Packed, ...]
    styles: Styles
    numbering: NumberingBase
    page: Page
    media: str
    last_footnote: int


def compile_template(parts: Mapping[str, bytes]) -> WordTemplate:
    """The template in the parts of a Word file.

    Raises `TemplateError` where the file is no Word document or a tag cannot be understood.
    **Why** the core properties are never a template: what stands there is nobody's to run.
    """
    whole, roles = complete(parts)
    texts = {name: part_text(whole, name) for name in roles.fillable}
    names = [name for name in roles.fillable if _is_filled(name, roles, texts[name])]
    filled = tuple(_filled(name, texts[name], whole) for name in names)
    made = {*names, *map(relations_name, names), roles.numbering, roles.core}
    return WordTemplate(
        roles,
        filled,
        tuple(press(name, data) for name, data in whole.items() if name not in made),
        read_styles(part_text(whole, roles.styles)),
        read_numbering(part_text(whole, roles.numbering)),
        read_page(texts[roles.main]),
        _free_prefix(whole),
        max(map(int, _FOOTNOTE_ID.findall(texts[roles.footnotes])), default=0),
    )


def _is_filled(name: str, roles: Roles, text: str) -> bool:
    return name in (roles.main, roles.footnotes) or has_tags(text)


def _filled(name: str, text: str, parts: Mapping[str, bytes]) -> FilledPart:
    source = to_jinja(name, _with_namespace(text))
    try:
        template = word_environment().from_string(source)
    except TemplateSyntaxError as error:
        raise TemplateError(name, f"značce nelze porozumět: {error.message}") from error
    relations = opened(part_text(parts, relations_name(name)))
    packed = press(relations_name(name), relations.encode())
    return FilledPart(name, template, relations, packed, has_varying_tables(text))


def _with_namespace(text: str) -> str:
    """The part with the namespace that links and pictures need."""
    root = _ROOT.search(text)
    if not root or _OFFICE_NAMESPACE in root[0]:
        return text
    return text[: root.end()] + _OFFICE_NAMESPACE + text[root.end() :]


def _free_prefix(parts: Mapping[str, bytes]) -> str:
    prefix = "word/media/zapis"
    while any(name.startswith(prefix) for name in parts):
        prefix += "_"
    return prefix
