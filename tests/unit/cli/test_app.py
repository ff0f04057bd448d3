import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import click
import pytest

from command_line import run
from making import make_workspace
from zapis import __version__
from zapis.cli.app import COMMANDS
from zapis.cli.czech_click import CATALOGUE

_BUG = "a mistake in the program"
# Messages of click that nobody can meet here, and why.
UNTRANSLATED: Mapping[str, str] = MappingProxyType(
    {
        "{editor}: Editing failed": "no command opens an editor",
        "{editor}: Editing failed: {e}": "no command opens an editor",
        "Press any key to continue...": "no command pauses",
        "Repeat for confirmation": "no command prompts",
        "Error: The two entered values do not match.": "no command prompts",
        "Error: invalid input": "no command prompts",
        "Unknown color {colour!r}": _BUG,
        "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": "none is",
        "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": "none is",
        "Could not determine name for option with declarations {decls!r}": _BUG,
        "No options defined but a name was passed ({name}). Did you mean to declare an argument "
        "instead? Did you mean to pass '--{name}'?": _BUG,
        "Arguments take exactly one parameter declaration, got {length}: {decls}.": _BUG,
        "Name '{name}' defined twice": _BUG,
        "Boolean option {decl!r} cannot use the same flag for true/false.": _BUG,
        "Choice({choices})": "the look of an object to programmers",
        "{len_type} values are required, but {len_value} was given.": "no option takes a tuple",
        "{len_type} values are required, but {len_value} were given.": "no option takes a tuple",
        "{value!r} is not a valid UUID.": "no option takes a UUID",
        "{name} {filename!r} is not executable.": "no option takes a program",
        "Windows error: {error}": "not translated by click itself",
        "Unknown standard stream '{name}'": _BUG,
    }
)
# A word that click's sources pass to the translation as the value of a key.
DYNAMIC = frozenset({"required"})


def messages_of_click() -> Iterator[str]:
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = {"_": 1, "gettext": 1, "ngettext": 2}.get(node.func.id, 0)
                yield from (arg.value for arg in node.args[:count] if isinstance(arg, ast.Constant))


def test_every_message_of_click_is_translated_or_known_not_to_be_needed():
    messages = {str(message) for message in messages_of_click()}
    assert messages | DYNAMIC == CATALOGUE.keys() | UNTRANSLATED.keys()


@pytest.mark.parametrize("message", CATALOGUE)
def test_a_translation_has_no_field_that_its_message_has_not(message: str):
    fields = re.findall(r"\{(\w+)", CATALOGUE[message])
    assert set(fields) <= set(re.findall(r"\{(\w+)", message))


def test_the_version():
    ran = run(Path.cwd(), "--version")
    assert (ran.code, ran.out) == (0, f"zapis, verze {__version__}\n")


ENGLISH = re.compile(
    r"\b(?:usage|options?|arguments?|commands?|show|this|message|exit|default|error|try|help for|"
    r"invalid|value|missing|such|unexpected|text|path|choice|boolean|env var)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_help_is_czech_and_fits_the_terminal(command: str, columns: str):
    ran = run(Path.cwd(), *filter(None, [command]), "--help", env={"COLUMNS": columns})
    prose = ran.out.replace("--format [text|json|github]", "").replace("[výchozí: text]", "")
    wide = [line for line in ran.out.partition("Příklady")[0].splitlines() if len(line) > 100]
    assert (
        ran.code,
        ENGLISH.findall(prose.replace("--help", "").replace("--version", "")),
        wide,
    ) == (0, [], [])
    assert "Použití: zapis" in ran.out


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "doplnovani"])
def test_help_has_examples(command: str):
    examples = re.findall(r"^ +(zapis \S+)", run(Path.cwd(), command, "--help").out, re.MULTILINE)
    assert f"zapis {command}" in examples


