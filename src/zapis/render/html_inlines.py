"""Inline nodes as HTML."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from zapis.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Image,
    Inlines,
    LineBreak,
    Link,
    Marked,
    Strikethrough,
    Strong,
    TaskMention,
    Text,
)
from zapis.model.assets import Asset
from zapis.render.html_escaping import escape
from zapis.render.links import is_safe_href
from zapis.render.views import DocumentView, TaskView


class HtmlInlines:
    """Writes inline nodes of one document; counts references so that every id is unique."""

    def __init__(self, view: DocumentView) -> None:
        self.view = view
        self.references: dict[int, int] = {}
        self._footnotes = frozenset(note.number for note in view.footnotes)
        self._anchors: set[str] = set()
        self._copying = False
        self._linking = False

    def write(self, children: Inlines) -> str:
        """The nodes as HTML."""
        if len(children) == 1 and isinstance(node := children[0], Text):
            return escape(node.text)
        return "".join([_WRITERS[type(node)](self, node) for node in children])

    def write_copy(self, children: Inlines) -> str:
        """The nodes once more at another place, without ids and footnotes."""
        self._copying = True
        try:
            return self.write(children)
        finally:
            self._copying = False

    def write_link(self, node: Link) -> str:
        """A link; only its text where it may not be followed or stands in another link."""
        if self._linking or not is_safe_href(node.href):
            return self.write(node.children)
        self._linking = True
        text = self.write(node.children)
        self._linking = False
        title = f' title="{escape(node.title)}"' if node.title else ""
        return f'<a href="{escape(node.href)}"{title}>{text}</a>'

    def write_image(self, node: Image) -> str:
        """A picture, or the words that stand for one that is not there."""
        asset = self.view.assets.get(node.src)
        if asset is None:
            return escape(node.alt or node.src)
        title = f' title="{escape(node.title)}"' if node.title else ""
        return write_image(asset, node.alt, title)

    def write_footnote(self, node: FootnoteRef) -> str:
        """The number of a footnote, a link to it."""
        number = node.number
        if self._copying:
            return ""
        if self._linking or number not in self._footnotes:
            return f"<sup>{number}</sup>"
        self.references[number] = times = self.references.get(number, 0) + 1
        return (
            f'<sup><a id="{reference_id(number, times)}" href="#poznamka_{number}"'
            f' role="doc-noteref" aria-label="Poznámka {number}">{number}</a></sup>'
        )

    def write_mention(self, node: TaskMention) -> str:
        """A task in running text, its number behind it."""
        task = self.view.tasks[node.index]
        text = self.write(node.children)
        if self._copying:
            return text
        return f'<span class="ukol"{self.write_id(task.anchor)}>{text}</span> {write_number(task)}'

    def write_id(self, anchor: str) -> str:
        """The attribute of an anchor, the first time that it is asked for."""
        if anchor in self._anchors:
            return ""
        self._anchors.add(anchor)
        return f' id="{anchor}"'


def write_number(task: TaskView) -> str:
    """„(úkol 1)“ or „(úkol 1, splněno)“."""
    status = f", <strong>{escape(task.status)}</strong>" if task.status else ""
    return f'<span class="cislo">({escape(task.short)}{status})</span>'


def write_mark(task: TaskView) -> str:
    """Number and state behind a task that stands alone, without the number if its label says it."""
    if not task.says_number:
        return f" {write_number(task)}"
    status = f"(<strong>{escape(task.status)}</strong>)"
    return f' <span class="cislo">{status}</span>' if task.status else ""


def write_image(asset: Asset, alt: str, attributes: str = "") -> str:
    """An image with its bytes inside, so that nothing is fetched and no script in it runs."""
    data = b64encode(asset.data).decode("ascii")
    return (
        f'<img src="data:{escape(asset.media_type)};base64,{data}" alt="{escape(alt)}"'
        f' width="{asset.width}" height="{asset.height}"{attributes}>'
    )


def reference_id(number: int, times: int) -> str:
    """The id of a place that refers to a footnote, for the way back."""
    return f"odkaz_{number}" if times == 1 else f"odkaz_{number}_{times}"


# Keyed by type for speed, which the values cannot express: each takes its own node.
_WRITERS: Mapping[type, Callable[[HtmlInlines, Any], str]] = MappingProxyType(
    {
        Text: lambda _, node: escape(node.text),
        Emphasis: lambda self, node: f"<em>{self.write(node.children)}</em>",
        Strong: lambda self, node: f"<strong>{self.write(node.children)}</strong>",
        Strikethrough: lambda self, node: f"<s>{self.write(node.children)}</s>",
        Code: lambda _, node: f"<code>{escape(node.text)}</code>",
        LineBreak: lambda _self, _node: "<br>\n",
        Marked: lambda self, node: self.write(node.children),
        Link: HtmlInlines.write_link,
        Image: HtmlInlines.write_image,
        FootnoteRef: HtmlInlines.write_footnote,
        TaskMention: HtmlInlines.write_mention,
    }
)
