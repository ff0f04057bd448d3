"""An address in angle brackets: `<https://example.cz>`, `<jana@example.cz>`."""

import re

from zapis.parse.markdown_rules.inline_state import InlineState
from zapis.parse.markdown_rules.link_target import is_safe

_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^<>\x00-\x20]*)>")
_MAIL = re.compile(r"<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255})>")


def autolink(state: InlineState) -> bool:
    """Read an address in angle brackets, which is a link to what it says."""
    found = _ADDRESS.match(state.src, state.pos, state.posMax)
    mail = None if found else _MAIL.match(state.src, state.pos, state.posMax)
    address = found or mail
    if address is None or not is_safe(address[1]):
        return False
    if not state.silent:
        href = f"mailto:{address[1]}" if mail else address[1]
        push_address(state, address.start(), address.end(), href, address.span(1))
    state.pos = address.end()
    return True


def push_address(
    state: InlineState, start: int, end: int, href: str, words: tuple[int, int]
) -> None:
    """Make the tokens of a link whose words are the address itself."""
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": href, "title": ""}
    token.map = [start, end]
    text = state.push("text", "", 0)
    text.content = state.src[words[0] : words[1]]
    text.map = [words[0], words[1]]
    state.push("link_close", "a", -1)
