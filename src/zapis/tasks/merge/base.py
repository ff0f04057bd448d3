"""The version that both sides come from; a conflict in it counts as what its two forms share."""

from msgspec.structs import replace

from zapis.diagnostics import Outcome, has_errors
from zapis.tasks.merge.lines import Lines
from zapis.tasks.merge.markers import split_forms
from zapis.tasks.merge.pairing import pair_entries, sentence_of
from zapis.tasks.tracker import fold
from zapis.tasks.tracker_file import Block, Section, TrackerFile, read_tracker
from zapis.tasks.tracker_head import print_head


def read_base(path: str, text: str) -> Outcome[TrackerFile]:
    """The base taken apart.

    Markers of a conflict in it are no fault of the user: git writes them where it merges the
    ancestors of two branches that have merged each other before. What only one of the forms says
    is then new on the side that says it.
    """
    forms = split_forms(text)
    if forms is None:
        return read_tracker(path, text)
    first, second = (read_tracker(path, form) for form in forms)
    if has_errors((*first.diagnostics, *second.diagnostics)):
        return first if has_errors(first.diagnostics) else second
    return Outcome(_common(first.value, second.value))


def _common(first: TrackerFile, second: TrackerFile) -> TrackerFile:
    pairs = pair_entries((), first.blocks, second.blocks)
    blocks = (_common_block(pair.ours, pair.theirs) for pair in pairs if pair.ours and pair.theirs)
    others = {section.title: section.lines for section in second.sections}
    sections = (
        Section(own.title, _common_lines(own.lines, others[own.title]))
        for own in first.sections
        if own.title in others
    )
    return replace(
        first,
        prelude=_common_lines(first.prelude, second.prelude),
        sections=tuple(sections),
        blocks=tuple(blocks),
    )


def _common_block(first: Block, second: Block) -> Block:
    behind = _common_lines(first.behind, second.behind)
    if (first.head, first.lines) == (second.head, second.lines):
        return replace(first, behind=behind)
    texts = {line.text for line in second.lines}
    lines = tuple(line for line in first.lines if line.text in texts)
    state = fold([line.statement for line in lines if line.statement])
    head = print_head(first.id, sentence_of(first), state)
    content = head.partition(f"#{first.id}")[2].removeprefix(" ")
    return replace(
        first, status=state.status, content=content, head=head, lines=lines, behind=behind
    )


def _common_lines(first: Lines, second: Lines) -> Lines:
    if first == second:
        return first
    known = set(second)
    return tuple(line for line in first if line in known)
