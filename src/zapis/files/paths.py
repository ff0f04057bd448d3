"""Paths written by people stay inside the folder in which they may work."""

import re
from pathlib import Path

# Microsoft, „Naming Files, Paths, and Namespaces“: these are devices with any extension.
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?:[ .:].*)?", re.IGNORECASE
)
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def inside(root: Path, relative: str) -> Path | None:
    """The path under `root` that a person wrote, either slash accepted; None when it leads out.

    Refused: absolute paths, drives, `..` above the root, symbolic links that leave it, device
    names of Windows, control characters. The file need not exist.
    """
    parts = _parts(relative)
    if parts is None:
        return None
    path = root.joinpath(*parts)
    try:
        stays = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return None
    return path if stays else None


def _parts(relative: str) -> list[str] | None:
    """The path's names with `.` and `..` worked off."""
    text = relative.strip().replace("\\", "/")
    if not text or text.startswith("/") or _DRIVE.match(text) or _CONTROL.search(text):
        return None
    parts: list[str] = []
    for name in text.split("/"):
        if name == "..":
            if not parts:
                return None
            parts.pop()
        elif _DEVICE.fullmatch(name):
            return None
        elif name not in {"", "."}:
            parts.append(name)
    return parts
