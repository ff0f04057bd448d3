"""What stands behind a key or a hyphen and cannot be a value of YAML."""

import re

from zapis import codes
from zapis.parse.yaml_problems.draft import (
    COLON,
    COMMENT,
    Draft,
    Row,
    Slot,
    rows_below,
)
from zapis.parse.yaml_problems.flow import check_flow
from zapis.parse.yaml_problems.quotes import check_quotes
from zapis.parse.yaml_problems.scalars import BULLETS
from zapis.parse.yaml_problems.shapes import is_text_key
from zapis.parse.yaml_problems.wording import Problem, clip, line_with, quote

_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:#.*)?")
_ANCHOR_OR_TAG = re.compile(r"(?:&[\w-]+|!(?:[!\w./:-]*|<[^ \t<>]*>))(?:[ \t]+|$)", re.ASCII)
_ALIAS = re.compile(r"\*[\w-]+[ \t]*", re.ASCII)
_FORBIDDEN = frozenset("@`%,]}|>&*!")
_FORBIDDEN_ALONE = re.compile(r"[?:-](?:[ \t]|$)")
_OPENING_QUOTES = frozenset("„“”»«‚‘")


def check_value(
    draft: Draft, text: str, rows: list[Row], index: int, bounds: tuple[int, int]
) -> tuple[Slot, int]:
    """Check the value at bounds[0] of a row whose innermost column is bounds[1].

    Returns what may follow on deeper lines and the index of the row behind the value.
    """
    start, column = bounds
    end = rows[index].end
    marked = _ANCHOR_OR_TAG.match(text, start, end)
    if marked is not None:
        start = marked.end()
    if start >= end or text[start] == "#":
        return Slot.EMPTY, index + 1
    if text[start] in "\"'":
        return check_quotes(draft, text, rows, index, (start, column))
    if text[start] in "[{":
        return check_flow(draft, text, rows, index, (start, column))
    if _BLOCK_HEADER.fullmatch(text, start, end):
        return Slot.CLOSED, rows_below(rows, index, column)
    if _ALIAS.fullmatch(text, start, end):
        return Slot.CLOSED, index + 1
    _check_plain(draft, text, rows, index, start)
    return Slot.PLAIN, index + 1


def _check_plain(draft: Draft, text: str, rows: list[Row], index: int, start: int) -> None:
    row = rows[index]
    if text[start] in _FORBIDDEN or _FORBIDDEN_ALONE.match(text, start, row.end):
        if not _is_bulleted(text, rows, index, start):
            draft.report(forbidden_start(draft.text, start, row.end))
        draft.cover(start, row.end)
        return
    comment = COMMENT.search(text, start, row.end)
    colon = COLON.search(text, start, comment.start() if comment else row.end)
    if colon is not None:
        problem = _colon(draft.text, row, start, colon.start())
        draft.report(problem)
        draft.cover(row.body if problem.code is codes.YAML_COLON_IN_ITEM else start, row.end)


def _is_bulleted(text: str, rows: list[Row], index: int, start: int) -> bool:
    """Whether a list begins on the line of its key: `pritomni: - Eva` and `- Jan` below."""
    if index + 1 >= len(rows) or text[start] not in BULLETS:
        return False
    below = rows[index + 1]
    return below.indent > rows[index].indent and text[below.start + below.indent] == text[start]


def forbidden_start(text: str, start: int, end: int) -> Problem:
    """`misto: @online` (Z113)."""
    value = text[start:end].rstrip()
    message = f"hodnota „{clip(value)}“ nesmí začínat znakem „{text[start]}“"
    cure = line_with(text, start, start + len(value), quote(value))
    return Problem(codes.YAML_FORBIDDEN_START, message, start, start + 1, cure)


def _colon(text: str, row: Row, start: int, colon: int) -> Problem:
    """`nazev: Porada: rozpočet` (Z112), and what else such a colon may come from."""
    value = text[start : row.end]
    cure = line_with(text, start, row.end, quote(value))
    if text[start] in _OPENING_QUOTES:
        message = f"české uvozovky nechrání dvojtečku v „{clip(value)}“"
        return Problem(codes.YAML_CZECH_QUOTES, message, colon, colon + 1, cure)
    if row.dashes and row.colon >= 0 and is_text_key(text[row.body : row.colon]):
        item = text[row.body : row.end]
        message = f"dvojtečka v položce „{clip(item)}“ z ní dělá klíč s hodnotou"
        cure = line_with(text, row.body, row.end, quote(item))
        return Problem(codes.YAML_COLON_IN_ITEM, message, row.colon, row.colon + 1, cure)
    message = f"dvojtečka uvnitř hodnoty „{clip(value)}“"
    return Problem(codes.YAML_COLON, message, colon, colon + 1, cure)
