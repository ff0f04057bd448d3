"""Footnotes: references in the text, and the part that holds their words."""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from zapis.body import Footnote
from zapis.render.docx.relations import insert_last

_SEPARATOR = (
    '<w:footnote w:type="{kind}" w:id="{key}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
)
EMPTY_FOOTNOTES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    f"{_SEPARATOR.format(kind='separator', key=-1)}"
    f"{_SEPARATOR.format(kind='continuationSeparator', key=0)}"
    "</w:footnotes>"
)
"""The part of a template that has no footnotes: only the lines above them."""

_END = "</w:footnotes>"


class Footnotes(Struct):
    """The footnotes of one document; `offset` is the last identifier that the template uses."""

    known: Mapping[int, Footnote]
    style: str
    offset: int = 0
    referenced: dict[int, None] = field(default_factory=dict)

    def reference(self, number: int, bookmark: Callable[[str, str], str]) -> str:
        """Runs that refer to a footnote: the first time its mark, then a field that repeats it.

        **Why:** Word loses a file in which two marks point at one footnote.
        """
        if number not in self.known:
            return self.number(number)
        if number in self.referenced:
            return self._repeated(number)
        self.referenced[number] = None
        mark = self._run(f'<w:footnoteReference w:id="{self.offset + number}"/>')
        return bookmark(_bookmark_name(number), mark)

    def number(self, number: int, behind: str = "") -> str:
        """The number alone, where Word allows no reference."""
        return self._run(f"<w:t>{number}</w:t>") + _spaced(behind)

    def mark(self) -> str:
        """The number before the words of a footnote."""
        return self._run("<w:footnoteRef/>") + _spaced(" ")

    def xml(self, base: str, words: Callable[[Footnote], str]) -> str:
        """The whole part; `words` makes the paragraphs of a footnote."""
        made = "".join(
            f'<w:footnote w:id="{self.offset + number}">{words(self.known[number])}</w:footnote>'
            for number in self.referenced
        )
        return insert_last(base, made, _END)

    def _repeated(self, number: int) -> str:
        return "".join(
            (
                self._run('<w:fldChar w:fldCharType="begin"/>'),
                self._run(
                    '<w:instrText xml:space="preserve"> NOTEREF '
                    f"{_bookmark_name(number)} \\f \\h </w:instrText>"
                ),
                self._run('<w:fldChar w:fldCharType="separate"/>'),
                self.number(number),
                self._run('<w:fldChar w:fldCharType="end"/>'),
            )
        )

    def _run(self, content: str) -> str:
        return f'<w:r><w:rPr><w:rStyle w:val="{self.style}"/></w:rPr>{content}</w:r>'


def _bookmark_name(number: int) -> str:
    return f"_RefPoznamka{number}"


def _spaced(space: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{space}</w:t></w:r>' if space else ""
