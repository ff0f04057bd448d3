"""From the source of a template to one that can be rendered, or to what is wrong with it."""

from collections.abc import Sequence
from types import CodeType

from jinja2 import Environment, Template, TemplateSyntaxError, nodes
from msgspec import Struct

from zapis.render.templating.failures import TemplateProblem
from zapis.render.templating.folding import fold_names
from zapis.render.templating.inspection import Finding, Inspector, inspect
from zapis.render.templating.syntax import czech_syntax
from zapis.render.templating.weaving import weave

_TOO_DEEP = (RecursionError, MemoryError, SyntaxError, OverflowError)
_DEEP = Finding(1, "šablona je příliš složitá", "rozdělte dlouhé výrazy a zmenšete počet vnoření")


class Compiled(Struct, frozen=True):
    """A template, None where it cannot be used, what is wrong with it, the names it uses."""

    template: Template | None
    findings: tuple[Finding, ...] = ()
    names: frozenset[str] = frozenset()
    code: CodeType | None = None


def compile_source(
    environment: Environment, source: str, inspector: Inspector, *, counted: bool = True
) -> Compiled:
    """The template of a source, inspected first; with its budget woven in if it is `counted`.

    Whatever the source holds, nothing of it is evaluated here.
    """
    try:
        tree = environment.parse(source)
        fold_names(tree)
        if findings := inspect(tree, inspector):
            return Compiled(None, findings)
        names = frozenset(name.name for name in tree.find_all(nodes.Name))
        code = _compiled(environment, tree, counted=counted)
        return Compiled(made_of(environment, code), names=names, code=code)
    except TemplateSyntaxError as error:
        return Compiled(None, (Finding(error.lineno, *czech_syntax(error.message or "")),))
    except _TOO_DEEP:
        return Compiled(None, (_DEEP,))


def made_of(environment: Environment, code: CodeType) -> Template:
    """The template that a code is of."""
    return Template.from_code(environment, code, environment.make_globals(None))


def _compiled(environment: Environment, tree: nodes.Template, *, counted: bool) -> CodeType:
    if counted:
        weave(tree)
    tree.set_environment(environment)
    return environment.compile(tree)


def problems_of(
    findings: Sequence[Finding], part: str, places: Sequence[str]
) -> tuple[TemplateProblem, ...]:
    """The findings as problems; `places` are the words of each line of the source, from line 1."""
    return tuple(
        TemplateProblem(
            finding.message,
            finding.cure,
            part,
            places[finding.line - 1] if 0 < finding.line <= len(places) else "",
        )
        for finding in findings
    )
