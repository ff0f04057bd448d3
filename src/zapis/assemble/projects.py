"""Make a project and its obligatory publicity from its part of zapis.yaml."""

from collections.abc import Sequence

from zapis.assemble.paths import read_path
from zapis.data_tree import DataTree, Path
from zapis.diagnostics import Outcome, gather
from zapis.model.settings import Logo, Project
from zapis.schema.places import find_place
from zapis.schema.settings import LogoEntry, ProjectEntry


def read_project(key: str, entry: ProjectEntry, tree: DataTree) -> Outcome[Project]:
    """A project; paths of logos are relative to the folder of zapis.yaml."""
    base = find_place(tree.data, (), ("projekty", key)).path
    above = _read_logos(entry.logos.header, tree, base, "zahlavi")
    below = _read_logos(entry.logos.footer, tree, base, "zapati")
    project = Project(
        key,
        name=" ".join(entry.name.split()),
        number=" ".join(entry.number.split()),
        header=_lines(entry.header),
        footer=_lines(entry.footer),
        header_logos=above.value,
        footer_logos=below.value,
        span=tree.key_span(base),
    )
    return Outcome(project, above.diagnostics + below.diagnostics)


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    """The lines of a text, or the items of a list, without the empty ones."""
    lines = (" ".join(line.split()) for text in texts for line in text.split("\n"))
    return tuple(line for line in lines if line)


def _read_logos(
    items: Sequence[str | LogoEntry], tree: DataTree, base: Path, where: str
) -> Outcome[tuple[Logo, ...]]:
    place = find_place(tree.data, base, ("loga", where))
    is_list = isinstance(place.node, list)
    paths = ((*place.path, index) if is_list else place.path for index in range(len(items)))
    read = gather(_read_logo(item, tree, path) for item, path in zip(items, paths, strict=True))
    return Outcome(tuple(logo for logo in read.value if logo.path), read.diagnostics)


def _read_logo(item: str | LogoEntry, tree: DataTree, path: Path) -> Outcome[Logo]:
    span = tree.span(path)
    if isinstance(item, str):
        inside = read_path(item, "", span)
        return Outcome(Logo(inside.value, span=span), inside.diagnostics)
    file = find_place(tree.data, path, ("soubor",)).path
    inside = read_path(item.path, "", tree.span(file))
    return Outcome(Logo(inside.value, " ".join(item.alt.split()), span), inside.diagnostics)
