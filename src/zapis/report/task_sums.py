"""The sentences below a list of tasks: how many there are, and of which kinds."""

from collections.abc import Iterator

from zapis.czech.plurals import choose
from zapis.report.numbers import counted, grouped
from zapis.report.style import CLOSED, ListStyle
from zapis.report.wrapping import whole
from zapis.tasks.query import OpenTasks, Urgency, count_unassigned


def sums(tasks: OpenTasks) -> Iterator[str]:
    """„6 otevřených úkolů: 2 po termínu, 1 do týdne; 1 bez termínu.“, then those closed."""
    open_rows = [row for urgency, rows in tasks.groups if urgency not in CLOSED for row in rows]
    closed = sum(tasks.count(urgency) for urgency in CLOSED)
    if open_rows:
        dated = _dated(tasks)
        parts = "; ".join(filter(None, (dated, _free(tasks, count_unassigned(open_rows)))))
        total = counted(len(open_rows), "otevřený úkol", "otevřené úkoly", "otevřených úkolů")
        yield f"{total}: {parts}." if parts else f"{total}."
    if closed:
        words = ("další", "další", "dalších") if open_rows else ("úkol", "úkoly", "úkolů")
        yield f"{counted(closed, *words)}: {_closed(tasks)}."


def rest(hidden: int, command: str) -> str:
    """How many tasks are not shown, and how to see them."""
    return f"… a ještě {counted(hidden, 'úkol', 'úkoly', 'úkolů')}; všechny: {command}"


def nothing(style: ListStyle) -> str:
    """What stands in an empty list: with a filter that it is the filter, and how many are open."""
    if style.open_in_all is None:
        return style.empty
    n = style.open_in_all
    if not n:
        return "Filtru neodpovídá žádný úkol; otevřený není žádný."
    verb = choose(n, "je otevřený", "jsou otevřené", "je otevřených")
    total = counted(n, "úkol", "úkoly", "úkolů")
    return f"Filtru neodpovídá žádný úkol. Bez filtru {verb} {total}."


def _dated(tasks: OpenTasks) -> str:
    late, soon = tasks.count(Urgency.OVERDUE), tasks.count(Urgency.WITHIN_WEEK)
    return _listed((late, f"{grouped(late)} po termínu"), (soon, f"{grouped(soon)} do týdne"))


def _free(tasks: OpenTasks, unassigned: int) -> str:
    undated = tasks.count(Urgency.UNDATED)
    nobodys = counted(unassigned, "nepřidělený", "nepřidělené", "nepřidělených")
    return _listed((undated, f"{grouped(undated)} bez termínu"), (unassigned, nobodys))


def _closed(tasks: OpenTasks) -> str:
    done, cancelled, gone = map(tasks.count, CLOSED)
    return _listed(
        (done, counted(done, "splněný", "splněné", "splněných")),
        (cancelled, counted(cancelled, "zrušený", "zrušené", "zrušených")),
        (gone, counted(gone, "už není v zápisech", "už nejsou v zápisech", "už není v zápisech")),
    )


def _listed(*parts: tuple[int, str]) -> str:
    return ", ".join(whole(text) for n, text in parts if n)
