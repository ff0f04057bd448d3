"""`zapis ukoly sloucit` as git runs it, in real repositories."""

import shutil
import sys
from pathlib import Path

import pytest

from command_line import run, run_process
from git_repository import DRIVER, Repository
from making import make_workspace
from tracker_cases import FIRST_DAY, built, meeting, task
from zapis.tasks.merge.markers import split_forms

FIRST = meeting(task("Zaslat nápady", "Eva Horáková"), task("Objednat sál"))
BASE = built(FIRST).text
ID = f"BC-{FIRST_DAY}"

TOLD = (
    f"ukoly.md: obě větve řekly týž den něco jiného o #{ID}/1; nechte vždy jednu z obou podob "
    "a řádky se značkami <, = a > smažte\n"
)
NOT_UNDERSTOOD = (
    "ukoly.md: nelze sloučit podle úkolů (základ, řádek 11: řádku „- [ ] #a b“ nelze porozumět: "
    "vypadá jako úkol, ale číslu úkolu nelze porozumět), slučuje se po řádcích jako každý "
    "text\n"
)


def ticked(number: int, box: str = "x", text: str = BASE) -> str:
    return text.replace(f"- [ ] #{ID}/{number} ", f"- [{box}] #{ID}/{number} ")


def noted(number: int, words: str, text: str = BASE) -> str:
    blocks = text.split("\n\n")
    place = next(place for place, block in enumerate(blocks) if f"#{ID}/{number} " in block)
    blocks[place] = f"{blocks[place].rstrip()}\n  - 11. 2. 2026: {words}"
    return "\n\n".join(blocks).rstrip() + "\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repozitář s mezerou")
    made.use_zapis()
    return made


def branches(repository: Repository, ours: str, theirs: str, base: str = BASE) -> None:
    """A base and two branches that come from it."""
    repository.commit("hlavni", base)
    repository.commit("petr", ours)
    repository.git("checkout", "-q", "hlavni")
    repository.commit("eva", theirs)


def test_neighbouring_tasks_closed_by_two_people_merge(repository: Repository):
    branches(repository, ticked(1), ticked(2))
    merged = repository.merge("petr", "eva")
    assert (merged.code, merged.err, repository.read()) == (0, "", ticked(1, text=ticked(2)))


def test_a_contradiction_is_a_conflict_of_git_that_a_person_resolves(repository: Repository):
    branches(repository, noted(2, "volno", ticked(1)), ticked(1, "-"))
    merged = repository.merge("petr", "eva")
    assert (merged.code, merged.err) == (1, TOLD)
    assert "both modified:   ukoly.md" in repository.git("status").out
    forms = split_forms(repository.read())
    assert forms
    (repository.root / "ukoly.md").write_text(forms.second, encoding="utf-8")
    concluded = repository.git("commit", "-q", "-a", "--no-edit")
    assert (concluded.code, "volno" in repository.read()) == (0, True)


def test_branches_that_merged_each_other_before_merge_again(repository: Repository):
    """Git merges their ancestors first; a conflict in these is resolved by what people chose."""
    branches(repository, ticked(1), ticked(1, "-"))
    repository.git("branch", "eva-predtim", "eva")
    for ours, theirs in (("eva", "petr"), ("petr", "eva-predtim")):
        repository.merge(ours, theirs)
        forms = split_forms(repository.read())
        assert forms
        chosen = forms.first if ours == "petr" else forms.second
        repository.commit(ours, noted(2, f"od {ours}", chosen))
    merged = repository.merge("petr", "eva")
    text = repository.read()
    assert (merged.code, "  - 13. 4. 2026: splněno\n" in text, "zrušeno" in text) == (
        0,
        True,
        False,
    )
    assert ("od petr" in text, "od eva" in text) == (True, True)


def test_a_rebase_merges_too(repository: Repository):
    branches(repository, noted(1, "od Petra"), noted(1, "od Evy"))
    repository.git("checkout", "-q", "eva")
    assert repository.git("rebase", "-q", "petr").code == 0
    assert repository.read() == noted(1, "od Petra", noted(1, "od Evy"))


def test_windows_line_ends_stay(repository: Repository):
    repository.git("config", "core.autocrlf", "false")
    ours, theirs = noted(1, "od Petra"), noted(2, "od Evy")
    base, ours, theirs = (text.replace("\n", "\r\n") for text in (BASE, ours, theirs))
    branches(repository, ours, theirs, base)
    repository.merge("petr", "eva")
    assert repository.read() == noted(1, "od Petra", noted(2, "od Evy")).replace("\n", "\r\n")


