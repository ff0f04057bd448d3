"""Every page in Chromium: accessible at all widths and on paper, fetches and hides nothing."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from msgspec import Struct

from built_documents import NAMES, BuiltWorkspaces

playwright = pytest.importorskip("playwright.sync_api", reason="není nainstalováno zapis[overeni]")
axe = pytest.importorskip("axe_playwright_python", reason="není nainstalováno zapis[overeni]")

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not _CHROMIUM, reason="není Chromium")
_AXE = Path(axe.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
_LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
_RUN = "levels => axe.run({runOnly: {type: 'tag', values: levels}, resultTypes: ['violations']})"
_QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)


class Request(Protocol):
    """What a page asks for."""

    @property
    def url(self) -> str: ...


class Tab(Protocol):
    """A tab of the browser, as far as it is used here."""

    def on(self, event: str, handler: Callable[[Request], None]) -> None: ...
    def set_viewport_size(self, viewport_size: dict[str, int]) -> None: ...
    def emulate_media(self, *, media: str) -> None: ...
    def goto(self, url: str) -> object: ...
    def evaluate(self, expression: str, arg: object = None) -> Any: ...  # noqa: ANN401 - JSON
    def close(self) -> None: ...


class Browser(Protocol):
    """A window without memory of other pages."""

    def new_page(self) -> Tab: ...


class Screen(Struct, frozen=True):
    """How a page is looked at: its width in CSS pixels, on a screen or on paper."""

    name: str
    width: int
    media: str = "screen"


SCREENS = (Screen("360", 360), Screen("1280", 1280), Screen("tisk", 643, "print"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that may evaluate what the tests ask, although pages forbid all scripts."""
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=_CHROMIUM, args=[*_QUIET])
        yield chromium.new_context(bypass_csp=True, offline=True)
        chromium.close()


@pytest.fixture(params=SCREENS, ids=lambda screen: screen.name)
def screen(request: pytest.FixtureRequest) -> Screen:
    return request.param


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_shut_out(browser: Browser, built: BuiltWorkspaces, name: str, screen: Screen):
    """No violation of WCAG 2.1 A and AA, no request, and no need to scroll to the side."""
    tab, asked = opened(browser, built[name].path("html"), screen)
    tab.evaluate(_AXE)
    violations = tab.evaluate(_RUN, _LEVELS)["violations"]
    wide = tab.evaluate("document.documentElement.scrollWidth")
    tab.close()
    found = [(item["id"], [node["html"] for node in item["nodes"]]) for item in violations]
    assert (found, asked, wide) == ([], [], screen.width)


def opened(browser: Browser, path: Path, screen: Screen) -> tuple[Tab, list[str]]:
    """The page, and the addresses that it asks for besides itself and what it carries."""
    tab = browser.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.set_viewport_size({"width": screen.width, "height": 800})
    tab.emulate_media(media=screen.media)
    tab.goto(path.as_uri())
    return tab, [url for url in asked if url != path.as_uri() and not url.startswith("data:")]
