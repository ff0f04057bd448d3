import datetime as dt

import pytest

from header_cases import meeting_of, outcome_of, problems_of
from zapis.assemble.header import assemble_header
from zapis.data_tree import DataTree
from zapis.model.meeting import Attachment, HeaderField, Meeting
from zapis.model.settings import Settings


def test_an_empty_header_is_a_meeting_without_anything() -> None:
    outcome = assemble_header(DataTree(None), "zapisy/Porada vedení.md", Settings())
    assert outcome.value == Meeting("Porada-vedeni", "zapisy/Porada vedení.md")


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("serie: bc\ndatum: 23. 1. 2026", "a.md", "BC-2026-01-23"),
        ("serie: rada\ndatum: 14.–15. 3. 2026", "a.md", "rada-2026-03-14"),
        ("serie: bc", "zapisy/2026-01-23-bc.md", "2026-01-23-bc"),
        ("datum: 23. 1. 2026", "zapisy/Porada vedení č. 3.md", "Porada-vedeni-c.-3"),
        ("id: X-1_a.b\nserie: bc\ndatum: 23. 1. 2026", "a.md", "X-1_a.b"),
        ("nazev: x", "会議.md", "zapis"),
    ],
)
def test_the_identity_of_a_meeting(text: str, path: str, expected: str) -> None:
    assert meeting_of(text, path).id == expected


def test_an_id_with_other_characters_is_an_error_with_a_better_one() -> None:
    (problem,) = outcome_of("id: Porada č. 3").diagnostics
    assert (problem.code.name, problem.message, problem.cure) == (
        "invalid-id",
        "označení „Porada č. 3“ má znaky, které v něm být nesmí",
        "id: Porada-c.-3",
    )


def test_a_series_gives_what_the_header_leaves_out() -> None:
    meeting = meeting_of("serie: BC\ndatum: 23. 1. 2026")
    assert (
        meeting.series and meeting.series.key,
        meeting.kind,
        meeting.heading,
        meeting.template,
        meeting.project and meeting.project.name,
        meeting.organization,
        meeting.subject,
    ) == (
        "bc",
        "pracovní skupina",
        "Zápis č. {cislo} z jednání skupiny",
        "mestska",
        "Společné plánování",
        "Město Horní Bělá",
        "",
    )


def test_the_header_beats_the_series() -> None:
    meeting = meeting_of("serie: bc\ntyp: porada\ntitulek: Zápis\nsablona: jina\nnazev: Rozpočet")
    assert (meeting.kind, meeting.heading, meeting.template, meeting.subject) == (
        *("porada", "Zápis", "jina", "Rozpočet"),
    )


def test_the_organization_of_the_series_beats_that_of_the_workspace() -> None:
    assert meeting_of("serie: rada").organization == "Obec Dolní Lhota"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "serie: bcc",
            (
                "unknown-reference",
                "série „bcc“ v zapis.yaml není",
                "bcc",
            ),
        ),
        (
            "serie: Pracovní skupina Bezpečná čtvrť",
            (
                "unknown-reference",
                "série „Pracovní skupina Bezpečná čtvrť“ v zapis.yaml není, mysleli jste „bc“?",
                "Pracovní skupina Bezpečná čtvrť",
            ),
        ),
        (
            "projekt: paln",
            (
                "unknown-reference",
                "projekt „paln“ v zapis.yaml není, mysleli jste „plan“?",
                "paln",
            ),
        ),
        (
            "titulek: Zápis {datm} {",
            ("unknown-placeholder", "v titulku nelze doplnit „{datm}“", "{datm}"),
        ),
        ("stav: hotovo", ("unknown-status", "stav „hotovo“ zapis nezná", "hotovo")),
        (
            "vyveseno: 31. 4. 2026",
            ("invalid-date", "datum „31. 4. 2026“ neexistuje, duben má jen 30 dní", "31. 4. 2026"),
        ),
        ("sejmuto: zítra", ("unreadable-date", "datu „zítra“ nelze porozumět", "zítra")),
        (
            "prilohy:\n  - {nazev: A, soubor: ../../a.pdf}",
            ("outside-workspace", "soubor „../../a.pdf“ je mimo pracovní složku", "../../a.pdf"),
        ),
        (
            "prilohy:\n  - {nazev: A, soubor: /etc/a.pdf}",
            ("outside-workspace", "soubor „/etc/a.pdf“ je mimo pracovní složku", "/etc/a.pdf"),
        ),
        (
            "prilohy:\n  - {nazev: A, soubor: 'C:\\a.pdf'}",
            ("outside-workspace", "soubor „C:/a.pdf“ je mimo pracovní složku", "C:\\a.pdf"),
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(text: str, problem: tuple[str, str, str]) -> None:
    found = [(code, message, place.strip("'")) for code, message, place in problems_of(text)]
    assert found == [problem]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prilohy: Rozpočet", [("Rozpočet", "")]),
        ("prilohy: [Rozpočet, Smlouva]", [("Rozpočet", ""), ("Smlouva", "")]),
        (
            "prilohy:\n  - {nazev: Smlouva, soubor: 'prilohy\\s.pdf'}",
            [("Smlouva", "zapisy/prilohy/s.pdf")],
        ),
        ("prilohy:\n  - soubor: ../spolecne/s.pdf", [("s.pdf", "spolecne/s.pdf")]),
    ],
)
def test_attachments_are_named_and_their_paths_start_at_the_workspace(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found: tuple[Attachment, ...] = meeting_of(text).attachments
    assert [(item.name, item.path) for item in found] == expected


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("koncept", "koncept"),
        ("K PŘIPOMÍNKÁM", "k připomínkám"),
        ("rozeslano", "rozesláno"),
        ("ověřen", "ověřeno"),
        ("schválený", "schváleno"),
        ("hotovo", "hotovo"),
        ("", ""),
    ],
)
def test_a_known_status_gets_its_usual_form(written: str, status: str) -> None:
    assert meeting_of(f"stav: {written}").status == status


