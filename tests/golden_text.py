"""Documents as text that a person can read in a diff: pages, Word packages, pictures."""

import re
import struct
import unicodedata
from base64 import b64decode
from collections.abc import Iterator, Mapping
from html import escape
from html.parser import HTMLParser

from lxml import etree

from docx_reading import parts_of
from examples import ROOT

_WIDEST = 110
_VOID = frozenset({"meta", "br", "hr", "img", "link"})
_INLINE = frozenset(
    {"a", "abbr", "b", "br", "code", "em", "i", "img", "s", "span", "strong", "sub", "sup"}
)
_STYLES = {
    f"/* {name} */": (ROOT / "sablony" / name).read_text(encoding="utf-8").rstrip("\n")
    for name in ("zapis.css", "zapis-tisk.css")
}
_DATA_ADDRESS = re.compile(r"data:([\w/+-]+);base64,([\w+/=]+)")
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cf", "Cc"})
_PNG = b"\x89PNG\r\n\x1a\n"


def visible(text: str) -> str:
    """The text with every blank and sign that the eye cannot tell apart as a reference."""
    return "".join(char if char.isascii() else _reference(char) for char in text)


def _reference(char: str) -> str:
    if char == "\N{NO-BREAK SPACE}":
        return "&nbsp;"
    return f"&#{ord(char)};" if unicodedata.category(char) in _UNSEEN else char


class Pictures:
    """Names for the bytes of pictures: the file that they came from, else what they are."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self._names = {data: path for path, data in known.items()}

    def name(self, data: bytes) -> str:
        """„obrazky/mapa.png“; for pictures that zapis drew „PNG 840 × 400“."""
        if data in self._names:
            return self._names[data]
        assert data.startswith(_PNG)
        width, height = struct.unpack(">II", data[16:24])
        return f"PNG {width} × {height}"


# HTML


def _attribute(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")


class _Indented(HTMLParser):
    """Blocks on lines of their own, what is inside them further right."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._depth = 0
        self._line = ""
        self._verbatim = ""

    def end_line(self) -> None:
        if line := re.sub(r"[ \n\t]+", " ", self._line).strip(" "):
            self.lines.append("  " * self._depth + visible(line))
        self._line = ""

    def handle_decl(self, decl: str) -> None:
        self.lines.append(f"<!{decl}>")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = "".join(f' {name}="{_attribute(value or "")}"' for name, value in attrs)
        if tag in _INLINE:
            self._line += f"<{tag}{written}>"
            if tag == "br":
                self.end_line()
            return
        self.end_line()
        self._line = f"<{tag}{written}>"
        if tag in _VOID:
            self.end_line()
        elif tag in {"pre", "style"}:
            self._verbatim = tag
        else:
            self.end_line()
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE:
            self._line += f"</{tag}>"
        elif tag == self._verbatim:
            self._verbatim = ""
            self.lines += [visible(line) if line else "" for line in self._line.split("\n")]
            self._line = ""
            self.lines.append(f"</{tag}>")
        else:
            self.end_line()
            self._depth -= 1
            self._close(tag)

    def _close(self, tag: str) -> None:
        """The end of a block, on the line of its start where only words stand between."""
        indent = "  " * self._depth
        start = f"{indent}<{tag}"
        *_, before, last = ["", *self.lines]
        if before.startswith((start + " ", start + ">")) and last.startswith(indent + "  "):
            self.lines[-2:] = [f"{before}{last.strip()}</{tag}>"]
        elif last.startswith((start + " ", start + ">")) and f"</{tag}>" not in last:
            self.lines[-1] += f"</{tag}>"
        else:
            self.lines.append(f"{indent}</{tag}>")

    def handle_data(self, data: str) -> None:
        self._line += data if self._verbatim == "style" else escape(data, quote=False)


def page_text(html: str, pictures: Pictures) -> str:
    """A page with a block a line, its style sheets and pictures by their names."""
    for name, style in _STYLES.items():
        assert style in html
        html = html.replace(style, name)
    html = _DATA_ADDRESS.sub(
        lambda found: f"data:{found[1]},{pictures.name(b64decode(found[2]))}", html
    )
    indented = _Indented()
    indented.feed(html)
    indented.close()
    indented.end_line()
    return "\n".join(indented.lines) + "\n"


# Word


def package_texts(data: bytes, other: bytes, pictures: Pictures) -> dict[str, str]:
    """The parts of a Word file that another (may be empty) has not, and a list of all parts."""
    known = parts_of(other) if other else {}
    texts: dict[str, str] = {}
    listed: list[str] = []
    for name, part in sorted(parts_of(data).items()):
        if part == known.get(name):
            listed.append(f"{name}  (jako v prázdném dokumentu)")
        elif name.endswith((".xml", ".rels")):
            texts[name.removeprefix("word/")] = xml_text(part)
            listed.append(name)
        else:
            listed.append(f"{name}  {pictures.name(part)}")
    return {"casti.txt": "\n".join(listed) + "\n", **texts}


def xml_text(data: bytes) -> str:
    """XML with an element a line, short ones and those with text in one piece."""
    root = etree.fromstring(data)
    return "\n".join(_lines(root, 0, {})) + "\n"


def _lines(element: etree._Element, depth: int, known: dict[str | None, str]) -> Iterator[str]:
    indent = "  " * depth
    whole = _whole(element, known)
    start, _, _ = whole.partition(">")
    words = "".join(map(str, element.itertext()))
    if len(element) == 0 or len(indent + whole) - len(words) <= _WIDEST:
        yield indent + whole
        return
    yield f"{indent}{start}>"
    for child in element:
        yield from _lines(child, depth + 1, dict(element.nsmap))
    yield f"{indent}</{_name(element.tag, element.nsmap)}>"


def _whole(element: etree._Element, known: Mapping[str | None, str]) -> str:
    name = _name(element.tag, element.nsmap)
    spaces = "".join(
        f' xmlns{":" + prefix if prefix else ""}="{address}"'
        for prefix, address in element.nsmap.items()
        if known.get(prefix) != address
    )
    attributes = "".join(
        f' {_name(key, element.nsmap)}="{visible(_attribute(value))}"'
        for key, value in element.attrib.items()
    )
    inner = visible(escape(element.text or "", quote=False))
    inner += "".join(
        _whole(child, element.nsmap) + visible(escape(child.tail or "", quote=False))
        for child in element
    )
    start = f"<{name}{spaces}{attributes}"
    return f"{start}>{inner}</{name}>" if inner else f"{start}/>"


def _name(name: str, spaces: Mapping[str | None, str]) -> str:
    """„w:p“ for „{http://…}p“."""
    address, _, local = name.removeprefix("{").rpartition("}")
    prefixes = {space: prefix for prefix, space in spaces.items()}
    prefix = "xml" if address.endswith("XML/1998/namespace") else prefixes.get(address or "")
    return f"{prefix}:{local}" if prefix else local
