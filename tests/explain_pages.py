"""Pages of `zapis vysvetlit` taken apart: what stands at the top, sections, files of examples."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

WRONG, RIGHT = "Špatně", "Správně"
WHEN, WHAT_TO_DO = "Kdy se objeví", "Co s tím"
NOTE = "Poznámka"

_FENCE = re.compile(r"(`{3,})(.*)")
_HEAD = re.compile(r"# (Z\d{3}): (.+)\n\n(\S+) · (.+)\n\n")
_WRITTEN_CHARACTER = re.compile(r"\\(?:x([0-9A-F]{2})|t)")


class ExampleFile(Struct, frozen=True):
    """A fence: `kind` (zapis, yaml, text), the path, how its text becomes bytes, and the text.

    Forms: none is UTF-8, `cp1250` and `utf-16` are encodings, `hex` are bytes, `znaky` has
    characters written as `\\x0B` and `\\t`, `opakovat=N` stands N times.
    """

    kind: str
    path: str
    form: str
    text: str

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        if self.form == "hex":
            return bytes.fromhex(self.text)
        if self.form == "znaky":
            return _WRITTEN_CHARACTER.sub(_character, self.text).encode()
        if self.form.startswith("opakovat="):
            return self.text.encode() * int(self.form.removeprefix("opakovat="))
        return self.text.encode(self.form or "utf-8")


class Page(Struct, frozen=True):
    """A page: its first two lines and the files of each section."""

    code: str
    title: str
    severity: str
    area: str
    text: str
    sections: Mapping[str, tuple[ExampleFile, ...]]


def read_pages() -> Mapping[str, Page]:
    """All pages by the name of their file, in order."""
    pages = (Path(str(path)) for path in files("zapis.explain").iterdir())
    found = sorted(path for path in pages if path.suffix == ".md")
    return {path.stem: read_page(path.read_text(encoding="utf-8")) for path in found}


def read_page(text: str) -> Page:
    """A page taken apart; ValueError where its first lines are not as they should be."""
    head = _HEAD.match(text)
    if head is None:
        raise ValueError(text[:80])
    sections: dict[str, list[ExampleFile]] = {}
    for title, file in _walk(text):
        sections.setdefault(title, []).extend([file] if file else [])
    return Page(*head.groups(), text, {title: tuple(own) for title, own in sections.items()})


def _walk(text: str) -> Iterator[tuple[str, ExampleFile | None]]:
    """Each heading of a section, then each fence with the heading above it."""
    title, fence, info, content = "", "", "", list[str]()
    for line in text.splitlines(keepends=True):
        opening = _FENCE.fullmatch(line.rstrip("\n"))
        if fence and line.rstrip("\n") == fence:
            yield title, _example_file(info, "".join(content))
            fence = ""
        elif fence:
            content.append(line)
        elif opening:
            fence, info, content = opening[1], opening[2], []
        elif line.startswith("## "):
            title = line[3:].strip()
            yield title, None


def _example_file(info: str, text: str) -> ExampleFile:
    kind, path, *form = info.split()
    return ExampleFile(kind, path, " ".join(form), text)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else "\t"
