"""Series, meetings, states, deadlines, words and flags: which tasks they let through."""

import datetime as dt

import pytest

from task_rows import TODAY, make_task
from zapis.model.settings import Series
from zapis.model.tasks import TaskStatus
from zapis.tasks.query.filters import Filter, FilterProblem, Known, Understood, understand

SERIES = (
    Series("bezpecna-ctvrt", "Pracovní skupina Bezpečná čtvrť", "BČ"),
    Series("porada", "Porada vedení", "P"),
    Series("rt", "Realizační tým"),
    Series("skolska"),
)
WINTER, SPRING, LAST = dt.date(2026, 1, 23), dt.date(2026, 3, 20), dt.date(2026, 4, 9)
GROUP, COUNCIL = "Pracovní skupina Bezpečná čtvrť", "Porada vedení"
BOLT, PORADY = "zapisy/2026-01-23-bc.md", "porady/2026-03-20-porada-vedení.md"
ROWS = (
    make_task("BC-2026-01-23/1", "Eva", section=GROUP, path=BOLT, set_on=WINTER, due=SPRING),
    make_task("BC-2026-01-23/2", section=GROUP, path=BOLT, set_on=WINTER, due=TODAY),
    make_task("BC-2026-03-20/1", section=GROUP, set_on=SPRING, words="ihned"),
    make_task("P-2026-03-20/1", section=COUNCIL, path=PORADY, set_on=SPRING, due=LAST),
    make_task("P-2026-04-09/1", section=COUNCIL, set_on=LAST, status=TaskStatus.IN_PROGRESS),
    make_task("P-2026-04-09/2", section=COUNCIL, set_on=LAST, status=TaskStatus.DONE),
    make_task("P-2026-04-09/3", section=COUNCIL, set_on=LAST, status=TaskStatus.CANCELLED),
    make_task("P-2026-04-09/4", section=COUNCIL, set_on=LAST, gone=True),
    make_task("rodiny/1", section="Ostatní", words="měsíčně", recurring=True),
    make_task("P-2026-05-01/1", section=COUNCIL, set_on=dt.date(2026, 5, 1), gone=True),
    make_task("P-2025-03-20/1", section=COUNCIL, set_on=dt.date(2025, 3, 20), gone=True),
)
OPEN = "BC-01-23/1 BC-01-23/2 BC-03-20/1 P-03-20/1 P-04-09/1 rodiny/1"


def ask(asked: Filter) -> Understood:
    return understand(asked, ROWS, Known((), SERIES), TODAY)


def found_by(asked: Filter) -> str:
    """The short ids of the tasks that are meant."""
    keeps = ask(asked).keeps
    return " ".join(str(row.id).replace("-2026-", "-") for row in ROWS if keeps(row))


def test_without_options_open_tasks_are_meant_and_nothing_is_explained() -> None:
    assert (found_by(Filter()), ask(Filter()).sentences) == (OPEN, ())


@pytest.mark.parametrize(
    ("written", "tasks", "sentence"),
    [
        ("porada", "P-03-20/1 P-04-09/1", "porada = Porada vedení"),
        ("P", "P-03-20/1 P-04-09/1", "P = Porada vedení"),
        ("bc", "BC-01-23/1 BC-01-23/2 BC-03-20/1", f"bc = {GROUP}"),
        ("Bezpečná čtvrť", "BC-01-23/1 BC-01-23/2 BC-03-20/1", f"Bezpečná čtvrť = {GROUP}"),
        ("bezpecne ctvrti", "BC-01-23/1 BC-01-23/2 BC-03-20/1", f"bezpecne ctvrti = {GROUP}"),
        ("bezp", "BC-01-23/1 BC-01-23/2 BC-03-20/1", f"bezp = {GROUP}"),
        ("Porada vedení", "P-03-20/1 P-04-09/1", "série Porada vedení"),
        ("ostatní", "rodiny/1", "ostatní = bez série"),
        ("RT", "", "RT = Realizační tým (bez úkolů)"),
        ("školská", "", "školská = skolska (bez úkolů)"),
    ],
)
def test_a_series_is_found_by_its_names(written: str, tasks: str, sentence: str) -> None:
    asked = Filter(series=(written,))
    assert (found_by(asked), ask(asked).sentences) == (tasks, (sentence,))


