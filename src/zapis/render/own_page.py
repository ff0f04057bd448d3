"""A page made with a template of one's own."""

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from zapis.inline import plain_text
from zapis.render.html import SectionMarkup, make_section, page_values, write_logos
from zapis.render.html_body import html_writer
from zapis.render.page_template import PageTemplate
from zapis.render.page_values import is_rich
from zapis.render.templating.filling import fill
from zapis.render.templating.places import CONTENTS, Placed, SectionBody
from zapis.render.templating.scope import SCOPE, Scope
from zapis.render.templating.vocabulary import DOCUMENT
from zapis.render.views import (
    AgendaItemView,
    AttachmentView,
    DocumentView,
    LogoView,
    ReviewView,
    SectionView,
)
from zapis.render.words import REVIEW_COLUMNS


def render_own_page(view: DocumentView, page: PageTemplate) -> str:
    """The page; raises `TemplateFailure` where its template fails."""
    values: dict[str, object] = {field.name: field.get(view) for field in DOCUMENT}
    values |= page_values(view)
    values[SCOPE] = Scope(_printer(view))
    return fill(page.template, values, page.lines)


def _printer(view: DocumentView) -> Callable[[object], str | None]:
    """What makes HTML of the parts of a view; None for what is none of them."""
    writer = html_writer(view)

    def printed(value: object) -> str | None:
        if is_rich(value):
            return writer.inlines.write_copy(value)  # type: ignore[arg-type] # looked at just now
        if isinstance(value, SectionBody):
            return _content(make_section(value.section, writer), view.labels)
        if isinstance(value, Placed):
            return _contents(view) if value is CONTENTS else None
        first = value[0] if isinstance(value, tuple) and value else None
        many = value if isinstance(value, tuple) else ()
        match first:
            case SectionView():
                return "".join(_section(make_section(each, writer), view.labels) for each in many)
            case AgendaItemView():
                return _listed([(each.number, escape(each.title)) for each in many])
            case AttachmentView():
                return _listed([(each.number, _attachment(each)) for each in many])
            case LogoView():
                return Markup(" ").join(write_logos(view, many))
        return "" if value == () else _single(value)

    return printed


def _single(value: object) -> str | None:
    if isinstance(value, AgendaItemView):
        return escape(value.title)
    return _attachment(value) if isinstance(value, AttachmentView) else None


def _attachment(item: AttachmentView) -> Markup:
    if not item.href:
        return escape(item.name)
    return Markup('<a href="{}">{}</a>').format(item.href, item.name)


def _listed(items: list[tuple[int, Markup]]) -> str:
    lines = (Markup('<li value="{}">{}</li>\n').format(number, words) for number, words in items)
    return f"<ol>\n{''.join(lines)}</ol>\n"


def _section(section: SectionMarkup, labels: Mapping[str, str]) -> str:
    if not section.plain_title:
        return f'<div class="bod" id="{section.anchor}">\n{section.blocks}</div>\n'
    number = f"{section.number}. " if section.number is not None else ""
    content = _content(section, labels)
    return (
        f'<section class="bod" aria-labelledby="{section.anchor}">\n'
        f'<h2 id="{section.anchor}">{number}{section.title}</h2>\n{content}</section>\n'
    )


def _content(section: SectionMarkup, labels: Mapping[str, str]) -> str:
    """What stands under the heading of a section."""
    if not section.reviews:
        return str(section.blocks)
    heads = "".join(f'<th scope="col">{escape(labels[name])}</th>' for name in REVIEW_COLUMNS)
    rows = "".join(_review(*item) for item in section.reviews)
    note = f'<p class="drobne">{escape(section.reviews_note)}</p>\n' if section.reviews_note else ""
    return (
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        f"{note}{section.blocks}"
    )


def _review(view: ReviewView, said: Markup) -> str:
    cells = (view.full_id, view.sentence, view.assignees or "–", view.deadline or "–", said)
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>\n"


def _contents(view: DocumentView) -> str:
    lines = (
        Markup('<li><a href="#{}">{}</a></li>\n').format(section.anchor, title)
        for section, title in ((each, _plain(each)) for each in view.sections)
        if title
    )
    return f"<ul>\n{''.join(lines)}</ul>\n"


def _plain(section: SectionView) -> str:
    number = f"{section.number}. " if section.number is not None else ""
    title = plain_text(section.title).strip()
    return f"{number}{title}" if title else ""
