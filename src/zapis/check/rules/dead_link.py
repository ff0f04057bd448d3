"""Links and attachments lead to files that are there, and stay inside the workspace."""

from collections.abc import Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.check.walk import all_inlines
from zapis.diagnostics import Diagnostic
from zapis.inline import Link
from zapis.model.meeting import Attachment, Meeting
from zapis.model.paths import local_path, resolve


def check(meeting: Meeting, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Local links of the body, then files of attachments."""
    folder = meeting.path.rpartition("/")[0]
    for node in all_inlines(meeting):
        if isinstance(node, Link) and (path := local_path(node.href)):
            yield from _check_link(node, resolve(folder, path), surroundings)
    for attachment in meeting.attachments:
        if attachment.path:
            yield from _check_attachment(attachment, surroundings)


def _check_link(node: Link, path: str | None, surroundings: Surroundings) -> Iterator[Diagnostic]:
    if path is None or not surroundings.contains(path):
        message = f"odkaz „{node.href}“ vede mimo pracovní složku"
        cure = "zkopírujte soubor do pracovní složky a odkaz opravte"
        yield Diagnostic(codes.LINK_OUTSIDE, message, node.span, cure)
    elif not surroundings.exists(path):
        message = f"soubor „{path}“, na který vede odkaz, neexistuje"
        cure = "opravte cestu v odkazu, nebo soubor do složky doplňte"
        yield Diagnostic(codes.DEAD_LINK, message, node.span, cure)


def _check_attachment(item: Attachment, surroundings: Surroundings) -> Iterator[Diagnostic]:
    if not surroundings.contains(item.path):
        message = f"příloha „{item.path}“ leží mimo pracovní složku"
        cure = "zkopírujte soubor do pracovní složky"
        yield Diagnostic(codes.OUTSIDE_WORKSPACE, message, item.span, cure)
    elif not surroundings.exists(item.path):
        message = f"soubor přílohy „{item.path}“ neexistuje"
        cure = "opravte cestu, nebo soubor do složky doplňte"
        yield Diagnostic(codes.MISSING_ATTACHMENT, message, item.span, cure)
