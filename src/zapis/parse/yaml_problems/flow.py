"""Lists in brackets and mappings in braces that the parser refused."""

import re
from types import MappingProxyType

from msgspec import Struct

from zapis import codes
from zapis.parse.yaml_problems.draft import (
    DOUBLE_QUOTED,
    SINGLE_QUOTED,
    Draft,
    Row,
    Slot,
)
from zapis.parse.yaml_problems.wording import Problem, clip, line_with, quote

_CLOSERS = MappingProxyType({"[": "]", "{": "}"})
_FORBIDDEN = frozenset("@`%&*!|>")
_SPACE = frozenset(" \t\n")
_PLAIN = re.compile(r"[^,\[\]{}:#\s]+")
_BEHIND_QUOTES = re.compile(r"\s*+[^\s,:\]}#]")
_END_OF_ITEM = re.compile(r"[,\[\]{}\n]")


class _Scan(Struct):
    """Where a scan stands: open brackets, and whether an item, a key or a value begins."""

    text: str
    at: int
    limit: int
    start: int
    open: list[str]
    item: int = 0
    is_fresh: bool = True
    colons: int = 0
    before: str = ""


def check_flow(
    draft: Draft, text: str, rows: list[Row], index: int, bounds: tuple[int, int]
) -> tuple[Slot, int]:
    """Check a value that begins with a bracket at bounds[0] in a row of column bounds[1].

    Returns what may follow and the index of the row behind the value.
    """
    start, column = bounds
    below = _rows_of_value(text, rows, index, column)
    limit = rows[below - 1].end
    if text.startswith(("{{", "{%", "{#"), start):
        draft.report(_forbidden(draft.text, start, start, rows[index].end))
        draft.cover(start, rows[index].end)
        return Slot.PLAIN, index + 1
    found = _scan(_Scan(text, start, limit, start, []), draft.text)
    if isinstance(found, Problem):
        draft.report(found)
        draft.cover(start, limit)
        return Slot.PLAIN, below
    last = index
    while rows[last].end < found:
        last += 1
    return _behind(draft, start, found, rows[last].end), last + 1


def _rows_of_value(text: str, rows: list[Row], index: int, column: int) -> int:
    """The index behind the deeper rows and a closing bracket that may stand at the margin."""
    index += 1
    while index < len(rows) and rows[index].indent > column:
        index += 1
    if index < len(rows) and text.startswith(("]", "}"), rows[index].body):
        index += 1
    return index


def _behind(draft: Draft, start: int, closing: int, end: int) -> Slot:
    text = draft.text
    rest = text[closing:end]
    if not rest.strip() or (rest.lstrip().startswith("#") and rest[0] in " \t"):
        return Slot.CLOSED
    whole = text[start:end]
    cure = line_with(text, start, end, quote(whole))
    if text[start] == "[":
        message = f"hranaté závorky na začátku „{clip(whole)}“ znamenají seznam, ne text"
        draft.report(Problem(codes.YAML_BRACKETED_TEXT, message, start, closing, cure))
    else:
        draft.report(_forbidden(text, start, start, end))
    draft.cover(start, end)
    return Slot.PLAIN


def _scan(scan: _Scan, source: str) -> int | Problem:
    """The offset behind the closing bracket, or the first thing that is wrong."""
    text = scan.text
    while scan.at < scan.limit:
        char = text[scan.at]
        if char in _SPACE:
            scan.at += 1
            continue
        problem = _step(scan, char, source)
        if problem is not None:
            return problem
        scan.before = char
        if not scan.open:
            return scan.at
    return _unclosed(source, scan.start)


def _step(scan: _Scan, char: str, source: str) -> Problem | None:
    if scan.is_fresh and char in "\"'":
        return _quoted(scan, char, source)
    if char in "[{":
        return _opened(scan, char, source)
    if char in "]}":
        return _closed(scan, char, source)
    if char == ",":
        return _comma(scan)
    if char == "#" and scan.text[scan.at - 1] in _SPACE:
        return _commented(source, scan.start, scan.at)
    if char == ":" and scan.text[scan.at + 1 : scan.at + 2] in " \t\n,[]{}":
        return _colon(scan, source)
    if scan.is_fresh and char in _FORBIDDEN:
        return _forbidden(source, scan.at, scan.at, _item_end(scan))
    _begin(scan)
    plain = _PLAIN.match(scan.text, scan.at, scan.limit)
    scan.at = plain.end() if plain is not None else scan.at + 1
    return None


