"""The text of one YAML scalar, cut from the source so that every character knows its place."""

import re
from collections.abc import Iterator

from zapis.source import MappedText

_SPACES = " \t\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_LINE_ENDS = str.maketrans("\u2028\u2029\x85", "\n\n\n")
_PAIR = re.compile("''")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
# YAML 1.1, section 5.6.
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_LAST_CODE_POINT = 0x10FFFF


class _Cut:
    """Collects pieces of the source into one text."""

    def __init__(self, base: int) -> None:
        self._base = base
        self._parts: list[str] = []
        self._pieces: list[tuple[int, int]] = []
        self._length = 0

    def add(self, part: str, start: int) -> None:
        if part:
            self._parts.append(part)
            self._pieces.append((self._length, self._base + start))
            self._length += len(part)

    def text(self, start: int) -> MappedText:
        """What was collected; `start` is the place of a text that holds nothing."""
        pieces = tuple(self._pieces) or ((0, self._base + start),)
        return MappedText("".join(self._parts), pieces)


def cut_plain(text: str, masked: str, start: int, end: int, base: int) -> MappedText:
    """A value without quotes; its line ends are kept, its indentation is not.

    `masked` is what the parser read instead of `text`, character for character; lines which
    are blank only there are comments and left out.
    """
    part = text[start:end]
    if "\n" not in part and part == masked[start:end]:
        return MappedText(part, ((0, base + start),))
    cut = _Cut(base)
    for left, right in lines_of_value(text, masked, start, end):
        if left > start:
            cut.add("\n", left - 1)
        cut.add(text[left:right].translate(_LINE_ENDS), left)
    return cut.text(start)


def lines_of_value(text: str, masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds of each line of a plain value, without the white space around it."""
    left = start
    while left <= end:
        right = text.find("\n", left, end)
        right = end if right < 0 else right
        line = masked[left:right]
        if line.strip() or not text[left:right].strip():
            first = left + len(line) - len(line.lstrip(" \t"))
            last = first + len(line.strip(" \t"))
            own = text[first:last]
            first += len(own) - len(own.lstrip(_SPACES))
            yield first, max(first, first + len(own.strip(_SPACES)))
        left = right + 1


def cut_block(text: str, masked: str, value: str, start: int, end: int, base: int) -> MappedText:
    """A value behind `|` or `>`; `value` is what the parser made of it.

    Each line of the source stands in the value as it is, only what joins them differs.
    """
    cut = _Cut(base)
    at = 0
    left = masked.find("\n", start, end) + 1 or end
    while left < end:
        right = masked.find("\n", left, end)
        right = end if right < 0 else right
        line = masked[left:right].strip(" ")
        found = _next_content(value, at)
        if line and value.startswith(line, found):
            first = left + masked[left:right].find(line)
            cut.add(value[at:found], max(start, first - (found - at)))
            cut.add(text[first : first + len(line)], first)
            at = found + len(line)
        left = right + 1
    cut.add(value[at:], max(start, end - (len(value) - at)))
    return cut.text(start)


def _next_content(value: str, at: int) -> int:
    while at < len(value) and value[at] in " \n":
        at += 1
    return at


def cut_quoted(text: str, start: int, end: int, base: int) -> MappedText:
    """A value in single or double quotes, folded and with its escapes worked off."""
    double = text[start] == '"'
    part = text[start + 1 : end - 1]
    if "\n" not in part and ("\\" if double else "'") not in part:
        return MappedText(part, ((0, base + start + 1),))
    cut = _Cut(base)
    breaks, escaped_break = 0, False
    for left, right in _quoted_lines(text, start + 1, end - 1):
        if breaks and (left < right or right == end - 1):
            joint = "\n" * (breaks - 1) or ("" if escaped_break else " ")
            cut.add(joint, left - 1)
            breaks = 0
        escaped_break = double and _ends_in_escape(text, left, right) and right < end - 1
        _add_unescaped(cut, text, left, right - escaped_break, double=double)
        breaks += 1
    return cut.text(start + 1)


def _quoted_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left, is_first = start, True
    while left <= end:
        right = text.find("\n", left, end)
        following = right + 1 if right >= 0 else end + 1
        right = right if right >= 0 else end
        line = text[left:right]
        first = left if is_first else left + len(line) - len(line.lstrip(" \t"))
        last = right if right == end else max(first, left + len(line.rstrip(" \t")))
        if last < right and _ends_in_escape(text, first, last):
            last += 1
        yield min(first, last), last
        left, is_first = following, False


def _ends_in_escape(text: str, left: int, right: int) -> bool:
    line = text[left:right]
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _add_unescaped(cut: _Cut, text: str, left: int, right: int, *, double: bool) -> None:
    pattern = _ESCAPE if double else _PAIR
    for found in pattern.finditer(text, left, right):
        cut.add(text[left : found.start()], left)
        cut.add(_unescape(found) if double else "'", found.start())
        left = found.end()
    cut.add(text[left:right], left)


def _unescape(found: re.Match[str]) -> str:
    digits = found.group(1) or found.group(2) or found.group(3)
    if digits is None:
        return _ESCAPED.get(found.group(4), found.group())
    number = int(digits, 16)
    return chr(number) if number <= _LAST_CODE_POINT else found.group()
