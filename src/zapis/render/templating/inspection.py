"""Reads the tree of a template without running it: names, kinds of values, statements."""

from collections.abc import Mapping
from types import MappingProxyType

from jinja2 import nodes
from msgspec import Struct, field

from zapis.render.templating.expressions import ALL_FIELDS, shape_of_expression
from zapis.render.templating.fields import Kind, Printing
from zapis.render.templating.filters import PARAGRAPHS, RUNS
from zapis.render.templating.shapes import ANY, LOOP, MACRO, TEXT, VOCABULARY, Shape, member

_REFUSED: Mapping[type, str] = MappingProxyType(
    {
        nodes.Include: "include",
        nodes.Extends: "extends",
        nodes.Block: "block",
        nodes.Import: "import",
        nodes.FromImport: "from",
        nodes.CallBlock: "call",
        nodes.FilterBlock: "filter",
        nodes.ScopedEvalContextModifier: "autoescape",
        nodes.EvalContextModifier: "autoescape",
    }
)
_LOOPED = frozenset({Kind.LIST, Kind.TEXTS, Kind.PICTURES, Kind.OWN, None})


class Finding(Struct, frozen=True):
    """A problem on a line of the source."""

    line: int
    message: str
    cure: str


class Inspector(Struct):
    """Walks through one template; `allowed` are statements that only some formats have.

    `printing` says that tags differ by what they print, as they do in Word; `names` are those
    that the format knows.
    """

    allowed: frozenset[type] = frozenset()
    printing: bool = True
    names: Mapping[str, Shape] = field(default_factory=lambda: VOCABULARY)
    findings: list[Finding] = field(default_factory=list)

    def report(self, node: nodes.Node, message: str, cure: str) -> None:
        """Notes a problem."""
        self.findings.append(Finding(node.lineno or 1, message, cure))

    def body(self, statements: list[nodes.Node], scope: dict[str, Shape]) -> None:
        """Statements one behind the other; names that are set go into the scope."""
        for statement in statements:
            self._statement(statement, scope)

    def _statement(self, statement: nodes.Node, scope: dict[str, Shape]) -> None:
        match statement:
            case nodes.Output():
                self._output(statement, scope)
            case nodes.For():
                self._for(statement, scope)
            case nodes.If():
                self._if(statement, scope)
            case nodes.Assign():
                self._bind(statement.target, self.shape(statement.node, scope), scope)
            case nodes.AssignBlock():
                self._set_block(statement, scope)
            case nodes.With():
                self._with(statement, scope)
            case nodes.Macro():
                self._macro(statement, scope)
            case _ if type(statement) in self.allowed:
                self._allowed(statement, scope)
            case _:
                word = _REFUSED.get(type(statement), "")
                what = f"příkaz „{word}“" if word else "tento příkaz"
                self.report(statement, f"{what} v šabloně nejde použít", ALL_FIELDS)

    def shape(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Shape:
        """The shape of an expression."""
        return shape_of_expression(node, scope, self.report)

    def _allowed(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        if isinstance(node, nodes.Block):
            self.body(node.body, {**scope, "super": MACRO})
        elif isinstance(node, nodes.Include | nodes.Extends):
            named = isinstance(node.template, nodes.Const) and isinstance(node.template.value, str)
            if not named:
                message = "jméno vložené šablony musí být napsáno přímo v uvozovkách"
                self.report(node, message, '{% extends "zapis.html" %}')

    def _bind(self, target: nodes.Node, shape: Shape, scope: dict[str, Shape]) -> None:
        names = target.find_all(nodes.Name) if isinstance(target, nodes.Tuple) else (target,)
        for name in names:
            if isinstance(name, nodes.Name) and not name.name.startswith("_"):
                scope[name.name] = ANY if isinstance(target, nodes.Tuple) else shape
            else:
                self.report(target, "takto hodnotu pojmenovat nejde", "{% set jmeno = hodnota %}")

    def _for(self, node: nodes.For, scope: dict[str, Shape]) -> None:
        listed = self.shape(node.iter, scope)
        if node.recursive:
            self.report(node, "cyklus „recursive“ v šabloně nejde použít", "smažte slovo recursive")
        if listed.kind not in _LOOPED:
            name = listed.name or "hodnota"
            cure = f"{name}.jmena" if listed.kind is Kind.RECORD else ALL_FIELDS
            self.report(node, f"„{name}“ není seznam, cyklus přes ni nejde", cure)
        inner = dict(scope)
        self._bind(node.target, member(listed), inner)
        if node.test is not None:
            self.shape(node.test, inner)
        self.body(node.body, {**inner, "loop": LOOP})
        self.body(node.else_, dict(scope))

    def _if(self, node: nodes.If, scope: dict[str, Shape]) -> None:
        self.shape(node.test, scope)
        self.body(node.body, scope)
        for other in node.elif_:
            self._if(other, scope)
        self.body(node.else_, scope)

    def _set_block(self, node: nodes.AssignBlock, scope: dict[str, Shape]) -> None:
        if node.filter is not None:
            self.report(node, "filtr u příkazu „set“ nejde použít", "{{ jmeno|upper }}")
        self.body(node.body, dict(scope))
        self._bind(node.target, TEXT, scope)

    def _with(self, node: nodes.With, scope: dict[str, Shape]) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.shape(value, scope), inner)
        self.body(node.body, inner)

    def _macro(self, node: nodes.Macro, scope: dict[str, Shape]) -> None:
        if node.name.startswith("_"):
            self.report(node, "jméno makra nesmí začínat podtržítkem", "makro přejmenujte")
        scope[node.name] = MACRO
        for value in node.defaults:
            self.shape(value, scope)
        inner = dict(scope)
        for arg in node.args:
            self._bind(arg, ANY, inner)
        self.body(node.body, inner)

    def _output(self, node: nodes.Output, scope: dict[str, Shape]) -> None:
        for value in node.nodes:
            if not isinstance(value, nodes.TemplateData):
                self._printed(value, scope)

    def _printed(self, node: nodes.Expr, scope: Mapping[str, Shape]) -> None:
        shape = self.shape(node, scope)
        if shape.kind is None or (not self.printing and shape.printing is not Printing.NOT):
            return
        mark = node.name if isinstance(node, nodes.Filter) else ""
        tag = {PARAGRAPHS: Printing.PARAGRAPHS, RUNS: Printing.RUNS}.get(mark, Printing.TEXT)
        plain = shape.kind is Kind.RICH and tag is Printing.TEXT
        if shape.printing is not tag and not plain:
            self.report(node, *_wrongly_printed(shape, tag))


def _wrongly_printed(shape: Shape, tag: Printing) -> tuple[str, str]:
    """The sentence and the cure for a value that its tag cannot print."""
    name = shape.name or "hodnota"
    if shape.printing is Printing.NOT:
        if shape.kind in {Kind.LIST, Kind.RECORD, Kind.OWN}:
            return f"„{name}“ nejde vypsat celé, vypište jeho pole", ALL_FIELDS
        return f"„{name}“ je odpověď ano/ne a nevypisuje se", f"{{% if {name} %}} … {{% endif %}}"
    kind = shape.kind.value if shape.kind else "hodnota"
    cure = f"{shape.printing.value} {name} }}}}"
    if shape.printing is Printing.PARAGRAPHS:
        kind = "odstavce"
        cure += " v odstavci, ve kterém není nic jiného"
    return f"„{name}“ ({kind}) nejde vypsat značkou „{tag.value}“", cure


def inspect(tree: nodes.Template, inspector: Inspector) -> tuple[Finding, ...]:
    """What is wrong with a template, in the order of its lines."""
    inspector.body(tree.body, dict(inspector.names))
    return tuple(sorted(inspector.findings, key=lambda finding: finding.line))
