"""The specification of the language as cases: every rule, form and example once, each one test."""

from pathlib import Path

import pytest

from facts import Made, answer, unexpected
from literate import Case, read_cases

FOLDER = Path(__file__).parent / "language"
PAGES = sorted(FOLDER.glob("[0-9]*.md"))
CASES = [case for page in PAGES for case in read_cases(page)]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_language(case: Case, tmp_path: Path):
    made = Made(case, tmp_path)
    answers = {question: answer(made, question, text) for question, text in case.expected.items()}
    assert (answers, unexpected(made, case)) == (dict(case.expected), [])
