"""The preview in Chromium: what is saved is seen, nothing flickers, nothing is lost."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from making import make_workspace
from previewing import Previewed, previewed, until

playwright = pytest.importorskip("playwright.sync_api", reason="není nainstalováno zapis[overeni]")
axe = pytest.importorskip("axe_playwright_python", reason="není nainstalováno zapis[overeni]")

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not _CHROMIUM, reason="není Chromium")
_QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_AXE = Path(axe.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
_LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# Frames are looked at by the tests of documents.
_RUN = """levels => axe.run({exclude: ['iframe']},
  {runOnly: {type: 'tag', values: levels}, iframes: false, resultTypes: ['violations']})"""
_TEXT = """() => {
  const shown = document.querySelector('iframe:not(.chysta)');
  const place = shown ? shown.contentDocument.body : document.querySelector('main');
  return place?.innerText ?? "";
}"""
_WATCH = """() => {
  window.seen = [];
  const look = () => {
    const shown = document.querySelector('iframe:not(.chysta)');
    const text = (shown?.contentDocument.body ?? document.querySelector('main')).innerText;
    if (text !== window.seen.at(-1)) window.seen.push(text);
    requestAnimationFrame(look);
  };
  look();
}"""

HEADER = "---\nnazev: Schůzka\ndatum: 16. 3. 2026\npritomni: Jan Malý\n---\n"
LONG = "".join(f"# Bod {number}\n\n{'Dlouhý odstavec. ' * 40}\n\n" for number in range(1, 30))

Tab = Any
"""A page of playwright, which has no types without the extra."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=_CHROMIUM, args=[*_QUIET])
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Tab]:  # noqa: ANN401 - of playwright
    """A tab that must not complain of anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    yield page
    context.close()
    assert [text for text in complaints if "404" not in text] == []


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Previewed]:
    root = make_workspace(tmp_path, {"a.md": f"{HEADER}Dobrý den.\n", "b/c.md": f"{HEADER}{LONG}"})
    (root / "b/c.md").write_text(f"{HEADER.replace('16.', '17.')}{LONG}", encoding="utf-8")
    with previewed(root) as preview:
        yield preview


def sees(tab: Tab, words: str) -> bool:
    """Whether words come to be seen where the document is."""
    return words in until(lambda: text_of(tab), lambda text: words in text)


def text_of(tab: Tab) -> str:
    """The text that is seen; none while one page is being replaced by another."""
    try:
        return str(tab.evaluate(_TEXT))
    except playwright.Error:
        return ""


def seen_in(tab: Tab) -> list[str]:
    """The texts that `_WATCH` saw, in order."""
    return [str(text) for text in tab.evaluate("() => window.seen")]


def write(shown: Previewed, path: str, body: str) -> None:
    header = HEADER.replace("16.", "17.") if path == "b/c.md" else HEADER
    (shown.root / path).write_text(header + body, encoding="utf-8")


def test_what_is_saved_is_seen(shown: Previewed, tab: Tab):
    tab.goto(shown.url("a.md"))
    seen = [sees(tab, "Dobrý den.")]
    write(shown, "a.md", "Dobrý večer.\n\n- [ ] Zavřít okna @Malý do 31. 3. 2026\n")
    seen += [sees(tab, "Dobrý večer."), sees(tab, "Zavřít okna")]
    assert seen == [True, True, True]


def test_errors_stand_where_the_document_would_be_and_go_away(shown: Previewed, tab: Tab):
    tab.goto(shown.url("a.md"))
    (shown.root / "a.md").write_text(HEADER.replace("16. 3.", "31. 2."), encoding="utf-8")
    broken = sees(tab, "datum „31. 2. 2026“ neexistuje")
    write(shown, "a.md", "Zase dobře.\n")
    assert (broken, sees(tab, "Zase dobře.")) == (True, True)


@pytest.mark.parametrize("through_error", [False, True])
def test_the_place_in_the_document_is_kept(shown: Previewed, tab: Tab, *, through_error: bool):
    place = "() => document.querySelector('iframe:not(.chysta)').contentWindow.scrollY"
    tab.goto(shown.url("b/c.md"))
    sees(tab, "Bod 29")
    tab.frame_locator("iframe").locator("#obsah, h1").first.wait_for()
    tab.evaluate("() => document.querySelector('iframe').contentWindow.scrollTo(0, 1500)")
    tab.wait_for_timeout(200)
    if through_error:
        write(shown, "b/c.md", "::: nic\n\n- [ ] #99 x\n")
        (shown.root / "b/c.md").write_text("---\ndatum: 31. 2. 2026\n---\n", encoding="utf-8")
        sees(tab, "neexistuje")
    write(shown, "b/c.md", f"{LONG}Nový konec.\n")
    found = sees(tab, "Nový konec.")
    assert (found, until(lambda: tab.evaluate(place), lambda top: top == 1500)) == (True, 1500)


def test_saving_in_two_steps_never_shows_an_empty_page(shown: Previewed, tab: Tab):
    tab.goto(shown.url("a.md"))
    sees(tab, "Dobrý den.")
    tab.evaluate(_WATCH)
    source, pause = shown.root / "a.md", threading.Event()
    for number in range(4):
        text = f"{HEADER}Uloženo {number}.\n"
        if number % 2:  # as a program that removes the file first
            source.unlink()
            pause.wait(0.15)
            source.write_text(text, encoding="utf-8")
        else:  # as one that empties it
            source.write_bytes(b"")
            pause.wait(0.15)
            (source.with_name("a.tmp")).write_text(text, encoding="utf-8")
            source.with_name("a.tmp").replace(source)
        # The list itself is waited for: it is written frame by frame, later than what we see.
        until(lambda: seen_in(tab), lambda texts, words=f"Uloženo {number}.": words in texts[-1])
    texts = seen_in(tab)
    strange = [text for text in texts if "Dobrý den." not in text and "Uloženo" not in text]
    missing = [number for number in range(4) if not any(f"Uloženo {number}." in t for t in texts)]
    assert (missing, strange) == ([], [])


def test_a_renamed_file_is_followed(shown: Previewed, tab: Tab):
    tab.goto(shown.url("a.md"))
    (shown.root / "a.md").rename(shown.root / "b" / "nová schůzka.md")
    tab.wait_for_url("**/b/nov*")
    assert (tab.url.endswith("/b/nov%C3%A1%20sch%C5%AFzka.md"), sees(tab, "Dobrý den.")) == (
        *(True, True),
    )


def test_a_deleted_file_says_so_and_comes_back(shown: Previewed, tab: Tab):
    tab.goto(shown.url("a.md"))
    (shown.root / "a.md").unlink()
    gone = sees(tab, "v pracovní složce není")
    write(shown, "a.md", "Jsem zpět.\n")
    assert (gone, sees(tab, "Jsem zpět.")) == (True, True)


def test_the_list_gains_new_minutes(shown: Previewed, tab: Tab):
    tab.goto(shown.url(""))
    make_workspace(
        shown.root, {"d.md": HEADER.replace("Schůzka", "Nová komise").replace("16", "18")}
    )
    assert sees(tab, "Nová komise")


def test_links_to_other_minutes_open_here_and_to_files_beside(shown: Previewed, tab: Tab):
    make_workspace(shown.root, {"b/plán.txt": "Náš plán."})
    write(shown, "a.md", "Viz [zápis](b/c.md#bod) a [plán](b/plán.txt).\n")
    tab.goto(shown.url("a.md"))
    sees(tab, "Viz zápis")
    frame = tab.frame_locator("iframe:not(.chysta)")
    with tab.context.expect_page() as opened:
        frame.get_by_text("plán", exact=True).click()
    text = opened.value.evaluate("() => document.body.innerText")
    frame.get_by_text("zápis", exact=True).click()
    assert ("Náš plán." in text, sees(tab, "Bod 29"), "/b/c.md" in tab.url) == (True, True, True)


def test_hostile_minutes_run_nothing(shown: Previewed, tab: Tab):
    evil = '<img src=x onerror="top.hacked = 1"><script>top.hacked = 1</script>'
    write(shown, "a.md", f"{evil}\n\n[x](javascript:top.hacked=1)\n")
    tab.goto(shown.url("a.md"))
    found = sees(tab, "onerror")
    assert (found, tab.evaluate("() => window.hacked ?? 0")) == (True, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["", "a.md", "b/c.md", "chybi.md"])
def test_nobody_is_shut_out(browser: Any, shown: Previewed, path: str, width: int, scheme: str):  # noqa: ANN401 - of playwright
    """No violation of WCAG 2.1 A and AA in list, errors, document and message; no wide page."""
    (shown.root / "a.md").write_text(
        f"{HEADER.replace('16. 3.', '31. 2.')}![x](nic.png)\n", encoding="utf-8"
    )
    write(shown, "b/c.md", f"{LONG}![x](nic.png)\n")
    until(shown.page, lambda text: "1 chyba" in text and text.count("1 varování") == 2)
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    tab = context.new_page()
    tab.goto(shown.url(path))
    tab.evaluate("() => { for (const part of document.querySelectorAll('details')) part.open = 1 }")
    tab.evaluate(_AXE)
    violations = tab.evaluate(_RUN, _LEVELS)["violations"]
    wide = tab.evaluate("() => document.documentElement.scrollWidth")
    context.close()
    found = [(item["id"], [node["html"] for node in item["nodes"]]) for item in violations]
    assert (found, wide) == ([], width)
