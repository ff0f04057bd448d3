"""`zapis ukoly` on the examples: which tasks are listed, as what, and what misuse is told."""

import csv
import json
import os
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from command_line import Ran, run, run_process
from examples import contents, copy_examples


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_examples(tmp_path_factory.mktemp("ukoly") / "w")


def ids(ran: Ran) -> list[str]:
    """The ids of what was listed as JSON, in order."""
    assert ran.err == ""
    return [task["id"] for task in json.loads(ran.out)["tasks"]]


def listed(folder: Path, *arguments: str) -> list[str]:
    return ids(run(folder, "ukoly", *arguments, "--format", "json"))


KUCIREK = ["RT-2026-02-10/1", "PSS-2026-01-22/1", "PSS-2026-01-22/3"]


@pytest.mark.parametrize(
    "name", ["kucirek", "Radimu Kučírkovi", "KUČÍRKA", "Radim", "Ing. Kučírek"]
)
def test_a_person_is_found_by_any_name_in_any_case(examples: Path, name: str):
    assert listed(examples, "--kdo", name) == KUCIREK


def test_resitel_is_the_same_as_kdo(examples: Path):
    assert listed(examples, "--řešitel", "Kučírek") == KUCIREK


def test_of_several_values_any_will_do_and_options_restrict_each_other(examples: Path):
    people = ("--kdo", "Kučírek", "--kdo", "Machová")
    assert listed(examples, *people, "--do", "konce dubna") == KUCIREK[:2]


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ((), 19),
        (("--po-terminu",), 8),
        (("--bez-terminu",), 3),
        (("--bez-resitele",), 1),
        (("--serie", "PSS"), 5),
        (("--serie", "porada"), 4),
        (("--jednani", "16. 3. 2026"), 4),
        (("--jednani", "porady/2026-03-16-porada-vedeni.md"), 4),
        (("--stav", "rozpracované"), 2),
        (("--stav", "splněno,zrušeno"), 7),
        (("--vse",), 26),
        (("--hledat", "LAVICKA chybi"), 1),
        (("--serie", "PSS", "--stav", "hotovo"), 3),
    ],
)
def test_filters(examples: Path, arguments: tuple[str, ...], count: int):
    assert len(listed(examples, *arguments)) == count


def test_an_organisation_is_found_by_either_part(tmp_path: Path):
    header = "datum: 1. 4. 2026\npritomni: [Petr Cháb (Doléčovací centrum – Renarkon), Eva Malá]"
    body = "- [ ] Obvolat @Cháb\n- [ ] Sepsat @Malá"
    (tmp_path / "zapis.yaml").touch()
    (tmp_path / "a.md").write_text(f"---\n{header}\n---\n{body}\n", encoding="utf-8")
    found = [listed(tmp_path, "--organizace", name) for name in ("renarkon", "Doléčovacího centra")]
    assert found == [["a/1"], ["a/1"]]


def test_words_are_explained_where_it_is_asked_for(examples: Path):
    ran = run(examples, "ukoly", "--kdo", "kucirkovi", "--do", "konce května", "--vysvetlit")
    assert "kucirkovi = Radim Kučírek" in ran.out
    assert "do konce května = do 31. 5. 2026" in ran.out


def test_an_explained_export_keeps_its_output_clean(examples: Path):
    ran = run(examples, "ukoly", "--po-terminu", "--vysvetlit", "--format", "json")
    assert (json.loads(ran.out)["version"], ran.err.startswith("Filtr: po termínu")) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--kdo", "Kučirák"), "Kučír"),
        (("--serie", "rada města"), "--serie"),
        (("--stav", "napůl"), "splněno"),
        (("--do", "31. 2."), "--do"),
        (("--do", "konce", "března"), 'zapis ukoly --do "konce března"'),
        (("--kdo", "Radim", "Kučírek"), 'zapis ukoly --kdo "Radim Kučírek"'),
        (("01-22/1",), "zapis ukoly ukaz 01-22/1"),
        (("splnněno",), "Mysleli jste „splneno“?"),
        (("-o", "ukoly.txt"), ".xlsx"),
        (("-o", "ukoly"), "--format"),
        (("-o", "ukoly.md"), "seznam úkolů"),
        (("-o", "porady/2026-03-16-porada-vedeni.md"), "zápis z jednání"),
        (("--po-terminu", "souhrn"), "zapis ukoly souhrn"),
    ],
)
def test_misuse_is_told_with_its_cure_and_changes_nothing(
    examples: Path, arguments: tuple[str, ...], message: str
):
    before = contents(examples)
    ran = run(examples, "ukoly", *arguments)
    assert (ran.code, ran.out, contents(examples) == before) == (2, "", True)
    assert message in ran.err


def test_an_empty_list_says_how_many_tasks_the_filter_hides(examples: Path):
    ran = run(examples, "ukoly", "--kdo", "Hnát", "--bez-terminu")
    assert ran.code == 0
    assert "Filtru neodpovídá žádný úkol" in ran.out
    assert "19" in ran.out


@pytest.mark.parametrize("name", ["json", "csv", "md", "html", "xlsx", "ics"])
def test_a_file_is_written_by_its_ending(examples: Path, tmp_path: Path, name: str):
    target = tmp_path / f"výpis.{name}"
    ran = run(examples, "ukoly", "-o", str(target))
    assert (ran.code, ran.err, target.stat().st_size > 0) == (0, "", True)
    assert ran.out == f"Zapsáno: {target} (19 úkolů)\n"


