"""The list of templates: name, formats, where from."""

from collections.abc import Iterator
from pathlib import Path

from zapis.cli.templates.workspace import open_templates
from zapis.engine.templates.own import FOLDER
from zapis.render.look import BUILT_IN_NAME

_FORMATS = {"docx": "Word", "html": "HTML"}
_BUILT_IN = "vestavěná"
_GAP = "  "


def list_templates(folder: Path | None) -> Iterator[str]:
    """The lines of the list; one's own templates stand before the built-in one."""
    _, reader = open_templates(folder)
    rows = [
        (name, ", ".join(_FORMATS[form] for form in files), ", ".join(files.values()))
        for name, files in reader.own.items()
    ]
    replaced = [form for form in _FORMATS if form in reader.own.get(BUILT_IN_NAME, {})]
    rest = ", ".join(text for form, text in _FORMATS.items() if form not in replaced)
    if rest:
        rows.append((BUILT_IN_NAME, rest, _BUILT_IN))
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for name, formats, where in rows:
        yield f"{name:<{widths[0]}}{_GAP}{formats:<{widths[1]}}{_GAP}{where}"
    if not reader.own:
        yield f"Vlastní šablonu založí zapis sablony kopiruj {BUILT_IN_NAME} --jako JMÉNO"
    elif BUILT_IN_NAME in reader.own:
        yield f"Šablona {FOLDER}/{BUILT_IN_NAME} platí pro všechny zápisy, které nejmenují jinou."
