"""The record of a meeting as a few readable lines, for comparing it with what is expected."""

from collections.abc import Iterator

from zapis import body as b
from zapis import inline as i
from zapis.model.meeting import Meeting, Section

_WRAPS = {i.Emphasis: "i", i.Strong: "b", i.Strikethrough: "s"}


def outline(meeting: Meeting) -> str:
    """Sections, blocks and footnotes, one line each, what is inside indented by two."""
    lines = [line for section in meeting.sections for line in _section(section)]
    for note in meeting.footnotes:
        lines += _labelled(f"pozn. {note.number}", note.blocks)
    return "\n".join(line.rstrip() for line in lines)


def formatted(nodes: i.Inlines) -> str:
    """Formatted text with `<b>`, `<i>` and the like, a line end as `↵`."""
    return "".join(_inline(node) for node in nodes)


def _inline(node: i.Inline) -> str:
    match node:
        case i.Text(text):
            return text
        case i.Code(text):
            return f"<kód>{text}</kód>"
        case i.LineBreak():
            return "↵"
        case i.Link():
            return f"<odkaz {node.href}>{formatted(node.children)}</odkaz>"
        case i.Image():
            return f"<obrázek {node.src}: {node.alt}>"
        case i.FootnoteRef(number):
            return f"<pozn. {number}>"
        case i.Marked(kind):
            return f"<{kind}>{formatted(node.children)}</{kind}>"
        case i.TaskMention(index):
            return f"<úkol {index + 1}>{formatted(node.children)}</úkol>"
        case _:
            tag = _WRAPS[type(node)]
            return f"<{tag}>{formatted(node.children)}</{tag}>"


def _section(section: Section) -> Iterator[str]:
    agenda = "" if section.agenda is None else f" (bod {section.agenda + 1})"
    number = "" if section.number is None else f"{section.number}. "
    if section.title:
        made = " (doplněno)" if section.made else ""
        yield f"# {number}{formatted(section.title)}{agenda}{made}"
    yield from _blocks(section.blocks)


def _blocks(blocks: b.Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: b.Block) -> Iterator[str]:
    match block:
        case b.Paragraph(children):
            yield formatted(children)
        case b.Heading(level, children):
            yield f"{'#' * level} {formatted(children)}"
        case b.List():
            for item in block.items:
                yield from _labelled(_bullet(block, item), item.blocks, joint=" ")
        case b.Table():
            yield "| " + " | ".join(formatted(cell) for cell in block.header)
            for row in block.rows:
                yield "- " + " | ".join(formatted(cell) for cell in row)
        case b.Schedule(milestones):
            for step in milestones:
                yield f"milník {step.year or 'bez roku'}: {formatted(step.children)}"
        case _:
            yield from _line_or_part(block)


def _line_or_part(block: b.Block) -> Iterator[str]:
    match block:
        case b.CodeBlock(text):
            lines = tuple(b.Paragraph((i.Text(line),)) for line in text.split("\n"))
            yield from _labelled("kód", lines)
        case b.Rule():
            yield "čára"
        case b.TaskLine():
            fields = " → pole" if block.fields else ""
            yield f"úkol {block.index + 1}: {formatted(block.children)}{fields}"
        case b.ReviewLine():
            yield f"kontrola {block.index + 1}: {formatted(block.children)}"
        case b.Card():
            yield f"karta {block.number or '–'} {formatted(block.name)}"
            for field in block.fields:
                yield from _indented(_labelled(field.label or "bez štítku", field.blocks))
        case _:
            yield from _part(block)


def _part(block: b.Block) -> Iterator[str]:
    match block:
        case b.Quote():
            yield from _labelled("citát", block.blocks)
        case b.Groups():
            yield from _labelled("skupiny", block.blocks)
        case b.Group():
            yield from _labelled(f"skupina {formatted(block.name)}", block.blocks)
        case b.Resolution():
            yield from _labelled(f"usnesení {block.number or '–'}", block.blocks)
            if block.vote:
                yield f"  {_vote(block.vote)}"
        case b.Conclusion():
            yield from _labelled("závěr", block.blocks)
        case b.Restricted():
            yield from _labelled(f"neveřejné {block.reason or '–'}", block.blocks)
        case _:
            yield f"?{type(block).__name__}"


def _vote(vote: b.Vote) -> str:
    numbers = [vote.in_favour, vote.against, vote.abstained]
    read = ", ".join("–" if number is None else str(number) for number in numbers)
    return f"hlasování {read}{', jednomyslně' if vote.unanimous else ''} („{vote.words}“)"


def _bullet(block: b.List, item: b.ListItem) -> str:
    if block.style == "bullet" or item.number is None:
        return "•"
    number = chr(ord("a") + item.number - 1) if block.style == "alpha" else str(item.number)
    return f"{number}{block.delimiter}"


def _labelled(label: str, blocks: b.Blocks, joint: str = ": ") -> Iterator[str]:
    """The first line of the blocks behind the label, the others indented below."""
    lines = list(_blocks(blocks))
    first = lines[0] if lines else ""
    yield f"{label}{joint}{first}".rstrip()
    yield from _indented(iter(lines[1:]))


def _indented(lines: Iterator[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines)
