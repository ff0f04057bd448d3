"""The body of a meeting: sections, agenda, blocks and tasks put in their places."""

from dataclasses import replace

from zapis.assemble.blocks import BlockWalk, Grammar
from zapis.assemble.numbered_headings import find_numbered_headings
from zapis.assemble.sections import make_outline
from zapis.body import Body
from zapis.diagnostics import Outcome
from zapis.inline import plain_text
from zapis.model.meeting import Meeting, Section


def assemble_body(meeting: Meeting, parsed: Body, grammar: Grammar) -> Outcome[Meeting]:
    """The meeting of a header, completed by what its body says."""
    headed = find_numbered_headings(parsed.blocks, [item.title for item in meeting.agenda])
    outline = make_outline(headed.value, meeting.agenda)
    walk = BlockWalk(grammar)
    sections = tuple(_walk_section(walk, section) for section in outline.sections)
    walk.section = ""
    footnotes = tuple(replace(note, blocks=walk.blocks(note.blocks)) for note in parsed.footnotes)
    complete = replace(
        meeting,
        sections=sections,
        agenda=outline.agenda,
        footnotes=footnotes,
        tasks=tuple(walk.tasks),
        reviews=tuple(walk.reviews),
        restricted=meeting.restricted or walk.restricted or bool(meeting.redacted),
    )
    return Outcome(complete, (*headed.diagnostics, *walk.diagnostics))


def _walk_section(walk: BlockWalk, section: Section) -> Section:
    walk.section = plain_text(section.title)
    title = walk.inlines(section.title)
    return replace(section, title=title, blocks=walk.blocks(section.blocks))
