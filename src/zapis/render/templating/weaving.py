"""Counting woven into a template's tree: no loop, macro or comparison without its price."""

from jinja2 import nodes

from zapis.render.templating.filters import COUNTED, JOINED, MEASURED, SPENT


def weave(tree: nodes.Template) -> None:
    """Changes the tree so that whatever repeats takes from the budget.

    A loop pays for all its rounds at once, before the first: so many times the parts of its body
    and the text in it. Macros and blocks pay whenever they run, comparisons by what they compare.
    """
    for loop in tree.find_all(nodes.For):
        loop.iter = _filter(loop.iter, COUNTED, *_price(loop))
    bodies: list[nodes.Macro | nodes.Block | nodes.Template] = [tree]
    bodies += [*tree.find_all(nodes.Macro), *tree.find_all(nodes.Block)]
    for body in bodies:
        price = _filter(nodes.Const(""), SPENT, *_price(body))
        body.body.insert(0, nodes.ExprStmt(price))
    for comparison in tree.find_all(nodes.Compare):
        comparison.expr = _measured(comparison.expr)
        for operand in comparison.ops:
            operand.expr = _measured(operand.expr)
    for test in tree.find_all(nodes.Test):
        # What may be undefined must reach these tests as it is.
        if test.name not in {"defined", "undefined"}:
            test.node = _measured(test.node)
            test.args = [_measured(arg) for arg in test.args]
    for member in tree.find_all(nodes.Getitem):
        member.node = _measured(member.node)
    _weave_joints(tree)


def _weave_joints(node: nodes.Node) -> None:
    """Replaces every `a ~ b`, from the inside out."""
    for field, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            setattr(node, field, _without_joint(value))
        elif isinstance(value, list):
            made = [
                _without_joint(item) if isinstance(item, nodes.Node) else item for item in value
            ]
            setattr(node, field, made)


def _without_joint(node: nodes.Node) -> nodes.Node:
    _weave_joints(node)
    return _filter(nodes.List(node.nodes), JOINED) if isinstance(node, nodes.Concat) else node


def _measured(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _filter(node, MEASURED)


def _filter(node: nodes.Node, name: str, *numbers: int) -> nodes.Filter:
    made = nodes.Filter(node, name, [nodes.Const(each) for each in numbers], [], None, None)
    made.set_lineno(node.lineno or 1)
    return made


def _price(node: nodes.Node) -> tuple[int, int]:
    """How many parts there are below a node, and how much text stands between its tags."""
    parts = characters = 0
    waiting = [node]
    while waiting:
        current = waiting.pop()
        parts += 1
        if isinstance(current, nodes.TemplateData):
            characters += len(current.data)
        waiting.extend(current.iter_child_nodes())
    return parts, characters
