"""The manual says what is true: its examples run, its table has every key, its schemas are current.

The schemas are made anew with
`python -c "import sys; sys.path[:0] = ['tests']; import test_manual; test_manual.write_schemas()"`.
"""

import json
import re
from pathlib import Path

import pytest

from facts import Made, answer, unexpected
from literate import SOURCES, Case, read_cases
from zapis.czech.folding import fold
from zapis.export.json_text import tasks_schema
from zapis.schema.json_schema import JsonSchema, front_matter_schema, settings_schema
from zapis.schema.keys import HEADER_KEYS, find_key

FOLDER = Path(__file__).parents[1] / "dokumentace"
MANUAL = FOLDER / "jazyk.md"
SCHEMAS = {
    "schema-hlavicky.json": front_matter_schema,
    "schema-zapis.json": settings_schema,
    "schema-ukoly.json": tasks_schema,
}
CASES = list(read_cases(MANUAL))


def schema_text(schema: JsonSchema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas() -> None:
    """Make the schemas of the documentation anew."""
    for name, make in SCHEMAS.items():
        (FOLDER / name).write_text(schema_text(make()), encoding="utf-8", newline="\n")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_an_example_does_what_the_manual_says(case: Case, tmp_path: Path):
    expected = dict(case.expected)
    made = Made(case, tmp_path)
    answers = {question: answer(made, question, text) for question, text in expected.items()}
    assert (answers, unexpected(made, case)) == (expected, [])


def test_every_example_is_tried():
    text = MANUAL.read_text(encoding="utf-8")
    shown = re.findall(r"(?m)^```(zapis.*|yaml zapis\.yaml)\n([^`]*)^```", text)
    tried = {source.text for case in CASES for source in case.sources}
    assert [example for _, example in shown if not any(example in own for own in tried)] == []


def test_the_table_has_every_key_in_a_form_that_is_read():
    _, _, behind = MANUAL.read_text(encoding="utf-8").partition("### Všechny klíče")
    table, _, _ = behind.partition("###")
    rows = re.findall(r"(?m)^\| `([\w ]+)` \| ([^|]+) \|", table)
    forms = {key: [key, *(form.strip() for form in more.split(","))] for key, more in rows}
    read = {key: {fold_name(form) for form in found} for key, found in forms.items()}
    assert (set().union(*read.values()), max(map(len, read.values()))) == (
        {key.name for key in HEADER_KEYS},
        1,
    )


def fold_name(form: str) -> str:
    found = find_key(form)
    return found.key.name if found else f"? {fold(form)}"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_what_the_program_makes(name: str):
    assert (FOLDER / name).read_text(encoding="utf-8") == schema_text(SCHEMAS[name]())


def test_the_manual_names_only_kinds_of_fences_that_run():
    text = MANUAL.read_text(encoding="utf-8")
    kinds = {info.split()[0] for info in re.findall(r"(?m)^`{3,}(\S.*)$", text)}
    assert kinds <= {*SOURCES, "yaml"}
