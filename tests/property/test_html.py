"""Any body in any text gives a page that is well formed and runs nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from html_page import Page
from meetings import ASSETS, WORKING_GROUP
from zapis.body import (
    Block,
    Card,
    CardField,
    CodeBlock,
    Conclusion,
    Footnote,
    Group,
    Groups,
    Heading,
    List,
    ListItem,
    Milestone,
    Paragraph,
    Quote,
    Resolution,
    Restricted,
    ReviewLine,
    Rule,
    Schedule,
    Table,
    TaskLine,
)
from zapis.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Image,
    Inline,
    LineBreak,
    Link,
    Strong,
    TaskMention,
    Text,
)
from zapis.model.meeting import Meeting, Section
from zapis.render.html import render_html
from zapis.render.links import is_safe_href, link_from_output
from zapis.render.view import make_view
from zapis.render.view_inlines import split_back

_PIECES = ("<script>", "</style>", "&amp;", "{{ 7*7 }}", "{%", "]]>", '"', "'", "<!--", "\\", "...")
TEXTS = st.one_of(st.text(max_size=12), st.lists(st.sampled_from(_PIECES), max_size=4).map("".join))
HREFS = st.one_of(
    TEXTS,
    st.sampled_from(["javascript:alert(1)", "JAVA\nSCRIPT:x", "data:,x", "https://e.cz/?a&b"]),
)
_TASKS = len(WORKING_GROUP.tasks)


def _inlines(deeper: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    children = st.lists(deeper, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Emphasis, children),
        st.builds(Strong, children),
        st.builds(Link, HREFS, children, TEXTS),
        st.builds(TaskMention, st.integers(0, _TASKS - 1), children),
    )


INLINES = st.lists(
    st.recursive(
        st.one_of(
            st.builds(Text, TEXTS),
            st.builds(Code, TEXTS),
            st.builds(Image, st.one_of(TEXTS, st.just("mapa.svg")), TEXTS, TEXTS),
            st.builds(FootnoteRef, st.integers(1, 2)),
            st.just(LineBreak()),
        ),
        _inlines,
        max_leaves=6,
    ),
    max_size=3,
).map(tuple)


def _blocks(deeper: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    inside = st.lists(deeper, max_size=3).map(tuple)
    items = st.lists(st.builds(ListItem, inside, st.none() | st.integers(0, 99)), max_size=3)
    styles = st.sampled_from(["bullet", "decimal", "alpha"])
    fields = st.lists(st.builds(CardField, TEXTS, inside), max_size=3).map(tuple)
    return st.one_of(
        st.builds(List, styles, items.map(tuple), st.booleans(), st.sampled_from(".)")),
        st.builds(Quote, inside),
        st.builds(Conclusion, inside),
        st.builds(Restricted, TEXTS, inside),
        st.builds(Group, INLINES, inside),
        st.builds(Groups, inside),
        st.builds(Card, TEXTS, INLINES, fields),
        st.builds(Resolution, TEXTS, inside),
    )


BLOCKS = st.recursive(
    st.one_of(
        st.builds(Paragraph, INLINES),
        st.builds(Heading, st.integers(1, 6), INLINES),
        st.builds(CodeBlock, TEXTS),
        st.builds(TaskLine, st.integers(0, _TASKS - 1), INLINES, st.booleans()),
        st.builds(ReviewLine, st.just(0), INLINES),
        st.builds(lambda cell: Table((cell, ()), ((cell, cell),), ("", "right")), INLINES),
        st.builds(lambda step: Schedule((Milestone(2026, step), Milestone(None, step))), INLINES),
        st.just(Rule()),
    ),
    _blocks,
    max_leaves=8,
)


def _meeting(title: tuple[Inline, ...], blocks: list[Block]) -> Meeting:
    sections = (Section((), tuple(blocks)), Section(title, tuple(blocks), 1))
    notes = tuple(Footnote(number, tuple(blocks[:1])) for number in (1, 2))
    return replace(WORKING_GROUP, sections=sections, footnotes=notes)


@settings(max_examples=60, deadline=None)
@given(INLINES, st.lists(BLOCKS, max_size=4))
def test_any_body_gives_a_well_formed_page(title: tuple[Inline, ...], blocks: list[Block]):
    page = Page(render_html(make_view(_meeting(title, blocks), assets=ASSETS)))
    doubles = len(page.ids) - len(set(page.ids))
    found = (page.faults, page.skipped_levels, page.levels.count(1), doubles)
    assert found == ([], [], 1, 0)


@settings(max_examples=60, deadline=None)
@given(INLINES, st.lists(BLOCKS, max_size=4))
def test_any_body_runs_and_fetches_nothing(title: tuple[Inline, ...], blocks: list[Block]):
    page = Page(render_html(make_view(_meeting(title, blocks), assets=ASSETS)))
    tags = {element.tag for element in page.elements}
    handlers = [name for e in page.elements for name in e.attributes if name.startswith("on")]
    hrefs = [link.attributes["href"] for link in page.find("a")]
    sources = {image.attributes["src"][:11] for image in page.find("img")}
    found = (tags & {"script", "iframe", "object", "link"}, handlers, sources - {"data:image/"})
    assert (found, all(map(is_safe_href, hrefs))) == ((set(), [], set()), True)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_in_a_title_comes_out_as_it_is(text: str):
    meeting = Meeting("", "a.md", heading=f"Zápis {text}.", typography=False)
    words = Page(render_html(make_view(meeting, assets={}))).words("h1")
    assert words == [" ".join(make_view(meeting, assets={}).heading.replace("\u00a0", " ").split())]


@settings(max_examples=100)
@given(HREFS, TEXTS.filter(lambda base: ":" not in base))
def test_any_link_is_safe_or_gone(href: str, base: str):
    made = link_from_output(href, base)
    assert made == "" or (is_safe_href(made) and made.isascii() and " " not in made)


@settings(max_examples=100)
@given(st.lists(st.text(st.sampled_from(".a…"), max_size=6), max_size=5))
def test_cut_lines_give_the_line_again(pieces: list[str]):
    together = "".join(pieces).replace("...", "…")
    cut = split_back(pieces, together)
    assert ("".join(cut), len(cut)) == (together, len(pieces))
