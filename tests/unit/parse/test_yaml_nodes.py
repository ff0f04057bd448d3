"""YAML becomes texts, lists and mappings, each with its place in the source."""

import pytest

from zapis.data_tree import Data, DataTree, Path
from zapis.parse.yaml_nodes import LONGEST, read_yaml
from zapis.source import Region, SourceFile

BEFORE = "---\n"


def read(yaml: str) -> tuple[DataTree, str]:
    """The tree of a header that stands behind a fence, and the whole source."""
    text = f"{BEFORE}{yaml}---\nTělo\n"
    source = SourceFile("x.md", text)
    outcome = read_yaml(Region(source, len(BEFORE), len(BEFORE) + len(yaml)))
    return outcome.value, text


def data(yaml: str) -> Data:
    return read(yaml)[0].data


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("", {}),
        ("# jen poznámka\n", {}),
        ("nazev:\n", {"nazev": None}),
        ("nazev:\nmisto: Brno\n", {"nazev": None, "misto": "Brno"}),
        ('nazev: ""\n', {"nazev": ""}),
        ("a: null\nb: ~\nc: yes\n", {"a": "null", "b": "~", "c": "yes"}),
        (
            "cas: 9:00\ncislo: 012\ndatum: 2026-02-30\n",
            {"cas": "9:00", "cislo": "012", "datum": "2026-02-30"},
        ),
        ("a: [x, y]\nb: {c: d, e: }\n", {"a": ["x", "y"], "b": {"c": "d", "e": None}}),
        ("a:\n- x\n- y: z\n  w: v\n", {"a": ["x", {"y": "z", "w": "v"}]}),
        ("a:\n  - - x\n    - y\n", {"a": [["x", "y"]]}),
        ('"klíč a": b\n', {"klíč a": "b"}),
        ("Č. j.: MUHB/12/26\n", {"Č. j.": "MUHB/12/26"}),
        ("---\na: b\n", {"a": "b"}),
        ("a: b\n...\n", {"a": "b"}),
        ("{a: b}\n", {"a": "b"}),
    ],
)
def test_values_are_texts_lists_and_mappings_and_never_numbers(yaml: str, expected: Data):
    assert data(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("a: první\n  druhý\n", "první\ndruhý"),
        ("a: první\n   druhý  \n\n  třetí\n", "první\ndruhý\n\ntřetí"),
        ("a:\n  první\n  druhý\n", "první\ndruhý"),
        ("a: |\n  první\n   druhý\n\n  třetí\n", "první\n druhý\n\ntřetí\n"),
        ("a: |-\n  první\n\n\n", "první"),
        ("a: >\n  první\n  druhý\n\n  třetí\n", "první druhý\ntřetí\n"),
        ("a: |2\n    první\n", "  první\n"),
        ('a: "první\n  druhý\n\n  třetí"\n', "první druhý\ntřetí"),
        ('a: "první \\\n  druhý"\n', "první druhý"),
        ("a: 'it''s'\n", "it's"),
        ('a: "\\"\\\\ \\u010d\\x41\\t\\_\\U0001F600"\n', '"\\ čA\t\u00a0\U0001f600'),
        ("a: první\u2028druhý\n", "první\ndruhý"),
        ("a: 5\u00a0km # \n", "5\u00a0km"),
        ('a: "5\u00a0km"\n', "5\u00a0km"),
        ("a: >\n  5\u00a0km\n  dál\n", "5\u00a0km dál\n"),
    ],
)
def test_a_text_is_read_as_it_was_written_with_its_line_ends(yaml: str, expected: str):
    assert data(yaml) == {"a": expected}


@pytest.mark.parametrize(
    "yaml",
    [
        "a:\u00a0b\n",
        "a:\n\u00a0\u00a0- b\n",
        "a:\n  -\u00a0b\n",
        "\u2003a: b\n",
        "a: \u00a0b\u00a0\n",
    ],
)
def test_a_no_break_space_serves_as_a_space_where_one_is_needed(yaml: str):
    assert data(yaml) in ({"a": "b"}, {"a": ["b"]})


@pytest.mark.parametrize(
    ("yaml", "path", "expected"),
    [
        ("\U0001f600: ě\nnazev:  Řízení  \n", ("nazev",), "Řízení"),
        ("a: [x, žluť, y]\n", ("a", 1), "žluť"),
        ("a: [x, žluť, y]\n", ("a",), "[x, žluť, y]"),
        ("a:\n  - b: c\n    d: e\nf: g\n", ("a", 0), "b: c\n    d: e"),
        ("a:\n  - b: c\n    d: e\nf: g\n", ("a",), "- b: c\n    d: e"),
        ('a: "x y"\n', ("a",), '"x y"'),
        ("a: |\n  x\n  y\n\n\nb: c\n", ("a",), "|\n  x\n  y"),
        ("a: x\n  y\nb: c\n", ("a",), "x\n  y"),
        ("a:\nb: c\n", ("a",), ""),
        ("a: b\n", (), "a: b\n"),
    ],
)
def test_a_value_knows_its_place(yaml: str, path: Path, expected: str):
    tree, text = read(yaml)
    span = tree.spans[path]
    assert text[span.start : span.end] == expected


