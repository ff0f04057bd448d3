"""Putting parts of the text of a page into elements of their own."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element


def split_texts(root: Element, pattern: re.Pattern[str], make: Callable[[str], Element]) -> None:
    """Replace in the body of a page each match of the pattern's one group by what is made of it."""
    for body in root.iter("body"):
        for element in tuple(body.iter()):
            for child in tuple(element):
                _split(element, child, pattern, make)
            _split(element, None, pattern, make)


def _split(
    parent: Element,
    before: Element | None,
    pattern: re.Pattern[str],
    make: Callable[[str], Element],
) -> None:
    """Split the text behind a child of an element, or the one that stands before all children."""
    text = (parent.text if before is None else before.tail) or ""
    start, *parts = pattern.split(text)
    if not parts:
        return
    at = 0
    if before is None:
        parent.text = start
    else:
        before.tail, at = start, list(parent).index(before) + 1
    for found, rest in zip(parts[::2], parts[1::2], strict=True):
        made = make(found)
        made.tail = rest
        parent.insert(at, made)
        at += 1
