"""Names in templates are the same with and without diacritics and in any letter case."""

from jinja2 import nodes

from zapis.czech.folding import fold

_WITH_ATTRIBUTE = frozenset({"selectattr", "rejectattr"})


def fold_names(tree: nodes.Template) -> None:
    """Writes every name of a tree as the vocabulary has it: „{{ Pořadí }}“ is `poradi`."""
    for name in tree.find_all(nodes.Name):
        name.name = fold(name.name)
    for macro in tree.find_all(nodes.Macro):
        macro.name = fold(macro.name)
    for attribute in tree.find_all(nodes.Getattr):
        attribute.attr = fold(attribute.attr)
    for used in tree.find_all(nodes.Filter):
        if used.name in _WITH_ATTRIBUTE:
            _fold_texts(used.args[:1])
        _fold_texts([pair.value for pair in used.kwargs if pair.key == "attribute"])


def _fold_texts(values: list[nodes.Expr]) -> None:
    for value in values:
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            value.value = fold(value.value)
