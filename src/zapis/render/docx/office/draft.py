"""A template on its way: its parts as trees, cleaned, completed and checked."""

from collections.abc import Iterator
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from zapis.render.docx.builtin import builtin_parts
from zapis.render.docx.contents import ContentsStyle
from zapis.render.docx.numbering import Kind
from zapis.render.docx.office.balance import check_blocks
from zapis.render.docx.office.cleaning import clean, last_bookmark, number_drawings
from zapis.render.docx.office.contents_field import asks_for_contents, replace_contents
from zapis.render.docx.office.layout import find_page, mark_rows
from zapis.render.docx.office.lists import add_nothing, list_looks
from zapis.render.docx.office.names import part_name
from zapis.render.docx.office.parts import purge
from zapis.render.docx.office.placement import (
    check_docxtpl,
    check_lines,
    check_outside,
    check_places,
    place,
    shown,
)
from zapis.render.docx.office.repairs import repair_fonts, repair_numbering
from zapis.render.docx.office.settings import quieten
from zapis.render.docx.office.styles import StyleSheet, add_styles, set_language
from zapis.render.docx.office.tags import Line, gather_lines
from zapis.render.docx.office.toc_styles import CONTENTS_STYLES, source_styles
from zapis.render.docx.office.tree import Element, W, paragraphs, read_words, write
from zapis.render.docx.office.unpacking import unpack
from zapis.render.docx.office.warnings import STYLE as MARK_STYLE
from zapis.render.docx.office.warnings import add_marks, marks_to_add
from zapis.render.docx.office.whole import asks_for_whole, insert_whole, styles_in, whole_record
from zapis.render.docx.page import Page
from zapis.render.docx.relations import THEME
from zapis.render.docx.roles import Needed, Roles, complete
from zapis.render.docx.styles import ParagraphStyle, Style, read_named
from zapis.render.docx.template import Office
from zapis.render.templating.failures import TemplateProblem

_NUMBERED = (Kind.DECIMAL, Kind.DECIMAL_PARENTHESIS, Kind.ALPHA, Kind.ALPHA_PARENTHESIS)


class Draft(Struct):
    """The parts of a template; `roots` are those with text, `lines` their paragraphs."""

    parts: dict[str, bytes]
    roles: Roles
    roots: dict[str, Element]
    lines: dict[str, tuple[Line, ...]]
    sheet: StyleSheet
    numbering: Element
    page: Page
    levels: int
    added: tuple[str, ...] = ()
    unnumbered: str = ""
    missing: tuple[str, ...] = ()

    def name(self, part: str) -> str:
        """What a part is called in messages."""
        root = self.roots.get(part)
        return part_name(part, self.roles, "" if root is None else str(root.tag))


def read_draft(data: bytes) -> Draft:
    """The draft in the bytes of a file, cleaned; raises `TemplateError` for what is refused."""
    parts, roles = complete(purge(unpack(data)), _extra())
    roots = {name: read_words(name, parts[name]) for name in roles.fillable}
    levels = 0
    for root in roots.values():
        clean(root)
        levels = levels or replace_contents(root)
    sheet = StyleSheet(read_words(roles.styles, parts[roles.styles]))
    settings = read_words(roles.settings, parts[roles.settings])
    quieten(settings)
    parts[roles.settings] = write(settings)
    numbering = read_words(roles.numbering, parts[roles.numbering])
    repair_numbering(numbering)
    _repair_fonts(parts)
    lines = {name: gather_lines(root) for name, root in roots.items()}
    page = find_page(roots[roles.main], lines[roles.main])
    return Draft(parts, roles, roots, lines, sheet, numbering, page, levels or 1)


def _extra() -> tuple[Needed, ...]:
    """What Word expects and LibreOffice does not write: the colours and fonts of a theme."""
    theme = builtin_parts()["word/theme/theme1.xml"].decode()
    content_type = "application/vnd.openxmlformats-officedocument.theme+xml"
    return (Needed(THEME, "word/theme/theme1.xml", content_type, theme),)


def _repair_fonts(parts: dict[str, bytes]) -> None:
    for name in [name for name in parts if name.endswith("/fontTable.xml")]:
        fonts = read_words(name, parts[name])
        repair_fonts(fonts)
        parts[name] = write(fonts)