def test_the_overview_names_every_command():
    out = run(Path.cwd(), "--help").out
    assert [name for name in COMMANDS if not re.search(rf"^  {name} ", out, re.MULTILINE)] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sestavit", "build"),
        ("sestav", "build"),
        ("kontrolovat", "kontrola"),
        ("zkontroluj", "kontrola"),
        ("kontroluj", "kontrola"),
        ("úkoly", "ukoly"),
        ("u\u0301koly", "ukoly"),
        ("vysvětlit", "vysvetlit"),
        ("vysvětli", "vysvetlit"),
        ("doplňování", "doplnovani"),
        ("doplňovat", "doplnovani"),
    ],
)
def test_a_command_is_known_in_other_forms(typed: str, meant: str):
    assert run(Path.cwd(), typed, "--help").out.startswith(f"Použití: zapis {meant} ")


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (("biuld",), "Příkaz „biuld“ neexistuje. Mysleli jste „build“?"),
        (("ukol",), "Příkaz „ukol“ neexistuje. Mysleli jste „ukoly“?"),
        (("úkolyy",), "Příkaz „úkolyy“ neexistuje. Mysleli jste „ukoly“?"),
        (("nesmysl",), "Příkaz „nesmysl“ neexistuje. Příkazy vypíše zapis --help."),
        (
            ("úkoly", "--vysvetliit"),
            "Volba „--vysvetliit“ neexistuje. Mysleli jste „--vysvetlit“?",
        ),
        (("build", "--formt", "html"), "Volba „--formt“ neexistuje. Mysleli jste „--format“?"),
        (("build", "--nic"), "Volba „--nic“ neexistuje."),
        (("build", "--format", "odt"), "„odt“ není žádná z možností „html“, „docx“, „pdf“."),
        (("build", "--format", "odt"), "Neplatná hodnota „--format“:"),
        (("ukoly", "splneno"), "Chybí argument „ČÍSLO…“."),
        (("build", "--vystup"), "Volba „--vystup“ potřebuje hodnotu."),
        (("build", "--prisne=ano"), "Volba „--prisne“ nemá hodnotu."),
        (("build", "--ke-dni", "zítra"), "„zítra“ není datum; napište třeba 20. 3. 2026"),
        (("build", "--ke-dni", "31. 11. 2026"), "listopad má jen 30 dní"),
        (("ukoly", "--ke-dni", "20. 3."), "„20. 3.“ není datum"),
        (("build", "neni.md"), "Soubor nebo složka „neni.md“ neexistuje."),
        (("-C", "neni", "build"), "Soubor nebo složka „neni“ neexistuje."),
        (("build", "x" * 5000), "neexistuje."),
        (("doplnovani",), "Chybí argument"),
        (("doplnovani", "tcsh"), "„tcsh“ není žádná z možností „bash“, „zsh“, „fish“."),
        (("vysvetlit", "Z1", "Z2"), "Přebývá argument"),
        (("vysvetlit", "Z999"), "Kód „Z999“ neexistuje."),
        (("ukoly", "--barvy", "modře"), "„modře“ není žádná z možností"),
    ],
)
def test_misuse_ends_with_2_and_says_what_was_meant(
    tmp_path: Path, arguments: tuple[str, ...], suggestion: str
):
    make_workspace(tmp_path, {})
    ran = run(tmp_path, *arguments)
    assert (ran.code, ran.out, suggestion in ran.err) == (2, "", True), ran.err


@pytest.mark.parametrize("option", ["--help", "-h", "--napoveda", "--nápověda"])
def test_help_has_czech_names(option: str):
    assert run(Path.cwd(), option).out.startswith("Použití: zapis [VOLBY] PŘÍKAZ")


def test_without_a_command_the_overview_is_shown():
    ran = run(Path.cwd())
    assert (ran.code, (ran.out + ran.err).startswith("Použití: zapis")) == (2, True)


@pytest.mark.parametrize("command", ["build", "kontrola", "ukoly"])
def test_without_a_workspace_a_command_says_so(tmp_path: Path, command: str):
    (tmp_path / "a.md").write_text("---\nnazev: Porada\n---\n", encoding="utf-8")
    ran = run(tmp_path, command)
    assert (ran.code, "Pracovní složka nebyla nalezena" in ran.err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    "arguments", [("build", "."), ("-C", ".", "ukoly"), ("kontrola", "-C", ".")]
)
def test_a_home_folder_is_never_walked(tmp_path: Path, arguments: tuple[str, ...]):
    (tmp_path / "a.md").write_text("---\nnazev: Porada\n---\n", encoding="utf-8")
    ran = run(tmp_path, *arguments, env={"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)})
    assert (ran.code, ran.out) == (2, "")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_home_folder_with_settings_is_a_workspace(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": "---\nnazev: Porada\n---\n"})
    ran = run(tmp_path, "build", env={"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)})
    assert ran.code == 0


TASK = "---\nnazev: Porada\ndatum: 9. 4. 2026\n---\n- [ ] Objednat sál\n"


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (("-C", "w", "ukoly"), {}),
        (("ukoly", "-C", "w"), {}),
        (("ukoly", "--slozka", "w"), {}),
        (("ukoly",), {"ZAPIS_SLOZKA": "w"}),
        (("ukoly", "-C", "w"), {"ZAPIS_SLOZKA": "neni"}),
        (("-C", "neni", "ukoly", "-C", "w"), {}),
        (("úkoly", "--složka", "w/pod"), {}),
    ],
)
def test_the_workspace_may_be_named(
    tmp_path: Path, arguments: tuple[str, ...], env: dict[str, str]
):
    make_workspace(tmp_path / "w", {"a.md": TASK, "pod/x.txt": ""})
    ran = run(tmp_path, *arguments, env=env)
    assert (ran.code, "Objednat sál" in ran.out) == (0, True)


def test_paths_are_taken_from_the_named_folder_or_from_here(tmp_path: Path):
    make_workspace(tmp_path / "w", {"a.md": TASK})
    (tmp_path / "b.md").write_text(TASK, encoding="utf-8")
    assert [run(tmp_path, "-C", "w", "build", name).code for name in ("a.md", "b.md")] == [0, 0]
    assert (tmp_path / "w/vystup/a.html").is_file()
    assert (tmp_path / "b.html").is_file()


def test_a_file_of_a_named_folder_is_built_into_its_output(tmp_path: Path):
    """`-C` makes a folder the workspace even without settings."""
    (tmp_path / "w").mkdir()
    (tmp_path / "w/a.md").write_text(TASK, encoding="utf-8")
    run(tmp_path, "-C", "w", "build", "a.md")
    assert (tmp_path / "w/vystup/a.html").is_file()
    assert (tmp_path / "w/ukoly.md").is_file()
