"""Paths of files that settings and headers name, which must stay inside the workspace."""

import re

from zapis.codes import OUTSIDE_WORKSPACE
from zapis.diagnostics import Diagnostic, Outcome
from zapis.model.paths import resolve
from zapis.source import Span

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|~")


def read_path(written: str, folder: str, span: Span | None) -> Outcome[str]:
    """The path within the workspace of a file named in a source of `folder`; empty when outside.

    The folder is relative to the workspace, with `/`; a backslash in `written` is `/` too.
    """
    path = written.strip().replace("\\", "/")
    inside = None if _ADDRESS.match(path) else resolve(folder, path)
    if inside or not path:
        return Outcome(inside or "")
    message = f"soubor „{path}“ je mimo pracovní složku"
    cure = f"zkopírujte soubor vedle zápisu a napište jen {path.rpartition('/')[2] or path}"
    return Outcome("", (Diagnostic(OUTSIDE_WORKSPACE, message, span, cure),))
