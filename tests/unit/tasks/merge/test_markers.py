import pytest

from zapis.tasks.merge.markers import Forms, mark_conflict, split_forms


def conflict(size: int = 7, first: str = "a", second: str = "b") -> str:
    return "\n".join(mark_conflict(first.split(), second.split(), size))


@pytest.mark.parametrize("size", [7, 9, 15])
def test_both_forms_are_read_back(size: int):
    text = f"před\n{conflict(size)}\nza"
    assert split_forms(text) == Forms("před\na\nza", "před\nb\nza")


def test_a_conflict_within_a_conflict_is_read_too():
    """Git makes them where it merges ancestors of ancestors."""
    inner = "\n".join(mark_conflict(("x",), ("y",), 9))
    text = "\n".join(mark_conflict(("a", inner), ("b",), 7))
    assert split_forms(text) == Forms("a\nx", "b")


@pytest.mark.parametrize(
    "text",
    [
        "bez značek",
        "nadpis\n=======\ntext",
        "<<<<<<< naše podoba\na\n=======\nb",
        "<<<<<<<<<<<<",
        "<" * 100_000,
    ],
)
def test_what_is_no_conflict_has_no_forms(text: str):
    assert split_forms(text) is None
