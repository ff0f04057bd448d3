"""Links: to addresses and files through relationships, inside the document through bookmarks."""

import re
from urllib.parse import urlsplit

from zapis.inline import Link, plain_text
from zapis.render.docx.escaping import attribute
from zapis.render.docx.part import Part
from zapis.render.docx.relations import HYPERLINK
from zapis.render.links import is_safe_href

_NOT_IN_ADDRESS = re.compile(r'[\x00-\x20"<>\\^`{|}\[\]\x7f]|%(?![0-9A-Fa-f]{2})')
_LONGEST_ADDRESS = 2000
_LONGEST_HINT = 250


def link_tag(part: Part, node: Link) -> str:
    """The start tag of a link, or nothing where it cannot lead anywhere."""
    if node.href.startswith("#"):
        anchor = node.href[1:]
        return internal_tag(part, anchor) if anchor in part.document.anchors else ""
    address = usable_address(node.href)
    if not address:
        return ""
    key = part.relations.add(HYPERLINK, address, external=True)
    hint = f' w:tooltip="{attribute(node.title[:_LONGEST_HINT])}"' if node.title else ""
    return f'<w:hyperlink r:id="{key}"{hint} w:history="1">'


def lost_address(node: Link) -> str:
    """The address in parentheses, to stand behind words that cannot be a link."""
    told = node.href.startswith("#") or node.href in plain_text(node.children)
    return "" if told else f" ({node.href})"


def internal_tag(part: Part, anchor: str) -> str:
    """The start tag of a link to a place in the document."""
    return f'<w:hyperlink w:anchor="{part.document.bookmarks.name(anchor)}" w:history="1">'


def usable_address(href: str) -> str:
    """The address as Word accepts it, or nothing where it does not.

    Word calls a file damaged when one of its addresses is malformed or longer than 2,083
    characters.
    """
    if not is_safe_href(href):
        return ""
    address = _NOT_IN_ADDRESS.sub(_percent, href.strip())
    try:
        _ = urlsplit(address).port
    except ValueError:
        return ""
    return address if len(address) <= _LONGEST_ADDRESS else ""


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