def _begin(scan: _Scan) -> None:
    if scan.is_fresh and not scan.colons:
        scan.item = scan.at
    scan.is_fresh = False


def _item_end(scan: _Scan) -> int:
    found = _END_OF_ITEM.search(scan.text, scan.at, scan.limit)
    return found.start() if found else scan.limit


def _quoted(scan: _Scan, char: str, source: str) -> Problem | None:
    pattern = DOUBLE_QUOTED if char == '"' else SINGLE_QUOTED
    found = pattern.match(scan.text, scan.at, scan.limit)
    if found is None:
        content = source[scan.at + 1 : _item_end(scan)].strip()
        message = f"uvozovky před „{clip(content)}“ nejsou uzavřeny"
        cure = line_with(source, scan.at, _item_end(scan), quote(content))
        return Problem(codes.YAML_UNCLOSED_QUOTE, message, scan.at, scan.at + 1, cure)
    _begin(scan)
    scan.at = found.end()
    if _BEHIND_QUOTES.match(scan.text, scan.at, scan.limit):
        end = _item_end(scan)
        behind = source[scan.at : end].strip()
        message = f"za uzavřenými uvozovkami stojí „{clip(behind)}“"
        cure = line_with(source, found.start(), end, quote(source[found.start() : end]))
        return Problem(codes.YAML_TEXT_BEHIND_QUOTES, message, scan.at, end, cure)
    return None


def _opened(scan: _Scan, char: str, source: str) -> Problem | None:
    if not scan.is_fresh:
        end = _item_end(scan)
        shown = clip(source[scan.item : end + 1])
        message = f"závorka „{char}“ uvnitř „{shown}“ začíná seznam"
        cure = "celou položku dejte do uvozovek"
        return Problem(codes.YAML_BRACKETED_TEXT, message, scan.at, scan.at + 1, cure)
    scan.open.append(char)
    scan.colons = 0
    scan.at += 1
    return None


def _closed(scan: _Scan, char: str, source: str) -> Problem | None:
    if _CLOSERS[scan.open[-1]] != char:
        return _unclosed(source, scan.start)
    scan.open.pop()
    scan.is_fresh, scan.colons = False, 0
    scan.at += 1
    return None


def _comma(scan: _Scan) -> Problem | None:
    if scan.before in {",", "[", "{"}:
        message = "před čárkou v závorkách nic nestojí"
        cure = "přebytečnou čárku smažte"
        return Problem(codes.YAML_FORBIDDEN_START, message, scan.at, scan.at + 1, cure)
    scan.is_fresh, scan.colons = True, 0
    scan.at += 1
    return None


def _colon(scan: _Scan, source: str) -> Problem | None:
    if scan.colons:
        end = _item_end(scan)
        start = scan.item
        value = source[start:end].strip()
        message = f"dvojtečka uvnitř hodnoty „{clip(value)}“"
        cure = "hodnotu s dvojtečkou dejte do uvozovek"
        return Problem(codes.YAML_COLON, message, scan.at, scan.at + 1, cure)
    scan.colons += 1
    scan.is_fresh = True
    scan.at += 1
    return None


def _commented(source: str, start: int, at: int) -> Problem:
    message = f"závorka „{source[start]}“ není uzavřena, protože text za „#“ se nepřečte"
    cure = "položku se znakem # dejte do uvozovek"
    labels = ((at, at + 1, "odtud se text nečte"),)
    return Problem(codes.YAML_UNCLOSED_BRACKET, message, start, start + 1, cure, labels)


def _unclosed(source: str, start: int) -> Problem:
    end = source.find("\n", start)
    end = len(source) if end < 0 else end
    whole = source[start:end].rstrip()
    message = f"závorka „{source[start]}“ v „{clip(whole)}“ není uzavřena"
    closer = _CLOSERS[source[start]]
    cure = line_with(source, start, end, whole.rstrip(",]} ") + closer)
    return Problem(codes.YAML_UNCLOSED_BRACKET, message, start, start + 1, cure)


def _forbidden(source: str, at: int, start: int, end: int) -> Problem:
    value = source[start:end].rstrip()
    message = f"hodnota „{clip(value)}“ nesmí začínat znakem „{source[at]}“"
    cure = line_with(source, start, start + len(value), quote(value))
    return Problem(codes.YAML_FORBIDDEN_START, message, at, at + 1, cure)
