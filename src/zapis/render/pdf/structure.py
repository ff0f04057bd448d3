"""The tree of structure elements that a PDF carries for screen readers (ISO 32000-1, 14.7)."""

from collections.abc import Iterator
from typing import Any, Protocol

import pydyf

Node = dict[str, Any]
"""A structure element: `S` is its type (`/LI`), `P` its parent, `K` its kids."""

Kid = int | bytes
"""The number of marked content on the page `Pg`, or a reference to an element or annotation."""


class Pdf(Protocol):
    """A PDF before it is written, as pydyf makes it; references are `b"12 0 R"`."""

    objects: list[Any]
    catalog: dict[str, Any]
    pages: dict[str, Any]

    def add_object(self, item: object) -> None:
        """Give an object its number."""


class Structure:
    """The structure of one PDF."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.root: Node = self.find(pdf.catalog["StructTreeRoot"])
        self.document: Node = self.find(self.root["K"][0])

    def find(self, reference: bytes) -> Any:  # noqa: ANN401 - objects of a PDF have many types
        """What a reference leads to."""
        return self.pdf.objects[int(reference.split()[0])]

    def node(self, kid: Kid) -> Node | None:
        """The element that a kid is; None for marked content and annotations."""
        found = None if isinstance(kid, int) else self.find(kid)
        return found if found is not None and found.get("Type") == "/StructElem" else None

    def is_annotation(self, kid: Kid) -> bool:
        """Whether a kid is a reference to an annotation, such as a link."""
        return not isinstance(kid, int) and bool(self.find(kid).get("Type") == "/OBJR")

    def kind(self, kid: Kid) -> str:
        """The type of a kid, empty where it is no element."""
        found = self.node(kid)
        return str(found["S"]) if found else ""

    def elements(self) -> Iterator[tuple[bytes, Node]]:
        """All elements below the document with their references, parents first."""
        waiting: list[Kid] = [self.root["K"][0]]
        while waiting:
            kid = waiting.pop()
            found = self.node(kid)
            if found is not None and not isinstance(kid, int):
                yield kid, found
                waiting += reversed(found["K"])

    def adopt(self, parent: Node, reference: bytes, kids: list[Kid]) -> None:
        """Make these the kids of an element."""
        parent["K"] = pydyf.Array(kids)
        for kid in kids:
            child = self.node(kid)
            if child is not None:
                child["P"] = reference

    def make(self, kind: str, parent: bytes, like: Node, kids: list[Kid]) -> bytes:
        """A new element on the page of another."""
        made = pydyf.Dictionary({"Type": "/StructElem", "S": kind, "P": parent, "Pg": like["Pg"]})
        self.pdf.add_object(made)
        reference: bytes = made.reference
        self.adopt(made, reference, kids)
        return reference
