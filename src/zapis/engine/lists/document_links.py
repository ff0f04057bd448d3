"""Links from lists of tasks to the documents of the meetings that set them."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from urllib.parse import quote

from zapis.engine.outputs.places import FULL_SUFFIX, way_back

_ENDINGS = ("html", "docx")


def link_documents(output: Path, folder: Path, paths: Iterable[str]) -> Mapping[str, str]:
    """Links from files in `folder` to documents below `output`, by the paths of minutes.

    The page is preferred to the Word document, the newer to one that another name of the full
    version left behind; minutes without a document have no link.
    """
    base = way_back(folder, output)
    found = ((path, find_document(output, path)) for path in dict.fromkeys(paths))
    return MappingProxyType(
        {path: f"{base}{quote(name.as_posix())}" for path, name in found if name is not None}
    )


def find_document(output: Path, path: str) -> PurePosixPath | None:
    """The document of minutes that is there now, relative to the output folder."""
    source = PurePosixPath(path)
    if source.is_absolute() or ".." in source.parts or not source.stem:
        return None
    for ending in _ENDINGS:
        names = [source.with_name(f"{source.stem}{mark}.{ending}") for mark in ("", FULL_SUFFIX)]
        changed = {name: time for name in names if (time := _changed(output / name)) is not None}
        if changed:
            return max(changed, key=changed.__getitem__)
    return None


def _changed(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return None
