"""The documents of all examples and of the torture workspace, made once for all tests of them."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec import Struct

from examples import EXAMPLES, contents, copy_examples
from making import build_workspace
from zapis import pipeline
from zapis.model.meeting import Meeting
from zapis.render.views import DocumentView

TORTURE = Path(__file__).parent / "golden" / "torture"
_NOT_COPIED = shutil.ignore_patterns("vystup", ".zapis", "ukoly.md")


class BuiltDocument(Struct, frozen=True):
    """The documents of one meeting: their path without an ending, and the view they came from."""

    name: str
    stem: Path
    view: DocumentView

    @property
    def workspace(self) -> str:
        return self.name.partition("/")[0]

    def path(self, ending: str) -> Path:
        return self.stem.with_name(f"{self.stem.name}.{ending}")

    @property
    def html(self) -> str:
        return self.path("html").read_text(encoding="utf-8")


class BuiltWorkspaces(Struct, frozen=True):
    """Workspaces as they are after a build, by name, and their documents."""

    roots: Mapping[str, Path]
    documents: tuple[BuiltDocument, ...]

    def __getitem__(self, name: str) -> BuiltDocument:
        return next(document for document in self.documents if document.name == name)

    def pictures(self, name: str) -> dict[str, bytes]:
        """The files of a workspace that documents may embed."""
        found = contents(self.roots[name])
        return {path: data for path, data in found.items() if path.endswith((".png", ".svg"))}


# The names of all documents, known before they are made: each is a test of its own.
NAMES = tuple(
    sorted(
        f"{root.name}/{path.relative_to(root).with_suffix('')}"
        for root in (EXAMPLES, TORTURE)
        for path in root.glob("*/20*.md")
    )
)


def build_all(folder: Path) -> BuiltWorkspaces:
    """Both workspaces copied to a folder and built there."""
    shutil.copytree(TORTURE, folder / TORTURE.name, ignore=_NOT_COPIED)
    roots = {TORTURE.name: folder / TORTURE.name}
    roots[EXAMPLES.name] = copy_examples(folder / EXAMPLES.name)
    made = tuple(document for root in roots.values() for document in _build(root))
    return BuiltWorkspaces(MappingProxyType(roots), made)


def _build(root: Path) -> list[BuiltDocument]:
    """The documents of a workspace; their views are caught where documents are made of them."""
    views: dict[str, DocumentView] = {}
    make_view = pipeline.make_view

    def catch(meeting: Meeting, **options: object) -> DocumentView:
        views[meeting.path] = made = make_view(meeting, **options)
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "make_view", catch)
        result = build_workspace(root)
    assert result.skipped == ()
    stems = {path.with_suffix("") for path in (*result.written, *result.unchanged)}
    by_source = {stem.relative_to(root / "vystup").as_posix(): stem for stem in stems}
    by_source |= {name.removesuffix("-uplne"): stem for name, stem in by_source.items()}
    sources = {path: path.removesuffix(".md") for path in views}
    return [
        BuiltDocument(f"{root.name}/{source}", by_source[source], views[path])
        for path, source in sources.items()
    ]