def test_fields_stand_in_the_authors_order_with_the_authors_labels() -> None:
    text = (
        "Č. j.: MUHB/12/26\nTéma: bezpečnost\npocet clenu: 15\nmisto:\n"
        "rozdelovnik: [členové, MěÚ]\nvyveseno: 25. 3. 2026\npritomni:\nstav:\nnazev:\n"
    )
    fields = [HeaderField(field.key, field.label, field.text) for field in meeting_of(text).fields]
    assert fields == [
        HeaderField("reference_number", "Č. j.", "MUHB/12/26"),
        HeaderField("", "Téma", "bezpečnost"),
        HeaderField("member_count", "Počet členů", "15"),
        HeaderField("place", "Místo", ""),
        HeaderField("distribution", "Rozdělovník", "členové\nMěÚ"),
        HeaderField("posted_on", "Vyvěšeno", "25. 3. 2026"),
        HeaderField("present", "Přítomni", ""),
    ]


def test_labels_are_the_authors_czech_forms() -> None:
    meeting = meeting_of("misto konani: sál\ndate: 20. 3. 2026\npristi schuze: na podzim")
    assert dict(meeting.labels) == {"place": "Místo konání", "next_meeting": "Příští schůze"}


def test_spans_point_at_short_values_and_at_keys_of_long_ones() -> None:
    text = "datum: 20. 3. 2026\npritomni:\n  - Eva Malá\n"
    spans = meeting_of(text).spans
    assert {key: text[span.start : span.end] for key, span in spans.items()} == {
        "date": "20. 3. 2026",
        "present": "pritomni",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (True, True)),
        ("typografie: ne", (False, True)),
        ("zalomeni: Ne", (True, False)),
        ("typografie: ano\nzalomeni: ano", (True, True)),
    ],
)
def test_switches(text: str, expected: tuple[bool, bool]) -> None:
    meeting = meeting_of(text)
    assert (meeting.typography, meeting.keep_line_breaks) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("skryt: [Jan Novák, Eva]", ("Jan Novák", "Eva")),
        ("skryt: Jan Novák, Eva", ("Jan Novák", "Eva")),
        ("anonymizovat: |\n  Jan Novák\n  Eva", ("Jan Novák", "Eva")),
        ("skryt:", ()),
    ],
)
def test_names_to_hide(text: str, names: tuple[str, ...]) -> None:
    meeting = meeting_of(text)
    assert (meeting.redacted, meeting.restricted) == (names, bool(names))


def test_placeholders_of_the_title_line_are_normalised() -> None:
    assert meeting_of('titulek: "Zápis č. {Číslo} z {MISTO} {"').heading == (
        "Zápis č. {cislo} z {misto} {"
    )


def test_own_data_are_kept_as_they_are() -> None:
    assert dict(meeting_of("udaje: {barva: modrá, seznam: [a, b]}").data) == {
        "barva": "modrá",
        "seznam": ["a", "b"],
    }


def test_a_half_empty_draft_has_no_errors() -> None:
    text = "nazev:\ndatum:\ncas:\nmisto:\npritomni:\nomluveni:\nprogram:\nzapsal:\npristi:\nza:\n"
    outcome = outcome_of(text)
    assert (outcome.diagnostics, outcome.value.when.date) == ((), None)


def test_reference_numbers_of_an_office_are_no_problem() -> None:
    assert problems_of("Č. j.: MUHB/12/26\nSp. zn.: X 1/2026") == []


def test_the_day_of_a_meeting_of_two_days_is_the_first() -> None:
    assert meeting_of("datum: 14.–15. 3. 2026").when.date == dt.date(2026, 3, 14)
