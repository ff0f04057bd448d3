"""Whatever an author writes into a header, it is read without an exception and in its place."""

import yaml
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from zapis.data_tree import Data, DataTree, Path
from zapis.parse.yaml_nodes import read_yaml
from zapis.source import MappedText, Region, SourceFile

PIECES = st.sampled_from(
    [
        *("nazev", "datum", "Eva Horáková", "20. 3.", "x", "null", "\U0001f600", "ě", "C:\\d"),
        *(":", ": ", " ", "  ", "\n", "\n", "\n", "\n  ", "\n  - ", "\n- ", "- ", "\n\n", "\t"),
        *('"', "'", "[", "]", "{", "}", ",", ", ", "#", " # x", "@", "*", "&a ", "*a", "!", "%"),
        *("|\n  ", ">\n  ", "„", "“", "•", "– ", "\\", "\\n", "? ", "---", "...", "<<", "`", "~"),
        *("\na: b", "\nmisto: ", "\npritomni:", "\u00a0", "\u2028", "\ufeff", "\x07", "{a: b}"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=20).map("".join), st.text(max_size=40))
PLAIN_PIECES = st.lists(
    st.sampled_from(
        [
            *("a", "bc", "Eva", "ž", "1", ": ", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", ", "),
            *("\nk: ", "\nm:", "\n  n: ", "[", "]", "{", "}", '"', "'", " ", "|\n   ", "# "),
        ]
    ),
    max_size=16,
).map("".join)
WORDS = st.text(st.sampled_from("abcžšě 0123.,–()"), min_size=1, max_size=12).map(
    lambda text: f"x{text}x"
)
BROKEN = st.sampled_from(
    [
        *("a: b: c", "a: @x", 'a: "x', "a: [x", "a: {x", 'a: "x" y', "ab:x", "a: 'x", "a: *x*"),
        *('a: "C:\\d"', "a:\n\t- b", "a:\n  - b\n c", "a:\n  b: c\n d: e", "@x: y", "a: - b"),
        *("a: „b: c“", "a: %x", "a: |x", "a:\n  - b: c: d", "a: [x #y]", "a: !x y", "a: &x y"),
    ]
)

# Line ends of Unicode, which become the ordinary one.
LINE_ENDS = str.maketrans("\u2028\u2029\u0085", "\n\n\n")


def read(text: str) -> tuple[DataTree, str, list[tuple[int, int]]]:
    """The tree, the source behind which and before which something stands, and the problems."""
    source = SourceFile("x.md", f"---\n{text}\n---\n")
    outcome = read_yaml(Region(source, 4, 4 + len(text)))
    spans = [one.span for one in outcome.diagnostics if one.span is not None]
    return outcome.value, source.text, [(span.start, span.end) for span in spans]


def values(tree: DataTree) -> list[tuple[Path, Data]]:
    """Every value of a tree with the way to it."""
    found: list[tuple[Path, Data]] = [((), tree.data)]
    for path, value in found:
        if isinstance(value, dict):
            found += (((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            found += (((*path, at), inner) for at, inner in enumerate(value))
    return found


@settings(max_examples=100)
@given(TEXTS)
def test_problems_lie_inside_and_have_a_cure(text: str):
    source = SourceFile("x.md", text)
    found = read_yaml(source.whole).diagnostics
    sound = [
        one.span is not None
        and 0 <= one.span.start <= one.span.end <= len(text)
        and bool(one.cure)
        and not one.message.endswith(".")
        for one in found
    ]
    assert all(sound)


@settings(max_examples=100)
@given(TEXTS)
def test_every_value_and_key_has_its_place(text: str):
    tree, source, _ = read(text)
    found = values(tree)
    placed = [
        0 <= tree.spans[path].start <= tree.spans[path].end <= len(source)
        and (path == () or isinstance(path[-1], int) or path in tree.keys)
        for path, _ in found
    ]
    texts = [tree.texts[path].text for path, value in found if isinstance(value, str)]
    assert (all(placed), texts) == (True, [value for _, value in found if isinstance(value, str)])


@settings(max_examples=100)
@given(TEXTS)
def test_a_plain_text_is_what_stands_in_its_place(text: str):
    tree, source, _ = read(text)
    for mapped in tree.texts.values():
        if len(mapped.pieces) == 1:
            assert _in_place(mapped, source) == mapped.text


def _in_place(mapped: MappedText, source: str) -> str:
    start = mapped.pieces[0][1]
    return source[start : start + len(mapped.text)].translate(LINE_ENDS)


@settings(max_examples=100)
@given(PLAIN_PIECES)
def test_where_nothing_is_said_the_data_are_those_of_yaml(text: str):
    tree, _, problems = read(f"k: {text}")
    assume(not problems)
    try:
        loaded = yaml.load(f"k: {text}", yaml.BaseLoader)  # noqa: S506 - builds texts only
    except yaml.YAMLError:
        reject()  # a comment between the lines of a text, which is harmless here
    assert _squeezed(tree.data) == _squeezed(loaded)


def _squeezed(value: object) -> object:
    """The value with each white space as one space, which is how YAML joins lines."""
    if isinstance(value, dict):
        return {_squeezed(key): _squeezed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_squeezed(inner) for inner in value]
    return " ".join(str(value or "").split())


@settings(max_examples=100)
@given(st.dictionaries(WORDS, st.one_of(WORDS, st.lists(WORDS, min_size=1)), max_size=6))
def test_what_pyyaml_writes_is_read_back(data: dict[str, str | list[str]]):
    text = yaml.safe_dump(data, allow_unicode=True, width=1000)
    assert read(text)[0].data == data


@settings(max_examples=100)
@given(st.lists(WORDS, min_size=1, max_size=5), BROKEN, st.data())
def test_a_broken_pair_leaves_the_others_alone(
    words: list[str], broken: str, choice: st.DataObject
):
    good = {f"klic{at}": word for at, word in enumerate(words)}
    lines = [f"{key}: {word}" for key, word in good.items()]
    at = choice.draw(st.integers(0, len(lines)))
    tree, _, problems = read("\n".join([*lines[:at], broken, *lines[at:]]))
    assert isinstance(tree.data, dict)
    kept = {key: value for key, value in tree.data.items() if key in good}
    assert (kept, bool(problems)) == (good, True)
