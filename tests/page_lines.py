"""A page of HTML as a person reads it: lines with the numbers that a browser shows."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree, html

from model_lines import BULLET, Line, folded

_INLINE = frozenset({"a", "code", "em", "img", "s", "span", "strong", "sup", "br"})
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def record_lines(page: str) -> list[Line]:
    """The lines of the record."""
    parts = html.fromstring(page).xpath("//main/*[contains(@class, 'bod')]")
    return [line for part in parts for line in _lines(part) if line.text or line.label]


def footnote_lines(page: str) -> list[list[Line]]:
    """The lines of every footnote, without the ways back."""
    notes = html.fromstring(page).xpath("//section[@class='poznamky']/ol/li")
    for note in notes:
        for link in note.xpath(".//a[@role='doc-backlink']"):
            link.drop_tree()
    return [[line for line in _lines(note) if line.text or line.label] for note in notes]


def overview_rows(page: str) -> list[list[str]]:
    """The cells of the table of tasks without its header."""
    rows = html.fromstring(page).xpath("//table[contains(@class, 'tabulka-ukolu')]/tbody/tr")
    return [[folded("".join(cell.itertext())) for cell in row] for row in rows]


def other_words(page: str) -> str:
    """What stands outside of the record, list numbers included."""
    body = deepcopy(html.fromstring(page).find("body"))
    for part in body.xpath("//main/*[contains(@class, 'bod')]"):
        part.drop_tree()
    return folded(" ".join(map(str, _lines(body))))


def _lines(element: etree._Element) -> list[Line]:
    """The lines of an element, those of its blocks each for itself."""
    made: list[Line] = []
    words = element.text or ""
    for child in element:
        if child.tag in _INLINE:
            words += "".join(_words(child))
        else:
            made += _line(words)
            made += _block(child)
            words = ""
        words += child.tail or ""
    return [*made, *_line(words)]


def _line(words: str) -> list[Line]:
    text = "\n".join(filter(None, (folded(line) for line in words.split("\x00"))))
    return [Line("", text)] if text else []


def _words(element: etree._Element) -> Iterator[str]:
    """The words of an inline element; line ends of the source are blanks, `br` is an end."""
    yield "\x00" if element.tag == "br" else element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


def _block(element: etree._Element) -> list[Line]:
    match element.tag:
        case "ul" | "ol":
            return _list(element)
        case "pre":
            return _line("".join(element.itertext()).replace("\n", "\x00"))
        case _:
            return _lines(element)


def _list(element: etree._Element) -> list[Line]:
    """The items with what stands in front of them: a bullet, a number, a letter."""
    made: list[Line] = []
    number = int(element.get("start", "1")) - 1
    for item in element:
        number = int(item.get("value", number + 1))
        lines = _lines(item)
        label = _label(element, number)
        opens_with_table = not (item.text or "").strip() and bool(item.xpath("./*[1][self::div]"))
        if lines and not lines[0].label and not opens_with_table:
            made += [Line(label, lines[0].text), *lines[1:]]
        else:
            made += [Line(label, ""), *lines]
    return made


def _label(element: etree._Element, number: int) -> str:
    if "milniky" in element.get("class", ""):
        return ""
    if element.tag == "ul":
        return BULLET
    delimiter = ")" if "zavorka" in element.get("class", "") else "."
    if element.get("type") != "a":
        return f"{number}{delimiter}"
    turns, place = divmod(number - 1, len(_LETTERS))
    return _LETTERS[place] * (turns + 1) + delimiter
