"""What is in a PDF: its lines by pages, its structure for screen readers, the rest as one text."""

import ctypes
import math
import re
import zlib
from collections.abc import Callable, Iterator

import pytest

from making import meeting_of
from printed_pages import WHY_NO_PDF, pages_text
from zapis.render.formats import FORMATS
from zapis.render.view import make_view
from zapis.render.views import DocumentView

needs_pdf = pytest.mark.skipif(bool(WHY_NO_PDF), reason=WHY_NO_PDF)

_PAGE = re.compile(r"=== strana \d+ ===\n")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)

Tags = tuple[str, list["Tags"]]
"""An element of the structure: its type and its children."""


def view_of(body: str, header: str = "datum: 20. 3. 2026") -> DocumentView:
    """The view of short minutes."""
    return make_view(meeting_of(body, header), assets={})


def pdf_of(body: str, header: str = "datum: 20. 3. 2026") -> bytes:
    """The PDF of short minutes."""
    return FORMATS["pdf"](view_of(body, header))


def page_lines(view: DocumentView) -> list[list[str]]:
    """The lines of every page, running header and footer among them."""
    return [page.splitlines() for page in _PAGE.split(pages_text(view))[1:]]


def objects_text(data: bytes) -> str:
    """All objects that are not part of a page's content, without compression."""
    return "\n".join(text for text in _streams(data) if " BDC" not in text) + data.decode("latin-1")


def _streams(data: bytes) -> Iterator[str]:
    for stream in _STREAM.findall(data):
        try:
            yield zlib.decompress(stream).decode("latin-1")
        except zlib.error:
            continue


def structure_of(data: bytes, page: int = 0) -> list[Tags]:
    """The structure of a page."""
    import pypdfium2  # noqa: PLC0415 - not every developer has it
    from pypdfium2 import raw  # noqa: PLC0415 - the same

    document = pypdfium2.PdfDocument(data)
    tree = raw.FPDF_StructTree_GetForPage(document[page])
    count = raw.FPDF_StructTree_CountChildren(tree)
    return [_tags(raw.FPDF_StructTree_GetChildAtIndex(tree, index)) for index in range(count)]


def _tags(element: object) -> Tags:
    from pypdfium2 import raw  # noqa: PLC0415 - the same

    count = raw.FPDF_StructElement_CountChildren(element)
    children = (raw.FPDF_StructElement_GetChildAtIndex(element, index) for index in range(count))
    name = _utf16(raw.FPDF_StructElement_GetType, element)
    return name, [_tags(child) for child in children if child]


def read_aloud(data: bytes) -> str:
    """All text that the structure leads to, in its order; pictures of one sign as that sign.

    The footer is the last thing that is read, though it stands on the first page.
    """
    import pypdfium2  # noqa: PLC0415 - not every developer has it

    first, *others = map(_spoken_parts, pypdfium2.PdfDocument(data))
    return " ".join([*first[:-1], *(part for parts in others for part in parts), first[-1]])


def _spoken_parts(page: object) -> list[str]:
    """The text of every part of the document that is on a page."""
    marked = _marked_texts(page)
    return [" ".join(_spoken(part, marked)) for part in _parts(page)]


def _parts(page: object) -> list[object]:
    """What stands right below the document: running parts and the body."""
    from pypdfium2 import raw  # noqa: PLC0415 - not every developer has it

    tree = raw.FPDF_StructTree_GetForPage(page)
    children = _children(raw.FPDF_StructTree_GetChildAtIndex(tree, 0))
    return [child for child in children if not isinstance(child, int)]


def gaps(data: bytes) -> list[float]:
    """How far the text of every page is from the running header and from the footer, in points."""
    import pypdfium2  # noqa: PLC0415 - not every developer has it

    return [
        gap
        for number, page in enumerate(pypdfium2.PdfDocument(data))
        for gap in _page_gaps(page, is_first=number == 0)
    ]


def _page_gaps(page: object, *, is_first: bool) -> Iterator[float]:
    from pypdfium2 import raw  # noqa: PLC0415 - not every developer has it

    parts = _parts(page)
    own = {number for part in (parts[-2:-1] if is_first else parts) for number in _numbers(part)}
    items = page.get_objects([raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE])  # type: ignore[attr-defined]
    boxes = [(raw.FPDFPageObj_GetMarkedContentID(item) in own, item.get_bounds()) for item in items]
    top = max(box[3] for is_own, box in boxes if is_own)
    bottom = min(box[1] for is_own, box in boxes if is_own)
    middle = page.get_height() / 2  # type: ignore[attr-defined]
    running = [box for is_own, box in boxes if not is_own]
    yield min((box[1] for box in running if box[1] > middle), default=math.inf) - top
    yield bottom - max(box[3] for box in running if box[1] <= middle)


def _numbers(element: object) -> Iterator[int]:
    """The numbers of all marked content below an element on its page."""
    for child in _children(element):
        yield from (child,) if isinstance(child, int) else _numbers(child)


def _marked_texts(page: object) -> dict[int, list[str]]:
    """The texts of a page by the numbers of their marks; decoration has none."""
    from pypdfium2 import raw  # noqa: PLC0415 - not every developer has it

    text_page = page.get_textpage()  # type: ignore[attr-defined]
    texts: dict[int, list[str]] = {}
    for item in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):  # type: ignore[attr-defined]
        number = raw.FPDFPageObj_GetMarkedContentID(item)
        if number >= 0:
            words = _utf16(raw.FPDFTextObj_GetText, item, text_page)
            texts.setdefault(number, []).append(words)
    return texts


def _spoken(element: object, marked: dict[int, list[str]]) -> Iterator[str]:
    from pypdfium2 import raw  # noqa: PLC0415 - not every developer has it

    words = _utf16(raw.FPDF_StructElement_GetAltText, element)
    if len(words) == 1:
        yield words
    for child in _children(element):
        yield from marked.get(child, []) if isinstance(child, int) else _spoken(child, marked)


def _children(element: object) -> Iterator[object]:
    """The children of an element that are on its page: elements, or the numbers of content."""
    from pypdfium2 import raw  # noqa: PLC0415 - not every developer has it

    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        yield child or raw.FPDF_StructElement_GetChildMarkedContentID(element, index)


def _utf16(get: Callable[..., int], *about: object) -> str:
    """The text that a function of PDFium writes into a buffer."""
    length = get(*about, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    kind = get.argtypes[-2]  # type: ignore[attr-defined]
    get(*about, ctypes.cast(buffer, kind), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def within(tags: list[Tags], kind: str) -> list[Tags]:
    """All elements of a type, outer ones first."""
    return [
        found
        for name, children in tags
        for found in ([(name, children)] if name == kind else []) + within(children, kind)
    ]


def kinds(tags: list[Tags]) -> list[str]:
    """The types of elements side by side."""
    return [name for name, _ in tags]
