"""Tags as people type them in Word: cut into runs by its editor, here whole again in one."""

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise

from lxml import etree
from msgspec import Struct

from zapis.render.docx.office.tree import (
    RUN,
    SPACE,
    TEXT,
    Element,
    W,
    own_paragraph,
    paragraphs,
    remove,
)

OPENER = re.compile(r"\{[{%#]")
CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
FOREIGN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a picture or a field in the text of a paragraph."""

_SHOWN = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
    f"{W}drawing": FOREIGN,
    f"{W}pict": FOREIGN,
    f"{W}object": FOREIGN,
    f"{W}fldChar": FOREIGN,
    f"{W}footnoteReference": FOREIGN,
    f"{W}endnoteReference": FOREIGN,
    f"{W}sym": FOREIGN,
}
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LINE = re.compile(r"[\t\n\r]+")
_ALONE = 2
_RUN_TAG = re.compile(r"\{[{%]r\s.*?[}%]\}", re.DOTALL)


class Tag(Struct, frozen=True):
    """A tag: its words, where they stand in the text of their paragraph, its element."""

    words: str
    start: int
    end: int
    element: Element


class Line(Struct, frozen=True):
    """A paragraph: its text with everything in it, its tags, the beginning of an open tag."""

    paragraph: Element
    text: str
    tags: tuple[Tag, ...]
    unclosed: str = ""


class _Piece(Struct, frozen=True):
    element: Element
    start: int
    text: str


def gather_lines(root: Element) -> tuple[Line, ...]:
    """All paragraphs of a part in order, with every tag whole in one run.

    The text of a paragraph is scanned once, so that tags which are never closed cost nothing.
    """
    for element in root.iter(TEXT):
        if element.text and "\n" in element.text:
            element.text = element.text.replace("\n", " ")
    lines = tuple(_gather(paragraph) for paragraph in paragraphs(root))
    if not any(line.unclosed for line in lines):
        _split_runs(root)
    return lines


def _pieces(paragraph: Element) -> Iterator[_Piece]:
    """What is shown of a paragraph, piece by piece; text boxes inside it stand for themselves."""
    position = 0
    for element in paragraph.iter(TEXT, *_SHOWN):
        if own_paragraph(element) is not paragraph:
            continue
        text = (element.text or "") if element.tag == TEXT else _SHOWN[str(element.tag)]
        yield _Piece(element, position, text)
        position += len(text)


def _gather(paragraph: Element) -> Line:
    pieces = list(_pieces(paragraph))
    text = "".join(piece.text for piece in pieces)
    spans, unclosed = _spans(text)
    made = [_whole(pieces, start, end, text[start:end]) for start, end in reversed(spans)]
    return Line(paragraph, text, tuple(reversed(made)), unclosed)


def _spans(text: str) -> tuple[list[tuple[int, int]], str]:
    """Where tags stand, and the first that is not closed."""
    spans: list[tuple[int, int]] = []
    position = 0
    while opener := OPENER.search(text, position):
        end = text.find(CLOSERS[opener[0]], opener.end())
        if end < 0:
            return spans, text[opener.start() :]
        position = end + 2
        spans.append((opener.start(), position))
    return spans, ""


def _whole(pieces: list[_Piece], start: int, end: int, words: str) -> Tag:
    """Moves a tag into the piece in which it begins.

    Tags are moved from the last to the first, so that what stands before one is still in place.
    """
    touched = [
        piece
        for piece in pieces
        if piece.text and piece.start < end and piece.start + len(piece.text) > start
    ]
    first, told = touched[0], _one_line(words)
    if len(touched) > 1 or told != words:
        text = first.element.text or ""
        behind = text[end - first.start :] if len(touched) == 1 else ""
        first.element.text = text[: start - first.start] + told + behind
        first.element.set(SPACE, "preserve")
    for piece in touched[1:]:
        _cut(piece, end)
    return Tag(told, start, end, first.element)


def _cut(piece: _Piece, end: int) -> None:
    """Takes away what of a tag stands in a piece that it does not begin in."""
    if piece.element.tag == TEXT:
        piece.element.text = (piece.element.text or "")[max(end - piece.start, 0) :]
        piece.element.set(SPACE, "preserve")
    elif FOREIGN not in piece.text:
        remove(piece.element)


def _one_line(words: str) -> str:
    return _LINE.sub(" ", words).translate(_INVISIBLE)


def _split_runs(root: Element) -> None:
    """Puts every `{%r … %}` and `{{r … }}` into a run of its own: nothing beside it is lost."""
    waiting = list(root.iter(RUN))
    while waiting:
        rest = _split(waiting.pop())
        if rest is not None:
            waiting.append(rest)


def _split(run: Element) -> Element | None:
    """Takes the first text with such tags apart; the run behind it, where there may be more."""
    for text in run.findall(TEXT):
        words = text.text or ""
        tags = list(_RUN_TAG.finditer(words))
        if not tags or (tags[0][0] == words and len(run) <= _ALONE):
            continue
        cuts = [0, *(edge for tag in tags for edge in tag.span()), len(words)]
        return _replace(run, text, [words[a:b] for a, b in pairwise(cuts) if words[a:b]])
    return None


def _replace(run: Element, text: Element, pieces: list[str]) -> Element | None:
    """A run for each piece of one of its texts; what stands before and behind stays beside them."""
    parent, look = run.getparent(), run.find(f"{W}rPr")
    if parent is None:
        return None
    children = [child for child in run if child is not look]
    at = children.index(text)
    rest = _run(look, children[at + 1 :]) if children[at + 1 :] else None
    made = [_run(look, children[:at])] if at else []
    made += [_run(look, [_text(piece)]) for piece in pieces]
    place = parent.index(run)
    parent[place : place + 1] = made if rest is None else [*made, rest]
    return rest


def _run(look: Element | None, children: list[Element]) -> Element:
    made = etree.Element(RUN)
    if look is not None:
        made.append(deepcopy(look))
    made.extend(children)
    return made


def _text(words: str) -> Element:
    made = etree.Element(TEXT)
    made.text = words
    made.set(SPACE, "preserve")
    return made
