"""Checking templates before anybody needs them: compiled, then tried on minutes full and empty."""

from collections.abc import Iterable

from msgspec.structs import replace

from zapis.engine.templates.loading import LoadedFile, TemplateReader
from zapis.engine.templates.sample_minutes import empty_view, sample_view
from zapis.render.formats import FORMATS
from zapis.render.templating.failures import TemplateFailure, TemplateProblem
from zapis.render.trial import damage_of


def check_templates(reader: TemplateReader, names: Iterable[str]) -> tuple[LoadedFile, ...]:
    """The files of templates with everything that is to be said of each."""
    return tuple(
        _tried(form, reader.load(form, path))
        for name in names
        for form, path in reader.own.get(name, {}).items()
    )


def _tried(form: str, file: LoadedFile) -> LoadedFile:
    """A file whose template was tried as well, where it could be compiled."""
    if file.failed:
        return file
    for view in (sample_view(), empty_view()):
        try:
            damage = damage_of(form, FORMATS[form](view, file.look))
        except TemplateFailure as failure:
            damage = TemplateProblem(str(failure), failure.cure, place=failure.place)
        if damage is not None:
            return replace(file, problems=(*file.problems, damage))
    return file
