"""Sources that rest until an update asks for them."""

from collections.abc import Collection

import pytest

from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.tracing import SourceFacts

AWAKE = SourceFacts("a.md", "{}")


def resting(count: int) -> tuple[Sources, list[Collection[str]]]:
    """One that is awake among others, and what is asked for of these."""
    names = {f"{number}.md": None for number in range(count)}
    asked: list[Collection[str]] = []

    def wake(paths: Collection[str]) -> list[SourceFacts]:
        asked.append(paths)
        for path in paths:
            del names[path]
        return [SourceFacts(path, path) for path in paths]

    return Sources([AWAKE], names.keys(), wake), asked


def test_all_are_known_of_and_none_is_woken_by_that():
    sources, asked = resting(2)
    assert (list(sources), len(sources), "1.md" in sources) == (["a.md", "0.md", "1.md"], 3, True)
    assert not asked


def test_one_is_woken_once():
    sources, asked = resting(2)
    assert [sources["1.md"].facts for _ in range(2)] == ["1.md", "1.md"]
    assert (asked, list(sources)) == ([["1.md"]], ["a.md", "1.md", "0.md"])


def test_of_many_all_are_woken_at_once():
    sources, asked = resting(100)
    assert all(sources[f"{number}.md"].facts for number in range(100))
    assert (len(asked), len(sources)) == (60, 101)


def test_who_wants_all_wakes_all():
    sources, asked = resting(3)
    assert (len(sources.all()), len(asked), len(asked[0])) == (4, 1, 3)


def test_what_is_not_there_wakes_nobody():
    sources, asked = resting(1)
    with pytest.raises(KeyError):
        sources["b.md"]
    assert (sources.get("b.md"), asked) == (None, [])