@pytest.mark.parametrize(
    ("yaml", "path", "expected"),
    [
        ("\U0001f600: ě\nnázev : b\n", ("název",), "název"),
        ('"a b": c\n', ("a b",), '"a b"'),
        ("a:\n  - b: c\n", ("a", 0, "b"), "b"),
        ("{a: {b: c}}\n", ("a", "b"), "b"),
    ],
)
def test_a_key_knows_its_place(yaml: str, path: Path, expected: str):
    tree, text = read(yaml)
    span = tree.keys[path]
    assert text[span.start : span.end] == expected


@pytest.mark.parametrize(
    ("yaml", "word"),
    [
        ("a: ěšč druhý\n", "druhý"),
        ("a: první\n   druhý třetí\n", "třetí"),
        ("a: 'it''s druhý'\n", "druhý"),
        ('a: "\\u010d \\" druhý"\n', "druhý"),
        ('a: "první\n   druhý"\n', "druhý"),
        ("a: |\n  první\n    druhý\n", "druhý"),
        ("a: >\n  první\n  druhý\n", "druhý"),
        ("a: >-\n\n\n  první\n\n  \U0001f600 druhý\n", "druhý"),
    ],
)
def test_a_word_inside_a_text_knows_its_place(yaml: str, word: str):
    tree, text = read(yaml)
    value = tree.texts[("a",)]
    at = value.text.index(word)
    span = value.span(at, at + len(word))
    assert text[span.start : span.end] == word


def test_places_reach_into_lists_made_of_pasted_bullets():
    tree, text = read("kdo:\n  • Eva\n  •\tJan Malý,\n    tajemník\n")
    places = [tree.spans[("kdo", at)] for at in (0, 1)]
    actual = (tree.data, [text[span.start : span.end] for span in places])
    expected = {"kdo": ["Eva", "Jan Malý,\ntajemník"]}
    assert actual == (expected, ["Eva", "Jan Malý,\n    tajemník"])


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("a: b: c\nmisto: Brno\n", {"a": "b: c", "misto": "Brno"}),
        ("misto: Brno\ncas:b\nc: [d\ne: f\n", {"misto": "Brno", "cas": "b", "c": "[d", "e": "f"}),
        ("a: \"b\nc: d\n- e\nf: 'g' h\n", {"a": '"b', "c": "d\n- e", "f": "'g' h"}),
        ("a:\n  - b: @c\n    d: e\n  - f\n", {"a": [{"b": "@c", "d": "e"}, "f"]}),
        ("a:\n\t- b\n\t- c\nd: e\n", {"a": ["b", "c"], "d": "e"}),
        ("a:\n  - b\n - c\nd: e\n", {"a": ["b", "c"], "d": "e"}),
        ("a: 1\na: 2\nb: 3\n", {"a": "1", "b": "3"}),
        ("text\na: b\n", {"a": "b"}),
        ("- a\n- b\n", {}),
        ("a: " + "[" * 5000 + "\nb: c\n", {"a": "[" * 5000, "b": "c"}),
    ],
)
def test_a_slip_hides_nothing_else(yaml: str, expected: Data):
    assert data(yaml) == expected


def test_places_are_right_behind_a_slip():
    tree, text = read("a:\u00a0b: c\ndatum:20. 3.\nkdo: Eva\n")
    spans = {key: tree.spans[(key,)] for key in ("a", "datum", "kdo")}
    keys = [text[tree.keys[(key,)].start : tree.keys[(key,)].end] for key in spans]
    values = [text[span.start : span.end] for span in spans.values()]
    assert (keys, values) == (["a", "datum", "kdo"], ["b: c", "20. 3.", "Eva"])


def test_yaml_that_is_too_long_is_refused_unread():
    source = SourceFile("x.md", "a: b\n" * (LONGEST // 5 + 1))
    outcome = read_yaml(source.whole)
    assert (outcome.value.data, [one.code.id for one in outcome.diagnostics]) == ({}, ["Z102"])


@pytest.mark.parametrize(
    "piece",
    ["[", "{", "- ", "? ", '"', "'", "a: {", "&a ", "*", "|\n", "a:\n b:\n", "\u00a0", " #", "\t"],
)
def test_hostile_repetition_is_read_without_an_exception(piece: str):
    source = SourceFile("x.md", "nazev: " + piece * 20_000)
    assert isinstance(read_yaml(source.whole).value.data, dict)


def test_of_very_many_problems_only_the_first_are_told():
    outcome = read_yaml(SourceFile("x.md", "".join(f"k{at}: @x\n" for at in range(1000))).whole)
    last = outcome.diagnostics[-1]
    actual = (len(outcome.diagnostics), last.code.id, last.message)
    assert actual == (201, "Z110", "nalezených chyb je přes 200, další se nevypisují")


@pytest.mark.parametrize(
    "yaml", ["-", "a: [b\n-", "a: b\n-", "a:\n-", "a: {", ":", "- -", "•", "a:\n- b\n•"]
)
def test_a_text_that_ends_in_the_middle_is_read_without_an_exception(yaml: str):
    assert isinstance(read_yaml(SourceFile("x.md", yaml).whole).value.data, dict)
