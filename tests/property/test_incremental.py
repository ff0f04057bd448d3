"""The index never shows in documents: a build after any edits equals a build from nothing."""

import os
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from boards import COPY, EDITS, FILES, FIRST, OTHER, SETTINGS, Edit, board, delete, rename, write
from making import TODAY, make_workspace
from zapis.engine.build import BuildRequest, BuildResult, build
from zapis.engine.index import stamps
from zapis.engine.index.opening import open_known_workspace
from zapis.engine.index.store import NAME
from zapis.engine.untouched import recall_untouched_build
from zapis.workspace import open_workspace

_DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00%b\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89"
)
_PAGE = (
    '{% extends "zapis.html" %}{% block zaznam %}{% include "cast.html" %}'
    "{{ super() }}{% endblock %}"
)
_PICTURED = f"{OTHER}\n![Mapa](obrazky/mapa.png) a [plán](plan.pdf)\n"
_WITH_TEMPLATE = OTHER.replace("serie", "sablona: nase\nserie")
_PROJECT = "projekty:\n  most: {nazev: Most, loga: {zahlavi: logo.png}}\n"
_MORE = f"{SETTINGS}{_PROJECT}"


def _set_times(moment: float) -> Edit:
    """All files get another time of modification: a copy, a checkout, a clock set back."""

    def edit(root: Path) -> None:
        for path in root.rglob("*.*"):
            os.utime(path, (moment, moment))

    return edit


def _damage_index(root: Path) -> None:
    with (root / ".zapis" / NAME).open("r+b") as file:
        file.seek(file.seek(0, os.SEEK_END) // 2)
        file.write(b"\xff" * 5000)


def _build_some(**changes: object) -> Edit:
    """A build of something else than everything, which must not confuse the next one."""

    def edit(root: Path) -> None:
        request = replace(BuildRequest(TODAY), **changes)  # type: ignore[arg-type]  # fields by name
        build(open_workspace(root), request)

    return edit


def _picture(width: int) -> bytes:
    return _DOT.replace(b"%", bytes((width,)))


_LOSSES: tuple[Edit, ...] = (delete(f".zapis/{NAME}"), _damage_index)
_OWN: tuple[Edit, ...] = (
    *_LOSSES,
    _set_times(1_000_000_000),
    _set_times(time.time() + 1_000_000),
    board,
    delete("vystup/a.html"),
    lambda root: shutil.rmtree(root / "vystup"),
    _build_some(formats=("html",)),
    _build_some(paths=frozenset({"a.md"})),
    _build_some(paths=frozenset({"b.md"}), formats=("docx",)),
    _build_some(again=True),
    write("zapis.yaml", SETTINGS.replace("Lhota", "Horní Lhota")),
    write("zapis.yaml", SETTINGS.replace("Rada města", "Zastupitelstvo")),
    write("zapis.yaml", f"{SETTINGS}formaty: html\n"),
    write("zapis.yaml", SETTINGS.replace("Novák", "Nováček")),
    write("zapis.yaml", SETTINGS.replace("osoby", "  vybor: {nazev: Výbor}\nosoby")),
    write("zapis.yaml", _MORE.replace("zkratka: R,", "zkratka: R, projekt: most,")),
    write("zapis.yaml", SETTINGS),
    lambda root: make_workspace(root, {"logo.png": _picture(20)}),
    lambda root: make_workspace(root, {"logo.png": _picture(40)}),
    lambda root: make_workspace(root, {"obrazky/mapa.png": _picture(30)}),
    lambda root: make_workspace(root, {"obrazky/mapa.png": _picture(50)}),
    delete("obrazky/mapa.png"),
    write("c.md", _PICTURED),
    write("plan.pdf", "plán"),
    write("c.md", _WITH_TEMPLATE),
    write("sablony/nase.html", _PAGE),
    write("sablony/nase.html", f"{_PAGE}\n"),
    write("sablony/cast.html", "<p>Úřad</p>\n"),
    write("sablony/cast.html", "<p>Obec</p>\n"),
    write("sablony/jina.html", _PAGE),
    write("sablony/zapis.html", '{% extends "zapis.html" %}'),
    delete("sablony/nase.html"),
    write("a.md", FIRST.replace("datum", "skryt: [Jan Novák]\ndatum")),
    write("a.md", FIRST.replace("Cháb (", "Chabr (")),
    write("a.md", FIRST),
    write("a.md", FIRST.replace("---\n- [ ] O", "---\nSlovo.\n\n- [ ] O")),
    write("pod/a.md", COPY),
    rename("a.md", "pod/b.md"),
    rename("b.md", "B.md"),
)
_EDITS = [edit for edits in EDITS.values() for edit in edits]


def _documents(root: Path) -> Mapping[str, bytes]:
    output = root / "vystup"
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file()
    }


