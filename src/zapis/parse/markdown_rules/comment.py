"""Comments `<!-- … -->`, which are not printed."""

import re

from zapis.codes import COMMENT
from zapis.parse.markdown_rules.inline_state import InlineState
from zapis.parse.markdown_rules.notes import Notes
from zapis.source import Span

_OPENING, _CLOSING = "<!--", "-->"
_OPENING_OR_FENCE = re.compile(r"<!--|^[ \t]*(`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
_NOT_LINE_END = re.compile(r"[^\n]+")
_SHOWN = 30
_CURE = "má-li se text tisknout, smažte <!-- a -->"


def comment(state: InlineState) -> bool:
    """Read a comment inside a line, with the spaces behind it where some stand before it."""
    if not state.src.startswith(_OPENING, state.pos):
        return False
    # The library remembers the last place, so that unclosed comments cost nothing.
    if state.html_terminator_last(_CLOSING) < state.pos + len(_OPENING):
        return False
    close = state.src.find(_CLOSING, state.pos + len(_OPENING), state.posMax)
    if close < 0:
        return False
    end = close + len(_CLOSING)
    if not state.silent:
        words = state.src[state.pos + len(_OPENING) : close]
        state.report(COMMENT, _message(words), state.pos, end, _CURE)
        if state.pending:
            state.pushPending()
    if not state.pos or state.src[state.pos - 1].isspace():
        while end < state.posMax and state.src[end] in " \t":
            end += 1
    state.pos = end
    return True


def hide_comments(text: str, base: int, notes: Notes) -> str:
    """The text with spaces for comments that fill lines or go over a line end.

    **Why:** such a comment may hold blank lines, lists and headings, none of which count. Line
    ends stay, and so do the offsets of all that is printed.
    """
    if _OPENING not in text:
        return text
    parts, done = [], 0
    for start, end in _find_comments(text):
        if not _stands_in_a_line(text, start, end):
            words = text[start + len(_OPENING) : end - len(_CLOSING)]
            notes.report(COMMENT, _message(words), Span(base + start, base + end), _CURE)
            parts += [text[done:start], _NOT_LINE_END.sub(_spaces, text[start:end])]
            done = end
    return "".join([*parts, text[done:]])


def _find_comments(text: str) -> list[tuple[int, int]]:
    """The comments of a text, without what only looks like them between fences of code."""
    found, at, fence = [], 0, ""
    while opening := _OPENING_OR_FENCE.search(text, at):
        at = opening.end()
        if marks := opening[1]:
            fence = (fence or marks) if not (fence and marks.startswith(fence)) else ""
        elif not fence:
            close = text.find(_CLOSING, at)
            if close < 0:
                break
            at = close + len(_CLOSING)
            found.append((opening.start(), at))
    return found


def _stands_in_a_line(text: str, start: int, end: int) -> bool:
    if "\n" in text[start:end]:
        return False
    while start and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    fills_line = (not start or text[start - 1] == "\n") and text[end : end + 1] in {"", "\n"}
    return not fills_line


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _message(words: str) -> str:
    shown = " ".join(words[: 2 * _SHOWN].split())
    shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN].rstrip() + "…"
    return f"poznámka „{shown}“ se netiskne"
