"""Word templates, compiled once per process into what every document needs of them."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from jinja2 import Template
from msgspec import Struct

from zapis.render.docx.contents import ContentsStyle
from zapis.render.docx.dialect import TemplateError, has_tags, has_varying_tables, to_jinja
from zapis.render.docx.environment import builtin_environment, word_environment
from zapis.render.docx.numbering import Kind, Looks, NumberingBase, read_numbering
from zapis.render.docx.package import Packed, part_text, press
from zapis.render.docx.page import Page, read_page
from zapis.render.docx.relations import OFFICE, opened, relations_name
from zapis.render.docx.roles import Roles, complete
from zapis.render.docx.styles import ParagraphStyle, Styles, read_styles
from zapis.render.kept_code import Kept, keep, recall
from zapis.render.templating.compiling import Compiled, compile_source, made_of, problems_of
from zapis.render.templating.fields import Field
from zapis.render.templating.inspection import Inspector
from zapis.render.templating.vocabulary import DOCUMENT

_ROOT = re.compile(r"<w:(?:document|hdr|ftr|footnotes)\b[^>]*?(?=/?>)")
_OFFICE_NAMESPACE = f' xmlns:r="{OFFICE}"'
_NO_LOOKS: Looks = MappingProxyType({})
_FOOTNOTE_ID = re.compile(r'<w:footnote\s[^>]*?w:id="(-?\d{1,9})"')


class Office(Struct, frozen=True):
    """What was found in an office's own file beside its parts, whose tags are whole by now.

    `places` are the words on each line of a part, `page` the room where the record is printed,
    `items` and `looks` the template's own lists, `contents` the lines of a table of contents,
    `unnumbered` the XML that takes a number from a paragraph.
    """

    places: Mapping[str, Sequence[str]]
    page: Page
    contents: ContentsStyle
    items: Mapping[Kind, ParagraphStyle]
    looks: Looks
    unnumbered: str
    last_bookmark: int
    bookmarks: frozenset[str]


class FilledPart(Struct, frozen=True):
    """A part that is made anew for every document, its fields and its first relationships."""

    name: str
    template: Template
    fields: tuple[Field, ...]
    relations: str
    packed_relations: Packed
    varying_tables: bool


class WordTemplate(Struct, frozen=True):
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
    office: Office | None = None


def compile_template(parts: Mapping[str, bytes], office: Office | None = None) -> WordTemplate:
    """The template in the parts of a Word file.

    Raises `TemplateError` where the file is no Word document or a tag cannot be understood.
    **Why** the core properties are never a template: what stands there is nobody's to run.
    """
    whole, roles = complete(parts)
    texts = {name: part_text(whole, name) for name in roles.fillable}
    names = [name for name in roles.fillable if _is_filled(name, roles, texts[name])]
    filled = tuple(_filled(name, texts[name], whole, office) for name in names)
    made = {*names, *map(relations_name, names), roles.numbering, roles.core}
    return WordTemplate(
        roles,
        filled,
        tuple(press(name, data) for name, data in whole.items() if name not in made),
        read_styles(part_text(whole, roles.styles), office.unnumbered if office else ""),
        read_numbering(part_text(whole, roles.numbering), office.looks if office else _NO_LOOKS),
        office.page if office else read_page(texts[roles.main]),
        _free_prefix(whole),
        max(map(int, _FOOTNOTE_ID.findall(texts[roles.footnotes])), default=0),
        office,
    )


def _is_filled(name: str, roles: Roles, text: str) -> bool:
    return name in (roles.main, roles.footnotes) or has_tags(text)


def _filled(name: str, text: str, parts: Mapping[str, bytes], office: Office | None) -> FilledPart:
    source = to_jinja(name, _with_namespace(text), gathered=office is not None)
    compiled = _builtin(name, source) if office is None else _counted(source)
    if compiled.template is None:
        places = office.places if office else {}
        problems = problems_of(compiled.findings, name, places.get(name, ()))
        raise TemplateError(name, problems[0].message, *problems)
    relations = opened(part_text(parts, relations_name(name)))
    packed = press(relations_name(name), relations.encode())
    fields = tuple(field for field in DOCUMENT if field.name in compiled.names)
    varying = has_varying_tables(text)
    return FilledPart(name, compiled.template, fields, relations, packed, varying)


def _counted(source: str) -> Compiled:
    return compile_source(word_environment(), source, Inspector())


def _builtin(name: str, source: str) -> Compiled:
    """A part of the built-in template, compiled only where that is not kept."""
    environment = builtin_environment()
    if kept := recall(name, source):
        return Compiled(made_of(environment, kept.code), names=kept.names)
    compiled = compile_source(environment, source, Inspector(), counted=False)
    if compiled.code:
        keep(name, source, Kept(compiled.code, compiled.names))
    return compiled


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
