"""Words wrapped to the width of a column."""

import re
from collections.abc import Iterable

from zapis.report.columns import cells, is_plain, visible, width

_NO_BREAK = "\u00a0\u202f"
_BREAKING_SPACE = re.compile(rf"[^\S{_NO_BREAK}]+")
_JOINTS = "-/"


def wrap(text: str, columns: int) -> list[str]:
    """The words in lines no wider than `columns`; a longer word is broken where it must be.

    Nothing in the lines can steer a terminal. Words joined by a no-break space stay together.
    """
    if is_plain(text):
        return wrap_plain(text, columns)
    return _wrap_words(_BREAKING_SPACE.split(text), max(1, columns))


def wrap_plain(text: str, columns: int) -> list[str]:
    """As `wrap`, of a text that is known to be plain."""
    columns = max(1, columns)
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        return _wrap_words(text.split(), columns)
    if len(text) <= columns:
        return [text] if text else []
    lines: list[str] = []
    start = 0
    while len(text) - start > columns:
        end = text.rfind(" ", start, start + columns + 1)
        if end < 0:
            return lines + _wrap_words(text[start:].split(" "), columns)
        lines.append(text[start:end])
        start = end + 1
    return [*lines, text[start:]]


def whole(text: str) -> str:
    """The text with no-break spaces, so that `wrap` keeps it on one line."""
    return text.replace(" ", "\u00a0")


def hang(text: str, columns: int, indent: str = "  ") -> list[str]:
    """As `wrap`, the lines behind the first one indented."""
    lines = wrap(text, columns)
    if len(lines) <= 1:
        return lines
    first, *rest = wrap(text, columns - len(indent))
    return [first, *(f"{indent}{line}" for line in rest)]


def _wrap_words(words: Iterable[str], columns: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in filter(None, (visible(word).strip() for word in words)):
        size = width(word)
        if line and used + 1 + size <= columns:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        *full, line = _break(word, columns) if size > columns else [word]
        lines += full
        used = width(line)
    return [*lines, line] if line else lines


def _break(word: str, columns: int) -> list[str]:
    """Pieces of a word, broken behind a hyphen or a slash where one is near enough."""
    if " " in word:
        return _wrap_words(word.split(" "), columns)
    pieces, start, used = [], 0, 0
    for position, size in enumerate(cells(word)):
        if used + size > columns and position > start:
            cut = max(word.rfind(joint, start, position) for joint in _JOINTS) + 1
            cut = cut if cut > start else position
            pieces.append(word[start:cut])
            start, used = cut, width(word[cut:position])
        used += size
    return [*pieces, word[start:]]
