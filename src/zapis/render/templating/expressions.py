"""The shapes of the expressions of a template, and what is wrong in them."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from jinja2 import nodes

from zapis.render.templating.fields import Kind
from zapis.render.templating.filters import FILTER_NAMES, MARKS, TEST_NAMES
from zapis.render.templating.sandbox import LOOP as LOOP_FACTS
from zapis.render.templating.shapes import (
    ANY,
    FLAG,
    NUMBER,
    TEXT,
    TEXTS,
    Shape,
    fields_of,
    member,
    nearest,
)

Scope = Mapping[str, Shape]
Report = Callable[[nodes.Node, str, str], None]
"""Takes the node, the sentence and the cure of a problem."""

ALL_FIELDS = "všechna pole vypíše zapis sablony pole"
_SAME = frozenset({"list", "reverse", "sort", "unique", "select", "reject"})
_CHOOSING = frozenset({"selectattr", "rejectattr"})
_NUMBERS = frozenset({"length", "count"})
_DEFAULTS = frozenset({"default", "d"})
_CALLED_OF_LOOP = MappingProxyType({"cycle": ANY, "changed": FLAG})
_ARITHMETIC = (nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos)
_PLAIN = (nodes.List, nodes.Tuple, nodes.Dict, nodes.Slice, nodes.Pair, nodes.Keyword, nodes.Add)


def shape_of_expression(node: nodes.Node, scope: Scope, report: Report) -> Shape:
    """The shape of an expression; `report` gets everything in it that cannot work."""
    reader = _READERS.get(type(node))
    if reader is not None:
        return reader(node, scope, report)
    parts = [shape_of_expression(part, scope, report) for part in node.iter_child_nodes()]
    if isinstance(node, nodes.Compare | nodes.Not | nodes.Operand):
        return FLAG
    if isinstance(node, _ARITHMETIC):
        return NUMBER
    if isinstance(node, nodes.Concat):
        return TEXT
    if isinstance(node, nodes.And | nodes.Or | nodes.CondExpr):
        return _one_of(parts[1:] if isinstance(node, nodes.CondExpr) else parts)
    if not isinstance(node, _PLAIN):
        report(node, "tento zápis šablony neznají", ALL_FIELDS)
    return ANY


def _one_of(parts: list[Shape]) -> Shape:
    kinds = {(part.kind, part.printing, part.item) for part in parts}
    return parts[0] if len(kinds) == 1 else ANY


def _name(node: nodes.Name, scope: Scope, report: Report) -> Shape:
    if node.name in scope:
        return scope[node.name]
    near = nearest(node.name, scope)
    report(node, f"pole „{node.name}“ neexistuje", f"{{{{ {near} }}}}" if near else ALL_FIELDS)
    return ANY


def _constant(node: nodes.Const, _scope: Scope, _report: Report) -> Shape:
    if isinstance(node.value, bool):
        return FLAG
    if isinstance(node.value, int | float):
        return NUMBER
    return TEXT if isinstance(node.value, str) else ANY


def _attribute(node: nodes.Getattr, scope: Scope, report: Report) -> Shape:
    return _field(node, shape_of_expression(node.node, scope, report), node.attr, report)


def _item(node: nodes.Getitem, scope: Scope, report: Report) -> Shape:
    owner = shape_of_expression(node.node, scope, report)
    shape_of_expression(node.arg, scope, report)
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return _field(node, owner, node.arg.value, report)
    return owner if isinstance(node.arg, nodes.Slice) else member(owner)


def _field(node: nodes.Node, owner: Shape, name: str, report: Report) -> Shape:
    """The shape of a field of a value, where it can have one."""
    if owner.is_loop:
        if name not in LOOP_FACTS:
            near = nearest(name, LOOP_FACTS)
            report(node, f"„loop.{name}“ neexistuje", f"loop.{near}" if near else "loop.index")
        return NUMBER if name.startswith(("index", "revindex", "length", "depth")) else ANY
    if owner.kind in {None, Kind.OWN}:
        return ANY
    fields = fields_of(owner)
    if name in fields:
        return fields[name]
    if owner.kind is Kind.RECORD:
        near = nearest(name, fields)
        known = ", ".join(fields)
        report(node, f"„{name}“ není mezi poli záznamu {owner.name}", near or f"má pole {known}")
    elif owner.kind is Kind.LIST and owner.name:
        report(node, f"pole „{owner.name}“ je seznam a „{name}“ nemá", _loop_over(owner.name))
    else:
        report(node, f"hodnota před „.{name}“ žádné další pole nemá", ALL_FIELDS)
    return ANY


def _loop_over(name: str) -> str:
    return f"{{% for polozka in {name} %}} … {{% endfor %}}"


def _call(node: nodes.Call, scope: Scope, report: Report) -> Shape:
    for part in (*node.args, *node.kwargs):
        shape_of_expression(part, scope, report)
    target = node.node
    if isinstance(target, nodes.Name) and scope.get(target.name, ANY).is_macro:
        return TEXT
    if isinstance(target, nodes.Getattr) and target.attr in _CALLED_OF_LOOP:
        owner = target.node
        if isinstance(owner, nodes.Name) and scope.get(owner.name, ANY).is_loop:
            return _CALLED_OF_LOOP[target.attr]
    report(node, "funkce v šablonách nejde volat", "použijte filtr, třeba {{ nazev|upper }}")
    return ANY


def _filter(node: nodes.Filter, scope: Scope, report: Report) -> Shape:
    if node.node is None or node.dyn_args is not None or node.dyn_kwargs is not None:
        report(node, "tento zápis filtru šablony neznají", "napište {{ hodnota|filtr }}")
        return ANY
    value = _default_of(node, scope, report)
    for part in (*node.args, *node.kwargs):
        shape_of_expression(part, scope, report)
    if node.name in MARKS:
        return value
    if node.name not in FILTER_NAMES:
        near = nearest(node.name, FILTER_NAMES)
        report(
            node, f"filtr „{node.name}“ neexistuje", near or "jde použít " + ", ".join(FILTER_NAMES)
        )
        return ANY
    return _filtered(node, value, report)


def _default_of(node: nodes.Filter, scope: Scope, report: Report) -> Shape:
    """The shape of what is filtered; `default` may stand behind a name that is not there."""
    if node.name in _DEFAULTS and isinstance(node.node, nodes.Name) and node.node.name not in scope:
        return ANY
    return shape_of_expression(node.node, scope, report) if node.node else ANY


def _filtered(node: nodes.Filter, value: Shape, report: Report) -> Shape:
    if node.name in _NUMBERS:
        return NUMBER
    if node.name in {"first", "last"}:
        return member(value)
    if node.name in _SAME | _CHOOSING:
        _check_attributes(node, member(value), report)
        return ANY if value.kind is Kind.TEXT else value
    if node.name == "map":
        _check_attributes(node, member(value), report)
        return TEXTS
    return value if node.name in _DEFAULTS else TEXT


def _check_attributes(node: nodes.Filter, owner: Shape, report: Report) -> None:
    """Names of fields that a filter gets as a text."""
    for name in _attributes(node):
        for each in name.split("."):
            owner = _field(node, owner, each, report)
    names = [arg.value for arg in node.args if isinstance(arg, nodes.Const)]
    tests = (
        names[1:2] if node.name in _CHOOSING else names[:1] * (node.name in {"select", "reject"})
    )
    for test in tests:
        if test not in TEST_NAMES:
            report(node, f"podmínka „{test}“ neexistuje", "jde použít " + ", ".join(TEST_NAMES))


def _attributes(node: nodes.Filter) -> Iterator[str]:
    first = node.args[0] if node.args and node.name in _CHOOSING else None
    named = (pair.value for pair in node.kwargs if pair.key == "attribute")
    for value in (first, *named):
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            yield value.value


def _test(node: nodes.Test, scope: Scope, report: Report) -> Shape:
    if node.name not in TEST_NAMES:
        near = nearest(node.name, TEST_NAMES)
        report(node, f"podmínka „is {node.name}“ neexistuje", near or ", ".join(TEST_NAMES))
    asks = node.name in {"defined", "undefined"} and isinstance(node.node, nodes.Name)
    for part in (*node.args, *node.kwargs) if asks else node.iter_child_nodes():
        shape_of_expression(part, scope, report)
    return FLAG


_READERS: Mapping[type, Callable[..., Shape]] = MappingProxyType(
    {
        nodes.Name: _name,
        nodes.Const: _constant,
        nodes.TemplateData: _constant,
        nodes.Getattr: _attribute,
        nodes.Getitem: _item,
        nodes.Call: _call,
        nodes.Filter: _filter,
        nodes.Test: _test,
    }
)
