"""From saving minutes to the page in the browser, in a real Chromium."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bench.commands import zapis_command
from bench.corpus import build_once, copy_sources, minutes_in
from bench.measuring import environment_of
from bench.setting import Setting
from bench.table import Amount, Missing, Row, at_most, of_meetings

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_MUST, _AIM = at_most(0.3, "s"), at_most(0.15, "s")
_EDITS = {
    "nový odstavec": "\n\nOdstavec {}.\n",
    "nový úkol": "\n\n- [ ] Vyřídit {} @Novák do 31. 12. 2026\n",
}
# Between two savings of a person there is always more than this.
_PAUSE = 0.7
_LONGEST = 60.0
_SHOWN = """words => new Promise(resolve => {
  const look = () => {
    const frame = document.querySelector('iframe:not(.chysta)');
    const is_shown = frame?.contentDocument?.body?.textContent.includes(words);
    is_shown ? resolve() : setTimeout(look, 2);
  };
  look();
})"""


def rows(setting: Setting) -> Iterator[Row]:
    """How long a person waits for the preview: at its start, and after saving one meeting."""
    meetings = setting.sizes.middle
    names = [f"uložení → stránka v prohlížeči, {edit}" for edit in _EDITS]
    names.append("`zapis nahled` → první stránka v prohlížeči")
    bounds = [(_MUST, _AIM)] * len(_EDITS) + [(None, None)]
    if missing := _missing():
        figures: list[Amount | Missing] = [missing] * len(names)
    else:
        copy = copy_sources(setting.sources(meetings), setting.folder / f"nahled-{meetings}")
        figures = list(_measure(build_once(copy), setting.times))
    for name, (must, aim), figure in zip(names, bounds, figures, strict=True):
        yield Row(f"{name}, {of_meetings(meetings)}", must, aim, figure)


def _missing() -> Missing | None:
    try:
        import playwright  # noqa: F401, PLC0415 - of the extra `overeni`
    except ImportError:
        return Missing("není nainstalováno zapis[overeni]")
    return None if _CHROMIUM else Missing("není Chromium")


def _measure(root: Path, times: int) -> Iterator[Amount]:
    found = minutes_in(root)
    source = found[len(found) // 2]
    text = source.read_text(encoding="utf-8")
    try:
        with _browser() as tab:
            yield from _in_browser(tab, root, source, times)
    finally:
        source.write_text(text, encoding="utf-8")


def _in_browser(tab: Any, root: Path, source: Path, times: int) -> Iterator[Amount]:  # noqa: ANN401 - of playwright
    text, started = source.read_text(encoding="utf-8"), time.perf_counter()
    with _started(root) as address:
        tab.goto(f"{address}{quote(source.relative_to(root).as_posix())}")
        tab.evaluate(_SHOWN, "")
        first = time.perf_counter() - started
        tab.locator("#prubeh:empty").wait_for(state="attached", timeout=_LONGEST * 1000)
        for edit, more in _EDITS.items():
            seconds = [_save(tab, source, text, more, turn) for turn in range(times + 1)]
            yield Amount(f"uložit soubor: {edit}", tuple(seconds[1:]), "s")
        yield Amount("zapis nahled", (first,), "s")


def _save(tab: Any, source: Path, text: str, more: str, turn: int) -> float:  # noqa: ANN401 - of playwright
    """Seconds from the end of writing to the new words in the document that is seen."""
    time.sleep(_PAUSE)
    words = f"Slovo{turn}{more.count('[')}"
    source.write_text(text + more.format(words), encoding="utf-8")
    started = time.perf_counter()
    tab.evaluate(_SHOWN, words)
    return time.perf_counter() - started


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of the extra `overeni`

    with sync_playwright() as started:
        chromium = started.chromium.launch(
            executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        tab = chromium.new_page()
        tab.set_default_timeout(_LONGEST * 1000)
        yield tab
        chromium.close()


@contextmanager
def _started(root: Path) -> Iterator[str]:
    """The address of a preview that runs as a process of its own, as at work."""
    command = zapis_command("nahled", root)
    process = subprocess.Popen(  # noqa: S603 - our own program
        command.words,
        env=environment_of(command),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found is not None
        yield found[0]
    finally:
        process.terminate()
        process.communicate()
