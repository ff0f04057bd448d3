"""Checks over a finished model, each in its own file, in one explicit order."""

from collections.abc import Callable, Iterator

from zapis.check.rules import (
    assignee_outside_task,
    count_mismatch,
    dead_link,
    item_without_record,
    missing_image,
    no_quorum,
    not_for_publication,
    person_twice,
    present_and_excused,
    unknown_template,
)
from zapis.check.surroundings import Surroundings
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.model.meeting import Meeting

Rule = Callable[[Meeting, Surroundings], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    present_and_excused.check,
    person_twice.check,
    count_mismatch.check,
    no_quorum.check,
    item_without_record.check,
    not_for_publication.check,
    dead_link.check,
    missing_image.check,
    unknown_template.check,
    assignee_outside_task.check,
)


def check_meeting(meeting: Meeting, surroundings: Surroundings) -> Diagnostics:
    """What all rules have to say about a meeting, in their order."""
    return tuple(found for rule in RULES for found in rule(meeting, surroundings))
