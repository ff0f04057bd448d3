r"""A backslash, which vanishes only where it takes a meaning from the character behind it.

It vanishes before

- `*`, a backtick, `[`, `]` everywhere, and `_` unless letters or digits stand on both sides;
- `~` beside another one, `!` before `[`, `{` behind `]`, `@` at the start of a word;
- `&` of an entity, `<` of an address or a comment;
- at the start of a line `#`, `-`, `+`, `>`, `=`, `|`, `:`, and the period or bracket of a number.

Everywhere else it is printed: `\\server\_x`, `C:\-archiv` and `\d` stay as typed. At the end
of a line it is a hard break, unless its word is a path (has another backslash).
"""

import re

from zapis.parse.markdown_rules.inline_state import InlineState

_ALWAYS = frozenset("*`[]")
_AT_LINE_START = frozenset("#-+>=|:")
_ENTITY = re.compile(r"&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_ANGLE = re.compile(r"<(?:!--|[a-z][a-z0-9+.\-]{1,31}:|[^<>\s@]{1,64}@)", re.IGNORECASE)
_LONGEST_NUMBER = 9
_LONGEST_PATH = 260


def escape(state: InlineState) -> bool:
    """Read a backslash and the character behind it."""
    following = state.src[state.pos + 1 : min(state.pos + 2, state.posMax)]
    if following == "\n":
        return _read_line_end(state)
    if following == "_" and not _is_needed(state.src, state.pos, following):
        _keep(state)
        return True
    if not following or not _is_needed(state.src, state.pos, following):
        return False
    if not state.silent:
        token = state.push("text_special", "", 0)
        token.content, token.markup = following, "\\" + following
    state.pos += 2
    return True


def _keep(state: InlineState) -> None:
    # Both at once: the underscore must not look as if punctuation stood before it.
    if not state.silent:
        state.append_pending(state.src[state.pos : state.pos + 2])
    state.pos += 2


def _read_line_end(state: InlineState) -> bool:
    if _is_path(state.src, state.pos):
        return False
    if not state.silent:
        state.push("hardbreak", "br", 0)
    state.pos += 2
    return True


def _is_path(src: str, pos: int) -> bool:
    start = max(src.rfind(" ", 0, pos), src.rfind("\n", 0, pos), pos - _LONGEST_PATH) + 1
    return "\\" in src[start:pos]


def _is_needed(src: str, pos: int, char: str) -> bool:
    if char in _ALWAYS:
        return True
    before = src[pos - 1] if pos else "\n"
    behind = src[pos + 2 : pos + 3]
    match char:
        case "_":
            return not (before.isalnum() and behind.isalnum())
        case "~":
            return "~" in (before, behind) or src.startswith("\\~", pos + 2)
        case "!" | "{":
            return behind == "[" if char == "!" else before == "]"
        case "@":
            return not before.isalnum() and (behind.isalpha() or behind in {"„", '"'})
        case "&" | "<":
            return bool((_ENTITY if char == "&" else _ANGLE).match(src, pos + 1))
        case "." | ")":
            return _stands_behind_number(src, pos)
        case _:
            return char in _AT_LINE_START and before == "\n"


def _stands_behind_number(src: str, pos: int) -> bool:
    start = pos
    while start > 0 and pos - start <= _LONGEST_NUMBER and src[start - 1] in "0123456789":
        start -= 1
    return start < pos and (start == 0 or src[start - 1] == "\n")
