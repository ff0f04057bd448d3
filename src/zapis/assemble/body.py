"""The body of a meeting: sections, agenda, blocks and tasks put in their places."""

from msgspec.structs import replace

from zapis.assemble.blocks import BlockWalk, Grammar
from zapis.assemble.gathered_reviews import gather_reviews
from zapis.assemble.numbered_headings import find_numbered_headings
from zapis.assemble.sections import Part, make_outline, split_parts
from zapis.body import Body
from zapis.diagnostics import Outcome
from zapis.inline import plain_text
from zapis.model.meeting import Meeting


def assemble_body(meeting: Meeting, parsed: Body, grammar: Grammar) -> Outcome[Meeting]:
    """The meeting of a header, completed by what its body says."""
    headed = find_numbered_headings(parsed.blocks, [item.title for item in meeting.agenda])
    walk = BlockWalk(grammar)
    parts = tuple(_walk_part(walk, part) for part in split_parts(headed.value))
    outline = make_outline(gather_reviews(parts, meeting.agenda), meeting.agenda)
    walk.section = ""
    footnotes = tuple(replace(note, blocks=walk.blocks(note.blocks)) for note in parsed.footnotes)
    complete = replace(
        meeting,
        sections=outline.sections,
        agenda=outline.agenda,
        footnotes=footnotes,
        tasks=tuple(walk.tasks),
        reviews=tuple(walk.reviews),
        restricted=meeting.restricted or walk.restricted or bool(meeting.redacted),
    )
    return Outcome(complete, (*headed.diagnostics, *walk.diagnostics))


def _walk_part(walk: BlockWalk, part: Part) -> Part:
    walk.section = plain_text(part.title)
    title, blocks = walk.inlines(part.title), walk.blocks(part.blocks)
    return Part(blocks, title, part.written, part.number, part.span, part.made)
