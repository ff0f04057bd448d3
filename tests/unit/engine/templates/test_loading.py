"""Templates of a workspace: found, refused outside it, built with, and told about once."""

import os
from pathlib import Path

import pytest

from command_line import run
from docx_reading import parts_of, texts
from office_templates import letter
from zapis.engine.templates.own import find_own

MINUTES = "---\nnazev: Porada\ndatum: 16. 3. 2026\n{}---\n# Bod\nText.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "ws"
    (folder / "sablony").mkdir(parents=True)
    (folder / "zapis.yaml").touch()
    return folder


def write(root: Path, name: str, data: bytes | str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def test_templates_are_found_by_their_names(root: Path):
    for name in ("mesto.docx", "mesto.html", "Škola.DOCX", "~$mesto.docx", ".skryta.docx", "a.css"):
        write(root, f"sablony/{name}", b"x")
    assert {name: dict(files) for name, files in find_own(root).items()} == {
        "mesto": {"docx": "sablony/mesto.docx", "html": "sablony/mesto.html"},
        "Škola": {"docx": "sablony/Škola.DOCX"},
    }


def test_a_workspace_without_the_folder_has_none(tmp_path: Path):
    assert dict(find_own(tmp_path)) == {}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_leave_the_workspace_are_no_templates(root: Path, tmp_path: Path):
    write(tmp_path, "venku.docx", b"x")
    write(root, "uvnitr.docx", b"x")
    (root / "sablony/ven.docx").symlink_to(tmp_path / "venku.docx")
    (root / "sablony/dovnitr.docx").symlink_to(root / "uvnitr.docx")
    (root / "sablony/nikam.docx").symlink_to(root / "neni.docx")
    assert list(find_own(root)) == ["dovnitr"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_that_is_a_link_out_of_the_workspace_is_none(tmp_path: Path):
    write(tmp_path, "venku/a.docx", b"x")
    root = tmp_path / "ws"
    root.mkdir()
    (root / "sablony").symlink_to(tmp_path / "venku")
    assert dict(find_own(root)) == {}


@pytest.mark.parametrize("name", ["con.docx", "nul.docx", "lpt1.html"])
def test_devices_are_no_templates(root: Path, name: str):
    write(root, f"sablony/{name}", b"x")
    assert dict(find_own(root)) == {}


def document(root: Path) -> list[str]:
    return texts((root / "vystup/p.docx").read_bytes())


def test_the_template_of_a_header_is_used(root: Path):
    write(root, "sablony/mesto.docx", letter("Město: {{ nazev }}", "{{p telo }}"))
    write(root, "p.md", MINUTES.format("sablona: mesto\n"))
    ran = run(root, "build")
    assert (ran.code, document(root)) == (
        0,
        ["Město: Zápis z\N{NO-BREAK SPACE}porady", "Bod", "Text."],
    )


def test_the_template_of_a_series_is_used_unless_the_header_has_another(root: Path):
    write(root, "zapis.yaml", "serie:\n  rada: {nazev: Rada, sablona: mesto}\n")
    write(root, "sablony/mesto.docx", letter("Město", "{{p telo }}"))
    write(root, "sablony/jina.docx", letter("Jiná", "{{p telo }}"))
    write(root, "p.md", MINUTES.format("serie: rada\n"))
    later = MINUTES.format("serie: rada\nsablona: jina\n").replace("16. 3.", "17. 3.")
    write(root, "q.md", later)
    run(root, "build")
    first = [texts((root / f"vystup/{name}.docx").read_bytes())[0] for name in "pq"]
    assert first == ["Město", "Jiná"]


def test_a_format_without_an_own_template_is_the_built_in_one(root: Path):
    write(root, "p.md", MINUTES.format(""))
    run(root, "build")
    before = (root / "vystup/p.html").read_bytes()
    write(root, "sablony/mesto.docx", letter("Město", "{{p telo }}"))
    write(root, "p.md", MINUTES.format("sablona: mesto\n"))
    run(root, "build")
    assert ((root / "vystup/p.html").read_bytes(), document(root)[0]) == (before, "Město")


def test_a_template_called_as_the_built_in_one_is_that_of_all(root: Path):
    write(root, "sablony/zapis.docx", letter("Naše", "{{p telo }}"))
    write(root, "p.md", MINUTES.format(""))
    run(root, "build")
    assert document(root)[0] == "Naše"


def test_own_data_of_the_header_reaches_the_template(root: Path):
    write(root, "sablony/mesto.docx", letter("Spis {{ udaje.c_spisu }}", "{{p telo }}"))
    write(root, "p.md", MINUTES.format("sablona: mesto\nudaje: {č. spisu: 5/26}\n"))
    run(root, "build")
    assert document(root)[0] == "Spis 5/26"


def test_an_unknown_template_is_an_error_with_its_place_and_cure(root: Path):
    write(root, "sablony/mesto.docx", letter("{{p telo }}"))
    write(root, "p.md", MINUTES.format("sablona: metso\n"))
    ran = run(root, "build")
    assert ran.err == (
        "p.md:4:10: chyba Z223: šablona „metso“ ve složce sablony není\n"
        "    4 | sablona: metso\n"
        "      |          ^\n"
        "   oprava: sablona: mesto\n"
    )


@pytest.mark.parametrize(
    "name", ["../tajne", "/etc/passwd", "C:\\a", "a/b", "con", "mesto.docx", "MESTO"]
)
def test_only_names_of_templates_are_looked_for(root: Path, name: str):
    write(root, "sablony/mesto.docx", letter("{{p telo }}"))
    write(root.parent, "tajne.docx", letter("{{p telo }}"))
    write(root, "p.md", MINUTES.format(f"sablona: '{name}'\n"))
    ran = run(root, "build")
    assert (ran.code, "Z223" in ran.err, (root / "vystup").exists()) == (1, True, False)


def test_an_unknown_template_of_a_series_is_placed_in_the_settings(root: Path):
    write(root, "zapis.yaml", "serie:\n  rada:\n    nazev: Rada\n    sablona: mesot\n")
    write(root, "p.md", MINUTES.format("serie: rada\n"))
    ran = run(root, "kontrola")
    assert (ran.code, "zapis.yaml:4:14: chyba Z223" in ran.out) == (1, True)


def test_a_broken_template_is_told_once_and_each_minutes_say_that_it_is(root: Path):
    write(root, "sablony/mesto.docx", letter("{{ nazef }}", "{{p telo }}"))
    for name in "pq":
        write(root, f"{name}.md", MINUTES.format("sablona: mesto\n"))
    ran = run(root, "build")
    assert (ran.code, ran.err.count("pole „nazef“ neexistuje"), ran.err.count("chyba Z603")) == (
        1,
        1,
        3,
    )
    assert (
        "sablony/mesto.docx: chyba Z603: pole „nazef“ neexistuje "
        "(text, odstavec „{{ nazef }}“)\n   oprava: {{ nazev }}\n"
    ) in ran.err


def test_a_template_that_fails_while_it_is_filled_is_told_with_its_paragraph(root: Path):
    bomb = "{% for a in nazev|list %}" * 9 + "x" + "{% endfor %}" * 9
    write(root, "sablony/mesto.docx", letter(bomb, "{{p telo }}"))
    write(root, "p.md", MINUTES.format("sablona: mesto\n"))
    ran = run(root, "build")
    assert (ran.code, "p.md:4:10: chyba Z603" in ran.err, "mnoho kroků" in ran.err) == (
        1,
        True,
        True,
    )


def test_documents_name_nobody_who_made_the_template(root: Path):
    write(root, "sablony/mesto.docx", letter("{{p telo }}"))
    write(root, "p.md", MINUTES.format("sablona: mesto\n"))
    run(root, "build")
    core = parts_of((root / "vystup/p.docx").read_bytes())["docProps/core.xml"]
    assert (b"python-docx" in core, b"modified" in core) == (False, False)


def test_minutes_without_a_workspace_have_templates_beside_them(tmp_path: Path):
    write(tmp_path, "sablony/mesto.docx", letter("Město", "{{p telo }}"))
    write(tmp_path, "p.md", MINUTES.format("sablona: mesto\n"))
    run(tmp_path, "build", "p.md")
    assert texts((tmp_path / "p.docx").read_bytes())[0] == "Město"
