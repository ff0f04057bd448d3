"""What the project promises about its own sources, checked on every one of them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from zapis.cli.app import COMMANDS
from zapis.codes import CODES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "zapis"
MODULES = sorted(PACKAGE.rglob("*.py"))
SOURCES = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
PUBLISHED = [
    *SOURCES,
    *(path for name in ("priklady", "sablony", "dokumentace") for path in (ROOT / name).rglob("*")),
    *(path for path in ROOT.iterdir() if path.suffix in {".md", ".toml", ".yaml"}),
    ROOT / ".ci" / "run",
]

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
# An exception is explained on its line: the code, then why the rule does not hold here.
_EXCEPTION = re.compile(r"# (?:noqa|type: ignore)\b(.*)")
_EXPLAINED = re.compile(r"(?:: [A-Z0-9, ]+|\[[a-z0-9, -]+\]) *(?:- |# |\()\S.*")
# Codes that no check gives yet.
RESERVED: frozenset[str] = frozenset()

# Top-level names of the repository; others would need a reason.
CARD = frozenset(
    {".ci", ".editorconfig", ".gitattributes", ".gitignore", ".pre-commit-config.yaml"}
    | {"CHANGELOG.md", "LICENSE", "README.md", "dokumentace", "priklady", "pyproject.toml"}
    | {"sablony", "src", "tests"}
)
IGNORED = frozenset({".git", ".venv", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"})

# Written so that this file does not hold them itself.
FORBIDDEN = re.compile(
    "|".join(("/wor" + "k/", "/tm" + "p/", "pypi" + r"\.org", "pythonhosted" + r"\.", "npm" + "js"))
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_opens_with_a_sentence(path: Path):
    sentence = (ast.get_docstring(tree_of(path)) or "").split("\n\n")[0]
    assert re.fullmatch(r"(?s)\S.*[.:]", sentence), sentence


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def functions_of(path: Path) -> Iterator[tuple[str, int]]:
    """Names and lengths of functions; decorators, which are stacks of options, do not count."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short(path: Path):
    assert [name for name, lines in functions_of(path) if lines > LONGEST_FUNCTION] == []


def test_ninety_percent_of_functions_are_under_twenty_lines():
    lengths = sorted(lines for path in MODULES for _, lines in functions_of(path))
    assert lengths[len(lengths) * 9 // 10] < 20


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_an_exception_from_a_rule_is_explained_on_its_line(path: Path):
    reasons = (found[1] for found in _EXCEPTION.finditer(path.read_text(encoding="utf-8")))
    assert [reason for reason in reasons if not _EXPLAINED.fullmatch(reason)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_entry_point_prints(path: Path):
    calls = [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert path.name == "__main__.py" or calls == []


def test_every_code_is_used():
    names = {
        node.targets[0].id
        for node in tree_of(PACKAGE / "codes.py").body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    texts = "\n".join(p.read_text(encoding="utf-8") for p in MODULES if p.name != "codes.py")
    public = {name for name in names if not name.startswith("_")}
    assert sorted(name for name in public if not re.search(rf"\b{name}\b", texts)) == sorted(
        RESERVED
    )
    assert len(public) == len(CODES)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_documented(command: str):
    assert f"`zapis {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_repository_has_no_other_names_on_top():
    names = {path.name for path in ROOT.iterdir()} - IGNORED
    assert {name for name in names if not name.endswith(".egg-info")} - {"dist"} == CARD


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_rooms_are_not_called_by_what_says_nothing(path: Path):
    assert path.stem not in {"utils", "helpers", "common", "misc"}


def test_nothing_of_a_machine_stands_in_the_project():
    found = [
        (name_of(path), match.group())
        for path in PUBLISHED
        if path.is_file() and "vystup" not in path.parts
        for match in FORBIDDEN.finditer(path.read_bytes().decode("utf-8", "ignore"))
    ]
    assert found == []
