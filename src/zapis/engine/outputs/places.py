"""Where documents go: the output mirrors the folders of the sources."""

import os
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from msgspec import Struct

from zapis.model.meeting import Meeting
from zapis.workspace import Workspace

FULL_SUFFIX = "-uplne"


class Target(Struct, frozen=True):
    """Where the documents of one meeting go: a path without an ending, and the way back.

    `link_base` leads from the folder of the documents to that of the source, for relative links.
    """

    stem: Path
    link_base: str

    def path(self, ending: str) -> Path:
        """The file of one format."""
        return self.stem.with_name(f"{self.stem.name}.{ending}")


def target_of(workspace: Workspace, output: Path, meeting: Meeting) -> Target:
    """The target of a meeting below an output folder."""
    stem = output / output_stem(meeting)
    sources = (workspace.root / meeting.path).parent
    return Target(stem, way_back(stem.parent, sources))


def output_stem(meeting: Meeting) -> PurePosixPath:
    """The path of the documents below the output folder, without an ending.

    A full version with something to hide says so in its name (language, section 7).
    """
    return _stem_of(meeting.path, FULL_SUFFIX if meeting.restricted else "")


@lru_cache(maxsize=64)
def _stem_of(path: str, suffix: str) -> PurePosixPath:
    """**Why** kept: it is asked for once for the index and once for the documents."""
    source = PurePosixPath(path)
    return source.with_name(f"{source.stem}{suffix}")


@lru_cache(maxsize=256)
def way_back(folder: Path, sources: Path) -> str:
    """The beginning of links from files in one folder to files in another; empty for the same."""
    try:
        relative = os.path.relpath(sources, folder)
    except ValueError:  # another drive of Windows
        return f"{sources.absolute().as_uri()}/"
    return "" if relative == "." else quote(Path(relative).as_posix()) + "/"
