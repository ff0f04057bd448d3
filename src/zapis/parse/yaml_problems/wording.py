"""Words of messages on YAML: what is shown of a value, and lines ready to be copied."""

from collections.abc import Iterable

from msgspec import Struct

from zapis.codes import Code
from zapis.czech.shortening import one_line, shorten
from zapis.diagnostics import Diagnostic, Label
from zapis.source import Region

_SHOWN = 60
_LONGEST_CURE = 200


class Problem(Struct, frozen=True):
    """A diagnostic whose places still count from the beginning of the region."""

    code: Code
    message: str
    start: int
    end: int
    cure: str | None = None
    labels: tuple[tuple[int, int, str], ...] = ()

    def moved(self, by: int) -> "Problem":
        """The same problem of a part, placed in the whole that has `by` characters before it."""
        labels = tuple((start + by, end + by, words) for start, end, words in self.labels)
        return Problem(self.code, self.message, self.start + by, self.end + by, self.cure, labels)


def to_diagnostics(problems: Iterable[Problem], region: Region) -> tuple[Diagnostic, ...]:
    """The problems with their places in the source."""
    return tuple(
        Diagnostic(
            problem.code,
            problem.message,
            region.span(problem.start, problem.end),
            problem.cure,
            tuple(Label(region.span(start, end), words) for start, end, words in problem.labels),
        )
        for problem in problems
    )


def clip(text: str) -> str:
    """The text on one line, as much of it as a message can carry."""
    return shorten(one_line(text[: 4 * _SHOWN]), _SHOWN)


def quote(text: str) -> str:
    """The text as a YAML value in quotes that need the fewest escapes."""
    text = one_line(text[: 2 * _LONGEST_CURE])
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def line_with(text: str, start: int, end: int, replacement: str) -> str | None:
    """The line of text[start:end] without its indentation and with the part replaced.

    None for what is too long to be copied from a message. **Why** the search is bounded: a
    line of a million characters may hold a hundred thousand problems.
    """
    left = text.rfind("\n", max(0, start - _LONGEST_CURE), start) + 1
    if left == 0 and start > _LONGEST_CURE:
        return None
    right = text.find("\n", end, end + _LONGEST_CURE)
    if right < 0:
        right = len(text)
    if right - end > _LONGEST_CURE:
        return None
    line = text[left:start].lstrip() + replacement + text[end:right].rstrip()
    return line if len(line) <= _LONGEST_CURE else None