@pytest.mark.parametrize(
    ("written", "tasks"),
    [
        ("BC-2026-01-23", "BC-01-23/1 BC-01-23/2"),
        ("#bc-2026-01-23", "BC-01-23/1 BC-01-23/2"),
        ("01-23", "BC-01-23/1 BC-01-23/2"),
        ("BC-2026-01-23/2", "BC-01-23/1 BC-01-23/2"),
        ("23. 1. 2026", "BC-01-23/1 BC-01-23/2"),
        ("23.1.2026", "BC-01-23/1 BC-01-23/2"),
        ("23. ledna", "BC-01-23/1 BC-01-23/2"),
        ("2026-01-23", "BC-01-23/1 BC-01-23/2"),
        ("ze dne 23. 1.", "BC-01-23/1 BC-01-23/2"),
        ("v pátek 23. 1. 2026", "BC-01-23/1 BC-01-23/2"),
        ("20.3.", "BC-03-20/1 P-03-20/1"),
        ("20. 3. 2026", "BC-03-20/1 P-03-20/1"),
        ("03-20", "BC-03-20/1 P-03-20/1"),
        ("posledni", "P-04-09/1"),
        ("Poslední jednání", "P-04-09/1"),
        ("zapisy/2026-01-23-bc.md", "BC-01-23/1 BC-01-23/2"),
        (r".\zapisy\2026-01-23-bc.md", "BC-01-23/1 BC-01-23/2"),
        ("/domu/prace/zapisy/2026-01-23-bc.md", "BC-01-23/1 BC-01-23/2"),
        ("2026-01-23-bc", "BC-01-23/1 BC-01-23/2"),
        ("2026-03-20-porada-vedeni.md", "P-03-20/1"),
        ("rodiny", "rodiny/1"),
        ("diny", "rodiny/1"),
    ],
)
def test_a_meeting_is_found_by_id_day_and_file(written: str, tasks: str) -> None:
    assert found_by(Filter(meetings=(written,))) == tasks


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("20.3.", "20.3. = BC-2026-03-20 (20. 3. 2026), P-2026-03-20 (20. 3. 2026)"),
        ("posledni", "posledni = P-2026-04-09 (9. 4. 2026)"),
        ("rodiny", "jednání rodiny"),
        ("20. 3. 2025", "20. 3. 2025 = P-2025-03-20 (20. 3. 2025)"),
        ("1. 5.", "1. 5. = P-2026-05-01 (1. 5. 2026)"),
    ],
)
def test_a_sentence_says_which_meeting_is_meant(written: str, sentence: str) -> None:
    assert ask(Filter(meetings=(written,))).sentences == (sentence,)


def test_the_newest_meeting_is_that_of_the_series_asked_for() -> None:
    assert found_by(Filter(meetings=("posledni",), series=("bc",))) == "BC-03-20/1"


@pytest.mark.parametrize(
    ("written", "tasks", "sentence"),
    [
        ("splněno", "P-04-09/2", "stav splněno"),
        ("HOTOVÉ", "P-04-09/2", "HOTOVÉ = splněno"),
        ("splnene", "P-04-09/2", "splnene = splněno"),
        ("zrušený", "P-04-09/3", "zrušený = zrušeno"),
        ("rozpracovaná", "P-04-09/1", "rozpracovaná = rozpracováno"),
        ("splněno,zrušeno", "P-04-09/2 P-04-09/3", "splněno,zrušeno = splněno, zrušeno"),
        ("uzavřené úkoly", "P-04-09/2 P-04-09/3", "uzavřené úkoly = splněno, zrušeno"),
        ("nesplněné", OPEN, "nesplněné = otevřeno, rozpracováno"),
    ],
)
def test_a_state_is_found_in_any_form(written: str, tasks: str, sentence: str) -> None:
    asked = Filter(statuses=(written,))
    assert (found_by(asked), ask(asked).sentences) == (tasks, (sentence,))


@pytest.mark.parametrize(
    ("written", "tasks", "sentence"),
    [
        ("8. 4. 2026", "BC-01-23/1", "do 8. 4. 2026 = do 8. 4. 2026"),
        ("9. 4. 2026", "BC-01-23/1 P-03-20/1", "termín do 9. 4. 2026"),
        ("dnes", "BC-01-23/1 BC-01-23/2 P-03-20/1", "do dnes = do 13. 4. 2026"),
        ("pátku", "BC-01-23/1 BC-01-23/2 P-03-20/1", "do pátku = do 17. 4. 2026"),
        ("týdne", "BC-01-23/1 BC-01-23/2 P-03-20/1", "do týdne = do 20. 4. 2026"),
        (
            "do konce dubna",
            "BC-01-23/1 BC-01-23/2 P-03-20/1",
            "do konce dubna = do 30. 4. 2026",
        ),
        ("konce března 2026", "BC-01-23/1", "do konce března 2026 = do 31. 3. 2026"),
        (
            "31. 3.",
            "BC-01-23/1 BC-01-23/2 P-03-20/1",
            "do 31. 3. = do 31. 3. 2027 (nejbližší, který přijde; jiný rok připište)",
        ),
    ],
)
def test_words_of_a_deadline_mean_a_day_that_counts_too(
    written: str, tasks: str, sentence: str
) -> None:
    asked = Filter(until=written)
    said = sentence.replace("do 8. 4. 2026 = ", "termín ")
    assert (found_by(asked), ask(asked).sentences) == (tasks, (said,))


