"""The view as one self-contained HTML page."""

from functools import cache
from itertools import groupby

from jinja2 import Template
from markupsafe import Markup
from msgspec import Struct

from zapis.inline import plain_text
from zapis.render.environment import html_environment
from zapis.render.html_body import html_writer, write_footnote
from zapis.render.html_inlines import write_image
from zapis.render.html_writer import HtmlWriter
from zapis.render.views import (
    DocumentView,
    LogoView,
    PeopleView,
    ReviewView,
    SectionView,
    SignatureView,
)
from zapis.render.words import REVIEW_JOINT

_TEMPLATE = "zapis.html"
_LONG = 6
_FLOWING = 34
_REFERENCES = frozenset({"reference_number", "file_number"})


class SectionMarkup(Struct, frozen=True):
    """A section ready to be placed: its heading („1. Úvod“ in two parts) and its blocks.

    `reviews` go into a table, each with what this meeting says of the task.
    """

    anchor: str
    number: int | None
    title: Markup
    plain_title: str
    blocks: Markup
    reviews: tuple[tuple[ReviewView, Markup], ...]
    reviews_note: str


def render_html(view: DocumentView) -> str:
    """The page: styles and pictures inside, no script, nothing fetched.

    It is valid HTML with one `h1`, no skipped heading levels and landmarks for every part.
    """
    return render_page(view, _TEMPLATE)


def render_page(view: DocumentView, template: str) -> str:
    """The page by a built-in template that is `zapis.html` or extends it."""
    return _fill(_template(template), page_values(view))


@cache
def _template(name: str) -> Template:
    return html_environment().get_template(name)


def _fill(template: Template, values: dict[str, object]) -> str:
    """The template filled with values.

    **Why** not by its `render`: the macros of a page and their context hold each other, so that
    all that was printed would stay until Python looks for such cycles.
    """
    context = template.new_context(values)
    page = "".join(template.root_render_func(context))
    context.vars.clear()
    return page


def page_values(view: DocumentView) -> dict[str, object]:
    """What `zapis.html` is filled with."""
    writer = html_writer(view)
    sections = tuple(make_section(section, writer) for section in view.sections)
    titled = tuple(section for section in sections if section.plain_title)
    sentences = tuple(_safe(writer.inlines.write_copy(task.children)) for task in view.tasks)
    return {
        "view": view,
        "labels": view.labels,
        "sections": sections,
        "contents": titled if len(titled) >= _LONG else (),
        "sentences": sentences,
        "footnotes": _safe("".join(write_footnote(writer, note) for note in view.footnotes)),
        "header_logos": write_logos(view, view.publicity.header_logos),
        "footer_logos": write_logos(view, view.publicity.footer_logos),
        "references": tuple(field for field in view.fields if field.key in _REFERENCES),
        "fields": tuple(field for field in view.fields if field.key not in _REFERENCES),
        "flowing": tuple(_flows(people) for people in view.attendance),
        "signatures": _by_label(view.signatures),
    }


def _safe(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - written by functions that escape every text


def make_section(section: SectionView, writer: HtmlWriter) -> SectionMarkup:
    plain = plain_text(section.title).strip()
    title = _safe(writer.inlines.write(section.title))
    blocks = _safe(writer.write(section.blocks, 2 if plain else 1))
    reviews = tuple((view, _safe(_said(writer, view))) for view in section.reviews)
    return SectionMarkup(
        section.anchor, section.number, title, plain, blocks, reviews, section.reviews_note
    )


def _said(writer: HtmlWriter, review: ReviewView) -> str:
    return writer.said(review, review.children, REVIEW_JOINT)


def write_logos(view: DocumentView, logos: tuple[LogoView, ...]) -> tuple[Markup, ...]:
    """The logos as images; of those that could not be read the words they stand for."""
    return tuple(_logo(view, logo) for logo in logos)


def _logo(view: DocumentView, logo: LogoView) -> Markup:
    asset = view.assets.get(logo.key)
    return _safe(write_image(asset, logo.alt)) if asset else Markup.escape(logo.alt)


def _flows(people: PeopleView) -> bool:
    """Whether names are short enough to run in one line of text."""
    return len(people.names) == 1 or all(
        len(name) < _FLOWING and "," not in name and "(" not in name for name in people.names
    )


def _by_label(
    signatures: tuple[SignatureView, ...],
) -> tuple[tuple[str, tuple[SignatureView, ...]], ...]:
    """Signatures with neighbours of one label together, so that it is printed once."""
    groups = groupby(signatures, key=lambda item: item.label)
    return tuple((label, tuple(items)) for label, items in groups)
