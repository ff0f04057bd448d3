from zapis.check.surroundings import Surroundings
from zapis.engine.reading import ReadFile
from zapis.engine.tracker.duplicates import find_duplicates
from zapis.model.settings import Settings
from zapis.pipeline import read_minutes
from zapis.source import SourceFile

SURROUNDINGS = Surroundings(exists=lambda _path: True)


def make(path: str, text: str = "---\nid: porada-1\n---\n") -> ReadFile:
    source = SourceFile(path, text)
    made = read_minutes(source, Settings(), SURROUNDINGS)
    return ReadFile(source, made.value, made.diagnostics)


def messages(*files: ReadFile) -> dict[str, str]:
    return {
        file.path: file.report.diagnostics[0].message
        for file in find_duplicates(files)
        if file.report.diagnostics
    }


def test_two_meetings_with_one_id_name_each_other():
    found = messages(make("a.md"), make("b.md", "---\nid: porada-1\n---\nJiné.\n"))
    assert found == {
        "a.md": "jednání „porada-1“ je i v souboru „b.md“",
        "b.md": "jednání „porada-1“ je i v souboru „a.md“",
    }


def test_ids_that_differ_in_case_only_are_one():
    found = messages(make("a.md"), make("b.md", "---\nid: PORADA-1\n---\n"))
    assert found.keys() == {"a.md", "b.md"}


def test_a_copy_is_called_one_and_its_original_builds():
    found = messages(
        make("porada – kopie.md", "---\nid: porada-1\n---\nKopie.\n"), make("porada.md")
    )
    message = "jednání „porada-1“ už je v souboru „porada.md“, soubor vypadá jako kopie"
    assert found == {"porada – kopie.md": message}


def test_an_equal_file_with_a_longer_name_is_a_copy():
    assert messages(make("2026/porada.md"), make("porada.md")).keys() == {"2026/porada.md"}


def test_of_two_originals_and_a_copy_none_builds():
    other = make("b.md", "---\nid: porada-1\n---\nJiné.\n")
    found = messages(make("a (1).md"), make("a.md"), other)
    assert found.keys() == {"a (1).md", "a.md", "b.md"}


def test_the_error_points_at_the_id_and_offers_another():
    _, second = find_duplicates((make("a.md"), make("b.md", "---\nid: porada-1\n---\nX\n")))
    (error,) = second.report.diagnostics
    assert error.span is not None
    assert second.source.text[error.span.start : error.span.end] == "porada-1"
    assert error.cure == "do jednoho z nich doplňte jiné označení: id: porada-1-2"


def test_files_that_are_no_minutes_have_no_id():
    assert messages(make("a.md", "# A\n"), make("b.md", "# A\n")) == {}
