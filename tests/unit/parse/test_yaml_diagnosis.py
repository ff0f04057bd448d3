"""What Czech writers get wrong in YAML has its own code, place and cure."""

import pytest

from zapis.parse.yaml_nodes import read_yaml
from zapis.source import SourceFile

Found = tuple[str, str, str | None]


def problems(yaml: str) -> list[Found]:
    """Code, „line:column“ and cure of everything that is said."""
    source = SourceFile("x.md", yaml)
    found = []
    for one in read_yaml(source.whole).diagnostics:
        assert one.span is not None
        position = source.position(one.span.start)
        found.append((one.code.id, f"{position.line}:{position.column}", one.cure))
    return found


def messages(yaml: str) -> list[str]:
    return [one.message for one in read_yaml(SourceFile("x.md", yaml).whole).diagnostics]


def test_the_message_of_the_specification():
    assert messages("nazev: Porada: rozpočet\n") == ["dvojtečka uvnitř hodnoty „Porada: rozpočet“"]


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("nazev: Porada: rozpočet\n", "1:14", 'nazev: "Porada: rozpočet"'),
        ("x: \U0001f600ě: š\n", "1:6", 'x: "\U0001f600ě: š"'),
        ("nazev: Porada:\n", "1:14", 'nazev: "Porada:"'),
        ("a: b\nnazev: A: B: C\nc: d\n", "2:9", 'nazev: "A: B: C"'),
        ("kdo:\n  - jmeno: Eva: x\n", "2:15", '- jmeno: "Eva: x"'),
        ('a: řekl: "b"\n', "1:8", "a: 'řekl: \"b\"'"),
        ('a: b: it\'s "c"\n', "1:5", "a: 'b: it''s \"c\"'"),
        ("a: text\n  Další: věc\n", "2:8", "celý text dejte do uvozovek"),
        ("a: {b: c: d}\n", "1:9", "hodnotu s dvojtečkou dejte do uvozovek"),
        ("a:\u00a0b: c\n", "1:5", 'a:\u00a0"b: c"'),
    ],
)
def test_a_colon_inside_a_value(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z112", place, cure)]


@pytest.mark.parametrize(
    "value",
    [
        *(
            "@online",
            "`x`",
            "% účast",
            "*eva*",
            "**Porada**",
            "* x",
            "& spol.",
            "! Pozor",
            "!Pozor",
        ),
        *("| text", "> 50 %", "] x", "} x", ", x", "? x", "- x", "-", "#3", "# x", "{cislo}"),
        *("{cislo}. zasedání", "{{ 7*7 }}", "{% raw %}", "!Důležité"),
    ],
)
def test_a_character_with_which_a_value_may_not_begin(value: str):
    assert problems(f"misto: {value}\na: b\n") == [("Z113", "1:8", f'misto: "{value}"')]


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("kdo:\n  - @Eva\n", "2:5", '- "@Eva"'),
        ("kdo: [Eva, @Jan, x]\n", "1:12", 'kdo: [Eva, "@Jan", x]'),
        ("kdo: [Eva, , Jan]\n", "1:12", "přebytečnou čárku smažte"),
        ("misto:\n  @online\n", "2:3", '"@online"'),
        ("**Datum:** 20. 3.\n", "1:1", "Datum: 20. 3."),
        ("a: b\n@x\n", "2:1", "řádek začněte názvem klíče a dvojtečkou"),
        ("[a]: b\n", "1:1", "klíčem je jen text před dvojtečkou"),
    ],
)
def test_a_forbidden_beginning_elsewhere(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z113", place, cure)]


def test_the_message_on_a_forbidden_beginning():
    assert messages("misto: @online\n") == ["hodnota „@online“ nesmí začínat znakem „@“"]


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ('nazev: "Porada\na: b\n', "1:8", 'nazev: "Porada"'),
        ('nazev: "Porada\ndatum: 20. 3.\nmisto: Brno"\n', "1:8", 'nazev: "Porada"'),
        ('nazev: "Porada\nmisto: "Brno"\n', "1:8", 'nazev: "Porada"'),
        ("nazev: 'Porada\n", "1:8", 'nazev: "Porada"'),
        ("nazev: '90. léta\n", "1:8", 'nazev: "\'90. léta"'),
        ('kdo:\n  - jmeno: "Eva\n    email: "x"\n', "2:12", '- jmeno: "Eva"'),
        ('kdo: ["Eva, Jan]\n', "1:7", 'kdo: ["Eva", Jan]'),
    ],
)
def test_a_quote_is_missing_where_it_was_opened(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z114", place, cure)]


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("kdo: [Eva, Jan\na: b\n", "1:6", "kdo: [Eva, Jan]"),
        ("kdo: [Eva,\n  Jan\na: b\n", "1:6", "kdo: [Eva]"),
        ("kdo: {jmeno: Eva\n", "1:6", "kdo: {jmeno: Eva}"),
        ("kdo: [Eva, {jmeno: Jan]\n", "1:6", None),
        ("kdo: [Eva, Jan #3, Petr]\n", "1:6", "položku se znakem # dejte do uvozovek"),
    ],
)
def test_a_bracket_is_missing_where_it_was_opened(yaml: str, place: str, cure: str | None):
    ((code, found, told),) = problems(yaml)
    assert (code, found, told if cure else None) == ("Z115", place, cure)


