"""Two branches of a tracker merged, after random work of two people."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from merge_oracle import Merge
from tracker_branches import TODAY, History, make_history
from tracker_cases import built, meeting, task
from zapis.model.tasks import TaskStatus
from zapis.tasks.merge import Merged, merge_trackers
from zapis.tasks.merge.markers import split_forms
from zapis.tasks.tracker import Statement, fold, in_order
from zapis.tasks.tracker_file import read_tracker
from zapis.tasks.tracker_lines import print_fact_line

histories = st.integers(0, 2**40).map(make_history)


def merged(base: str, ours: str, theirs: str) -> Merged:
    result = merge_trackers(base, ours, theirs, TODAY)
    assert isinstance(result, Merged)
    return result


def merged_history(history: History) -> Merged:
    return merged(history.base.text, history.ours.text, history.theirs.text)


@settings(max_examples=100)
@given(histories)
def test_nothing_is_lost_and_nobody_is_asked_without_need(history: History):
    assert list(Merge(*history, merged_history(history).text).faults()) == []


@settings(max_examples=60)
@given(histories)
def test_it_does_not_matter_which_branch_is_which(history: History):
    base, ours, theirs = (branch.text for branch in history)
    there = merged(base, theirs, ours).text
    forms = split_forms(there) or (there, there)
    here = merged_history(history).text
    assert (split_forms(here) or (here, here)) == (forms[1], forms[0])


@settings(max_examples=30)
@given(histories)
def test_a_side_that_changed_nothing_leaves_the_other_as_it_is(history: History):
    base, ours, _ = (branch.text for branch in history)
    assert merged(base, ours, base) == merged(base, base, ours) == merged(base, ours, ours)
    assert merged(base, ours, base).text == ours


@settings(max_examples=30)
@given(histories)
def test_without_a_common_version_everything_of_both_is_there(history: History):
    _, ours, theirs = (branch.text for branch in history)
    text = merged("", ours, theirs).text
    forms = split_forms(text) or (text,)
    lines = {line for form in forms for line in form.split("\n")}
    own = [line for side in (ours, theirs) for line in side.split("\n") if "zápis [" not in line]
    assert [line for line in own if line not in lines and line[:3] not in ("- [", "## ")] == []


@settings(max_examples=30)
@given(histories)
def test_windows_line_ends_make_no_difference(history: History):
    texts = [branch.text for branch in history]
    base, ours, theirs = (text.replace("\n", "\r\n") for text in texts)
    assert merged(base, ours, theirs).text == merged(*texts).text.replace("\n", "\r\n")


facts = st.lists(
    st.tuples(st.integers(0, 20), st.sampled_from(TaskStatus), st.sampled_from(("", "proto"))),
    max_size=4,
)


@settings(max_examples=60)
@given(facts, facts)
def test_the_state_is_that_of_the_statements_of_both(
    ours: list[tuple[int, TaskStatus, str]], theirs: list[tuple[int, TaskStatus, str]]
):
    """Facts of one side fall on even days, of the other on odd ones, so that none contradict."""
    base = built(meeting(task("Objednat sál"), task("Pozvat hosty"))).text

    def write(parity: int, own: list[tuple[int, TaskStatus, str]]) -> tuple[str, list[Statement]]:
        day = dt.date(2026, 2, 1)
        said = [
            Statement(day + dt.timedelta(days=2 * days + parity), status, note=note)
            for days, status, note in own
        ]
        lines = "".join(f"{print_fact_line(fact)}\n" for fact in in_order(said))
        before, entry, after = base.partition(": otevřeno\n")
        state = fold(said).status if said else TaskStatus.OPEN
        text = f"{before}{entry}{lines}{after}".replace("- [ ]", f"- [{state.box}]", 1)
        return text, said

    (here, said_here), (there, said_there) = write(0, ours), write(1, theirs)
    block = read_tracker("ukoly.md", merged(base, here, there).text).value.blocks[0]
    assert block.status is fold((*said_here, *said_there)).status
