"""Words of fields that hold code, links, escaped characters or emphasis."""

import pytest

from tracker_cases import TODAY, built, entry_of, meeting, task
from zapis.tasks.line import Mode, Nobody, parse_leading_fields, parse_task_line


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("až **schválí** rada", "až schválí rada"),
        ("až `kód x` projde", "až kód x projde"),
        ("až [tady](http://x.example) bude", "až tady bude"),
        (r"po \*hvězdě\* a \@zavináči", "po *hvězdě* a @zavináči"),
        ("až <!-- možná --> v květnu", "až v květnu"),
    ],
)
def test_a_deadline_in_words_keeps_its_words(field: str, words: str) -> None:
    found = parse_task_line(f"Zaslat (termín: {field})", Nobody(), TODAY).deadline
    assert found is not None
    assert found.deadline.words == words


@pytest.mark.parametrize(
    ("field", "words"),
    [(r"@„tým \*A\*“", "tým *A*"), ("@„odbor `x`“", "odbor x"), ("@„a_b“", "a_b")],
)
def test_a_name_in_quotes_keeps_its_words(field: str, words: str) -> None:
    found = parse_task_line(f"Zaslat {field}", Nobody(), TODAY, Mode.TRACKER)
    assert [assignee.words for assignee in found.assignees] == [words]


@pytest.mark.parametrize("name", ["tým *A*", "a@b", "od [x]", "~vlnka~", "jeden\\dva", "C_D"])
def test_a_name_with_marks_is_no_edit_when_another_field_changes(name: str) -> None:
    own = meeting(task("Zaslat", name, deadline="do 28. 2."))
    text = built(own).text.replace("do 28. 2. 2026\n", "do 5. 5. 2026\n", 1)
    assert entry_of(built(own, old=text).text, "BC-2026-01-23/1")[2:] == [
        "  - 13. 4. 2026: termín 5. 5. 2026"
    ]


@pytest.mark.parametrize(
    ("text", "people", "deadline", "rest"),
    [
        ("Zaslat @Eva do 5. 5. 2026 čeká se", ["Eva"], "do 5. 5. 2026", " čeká se"),
        ("Zaslat @Eva a @Petr (do pátku) čeká", ["Eva", "Petr"], "do pátku", " čeká"),
        ("Zaslat, zodpovídá: Eva; T: 5. 5., čeká", ["Eva"], "5. 5., čeká", ""),
        ("Zaslat čeká @Eva", [], "", " čeká @Eva"),
        ("Zaslat", [], "", ""),
    ],
)
def test_fields_that_follow_each_other_end_before_other_words(
    text: str, people: list[str], deadline: str, rest: str
) -> None:
    found = parse_leading_fields(text, Nobody(), TODAY, len("Zaslat"))
    words = found.deadline.deadline.words if found.deadline else ""
    names = [assignee.words for assignee in found.assignees]
    assert (names, words, text[found.end :]) == (people, deadline, rest)
