"""Header and body are cut apart, and a header that is missing or open is pointed at."""

import pytest

from zapis.diagnostics import Diagnostic
from zapis.parse.front_matter import looks_like_minutes, no_front_matter, split_front_matter
from zapis.source import SourceFile

EXAMPLE = "---\nnazev: Porada vedení\ndatum: 20. 3. 2026\n---"


def parts(text: str) -> tuple[str, str] | None:
    front = split_front_matter(SourceFile("x.md", text)).value
    return (front.yaml.text, front.body.text) if front else None


def found(text: str, problem: Diagnostic | None) -> tuple[str, str, int] | None:
    """The code, and from where to where on its line the problem stands."""
    if problem is None or problem.span is None:
        return None
    position = SourceFile("x.md", text).position(problem.span.start)
    length = problem.span.end - problem.span.start
    return (problem.code.id, f"{position.line}:{position.column}", length)


def unclosed(text: str) -> Diagnostic:
    (problem,) = split_front_matter(SourceFile("x.md", text)).diagnostics
    return problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\nText\n", ("a: b\n", "Text\n")),
        ("--- \t\na: b\n---  \n\nText", ("a: b\n", "\nText")),
        ("---\na: b\n...\nText", ("a: b\n", "Text")),
        ("---\na: b\n---", ("a: b\n", "")),
        ("---\n---\nText", ("", "Text")),
        ("---\na: |\n  x\n\n  # y\n---\nText", ("a: |\n  x\n\n  # y\n", "Text")),
        ("---\na: b\n\n# Účastníci\npritomni: c\n---\nText", (None, "Text")),
        ("---\nname: b\n--- x\nc: d\n---\n", ("name: b\n--- x\nc: d\n", "")),
    ],
)
def test_the_header_stands_between_the_fences(text: str, expected: tuple[str | None, str]):
    yaml, body = parts(text) or ("", "")
    assert (yaml if expected[0] is not None else None, body) == expected
    assert split_front_matter(SourceFile("x.md", text)).diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text",
        "# Zápis\n",
        "----\na: b\n---\n",
        " ---\na: b\n---\n",
        "\n---\na: b\n---\n",
        "---a\n",
    ],
)
def test_a_file_that_does_not_open_with_a_fence_has_no_header(text: str):
    assert (
        split_front_matter(SourceFile("x.md", text)).value,
        split_front_matter(SourceFile("x.md", text)).failed,
    ) == (
        None,
        False,
    )


def test_regions_know_their_place_in_the_source():
    text = "---\nnazev: \U0001f600\n---\nTělo\n"
    front = split_front_matter(SourceFile("x.md", text)).value
    assert front is not None
    assert [front.yaml.source.position(part.start).line for part in (front.yaml, front.body)] == [
        2,
        4,
    ]


@pytest.mark.parametrize(
    ("text", "place", "yaml", "body"),
    [
        ("---\nnazev: A\n\nText.\n", "3:1", "nazev: A\n", "\nText.\n"),
        ("---\nnazev: A\n# Úvod\nText\n", "3:1", "nazev: A\n", "# Úvod\nText\n"),
        ("---\nnazev: A\nEva šla.\n", "3:1", "nazev: A\n", "Eva šla.\n"),
        ("---\nnazev: A\n\ndatum: B\n\nÚkol: C\n", "5:1", "nazev: A\n\ndatum: B\n", "\nÚkol: C\n"),
        (
            "---\nkdo:\n- Eva\n  - Jan\n- [ ] úkol\n",
            "5:1",
            "kdo:\n- Eva\n  - Jan\n",
            "- [ ] úkol\n",
        ),
        (
            "---\na: b\n\n# Úvod\n\nText\n\n---\n\nx\n",
            "3:1",
            "a: b\n",
            "\n# Úvod\n\nText\n\n---\n\nx\n",
        ),
        ("---\nnazev: A\n", "3:1", "nazev: A\n", ""),
        ("---\n", "2:1", "", ""),
        ("---", "1:4", "", ""),
    ],
)
def test_an_open_header_ends_where_its_keys_end(text: str, place: str, yaml: str, body: str):
    assert (found(text, unclosed(text)), parts(text)) == (("Z103", place, 0), (yaml, body))


