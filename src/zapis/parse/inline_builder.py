"""Makes the nodes of formatted text out of the tokens of one piece of inline Markdown."""

from markdown_it.token import Token
from msgspec import Struct, field

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
    Text,
)
from zapis.parse.markdown_rules.inline_state import InlineState
from zapis.source import MappedText, Span

NESTING = 30
"""How deep nodes are nested; emphasis within that many others is looked through."""


class _Frame(Struct):
    """Nodes of one container; `opening` is None where it leaves no node behind."""

    nodes: list[Inline]
    opening: Token | None = None


class _Builder(Struct):
    text: MappedText
    keep_line_breaks: bool
    frames: list[_Frame] = field(default_factory=lambda: [_Frame([])])
    run: list[str] = field(default_factory=list)
    run_start: int = 0
    run_end: int = 0

    def add(self, token: Token) -> None:
        """Take over one token."""
        start, end = token.map or (0, 0)
        if token.type == "text":
            self._add_text(token.content, start, end)
        elif token.nesting > 0:
            self._open(token)
        elif token.nesting < 0:
            self._close()
        else:
            self._flush()
            self.frames[-1].nodes.append(self._make_leaf(token, start, end))

    def finish(self) -> Inlines:
        """All nodes; what a broken stream left open is closed."""
        while len(self.frames) > 1:
            self._close()
        self._flush()
        return tuple(self.frames[0].nodes)

    def _span(self, start: int, end: int) -> Span:
        if len(self.text.pieces) > 1:
            return self.text.span(start, end)
        # Most texts are a part of one line; this is the only thing done for every token.
        base = self.text.pieces[0][1]
        return Span(base + start, base + end)

    def _add_text(self, content: str, start: int, end: int) -> None:
        if not content:
            return
        if self.run and start != self.run_end:
            self._flush()
        if not self.run:
            self.run_start = start
        self.run.append(content)
        self.run_end = end

    def _flush(self) -> None:
        if self.run:
            span = self._span(self.run_start, self.run_end)
            self.frames[-1].nodes.append(Text("".join(self.run), span))
            self.run.clear()

    def _open(self, token: Token) -> None:
        self._flush()
        if len(self.frames) > NESTING:
            self.frames.append(_Frame(self.frames[-1].nodes))
        else:
            self.frames.append(_Frame([], token))

    def _close(self) -> None:
        self._flush()
        if len(self.frames) > 1:
            frame = self.frames.pop()
            if frame.opening:
                node = self._make_container(frame.opening, tuple(frame.nodes))
                self.frames[-1].nodes.append(node)

    def _make_container(self, token: Token, children: Inlines) -> Inline:
        match token.type:
            case "em_open":
                return Emphasis(children)
            case "strong_open":
                return Strong(children)
            case "s_open":
                return Strikethrough(children)
        start, end = token.map or (0, 0)
        span = self._span(start, end)
        if token.type == "mark_open":
            return Marked(token.info, children, span)
        return Link(str(token.attrs["href"]), children, str(token.attrs["title"]), span)

    def _make_leaf(self, token: Token, start: int, end: int) -> Inline:
        match token.type:
            case "softbreak" if not self.keep_line_breaks:
                return Text(" ", self._span(start, start + 1))
            case "softbreak" | "hardbreak":
                return LineBreak()
            case "text_special":
                return Text(token.content, self._span(start, start + len(token.markup)))
            case "code_inline":
                return Code(token.content)
            case "image":
                source, title = str(token.attrs["src"]), str(token.attrs["title"])
                return Image(source, token.content, title, self._span(start, end))
        return FootnoteRef(token.meta["number"], self._span(start, end))


def build_inlines(state: InlineState) -> Inlines:
    """The nodes of the text that has been read.

    The characters of a `Text` stand one by one in its span, but for an escaped character or an
    entity, which is a `Text` of its own.
    """
    builder = _Builder(state.text, state.notes.keep_line_breaks)
    for token in state.tokens:
        builder.add(token)
    return builder.finish()
