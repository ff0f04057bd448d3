"""Literate cases taken apart: prose, fences with sources, and what is expected of them.

A case is one or more source fences followed by a fence `očekávám` (or, on a page for readers, an
HTML comment `ocekavam:`), or by a table. Each row of a table is a case of its own: a column whose
head stands in the source as it is (`‹termín›`) holds what goes there, every other what is expected.

On a page for readers a comment `zkouska: telo` holds a source that they need not see, and a column
`poznámka` of a table is for them only.

Source fences: `zapis [path]` is a whole file, `telo` a record below the usual header, `hlavicka`
the lines of a header alone (`hlavicka telo`: header, an empty line, record), `yaml zapis.yaml` and
`soubor path` any other file. A last word `cp1250` or `utf-16` is an encoding, `crlf` has Windows
line ends, `hex` means bytes, `20MB` repeats the text. In a table `⏎` is a line end, `⇥` a tab,
`>×5000` a character many times.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

HEADER = "datum: pátek 20. 3. 2026\npritomni: Mgr. Eva Horáková, Petr Cháb, Jana Malá\n"
_ENCODINGS = ("cp1250", "iso8859-2", "utf-16", "utf-8-sig", "crlf", "hex", "20MB")
_FENCE = re.compile(r"(`{3,})\s*(\S.*)")
_SLUG = re.compile(r"[^a-z0-9]+")
_MANY = re.compile(r"(\S)×(\d{4,})")
_BAR = re.compile(r"(?<!\\)\|")
NO_DIAGNOSTICS = "bez hlášení"
REMARK = "poznámka"
SOURCES = ("zapis", "telo", "hlavicka", "yaml", "soubor")


class SourceText(Struct, frozen=True):
    """A file of a case; `hidden` lines stand above its text that no reader sees."""

    path: str
    text: str
    encoding: str = "utf-8"
    hidden: int = 0

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        if self.encoding == "hex":
            return bytes.fromhex(self.text)
        if self.encoding == "20MB":
            return self.text.encode() * (20_000_000 // len(self.text.encode()) + 1)
        if self.encoding == "crlf":
            return self.text.replace("\n", "\r\n").encode()
        return self.text.encode(self.encoding)


class Case(Struct, frozen=True):
    """A case: where it stands, what it says, its files, and what is expected by question."""

    name: str
    prose: str
    sources: tuple[SourceText, ...]
    expected: Mapping[str, str]


class _Reader(Struct):
    """The state of reading a page."""

    stem: str
    prose: list[str] = field(default_factory=list)
    sources: list[tuple[str, str]] = field(default_factory=list)
    asked: bool = False

    def case(self, line: int, expected: Mapping[str, str], given: Mapping[str, str]) -> Case:
        """A case of the sources read last, with the places of a row filled in."""
        prose = " ".join(self.prose).strip()
        sources = tuple(_source(info, _filled(text, given)) for info, text in self.sources)
        self.asked = True
        words = " ".join((*given.values(), prose) if given else (prose,))
        return Case(f"{self.stem}:{line}-{_slug(words)}", prose, sources, expected)

    def source(self, info: str, text: str) -> None:
        """Another source; behind an expectation it begins a case of its own."""
        if self.asked:
            self.sources, self.asked = [], False
        self.sources.append((info, text))


def read_cases(path: Path) -> Iterator[Case]:
    """All cases of a page in order."""
    lines = path.read_text(encoding="utf-8").split("\n")
    reader, at = _Reader(path.stem), 0
    while at < len(lines):
        line, start = lines[at], at
        if opening := _FENCE.fullmatch(line):
            at = lines.index(opening[1], at + 1)
            yield from _fence(reader, opening[2], lines[start + 1 : at], start + 1)
        elif line.startswith("<!-- ocekavam:"):
            while "-->" not in lines[at]:
                at += 1
            text = "\n".join(lines[start : at + 1])[14:].replace("-->", "")
            yield reader.case(start + 1, read_expected(text.split("\n")), {})
        elif line.startswith("<!-- zkouska:"):
            at = lines.index("-->", at)
            text = "".join(f"{hidden}\n" for hidden in lines[start + 1 : at])
            reader.source(line.removeprefix("<!-- zkouska:").strip(), text)
        elif line.startswith("|"):
            while at + 1 < len(lines) and lines[at + 1].startswith("|"):
                at += 1
            yield from _table(reader, lines[start : at + 1], start + 1)
        elif line and not line.startswith("#"):
            if not start or not lines[start - 1]:
                reader.prose = []
            reader.prose.append(line)
        at += 1


def read_expected(lines: list[str]) -> dict[str, str]:
    """`question: answer` a line; an answer of several lines stands indented below."""
    expected: dict[str, str] = {}
    question = ""
    for line in filter(str.strip, lines):
        if line.startswith("  ") and question:
            expected[question] = f"{expected[question]}\n{line[2:]}".strip("\n")
        else:
            question, _, answer = line.strip().partition(":")
            expected[question] = answer.strip()
            if question == NO_DIAGNOSTICS:
                expected["kódy"] = expected.pop(question) or NO_DIAGNOSTICS
    return expected


def _fence(reader: _Reader, info: str, lines: list[str], at: int) -> Iterator[Case]:
    kind = info.split(maxsplit=1)[0]
    if kind == "očekávám":
        yield reader.case(at, read_expected(lines), {})
    elif kind in SOURCES:
        reader.source(info, "".join(f"{line}\n" for line in lines))


def _table(reader: _Reader, lines: list[str], at: int) -> Iterator[Case]:
    heads = _cells(lines[0])
    text = "".join(text for _, text in reader.sources)
    places = {head: f"‹{head.strip('‹›')}›" for head in heads}
    places = {head: place for head, place in places.items() if place in text}
    places = {head: at for head, at in places.items() if head == at or at not in heads}
    if not places:
        return
    for number, line in enumerate(lines[2:], at + 2):
        row = dict(zip(heads, _cells(line), strict=True))
        row.pop(REMARK, None)
        given = {place: row.pop(head) for head, place in places.items()}
        yield reader.case(number, row, given)


def _cells(line: str) -> list[str]:
    return [_cell(text) for text in _BAR.split(line.strip().strip("|"))]


def _cell(text: str) -> str:
    text = text.strip().replace("\\|", "|")
    code = len(text) > 1 and text[0] == text[-1] == "`"
    text = _MANY.sub(lambda found: found[1] * int(found[2]), text.strip("`") if code else text)
    return text.replace("⏎", "\n").replace("⇥", "\t")


def _filled(text: str, given: Mapping[str, str]) -> str:
    for place, value in given.items():
        text = text.replace(place, value)
    return text


def _source(info: str, text: str) -> SourceText:
    kind, *words = info.removeprefix("zapis ").split() if info == "zapis telo" else info.split()
    encoding = words.pop() if words and words[-1] in _ENCODINGS else "utf-8"
    path = " ".join(words) if words and kind in {"zapis", "yaml", "soubor"} else "zapis.md"
    if kind == "telo":
        header = f"---\n{HEADER}---\n"
        return SourceText(path, header + text, encoding, header.count("\n"))
    if kind == "hlavicka":
        head, _, body = text.partition("\n\n") if words else (text.rstrip("\n"), "", "Text.\n")
        return SourceText(path, f"---\n{head}\n---\n{body}", encoding, 1)
    return SourceText(path, text, encoding)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _SLUG.sub("-", plain).strip("-")[:50]
