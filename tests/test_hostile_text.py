"""Text that would be markup, a script or a template is text, wherever it stands."""

import re
import unicodedata
from pathlib import Path

import pytest

from docx_reading import parse_all, whole_text
from examples import contents, copy_examples
from html_page import Page
from making import build_workspace, make_workspace
from zapis.schema.keys import HEADER_KEYS

# No parentheses, commas and semicolons: those have a meaning in lists of persons.
PIECES = (
    "<b>&amp",
    "{{ 7*7 }}",
    "{% raw %}",
    "{% endraw %}",
    "{# nic #}",
    "]]>",
    "\"'><script>alert`1`</script>",
    "</style>",
    "<!-- x -->",
    "<img src=x onerror=alert`1`>",
    "<w:p/>",
)
HOSTILE = " ".join(PIECES)

# Their values are read, not printed; hostile text makes most of them an error.
SILENT = frozenset({"typography", "line_breaks", "data", "redact", "status"})
REFUSED = frozenset(
    {"series", "id", "date", "project", "template", "typography", "line_breaks", "data"}
)


def folded(text: str) -> str:
    """The text without what typography may change: blanks, quotes, dashes, signs of times."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[„“”\"‚‘’'`\s\u00a0\u200b]", "", text)
    return re.sub(r"[-–—]", "-", text.replace("×", "*").replace("…", "..."))


def lost(text: str, pieces: tuple[str, ...] = PIECES) -> list[str]:
    return [piece for piece in pieces if folded(piece) not in folded(text)]


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The elements and attributes that pages of the examples have."""
    root = copy_examples(tmp_path_factory.mktemp("vzor") / "p")
    build_workspace(root)
    pages = [data for path, data in contents(root).items() if path.endswith(".html")]
    return frozenset(name for data in pages for name in names_of(Page(data.decode())))


def names_of(page: Page) -> set[str]:
    return {
        name
        for element in page.elements
        for name in (element.tag, *(f"{element.tag}@{key}" for key in element.attributes))
    }


def faults(root: Path, harmless: frozenset[str]) -> dict[str, list[str]]:
    """Elements and attributes that no document should have; Word must be well-formed."""
    found: dict[str, list[str]] = {}
    for path, data in contents(root / "vystup").items():
        if path.endswith(".html"):
            page = Page(data.decode())
            strange = sorted(names_of(page) - harmless - KNOWN)
            found |= {path: strange + page.faults} if strange or page.faults else {}
        else:
            parse_all(data)
    return found


# What the examples happen not to have.
KNOWN = frozenset(
    {"s", "code", "pre", "ol@start", "a@title", "blockquote", "h5", "h6", "hr", "td@class"}
    | {
        "th@class",
        "h2@class",
        "li@value",
        "img",
        "img@src",
        "img@alt",
        "img@width",
        "img@height",
        "table@class",
    }
)


def words(root: Path, stem: str) -> tuple[str, str]:
    """The text of the page and that of the Word document."""
    page = Page((root / f"vystup/{stem}.html").read_text(encoding="utf-8"))
    body = page.find("body")[0].text
    return body, whole_text((root / f"vystup/{stem}.docx").read_bytes())


@pytest.fixture(scope="module")
def headers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one file for each key of the header, its value hostile."""
    value = HOSTILE.replace("'", "''")
    files: dict[str, str | bytes] = {
        f"{key.name}.md": f"---\n{key.name}: '{value}'\n---\nText.\n" for key in HEADER_KEYS
    }
    files["vlastni.md"] = f"---\nVlastní řádek: '{value}'\n---\nText.\n"
    root = make_workspace(tmp_path_factory.mktemp("hlavicky"), files)
    build_workspace(root)
    return root


def test_only_keys_that_must_be_understood_refuse_hostile_text(headers: Path):
    built = {path.stem for path in (headers / "vystup").glob("*.html")}
    assert {key.name for key in HEADER_KEYS} - {
        stem.removesuffix("-uplne") for stem in built
    } <= REFUSED


PRINTED = [*sorted({key.name for key in HEADER_KEYS} - SILENT - REFUSED), "vlastni"]


@pytest.mark.parametrize("stem", PRINTED)
def test_every_key_prints_hostile_text_as_text(headers: Path, stem: str):
    page, word = words(headers, stem)
    assert (lost(page), lost(word)) == ([], [])


def test_no_key_brings_markup_into_a_document(headers: Path, harmless: frozenset[str]):
    assert faults(headers, harmless) == {}


def test_a_label_of_an_own_line_may_be_hostile(tmp_path: Path, harmless: frozenset[str]):
    make_workspace(tmp_path, {"a.md": "---\n'<script>{{ 7*7 }} ]]>': x\n---\n"})
    build_workspace(tmp_path)
    pieces = ("<script>", "{{ 7*7 }}", "]]>")
    assert faults(tmp_path, harmless) == {}
    assert [lost(text, pieces) for text in words(tmp_path, "a")] == [[], []]


SETTINGS = f"""\
organizace: {HOSTILE!r}
stitky:
  Přehled úkolů: &
  Zodpovídá: &
  Termín: &
druhy:
  beseda:
    titulek: &
serie:
  s:
    nazev: &
    zkratka: S
    typ: &
    titulek: &
    clenove: [&]
    projekt: p
projekty:
  p:
    nazev: &
    cislo: &
    zahlavi: [&, &]
    zapati: &
osoby:
  - {{jmeno: &, organizace: &, funkce: &, alias: [&]}}
