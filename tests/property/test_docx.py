"""Any tree of nodes with any text becomes a sound Word document that says all of it."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from docx_documents import EMPTY_VIEW, full_view
from docx_reading import W, pack, parse_all, parts_of, whole_text, xml_of
from zapis.body import (
    Block,
    Card,
    CardField,
    CodeBlock,
    Conclusion,
    Footnote,
    Group,
    Heading,
    List,
    ListItem,
    Milestone,
    Paragraph,
    Quote,
    Resolution,
    Restricted,
    Rule,
    Schedule,
    Table,
    TaskLine,
    Vote,
)
from zapis.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Image,
    Inline,
    LineBreak,
    Link,
    Strikethrough,
    Strong,
    TaskMention,
    Text,
)
from zapis.render.docx import render_word
from zapis.render.docx.escaping import legal
from zapis.render.views import DocumentView, SectionView

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["{{ 7*7 }}", "{% raw %}", "]]>", "<w:p>", "&amp;", "\x00", "{_{", "ž\u030c", "😀"]
    ),
)
HREFS = st.one_of(WORDS, st.sampled_from(["https://a.cz", "#bod-1", "#x", "javascript:x", "a b"]))


def _inlines(children: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    many = st.lists(children, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Emphasis, many),
        st.builds(Strong, many),
        st.builds(Strikethrough, many),
        st.builds(Link, HREFS, many, WORDS),
        st.builds(TaskMention, st.integers(0, 3), many),
    )


LEAF = st.one_of(
    st.builds(Text, WORDS),
    st.builds(Code, WORDS),
    st.just(LineBreak()),
    st.builds(Image, st.sampled_from(["obrazek.png", "x"]), WORDS),
    st.builds(FootnoteRef, st.integers(1, 3)),
)
INLINES = st.lists(st.recursive(LEAF, _inlines, max_leaves=4), max_size=3).map(tuple)
CELLS = st.lists(INLINES, min_size=1, max_size=4).map(tuple)


def _blocks(children: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    many = st.lists(children, max_size=3).map(tuple)
    items = st.builds(ListItem, many, st.none() | st.integers(0, 99))
    styles = st.sampled_from(["bullet", "decimal", "alpha"])
    fields = st.builds(CardField, WORDS, many)
    return st.one_of(
        st.builds(
            List,
            styles,
            st.lists(items, max_size=3).map(tuple),
            st.booleans(),
            st.sampled_from(".)"),
        ),
        st.builds(Quote, many),
        st.builds(Group, INLINES, many),
        st.builds(Conclusion, many),
        st.builds(Resolution, WORDS, many, st.none() | st.builds(Vote, WORDS)),
        st.builds(Restricted, WORDS, many),
        st.builds(Card, WORDS, INLINES, st.lists(fields, max_size=2).map(tuple)),
    )


SIMPLE = st.one_of(
    st.builds(Paragraph, INLINES),
    st.builds(Heading, st.integers(1, 6), INLINES),
    st.builds(CodeBlock, WORDS),
    st.just(Rule()),
    st.builds(Table, CELLS, st.lists(CELLS, max_size=2).map(tuple), st.just(("right",))),
    st.builds(TaskLine, st.integers(0, 3), INLINES, st.booleans()),
    st.builds(
        Schedule,
        st.lists(
            st.builds(Milestone, st.none() | st.integers(1990, 2050), INLINES), max_size=2
        ).map(tuple),
    ),
)
BLOCKS = st.lists(st.recursive(SIMPLE, _blocks, max_leaves=6), max_size=4).map(tuple)


@st.composite
def views(draw: st.DrawFn) -> DocumentView:
    full = full_view()
    notes = tuple(Footnote(number, draw(BLOCKS)) for number in (1, 2))
    section = SectionView(draw(st.none() | st.integers(1, 9)), draw(INLINES), draw(BLOCKS), "bod-1")
    return replace(
        EMPTY_VIEW,
        heading=draw(WORDS),
        sections=(section,),
        footnotes=notes,
        tasks=full.tasks,
        assets=full.assets,
        footer_text=draw(WORDS),
    )


def _said(node: object) -> list[str]:
    """The words of all texts in a tree, in order."""
    if isinstance(node, tuple):
        return [word for each in node for word in _said(each)]
    if isinstance(node, Text | Code | CodeBlock):
        return [node.text]
    names = ("children", "blocks", "items", "header", "rows", "name", "fields", "milestones")
    return [word for name in names for word in _said(getattr(node, name, ()) or ())]


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@QUICK
@given(views())
def test_every_document_is_well_formed_complete_and_always_the_same(view: DocumentView) -> None:
    data = render_word(view)
    printed = _squeezed(whole_text(data))
    said = [_squeezed(legal(word)) for word in _said(view.sections[0].blocks)]
    cells_end_well = all(cell[-1].tag == f"{W}p" for cell in xml_of(data).iter(f"{W}tc"))
    assert (
        parse_all(data) > 10,
        [word for word in said if word not in printed],
        cells_end_well,
        render_word(view) == data,
    ) == (True, [], True, True)


@QUICK
@given(
    st.dictionaries(
        st.text("abcž/._", min_size=1).filter(lambda n: not n.endswith("/")),
        st.binary(max_size=200),
    )
)
def test_packages_give_back_what_they_hold(parts: dict[str, bytes]) -> None:
    assert parts_of(pack(parts)) == parts
