"""Turn straight quotation marks into Czech ones where they stand in pairs."""

import re
from types import MappingProxyType

_MARK = re.compile("[\"'„“”‚‘’]")
# Before an opening mark there is nothing, a space or one of these; before a closing one none.
_BEFORE_OPENING = frozenset("([{„‚\"'–—-/=>:+«»|")
_BEHIND_CLOSING = frozenset(".,;:!?)]}“‘\"'–—-/<*»«|…")
_CZECH = MappingProxyType({'"': ("„", "“"), "'": ("‚", "‘")})


def set_quotes(text: str) -> str:
    """The text with „ “ and ‚ ‘ for pairs of straight marks; a mark without its pair stays.

    Marks typed as „ and “ pair with straight ones. Apostrophes inside words, inches and feet
    behind digits and the English “…” are left alone.
    """
    if '"' not in text and "'" not in text:
        return text
    characters = list(text)
    opened: list[tuple[str, int]] = []
    for found in _MARK.finditer(text):
        kind = '"' if found[0] in '"„“”' else "'"
        if _opens(text, found.start()):
            opened.append((kind, found.start()))
        elif _closes(text, found.start()):
            _close(characters, opened, kind, found.start())
    return "".join(characters)


def _opens(text: str, position: int) -> bool:
    mark = text[position]
    if mark not in "\"'":
        return mark in "„‚"
    before = text[position - 1 : position]
    if before and not before.isspace() and before not in _BEFORE_OPENING:
        return False
    inner = text[position + 1 : position + 4].lstrip("\"'„‚")[:1]
    return bool(inner) and not inner.isspace() and inner not in _BEHIND_CLOSING


def _closes(text: str, position: int) -> bool:
    before, behind = text[position - 1 : position], text[position + 1 : position + 2]
    if not before or before.isspace():
        return False
    return not behind or behind.isspace() or behind in _BEHIND_CLOSING


def _close(characters: list[str], opened: list[tuple[str, int]], kind: str, position: int) -> None:
    """Pair the mark with the last open one of its kind, forgetting those opened since.

    A mark that closes nothing forgets all, so that no mark is looked at twice.
    """
    while opened:
        other, start = opened.pop()
        if other == kind:
            if characters[position] not in "”’":
                characters[start], characters[position] = _CZECH[kind]
            return
