"""Read attachments: their names and the paths of their files within the workspace."""

import re
from collections.abc import Iterator

from zapis.assemble.paths import read_path
from zapis.data_tree import DataTree, Path
from zapis.diagnostics import Outcome
from zapis.model.meeting import Attachment
from zapis.schema.front_matter import AttachmentEntry
from zapis.schema.header import Header, HeaderEntry
from zapis.schema.places import find_place


def read_attachments(
    header: Header, tree: DataTree, source_path: str
) -> Outcome[tuple[Attachment, ...]]:
    """The attachments; whether their files are there is checked elsewhere."""
    entry = header.get("attachments")
    found = [] if entry is None else list(_read(entry, tree, source_path))
    problems = tuple(problem for outcome in found for problem in outcome.diagnostics)
    return Outcome(tuple(outcome.value for outcome in found if outcome.value.name), problems)


def _read(entry: HeaderEntry, tree: DataTree, source_path: str) -> Iterator[Outcome[Attachment]]:
    for index, item in enumerate(entry.items):
        path = entry.item_path(index)
        if isinstance(item, AttachmentEntry):
            yield _read_mapping(item, tree, path, source_path)
        elif isinstance(item, str):
            lines = [item] if entry.is_list else re.split(r"[\n;]", item)
            names = (" ".join(line.split()) for line in lines)
            yield from (Outcome(Attachment(name, span=tree.span(path))) for name in names)


def _read_mapping(
    item: AttachmentEntry, tree: DataTree, path: Path, source_path: str
) -> Outcome[Attachment]:
    file = " ".join(item.file.split())
    name = " ".join(item.name.split()) or re.split(r"[/\\\\]", file)[-1] or file
    if not file:
        return Outcome(Attachment(name, span=tree.span(path)))
    span = tree.span(find_place(tree.data, path, ("soubor",)).path)
    inside = read_path(file, source_path.rpartition("/")[0], span)
    return Outcome(Attachment(name, inside.value, span), inside.diagnostics)
