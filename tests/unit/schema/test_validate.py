import pytest

from zapis.data_tree import Data, DataTree
from zapis.schema.validate import read_header
from zapis.source import Span


def problems(data: Data) -> list[tuple[str, str, str | None]]:
    found = read_header(DataTree(data)).diagnostics
    return [(item.code.name, item.message, item.cure) for item in found]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            {"nazev": ["a", "b"]},
            ("wrong-shape", "„nazev“ má být text, ne seznam", "nazev: a, b"),
        ),
        (
            {"nazev": {"Porada": "rozpočet"}},
            ("wrong-shape", "„nazev“ má být text, ne skupina klíčů", 'nazev: "Porada: rozpočet"'),
        ),
        (
            {"pritomni": ["Jan", {"jmeno": "Eva", "funkc": "členka"}]},
            ("unknown-subkey", "neznámý klíč „funkc“, mysleli jste „funkce“?", "funkce:"),
        ),
        (
            {"pritomni": [{"jmeno": "Eva", "barva": "modrá"}]},
            (
                "unknown-subkey",
                "klíč „barva“ zde být nemůže",
                "možné klíče: jmeno, tituly, organizace, utvar, funkce, email, dne, alias",
            ),
        ),
        (
            {"pritomni": [{"organizace": "Most"}]},
            ("wrong-shape", "položka v „pritomni“ nemá klíč „jmeno“", "jmeno: …"),
        ),
        (
            {"pritomni": [["Jan"]]},
            (
                "wrong-shape",
                "položka v „pritomni“ má být text nebo skupina klíčů, ne seznam",
                "- Jan",
            ),
        ),
        (
            {"program": [{"rozpočet": "návrh"}]},
            ("yaml-colon-in-item", "dvojtečka v položce „rozpočet: návrh“", '- "rozpočet: návrh"'),
        ),
        (
            {"pristi": ["20. 3. 2026"]},
            (
                "wrong-shape",
                "„pristi“ má být text nebo skupina klíčů, ne seznam",
                "pristi: 20. 3. 2026",
            ),
        ),
        (
            {"prilohy": [{"nazev": ""}]},
            ("wrong-shape", "položka v „prilohy“ nemá název ani soubor", "nazev: …"),
        ),
        (
            {"typografie": "možná"},
            (
                "wrong-shape",
                "„typografie“ má být ano nebo ne, ne text „možná“",
                "typografie: ne",
            ),
        ),
        (
            {"udaje": "text"},
            ("wrong-shape", "„udaje“ má být skupina klíčů, ne text „text“", "udaje:\n  klic: text"),
        ),
        (
            {"pristi": {"Datum": "20. 3.", "date": "21. 3."}},
            (
                "key-twice",
                "klíč „datum“ je tu dvakrát v různých tvarech",
                "ponechte jen jeden z nich",
            ),
        ),
        (
            {"pritomi": "Jan"},
            ("unknown-key-near", "neznámý klíč „pritomi“, mysleli jste „pritomni“?", "pritomni:"),
        ),
        (
            {"Téma": "x"},
            ("unknown-key", "vlastní klíč „Téma“ se vytiskne jako řádek záhlaví", None),
        ),
        (
            {"pritomni": "Jan", "ucastnici": "Eva"},
            (
                "key-twice",
                "klíč „ucastnici“ znamená totéž co „pritomni“",
                "ponechte jen „pritomni“ a hodnoty spojte",
            ),
        ),
    ],
)
def test_a_wrong_shape_is_said_in_czech(data: Data, expected: tuple[str, str, str | None]) -> None:
    assert problems(data) == [expected]


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        "jen text",
        ["seznam"],
        {"pritomni": None, "datum": None, "udaje": None, "typografie": None},
        {"Pritomni": [{"Jméno": "Eva", "FUNKCE": "členka", "E-mail": "e@example.cz"}]},
        {"zapsal": "Jan", "zapsala": "Eva", "predsedal": "Jan", "ridil": "Petr"},
        {"pristi": {"DATUM": "20. 3. 2026", "Čas": "9.00", "place": "sál"}},
        {"udaje": {"cokoli": [{"a": None}]}},
        {"za": {"koho": "BČ", "osoby": ["Jan", {"jmeno": "Eva"}]}},
        {"pritomni": ["Jan", None, ""]},
        {"typografie": "NE", "zalomeni": "ano"},
    ],
)
def test_what_the_language_allows_is_not_reported(data: Data) -> None:
    assert problems(data) == []


def test_one_wrong_item_leaves_the_others() -> None:
    header = read_header(DataTree({"pritomni": ["Jan", ["Eva"], "Petr"]})).value
    assert header.entries[0].items == ("Jan", "", "Petr")


def test_a_wrong_subkey_leaves_its_person() -> None:
    header = read_header(DataTree({"pritomni": [{"jmeno": "Eva", "barva": "modrá"}]})).value
    assert [getattr(item, "name", item) for item in header.entries[0].items] == ["Eva"]


def test_an_error_points_at_the_key_or_value_it_is_about() -> None:
    tree = DataTree(
        {"pritomni": [{"JMÉNO": "Eva", "barva": "x", "funkce": ["a"]}]},
        spans={
            (): Span(0, 90),
            ("pritomni", 0): Span(20, 80),
            ("pritomni", 0, "funkce"): Span(70, 75),
        },
        keys={("pritomni", 0, "barva"): Span(40, 45)},
    )
    found = read_header(tree).diagnostics
    assert [(item.code.name, item.span) for item in found] == [
        ("wrong-shape", Span(70, 75)),
        ("unknown-subkey", Span(40, 45)),
    ]


def test_lines_keep_the_authors_order_and_labels() -> None:
    header = read_header(DataTree({"zapsala": "Eva", "Téma": "x", "datum": "", "Zapsal": "Jan"}))
    assert [line.label for line in header.value.lines] == ["Zapsala", "Téma", "Datum", "Zapsal"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  dva\n  řádky ", "dva\nřádky"),
        (["a", "b"], "a\nb"),
        ({"telefon": "123", "pevná": None}, "telefon: 123\npevná:"),
        (None, ""),
    ],
)
def test_a_line_of_the_authors_own_holds_anything(value: Data, text: str) -> None:
    (line,) = read_header(DataTree({"Kontakt": value})).value.lines
    assert getattr(line, "text", None) == text


def test_data_in_english_with_a_text_is_a_czech_label() -> None:
    assert problems({"Data": "viz příloha"}) == [
        ("unknown-key", "vlastní klíč „Data“ se vytiskne jako řádek záhlaví", None)
    ]