def check_draft(draft: Draft) -> Iterator[TemplateProblem]:
    """What is wrong with the tags of all parts, before any of them is compiled."""
    for part, lines in draft.lines.items():
        name = draft.name(part)
        placed = place(lines)
        checks = (
            check_lines(lines),
            check_places(placed),
            check_blocks(placed),
            check_docxtpl(lines),
            check_outside(draft.roots[part]),
        )
        for check in checks:
            yield from (replace(problem, part=name) for problem in check)


def complete_draft(draft: Draft) -> None:
    """Adds styles and whatever tags ask for; gives lines, pictures and bookmarks their numbers."""
    main = draft.roles.main
    wholes = [line for line in draft.lines[main] if asks_for_whole(line.text)]
    blocks = whole_record(builtin_parts()["word/document.xml"]) if wholes else []
    wanted = [*(style.value for style in Style), *sorted(styles_in(blocks))]
    missing = marks_to_add(draft.roots, draft.lines, main)
    wanted += [MARK_STYLE] if missing else []
    if any(asks_for_contents(line.text) for line in draft.lines[main]):
        wanted += CONTENTS_STYLES[: draft.levels]
    added = add_styles(draft.sheet, source_styles(), wanted, draft.page.width)
    set_language(draft.sheet.root)
    draft.added = added.names
    draft.unnumbered = add_nothing(draft.numbering)
    for line in wholes:
        insert_whole(line.paragraph, blocks, added.identifiers, draft.page.width)
    for name, marks in missing.items():
        add_marks(draft.roots[name], marks, added.identifiers[MARK_STYLE])
    if wholes or missing:
        draft.lines = {name: gather_lines(root) for name, root in draft.roots.items()}
    draft.missing = tuple(dict.fromkeys(each for marks in missing.values() for each in marks))
    first = 1
    for root in draft.roots.values():
        mark_rows(root)
        first = number_drawings(root, first)
        _number_lines(root)


def _number_lines(root: Element) -> None:
    """Begins a line of the source at each paragraph and nowhere else: messages count them."""
    for element in root.iter("{*}*"):
        if element.tail and not element.tail.strip():
            element.tail = None
        if element.text and "\n" in element.text:
            element.text = element.text.replace("\n", " ").strip() or None
    for paragraph in paragraphs(root):
        before, parent = paragraph.getprevious(), paragraph.getparent()
        if before is not None:
            before.tail = "\n"
        elif parent is not None:
            parent.text = "\n"


def finished_parts(draft: Draft) -> dict[str, bytes]:
    """The parts as bytes again."""
    texts = {name: write(root) for name, root in draft.roots.items()}
    own = {draft.roles.styles: draft.sheet.root, draft.roles.numbering: draft.numbering}
    return {**draft.parts, **texts, **{name: write(root) for name, root in own.items()}}


def office_of(draft: Draft) -> Office:
    """What documents take over from the template beside its parts."""
    styles = draft.sheet
    keys = [styles.known.get(("paragraph", f"toc {level}"), "") for level in range(1, 4)]
    starts = [s for root in draft.roots.values() for s in root.iter(f"{W}bookmarkStart")]
    return Office(
        {name: ("", *(shown(x.text) for x in lines)) for name, lines in draft.lines.items()},
        draft.page,
        ContentsStyle(tuple(keys[: draft.levels])),
        MappingProxyType(_item_styles(draft)),
        list_looks(styles, draft.numbering),
        draft.unnumbered,
        max(map(last_bookmark, draft.roots.values())),
        frozenset(start.get(f"{W}name", "") for start in starts),
    )


def _item_styles(draft: Draft) -> dict[Kind, ParagraphStyle]:
    """The template's own styles of lists, by the kinds of lists of records."""
    named = read_named(write(draft.sheet.root).decode(), draft.unnumbered)
    bullets, numbers = named.get("list bullet"), named.get("list number")
    made = {Kind.BULLET: bullets} if bullets else {}
    return made | (dict.fromkeys(_NUMBERED, numbers) if numbers else {})
