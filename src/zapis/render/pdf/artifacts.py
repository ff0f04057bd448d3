"""Running headers and footers: text on the first page, decoration wherever they are repeated."""

from typing import Any

import pydyf

from zapis.render.pdf.structure import Structure


def separate_artifacts(structure: Structure) -> None:
    """Put the header and footer of the first page into the structure and mark the others.

    WeasyPrint marks running parts as text but leaves them out of the tree of elements; ISO 14289-1,
    7.1, wants all text to be in the tree or marked as an artifact.
    """
    known = {reference for reference, _ in structure.elements()}
    entries = structure.find(structure.root["ParentTree"])["Nums"]
    owners_of = dict(zip(entries[::2], entries[1::2], strict=True))
    for index, number in enumerate(structure.pdf.pages["Kids"][::3]):
        page = structure.pdf.objects[number]
        owners = owners_of[page["StructParents"]]
        outside = [at for at, owner in enumerate(owners) if owner not in known]
        if index == 0:
            tops = dict.fromkeys(_top(structure, owners[at]) for at in outside)
            kept = [top for top in tops if structure.kind(top) == "/Div"]
            _read_aloud(structure, kept)
            outside = [at for at in outside if _top(structure, owners[at]) not in kept]
        _decorate(structure.find(page["Contents"]), frozenset(outside))
        for at in outside:
            owners[at] = "null"
    _forget(structure)


def _top(structure: Structure, reference: bytes) -> bytes:
    """The ancestor of an element that claims to stand right below the document."""
    document = structure.root["K"][0]
    while (parent := structure.find(reference)["P"]) != document:
        reference = parent
    return reference


def _read_aloud(structure: Structure, running: list[bytes]) -> None:
    """The header before all else, the footer behind it; there is always a footer."""
    kids = [*running[:-1], *structure.document["K"], *running[-1:]]
    structure.adopt(structure.document, structure.root["K"][0], kids)


def _forget(structure: Structure) -> None:
    """Empty the elements that nothing leads to any more."""
    known = {reference for reference, _ in structure.elements()}
    for item in structure.pdf.objects:
        is_element = isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"
        if is_element and item.reference not in known:
            item.clear()


def _decorate(content: Any, numbers: frozenset[int]) -> None:  # noqa: ANN401 - pydyf has no types
    """Mark text of these numbers in the content of a page as an artifact."""
    operations = content.stream
    for at, operation in enumerate(operations):
        if isinstance(operation, dict) and operation.get("MCID") in numbers:
            operations[at - 1] = "/Artifact"
            operations[at] = pydyf.Dictionary({"Type": "/Pagination"})
