"""`zapis sablony`: the list, copies, the check, the fields."""

from pathlib import Path

import pytest

from command_line import run
from docx_reading import parts_of
from office_templates import letter


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "zapis.yaml").touch()
    return tmp_path


def write(root: Path, name: str, data: bytes) -> None:
    (root / "sablony").mkdir(exist_ok=True)
    (root / "sablony" / name).write_bytes(data)


def test_a_workspace_without_templates_shows_the_built_in_one_and_the_way(root: Path):
    ran = run(root, "sablony")
    assert ran.out.splitlines() == [
        "zapis  Word, HTML  vestavěná",
        "Vlastní šablonu založí zapis sablony kopiruj zapis --jako JMÉNO",
    ]


def test_own_templates_are_listed_with_their_files(root: Path):
    for name in ("skola.docx", "mesto.docx", "mesto.html"):
        write(root, name, b"x")
    ran = run(root, "šablony")
    assert ran.out.splitlines() == [
        "mesto  Word, HTML  sablony/mesto.docx, sablony/mesto.html",
        "skola  Word        sablony/skola.docx",
        "zapis  Word, HTML  vestavěná",
    ]


def test_a_template_that_takes_the_place_of_the_built_in_one_says_so(root: Path):
    write(root, "zapis.docx", b"x")
    assert run(root, "sablony").out.splitlines() == [
        "zapis  Word  sablony/zapis.docx",
        "zapis  HTML  vestavěná",
        "Šablona sablony/zapis platí pro všechny zápisy, které nejmenují jinou.",
    ]


def test_a_copy_is_written_under_a_new_name(root: Path):
    ran = run(root, "sablony", "kopiruj", "zapis", "--jako", "mesto")
    names = sorted(path.name for path in (root / "sablony").iterdir())
    assert (ran.code, names) == (0, ["mesto.docx", "mesto.html"])
    assert ran.out.splitlines() == [
        "Zapsáno  sablony/mesto.docx",
        "Zapsáno  sablony/mesto.html",
        "Zápis ji použije po doplnění řádku „sablona: mesto“ do hlavičky nebo série.",
    ]


def test_a_copy_is_a_template_without_faults(root: Path):
    run(root, "sablony", "kopiruj", "zapis", "--jako", "mesto")
    ran = run(root, "sablony", "kontrola")
    assert (ran.code, ran.out) == (0, "2 soubory se šablonami: bez chyb, varování i tipů.\n")


def test_one_format_can_be_copied(root: Path):
    run(root, "sablony", "kopírovat", "zapis", "--jako", "mesto", "--format", "docx")
    assert [path.name for path in (root / "sablony").iterdir()] == ["mesto.docx"]


def test_a_copy_never_overwrites_and_then_writes_nothing(root: Path):
    write(root, "mesto.html", b"moje")
    ran = run(root, "sablony", "kopiruj", "zapis", "--jako", "mesto")
    left = {path.name: path.read_bytes() for path in (root / "sablony").iterdir()}
    assert (ran.code, left, "sablony/mesto.html“ už existuje" in ran.err) == (
        1,
        {"mesto.html": b"moje"},
        True,
    )


@pytest.mark.parametrize("name", ["../ven", "a/b", "a\\b", "con", "", " ", ".", "a:b", "a\nb"])
def test_a_copy_stays_in_its_folder(root: Path, name: str):
    ran = run(root, "sablony", "kopiruj", "zapis", "--jako", name)
    made = [path for path in root.rglob("*") if path.suffix in {".docx", ".html"}]
    allowed = [] if name.strip() else [root / f"sablony/zapis.{end}" for end in ("docx", "html")]
    assert (ran.code in {0, 2}, [path for path in made if path not in allowed]) == (True, [])


def test_only_the_built_in_template_can_be_copied(root: Path):
    ran = run(root, "sablony", "kopiruj", "zaips")
    assert (ran.code, "Mysleli jste „zapis“?" in ran.err) == (2, True)


def test_the_check_tells_part_paragraph_and_cure(root: Path):
    write(root, "mesto.docx", letter("{{ nazef }}", "{{p telo }}"))
    ran = run(root, "sablony", "kontrola", "mesto")
    place = "text, odstavec „{{ nazef }}“"
    assert (ran.code, ran.out.splitlines()) == (
        1,
        [
            f"sablony/mesto.docx: chyba Z603: pole „nazef“ neexistuje ({place})",
            "   oprava: {{ nazev }}",
            "1 soubor se šablonou: 1 chyba, 0 varování, 0 tipů.",
        ],
    )


def test_warnings_are_errors_for_the_strict(root: Path):
    write(root, "mesto.docx", letter("{{ nazev }}"))
    codes = [run(root, "sablony", "kontrola", *more).code for more in ([], ["--prisne"])]
    assert codes == [0, 1]


def test_the_check_tries_templates_on_real_and_on_empty_minutes(root: Path):
    write(root, "mesto.docx", letter("{{ podpisy[0].jmeno }}", "{{p telo }}"))
    ran = run(root, "sablony", "kontrola")
    assert (ran.code, "Z603" in ran.out) == (1, True)


def test_a_page_is_checked_with_its_line(root: Path):
    write(
        root,
        "mesto.html",
        b'{% extends "zapis.html" %}\n{% block zaznam %}\n{{ ukol }}{% endblock %}',
    )
    ran = run(root, "sablony", "kontrola")
    assert (ran.code, "pole „ukol“ neexistuje (řádek 3)" in ran.out, "{{ ukoly }}" in ran.out) == (
        1,
        True,
        True,
    )


def test_nothing_to_check_is_no_fault(root: Path):
    ran = run(root, "sablony", "kontrola")
    assert (ran.code, ran.out) == (0, "Ve složce sablony není žádná vlastní šablona.\n")


def test_a_misspelt_template_gets_a_suggestion(root: Path):
    write(root, "mesto.docx", letter("{{p telo }}"))
    ran = run(root, "sablony", "kontrola", "metso")
    assert (ran.code, "Mysleli jste „mesto“?" in ran.err) == (2, True)


def test_fields_are_shown_with_kind_and_example(root: Path):
    out = run(root, "sablony", "pole").out
    line = next(line for line in out.splitlines() if "{{ datum }}" in line)
    assert " ".join(line.split()) == "{{ datum }} text den jednání – 23. ledna 2026"


def test_fields_can_be_searched_with_diacritics(root: Path):
    out = run(root, "sablony", "pole", "příští").out
    assert [line.split("}}")[0].strip() for line in out.splitlines()[1:]] == [
        "{{ pristi_jednani_stitek",
        "{{ pristi_jednani",
    ]


def test_a_word_that_no_field_has_is_misuse(root: Path):
    assert run(root, "sablony", "pole", "xyzxyz").code == 2


def test_fields_need_no_workspace(tmp_path: Path):
    assert run(tmp_path, "sablony", "pole").code == 0


def test_the_copy_for_word_is_a_whole_document(root: Path):
    run(root, "sablony", "kopiruj", "zapis")
    parts = parts_of((root / "sablony/zapis.docx").read_bytes())
    assert {"[Content_Types].xml", "word/document.xml", "word/styles.xml"} - set(parts) == set()
