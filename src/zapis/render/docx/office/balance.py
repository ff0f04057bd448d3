"""Cycles and conditions of a template: each begins and ends in the same place of the document."""

import re
from collections.abc import Iterator

from msgspec import Struct

from zapis.render.docx.office.placement import Placed, shown
from zapis.render.docx.office.tree import RUN, Element
from zapis.render.templating.failures import TemplateProblem

_STATEMENT = re.compile(r"\{%[-+]?(?:p|tr|tc|r)?[\s\N{NO-BREAK SPACE}]+(\w+)(.*)", re.DOTALL)
_BLOCKS = frozenset({"for", "if", "macro", "with"})
_MIDDLE = {"else": ("for", "if"), "elif": ("if",)}
_MOST_LEVELS = 15
_WORDS = {"for": "cyklus", "if": "podmínka", "macro": "makro", "with": "blok", "set": "blok"}


class _Open(Struct, frozen=True):
    word: str
    item: Placed


def check_blocks(placed: tuple[Placed, ...]) -> Iterator[TemplateProblem]:
    """What is not ended, what ends nothing, and what ends elsewhere than it began."""
    stack: list[_Open] = []
    for item in placed:
        found = _STATEMENT.match(item.tag.words)
        if not found:
            continue
        word = found[1]
        if word in _BLOCKS or (word == "set" and "=" not in found[2]):
            stack.append(_Open(word, item))
            if len(stack) > _MOST_LEVELS:
                yield _problem(
                    "cykly a podmínky jsou do sebe příliš zanořené", "zjednodušte je", item
                )
                return
        elif word in _MIDDLE or (word.startswith("end") and word[3:] in _WORDS):
            problem = _closing(stack, word, item)
            if problem is not None:
                yield problem
                return
    for opened in reversed(stack):
        what = f"{_WORDS[opened.word]} „{shown(opened.item.tag.words)}“ nemá konec"
        yield _problem(what, _ending(opened), opened.item)


def _closing(stack: list[_Open], word: str, item: Placed) -> TemplateProblem | None:
    """What is wrong with `else`, `elif` or an end; the block that it ends is taken off."""
    wanted = _MIDDLE.get(word, (word.removeprefix("end"),))
    if not stack or stack[-1].word not in wanted:
        message = f"značka „{shown(item.tag.words)}“ nemá, k čemu by patřila"
        if not stack:
            return _problem(message, f"doplňte před ni začátek: {{% {wanted[0]} … %}}", item)
        return _problem(message, f"nejdřív ukončete: {_ending(stack[-1])}", item)
    opened = stack[-1].item
    if word.startswith("end"):
        stack.pop()
    if _home(opened) == _home(item):
        return None
    message = (
        f"značky „{shown(opened.tag.words)}“ a „{shown(item.tag.words)}“ nejsou na stejné úrovni"
    )
    return _problem(message, _cure(opened, item), item)


def _home(item: Placed) -> tuple[str, Element | None]:
    """The kind of a tag and what holds its element: cycles repeat what lies between two such."""
    element: Element | None = item.element
    if item.kind == "r":
        element = next(item.tag.element.iterancestors(RUN), None)
    holder = item.line.paragraph if element is None else element.getparent()
    return item.kind, holder


def _cure(opened: Placed, item: Placed) -> str:
    if opened.kind == item.kind == "":
        return (
            "začíná-li v jednom odstavci a končí v jiném, pište {%p … %} v samostatných odstavcích"
        )
    if opened.kind != item.kind:
        return f"pište obě stejně: {{%{opened.kind} … %}}"
    return "dejte obě do téhož textu nebo do téže tabulky"


def _ending(opened: _Open) -> str:
    return f"{{%{opened.item.kind} end{opened.word} %}}"


def _problem(message: str, cure: str, item: Placed) -> TemplateProblem:
    return TemplateProblem(message, cure, place=shown(item.line.text))
