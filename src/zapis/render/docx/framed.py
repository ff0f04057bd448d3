"""Blocks with a label and a line on their left: groups, conclusions, resolutions and others."""

from msgspec.structs import replace

from zapis.body import Conclusion, Group, Paragraph, Resolution, Restricted
from zapis.czech.folding import fold
from zapis.inline import plain_text
from zapis.render.docx.inline import label, plain, runs
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, paragraph
from zapis.render.docx.styles import Style
from zapis.render.words import resolution_label, restricted_label


def group(part: Part, node: Group, place: Place) -> str:
    """What a group worked out: its name as a label, its words indented below."""
    name = part.document.styles[Style.GROUP_NAME]
    named = paragraph(runs(part, node.name, place.room), place, name) if node.name else ""
    return named + part.blocks(node.blocks, place.within(part.document.styles[Style.GROUP]))


def conclusion(part: Part, node: Conclusion, place: Place) -> str:
    """A conclusion or agreement, its label before the first words unless they say it."""
    within = place.within(part.document.styles[Style.CONCLUSION])
    named = part.document.view.labels["conclusion"]
    first = node.blocks[0] if node.blocks else None
    if not isinstance(first, Paragraph):
        return _label(part, named, within) + part.blocks(node.blocks, within)
    said = fold(plain_text(first.children)).startswith(fold(named))
    lead = "" if said else label(f"{named}: ")
    return part.blocks(node.blocks, replace(within, lead=lead))


def resolution(part: Part, node: Resolution, place: Place) -> str:
    """A resolution: its number, its text verbatim, its vote."""
    within = place.within(part.document.styles[Style.RESOLUTION])
    labels = part.document.view.labels
    labelled = _label(part, resolution_label(labels["resolution"], node.number), within)
    if node.vote is None:
        return labelled + part.blocks(node.blocks, within)
    made = labelled + part.blocks(node.blocks, within.kept)
    words = label(f"{labels['vote']}: ") + plain(node.vote.words)
    return made + paragraph(words, within, part.document.styles[Style.VOTE])


def restricted(part: Part, node: Restricted, place: Place) -> str:
    """A part that the public version leaves out, and why."""
    within = place.within(part.document.styles[Style.RESTRICTED])
    words = restricted_label(part.document.view.labels["restricted"], node.reason)
    labelled = paragraph(plain(words), within, part.document.styles[Style.RESTRICTED_LABEL])
    return labelled + part.blocks(node.blocks, within)


def _label(part: Part, title: str, within: Place) -> str:
    return paragraph(label(title), within, part.document.styles[Style.LABEL], keep=True)
