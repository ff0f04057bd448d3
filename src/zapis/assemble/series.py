"""Make a series of meetings from its part of zapis.yaml."""

from collections.abc import Mapping

from zapis.assemble.forms import read_form
from zapis.assemble.heading import read_heading
from zapis.assemble.located import locate
from zapis.assemble.persons import read_persons
from zapis.assemble.references import find_project
from zapis.czech.shortening import one_line
from zapis.data_tree import DataTree, Path
from zapis.diagnostics import Diagnostics, Outcome
from zapis.model.settings import Project, Series
from zapis.schema.places import find_place
from zapis.schema.settings import SeriesEntry


def read_series(
    key: str, entry: SeriesEntry, tree: DataTree, projects: Mapping[str, Project]
) -> Outcome[Series]:
    """A series; its project must be one of `projects`."""
    base = find_place(tree.data, (), ("serie", key)).path
    place = find_place(tree.data, base, ("clenove",))
    is_list = isinstance(place.node, list)
    members = read_persons(entry.members, tree, place.path, is_list=is_list)
    project, problems = _read_project(entry.project, tree, base, projects)
    title = find_place(tree.data, base, ("titulek",)).path
    heading = read_heading(locate(tree, title, entry.heading).on_one_line())
    form = read_form(entry, tree, base)
    series = Series(
        key,
        name=one_line(entry.name),
        abbreviation=one_line(entry.abbreviation),
        kind=one_line(entry.kind),
        heading=heading.value,
        organization=one_line(entry.organization),
        members=tuple(member.undated for member in members.persons),
        project=project,
        template=entry.template.strip(),
        span=tree.key_span(base),
        form=form.value,
        template_span=tree.span(find_place(tree.data, base, ("sablona",)).path),
    )
    return Outcome(series, members.problems + problems + heading.diagnostics + form.diagnostics)


def _read_project(
    written: str, tree: DataTree, base: Path, projects: Mapping[str, Project]
) -> tuple[str, Diagnostics]:
    """The key of the project, as `projekty:` has it."""
    if not written.strip():
        return "", ()
    span = tree.span(find_place(tree.data, base, ("projekt",)).path)
    found = find_project(one_line(written), projects, span)
    return found.value.key if found.value else "", found.diagnostics
