"""The line of a task before and after a change."""

import pytest

from zapis.report.style import ListStyle
from zapis.report.task_change import format_change

BEFORE = "- [ ] #BC-2026-01-23/1 Zaslat nápady @Eva Horáková do 20. 3. 2026"
AFTER = "- [x] #BC-2026-01-23/1 Zaslat nápady @Eva Horáková do 20. 3. 2026"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (BEFORE, AFTER, f"- {BEFORE}\n+ {AFTER}"),
        (BEFORE, BEFORE, f"  {BEFORE}"),
        ("", AFTER, f"+ {AFTER}"),
        (BEFORE, "", f"- {BEFORE}"),
        ("a\x1b[2J\r", "b" * 300, f"- a\ufffd[2J \n+ {'b' * 300}"),
    ],
)
def test_both_lines_are_shown_whole(before: str, after: str, shown: str) -> None:
    assert format_change(before, after, ListStyle(40)) == shown


def test_colours_tell_the_old_line_from_the_new() -> None:
    text = format_change("a", "b", ListStyle(color=True))
    assert text == "\x1b[31m- a\x1b[0m\n\x1b[32m+ b\x1b[0m"
