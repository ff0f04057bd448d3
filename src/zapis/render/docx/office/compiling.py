"""An office's own Word file, from its bytes to a template that documents are made from."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from zapis.render.docx.dialect import TemplateError
from zapis.render.docx.office.cleaning import undescribed_pictures
from zapis.render.docx.office.draft import (
    Draft,
    check_draft,
    complete_draft,
    finished_parts,
    office_of,
    read_draft,
)
from zapis.render.docx.office.tags import OPENER
from zapis.render.docx.template import WordTemplate, compile_template
from zapis.render.templating.failures import TemplateProblem, Weight

_MOST_COMPILED = 16
_RECORD = frozenset({"telo", "oddily"})
_OWN_STYLES = "Zápis – "
# Styles that nobody ever chooses.
_UNSEEN = frozenset({"Default Paragraph Font", "Normal Table", "No List", "footnote reference"})
_NOT_FILLED = ("word/endnotes.xml", "word/charts/", "word/diagrams/", "word/glossary/")


class OfficeTemplate(Struct, frozen=True):
    """A template, None where it cannot be used, and all that is to be said of it."""

    template: WordTemplate | None
    problems: tuple[TemplateProblem, ...] = ()


@lru_cache(maxsize=_MOST_COMPILED)
def compile_office(data: bytes) -> OfficeTemplate:
    """The template in the bytes of a file, compiled once in a process."""
    try:
        draft = read_draft(data)
    except TemplateError as error:
        return OfficeTemplate(None, error.problems)
    problems = tuple(check_draft(draft))
    return OfficeTemplate(None, problems) if problems else _compiled(draft)


def _compiled(draft: Draft) -> OfficeTemplate:
    try:
        complete_draft(draft)
        template = compile_template(finished_parts(draft), office_of(draft))
    except TemplateError as error:
        named = (replace(each, part=draft.name(each.part)) for each in error.problems)
        return OfficeTemplate(None, tuple(named))
    return OfficeTemplate(template, tuple(_remarks(draft, template)))


def _remarks(draft: Draft, template: WordTemplate) -> Iterator[TemplateProblem]:
    """What does not prevent documents but may not be meant."""
    names = {field.name for part in template.filled for field in part.fields}
    if not names & _RECORD:
        message = "šablona nikde nevypisuje záznam jednání"
        cure = "dejte do samostatného odstavce {{p telo }} nebo {{p cely_zapis }}"
        yield TemplateProblem(message, cure, weight=Weight.WARNING)
    if draft.missing:
        tags = " a ".join(f"{{{{ {name} }}}}" for name in draft.missing)
        message = f"šablona nemá místo pro {tags}, doplní se pod záhlaví"
        cure = "značky konceptu a neveřejného znění dejte do záhlaví, kam chcete"
        yield TemplateProblem(message, cure, weight=Weight.TIP)
    for part in sorted(draft.parts):
        if part.startswith(_NOT_FILLED) and OPENER.search(draft.parts[part].decode()):
            message = "značky v poznámkách na konci, grafech a blocích se nevyplňují"
            cure = "přesuňte je do textu, záhlaví nebo zápatí"
            yield TemplateProblem(message, cure, part, weight=Weight.WARNING)
    for part, root in draft.roots.items():
        for name in undescribed_pictures(root):
            message = f"obrázek „{name}“ nemá popis pro nevidomé"
            cure = "klepněte na něj pravým tlačítkem a zvolte Upravit alternativní text"
            yield TemplateProblem(message, cure, draft.name(part), weight=Weight.WARNING)
    usual = [name for name in draft.added if not name.startswith(_OWN_STYLES)]
    usual = [name for name in usual if name not in _UNSEEN]
    if usual:
        message = f"v šabloně nejsou styly {', '.join(usual)}, doplní se"
        cure = "chcete-li jim dát svou podobu, použijte je v šabloně a upravte"
        yield TemplateProblem(message, cure, weight=Weight.TIP)
