"""Quotes that are not closed, not the whole value, or hold a backslash."""

import re

from zapis import codes
from zapis.parse.yaml_problems.draft import (
    DOUBLE_QUOTED,
    SINGLE_QUOTED,
    Draft,
    Row,
    Slot,
    covers_key,
    rows_below,
)
from zapis.parse.yaml_problems.scalars import backslash
from zapis.parse.yaml_problems.wording import Problem, clip, line_with, quote

# YAML 1.1, section 5.6: what may stand behind a backslash.
_BAD_ESCAPE = re.compile(
    r"\\(?:[0abtnvfre \"/\\N_LP\t\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(.))"
)
_PATH = re.compile(r"\"(?:[A-Za-z]:|\\)\\")


def check_quotes(
    draft: Draft, text: str, rows: list[Row], index: int, bounds: tuple[int, int]
) -> tuple[Slot, int]:
    """Check a value that begins with a quote at bounds[0] in a row of column bounds[1].

    Returns what may follow and the index of the row behind the value.
    """
    start, column = bounds
    below = rows_below(rows, index, column)
    pattern = DOUBLE_QUOTED if text[start] == '"' else SINGLE_QUOTED
    found = pattern.match(text, start, rows[below - 1].end)
    if found is None:
        _unclosed(draft, start, rows[index].end)
        return Slot.PLAIN, index + 1
    last = index
    while rows[last].end < found.end():
        last += 1
    if covers_key(text, rows[index + 1 : last + 1]):
        _unclosed(draft, start, rows[index].end)
        return Slot.PLAIN, index + 1
    return _closed(draft, start, found.end(), rows[last].end), last + 1


def _unclosed(draft: Draft, start: int, end: int) -> None:
    text = draft.text
    if _PATH.match(text, start) and text.endswith('\\"', start, end):
        draft.report(backslash(text, start, end, end - 2))
    else:
        content = text[start + 1 : end].strip()
        message = f"uvozovky před „{clip(content)}“ nejsou uzavřeny"
        # „'90. léta“ begins with an apostrophe, not with a quote.
        is_apostrophe = text[start] == "'" and content[:1].isdigit()
        value = text[start:end] if is_apostrophe else content.rstrip(text[start])
        cure = line_with(text, start, end, quote(value))
        draft.report(Problem(codes.YAML_UNCLOSED_QUOTE, message, start, start + 1, cure))
    draft.cover(start, end)


def _closed(draft: Draft, start: int, closing: int, end: int) -> Slot:
    text = draft.text
    rest = text[closing:end]
    behind = rest.strip()
    if behind and not (behind.startswith("#") and rest[:1] in " \t"):
        at = closing + rest.find(behind)
        message = f"za uzavřenými uvozovkami stojí „{clip(behind)}“"
        cure = line_with(text, start, end, quote(text[start:end]))
        draft.report(Problem(codes.YAML_TEXT_BEHIND_QUOTES, message, at, end, cure))
        draft.cover(start, end)
        return Slot.PLAIN
    bad = None
    if text[start] == '"':
        bad = next(
            (one for one in _BAD_ESCAPE.finditer(text, start, closing) if _is_bad(one)), None
        )
    if bad is not None:
        draft.report(backslash(text, start, closing, bad.start()))
        draft.cover(start, closing)
    return Slot.CLOSED


def _is_bad(found: re.Match[str]) -> bool:
    return found.group(1) is not None
