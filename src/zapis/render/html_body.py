"""The body of a document as HTML: sections and footnotes, block by block."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from zapis.body import (
    Blocks,
    Card,
    CodeBlock,
    Conclusion,
    Directive,
    FieldLabel,
    Footnote,
    Group,
    Groups,
    Heading,
    List,
    Paragraph,
    Quote,
    RawTask,
    Resolution,
    Restricted,
    ReviewLine,
    Rule,
    Schedule,
    Table,
    TaskLine,
)
from zapis.czech.folding import fold
from zapis.inline import plain_text
from zapis.render.html_escaping import escape
from zapis.render.html_inlines import reference_id
from zapis.render.html_lists import write_card, write_list, write_schedule, write_table
from zapis.render.html_writer import HtmlWriter
from zapis.render.views import DocumentView
from zapis.render.words import resolution_label, restricted_label

_PARAGRAPH_END = "</p>\n"


def html_writer(view: DocumentView) -> HtmlWriter:
    """The writer of one document."""
    return HtmlWriter(view, _WRITERS)


def write_footnote(writer: HtmlWriter, note: Footnote) -> str:
    """A footnote as a list item, with a way back to every place that refers to it."""
    html = writer.write(note.blocks, 2)
    times = writer.inlines.references.get(note.number, 0)
    links = "".join(f" {_back_link(note.number, time)}" for time in range(1, times + 1))
    if html.endswith(_PARAGRAPH_END):
        html = html.removesuffix(_PARAGRAPH_END) + links + _PARAGRAPH_END
    elif links:
        html += f"<p>{links.strip()}</p>\n"
    return f'<li id="poznamka_{note.number}">{html}</li>\n'


def _back_link(number: int, time: int) -> str:
    label = f"Zpět k odkazu na poznámku {number}" + (f", {time}. místo" if time > 1 else "")
    start = f'<a href="#{reference_id(number, time)}" role="doc-backlink"'
    return f'{start} aria-label="{label}">↩</a>'


def _paragraph(writer: HtmlWriter, node: Paragraph) -> None:
    writer.put(f"<p>{writer.inlines.write(node.children)}</p>\n")


def _task(writer: HtmlWriter, node: TaskLine) -> None:
    anchor = writer.inlines.write_id(writer.view.tasks[node.index].anchor)
    writer.put(f'<p class="ukol"{anchor}>{writer.line(node)}</p>\n')


def _review(writer: HtmlWriter, node: ReviewLine) -> None:
    writer.put(f'<p class="ukol">{writer.line(node)}</p>\n')


def _heading(writer: HtmlWriter, node: Heading) -> None:
    words = writer.inlines.write(node.children)
    if plain_text(node.children).strip():
        writer.heading(words, node.level + 1)
    else:
        writer.put(f"<p>{words}</p>\n")


def _quote(writer: HtmlWriter, node: Quote) -> None:
    writer.wrapped("<blockquote>\n", node.blocks, "</blockquote>\n")


def _code(writer: HtmlWriter, node: CodeBlock) -> None:
    writer.put(f"<pre><code>{escape(node.text)}</code></pre>\n")


def _rule(writer: HtmlWriter, _: Rule) -> None:
    writer.put("<hr>\n")


def _group(writer: HtmlWriter, node: Group) -> None:
    writer.put('<div class="skupina">\n')
    name = writer.inlines.write(node.name)
    writer.titled(name, lambda: writer.blocks(node.blocks))
    writer.put("</div>\n")


def _groups(writer: HtmlWriter, node: Groups) -> None:
    writer.wrapped('<div class="skupiny">\n', node.blocks, "</div>\n")


def _conclusion(writer: HtmlWriter, node: Conclusion) -> None:
    _labelled(writer, "zaver", writer.view.labels["conclusion"], node.blocks)
    writer.put("</div>\n")


def _resolution(writer: HtmlWriter, node: Resolution) -> None:
    labels = writer.view.labels
    _labelled(writer, "usneseni", resolution_label(labels["resolution"], node.number), node.blocks)
    if node.vote:
        label, words = escape(labels["vote"]), escape(node.vote.words)
        writer.put(f'<p class="hlasovani"><strong>{label}:</strong> {words}</p>\n')
    writer.put("</div>\n")


def _restricted(writer: HtmlWriter, node: Restricted) -> None:
    label = escape(restricted_label(writer.view.labels["restricted"], node.reason))
    start = f'<p><strong class="stitek">{label}</strong></p>'
    writer.wrapped(f'<div class="neverejne">\n{start}\n', node.blocks, "</div>\n")


def _labelled(writer: HtmlWriter, name: str, label: str, blocks: Blocks) -> None:
    """The start of a part with a line at its side; its label unless the text opens with it."""
    start = f'<strong class="stitek">{escape(label)}:</strong>'
    first = blocks[0] if blocks else None
    writer.put(f'<div class="{name}">\n')
    if isinstance(first, Paragraph):
        words, blocks = writer.inlines.write(first.children), blocks[1:]
        said = fold(plain_text(first.children)).startswith(fold(label))
        start = words if said else f"{start} {words}"
    writer.put(f"<p>{start}</p>\n")
    writer.blocks(blocks)


def _field_label(writer: HtmlWriter, node: FieldLabel) -> None:
    writer.put(f"<p><strong>{escape(node.label)}:</strong></p>\n")


def _raw_task(writer: HtmlWriter, node: RawTask) -> None:
    writer.put(f"<p>{escape(node.content.text)}</p>\n")


def _directive(writer: HtmlWriter, node: Directive) -> None:
    writer.blocks(node.blocks)


# Keyed by type for speed, which the values cannot express: each takes its own node.
_WRITERS: Mapping[type, Callable[[HtmlWriter, Any], None]] = MappingProxyType(
    {
        Paragraph: _paragraph,
        Heading: _heading,
        List: write_list,
        Table: write_table,
        Quote: _quote,
        CodeBlock: _code,
        Rule: _rule,
        TaskLine: _task,
        ReviewLine: _review,
        Group: _group,
        Groups: _groups,
        Card: write_card,
        Schedule: write_schedule,
        Resolution: _resolution,
        Conclusion: _conclusion,
        Restricted: _restricted,
        # `assemble` leaves these only where they mean nothing; they are printed all the same.
        FieldLabel: _field_label,
        RawTask: _raw_task,
        Directive: _directive,
    }
)
