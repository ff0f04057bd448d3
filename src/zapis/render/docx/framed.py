"""Blocks with a label and a line on their left: groups, conclusions, resolutions and others."""

from zapis.body import Conclusion, Group, Paragraph, Resolution, Restricted, plain_text
from zapis.czech.folding import fold
from zapis.render.docx.inline import label, plain, runs
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, paragraph
from zapis.render.docx.styles import Style

_CONCLUSION = "Závěr"


def group(part: Part, node: Group, place: Place) -> str:
    """What a group worked out: its name as a label, its words indented below."""
    name = part.document.styles[Style.GROUP_NAME]
    named = paragraph(runs(part, node.name, place.room), place, name) if node.name else ""
    return named + part.blocks(node.blocks, place.within(part.document.styles[Style.GROUP]))


def conclusion(part: Part, node: Conclusion, place: Place) -> str:
    """A conclusion or agreement, its label before the first words unless they say it."""
    within = place.within(part.document.styles[Style.CONCLUSION])
    first = node.blocks[0] if node.blocks else None
    if not isinstance(first, Paragraph):
        return _label(part, _CONCLUSION, within) + part.blocks(node.blocks, within)
    said = fold(plain_text(first.children)).startswith(fold(_CONCLUSION))
    lead = "" if said else label(f"{_CONCLUSION}: ")
    return part.blocks(node.blocks, within._replace(lead=lead))


def resolution(part: Part, node: Resolution, place: Place) -> str:
    """A resolution: its number, its text verbatim, its vote."""
    number = node.number.removeprefix("č.").strip()
    title = f"Usnesení č.\N{NO-BREAK SPACE}{number}" if number else "Usnesení"
    within = place.within(part.document.styles[Style.RESOLUTION])
    made = _label(part, title, within) + part.blocks(node.blocks, within)
    if node.vote is None:
        return made
    words = label("Hlasování: ") + plain(node.vote.words)
    return made + paragraph(words, within, part.document.styles[Style.VOTE])


def restricted(part: Part, node: Restricted, place: Place) -> str:
    """A part that the public version leaves out, and why."""
    title = f"Neveřejné: {node.reason}" if node.reason else "Neveřejné"
    within = place.within(part.document.styles[Style.RESTRICTED])
    labelled = paragraph(plain(title), within, part.document.styles[Style.RESTRICTED_LABEL])
    return labelled + part.blocks(node.blocks, within)


def _label(part: Part, title: str, within: Place) -> str:
    return paragraph(label(title), within, part.document.styles[Style.LABEL], keep=True)