def _tracker(root: Path) -> bytes:
    path = root / "ukoly.md"
    return path.read_bytes() if path.exists() else b""


def _build_from_nothing(root: Path, copy: Path) -> BuildResult:
    """A build of the same workspace with the same tracker, of which nothing is remembered."""
    shutil.copytree(root, copy, symlinks=True, ignore=shutil.ignore_patterns(".zapis", "vystup"))
    return build(open_workspace(copy), BuildRequest(TODAY))


_SOON = 20_000_000
"""Nanoseconds after which a stamp is trusted, and sources may rest; on this disk they are safe."""
_EXAMPLES = 400 if os.environ.get("HYPOTHESIS_PROFILE") == "nahodne" else 25


@settings(max_examples=_EXAMPLES, deadline=None)
@given(
    st.lists(st.sampled_from([*_EDITS, *_OWN * 2]), min_size=1, max_size=7),
    # Nanoseconds after which a stamp is trusted; on this disk the shorter ones are safe, too.
    st.sampled_from([_SOON, 2_000_000_000]),
    st.sampled_from([1, 1, 1, 2]),
)
def test_a_build_after_any_edits_equals_a_build_from_nothing(
    edits: list[Edit], young: int, processes: int
):
    with TemporaryDirectory() as folder, patch.object(stamps, "_YOUNG", young):
        root = make_workspace(Path(folder) / "w", FILES)
        request = BuildRequest(TODAY, processes=processes)
        build(open_known_workspace(root), request)
        for number, edit in enumerate(edits):
            with suppress(OSError):  # what is not there cannot be deleted or renamed
                edit(root)
            seen = recall_untouched_build(workspace := open_known_workspace(root), request)
            result = build(workspace, request, seen=seen)
            fresh = _build_from_nothing(root, copy := Path(folder) / f"copy{number}")
            if result.blocked or _tracker(root) != _tracker(copy):
                # One that is not settled after an update gives other numbers at the next one.
                continue
            assert [item.path for item in result.skipped] == [item.path for item in fresh.skipped]
            kept, expected = _documents(root), _documents(copy)
            if any(edit in _LOSSES for edit in edits[: number + 1]):
                # Of documents that the index has forgotten none is removed.
                kept = {name: kept[name] for name in kept.keys() & expected.keys()}
            failed = {
                item.path.rpartition(".")[0].replace("\xa0", "\ufffd") for item in result.skipped
            }
            assert {
                name: data
                for name, data in kept.items()
                if name.rpartition(".")[0].removesuffix("-uplne") not in failed
            } == expected


@settings(max_examples=_EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from([*_EDITS, *_OWN * 2]), min_size=1, max_size=5))
def test_sources_that_rest_change_nothing_of_what_is_done_and_said(edits: list[Edit]):
    with TemporaryDirectory() as folder, patch.object(stamps, "_YOUNG", _SOON):
        root = make_workspace(Path(folder) / "w", FILES)
        _build_as_commands_do(root)
        for number, edit in enumerate(edits):
            with suppress(OSError):  # what is not there cannot be deleted or renamed
                edit(root)
            shutil.copytree(root, copy := Path(folder) / f"copy{number}", symlinks=True)
            expected = build(open_known_workspace(copy), BuildRequest(TODAY))
            done = _build_as_commands_do(root)
            # Who reads more of a damaged index loses more of it, and makes again what was right.
            is_damaged = _damage_index in edits[: number + 1]
            assert is_damaged or _account(done) == _account(expected)
            assert (_documents(root), _tracker(root)) == (_documents(copy), _tracker(copy))


def _build_as_commands_do(root: Path) -> BuildResult:
    """A build in which rests what can, some time after the last edit."""
    time.sleep(_SOON / 500_000_000)
    workspace, request = open_known_workspace(root), BuildRequest(TODAY)
    seen = recall_untouched_build(workspace, request)
    result = build(workspace, request, seen=seen)
    assert seen.summary in (None, result.summary)
    return result


def _account(result: BuildResult) -> tuple[object, ...]:
    """What a build has done and said, wherever it was done."""
    said = [(item.path, item.found) for item in result.said if not Path(item.path).is_absolute()]
    names = [[path.name for path in paths] for paths in (result.written, result.removed)]
    skipped = [item.path for item in result.skipped]
    return result.summary, said, names, skipped, result.reasons, result.blocked
