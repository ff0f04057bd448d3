"""Read the agenda: items with or without own numbers, presenters, times, and withdrawn ones."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zapis.assemble.located import LocatedText, locate
from zapis.assemble.numbering import own_number
from zapis.data_tree import DataTree
from zapis.model.meeting import AgendaItem
from zapis.schema.front_matter import AgendaEntry
from zapis.schema.header import Header, HeaderEntry

_Written = tuple[LocatedText, AgendaEntry | None]

_WITHDRAWN = re.compile(
    r"\s*(?:[-–—,;]|\()\s*(?:bod\s+)?(?:byl\s+)?stažen[oaý]?(?:\s+z\s+(?:programu|jednání|pořadu))?"
    r"\s*\)?\s*\.?$",
    re.IGNORECASE,
)
_INLINE_NUMBER = re.compile(r"(?<!\S)(\d{1,2})[.)]\s+(?=\S)")
_LONGEST_WITHDRAWN = 80


def read_agenda(header: Header, tree: DataTree) -> tuple[AgendaItem, ...]:
    """The items in order; `number` is the position, whatever numbers the author wrote."""
    entry = header.get("agenda")
    if entry is None:
        return ()
    written = [item for item in _written_items(entry, tree) if item[0].text]
    numbered = _are_numbered([text.text for text, _ in written])
    return tuple(
        _read_item(position, text, mapping, numbered=numbered)
        for position, (text, mapping) in enumerate(written, 1)
    )


def _written_items(entry: HeaderEntry, tree: DataTree) -> Iterator[_Written]:
    for index, item in enumerate(entry.items):
        path = entry.item_path(index)
        if isinstance(item, AgendaEntry):
            yield LocatedText(" ".join(item.title.split()), tree.span(path)), item
        elif isinstance(item, str) and entry.is_list:
            yield locate(tree, path, item).cut(0, len(item)), None
        elif isinstance(item, str):
            yield from ((part, None) for part in _split(locate(tree, path, item)))


def _split(text: LocatedText) -> Iterator[LocatedText]:
    """The items of an agenda written as one text: on lines, between semicolons, or numbered."""
    stripped = text.text.strip()
    if "\n" in stripped or ";" in stripped:
        divider = "\n" if "\n" in stripped else ";"
        start = 0
        for part in text.text.split(divider):
            yield text.cut(start, start + len(part))
            start += len(part) + 1
        return
    marks = list(_INLINE_NUMBER.finditer(text.text))
    counted = [int(mark[1]) for mark in marks] == list(range(1, len(marks) + 1))
    if len(marks) <= 1 or not counted or text.text[: marks[0].start()].strip():
        yield text.cut(0, len(text.text))
        return
    ends = [*(mark.start() for mark in marks), len(text.text)]
    yield from (text.cut(start, end) for start, end in pairwise(ends))


def _are_numbered(titles: Sequence[str]) -> bool:
    """Whether the numbers before the titles count the items: „7. KP“ among others does not."""
    numbers = [own_number(title)[0] for title in titles]
    found = [number for number in numbers if number is not None]
    by_position = all(number in (None, at) for at, number in enumerate(numbers, 1))
    return bool(found) and (len(found) == len(titles) or (by_position and numbers[0] == 1))


def _read_item(
    number: int, text: LocatedText, mapping: AgendaEntry | None, *, numbered: bool
) -> AgendaItem:
    title = " ".join(text.text.split())
    own, rest = own_number(title)
    if own is not None and (numbered or not title[:1].isdigit()):
        title = rest
    tail = max(0, len(title) - _LONGEST_WITHDRAWN)
    withdrawn = _WITHDRAWN.search(title, tail)
    return AgendaItem(
        number=number,
        title=title[: withdrawn.start()] if withdrawn and withdrawn.start() else title,
        presenter=" ".join(mapping.presenter.split()) if mapping else "",
        time=" ".join(mapping.time.split()) if mapping else "",
        withdrawn=withdrawn is not None,
        span=text.span(),
    )
