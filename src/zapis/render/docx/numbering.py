"""Numbers of lists and sections: real numbering of Word that begins where the author began."""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct, field

STEP = 397
"""How far each level of a list is indented, in twips (7 mm)."""

LEVELS = 9
"""Word knows no more levels of a list; deeper lists stay on the last one."""

_HEADING_INDENT = 567
_BULLETS = ("•", "–", "▪")
_END = "</w:numbering>"
EMPTY_NUMBERING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f"{_END}"
)
_FIRST_INSTANCE = re.compile(r"<w:num\s|<w:numIdMacAtCleanup|</w:numbering>")
_LAST = re.compile(r"<w:numIdMacAtCleanup|</w:numbering>")
_EMPTY_ROOT = re.compile(r"<w:numbering([^>]*)/>\s*\Z")
_ABSTRACT_ID = re.compile(r'w:abstractNumId="(\d{1,9})"')
_INSTANCE_ID = re.compile(r'w:numId="(\d{1,9})"')


class Kind(Enum):
    """A look of numbers: format of Word, text of a level, indent of a level in twips."""

    BULLET = ("bullet", "{bullet}", STEP)
    DECIMAL = ("decimal", "%{level}.", STEP)
    DECIMAL_PARENTHESIS = ("decimal", "%{level})", STEP)
    ALPHA = ("lowerLetter", "%{level}.", STEP)
    ALPHA_PARENTHESIS = ("lowerLetter", "%{level})", STEP)
    SECTION = ("decimal", "%{level}.", _HEADING_INDENT)


class Indent(NamedTuple):
    """Where the text of a level begins, and how far before that its number, in twips."""

    left: int
    hanging: int


class LevelLook(NamedTuple):
    """A level of a template's own list: its XML but start and indents, and its indents if known."""

    xml: str
    indent: Indent | None = None


Looks = Mapping[Kind, tuple[LevelLook, ...]]
"""How a template's own lists look, level by level."""

_KINDS = {
    ("bullet", False): Kind.BULLET,
    ("bullet", True): Kind.BULLET,
    ("decimal", False): Kind.DECIMAL,
    ("decimal", True): Kind.DECIMAL_PARENTHESIS,
    ("alpha", False): Kind.ALPHA,
    ("alpha", True): Kind.ALPHA_PARENTHESIS,
}


_LIKE = dict.fromkeys((Kind.DECIMAL_PARENTHESIS, Kind.ALPHA, Kind.ALPHA_PARENTHESIS), Kind.DECIMAL)


def kind_of(style: str, delimiter: str) -> Kind:
    """The look of a list of the body."""
    return _KINDS[style, delimiter == ")"]


class NumberingBase(Struct, frozen=True):
    """The numbering of a template: its XML in three pieces, and the first free identifiers."""

    definitions: str
    instances: str
    end: str
    free_definition: int
    free_instance: int
    looks: Looks = field(default_factory=lambda: MappingProxyType({}))


def read_numbering(xml: str, looks: Looks = MappingProxyType({})) -> NumberingBase:
    """The numbering part of a template, taken apart where own lists are to be added."""
    xml = _EMPTY_ROOT.sub(rf"<w:numbering\1>{_END}", xml)
    first = _FIRST_INSTANCE.search(xml)
    last = _LAST.search(xml)
    middle = first.start() if first else len(xml)
    end = last.start() if last else len(xml)
    return NumberingBase(
        xml[:middle],
        xml[middle:end],
        xml[end:],
        1 + max(map(int, _ABSTRACT_ID.findall(xml)), default=-1),
        1 + max(map(int, _INSTANCE_ID.findall(xml)), default=0),
        looks,
    )


class Numbering(Struct):
    """Collects the lists of one document; every list is an instance, so that it restarts.

    **Why:** Word counts on over paragraphs of one instance only, and a start can be set only for
    an instance; so a list whose numbers jump has one more instance for each jump.
    """

    base: NumberingBase
    kinds: dict[Kind, int] = field(default_factory=dict)
    instances: list[str] = field(default_factory=list)
    bullets: int | None = None

    def indent(self, kind: Kind, level: int) -> Indent | None:
        """That of a level counted from 0; there is none for levels that Word does not know."""
        return _indents(kind, self._indented(kind))[level] if level < LEVELS else None

    def _indented(self, kind: Kind) -> tuple[LevelLook, ...]:
        """The look that a kind has its indents from: lists with numbers stand all alike."""
        looks = self.base.looks
        return looks.get(kind) or looks.get(_LIKE.get(kind, kind), ())

    def bullet(self) -> int:
        """The instance of all bulleted lists, which have nothing to restart."""
        if self.bullets is None:
            self.bullets = self._instance(Kind.BULLET, "")
        return self.bullets

    def start(self, kind: Kind, level: int, number: int) -> int:
        """A new instance that counts from `number` on a level counted from 0."""
        override = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{max(number, 0)}"/>'
            "</w:lvlOverride>"
        )
        return self._instance(kind, override)

    def xml(self) -> str:
        """The whole part."""
        base = self.base
        definitions = "".join(
            _definition(kind, key, base.looks.get(kind, ()), _indents(kind, self._indented(kind)))
            for kind, key in self.kinds.items()
        )
        return "".join((base.definitions, definitions, base.instances, *self.instances, base.end))

    def _instance(self, kind: Kind, override: str) -> int:
        definition = self.kinds.setdefault(kind, self.base.free_definition + len(self.kinds))
        key = self.base.free_instance + len(self.instances)
        self.instances.append(
            f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'
        )
        return key


class Numbers:
    """The numbers of one list: they go on while they rise by one and start anew at each jump."""

    def __init__(self, numbering: Numbering, kind: Kind, level: int = 0) -> None:
        self._numbering, self._kind, self._level = numbering, kind, min(level, LEVELS - 1)
        self._expected: int | None = None
        self._opening = ""

    def opening(self, number: int | None) -> str:
        """The numbering of a paragraph with this number, as the XML of its properties."""
        if self._kind is Kind.BULLET:
            return self._opening or self._open(self._numbering.bullet())
        if number is None:
            number = 1 if self._expected is None else self._expected
        if number != self._expected:
            self._open(self._numbering.start(self._kind, self._level, number))
        self._expected = number + 1
        return self._opening

    def _open(self, instance: int) -> str:
        self._opening = (
            f'<w:numPr><w:ilvl w:val="{self._level}"/><w:numId w:val="{instance}"/></w:numPr>'
        )
        return self._opening


@cache
def _definition(
    kind: Kind, key: int, looks: tuple[LevelLook, ...], indents: tuple[Indent, ...]
) -> str:
    own = {level: look.xml for level, look in enumerate(looks)}
    levels = "".join(_level(kind, at, own.get(at, ""), indents[at]) for at in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


@cache
def _indents(kind: Kind, looks: tuple[LevelLook, ...]) -> tuple[Indent, ...]:
    """The indents of all levels; where the template gives none a level stands a step further."""
    step = kind.value[-1]
    own = dict(enumerate(look.indent for look in looks))
    return tuple(own.get(at) or Indent(step * (at + 1), step) for at in range(LEVELS))


def _level(kind: Kind, level: int, look: str, at: Indent) -> str:
    number_format, text, _ = kind.value
    indent = f'<w:pPr><w:ind w:left="{at.left}" w:hanging="{at.hanging}"/></w:pPr>'
    if look:
        before, found, ink = look.partition("<w:rPr")
        return f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>{before}{indent}{found}{ink}</w:lvl>'
    shown = text.format(bullet=_BULLETS[level % len(_BULLETS)], level=level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f"{indent}</w:lvl>"
    )
