"""The state of one HTML body while it is written: pieces so far and the depth of headings."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from zapis.body import Block, Blocks, Paragraph, ReviewLine, TaskLine
from zapis.inline import Inlines
from zapis.render.html_escaping import escape
from zapis.render.html_inlines import HtmlInlines, write_mark
from zapis.render.views import DocumentView, ReviewView

_LOWEST_HEADING = 6
_ARROW = "→ "
_TIED_ARROW = "→\N{NO-BREAK SPACE}"

Line = Paragraph | TaskLine | ReviewLine
"""Blocks that are one line of text, and may stand in a list item without a paragraph."""


class HtmlWriter:
    """Collects the HTML of blocks; headings never skip a level.

    `writers` has a function for every type of block. `_base` is the heading that everything
    stands below at the moment, `_level` the last one written.
    """

    def __init__(
        self, view: DocumentView, writers: Mapping[type, Callable[["HtmlWriter", Any], None]]
    ) -> None:
        self.view = view
        self.inlines = HtmlInlines(view)
        self._writers = writers
        self._base = self._level = 1
        self._pieces: list[str] = []

    def write(self, blocks: Blocks, level: int) -> str:
        """The blocks as HTML, below a heading of this level."""
        self._base = self._level = level
        self._pieces = []
        self.blocks(blocks)
        return "".join(self._pieces)

    def put(self, piece: str) -> None:
        """Add finished HTML."""
        self._pieces.append(piece)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Add blocks in their order."""
        for block in blocks:
            self._writers[type(block)](self, block)

    def wrapped(self, start: str, blocks: Blocks, end: str) -> None:
        """Add blocks between two tags."""
        self.put(start)
        self.blocks(blocks)
        self.put(end)

    def heading(self, text: str, level: int, attributes: str = "") -> None:
        """Add a heading as deep as wanted, at most one level below the last."""
        level = min(max(level, self._base + 1), self._level + 1, _LOWEST_HEADING)
        self._level = level
        self.put(f"<h{level}{attributes}>{text}</h{level}>\n")

    def titled(self, title: str, write: Callable[[], None]) -> None:
        """Add a part under a name, which is a heading; behind it the old level holds again."""
        before = self._base, self._level
        if title:
            self.heading(title, self._level + 1, ' class="nazev"')
            self._base = self._level
        write()
        self._base, self._level = before

    def line(self, node: Line) -> str:
        """The words of a paragraph, a task or a review."""
        match node:
            case TaskLine():
                return self._task(node)
            case ReviewLine():
                return self._review(node)
            case _:
                return self.inlines.write(node.children)

    def _task(self, node: TaskLine) -> str:
        """„Zaslat nápady → Eva Horáková; do 20. 3. 2026 (úkol 1, splněno)“."""
        task = self.view.tasks[node.index]
        label = f"<strong>{escape(task.label)}:</strong> " if task.label else ""
        fields = node.fields and task.tail
        told = escape(task.tail).replace(_ARROW, _TIED_ARROW)
        tail = f' <span class="komu">{told}</span>' if fields else ""
        return f"{label}{self.inlines.write(node.children)}{tail}{write_mark(task)}"

    def _review(self, node: ReviewLine) -> str:
        """„Obvolat organizace (Petr Cháb; BC-2026-01-23/2) – splněno: odpovědělo devět“."""
        review = self.view.reviews[node.index]
        facts = f' <span class="cislo">({escape(review.facts)})</span>' if review.facts else ""
        return f"{escape(review.name)}{facts} – {self.said(review, node.children, ': ')}"

    def said(self, review: ReviewView, children: Inlines, joint: str) -> str:
        """The state and what else a meeting says of an older task, with a joint between them."""
        state = f"<strong>{escape(review.status)}</strong>"
        if not children:
            return state
        return f"{state}{'' if review.flows else joint}{self.inlines.write(children)}"
