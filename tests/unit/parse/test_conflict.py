import pytest

from zapis.parse.conflict import find_conflicts
from zapis.source import SourceFile

CONFLICT = "<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> b\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (CONFLICT, [1]),
        (f"Text.\n{CONFLICT}Text.\n{CONFLICT}", [2, 8]),
        ("<<<<<<< a\nA\n||||||| b\nB\n=======\nC\n>>>>>>> c", [1]),
        ("<<<<<<<\n=======\n>>>>>>>", [1]),
        # Marks that stand for something else: no begin, no end, another order, within a line.
        ("Nadpis\n=======\n>>>>>>> citace", []),
        ("<<<<<<< a\nA\n=======\nB", []),
        ("<<<<<<< a\nA\n>>>>>>> b\n=======", []),
        (" <<<<<<< a\n =======\n >>>>>>> b", []),
        ("<<<<<<<< a\n=======\n>>>>>>> b", []),
        ("<" * 100_000, []),
    ],
)
def test_only_all_marks_in_their_order_are_a_conflict(text: str, lines: list[int]):
    source = SourceFile("a.md", text)
    spans = [problem.span for problem in find_conflicts(source)]
    assert [source.position(span.start).line for span in spans if span] == lines
