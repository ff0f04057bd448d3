"""The target of a reference link, `[label]: https://…`; `[Novák]: souhlasí` is text."""

import re

from markdown_it.common.utils import normalizeReference, unescapeAll

from zapis.parse.inline_context import LinkReference
from zapis.parse.markdown_rules.block_state import BlockState
from zapis.parse.markdown_rules.link_target import decode_address, is_safe

_DEFINITION = re.compile(
    r"\[([^\[\]^][^\[\]]{0,200})\]:[ \t]*(?:<([^<>\s]+)>|((?:https?://|mailto:|www\.)[^\s<>]+))"
    r"(?:[ \t]+(?:\"([^\"]*)\"|'([^']*)'|\(([^()]*)\)))?[ \t]*",
    re.IGNORECASE,
)
_USE = re.compile(r"\[([^\[\]]{1,201})\](?!:)")


def link_definition(state: BlockState, line: int) -> bool:
    """Read the target of a reference, which is not printed; one that nothing uses is text."""
    end = state.eMarks[line]
    found = _DEFINITION.fullmatch(state.src, state.start_of(line), end)
    if found is None or not _is_used(state, found[1]):
        return False
    href = decode_address(found[2] or found[3])
    if not is_safe(href):
        return False
    label = normalizeReference(found[1])
    if label in state.notes.references:
        return False
    title = unescapeAll(found[4] or found[5] or found[6] or "")
    state.notes.references[label] = LinkReference(href, title)
    state.line = line + 1
    return True


def _is_used(state: BlockState, label: str) -> bool:
    used = state.env.get("used labels")
    if used is None:
        used = frozenset(normalizeReference(found[1]) for found in _USE.finditer(state.src))
        state.env["used labels"] = used
    return normalizeReference(label) in used
