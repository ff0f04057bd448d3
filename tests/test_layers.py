"""Who may import whom: the table of the architecture, enforced."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "zapis"

TREES = {"source", "data_tree", "inline", "body"}
PROBLEMS = {"source", "codes", "diagnostics"}

MAY_IMPORT: dict[str, set[str]] = {
    "source": set(),
    "codes": set(),
    "data_tree": {"source"},
    "inline": {"source"},
    "body": {"source", "inline"},
    "diagnostics": {"source", "codes"},
    "czech": set(),
    "model": {*TREES, "czech"},
    "files": PROBLEMS,
    "schema": {*PROBLEMS, "data_tree", "czech"},
    "parse": {*PROBLEMS, *TREES, "czech"},
    "tasks": {*PROBLEMS, "czech", "model"},
    "assemble": {*PROBLEMS, *TREES, "czech", "model", "schema", "tasks"},
    "check": {*PROBLEMS, "inline", "body", "czech", "model"},
    "render": {"inline", "body", "czech", "model"},
    "report": {*PROBLEMS, "czech", "model", "tasks"},
    "pipeline": {*PROBLEMS, "steps", "model", "parse", "assemble", "check", "render"},
    "workspace": {*PROBLEMS, "model", "files", "parse", "assemble"},
    "export": {"czech", "model", "tasks", "render"},
    "engine": {
        *PROBLEMS,
        *("inline", "czech", "model", "files", "tasks", "check", "render", "export"),
        *("pipeline", "steps", "workspace"),
    },
    "steps": set(),
    "explain": set(),
    "cli": {"*"},
    "__main__": {"codes", "cli"},
}

ROOM_OF_LIBRARY: dict[str, set[str]] = {
    "czech_sort": {"czech"},
    "yaml": {"parse"},
    "markdown_it": {"parse"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "xlsxwriter": {"export"},
    "docxtpl": {"render"},
    "lxml": {"render"},
    "resvg_py": {"render"},
    "weasyprint": {"render"},
    "pydyf": {"render"},
    "filelock": {"files"},
    "imagesize": {"engine"},
    "watchfiles": {"engine"},
    "click": {"cli"},
    "rich": {"cli"},
}

# Values of all rooms are its structs.
LIBRARIES_OF_ALL = {"msgspec"}

ARCHITECTURE = PACKAGE / "ARCHITECTURE.md"
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_imported(path: Path) -> set[str]:
    known = set(MAY_IMPORT)
    names = (name.split(".") for name in imports_of(path))
    return {parts[1] for parts in names if parts[0] == "zapis" and parts[1:2] and parts[1] in known}


def allowed(room: str, other: str) -> bool:
    return other == room or other in MAY_IMPORT[room] or "*" in MAY_IMPORT[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_rooms_to_its_right(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    wrong = {other for other in rooms_imported(path) if not allowed(room, other)}
    assert wrong == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_is_imported_only_in_its_room(path: Path) -> None:
    room = room_of(path)
    tops = {name.split(".")[0] for name in imports_of(path)}
    foreign = tops - sys.stdlib_module_names - LIBRARIES_OF_ALL - {"zapis"}
    wrong = {top for top in foreign if room not in ROOM_OF_LIBRARY.get(top, ())}
    assert wrong == set()


def test_of_the_tasks_assemble_imports_only_the_line_grammar() -> None:
    names = {name for path in (PACKAGE / "assemble").rglob("*.py") for name in imports_of(path)}
    tasks = {name for name in names if name.startswith("zapis.tasks.")}
    assert {name for name in tasks if not name.startswith("zapis.tasks.line")} == set()


def test_of_rendering_exports_import_only_the_environment_of_templates() -> None:
    names = {name for path in (PACKAGE / "export").rglob("*.py") for name in imports_of(path)}
    rendering = {name for name in names if name.startswith("zapis.render.")}
    assert {name for name in rendering if not name.startswith("zapis.render.environment")} == set()


def test_rules_do_not_import_each_other() -> None:
    names = {
        name for path in (PACKAGE / "check" / "rules").glob("*.py") for name in imports_of(path)
    }
    assert {name for name in names if name.startswith("zapis.check.rules")} == set()


def test_every_room_has_a_row_in_the_table() -> None:
    rooms = {room_of(path) for path in MODULES} - {"__init__"}
    assert rooms == set(MAY_IMPORT)


def test_the_page_on_architecture_shows_this_table() -> None:
    lines = ARCHITECTURE.read_text(encoding="utf-8").split("## Rooms")[1].split("\n## ")[0]
    rows = re.findall(r"(?m)^\| `(\w+)[^|]*\|[^|]*\|([^|]*)\|$", lines)
    shown = {room: set(re.findall(r"`([\w*]+)`", others)) for room, others in rows}
    own = {room: {*others, *libraries_of(room)} for room, others in MAY_IMPORT.items()}
    assert shown == own


def libraries_of(room: str) -> set[str]:
    return {library for library, rooms in ROOM_OF_LIBRARY.items() if room in rooms}


def test_modules_do_not_import_in_a_circle() -> None:
    graph = {module_name(path): modules_imported(path) for path in MODULES}
    assert find_cycle(graph) == []


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules_imported(path: Path) -> set[str]:
    own = module_name(path)
    names = {module_name(other) for other in MODULES}
    return {name for name in imports_of(path) if name in names and name != own}


def find_cycle(graph: dict[str, set[str]]) -> list[str]:
    done: set[str] = set()

    def visit(name: str, trail: list[str]) -> list[str]:
        if name in trail:
            return trail[trail.index(name) :]
        if name in done:
            return []
        for other in sorted(graph[name]):
            if found := visit(other, [*trail, name]):
                return found
        done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := visit(name, []))), [])
