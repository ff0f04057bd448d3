"""After any edits the preview shows what one that starts now would show."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from making import TODAY, build_workspace, make_workspace
from zapis.engine.preview.judging import judge, judge_quickly
from zapis.engine.preview.knowledge import Knowledge, open_knowledge
from zapis.engine.preview.stamps import PATIENCE
from zapis.engine.tracker.store import read_stored
from zapis.workspace import open_workspace

PICTURE = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
)
PICTURE += b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
SERIES = "serie:\n  p:\n    nazev: Porada\n    zkratka: P\n"
SETTINGS = (SERIES, SERIES.replace("Porada", "Komise"), "serie: [\n")
PICTURED = "![Znak](znak.gif) a [zápis](b.md)\n"
BODIES = (
    "Dobrý den.\n",
    "- [ ] Sepsat smlouvu @Malý do 31. 3. 2026\n",
    "- [ ] Koupit papír @Malý\n- [ ] Sepsat smlouvu @Malý do 31. 3. 2026\n",
    "- [x] #P-2026-03-01/1 hotovo\n",
    PICTURED,
)
OWN = '{% extends "zapis.html" %}{% block zaznam %}Naše.{{ super() }}{% endblock %}'
TEMPLATES = (OWN, OWN.replace("Naše", "Vaše"), "{{ nazef }}")
NAMES = ("a.md", "b.md", "c/d.md")
DATES = ("1. 3. 2026", "8. 3. 2026", "15. 3. 2026", "31. 2. 2026")

Edit = Callable[[Path, str], None]
"""A change of a workspace; the words are new ones, so that every text has a length of its own."""


def write(name: str, date: str, body: str) -> Edit:
    def edit(root: Path, words: str) -> None:
        header = f"---\nserie: p\ndatum: {date}\npritomni: Jan Malý\n---\n"
        make_workspace(root, {name: f"{header}{body}\n{words}\n"})

    return edit


def put(name: str, content: str | bytes) -> Edit:
    def edit(root: Path, words: str) -> None:
        comment = f"# {words}\n" if name == "zapis.yaml" else ""
        make_workspace(root, {name: f"{comment}{content}" if comment else content})

    return edit


def delete(name: str) -> Edit:
    return lambda root, _words: (root / name).unlink(missing_ok=True)


def rename(name: str, other: str) -> Edit:
    def edit(root: Path, _words: str) -> None:
        if (root / name).exists():
            (root / other).parent.mkdir(exist_ok=True)
            (root / name).replace(root / other)

    return edit


names = st.sampled_from(NAMES)
edits = st.one_of(
    st.builds(write, names, st.sampled_from(DATES), st.sampled_from(BODIES)),
    st.builds(write, names, st.sampled_from(DATES[:3]), st.just(PICTURED)),
    st.builds(put, st.just("sablony/zapis.html"), st.sampled_from(TEMPLATES)),
    st.builds(put, st.just("znak.gif"), st.just(PICTURE)),
    st.builds(delete, st.sampled_from((*NAMES, "znak.gif", "sablony/zapis.html"))),
    st.builds(rename, names, names),
)
rare = st.builds(put, st.just("zapis.yaml"), st.sampled_from(SETTINGS))
steps_of_edits = st.lists(
    st.lists(edits, min_size=1, max_size=2) | st.lists(rare, max_size=1), min_size=1, max_size=6
)


def settle(known: Knowledge, now: float) -> None:
    for seconds in (now, now + PATIENCE):
        known.look(seconds, ())
        known.read_urgent()
        while known.read_waiting():
            pass
        if known.is_stale:
            known.judge()


def shown(known: Knowledge) -> dict[str, object]:
    """Documents and what is said, by path."""
    pages = {path: known.page(path) for path in sorted(known.library.sources)}
    return {
        path: page
        and (page.document, [item.message for one in page.reports for item in one.diagnostics])
        for path, page in pages.items()
    }


@settings(max_examples=60)
@given(steps_of_edits)
def test_an_old_preview_shows_what_a_new_one_does(steps: list[list[Edit]]):
    """In the end settings are right: of broken ones only the old preview knows what they were."""
    with tempfile.TemporaryDirectory() as folder:
        root = make_workspace(Path(folder), {"zapis.yaml": SERIES})
        for name, date in zip(NAMES, DATES, strict=False):
            write(name, date, PICTURED)(root, "")
        known = open_knowledge(open_workspace(root), frozenset(), lambda: TODAY)
        settle(known, 0.0)
        for number, step in enumerate(steps, 1):
            for turn, edit in enumerate(step):
                edit(root, "x" * (10 * number + turn))
            settle(known, 10.0 * number)
            shown(known)
        if open_workspace(root).broken:
            put("zapis.yaml", SERIES)(root, "y" * 100)
            settle(known, 1000.0)
        fresh = open_knowledge(open_workspace(root), frozenset(), lambda: TODAY)
        settle(fresh, 0.0)
        assert shown(known) == shown(fresh)


@settings(max_examples=60)
@given(steps_of_edits)
def test_what_the_index_knows_is_what_reading_all_finds(steps: list[list[Edit]]):
    """Every step is made after a build, which leaves the index."""
    with tempfile.TemporaryDirectory() as folder:
        root = make_workspace(Path(folder), {"zapis.yaml": SERIES})
        for name, date, body in zip(NAMES, DATES, BODIES[1:], strict=False):
            write(name, date, body)(root, "")
        for number, step in enumerate(steps, 1):
            build_workspace(root)
            for turn, edit in enumerate(step):
                edit(root, "x" * (10 * number + turn))
            workspace = open_workspace(root)
            if workspace.broken:
                put("zapis.yaml", SERIES)(root, "y" * 100)
                continue
            known = open_knowledge(workspace, frozenset(), lambda: TODAY)
            settle(known, 0.0)
            kept = tuple(known.library.kept.values())
            whole = judge(kept, read_stored(workspace), TODAY)
            quick = judge_quickly(workspace, kept, TODAY) or whole
            reports = [item.report.diagnostics for item in (quick, whole)]
            assert (quick.slices, quick.said, reports[0]) == (whole.slices, whole.said, reports[1])
