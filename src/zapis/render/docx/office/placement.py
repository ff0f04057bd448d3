"""Tags that stand for a whole paragraph, row or cell: what else is in it would be lost."""

import re
from collections.abc import Iterator

from msgspec import Struct

from zapis.render.docx.dialect import needs_docxtpl
from zapis.render.docx.office.tags import FOREIGN, OPENER, Line, Tag
from zapis.render.docx.office.tree import CELL, PARAGRAPH, ROW, TEXT, Element, W
from zapis.render.templating.failures import TemplateProblem

ELEMENT_TAG = re.compile(r"\{[{%#](p|tr|tc|r)(?=[\s(\N{NO-BREAK SPACE}])")
_NAMES = {"p": "odstavec", "tr": "řádek tabulky", "tc": "buňka tabulky", "r": "úsek textu"}
_ELEMENTS = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_LONGEST_TAG = 1_500
_SHOWN = 60


class Placed(Struct, frozen=True):
    """A tag with its line, what it stands for („p“, „tr“, „tc“, „r“ or nothing)."""

    tag: Tag
    line: Line
    kind: str

    @property
    def element(self) -> Element | None:
        """The paragraph, row or cell that the tag stands for."""
        if self.kind == "p":
            return self.line.paragraph
        wanted = _ELEMENTS.get(self.kind)
        return next(self.line.paragraph.iterancestors(wanted), None) if wanted else None


def place(lines: tuple[Line, ...]) -> tuple[Placed, ...]:
    """All tags in the order of the document."""
    return tuple(
        Placed(tag, line, found[1] if (found := ELEMENT_TAG.match(tag.words)) else "")
        for line in lines
        for tag in line.tags
    )


def shown(text: str) -> str:
    """A text as a message quotes it: on one line, not too long."""
    words = " ".join(text.replace(FOREIGN, "▢").split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def check_lines(lines: tuple[Line, ...]) -> Iterator[TemplateProblem]:
    """Tags that are not closed in their paragraph, that are too long or hold a picture."""
    for line in lines:
        if line.unclosed:
            message = f"značka „{shown(line.unclosed)}“ není ve svém odstavci ukončena"
            yield TemplateProblem(message, "doplňte }} nebo %}", place=shown(line.text))
        for tag in line.tags:
            if FOREIGN in tag.words:
                message = "uvnitř značky je obrázek, pole nebo odkaz"
                yield TemplateProblem(message, "napište značku znovu", place=shown(line.text))
            elif len(tag.words) > _LONGEST_TAG:
                message = "značka je příliš dlouhá"
                yield TemplateProblem(message, "rozdělte ji na víc značek", place=shown(line.text))


def check_places(placed: tuple[Placed, ...]) -> Iterator[TemplateProblem]:
    """Texts and pictures that a tag would take away together with its element."""
    owners: dict[Element, list[Placed]] = {}
    for item in placed:
        element = item.element
        if element is not None:
            owners.setdefault(element, []).append(item)
        elif item.kind in _ELEMENTS:
            name = _NAMES[item.kind]
            message = f"značka „{shown(item.tag.words)}“ stojí mimo {name}"
            yield _problem(message, f"použijte ji uvnitř tabulky, nebo smažte {item.kind}", item)
    for items in owners.values():
        yield from _check_element(items)


def _check_element(items: list[Placed]) -> Iterator[TemplateProblem]:
    first = items[0]
    tag, name = shown(first.tag.words), _NAMES[first.kind]
    if len(items) > 1:
        cure = f"dejte každou z nich do vlastního {_GENITIVES[first.kind]}"
        yield _problem(f"značky „{tag}“ a „{shown(items[1].tag.words)}“ stojí spolu", cure, first)
        return
    rest = _text_beside(first).strip()
    if rest:
        what = "obrázek nebo pole" if not rest.strip(FOREIGN + " ") else f"text „{shown(rest)}“"
        message = f"{what} vedle značky „{tag}“ by zmizel, značka stojí za celý {name}"
        yield _problem(message, f"přesuňte ho do jiného {_GENITIVES[first.kind]}", first)
    elif first.kind == "p" and first.line.paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        message = f"značka „{tag}“ stojí v odstavci, kterým končí oddíl stránek"
        yield _problem(message, "stiskněte před koncem oddílu Enter", first)


_GENITIVES = {"p": "odstavce", "tr": "řádku tabulky", "tc": "buňky tabulky"}


def _text_beside(item: Placed) -> str:
    """Everything in the element of a tag but the tag itself."""
    line, tag = item.line, item.tag
    beside = line.text[: tag.start] + line.text[tag.end :]
    element = item.element
    if element is None or element is line.paragraph:
        return beside
    others = (
        text.text or "" for text in element.iter(TEXT) if line.paragraph not in text.iterancestors()
    )
    pictures = FOREIGN if next(element.iter(f"{W}drawing", f"{W}pict"), None) is not None else ""
    return beside.replace(FOREIGN, "") + "".join(others) + pictures


def _problem(message: str, cure: str, item: Placed) -> TemplateProblem:
    return TemplateProblem(message, cure, place=shown(item.line.text))


def check_docxtpl(lines: tuple[Line, ...]) -> Iterator[TemplateProblem]:
    """Tags that docxtpl, which rare templates need, would read wrongly."""
    if not any(needs_docxtpl(line.text) for line in lines):
        return
    for item in place(lines):
        inside = item.tag.words[2:-2]
        if item.kind and ("}" in inside or "%" in inside):
            message = f"značka „{shown(item.tag.words)}“ nesmí obsahovat znaky }} a %"
            yield _problem(message, "hodnotu si připravte předem: {% set x = … %}", item)


def check_outside(root: Element) -> Iterator[TemplateProblem]:
    """Tags where Word keeps no text: in descriptions of pictures, codes of fields, watermarks."""
    for element in root.iter("{*}*"):
        texts = [str(value) for value in element.attrib.values()]
        if element.tag != TEXT and element.text:
            texts.append(element.text)
        for text in texts:
            if OPENER.search(text):
                message = f"značka „{shown(text)}“ není v obyčejném textu"
                cure = "v popisech obrázků, polích a vodoznacích značky nefungují"
                yield TemplateProblem(message, cure)
