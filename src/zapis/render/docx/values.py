"""Values of the view as a template prints them: texts, and tuples of nodes or of parts."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from zapis.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Image,
    LineBreak,
    Link,
    Marked,
    Strikethrough,
    Strong,
    TaskMention,
    Text,
)
from zapis.render.docx.blocks import WRITERS
from zapis.render.docx.contents import MARK
from zapis.render.docx.inline import plain, runs
from zapis.render.docx.media import EMU_PER_TWIP, Box
from zapis.render.docx.part import Part
from zapis.render.docx.sections import (
    agenda,
    agenda_words,
    attachment_words,
    attachments,
    section_body,
    sections,
)
from zapis.render.templating.places import CONTENTS, Placed, SectionBody
from zapis.render.views import AgendaItemView, AttachmentView, LogoView, SectionView

_LOGO_HEIGHT = 680
_LOGO_GAP = 340
_LOGO_SPACE = "\N{NO-BREAK SPACE}" * 4
_INLINE = (
    Text,
    Emphasis,
    Strong,
    Strikethrough,
    Code,
    LineBreak,
    Link,
    Image,
    FootnoteRef,
    Marked,
    TaskMention,
)


def printed(part: Part, value: object) -> str | None:
    """The XML of a value, or of a tuple of them: runs or whole paragraphs, by what it holds.

    None for a value that is no part of the view, such as a text or a number.
    """
    if single := _SINGLE.get(type(value)):
        return single(part, value)
    values = value if isinstance(value, tuple) else (value,)
    if not values:
        return ""
    printer = _PRINTERS.get(type(values[0]))
    return printer(part, values) if printer else None


def _runs(part: Part, values: tuple[Any, ...]) -> str:
    return runs(part, values, part.width)


def _blocks(part: Part, values: tuple[Any, ...]) -> str:
    return part.blocks(values, part.place)


def _logos(part: Part, values: tuple[LogoView, ...]) -> str:
    """Logos side by side, 12 mm high at most; one without a picture is its words."""
    gaps = _LOGO_GAP * (len(values) - 1)
    box = Box((part.width - gaps) // len(values) * EMU_PER_TWIP, _LOGO_HEIGHT * EMU_PER_TWIP)
    return plain(_LOGO_SPACE).join(_logo(part, logo, box) for logo in values)


def _placed(_part: Part, place: Placed) -> str:
    """A mark in place of the contents, which are known when the record is written."""
    return MARK if place is CONTENTS else ""


def _logo(part: Part, logo: LogoView, box: Box) -> str:
    document = part.document
    asset = document.view.assets.get(logo.key)
    made = document.media.drawing(asset, logo.alt, "", box, part.relations) if asset else ""
    return made or plain(logo.alt)


_SINGLE: Mapping[type, Callable[[Part, Any], str]] = MappingProxyType(
    {
        AgendaItemView: agenda_words,
        AttachmentView: attachment_words,
        SectionBody: section_body,
        Placed: _placed,
    }
)
"""What is printed of one item, without a number and a paragraph of its own."""

_PRINTERS: Mapping[type, Callable[[Part, tuple[Any, ...]], str]] = MappingProxyType(
    {
        **dict.fromkeys(_INLINE, _runs),
        **dict.fromkeys(WRITERS, _blocks),
        SectionView: sections,
        AgendaItemView: agenda,
        AttachmentView: attachments,
        LogoView: _logos,
    }
)
