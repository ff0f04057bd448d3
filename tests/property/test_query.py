"""Filters and ids under any text: nothing raises, options compose."""

import datetime as dt

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from task_rows import TODAY, make_task, tasks_of
from zapis.model.settings import Series
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.query.filters import Filter, Known, understand
from zapis.tasks.query.ids import NotFound, find_task
from zapis.tasks.query.people import KnownPerson

LIKELY = (
    *(
        "Eva Horáková",
        "horakove",
        "Novák",
        "posledni",
        "20. 3.",
        "BC-2026-01-23",
        "splněno",
        "Most",
    ),
    *("Centrum Most – terén", "„“", "@", "#", "/", "31. 2.", "konce března", "členové", "a", "-"),
    *("(", "Ing.", "Ph.D.", ", ,", "\x00", "\ud800", "ß", "İ", "Eva\u0301", "1/1", "[", "9" * 5000),
)
texts = st.one_of(st.text(max_size=20), st.lists(st.sampled_from(LIKELY), max_size=4).map(" ".join))
several = st.lists(texts, max_size=2).map(tuple)
filters = st.builds(
    Filter,
    people=several,
    organizations=several,
    series=several,
    meetings=several,
    statuses=several,
    words=several,
    overdue=st.booleans(),
    undated=st.booleans(),
    unassigned=st.booleans(),
    everything=st.booleans(),
    until=texts,
)
people = st.lists(
    st.builds(KnownPerson, texts, st.tuples(texts), st.tuples(texts), st.tuples(texts)), max_size=3
).map(tuple)
rows = st.lists(
    st.builds(
        lambda number, names, section, path, sentence: make_task(
            f"BC-2026-01-23/{number}", *names, section=section, path=path, sentence=sentence
        ),
        st.integers(1, 9),
        st.lists(texts, max_size=2),
        texts,
        texts,
        texts,
    ),
    max_size=3,
)
series = st.lists(st.builds(Series, texts, texts, texts), max_size=2).map(tuple)


@settings(max_examples=100, deadline=None)
@given(filters, rows, people, series)
def test_understanding_never_raises_and_every_problem_can_be_mended(
    asked: Filter, rows: list, people: tuple, series: tuple
) -> None:
    understood = understand(asked, rows, Known(people, series), TODAY)
    kept = [understood.keeps(row) for row in rows]
    said = (*understood.sentences, *(problem.message for problem in understood.problems))
    assert (len(kept), "\n" in "".join(said)) == (len(rows), False)
    assert all(problem.cure and problem.option for problem in understood.problems)


ROWS = (
    *tasks_of("Eva Horáková", "Horáková", "Jan Novák", "členové", "Jan Novák/Eva Horáková", ""),
    make_task("BC-2026-01-23/1", "Petr Novák", due=dt.date(2026, 3, 20), section="Skupina"),
    make_task("BC-2026-01-23/2", due=dt.date(2026, 5, 20), status=TaskStatus.IN_PROGRESS),
    make_task("BC-2026-01-23/3", "Eva Horáková", words="ihned", status=TaskStatus.DONE),
    make_task("BC-2026-01-23/4", "Novák", gone=True, sentence="Zaslat nápady"),
)
KNOWN = Known((KnownPerson("Eva Horáková", ("EH",), ("starostka",), ("Most",)),))
OPTIONS = {
    "people": st.lists(
        st.sampled_from(("Novák", "Horákové", "EH", "starostka", "nic")), max_size=2
    ),
    "organizations": st.lists(st.sampled_from(("Most", "členové", "nic")), max_size=2),
    "series": st.lists(st.sampled_from(("Skupina", "vedení", "nic")), max_size=2),
    "meetings": st.lists(st.sampled_from(("01-23", "03-16", "nic")), max_size=2),
    "statuses": st.lists(st.sampled_from(("hotovo", "otevřené", "nic")), max_size=2),
    "words": st.lists(st.sampled_from(("sál", "napady", "eva")), max_size=2),
    "overdue": st.booleans(),
    "undated": st.booleans(),
    "unassigned": st.booleans(),
    "until": st.sampled_from(("", "konce dubna", "pátku", "nic")),
}


def kept_by(**options: object) -> set[TaskId]:
    """The tasks that all of the options let through."""
    filled = {
        name: tuple(value) if isinstance(value, list) else value for name, value in options.items()
    }
    keeps = understand(Filter(**filled), ROWS, KNOWN, TODAY).keeps
    return {row.id for row in ROWS if keeps(row)}


@settings(max_examples=100, deadline=None)
@given(st.fixed_dictionaries(OPTIONS))
@example({"series": ["Skupina"], "meetings": ["01-23"]})
def test_options_together_let_through_what_each_of_them_does(options: dict) -> None:
    each = [kept_by(everything=True, **{name: value}) for name, value in options.items()]
    assert kept_by(everything=True, **options) == set.intersection(*each)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(("people", "organizations", "series", "meetings", "statuses", "words")),
    st.data(),
)
def test_values_of_one_option_let_through_what_any_of_them_does(
    name: str, data: st.DataObject
) -> None:
    values = data.draw(OPTIONS[name])
    assume(values)
    each = [kept_by(everything=True, **{name: [value]}) for value in values]
    assert kept_by(everything=True, **{name: values}) == set.union(*each)


meetings = st.from_regex(r"[A-Za-z0-9._-]{1,12}", fullmatch=True)
tasks = st.builds(TaskId, meetings, st.integers(1, 30))


@settings(max_examples=100, deadline=None)
@given(texts, st.lists(tasks, max_size=8))
def test_looking_for_a_task_never_raises(written: str, ids: list[TaskId]) -> None:
    found = find_task(written, ids)
    assert found in ids or (isinstance(found, NotFound) and bool(found.message and found.cure))


@settings(max_examples=100, deadline=None)
@given(st.lists(tasks, min_size=1, max_size=8), st.data())
def test_a_task_is_found_by_its_whole_id_and_by_no_ending_of_others_alone(
    ids: list[TaskId], data: st.DataObject
) -> None:
    task = data.draw(st.sampled_from(ids))
    ending = str(task)[data.draw(st.integers(0, len(task.meeting) - 1)) :]
    found = find_task(ending, ids)
    fitting = {other for other in ids if str(other).lower().endswith(ending.lower())}
    assert find_task(f"#{task}", ids) == task
    assert found in fitting or isinstance(found, NotFound)
    assert len(fitting) > 1 or found == task
