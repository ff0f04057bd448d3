"""The last touch on a PDF: its links, its metadata and its structure."""

from zapis.render.pdf.artifacts import separate_artifacts
from zapis.render.pdf.links import mend_links
from zapis.render.pdf.lists import mend_lists
from zapis.render.pdf.structure import Pdf, Structure


def finish(_document: object, pdf: Pdf) -> None:
    """Mend what WeasyPrint has made, just before it is written."""
    structure = Structure(pdf)
    # Readable metadata let a later build know its own file.
    structure.find(pdf.catalog["Metadata"]).compress = False
    mend_links(structure)
    mend_lists(structure)
    separate_artifacts(structure)
