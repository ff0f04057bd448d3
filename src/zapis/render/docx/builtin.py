"""The built-in template: readable XML files that are a Word file when they are zipped."""

from functools import cache

from zapis.render.docx.package import from_readable, press, write_package
from zapis.render.docx.roles import complete
from zapis.render.docx.template import WordTemplate, compile_template
from zapis.render.templates import find_templates

_FOLDER = "word"
_XML = (".xml", ".rels")


@cache
def builtin_template() -> WordTemplate:
    """The built-in template, compiled once in a process."""
    return compile_template(builtin_parts())


def builtin_parts() -> dict[str, bytes]:
    """The parts of the built-in template by name."""
    folder = find_templates() / _FOLDER
    files = sorted(
        path for path in folder.rglob("*") if path.suffix in _XML or path.name == ".rels"
    )
    return from_readable(
        {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}
    )


def builtin_file() -> bytes:
    """The built-in template as a file of Word, to begin one's own with."""
    parts, _ = complete(builtin_parts())
    return write_package(press(name, data) for name, data in parts.items())