def test_a_workbook_has_a_row_for_each_task(examples: Path, tmp_path: Path):
    run(examples, "ukoly", "-o", str(tmp_path / "u.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "u.xlsx")["Úkoly"]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert sum("Předložit radě města rozbor" in cell for cell in cells) == 1


def test_a_table_goes_to_the_output_in_bytes(examples: Path):
    ran = run_process(examples, "ukoly", "--format", "csv", "--kdo", "Machová")
    rows = list(csv.reader(StringIO(ran.out.removeprefix("\ufeff")), delimiter=";"))
    assert ("Upravit web a vývěsku" in rows[1], len(rows)) == (True, 2)


def test_links_of_an_export_lead_from_where_it_is_to_the_documents(tmp_path: Path):
    root = copy_examples(tmp_path / "w")
    run(root, "build", "-q")
    (tmp_path / "jinde").mkdir()
    run(root, "ukoly", "-o", "../jinde/u.json")
    tasks = json.loads((tmp_path / "jinde/u.json").read_text(encoding="utf-8"))["tasks"]
    links = {task["document"].partition("#")[0] for task in tasks}
    assert [link for link in links if not (tmp_path / "jinde" / link).is_file()] == []


def test_a_file_open_in_excel_is_named_and_left_alone(examples: Path, tmp_path: Path):
    (tmp_path / "~$u.xlsx").write_bytes(b"\x09Jana Mal\xe1" + b" " * 50)
    ran = run(examples, "ukoly", "-o", str(tmp_path / "u.xlsx"))
    assert (ran.code, (tmp_path / "u.xlsx").exists()) == (1, False)
    assert "otevřený v jiném programu (Excel" in ran.err


def test_a_folder_that_is_not_there_is_told(examples: Path, tmp_path: Path):
    ran = run(examples, "ukoly", "-o", str(tmp_path / "není" / "u.csv"))
    assert (ran.code in (0, 1), "Traceback" in ran.err) == (True, False)


def test_a_pipe_is_written_to_and_not_replaced(examples: Path, tmp_path: Path):
    pipe = tmp_path / "roura"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_bytes)
        ran = run(examples, "ukoly", "-o", str(pipe), "--format", "json")
        data = read.result(timeout=10)
    assert (ran.code, pipe.is_fifo(), len(json.loads(data)["tasks"])) == (0, True, 19)


def test_a_link_stays_and_what_it_leads_to_is_written(examples: Path, tmp_path: Path):
    (tmp_path / "u.csv").symlink_to(tmp_path / "jinde.csv")
    run(examples, "ukoly", "-o", str(tmp_path / "u.csv"))
    assert ((tmp_path / "u.csv").is_symlink(), (tmp_path / "jinde.csv").is_file()) == (True, True)


def test_nothing_is_exported_without_what_stands_in_the_tracker(tmp_path: Path):
    """An export with reopened tasks and other numbers would look like any other."""
    root = copy_examples(tmp_path / "w")
    tracker = root / "ukoly.md"
    tracker.write_text("<<<<<<< a\n" + tracker.read_text(encoding="utf-8"), encoding="utf-8")
    ran = run(root, "ukoly", "-o", str(tmp_path / "u.csv"))
    assert (ran.code, ran.out, (tmp_path / "u.csv").exists()) == (1, "", False)
    assert "nejdřív opravte soubor ukoly.md" in ran.err


def test_a_list_without_the_tracker_says_so(tmp_path: Path):
    root = copy_examples(tmp_path / "w")
    (root / "ukoly.md").write_text("<<<<<<< a\n", encoding="utf-8")
    ran = run(root, "ukoly", "--po-terminu")
    assert (ran.code, "ukoly.md nelze celý přečíst" in ran.err) == (1, True)


@pytest.mark.parametrize("arguments", [(), ("--vse",), ("--po-terminu",), ("souhrn",)])
def test_where_there_are_no_tasks_nothing_is_said_to_be_done(
    tmp_path: Path, arguments: tuple[str, ...]
):
    (tmp_path / "zapis.yaml").touch()
    ran = run(tmp_path, "ukoly", *arguments)
    assert ran.out.splitlines()[1:] == ["V zápisech zatím není žádný úkol."]


def test_formats_are_known_in_any_case(examples: Path):
    assert run(examples, "ukoly", "--format", "JSON") == run(examples, "ukoly", "--format", "json")


def test_the_list_is_the_same_from_the_index_as_without_it(tmp_path: Path):
    root = copy_examples(tmp_path / "w")
    assert [run(root, "ukoly", "--vse").out for _ in range(3)].count(
        run(root, "ukoly", "--vse").out
    ) == 3


def test_a_summary_has_people_and_series(examples: Path):
    out = run(examples, "ukoly", "souhrn").out
    assert ("Podle lidí" in out, "Podle sérií" in out, out.count("Celkem")) == (True, True, 2)


def test_a_task_is_shown_whole_by_the_end_of_its_number(examples: Path):
    ran = run(examples, "ukoly", "ukaz", "01-22/1")
    assert (ran.code, ran.err, ran.out.startswith("Úkol PSS-2026-01-22/1")) == (0, "", True)
    assert "seznam má zatím pět jmen" in ran.out


def test_of_several_tasks_the_known_are_shown_and_the_unknown_named(examples: Path):
    ran = run(examples, "ukoly", "ukaz", "01-22/1", "01-22/99")
    assert (ran.code, "01-22/99" in ran.err, "PSS-2026-01-22/1" in ran.out) == (1, True, True)


@pytest.mark.parametrize("alias", ["ukázat", "detail", "ukaz"])
def test_commands_have_aliases(examples: Path, alias: str):
    assert run(examples, "ukoly", alias, "01-22/1").code == 0


def test_the_folder_may_stand_before_the_command(examples: Path, tmp_path: Path):
    before = run(tmp_path, "ukoly", "-C", str(examples), "souhrn")
    behind = run(tmp_path, "ukoly", "souhrn", "-C", str(examples))
    assert (before.code, before.out) == (0, behind.out)
