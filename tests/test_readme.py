"""What the README shows is what happens: commands, their output, embedded files, pictures."""

import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from command_line import Ran, environment, run, run_process
from examples import ROOT, contents, copy_examples
from zapis.cli.app import COMMANDS

README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCES = re.findall(r"(?ms)^```(\w*)\n(.*?)^```$", README)
EMBEDDED = re.findall(r"(?ms)^<!-- soubor: (\S+) -->\n+(`{3,})markdown\n(.*?)^\2$", README)
CONSOLE = [text.partition("\n")[::2] for kind, text in FENCES if kind == "console"]
SETUP = (
    "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/zapis build priklady",
    "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/python -m pytest",
)
WINDOWS = (
    r"py -m venv .venv && .venv\Scripts\pip install -e . && .venv\Scripts\zapis build priklady",
    r"py -m venv .venv && .venv\Scripts\pip install -e .[dev] && .venv\Scripts\python -m pytest",
)
OMITTED = "…"


def commands() -> list[str]:
    """Every line of a fence that runs zapis or sets it up."""
    lines = [line.removeprefix("$ ") for _, text in FENCES for line in text.splitlines()]
    return [line for line in lines if line.startswith(("zapis ", ".venv/bin/zapis", "python3 -m"))]


@pytest.mark.parametrize("command", [*SETUP, *WINDOWS])
def test_the_commands_of_setting_up_stand_on_a_line_of_their_own(command: str):
    assert command in README.splitlines()


def test_no_other_commands_set_zapis_up():
    assert [line for line in commands() if line.startswith("python3")] == list(SETUP)


def test_the_first_command_ends_with_documents_for_every_example(tmp_path: Path):
    copy_examples(tmp_path / "priklady")
    ran = run_process(tmp_path, *shlex.split(SETUP[0].rpartition(".venv/bin/zapis ")[2]))
    made = {path for path in contents(tmp_path) if path.startswith("priklady/vystup/")}
    sources = [
        path for path in (tmp_path / "priklady").rglob("20*.md") if "vystup" not in path.parts
    ]
    assert (ran.code, len(made)) == (0, 2 * len(sources))


def test_the_second_command_ends_with_tests():
    done = subprocess.run(  # noqa: S603 - our own tests
        [sys.executable, *shlex.split(SETUP[1].rpartition("/python ")[2]), "--collect-only", "-q"],
        cwd=ROOT,
        env=environment({"PYTEST_ADDOPTS": "-p no:cacheprovider"}),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b" tests collected" in done.stdout) == (0, True)


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    copy_examples(folder / "priklady")
    return folder


@pytest.mark.parametrize(
    "command", [line for line in commands() if "zapis " in line.split("&&")[0]]
)
def test_every_other_command_runs(examples: Path, command: str):
    name, *arguments = shlex.split(command)
    assert (name, run(examples, *arguments).code) == ("zapis", 0)


def pieces(text: str) -> list[str]:
    """What is shown, apart where lines are left out."""
    return [piece.strip("\n") for piece in re.split(rf"(?m)^{OMITTED}$", text)]


@pytest.mark.parametrize(("command", "shown"), CONSOLE)
def test_a_command_prints_what_is_shown(examples: Path, command: str, shown: str):
    name, *arguments = shlex.split(command.removeprefix("$ "))
    ran = run(examples, *arguments, env={"COLUMNS": "80"})
    first, *_, last = [*pieces(shown), pieces(shown)[-1]]
    out = ran.out.strip("\n")
    assert (name, [piece for piece in pieces(shown) if piece not in out]) == ("zapis", [])
    assert out.startswith(first)
    assert out.endswith(last)


def test_output_and_a_file_are_shown():
    assert (len(CONSOLE), len(EMBEDDED)) == (1, 1)


@pytest.mark.parametrize(("path", "text"), [(path, text) for path, _, text in EMBEDDED])
def test_an_embedded_file_is_the_file(path: str, text: str):
    assert text == (ROOT / path).read_text(encoding="utf-8")


