import json

from zapis.codes import NO_DEADLINE, WRONG_WEEKDAY, YAML_COLON
from zapis.diagnostics import Diagnostic, FileReport, Label
from zapis.report.machine import format_github, format_json
from zapis.source import SourceFile, Span

SOURCE = SourceFile("a,b:c.md", "---\nnazev: A: B\n---\n")
ERROR = Diagnostic(
    YAML_COLON, "100 % chyba", Span(12, 13), "nazev:\n  x", (Label(Span(0, 3), "zde"),)
)
REPORT = FileReport(
    SOURCE, (ERROR, Diagnostic(WRONG_WEEKDAY, "bez místa"), Diagnostic(NO_DEADLINE, "t"))
)


def test_json_has_a_version_counts_and_places():
    data = json.loads(format_json([REPORT]))
    assert (data["version"], data["counts"]) == (1, {"error": 1, "warning": 1, "tip": 1})
    assert data["diagnostics"][0] == {
        "file": "a,b:c.md",
        "code": "Z112",
        "name": "yaml-colon",
        "severity": "error",
        "message": "100 % chyba",
        "cure": "nazev:\n  x",
        "line": 2,
        "column": 9,
        "end_line": 2,
        "end_column": 10,
        "labels": [
            {"message": "zde", "line": 1, "column": 1, "end_line": 1, "end_column": 4},
        ],
    }


def test_what_has_no_place_says_so_in_json():
    data = json.loads(format_json([REPORT]))
    item = data["diagnostics"][1]
    assert [item[name] for name in ("line", "column", "end_line", "end_column", "cure")] == [
        None
    ] * 5


def test_json_of_nothing_is_whole():
    assert json.loads(format_json([])) == {
        "version": 1,
        "counts": {"error": 0, "warning": 0, "tip": 0},
        "diagnostics": [],
    }


def test_github_gets_a_command_a_line_with_its_own_escapes():
    place = "file=a%2Cb%3Ac.md,line=2,col=9,title=Z112 dvojtečka uvnitř hodnoty"
    assert format_github([REPORT]).splitlines() == [
        f"::error {place}::100 %25 chyba%0Aoprava: nazev:%0A  x",
        "::warning file=a%2Cb%3Ac.md,title=Z204 den v týdnu neodpovídá datu::bez místa",
        "::notice file=a%2Cb%3Ac.md,title=Z406 úkol nemá termín::t",
    ]
