"""Templates as people write them in Word, turned into Jinja: the dialect of docxtpl.

A tag `{%p … %}` stands for its whole paragraph, `{%tr … %}` for its table row, `{%tc … %}` for
its cell, `{%r … %}` for its run; `{{p … }}` and the others print a value in place of them.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from zapis.render.templating.failures import TemplateProblem
from zapis.render.templating.filters import PARAGRAPHS, RUNS

_TOKEN = re.compile(
    r"<w:(?P<start>p|tr|tc|r)(?=[ />])[^>]*?(?P<empty>/?)>"
    r"|</w:(?P<end>p|tr|tc|r)>"
    r"|<w:t(?: [^>]*)?(?<!/)>(?P<text>[^<]*)</w:t>"
)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENER = re.compile(r"\{[{%#]")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_ELEMENT_TAG = re.compile(r"\{[{%#](p|tr|tc|r)\s")
_SPECIAL = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b|\{%-|-%\}")
_VARYING = re.compile(r"\{%\s*(?:colspan|vm|hm|tc)\b")
_PRINTED_BRACES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_PRINTED = re.compile("|".join(map(re.escape, _PRINTED_BRACES)))
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))
_QUOTES = str.maketrans("„“”‚‘’", "\"\"\"'''")
_PRINTED_WHOLE = re.compile(r"\{\{(p|r)(?=[\s(\N{NO-BREAK SPACE}])([^{}]*)\}\}")
_MARKS = {"p": PARAGRAPHS, "r": RUNS}
_SHOWN = 40


class TemplateError(ValueError):
    """A template that cannot be used; the message is a Czech clause, `part` names the part."""

    def __init__(self, part: str, message: str, *problems: TemplateProblem) -> None:
        super().__init__(message)
        self.part = part
        self.problems = problems or (TemplateProblem(message, part=part),)


class _Frame(Struct):
    kind: str
    start: int
    tag: str | None = None


def has_tags(xml: str) -> bool:
    """Whether a part holds anything for Jinja; a brace may stand in a run of its own."""
    return any(_OPENER.search(text) for text in _paragraph_texts(xml))


def to_jinja(part: str, xml: str, *, gathered: bool = False) -> str:
    """The source for Jinja of a part of a template; `gathered` says that no tag is cut into runs.

    Raises `TemplateError` for a tag that is not closed in its own paragraph. **Why** first of
    all: docxtpl's regular expressions are quadratic on such tags.
    """
    for text in _paragraph_texts(xml):
        if unclosed := _unclosed(text):
            raise TemplateError(part, f"značka „{unclosed}“ není ve svém odstavci ukončena")
    xml = _PRINTED_WHOLE.sub(_marked, xml)
    expanded = _expand(xml, gathered=gathered)
    source = _patched(xml) if expanded is None else expanded
    source = _PRINTED.sub(lambda found: f"{{{{ '{_PRINTED_BRACES[found[0]]}' }}}}", source)
    return _TAG.sub(_cleaned, source)


def needs_docxtpl(text: str) -> bool:
    """Whether a tag is one of those that only docxtpl understands."""
    return bool(_SPECIAL.search(text))


def has_varying_tables(xml: str) -> bool:
    """Whether loops over cells change the number of columns of a table."""
    return any(_VARYING.search(text) for text in _paragraph_texts(xml))


def mend_tables(xml: str) -> str:
    """A rendered part whose tables have as many columns in their grid as in their rows."""
    from docxtpl import DocxTemplate  # noqa: PLC0415  (110 ms that most documents do not need)
    from lxml import etree  # noqa: PLC0415 (the same)

    return str(etree.tostring(DocxTemplate.fix_tables(None, xml.encode()), encoding="unicode"))


def _marked(tag: re.Match[str]) -> str:
    """A tag whose filter says what it prints; its letter is gone when Jinja reads it."""
    return f"{{{{{tag[1]} ({tag[2].strip()})|{_MARKS[tag[1]]} }}}}"


def _patched(xml: str) -> str:
    from docxtpl import DocxTemplate  # noqa: PLC0415  (see above)

    return str(DocxTemplate.patch_xml(None, xml))


def _paragraph_texts(xml: str) -> Iterator[str]:
    """The text of every paragraph, that of a paragraph inside it (a text box) apart."""
    stack: list[list[str]] = []
    for token in _TOKEN.finditer(xml):
        if token["start"] == "p" and not token["empty"]:
            stack.append([])
        elif token["end"] == "p" and stack:
            yield "".join(stack.pop())
        elif token["text"] and stack:
            stack[-1].append(token["text"])


def _unclosed(text: str) -> str:
    """The beginning of the first tag that is not closed, or nothing."""
    position = 0
    while opener := _OPENER.search(text, position):
        end = text.find(_CLOSERS[opener[0]], opener.end())
        if end < 0:
            return text[opener.start() : opener.start() + _SHOWN]
        position = end + 2
    return ""


def _expand(xml: str, *, gathered: bool) -> str | None:
    """The source where every tag stands whole in one run, else None, which is docxtpl's work.

    **Why:** importing docxtpl costs more than making ten documents, and templates that were
    written with care, such as the built-in one, do not need it.
    """
    out: list[str] = []
    stack: list[_Frame] = []
    position = 0
    for token in _TOKEN.finditer(xml):
        out.append(xml[position : token.start()])
        position = token.end()
        if token["start"] and not token["empty"]:
            stack.append(_Frame(token["start"], len(out)))
        elif token["text"] and not _note_tags(token["text"], stack, gathered=gathered):
            return None
        out.append(token[0])
        if token["end"] and not _close(token["end"], stack, out):
            return None
    return "".join((*out, xml[position:]))


def _note_tags(text: str, stack: list[_Frame], *, gathered: bool) -> bool:
    """Gives tags for a whole element to that element; whether the text is simple enough."""
    rest = _TAG.sub("", text)
    if (not gathered and ("{" in rest or "}" in rest)) or _SPECIAL.search(text):
        return False
    for tag in _TAG.findall(text):
        kind = _ELEMENT_TAG.match(tag)
        if kind and not _give(kind[1], tag, text, stack):
            return False
    return True


def _give(kind: str, tag: str, text: str, stack: list[_Frame]) -> bool:
    frame = next((frame for frame in reversed(stack) if frame.kind == kind), None)
    if frame is None or frame.tag is not None or (kind == "r" and text != tag):
        return False
    frame.tag = f"{tag[:2]} {tag[2 + len(kind) :].lstrip()}"
    return True


def _close(kind: str, stack: list[_Frame], out: list[str]) -> bool:
    """Ends an element; where a tag stands for it, the tag takes its place."""
    if not stack or stack[-1].kind != kind:
        return False
    frame = stack.pop()
    if frame.tag is not None:
        del out[frame.start :]
        out.append(frame.tag)
    return True


def _cleaned(tag: re.Match[str]) -> str:
    """A tag without what Word has made of it: entities, no-break spaces, typographic quotes.

    Quotes are left alone beside straight ones: there they are part of a text.
    """
    words = _ENTITY.sub(lambda found: _ENTITIES[found[0]], tag[0]).replace(
        "\N{NO-BREAK SPACE}", " "
    )
    return words if '"' in words or "'" in words else words.translate(_QUOTES)