def test_what_cannot_be_understood_is_merged_by_lines(repository: Repository):
    wrong = BASE + "\n- [ ] #a b\n"
    branches(repository, noted(1, "od Petra", wrong), noted(2, "od Evy", wrong), wrong)
    merged = repository.merge("petr", "eva")
    assert (merged.code, merged.err) == (0, NOT_UNDERSTOOD)
    assert ("od Petra" in repository.read(), "od Evy" in repository.read()) == (True, True)


def test_another_encoding_is_merged_by_lines_with_its_conflict(repository: Repository):
    branches(repository, BASE, noted(1, "od Evy"))
    repository.git("checkout", "-q", "petr")
    (repository.root / "ukoly.md").write_bytes(BASE.encode("cp1250", "replace"))
    repository.git("commit", "-q", "-a", "-m", "z")
    merged = repository.merge("petr", "eva")
    data = (repository.root / "ukoly.md").read_bytes()
    assert merged.code == 1
    assert "soubor není v kódování UTF-8" in merged.err
    assert (
        b"<<<<<<< na" in data,
        b"od Evy" in data,
        "Horáková".encode("cp1250") in data,
    ) == (
        True,
        True,
        True,
    )


def test_without_the_driver_git_merges_as_ever(repository: Repository):
    repository.git("config", "--unset", "merge.zapis.driver")
    branches(repository, noted(1, "od Petra"), noted(1, "od Evy"))
    assert (repository.merge("petr", "eva").code, "<<<<<<< HEAD" in repository.read()) == (1, True)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Three files as git hands them over."""
    for name, text in (("o", BASE), ("a", noted(1, "naše")), ("b", noted(2, "jejich"))):
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def test_the_result_stands_in_the_second_file(texts: Path):
    ran = run(texts, "ukoly", "sloucit", "o", "a", "b")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (texts / "a").read_text(encoding="utf-8") == noted(1, "naše", noted(2, "jejich"))


def test_markers_are_as_long_as_git_asks(texts: Path):
    (texts / "a").write_text(ticked(1), encoding="utf-8")
    (texts / "b").write_text(ticked(1, "-"), encoding="utf-8")
    ran = run(texts, "ukoly", "sloucit", "o", "a", "b", "--delka", "9", "--cesta", "obec/ukoly.md")
    lines = (texts / "a").read_text(encoding="utf-8").split("\n")
    marks = [line for line in lines if line[:1] in "<=>" and line]
    assert (ran.code, marks) == (
        1,
        ["<<<<<<<<< naše podoba", "=========", ">>>>>>>>> jejich podoba"],
    )
    assert ran.err.startswith("obec/ukoly.md: obě větve")


def test_without_git_both_sides_stay_whole(texts: Path):
    (texts / "b").write_bytes(b"\xff\xfe nic")
    ran = run(texts, "ukoly", "sloucit", "o", "a", "b", env={"PATH": ""})
    ours = noted(1, "naše").encode()
    assert (ran.code, (texts / "a").read_bytes()) == (
        1,
        b"<<<<<<< na\xc5\xa1e podoba\n" + ours + b"=======\n\xff\xfe nic\n>>>>>>> jejich podoba\n",
    )


def test_a_fault_of_zapis_loses_no_side(texts: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError("něco")  # a fault that nobody has thought of

    monkeypatch.setattr("zapis.cli.tasks.merge_driver.merge_trackers", fail)
    ran = run(texts, "ukoly", "sloucit", "o", "a", "b")
    assert (ran.code, "(neočekávaná chyba v programu zapis, RuntimeError: něco)" in ran.err) == (
        0,
        True,
    )
    text = (texts / "a").read_text(encoding="utf-8")
    assert ("naše" in text, "jejich" in text) == (True, True)


def test_a_file_that_is_not_there_is_a_crash_for_git(texts: Path):
    ran = run(texts, "ukoly", "sloucit", "o", "a", "chybi")
    assert (ran.code, ran.err) == (129, "ukoly.md: soubor „chybi“ nelze přečíst\n")


def test_two_files_are_too_few(texts: Path):
    ran = run(texts, "ukoly", "sloucit", "o", "a")
    assert (ran.code, "ZÁKLAD NAŠE JEJICH" in ran.err) == (2, True)


# Setting it up.


@pytest.mark.parametrize("before", ["", "*.png binary", "*.png binary\r\n"])
def test_the_set_up_adds_two_lines_once(tmp_path: Path, before: str):
    repository = Repository(tmp_path / "w")
    attributes = tmp_path / "w" / ".gitattributes"
    if before:
        attributes.write_bytes(before.encode())
    workspace = tmp_path / "w" / "zápisy z rady"
    workspace.mkdir()
    first = run_process(workspace, "ukoly", "sloucit", "--nastavit")
    second = run_process(workspace, "ukoly", "sloucit", "--nastavit")
    newline = "\r\n" if "\r" in before else "\n"
    lines = f"{before.rstrip()}{newline}" if before else ""
    assert attributes.read_bytes().decode() == f"{lines}ukoly.md merge=zapis{newline}"
    driver = repository.git("config", "merge.zapis.driver").out
    assert driver.endswith("ukoly sloucit %O %A %B --cesta %P --delka %L\n")
    assert [line.partition(": ")[2].split("„")[0] for line in first.out.splitlines()] == [
        "přidán řádek ",
        "nastaveno ",
    ]
    assert [line.endswith("“ už platí.") for line in second.out.splitlines()] == [True, True]


def test_what_was_set_up_merges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The program need not be on the path: then its Python is called by its own."""
    repository = Repository(tmp_path / "w")
    monkeypatch.setenv("PATH", str(Path(shutil.which("git") or "git").parent))
    run(tmp_path / "w", "ukoly", "sloucit", "--nastavit")
    branches(repository, ticked(1), ticked(2))
    assert (repository.merge("petr", "eva").code, repository.read()) == (
        0,
        ticked(1, text=ticked(2)),
    )