def test_an_open_header_says_where_it_opened_and_what_to_write():
    problem = unclosed("---\nnazev: A\n\nText.\n")
    (label,) = problem.labels
    actual = (problem.message, problem.cure, label.message, label.span.start)
    message = "hlavička není ukončena, nejspíš zde chybí řádek „---“"
    assert actual == (message, "---", "zde se hlavička otevírá", 0)


@pytest.mark.parametrize("line", ["—", "–––", "- - -", "--", "----", "___", "***", "-–-"])
def test_dashes_that_do_not_close_a_header_are_pointed_at(line: str):
    text = f"---\nnazev: A\n{line}\nText\n"
    actual = (found(text, unclosed(text)), unclosed(text).message, parts(text))
    message = f"hlavičku má ukončit „---“, ne „{line}“"
    assert actual == (("Z103", "3:1", len(line)), message, ("nazev: A\n", "Text\n"))


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("# Zápis\n---\nnazev: A\n---\n", "1:1", "před hlavičkou stojí „# Zápis“"),
        ("\nZápis\n\n---\nnazev: A\n---\n", "2:1", "před hlavičkou stojí „Zápis“"),
        ("—\nnazev: A\n—\n", "1:1", "hlavičku má otevřít „---“, ne „—“"),
        ("–––\nnazev: A\n", "1:1", "hlavičku má otevřít „---“, ne „–––“"),
        ("- - -\nnazev: A\n", "1:1", "hlavičku má otevřít „---“, ne „- - -“"),
        ("\n---\nnazev: A\n---\n", "2:1", "před hlavičkou stojí mezery nebo prázdné řádky"),
        (" ---\nnazev: A\n---\n", "1:1", "před hlavičkou stojí mezery nebo prázdné řádky"),
    ],
)
def test_something_before_or_instead_of_the_fence_is_named(text: str, place: str, message: str):
    source = SourceFile("x.md", text)
    warning, error = looks_like_minutes(source), no_front_matter(source)
    assert warning is not None
    actual = [(one.code.id, one.message, (found(text, one) or "")[1]) for one in (warning, error)]
    assert actual == [("Z105", message, place), ("Z104", message, place)]
    assert warning.cure == error.cure


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("Porada\n\nDatum: 20. 3.\n", "3:1", "soubor s řádkem „Datum: 20. 3.“ nezačíná hlavičkou"),
        ("**Přítomni:** Eva\n", "1:1", "soubor s řádkem „**Přítomni:** Eva“ nezačíná hlavičkou"),
        ("x\nPRITOMNI : Eva", "2:1", "soubor s řádkem „PRITOMNI : Eva“ nezačíná hlavičkou"),
        ("# A\n\n  - [ ] zavolat\n", "3:1", "soubor s úkolem „- [ ] zavolat“ nezačíná hlavičkou"),
    ],
)
def test_a_forgotten_header_is_told_by_lines_of_minutes(text: str, place: str, message: str):
    warning = looks_like_minutes(SourceFile("x.md", text))
    assert warning is not None
    actual = ((found(text, warning) or ())[:2], warning.message, warning.cure)
    assert actual == (("Z105", place), message, EXAMPLE)


@pytest.mark.parametrize(
    "text",
    [
        "# README\n\nText\n\n---\n\nText\n",
        "# Data: jak na to\n\nDatumovka: x\n",
        "Nadpis\n======\nklíč: hodnota\n",
        "Text s - [ ] uprostřed a Datum: uvnitř.\n",
        "",
    ],
)
def test_an_ordinary_text_is_no_forgotten_meeting(text: str):
    assert looks_like_minutes(SourceFile("x.md", text)) is None


def test_a_named_file_without_a_header_gets_an_example():
    problem = no_front_matter(SourceFile("x.md", "Text\n"))
    actual = (found("Text\n", problem), problem.message, problem.cure)
    message = "soubor nezačíná hlavičkou, první řádek není „---“"
    assert actual == (("Z104", "1:1", 4), message, EXAMPLE)
