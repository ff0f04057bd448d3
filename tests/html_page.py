"""A page read for tests: its elements in order, their text, and whether tags are well nested."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "br", "hr", "img"})
_BLOCKS = frozenset(
    {"p", "ul", "ol", "li", "dl", "dt", "dd", "div", "section", "table", "tr", "td", "th"}
    | {"blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
)


@dataclass(slots=True)
class Element:
    """An element with the text inside it, that of its descendants included."""

    tag: str
    attributes: dict[str, str]
    text: str = ""

    @property
    def words(self) -> str:
        """The text on one line, with plain spaces."""
        return " ".join(self.text.replace("\u00a0", " ").split())


@dataclass
class Page(HTMLParser):
    """The elements of a page; `faults` are tags that do not nest and blocks inside paragraphs."""

    html: str
    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Element] = []
        self.feed(self.html)
        self.close()
        self.faults += [f"<{element.tag}> is not closed" for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if len(element.attributes) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag in _BLOCKS and any(outer.tag == "p" for outer in self._open):
            self.faults.append(f"<{tag}> inside a paragraph")
        if tag == "a" and any(outer.tag == "a" for outer in self._open):
            self.faults.append("a link inside a link")
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            self._open.pop()
        else:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def find(self, tag: str, class_name: str = "") -> list[Element]:
        """All elements of a tag, with a class where one is given."""
        return [
            element
            for element in self.elements
            if element.tag == tag
            and (not class_name or class_name in element.attributes.get("class", "").split())
        ]

    def words(self, tag: str, class_name: str = "") -> list[str]:
        """The texts of all such elements."""
        return [element.words for element in self.find(tag, class_name)]

    @property
    def levels(self) -> list[int]:
        """The levels of all headings in order."""
        return [int(e.tag[1]) for e in self.elements if e.tag in {f"h{n}" for n in range(1, 7)}]

    @property
    def skipped_levels(self) -> list[tuple[int, int]]:
        """Neighbouring headings where a level is missing between."""
        pairs = zip([0, *self.levels], self.levels, strict=False)
        return [(before, level) for before, level in pairs if level > before + 1]

    @property
    def ids(self) -> list[str]:
        """All ids in order."""
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]

    @property
    def dead_references(self) -> set[str]:
        """Ids that links and labels ask for and that are not there."""
        wanted = {
            e.attributes["aria-labelledby"]
            for e in self.elements
            if "aria-labelledby" in e.attributes
        }
        wanted |= {
            e.attributes["href"][1:] for e in self.find("a") if e.attributes["href"].startswith("#")
        }
        return wanted - set(self.ids)
