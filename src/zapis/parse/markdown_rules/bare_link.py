"""Bare addresses in running text: `https://…`, `www.…` and e-mail."""

import re

from zapis.parse.markdown_rules.autolink import push_address
from zapis.parse.markdown_rules.inline_state import InlineState

_ADDRESS = re.compile(r"(?:https?://\w|www\.[\w-]+\.\w)[^\s<>\"\[\]`„“”‚‘’»«\\]*", re.IGNORECASE)
_LOCAL_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*$")
_DOMAIN = re.compile(r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]*[A-Za-z0-9])+")
_LONGEST_LOCAL_PART = 64
_NOT_BEFORE = frozenset("@/_-.\\")
_NOT_LAST = frozenset("?!.,:;*_~'|")


def bare_address(state: InlineState) -> bool:
    """Read an address of a page; the punctuation of the sentence does not belong to it."""
    start = state.pos
    before = state.src[start - 1] if start else " "
    if state.silent or state.linkLevel or before.isalnum() or before in _NOT_BEFORE:
        return False
    found = _ADDRESS.match(state.src, start, state.posMax)
    if found is None:
        return False
    end = _end_of_address(state.src, start, found.end())
    words = state.src[start:end]
    href = words if "://" in words[:8] else f"http://{words}"
    push_address(state, start, end, href, (start, end))
    state.pos = end
    return True


def _end_of_address(src: str, start: int, end: int) -> int:
    surplus = src.count(")", start, end) - src.count("(", start, end)
    while end > start:
        if src[end - 1] == ")" and surplus > 0:
            surplus -= 1
        elif src[end - 1] not in _NOT_LAST:
            break
        end -= 1
    return end


def bare_mail(state: InlineState) -> bool:
    """Read an e-mail address at its `@`; what stands before it has been read as text."""
    if state.silent or state.linkLevel:
        return False
    local = _LOCAL_PART.search(state.pending[-_LONGEST_LOCAL_PART:])
    domain = _DOMAIN.match(state.src, state.pos, state.posMax) if local else None
    if local is None or domain is None:
        return False
    start, end = state.pos - len(local[0]), domain.end()
    if start and (state.src[start - 1].isalnum() or state.src[start - 1] in _NOT_BEFORE):
        return False
    state.pending = state.pending[: -len(local[0])]
    push_address(state, start, end, f"mailto:{state.src[start:end]}", (start, end))
    state.pos = end
    return True
