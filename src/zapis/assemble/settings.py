"""Make the settings of a workspace from zapis.yaml."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from zapis.assemble.forms import read_form, read_kind
from zapis.assemble.persons import read_persons
from zapis.assemble.projects import read_project
from zapis.assemble.series import read_series
from zapis.codes import AMBIGUOUS_ALIAS, UNKNOWN_FORMAT
from zapis.czech.folding import fold, similar
from zapis.data_tree import DataTree
from zapis.diagnostics import Diagnostic, Label, Outcome, gather
from zapis.model.person import Person
from zapis.model.settings import Settings
from zapis.schema.places import find_place
from zapis.schema.settings import SettingsData
from zapis.schema.validate import read_settings_data
from zapis.source import Span

_DEFAULTS = Settings()
_FORMATS: Mapping[str, str] = MappingProxyType(
    {"html": "html", "docx": "docx", "pdf": "pdf", "word": "docx"}
)
_OVERVIEWS: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in ("xlsx", "html", "csv", "md", "ics", "json")},
        "excel": "xlsx",
        "xls": "xlsx",
        "markdown": "md",
        "ical": "ics",
        "kalendar": "ics",
    }
)


def assemble_settings(tree: DataTree) -> Outcome[Settings]:
    """The settings, with defaults for what zapis.yaml leaves out."""
    checked = read_settings_data(tree)
    data = checked.value
    formats = _read_formats(data.formats, tree, "formaty", _FORMATS)
    overviews = _read_formats(data.overviews, tree, "prehledy", _OVERVIEWS)
    persons = _read_persons(data, tree)
    projects = gather(read_project(key, item, tree) for key, item in data.projects.items())
    known = MappingProxyType({project.key: project for project in projects.value})
    series = gather(read_series(key, item, tree, known) for key, item in data.series.items())
    form = read_form(data, tree, ())
    kinds = gather(read_kind(key, item, tree) for key, item in data.kinds.items())
    settings = Settings(
        organization=" ".join(data.organization.split()),
        formats=formats.value or _DEFAULTS.formats,
        sources=_globs(data.sources) or _DEFAULTS.sources,
        exclude=_globs(data.exclude),
        output=data.output.strip().replace("\\", "/").rstrip("/") or _DEFAULTS.output,
        overviews=overviews.value,
        persons=persons.value,
        series=MappingProxyType({item.key: item for item in series.value}),
        projects=known,
        form=form.value,
        kinds=kinds.value,
    )
    parts = (checked, formats, overviews, persons, projects, series, form, kinds)
    return Outcome(settings, tuple(problem for part in parts for problem in part.diagnostics))


def _read_formats(
    written: Sequence[str], tree: DataTree, key: str, names: Mapping[str, str]
) -> Outcome[tuple[str, ...]]:
    """The formats under a key by their usual names; each of them once."""
    place = find_place(tree.data, (), (key,))
    formats: list[str] = []
    problems: list[Diagnostic] = []
    for index, text in enumerate(written):
        for word in text.replace(",", " ").split():
            known = names.get(fold(word).lstrip("."))
            if known:
                formats.append(known)
            else:
                span = tree.span((*place.path, index))
                problems.append(_unknown_format(word, span, names))
    return Outcome(tuple(dict.fromkeys(formats)), tuple(problems))


def _unknown_format(word: str, span: Span | None, names: Mapping[str, str]) -> Diagnostic:
    near = similar(fold(word), names)
    message = f"formát „{word}“ zapis neumí"
    if near:
        message += f", mysleli jste „{names[near]}“?"
    known = ", ".join(dict.fromkeys(names.values()))
    return Diagnostic(UNKNOWN_FORMAT, message, span, names[near] if near else known)


def _globs(texts: Sequence[str]) -> tuple[str, ...]:
    """Patterns of paths with `/`."""
    return tuple(text.strip().replace("\\", "/") for text in texts if text.strip())


def _read_persons(data: SettingsData, tree: DataTree) -> Outcome[tuple[Person, ...]]:
    place = find_place(tree.data, (), ("osoby",))
    is_list = isinstance(place.node, list)
    read = read_persons(data.persons, tree, place.path, is_list=is_list)
    persons = tuple(person.undated for person in read.persons)
    return Outcome(persons, read.problems + tuple(_ambiguous(persons)))


def _ambiguous(persons: Sequence[Person]) -> Iterator[Diagnostic]:
    """Warnings for names and aliases that two persons have: nobody could tell whom `@` means."""
    owners: dict[str, Person] = {}
    for person in persons:
        for name in dict.fromkeys((person.name, *person.aliases)):
            owner = owners.setdefault(name.lower(), person)
            if owner is not person:
                labels = (Label(owner.span, "první z nich"),) if owner.span else ()
                message = f"jméno „{name}“ mají dvě osoby"
                cure = "připište jedné z nich jiný alias, nebo jednu smažte"
                yield Diagnostic(AMBIGUOUS_ALIAS, message, person.span, cure, labels)
