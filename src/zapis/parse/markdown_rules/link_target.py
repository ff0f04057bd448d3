"""Where a link or an image leads: `(address "title")` or a reference."""

import re
from html import unescape

from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination, parseLinkTitle

from zapis.parse.inline_context import LinkReference
from zapis.parse.markdown_rules.inline_state import InlineState

_SPACE = re.compile(r"[ \t\n]*")
_IGNORED_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
_UNSAFE = re.compile(r"(?:javascript|vbscript|livescript|data|file|blob|filesystem|view-source):")

_ESCAPED_BRACKET = re.compile(r"\\([()<>])")
_ENTITY = re.compile(r"&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_LONGEST_LABEL = 1000

Target = tuple[LinkReference, int]
"""The target and the offset behind it."""


def is_safe(href: str) -> bool:
    """Whether an address may be a link: nothing that a browser would run or read from the disk.

    Characters that browsers ignore inside an address are looked through.
    """
    return not _UNSAFE.match(_IGNORED_IN_ADDRESS.sub("", href).lower())


def decode_address(written: str) -> str:
    r"""The address that was written: entities are decoded, angle brackets around it left out.

    **Why** backslashes stay but before a bracket: in `\\server\_data` they belong to the path.
    """
    if written.startswith("<"):
        written = written[1:-1]
    if "\\" in written:
        written = _ESCAPED_BRACKET.sub(r"\1", written)
    return _ENTITY.sub(lambda found: unescape(found[0]), written) if "&" in written else written


def read_target(state: InlineState, label_start: int, label_end: int) -> Target | None:
    """The target written behind a label `[…]`, whose `]` stands at `label_end`."""
    behind = state.src[label_end + 1 : min(label_end + 2, state.posMax)]
    inline = _read_inline_target(state, label_end + 2) if behind == "(" else None
    if inline or not state.notes.references:
        return inline
    return _read_reference(state, label_start, label_end)


def _read_inline_target(state: InlineState, start: int) -> Target | None:
    src, end = state.src, state.posMax
    pos = _skip_space(state, start)
    destination = parseLinkDestination(src, pos, end)
    href, title = "", ""
    if destination.ok:
        href = decode_address(src[pos : destination.pos])
        pos = _skip_space(state, destination.pos)
        if pos > destination.pos and (read := parseLinkTitle(src, pos, end)).ok:
            title, pos = read.str, _skip_space(state, read.pos)
    if pos >= end or src[pos] != ")" or not is_safe(href):
        return None
    return LinkReference(href, title), pos + 1


def _skip_space(state: InlineState, pos: int) -> int:
    found = _SPACE.match(state.src, pos, state.posMax)
    return found.end() if found else pos


def _read_reference(state: InlineState, label_start: int, label_end: int) -> Target | None:
    src, end = state.src, label_end + 1
    label = src[label_start : min(label_end, label_start + _LONGEST_LABEL)]
    limit = min(state.posMax, end + _LONGEST_LABEL)
    if src.startswith("[", end) and (close := src.find("]", end, limit)) > 0:
        label = src[end + 1 : close] or label
        end = close + 1
    target = state.notes.references.get(normalizeReference(label))
    return (target, end) if target else None
