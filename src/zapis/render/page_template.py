"""An office's own page: its text, checked and compiled over the built-in one."""

from collections.abc import Iterator

from jinja2 import Template, TemplateNotFound, TemplateSyntaxError, nodes
from msgspec import Struct

from zapis.render.page_environment import (
    BASE,
    OWN,
    BrokenPage,
    PageEnvironment,
    ReadFile,
    find_active,
)
from zapis.render.page_values import finalize
from zapis.render.templating.failures import TemplateProblem
from zapis.render.templating.inspection import Finding
from zapis.render.templating.syntax import czech_syntax

_LARGEST = 500_000
_TOO_DEEP = (RecursionError, MemoryError, SyntaxError, OverflowError)
_EXTENDS = f'{{% extends "{BASE}" %}}'


class PageTemplate(Struct, frozen=True):
    """A page that can be filled; `lines` are those of its file."""

    template: Template
    lines: tuple[str, ...]


class CompiledPage(Struct, frozen=True):
    """A template, None where it cannot be used, and all that is to be said of it."""

    template: PageTemplate | None
    problems: tuple[TemplateProblem, ...] = ()


def compile_page(data: bytes, read: ReadFile) -> CompiledPage:
    """The template in the bytes of a file; `read` finds what it includes from its own folder."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused("šablona není v kódování UTF-8", "uložte ji jako UTF-8")
    if len(text) > _LARGEST:
        return _refused("šablona je příliš dlouhá", "obrázky uložte do projektu jako loga")
    active = find_active(text)
    if active is not None:
        return CompiledPage(None, (_problem(active, OWN + BASE),))
    return _compiled(text, read)


def _refused(message: str, cure: str) -> CompiledPage:
    return CompiledPage(None, (TemplateProblem(message, cure),))


def _compiled(text: str, read: ReadFile) -> CompiledPage:
    environment = PageEnvironment(text, read, finalize=finalize)
    try:
        tree = environment.parse(text)
        if not any(_is_base(each) for each in tree.find_all(nodes.Extends)):
            return _refused(
                "šablona nezačíná vestavěnou stránkou", f"napište na začátek {_EXTENDS}"
            )
        for name in _included(tree):
            environment.get_template(name)
        made = environment.get_template(OWN + BASE)
    except BrokenPage as broken:
        return CompiledPage(None, tuple(_problem(each, broken.name) for each in broken.findings))
    except TemplateSyntaxError as error:
        finding = Finding(error.lineno, *czech_syntax(error.message or ""))
        return CompiledPage(None, (_problem(finding, error.name or OWN + BASE),))
    except TemplateNotFound as error:
        message = f"vložená šablona „{error.message}“ ve složce sablony není"
        return _refused(message, "vkládat jde soubory .html a .css ze složky sablony")
    except _TOO_DEEP:
        return _refused("šablona je příliš složitá", "rozdělte ji na menší části")
    return CompiledPage(PageTemplate(made, tuple(text.splitlines())))


def _is_base(node: nodes.Extends) -> bool:
    return isinstance(node.template, nodes.Const) and node.template.value == BASE


def _included(tree: nodes.Template) -> Iterator[str]:
    for node in tree.find_all(nodes.Include):
        if isinstance(node.template, nodes.Const) and isinstance(node.template.value, str):
            yield node.template.value


def _problem(finding: Finding, name: str) -> TemplateProblem:
    where = f"řádek {finding.line}"
    part = where if name.startswith(OWN) else f"{name}, {where}"
    return TemplateProblem(finding.message, finding.cure, part)
