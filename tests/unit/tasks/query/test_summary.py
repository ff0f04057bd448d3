"""What tasks add up to."""

import datetime as dt

from task_rows import TODAY, make_task
from zapis.model.tasks import TaskStatus
from zapis.tasks.query.summary import Summary, SummaryLine, summarize

LATE, SOON, LATER = (TODAY + dt.timedelta(days=days) for days in (-1, 7, 8))


def test_a_task_counts_by_how_it_stands() -> None:
    rows = (
        make_task("P/1", "Eva", due=LATE),
        make_task("P/2", "Eva", due=SOON),
        make_task("P/3", "Eva", due=LATER),
        make_task("P/4", "Eva"),
        make_task("P/5", "Eva", words="měsíčně", recurring=True),
        make_task("P/6", "Eva", status=TaskStatus.IN_PROGRESS),
        make_task("P/7", "Eva", status=TaskStatus.DONE, due=LATE),
    )
    assert summarize(rows).people == (SummaryLine("Eva", 6, 1, 1, 1),)


def test_cancelled_and_gone_tasks_do_not_count() -> None:
    rows = (
        make_task("P/1", "Eva", status=TaskStatus.CANCELLED),
        make_task("P/2", "Eva", gone=True),
    )
    assert summarize(rows) == Summary((), (), SummaryLine("", 0, 0, 0, 0))


def test_a_task_of_two_people_counts_in_both_lines_and_once_in_total() -> None:
    summary = summarize((make_task("P/1", "Petr", "Eva"),))
    both = (SummaryLine("Eva", 1, 0, 0, 0), SummaryLine("Petr", 1, 0, 0, 0))
    assert (summary.people, summary.total) == (both, SummaryLine("", 1, 0, 0, 0))


def test_a_person_named_twice_in_a_task_counts_once() -> None:
    summary = summarize((make_task("P/1", "Eva", "Eva"),))
    assert summary.people == (SummaryLine("Eva", 1, 0, 0, 0),)


def test_names_are_in_czech_order_and_unassigned_tasks_last() -> None:
    names = ("", "Hana", "Chval", "Čeněk", "Cyril", "Dana")
    rows = [make_task(f"P/{n}", *filter(None, (name,))) for n, name in enumerate(names)]
    people = tuple(line.name for line in summarize(rows).people)
    assert people == ("Cyril", "Čeněk", "Dana", "Hana", "Chval", "")


def test_series_have_lines_of_their_own() -> None:
    rows = (
        make_task("P/1", due=LATE, section="Rada"),
        make_task("P/2", section="Porada"),
        make_task("P/3", section="Rada", status=TaskStatus.DONE),
    )
    series = (SummaryLine("Porada", 1, 0, 0, 0), SummaryLine("Rada", 1, 1, 0, 1))
    assert summarize(rows).series == series
