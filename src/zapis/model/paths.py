"""Paths written in minutes: relative to their file, never outside the workspace."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_DRIVE = 2


def resolve(folder: str, relative: str) -> str | None:
    """A path written in a file of `folder`, relative to the root; None if it leaves the root.

    Both use `/`; a backslash in `relative` counts as `/`, an absolute path or a drive leaves.
    """
    relative = relative.replace("\\", "/")
    if relative.startswith("/") or relative[1:_DRIVE] == ":":
        return None
    parts: list[str] = []
    for part in PurePosixPath(folder, relative).parts:
        if part != "..":
            parts.append(part)
        elif not parts:
            return None
        else:
            parts.pop()
    return "/".join(parts)


def local_path(href: str) -> str:
    """The path of a link to a file; empty for addresses, anchors and e-mails.

    A drive of Windows and a name of a server are paths, too, and lead out of the workspace.
    """
    href = href.strip().replace("\\", "/")
    if href.startswith("//") or href[1:_DRIVE] == ":":
        return href
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path)


def image_path(folder: str, src: str) -> str | None:
    """The path of a picture in the workspace; None if it is not a file there."""
    path = local_path(src)
    return resolve(folder, path) if path else None
