"""A picture `![description](address "title")`."""

from markdown_it.token import Token

from zapis.parse.markdown_rules.inline_parser import pair_delimiters
from zapis.parse.markdown_rules.inline_state import InlineState
from zapis.parse.markdown_rules.link_label import find_label_end
from zapis.parse.markdown_rules.link_target import read_target
from zapis.parse.markdown_rules.notes import Notes
from zapis.source import MappedText


def image(state: InlineState) -> bool:
    """Read a picture; its description is plain text whatever Markdown stands in it."""
    start = state.pos
    label_end = find_label_end(state, start + 1)
    target = read_target(state, start + 2, label_end) if label_end >= 0 else None
    if target is None:
        return False
    reference, behind = target
    if not state.silent:
        token = state.push("image", "img", 0)
        token.attrs = {"src": reference.href, "title": reference.title}
        token.content = _read_description(state, start + 2, label_end)
        token.map = [start, behind]
    state.pos = behind
    return True


def _read_description(state: InlineState, start: int, end: int) -> str:
    label = MappedText(state.src[start:end], ((0, 0),))
    # Its own notes: what is wrong inside a description is of no use to the author.
    inner = InlineState(label, state.md, Notes(references=state.notes.references))
    inner.level = state.level + 1
    state.md.inline.tokenize(inner)
    pair_delimiters(inner)
    return "".join(_words(token) for token in inner.tokens)


def _words(token: Token) -> str:
    return " " if token.type in {"softbreak", "hardbreak"} else token.content