def test_another_setting_of_the_driver_is_replaced(tmp_path: Path):
    repository = Repository(tmp_path)
    repository.git("config", "merge.zapis.driver", "stary %A")
    run(tmp_path, "ukoly", "sloucit", "--nastavit")
    assert repository.git("config", "--get-all", "merge.zapis.driver").out.count("\n") == 1


def test_an_attribute_that_wins_over_ours_is_told(tmp_path: Path):
    repository = Repository(tmp_path)
    info = repository.root / ".git" / "info"
    info.mkdir(exist_ok=True)
    (info / "attributes").write_text("*.md merge=union\n", encoding="utf-8")
    ran = run(tmp_path, "ukoly", "sloucit", "--nastavit")
    assert "přednost má jiné nastavení atributu merge" in ran.out


def test_a_folder_outside_git_is_told(tmp_path: Path):
    ran = run(
        tmp_path,
        "ukoly",
        "sloucit",
        "--nastavit",
        env={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)},
    )
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"Složka „{tmp_path.as_posix()}“ není v gitu; založte ho příkazem git init.\n"


def test_a_machine_without_git_is_told(tmp_path: Path):
    ran = run(tmp_path, "ukoly", "sloucit", "--nastavit", env={"PATH": ""})
    assert (ran.code, ran.err) == (1, "Program git na tomto počítači není.\n")


def test_the_help_shows_the_lines_of_the_set_up():
    shown = run(Path(), "ukoly", "sloucit", "--help").out
    assert ("ukoly.md merge=zapis" in shown, DRIVER.removeprefix("-m ") in shown) == (True, True)
    assert sys.executable not in shown


def test_after_a_merge_of_real_work_the_next_build_changes_nothing(tmp_path: Path):
    """One closes a task by command, the other writes minutes that speak of the same task."""
    repository = Repository(tmp_path)
    root = repository.root
    header = "---\nserie: r\nid: {id}\ndatum: {day}. 4. 2026\n---\n# Bod\n\nZnění bodu.\n\n"
    first = header.format(id="R-1", day=1) + "- [ ] Objednat sál\n- [ ] Pozvat hosty\n"
    second = (
        header.format(id="R-2", day=8) + "- [ ] #R-1/1 čeká na potvrzení\n- [ ] Vyvěsit leták\n"
    )
    make_workspace(root, {"zapis.yaml": "serie: {r: {nazev: Rada}}\n", "r/1.md": first})
    (root / ".gitignore").write_text("vystup/\n.zapis/\n", encoding="utf-8")
    repository.use_zapis()
    run(root, "build", "-q")
    for branch in ("hlavni", "petr", "eva"):
        repository.commit(branch, repository.read())
    make_workspace(root, {"r/2.md": second})
    run(root, "build", "-q")
    repository.commit("eva", repository.read())
    repository.git("checkout", "-q", "petr")
    run(root, "ukoly", "splneno", "R-1/1")
    repository.commit("petr", repository.read())
    assert repository.merge("petr", "eva").code == 0
    merged = repository.read()
    run(root, "build", "-q")
    assert (repository.read(), merged.split("\n")[4:8]) == (
        merged,
        [
            "- [x] #R-1/1 Objednat sál",
            "  - zápis [1. 4. 2026](r/1.md): otevřeno",
            "  - zápis [8. 4. 2026](r/2.md): otevřeno, čeká na potvrzení",
            "  - 13. 4. 2026: splněno",
        ],
    )
