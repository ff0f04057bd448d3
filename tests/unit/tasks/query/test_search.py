"""Words looked for in tasks."""

import pytest

from task_rows import TODAY, make_task
from zapis.tasks.query.filters import Filter, Known, understand

TASK = make_task(
    "BC-2026-01-23/12",
    "Věra Šťastná",
    sentence="Vyúčtování záloh – příloha č. 3 (žluťoučký kůň)",
    note="čeká se na potvrzení lektora",
)


@pytest.mark.parametrize(
    ("written", "is_found"),
    [
        ("vyúčtování", True),
        ("VYUCTOVANI", True),
        ("záloh vyúčt", True),
        ("záloh lektora", True),
        ("stastna", True),
        ("bc-2026", True),
        ("23/12", True),
        ("(žlu", True),
        ("kůn\u030c", True),
        ("záloh škola", False),
        ("vyúčtováníx", False),
        (".*", False),
    ],
)
def test_all_words_must_stand_somewhere_in_the_task(written: str, *, is_found: bool) -> None:
    understood = understand(Filter(words=(written,)), (TASK,), Known(), TODAY)
    assert understood.keeps(TASK) == is_found


def test_of_several_searches_any_will_do() -> None:
    understood = understand(Filter(words=("škola", "záloh")), (TASK,), Known(), TODAY)
    said = "hledá se „skola“ nebo „zaloh“ v textu, poznámkách, řešitelích nebo čísle"
    assert (understood.keeps(TASK), understood.sentences) == (True, (said,))


def test_text_with_combining_accents_is_found() -> None:
    task = make_task("P/1", sentence="za\u0301lohy")
    assert understand(Filter(words=("zálohy",)), (task,), Known(), TODAY).keeps(task)


def test_letters_of_other_scripts_are_found() -> None:
    task = make_task("P/1", sentence="Жук у лесі")
    assert understand(Filter(words=("жук лесі",)), (task,), Known(), TODAY).keeps(task)


def test_the_whole_history_is_searched_where_it_is_known() -> None:
    task = make_task("P/1", note="nové", history=("staré", "nové"))
    assert understand(Filter(words=("stare nove",)), (task,), Known(), TODAY).keeps(task)
