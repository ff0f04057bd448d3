"""Inline nodes typeset as one text, their links seen from the output's place."""

from collections.abc import Callable, Iterator

from zapis.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Marked,
    Strikethrough,
    Strong,
    TaskMention,
    Text,
)
from zapis.render.links import link_from_output

# What stands for code, pictures and addresses while a line is typeset: a word that stays a word.
_OPAQUE = "qq"
_ADDRESS_STARTS = ("http://", "https://", "mailto:", "www.")


class InlineTypesetter:
    """Typesets inline nodes with `typeset`; `base` leads from the output to the source."""

    def __init__(self, typeset: Callable[[str], str], base: str) -> None:
        self._typeset = typeset
        self._base = base

    def paragraph(self, children: Inlines) -> Inlines:
        """The nodes of one paragraph, typeset line by line."""
        if not children:
            return ()
        if len(children) == 1 and isinstance(node := children[0], Text):
            return (Text(self._typeset(node.text), node.span),)
        lines: list[list[str]] = [[]]
        _collect(children, lines)
        texts = iter([text for line in lines for text in self._line(line)])
        return self._rebuild(children, texts)

    def _line(self, pieces: list[str]) -> list[str]:
        """The pieces of a line, typeset together.

        **Why:** a quote that opens before bold type closes behind it.
        """
        return split_back(pieces, self._typeset("".join(pieces)))

    def _rebuild(self, children: Inlines, texts: Iterator[str]) -> Inlines:
        made: list[Inline] = []
        for node in children:
            match node:
                case Text():
                    made.append(Text(next(texts), node.span))
                case Emphasis() | Strong() | Strikethrough():
                    made.append(type(node)(self._rebuild(node.children, texts)))
                case Link():
                    made.extend(self._link(node, texts))
                case Marked():
                    made.append(Marked(node.kind, self._rebuild(node.children, texts), node.span))
                case TaskMention():
                    inner = self._rebuild(node.children, texts)
                    made.append(TaskMention(node.index, inner, node.span))
                case Code() | Image():
                    next(texts)
                    made.append(node)
                case _:
                    made.append(node)
        return tuple(made)

    def _link(self, node: Link, texts: Iterator[str]) -> Inlines:
        """The link, or only its text where it may not be followed."""
        if _is_address(node):
            next(texts)
            children = node.children
        else:
            children = self._rebuild(node.children, texts)
        href = link_from_output(node.href, self._base)
        return (Link(href, children, node.title, node.span),) if href else children


def split_back(pieces: list[str], together: str) -> list[str]:
    """The typeset line cut where its pieces met; typography only shortens `...` to an ellipsis."""
    line = "".join(pieces)
    same_length = len(line) == len(together)
    cut: list[str] = []
    read = written = 0
    end = 0
    for piece in pieces:
        end += len(piece)
        start = written
        if same_length:
            written = end
        while read < end and not same_length:
            shortened = together[written : written + 1] == "…" and line.startswith("...", read)
            read += 3 if shortened else 1
            written += 1
        cut.append(together[start:written])
    return cut


def _collect(children: Inlines, lines: list[list[str]]) -> None:
    """The texts of inline nodes, as `_rebuild` asks for them, line by line."""
    for node in children:
        match node:
            case Text(text):
                lines[-1].append(text)
            case LineBreak():
                lines.append([])
            case Code() | Image():
                lines[-1].append(_OPAQUE)
            case FootnoteRef():
                pass
            case Link() if _is_address(node):
                lines[-1].append(_OPAQUE)
            case _:
                _collect(node.children, lines)


def _is_address(node: Link) -> bool:
    """Whether the text of a link is the address itself, which typography must not touch."""
    match node.children:
        case (Text(text),):
            return text.startswith(_ADDRESS_STARTS) or node.href.removeprefix("mailto:") == text
        case _:
            return False
