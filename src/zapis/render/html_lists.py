"""Lists, tables, schedules and activity cards as HTML."""

from types import MappingProxyType

from zapis.body import (
    Card,
    CardField,
    List,
    ListItem,
    Paragraph,
    ReviewLine,
    Schedule,
    Table,
    TaskLine,
)
from zapis.inline import Inlines
from zapis.render.html_escaping import escape
from zapis.render.html_writer import HtmlWriter

# With more columns a table asks for room, with still more for small type.
_WIDE_TABLE = 4
_WIDEST_TABLE = 7
_ALIGNED = MappingProxyType({"center": ' class="stred"', "right": ' class="vpravo"'})


def write_list(writer: HtmlWriter, node: List) -> None:
    """A list; where the author's numbers do not count on, items carry their own."""
    tag = "ul" if node.style == "bullet" else "ol"
    first = node.items[0].number if node.items else None
    expected = 1 if first is None else first
    writer.put(f"<{tag}{_list_attributes(node, tag, expected)}>\n")
    for item in node.items:
        value = ""
        if tag == "ol" and item.number is not None and item.number != expected:
            value, expected = f' value="{item.number}"', item.number
        expected += 1
        _write_item(writer, item, value, tight=node.tight)
    writer.put(f"</{tag}>\n")


def _list_attributes(node: List, tag: str, first: int) -> str:
    is_tasks = all(
        item.blocks and isinstance(item.blocks[0], TaskLine | ReviewLine) for item in node.items
    )
    names = ["ukoly"] if is_tasks else []
    attributes = ""
    if tag == "ol":
        names += ["zavorka"] if node.delimiter == ")" else []
        attributes += ' type="a"' if node.style == "alpha" else ""
        attributes += f' start="{first}"' if first != 1 else ""
    return (f' class="{" ".join(names)}"' if names else "") + attributes


def _write_item(writer: HtmlWriter, item: ListItem, value: str, *, tight: bool) -> None:
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, TaskLine):
        value += ' class="ukol"'
        value += writer.inlines.write_id(writer.view.tasks[first.index].anchor)
    elif isinstance(first, ReviewLine):
        value += ' class="ukol"'
    writer.put(f"<li{value}>")
    rest = item.blocks
    if isinstance(first, Paragraph | TaskLine | ReviewLine):
        words, rest = writer.line(first), rest[1:]
        writer.put(words if tight else f"<p>{words}</p>")
        if rest:
            writer.put("\n")
    writer.blocks(rest)
    writer.put("</li>\n")


def write_table(writer: HtmlWriter, node: Table) -> None:
    """A table in a frame that can be scrolled by keyboard where the page is narrow."""
    columns = len(node.header)
    names = "siroka nejsirsi" if columns > _WIDEST_TABLE else "siroka"
    wide = f' class="{names}"' if columns > _WIDE_TABLE else ""
    writer.put('<div class="posuv" role="group" tabindex="0" aria-label="Tabulka">\n')
    writer.put(f"<table{wide}>\n")
    if any(node.header):
        cells = _cells(writer, node.header, node.aligns, "th")
        writer.put(f"<thead><tr>{cells}</tr></thead>\n")
    writer.put("<tbody>\n")
    for row in node.rows:
        writer.put(f"<tr>{_cells(writer, row, node.aligns, 'td')}</tr>\n")
    writer.put("</tbody>\n</table>\n</div>\n")


def _cells(
    writer: HtmlWriter, cells: tuple[Inlines, ...], aligns: tuple[str, ...], tag: str
) -> str:
    """A row; an empty cell is never a header, which would name nothing."""
    written = []
    for index, cell in enumerate(cells):
        align = _ALIGNED.get(aligns[index], "") if index < len(aligns) else ""
        name = tag if cell else "td"
        scope = ' scope="col"' if name == "th" else ""
        written.append(f"<{name}{scope}{align}>{writer.inlines.write(cell)}</{name}>")
    return "".join(written)


def write_schedule(writer: HtmlWriter, node: Schedule) -> None:
    """Steps with their years in front."""
    dated = any(step.year is not None for step in node.milestones)
    writer.put('<ul class="milniky">\n' if dated else "<ul>\n")
    for step in node.milestones:
        year = f'<strong class="rok">{step.year}</strong> ' if step.year is not None else ""
        writer.put(f"<li>{year}<span>{writer.inlines.write(step.children)}</span></li>\n")
    writer.put("</ul>\n")


def write_card(writer: HtmlWriter, node: Card) -> None:
    """An activity card: its title as a heading, its fields as a table of two columns."""
    number = f"{escape(node.number)} " if node.number else ""
    title = (number + writer.inlines.write(node.name)).strip()
    writer.put('<div class="karta">\n')
    writer.titled(title, lambda: _write_fields(writer, node.fields))
    writer.put("</div>\n")


def _write_fields(writer: HtmlWriter, fields: tuple[CardField, ...]) -> None:
    if not fields:
        return
    across = ' colspan="2"' if any(field.label for field in fields) else ""
    writer.put("<table>\n<tbody>\n")
    for field in fields:
        label = f'<th scope="row">{escape(field.label)}</th><td>'
        start = label if field.label else f"<td{across}>"
        writer.wrapped(f"<tr>{start}", field.blocks, "</td></tr>\n")
    writer.put("</tbody>\n</table>\n")
