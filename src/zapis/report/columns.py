"""Text in columns: width as a terminal shows it, and words wrapped to it."""

from unicodedata import combining, east_asian_width

_JOINING = "\u200d\ufe0e\ufe0f"


def visible(text: str) -> str:
    """The text on one line, with nothing in it that could steer a terminal."""
    if text.isascii() and text.isprintable():
        return text
    marks = (" " if mark.isspace() else mark for mark in text)
    return "".join(mark if mark.isprintable() or mark in _JOINING else "\ufffd" for mark in marks)


def width(text: str) -> int:
    """The columns that the text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def pad(text: str, columns: int) -> str:
    """The text with spaces behind it up to the width."""
    return text + " " * (columns - width(text))


def pad_left(text: str, columns: int) -> str:
    """The text with spaces before it up to the width."""
    return " " * (columns - width(text)) + text


def wrap(text: str, columns: int) -> list[str]:
    """The words in lines no wider than `columns`; a longer word is broken where it must be."""
    columns = max(1, columns)
    lines: list[str] = []
    line, used = "", 0
    for word in visible(text).split():
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
    pieces, start, used = [], 0, 0
    for position, mark in enumerate(word):
        cells = _cells(mark)
        if used + cells > columns and position > start:
            cut = max(word.rfind(joint, start, position) for joint in "-/") + 1
            cut = cut if cut > start else position
            pieces.append(word[start:cut])
            start, used = cut, width(word[cut:position])
        used += cells
    return [*pieces, word[start:]]


def _cells(mark: str) -> int:
    if combining(mark) or mark in _JOINING:
        return 0
    return 2 if east_asian_width(mark) in "WF" else 1
