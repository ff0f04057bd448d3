"""Pictures are there and have a description for those who cannot see them."""

from collections.abc import Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.check.walk import all_inlines
from zapis.diagnostics import Diagnostic
from zapis.inline import Image
from zapis.model.meeting import Meeting
from zapis.model.paths import image_path


def check(meeting: Meeting, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Pictures of the body: their files and their alternative texts."""
    folder = meeting.path.rpartition("/")[0]
    for node in all_inlines(meeting):
        if not isinstance(node, Image):
            continue
        yield from _check_file(node, folder, surroundings)
        if not node.alt.strip():
            message = f"obrázek „{node.src}“ nemá popis"
            cure = f"![co je na obrázku]({node.src})"
            yield Diagnostic(codes.MISSING_ALT_TEXT, message, node.span, cure)


def _check_file(node: Image, folder: str, surroundings: Surroundings) -> Iterator[Diagnostic]:
    path = image_path(folder, node.src)
    if path is None or not surroundings.contains(path):
        message = f"obrázek „{node.src}“ není v pracovní složce, tiskne se jen jeho popis"
        cure = "uložte obrázek do pracovní složky a odkažte na něj cestou"
        yield Diagnostic(codes.UNUSABLE_IMAGE, message, node.span, cure)
    elif not surroundings.exists(path):
        message = f"obrázek „{path}“ neexistuje, tiskne se jen jeho popis"
        cure = "opravte cestu, nebo obrázek do složky doplňte"
        yield Diagnostic(codes.MISSING_IMAGE, message, node.span, cure)