@pytest.mark.parametrize(
    ("asked", "tasks"),
    [
        (Filter(overdue=True), "BC-01-23/1 P-03-20/1"),
        (Filter(undated=True), "BC-03-20/1 P-04-09/1"),
        (Filter(unassigned=True, overdue=True), "P-03-20/1"),
        (
            Filter(everything=True, meetings=("posledni",)),
            "P-04-09/1 P-04-09/2 P-04-09/3 P-04-09/4",
        ),
        (Filter(everything=True, statuses=("otevřené",), meetings=("posledni",)), "P-04-09/4"),
        (Filter(series=("bc",), overdue=True), "BC-01-23/1"),
        (Filter(series=("bc", "porada"), people=("Eva",)), "BC-01-23/1"),
    ],
)
def test_options_restrict_each_other(asked: Filter, tasks: str) -> None:
    assert found_by(asked) == tasks


def test_every_option_has_a_sentence() -> None:
    asked = Filter(
        series=("bc", "porada"),
        words=("sál",),
        overdue=True,
        undated=True,
        unassigned=True,
        everything=True,
    )
    assert ask(asked).sentences == (
        f"bc = {GROUP}; porada = {COUNCIL}",
        "hledá se „sal“ v textu, poznámkách, řešitelích nebo čísle",
        "i splněné, zrušené a ty, které už v zápisech nejsou",
        "bez řešitele",
        "bez termínu = bez dne, do kdy mají být hotové",
        "po termínu = otevřené s termínem před 13. 4. 2026",
    )


def problem(option: str, message: str, cure: str) -> FilterProblem:
    return FilterProblem(message, cure, option)


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        (
            Filter(series=("porda",)),
            problem(
                "--serie",
                "série „porda“ v zapis.yaml ani v úkolech není",
                "mysleli jste --serie porada?",
            ),
        ),
        (
            Filter(series=("xyz",)),
            problem(
                "--serie",
                "série „xyz“ v zapis.yaml ani v úkolech není",
                "série jsou: bezpecna-ctvrt, porada, rt, skolska, Ostatní",
            ),
        ),
        (
            Filter(meetings=("BC-2026-01-32",)),
            problem(
                "--jednani",
                "jednání „BC-2026-01-32“ mezi těmi s úkoly není",
                "mysleli jste --jednani BC-2026-01-23 nebo --jednani BC-2026-03-20"
                " nebo --jednani P-2026-03-20?",
            ),
        ),
        (
            Filter(meetings=("22. 1. 2026",)),
            problem(
                "--jednani",
                "dne „22. 1. 2026“ nebylo jednání s úkoly",
                "mysleli jste --jednani BC-2026-01-23 nebo --jednani BC-2026-03-20"
                " nebo --jednani P-2026-03-20?",
            ),
        ),
        (
            Filter(meetings=("31. 2.",)),
            problem(
                "--jednani",
                "den „31. 2.“ není: únor má nejvýše 29 dní",
                "napište datum, číslo jednání nebo „posledni“",
            ),
        ),
        (
            Filter(meetings=("0",)),
            problem(
                "--jednani",
                "číslu „0“ odpovídá víc jednání",
                "mysleli jste --jednani BC-2026-03-20 nebo --jednani P-2026-03-20"
                " nebo --jednani P-2025-03-20?",
            ),
        ),
        (
            Filter(statuses=("hotvo",)),
            problem(
                "--stav",
                "stav „hotvo“ není",
                "mysleli jste --stav hotovo?; stavy jsou otevřeno, rozpracováno, splněno a zrušeno",
            ),
        ),
        (
            Filter(statuses=("modré",)),
            problem(
                "--stav",
                "stav „modré“ není",
                "napište třeba --stav splněno;"
                " stavy jsou otevřeno, rozpracováno, splněno a zrušeno",
            ),
        ),
        (
            Filter(statuses=("vše",)),
            problem("--stav", "stav „vše“ není", "všechny úkoly vypíše --vse"),
        ),
        (
            Filter(until="konce"),
            problem(
                "--do",
                "termínu „konce“ nelze porozumět: není to den",
                'dejte slova do uvozovek: --do "konce března"',
            ),
        ),
        (
            Filter(until="měsíčně"),
            problem(
                "--do",
                "termínu „měsíčně“ nelze porozumět: není to den",
                'napište třeba --do "31. 3. 2026", --do "konce března" nebo --do pátku',
            ),
        ),
        (
            Filter(until="31. 2."),
            problem(
                "--do",
                "termínu „31. 2.“ nelze porozumět: únor má nejvýše 29 dní",
                'napište třeba --do "31. 3. 2026", --do "konce března" nebo --do pátku',
            ),
        ),
        (
            Filter(words=("",)),
            problem("--hledat", "hodnota je prázdná", "napište ji, nebo --hledat vynechte"),
        ),
    ],
    ids=lambda value: value.message if isinstance(value, FilterProblem) else "",
)
def test_what_is_not_understood_is_a_problem_and_lets_nothing_through(
    asked: Filter, wrong: FilterProblem
) -> None:
    assert (ask(asked).problems, found_by(asked)) == ((wrong,), "")