def test_the_diagnostic_shown_is_the_real_one(tmp_path: Path):
    (shown,) = [text for kind, text in FENCES if "chyba Z112" in text]
    target = tmp_path / "zapisy/2026-04-13-porada.md"
    target.parent.mkdir()
    target.write_text("---\nnazev: Porada: rozpočet\n---\n", encoding="utf-8")
    (tmp_path / "zapis.yaml").touch()
    assert run(tmp_path, "build").err == shown


def test_links_and_pictures_lead_to_files():
    links = re.findall(r"\]\(([^)#]+)\)", README)
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (ROOT / link).exists()] == []


def test_every_command_has_a_row():
    rows = re.findall(r"(?m)^\| `zapis (\w+)", README)
    assert rows == list(COMMANDS)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, and the sdist it was made from."""
    folder = tmp_path_factory.mktemp("balicky")
    clean = folder / "zdroj"
    for name in ("src", "sablony"):
        shutil.copytree(ROOT / name, clean / name, ignore=shutil.ignore_patterns("__pycache__"))
    copy_examples(clean / "priklady")
    for name in (".gitignore", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, clean)
    backend = "import sys; from hatchling.build import build_sdist, build_wheel; "
    backend += "build_sdist(sys.argv[1]); build_wheel(sys.argv[1])"
    subprocess.run(  # noqa: S603 - our own package
        [sys.executable, "-c", backend, str(folder)], cwd=clean, capture_output=True, check=True
    )
    return folder


def test_the_sdist_holds_templates_and_examples(packages: Path):
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"sablony/zapis.html", "sablony/word/word/document.xml", "priklady/zapis.yaml"}
    assert wanted - names == set()
    assert [name for name in names if "vystup/" in name or ".zapis/" in name] == []


def test_the_wheel_holds_templates_and_explanations(packages: Path):
    (wheel,) = packages.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = {
        f"zapis/sablony/{path.relative_to(ROOT / 'sablony').as_posix()}"
        for path in (ROOT / "sablony").rglob("*")
        if path.is_file()
    }
    assert {*templates, "zapis/explain/Z101.md", "zapis/py.typed"} - names == set()


def test_an_installed_wheel_builds_the_examples(packages: Path, tmp_path: Path):
    """In an environment of its own, with the libraries of this one and without the network."""
    (wheel,) = packages.glob("*.whl")
    home = tmp_path / "prostredi"
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    place = home / ("Lib" if sys.platform == "win32" else f"lib/{version}") / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)  # noqa: S202 - made above
    libraries = [path for path in sys.path if path.endswith("-packages")]
    (place / "knihovny.pth").write_text("\n".join(libraries), encoding="utf-8")
    root = copy_examples(tmp_path / "priklady")
    where = "import zapis.render.templates as t; print(t.find_templates())"
    start = "import sys; from zapis.__main__ import main; sys.argv[1:] = ['build']; main()"
    found, built = (_run(scripts / "python", root, code) for code in (where, start))
    assert found.out.strip() == str(place / "zapis" / "sablony")
    assert (built.code, (root / "vystup/porady/2026-03-16-porada-vedeni.docx").is_file()) == (
        0,
        True,
    )


def _run(python: Path, folder: Path, code: str) -> Ran:
    done = subprocess.run(  # noqa: S603 - our own program
        [str(python), "-c", code], cwd=folder, env=environment(), capture_output=True, check=False
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_the_set_up_for_git_is_what_the_command_does(tmp_path: Path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)  # noqa: S603, S607 - of the machine
    (tmp_path / "zapis.yaml").touch()
    assert run(tmp_path, "ukoly", "sloucit", "--nastavit").code == 0
    config = (tmp_path / ".git/config").read_text(encoding="utf-8")
    (driver,) = re.findall(r'(?m)^git config merge\.zapis\.driver "(?:zapis )?(.*)"$', README)
    attributes = (tmp_path / ".gitattributes").read_text(encoding="utf-8")
    assert (attributes in README, driver in config) == (True, True)