"""


def test_names_of_the_settings_may_be_hostile(tmp_path: Path, harmless: frozenset[str]):
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    settings = (
        SETTINGS.replace(f"{HOSTILE!r}", quoted)
        .replace(" &", f" {quoted}")
        .replace("[&", f"[{quoted}")
    )
    make_workspace(
        tmp_path,
        {"zapis.yaml": settings, "a.md": "---\nserie: s\ndatum: 9. 4. 2026\n---\n- [ ] Úkol\n"},
    )
    result = build_workspace(tmp_path)
    assert (result.meetings, faults(tmp_path, harmless)) == (1, {})
    assert [lost(text) for text in words(tmp_path, "a")] == [[], []]


NAMES = ("{{ 7*7 }} {% raw %}", "<b>&amp;", "' onerror=alert`1`", "$(touch x) `y`")


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_may_be_hostile(name: str, tmp_path: Path, harmless: frozenset[str]):
    quoted = name.replace("'", "''")
    header = f"---\ndatum: 9. 4. 2026\nprilohy: [{{soubor: '{quoted}.txt'}}]\n---\n- [ ] Úkol\n"
    make_workspace(tmp_path, {f"{name}.md": header, f"{name}.txt": "x"})
    result = build_workspace(tmp_path)
    built = sorted(path.name for path in (tmp_path / "vystup").iterdir())
    assert (result.meetings, built, faults(tmp_path, harmless)) == (
        1,
        [f"{name}.docx", f"{name}.html"],
        {},
    )
    assert [lost(text, (name,)) for text in words(tmp_path, name)] == [[], []]


BODY = ("{{ 7*7 }}", "{% raw %}", "]]>", "<script>alert(1)</script>", "&", "</td>", "<w:p/>")
H = " ".join(BODY)
CELL = H.replace("|", "")
CONSTRUCTS = {
    "heading": f"# {H}\n\nText.",
    "lower heading": f"# A\n\n### {H}\n\nText.",
    "paragraph": H,
    "bullets": f"- {H}\n- {H}",
    "numbers": f"1. {H}\n2. {H}",
    "quote": f"> {H}",
    "emphasis": f"*{H}* **{H}** ~~{H}~~",
    "code": f"`{H}`",
    "fence": f"```\n{H}\n```",
    "table": f"| {CELL} | B |\n|---|---|\n| {CELL} | {CELL} |",
    "link text": f"[{H}](https://example.cz/)",
    "link target": "[odkaz](https://example.cz/{{7*7}}'\"><script>)",
    "link title": f'[odkaz](https://example.cz/ "{H}") {H}',
    "picture": f"![{H}](neni.png)",
    "footnote": f"Text.[^1]\n\n[^1]: {H}",
    "span": f"[{H}]{{.skryt}}",
    "unknown span": f"[{H}]{{.<script>}}",
    "group": f"::: skupina {H}\n{H}\n:::",
    "card": f"::: karta 1 {H}\nPopis: {H}\n\nHarmonogram:\n2031: {H}\n:::",
    "resolution": f"::: usneseni {H}\n{H}\n\nHlasování: {H}\n:::",
    "conclusion": f"::: zaver\n{H}\n:::",
    "not public": f"::: neverejne {H}\n{H}\n:::",
    "unknown block": f"::: <script>{H}\n{H}\n:::",
    "task": f"- [ ] {H}",
    "task in words": f"Úkol: {H}, zodpovídá: {H}, T: 20. 4.",
    "assignee": f"- [ ] Úkol {H} @„{H}“ (termín: {H})",
    "task label": f"Úkol č. {H}: {H}",
    "mention": f"Text [úkol {H} @„{H}“]{{.ukol}}.",
    "html": f"<div onclick='x'>\n{H}\n</div>",
    "comment": f"<!-- x -->{H}",
    "line": f"---\n{H}",
}


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, str | bytes] = {
        f"{name}.md": f"---\nnazev: Porada {name}\n---\n{body}\n"
        for name, body in CONSTRUCTS.items()
    }
    root = make_workspace(tmp_path_factory.mktemp("zaznamy"), files)
    build_workspace(root)
    for path in root.glob("vystup/*-uplne.*"):
        path.rename(path.with_name(path.name.replace("-uplne", "")))
    return root


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_every_construct_prints_hostile_text_as_text(bodies: Path, name: str):
    pieces = BODY if H in CONSTRUCTS[name] else ()
    assert [lost(text, pieces) for text in words(bodies, name)] == [[], []]


def test_no_construct_brings_markup_into_a_document(bodies: Path, harmless: frozenset[str]):
    assert faults(bodies, harmless) == {}


def test_nothing_is_computed(headers: Path, bodies: Path):
    pages = [p.read_text(encoding="utf-8") for r in (headers, bodies) for p in r.rglob("*.html")]
    texts = [re.sub(r"(?s)<style.*?</style>", "", page) for page in pages]
    assert [text for text in texts if "49" in text] == []


def test_no_link_runs_a_script(bodies: Path):
    pages = [Page(p.read_text(encoding="utf-8")) for p in bodies.rglob("*.html")]
    links = [a.attributes.get("href", "#") for page in pages for a in page.find("a")]
    assert [link for link in links if not link.startswith(("#", "https://example.cz/"))] == []


def test_the_tracker_keeps_hostile_sentences_and_stays_readable(bodies: Path):
    tracker = bodies / "ukoly.md"
    before = tracker.read_bytes()
    assert lost(tracker.read_text(encoding="utf-8").replace("\\", ""), BODY) == []
    result = build_workspace(bodies)
    assert result.tracking is not None
    assert (result.tracking.report.diagnostics, tracker.read_bytes()) == ((), before)
