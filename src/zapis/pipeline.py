"""The order of the passes: text in, a meeting out; a meeting in, documents out. No disk here."""

from collections.abc import Mapping
from functools import partial

from zapis.assemble.blocks import Grammar
from zapis.assemble.body import assemble_body
from zapis.assemble.header import assemble_header
from zapis.assemble.task_people import build_people_index
from zapis.assemble.tasks import TaskContext, assemble_task, assemble_task_mention
from zapis.check import check_meeting
from zapis.check.surroundings import Surroundings
from zapis.diagnostics import Diagnostics, Outcome, in_order
from zapis.model.assets import Asset
from zapis.model.meeting import Meeting
from zapis.model.settings import Settings
from zapis.parse.body_builder import ParsedBody
from zapis.parse.conflict import find_conflicts
from zapis.parse.front_matter import looks_like_minutes, no_front_matter, split_front_matter
from zapis.parse.markdown import parse_body, parse_inline
from zapis.parse.yaml_nodes import read_yaml
from zapis.render.formats import FORMATS
from zapis.render.look import BUILT_IN, Look
from zapis.render.view import make_view
from zapis.source import SourceFile
from zapis.steps import Steps, finish


def read_minutes(
    source: SourceFile, settings: Settings, surroundings: Surroundings, *, named: bool = False
) -> Outcome[Meeting | None]:
    """The meeting of one source, without task numbers; None where the file is no minutes.

    `named` says that somebody asked for this very file, so that not being minutes is an error.
    """
    return finish(read_in_steps(source, settings, surroundings, named=named))


def read_in_steps(
    source: SourceFile, settings: Settings, surroundings: Surroundings, *, named: bool = False
) -> Steps[Outcome[Meeting | None]]:
    """As `read_minutes`, one pass a step."""
    front = split_front_matter(source)
    if front.value is None:
        return Outcome(None, front.diagnostics or _not_minutes(source, named=named))
    if conflicts := find_conflicts(source):
        return Outcome(None, conflicts)
    tree = read_yaml(front.value.yaml)
    yield
    header = assemble_header(tree.value, source.path, settings)
    yield
    parsed = parse_body(front.value.body, keep_line_breaks=header.value.keep_line_breaks)
    yield
    grammar = _grammar(source, header.value, settings, parsed.value)
    meeting = assemble_body(header.value, parsed.value, grammar)
    yield
    found = (*front.diagnostics, *tree.diagnostics, *header.diagnostics, *parsed.diagnostics)
    checks = check_meeting(meeting.value, surroundings)
    return Outcome(meeting.value, in_order((*found, *meeting.diagnostics, *checks)))


def make_documents(
    meeting: Meeting,
    formats: tuple[str, ...],
    assets: Mapping[str, Asset],
    link_base: str,
    look: Look = BUILT_IN,
) -> Mapping[str, bytes]:
    """The finished documents of a numbered meeting, by format.

    Raises `TemplateFailure` where a template of one's own fails only when it is filled.
    """
    return finish(make_in_steps(meeting, formats, assets, link_base, look))


def make_in_steps(
    meeting: Meeting,
    formats: tuple[str, ...],
    assets: Mapping[str, Asset],
    link_base: str,
    look: Look = BUILT_IN,
) -> Steps[Mapping[str, bytes]]:
    """As `make_documents`, one format a step."""
    view = make_view(meeting, assets=assets, link_base=link_base)
    documents: dict[str, bytes] = {}
    for name in formats:
        yield
        documents[name] = FORMATS[name](view, look)
    return documents


def _not_minutes(source: SourceFile, *, named: bool) -> Diagnostics:
    suspicion = no_front_matter(source) if named else looks_like_minutes(source)
    if suspicion is None:
        return ()
    # Where they stand above the header they are why it is not found.
    return find_conflicts(source) or (suspicion,)


def _grammar(
    source: SourceFile, meeting: Meeting, settings: Settings, parsed: ParsedBody
) -> Grammar:
    inline = partial(parse_inline, context=parsed.context)
    people = build_people_index(meeting, settings)
    context = TaskContext(meeting.id, meeting.when.date, people, source, inline)
    return Grammar(
        task=partial(assemble_task, context=context),
        mention=partial(assemble_task_mention, context=context),
        inline=inline,
    )
