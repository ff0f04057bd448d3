"""One Word document from a view and a compiled template."""

from functools import partial
from typing import Any

from msgspec.structs import replace

from zapis.body import Footnote
from zapis.inline import plain_text
from zapis.render.docx.blocks import WRITERS
from zapis.render.docx.contents import HEADING_STYLES, MARK, fill_contents
from zapis.render.docx.dialect import mend_tables
from zapis.render.docx.footnotes import Footnotes
from zapis.render.docx.media import Media
from zapis.render.docx.mending import fill_empty
from zapis.render.docx.numbering import Numbering
from zapis.render.docx.package import Packed, press, write_package
from zapis.render.docx.part import Bookmarks, DocumentState, Part
from zapis.render.docx.place import Place
from zapis.render.docx.properties import core_xml
from zapis.render.docx.relations import Relations
from zapis.render.docx.styles import Style
from zapis.render.docx.template import FilledPart, Office, WordTemplate
from zapis.render.docx.values import printed
from zapis.render.templating.budget import Budget
from zapis.render.templating.filling import fill
from zapis.render.templating.scope import SCOPE, Scope
from zapis.render.views import DocumentView


def render_docx(view: DocumentView, template: WordTemplate) -> bytes:
    """The document of a view, the same bytes for the same view and template.

    The parts are filled first; footnotes, numbering, properties and pictures are added after
    that, so that nothing which a user wrote is ever read as a template.
    """
    state = _state(view, template)
    budget = Budget()
    made = [*template.packed]
    for filled in template.filled:
        made += _filled(state, template, filled, budget)
    made.append(press(template.roles.numbering, state.numbering.xml().encode()))
    made.append(press(template.roles.core, core_xml(view).encode()))
    made += [press(name, data) for name, data in state.media.parts.items()]
    return write_package(made)


def _filled(
    state: DocumentState, template: WordTemplate, filled: FilledPart, budget: Budget
) -> tuple[Packed, Packed]:
    """A part filled in, and its relationships."""
    part = _part(state, template, filled)
    values = {field.name: field.get(state.view) for field in filled.fields}
    values[SCOPE] = Scope(partial(printed, part), budget)
    places = template.office.places.get(filled.name, ()) if template.office else None
    text = fill(filled.template, values, places)
    if filled.name == template.roles.footnotes:
        text = state.footnotes.xml(text, partial(_footnote, part))
    if template.office is not None:
        text = fill_empty(_with_contents(text, state, template.office))
    if filled.varying_tables:
        text = mend_tables(text)
    relations = filled.packed_relations
    if part.relations.added:
        relations = press(relations.name, part.relations.xml().encode())
    return press(filled.name, text.encode()), relations


def _state(view: DocumentView, template: WordTemplate) -> DocumentState:
    titled = (section for section in view.sections if plain_text(section.title).strip())
    anchors = {section.anchor for section in titled} | {task.anchor for task in view.tasks}
    return DocumentState(
        view=view,
        styles=template.styles,
        numbering=Numbering(template.numbering),
        footnotes=Footnotes(
            {note.number: note for note in view.footnotes},
            template.styles[Style.FOOTNOTE_REFERENCE].id,
            template.last_footnote,
        ),
        writers=WRITERS,
        anchors=frozenset(anchors - {""}),
        media=Media(template.media),
        **_habits(template.office),
    )


def _habits(office: Office | None) -> dict[str, Any]:
    """What a document takes over from an office's own template."""
    if office is None:
        return {}
    bookmarks = Bookmarks(taken=set(office.bookmarks), last=office.last_bookmark)
    return {"items": office.items, "bookmarks": bookmarks}


def _with_contents(xml: str, state: DocumentState, office: Office) -> str:
    """A part with its table of contents, where it has one."""
    if MARK not in xml:
        return xml
    levels = {state.styles[style].id: at for at, style in enumerate(HEADING_STYLES, 1)}
    numbers = {
        state.bookmarks.name(section.anchor): f"{section.number}."
        for section in state.view.sections
        if section.number is not None
    }
    first = state.bookmarks.last + len(state.bookmarks.made) + 1
    return fill_contents(xml, office.contents, levels, numbers, first)


def _part(state: DocumentState, template: WordTemplate, filled: FilledPart) -> Part:
    return Part(
        state,
        Relations(filled.relations),
        template.page.width,
        template.page.height,
        main=filled.name == template.roles.main,
    )


def _footnote(part: Part, note: Footnote) -> str:
    """The paragraphs of a footnote, and behind them those of footnotes that only it refers to.

    **Why:** Word knows no footnotes of footnotes.
    """
    footnotes = part.document.footnotes
    style = part.document.styles[Style.FOOTNOTE]
    place = Place(part.width, style=style, compact=True, lead=footnotes.mark())
    made, told = part.blocks(note.blocks, place), {note.number}
    while part.nested_notes:
        number = part.nested_notes.pop(0)
        nested = footnotes.known.get(number)
        if nested and number not in told and number not in footnotes.referenced:
            told.add(number)
            made += part.blocks(nested.blocks, replace(place, lead=footnotes.number(number, " ")))
    return made
