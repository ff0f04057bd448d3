"""The line of a task before and after a change, so that it can be taken back."""

from zapis.report.columns import visible
from zapis.report.style import DEFAULT_STYLE, DONE, LATE, ListStyle


def format_change(before: str, after: str, style: ListStyle = DEFAULT_STYLE) -> str:
    """„- “ and the line as it was, „+ “ and the line as it is, neither wrapped nor shortened.

    A line that does not change stands once, behind two spaces; an empty one is left out.
    """
    if before == after:
        return f"  {visible(before)}"
    old = [style.paint(f"- {visible(before)}", LATE)] if before else []
    new = [style.paint(f"+ {visible(after)}", DONE)] if after else []
    return "\n".join((*old, *new))
