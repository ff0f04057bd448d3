"""Copies of an entry become one again."""

from collections.abc import Sequence

from msgspec.structs import replace

from zapis.model.tasks import TaskId
from zapis.tasks.groups import join_groups
from zapis.tasks.standing import Group, Standing, split_lines
from zapis.tasks.tracker import fold
from zapis.tasks.tracker_lines import print_said


def join_copies(entries: Sequence[Standing]) -> tuple[Standing, ...]:
    """Copies of an entry become one, which has every line that any of them has.

    Entries of one number that their meeting set in other words are different tasks.
    """
    if len({own.id for own in entries}) == len(entries):
        return tuple(entries)
    copies: dict[tuple[TaskId, str, str], Standing] = {}
    for own in entries:
        said = print_said(own.setting) if own.setting else ""
        key = own.id, own.head.sentence, said
        copies[key] = _join(copies[key], own) if key in copies else own
    return tuple(copies.values())


def _join(first: Standing, second: Standing) -> Standing:
    above, groups = split_lines(first.block)
    has = {group.text: group for group in groups}
    others, further = split_lines(second.block)
    foreign = [line for line in others if line not in above]
    new: list[Group] = []
    for group in further:
        if known := has.get(group.text):
            foreign += (line for line in group.below if line not in known.below)
        else:
            new.append(group)
    lines = join_groups((*above, *foreign), (*groups, *new))
    behind = (*first.block.behind, *(line for line in second.block.behind if line.strip()))
    block = replace(first.block, lines=lines, behind=behind)
    edits = (*first.edits, *(edit for edit in second.edits if edit not in first.edits))
    return replace(first, block=block, state=fold(block.statements), edits=edits)