@pytest.mark.parametrize(
    ("yaml", "places"),
    [
        ("nazev: A\nnazev: B\n", [("2:1", 1)]),
        ("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", [("4:3", 3), ("5:1", 1)]),
        ("x: [{a: 1, a: 2}]\n", [("1:12", 1)]),
    ],
)
def test_a_second_key_points_at_the_first(yaml: str, places: list[tuple[str, int]]):
    source = SourceFile("x.md", yaml)
    found = read_yaml(source.whole).diagnostics
    firsts = [source.position(one.labels[0].span.start).line for one in found]
    told = [place for code, place, _ in problems(yaml) if code == "Z116"]
    assert list(zip(told, firsts, strict=True)) == places


def test_keys_that_only_look_alike_are_the_business_of_the_schema():
    assert problems("Datum: 1\ndatum: 2\n") == []


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("a: &x b\n", [("Z117", "1:4", 'a: "&x b"')]),
        ("a: *x\n", [("Z117", "1:4", 'a: "*x"')]),
        (
            "a: &x [*x]\n",
            [
                ("Z117", "1:4", "„&x“ smažte a hodnoty vypište všude, kam patří"),
                ("Z117", "1:8", 'a: &x ["*x"]'),
            ],
        ),
        ("a: !!str 1\n", [("Z117", "1:4", 'a: "!!str 1"')]),
        ("<<: *x\na: b\n", [("Z117", "1:1", "hodnoty vypište znovu")]),
    ],
)
def test_anchors_aliases_tags_and_merge_keys(yaml: str, expected: list[Found]):
    assert problems(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ('nazev: "Porada" vedení\n', "1:17", "nazev: '\"Porada\" vedení'"),
        ("nazev: 'Porada' vedení\n", "1:17", "nazev: \"'Porada' vedení\""),
        ('kdo:\n  - "Eva" a Jan\n', "2:11", "- '\"Eva\" a Jan'"),
        ('nazev: "A": B\n', "1:11", "nazev: '\"A\": B'"),
        ('kdo: ["Eva" H., Jan]\n', "1:12", "kdo: ['\"Eva\" H.', Jan]"),
    ],
)
def test_text_behind_quotes(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z118", place, cure)]


@pytest.mark.parametrize(
    ("value", "column", "cure"),
    [
        (r'"C:\dokumenty\úkoly"', 7, r"'C:\dokumenty\úkoly'"),
        (r'"C:\temp\nova"', 7, r"'C:\temp\nova'"),
        (r'"C:\dir\"', 11, r"'C:\dir\'"),
        (r'"\\server\složka"', 13, r"'\\server\složka'"),
        (r'"a\bc"', 6, r"'a\bc'"),
        (r'"it\'s"', 7, r"'it\''s'"),
    ],
)
def test_a_backslash_in_double_quotes(value: str, column: int, cure: str):
    assert problems(f"a: {value}\n") == [("Z119", f"1:{column}", f"a: {cure}")]


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("nazev: Porada #3\n", "1:15", 'nazev: "Porada #3"'),
        ("nazev: Porada # pozn. \n", "1:15", 'nazev: "Porada # pozn."'),
        ("kdo:\n  - Eva # host\n", "2:9", '- "Eva # host"'),
        ('a: "b" # c\n', "1:8", "poznámku přesuňte na samostatný řádek, nebo ji smažte"),
        ("a: # b\n  - c\n", "1:4", "poznámku přesuňte na samostatný řádek, nebo ji smažte"),
        ("a: [b] # c\n", "1:8", "poznámku přesuňte na samostatný řádek, nebo ji smažte"),
        ("a: Eva # x\n  Jan\n", "1:8", 'a: "Eva # x"'),
    ],
)
def test_text_behind_a_hash_is_lost(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z120", place, cure)]


def test_the_message_on_lost_text_names_it():
    assert messages("nazev: Porada #3\n") == ["text „#3“ za hodnotou se nepřečte"]


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("datum:20. 3.\n", "1:6", "datum: 20. 3."),
        ("a: b\ndatum:20. 3.\nc: d\n", "2:6", "datum: 20. 3."),
        ("datum :20. 3.\n", "1:7", "datum: 20. 3."),
        ("pristi:\n  datum:20. 3.\n  cas: 9\n", "2:8", "datum: 20. 3."),
        ("kdo:\n  - jmeno:Eva\n    email: x\n", "2:10", "- jmeno: Eva"),
        ("kdo: {jmeno:Eva}\n", "1:12", "kdo: {jmeno: Eva}"),
    ],
)
def test_a_space_behind_the_colon_is_missing(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z121", place, cure)]


@pytest.mark.parametrize("bullet", [*"–—•·▪−*", "\uf0b7"])
@pytest.mark.parametrize("indent", ["", "  "])
def test_pasted_bullets_make_a_list_with_a_tip(bullet: str, indent: str):
    yaml = f"kdo:\n{indent}{bullet} Eva\n{indent}{bullet} Jan: x\nmisto: Brno\n"
    outcome = read_yaml(SourceFile("x.md", yaml).whole)
    expected = {"kdo": ["Eva", "Jan: x"], "misto": "Brno"}
    place = f"2:{len(indent) + 1}"
    assert (outcome.value.data, problems(yaml)) == (expected, [("Z122", place, "- Eva")])


@pytest.mark.parametrize(
    ("yaml", "expected", "place"),
    [
        ("kdo: – Eva\n  – Jan\n", ["Eva", "Jan"], "1:6"),
        ("kdo: - Eva\n  - Jan\n", ["Eva", "Jan"], "1:6"),
        ("kdo:\n  -Eva\n  -Jan\n", ["Eva", "Jan"], "2:3"),
        ("kdo:\n  • Eva\n", ["Eva"], "2:3"),
        ("kdo:\n  - Eva\n  – Jan\n", ["Eva", "Jan"], "3:3"),
        ("kdo:\n  - Eva\n    - Jan\n", ["Eva\n- Jan"], "3:5"),
    ],
)
def test_mixed_and_misplaced_bullets(yaml: str, expected: list[str], place: str):
    outcome = read_yaml(SourceFile("x.md", yaml).whole)
    found = [(code, where) for code, where, _ in problems(yaml)]
    assert (outcome.value.data, found) == ({"kdo": expected}, [("Z122", place)])


@pytest.mark.parametrize(
    "value", ["–", "– Porada", "-5 °C", "—", "• Eva • Jan", "*"[1:] + "+420 123"]
)
def test_one_dash_on_the_line_of_its_key_is_text(value: str):
    outcome = read_yaml(SourceFile("x.md", f"hoste: {value}\n").whole)
    assert (outcome.value.data, outcome.diagnostics) == ({"hoste": value}, ())


@pytest.mark.parametrize("indent", ["", "  "])
def test_names_on_bare_lines_stay_one_text_with_a_tip(indent: str):
    yaml = f"kdo:\n{indent}Mgr. Eva Malá\n{indent}ing. Jan\nmisto: Brno\n"
    outcome = read_yaml(SourceFile("x.md", yaml).whole)
    expected = {"kdo": "Mgr. Eva Malá\ning. Jan", "misto": "Brno"}
    place = f"2:{len(indent) + 1}"
    actual = (outcome.value.data, problems(yaml))
    assert actual == (expected, [("Z123", place, "- Mgr. Eva Malá")])


def test_one_text_at_the_margin_is_read_with_a_tip():
    yaml = "misto:\nv sále\nkdo: Eva\n"
    outcome = read_yaml(SourceFile("x.md", yaml).whole)
    actual = (outcome.value.data, problems(yaml))
    assert actual == (
        {"misto": "v sále", "kdo": "Eva"},
        [("Z123", "2:1", "odsaďte ho: „  v sále“")],
    )


@pytest.mark.parametrize(
    "yaml", ["a:\n  Dlouhý text\n  pokračuje\n", "a:\n  Text\n", "a: B\n  C\n"]
)
def test_a_wrapped_text_is_no_list(yaml: str):
    assert problems(yaml) == []


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("a: „Porada: rozpočet“\n", "1:11", 'a: "„Porada: rozpočet“"'),
        ("a: „Porada #3“\n", "1:12", 'a: "„Porada #3“"'),
        ("a: „Porada“: b\n", "1:12", 'a: "„Porada“: b"'),
    ],
)
def test_czech_quotes_do_not_quote(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z124", place, cure)]


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("kdo:\n  - Eva Horáková: manažerka\n", "2:17", "- Eva Horáková, manažerka"),
        ("kdo:\n  - Mgr. Eva: manažerka\n", "2:13", "- Mgr. Eva, manažerka"),
        ("program:\n- Rozpočet: návrh\n", "2:11", '- "Rozpočet: návrh"'),
        ("program:\n- Různé:\n", "2:8", "- Různé"),
        ("program:\n- K věci: a: b\n", "2:9", '- "K věci: a: b"'),
        ("kdo: [Eva Malá: x, Jan]\n", "1:15", "kdo: [Eva Malá, x, Jan]"),
        (
            "program:\n- Rozpočet:\n  - návrh\n",
            "2:11",
            "položku pište jako text, bez dvojtečky na konci",
        ),
    ],
)
def test_a_colon_makes_a_mapping_of_an_item(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z125", place, cure)]


def test_an_item_with_a_colon_is_read_as_its_author_meant():
    outcome = read_yaml(SourceFile("x.md", "kdo:\n  - Eva Malá: vedoucí\n  - Jan\n").whole)
    assert outcome.value.data == {"kdo": ["Eva Malá: vedoucí", "Jan"]}


@pytest.mark.parametrize(
    "yaml",
    [
        "kdo:\n  - jmeno: Eva\n",
        "kdo:\n  - Jméno: Eva\n",
        "program:\n  - bod: Úvod\n",
        "prilohy:\n  - nazev: A\n    soubor: b.pdf\n",
        "prilohy:\n  - Název: A\n    Soubor: b.pdf\n",
        "udaje:\n  - Cena: 100\n",
        "kdo:\n  - eva: x\n",
    ],
)
def test_a_mapping_that_was_meant_is_left_alone(yaml: str):
    assert problems(yaml) == []


@pytest.mark.parametrize(
    ("yaml", "place", "cure", "value"),
    [
        ("{organizace: Most, z. s.}", "1:18", '{organizace: "Most, z. s."}', "Most, z. s."),
        (
            "{organizace: Most, z. s., a, jmeno: Eva}",
            "1:18",
            '{organizace: "Most, z. s., a", jmeno: Eva}',
            "Most, z. s., a",
        ),
    ],
)
def test_a_comma_in_braces_tears_a_value_apart(yaml: str, place: str, cure: str, value: str):
    outcome = read_yaml(SourceFile("x.md", yaml).whole)
    assert isinstance(outcome.value.data, dict)
    actual = (problems(yaml), outcome.value.data["organizace"])
    assert actual == ([("Z126", place, cure)], value)


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("misto: [REDAKCE]\n", "1:8", 'misto: "[REDAKCE]"'),
        ("kdo:\n  - [REDAKCE]\n", "2:5", '- "[REDAKCE]"'),
        ("misto: [███]\n", "1:8", 'misto: "[███]"'),
        ("misto: [REDAKCE] bude\n", "1:8", 'misto: "[REDAKCE] bude"'),
        ("a: [Prezentace](a.pdf)\n", "1:4", 'a: "[Prezentace](a.pdf)"'),
        ("ukoly:\n- [ ] zavolat\n", "2:3", '- "[ ] zavolat"'),
        ("kdo: [Eva [EH], Jan]\n", "1:11", "celou položku dejte do uvozovek"),
    ],
)
def test_brackets_instead_of_a_text(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z127", place, cure)]


@pytest.mark.parametrize(
    "yaml", ["alias: [EHOR]\n", "formaty: [HTML]\n", "kdo: [EH]\n", "a: [Eva]\n"]
)
def test_a_list_of_one_is_a_list(yaml: str):
    assert problems(yaml) == []


@pytest.mark.parametrize("yaml", ["Jen text\n", "- Eva\n- Jan\n", "[a, b]\n", "- Eva: x\nc: d\n"])
def test_the_outermost_thing_must_be_pairs(yaml: str):
    assert problems(yaml) == [("Z128", "1:1", "napište například: nazev: Porada vedení")]


def test_nesting_without_end_is_refused_where_it_becomes_too_deep():
    found = problems("a: b\nc: " + "[" * 1000 + "\n")
    assert [(code, place) for code, place, _ in found] == [("Z129", "2:23")]


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("kdo:\n\t- Eva\n\t- Jan\n", "2:1", "odsaďte mezerami: „  - Eva“"),
        ("a: b\n\tc\n", "2:1", "odsaďte mezerami: „  c“"),
        ("pristi:\n\tdatum: 1. 1.\n \tcas: 9:00\n", "2:1", "odsaďte mezerami: „  datum: 1. 1.“"),
    ],
)
def test_a_tab_in_the_indentation_is_told_once(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z111", place, cure)]


def test_a_tab_behind_a_colon_or_a_hyphen_or_in_a_text_is_a_space():
    outcome = read_yaml(SourceFile("x.md", "a:\tb\nc: d\te\nkdo:\n  -\tEva\n").whole)
    expected = {"a": "b", "c": "d\te", "kdo": ["Eva"]}
    assert (outcome.value.data, outcome.diagnostics) == (expected, ())


@pytest.mark.parametrize(
    ("yaml", "place", "cure"),
    [
        ("nazev: A\n datum: B\n", "2:2", "datum: B"),
        ("  nazev: A\nmisto: B\n", "1:3", "nazev: A"),
        ("misto: Brno\nbudova A\n", "2:1", "patří-li k řádku nad ním, odsaďte ho: „  budova A“"),
        ('a: "b"\nbudova A\n', "2:1", "napište ho jako klíč: hodnota, nebo ho smažte"),
        ("kdo:\n  - Eva\n  Jan\n", "3:3", "- Jan"),
        ("kdo:\n  - Eva\n  hoste: Jan\n", "3:3", "hoste: Jan"),
        ("kdo:\n  - Eva\n - Jan\n - Petr\n", "3:2", "zarovnejte ho pod řádek, ke kterému patří"),
        ("kdo:\n  - Eva Malá\n    email: x\n", "3:5", "- jmeno: Eva Malá"),
        ("a: b\n- c\n- d\n", "2:1", "nad položky napište klíč bez hodnoty, například: program:"),
        ('"": b\n', "1:1", "doplňte ho, nebo dvojtečku smažte"),
    ],
)
def test_rows_in_the_wrong_place(yaml: str, place: str, cure: str):
    assert problems(yaml) == [("Z110", place, cure)]


def test_all_problems_of_a_file_are_told_at_once():
    yaml = (
        "nazev: Porada: rozpočet\n"
        "datum:20. 3.\n"
        "misto: @online\n"
        "kdo:\n"
        "  - Eva Malá: vedoucí\n"
        '  - "Jan" Novák\n'
        "  - Petr #2\n"
        "program: [Úvod, Závěr\n"
        "zapsal: Eva\n"
        "zapsal: Jan\n"
        'soubor: "C:\\x"\n'
        'konec: "tady\n'
    )
    found = [(code, place) for code, place, _ in problems(yaml)]
    expected = [
        *(("Z112", "1:14"), ("Z121", "2:6"), ("Z113", "3:8"), ("Z125", "5:13"), ("Z118", "6:11")),
        *(
            ("Z120", "7:10"),
            ("Z115", "8:10"),
            ("Z116", "10:1"),
            ("Z119", "11:12"),
            ("Z114", "12:8"),
        ),
    ]
    assert found == expected


@pytest.mark.parametrize(
    "yaml",
    [
        "nazev: Porada – rozpočet (návrh), 1. část; 50 %, a@b.cz, C# a https://x.cz/a#b\n",
        "cas: 9:00–11:30\nmisto: 'C:\\dokumenty'\nnazev: \"Porada: rozpočet #3\"\n",
        "a: „Porada“ a 'x' a \"y\"\n",
        "# poznámka\na: b\n\n# další\n  # a další\nc:\n  # uvnitř\n  - d\n",
        "a: |\n  Text: se vším # i tímto\n  - [ ] \"a'\n\tx\nb: c\n".replace("\t", "   "),
        'a: "víc\n  řádků: ano"\n',
        "a: [b,\n  c,\n]\nd: {e: f,\n  g: h}\n",
        "a:\n- b\n-\n  - c\n",
        "a: 5>3\nb: x*y\nc: a&b\nd: 100%\ne: f!\n",
    ],
)
def test_what_yaml_reads_as_it_was_meant_is_not_disturbed(yaml: str):
    assert problems(yaml) == []
