"""Changes made by hand in a head line that no build has written down yet."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from zapis.tasks.merge.statements import Group, Groups, by_key, split_lines
from zapis.tasks.standing import Standing
from zapis.tasks.tracker import NO_DEADLINE, State, Statement, fold, newest_date
from zapis.tasks.tracker_lines import print_fact_line
from zapis.tasks.tracker_words import print_assignees, print_deadline

# So many facts added by one branch are looked through; more make no difference to anybody.
_MOST_FACTS = 40


class Version(NamedTuple):
    """An entry as one version has it.

    `shown` are the properties in the head line, `told` the same as the statements tell them, by
    name and as printed. `changed` are those that differ, `doubtful` those of them that differ
    although no hand need have changed them.
    """

    standing: Standing
    groups: Groups
    shown: Mapping[str, str]
    told: Mapping[str, str]
    changed: frozenset[str]
    doubtful: frozenset[str]

    def is_as(self, other: "Version | None", name: str) -> bool:
        """Whether a property is the same in another version."""
        if other is None:
            return False
        return (self.shown[name], self.told[name]) == (other.shown[name], other.told[name])


def read_version(standing: Standing, base: Version | None) -> Version:
    """The entry with what hands have changed in its head line since the base."""
    groups = by_key(split_lines(standing.block)[1])
    shown = _show(state_of_head(standing))
    told = _show(fold(standing.block.statements))
    changed = frozenset(name for name in shown if shown[name] != told[name])
    doubtful = frozenset(name for name in changed if _is_doubtful(name, shown, groups, base))
    return Version(standing, groups, shown, told, changed, doubtful)


def held_properties(base: Version | None, side: Version, other: Version) -> frozenset[str]:
    """The properties that stay in the merged head line as a side has changed them.

    They are those of which the other side has said nothing since the base, or nothing else: the
    next build then writes down what they mean, as it would have without a merge.
    """
    return frozenset(
        name
        for name in side.changed
        if other.is_as(base, name) or (name in other.doubtful and other.is_as(side, name))
    )


def write_down(
    side: Version, held: Collection[str], today: dt.date, added: Collection[Statement] = ()
) -> Groups:
    """The statements of a side with those that only its head line means, dated as a build would.

    **Why:** the other side has said something of the same property, so it takes a date to tell
    which of them counts. What is doubtful counts for nothing then.
    """
    names = [name for name in side.changed if name not in (*held, *side.doubtful)]
    day = newest_date(side.standing.block.statements, today)
    changes = _statements(side.standing, names)
    facts = (*(replace(change, date=day) for change in changes), *added)
    return by_key((*side.groups.values(), *(Group(fact, print_fact_line(fact)) for fact in facts)))


def _is_doubtful(name: str, shown: Mapping[str, str], groups: Groups, base: Version | None) -> bool:
    """Whether a head line that differs from its statements may be as it was written.

    It may if the line of the base showed the same, or if the statements told the same before the
    newest facts: somebody may have written a fact below the line and left the line as it was.
    """
    if base and base.shown[name] == shown[name]:
        return True
    known = base.groups if base else {}
    new = [key for key in groups if key not in known and not key.path]
    for count in range(max(0, len(new) - _MOST_FACTS), len(new)):
        later = set(new[count:])
        earlier = [group.statement for key, group in groups.items() if key not in later]
        if _show(fold(earlier))[name] == shown[name]:
            return True
    return False


def state_of_head(standing: Standing) -> State:
    """The state that a head line shows."""
    head = standing.head
    return State(standing.block.status, head.assignees, head.deadline)


def with_held(state: State, names: Collection[str], side: Version) -> State:
    """The state with some properties as the head line of a side shows them."""
    shown = state_of_head(side.standing)
    return replace(state, **{name: getattr(shown, name) for name in names})


def _show(state: State) -> Mapping[str, str]:
    """The properties of a state as they are printed, by name."""
    return {
        "status": state.status.box,
        "assignees": print_assignees(state.assignees),
        "deadline": print_deadline(state.deadline) if state.deadline else "",
    }


def _statements(standing: Standing, names: Collection[str]) -> Iterator[Statement]:
    """What some properties of a head line mean, without a date."""
    shown = state_of_head(standing)
    if "status" in names:
        yield Statement(None, status=shown.status)
    if "assignees" in names:
        yield Statement(None, assignees=shown.assignees)
    if "deadline" in names:
        yield Statement(None, deadline=shown.deadline or NO_DEADLINE)
