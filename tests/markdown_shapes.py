"""Bodies as one line of text, so that a test of the parser ends in one comparison."""

from zapis import body, inline
from zapis.parse.markdown import ParsedBody, parse_body
from zapis.source import SourceFile, Span


def parse(text: str, *, keep_line_breaks: bool = True) -> ParsedBody:
    """The body that a text makes."""
    return parse_body(SourceFile("a.md", text).whole, keep_line_breaks=keep_line_breaks).value


def shape(text: str, *, keep_line_breaks: bool = True) -> str:
    """The blocks of a text, such as `H1(Úvod) UL(I(P(a)))`, and its footnotes."""
    parsed = parse(text, keep_line_breaks=keep_line_breaks)
    notes = [f"FN{note.number}({blocks_shape(note.blocks)})" for note in parsed.footnotes]
    return " ".join([*filter(None, [blocks_shape(parsed.blocks)]), *notes])


def problems(text: str) -> list[tuple[str, str]]:
    """The diagnostics of a text: code and the words they point at."""
    found = parse_body(SourceFile("a.md", text).whole).diagnostics
    return [(item.code.id, cut(text, item.span or inline.NOWHERE)) for item in found]


def cut(text: str, span: Span) -> str:
    """The words of a span."""
    return text[span.start : span.end]


def blocks_shape(blocks: body.Blocks) -> str:
    """Blocks as text."""
    return " ".join(_block(block) for block in blocks)


def _block(block: body.Block) -> str:
    match block:
        case body.List():
            return _list(block)
        case body.Quote(blocks):
            return f"Q({blocks_shape(blocks)})"
        case body.Table():
            rows = (block.header, *block.rows)
            cells = ";".join("|".join(inlines_shape(cell) for cell in row) for row in rows)
            return f"T({cells})"
        case body.Directive(name, argument, blocks):
            return f"{name} „{argument.text}“({blocks_shape(blocks)})"
    return _leaf(block)


def _leaf(block: body.Block) -> str:
    match block:
        case body.Paragraph(children):
            return f"P({inlines_shape(children)})"
        case body.Heading(level, children):
            return f"H{level}({inlines_shape(children)})"
        case body.CodeBlock(text, language):
            return f"CODE {language}({text})"
        case body.FieldLabel(label):
            return f"LABEL({label})"
        case body.RawTask():
            kind = block.label or f"[{block.box}]"
            return f"TASK {kind}{'!' * block.unusual}({block.content.text})"
        case body.Rule():
            return "HR"
    return type(block).__name__


def _list(block: body.List) -> str:
    kinds = {"bullet": "UL", "decimal": "OL" + block.delimiter, "alpha": "AL" + block.delimiter}
    items = [
        f"{'I' if item.number is None else item.number}({blocks_shape(item.blocks)})"
        for item in block.items
    ]
    return f"{kinds[block.style]}{'' if block.tight else '~'}({' '.join(items)})"


def inlines_shape(nodes: inline.Inlines) -> str:
    """Inline nodes as text: emphasis as `<em x>`, a line break as `⏎`."""
    return "".join(_inline(node) for node in nodes)


def _inline(node: inline.Inline) -> str:
    match node:
        case inline.Emphasis(children):
            return f"<em {inlines_shape(children)}>"
        case inline.Strong(children):
            return f"<b {inlines_shape(children)}>"
        case inline.Strikethrough(children):
            return f"<s {inlines_shape(children)}>"
        case inline.Link(href, children, title):
            return f"<a {href}{'|' * bool(title)}{title} {inlines_shape(children)}>"
        case inline.Marked(kind, children):
            return f"<{kind} {inlines_shape(children)}>"
    return _inline_leaf(node)


def _inline_leaf(node: inline.Inline) -> str:
    match node:
        case inline.Text(text):
            return text
        case inline.Code(text):
            return f"<code {text}>"
        case inline.LineBreak():
            return "⏎"
        case inline.Image(src, alt, title):
            return f"<img {src}{'|' * bool(title)}{title} {alt}>"
        case inline.FootnoteRef(number):
            return f"<fn {number}>"
    return type(node).__name__
