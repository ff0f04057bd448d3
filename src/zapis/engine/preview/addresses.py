"""What a request may ask for: only of this server by its own name, only inside the workspace."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, unquote_to_bytes

from zapis.files import inside

ADDRESS = "127.0.0.1"
# Browsers do not write it.
_USUAL_PORT = 80
_NAMES = (ADDRESS, "localhost", "[::1]")
# On Windows a colon leads to another drive or to a hidden part of a file.
_NEVER = "\\\0:" if os.name == "nt" else "\\\0"
_OWN_SITES = frozenset({"same-origin", "none", None})

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "text/plain; charset=utf-8",
        ".gif": "image/gif",
        ".htm": "text/html; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".jpeg": "image/jpeg",
        ".jpg": "image/jpeg",
        ".md": "text/plain; charset=utf-8",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".webp": "image/webp",
    }
)
"""What browsers show; everything else they save."""

OTHER_TYPE = "application/octet-stream"


def is_own_host(host: str | None, port: int) -> bool:
    """Whether a request was sent to this server by a name that only this computer has.

    **Why:** a page from elsewhere may have its own name lead to 127.0.0.1 („DNS rebinding“) and
    would then be allowed to read everything that the preview serves.
    """
    if host is not None and port == _USUAL_PORT:
        host = host.removesuffix(f":{port}") + f":{port}"
    return host is not None and host.lower() in {f"{name}:{port}" for name in _NAMES}


def is_own_site(site: str | None, mode: str | None) -> bool:
    """Whether a request comes from a page of this server or from a person (Fetch Metadata, W3C).

    Other sites may lead a person here, but not put anything from here into their pages.
    """
    return site in _OWN_SITES or mode == "navigate"


def path_of(address: str) -> str | None:
    """The path in the workspace that an address asks for; None where it may not be served.

    Empty for the workspace itself. Refused: dot-files and what stands in dot-folders, ways up,
    backslashes and whatever is no UTF-8.
    """
    try:
        path = unquote_to_bytes(address.partition("?")[0]).decode()
    except UnicodeDecodeError:
        return None
    if not path.startswith("/") or any(char in path for char in _NEVER):
        return None
    parts = path[1:].split("/")
    if parts == [""]:
        return ""
    return "/".join(parts) if all(part and not part.startswith(".") for part in parts) else None


def address_of(path: str) -> str:
    """The address of a path in the workspace."""
    return f"/{quote(path, safe='/')}"


def find_file(root: Path, path: str) -> Path | None:
    """The ordinary file at a path of the workspace; None where there is none that may be served.

    A link may not lead out of the workspace nor to what is hidden in it.
    """
    file = inside(root, path)
    try:
        if file is None or not file.is_file():
            return None
        real = file.resolve().relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return None
    return None if any(part.startswith(".") for part in real.parts) else file


def media_type(path: str) -> str:
    """The media type of a file, by the ending of its name."""
    return MEDIA_TYPES.get(os.path.splitext(path)[1].lower(), OTHER_TYPE)  # noqa: PTH122 - no path of this disk
