"""Copies of the built-in template, to begin one's own with."""

from collections.abc import Mapping
from pathlib import Path

from zapis.engine.templates.own import FOLDER
from zapis.files import inside, write_atomic
from zapis.render.templates import find_templates

_PAGE = "vzor.html"


def built_in_files() -> Mapping[str, bytes]:
    """The files that a template of one's own begins with, by format."""
    from zapis.render.docx.builtin import builtin_file  # noqa: PLC0415 - slow to load

    return {"docx": builtin_file(), "html": (find_templates() / _PAGE).read_bytes()}


def target(root: Path, name: str, form: str) -> Path | None:
    """Where the copy of a format belongs; None for a name that cannot be one of a file."""
    usable = name and name == name.strip(" .") and not set(name) & set('/\\:*?"<>|')
    return inside(root, f"{FOLDER}/{name}.{form}") if usable and name.isprintable() else None


def copy_built_in(root: Path, name: str, forms: tuple[str, ...]) -> tuple[Path, ...]:
    """Writes the copies under a name; raises `WriteError`, and `FileExistsError` before anything.

    Nothing that is there is ever overwritten.
    """
    files = built_in_files()
    targets = {form: path for form in forms if (path := target(root, name, form)) is not None}
    for path in targets.values():
        if path.exists() or path.is_symlink():
            raise FileExistsError(path)
    for form, path in targets.items():
        write_atomic(path, files[form])
    return tuple(targets.values())
