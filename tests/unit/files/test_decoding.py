"""Bytes become text, or one diagnostic that says what they are and how to save them."""

import pytest

from zapis.diagnostics import Diagnostic, Outcome
from zapis.files import LARGEST_SOURCE, decode
from zapis.source import SourceFile

TEXT = "---\r\nmisto: Brno\r\nnazev: Řízení šťastných žáků\r\n---\r\n"


def read(data: bytes) -> Outcome[SourceFile]:
    return decode(data, "zapisy/x.md")


def only(data: bytes) -> Diagnostic:
    (diagnostic,) = read(data).diagnostics
    return diagnostic


def place(data: bytes) -> tuple[int, int] | None:
    outcome = read(data)
    span = outcome.diagnostics[0].span
    if span is None:
        return None
    position = outcome.value.position(span.start)
    return (position.line, position.column)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfa", "a"),
        ("ě\r\nš\rč\n\r\n".encode(), "ě\nš\nč\n\n"),
        ("a\u00a0b\t\U0001f600\ufeff".encode(), "a\u00a0b\t\U0001f600\ufeff"),
        ("\ufffd".encode(), "\ufffd"),
    ],
)
def test_utf8_loses_only_its_mark_and_carriage_returns(data: bytes, text: str):
    assert read(data) == Outcome(SourceFile("zapisy/x.md", text))


@pytest.mark.parametrize(
    ("data", "text", "message", "at"),
    [
        (b"ab\x07c", "ab\ufffdc", "řídicí znak U+0007 v textu", (1, 3)),
        (
            b"\xef\xbb\xbfa\r\n\x00b\x1bc\x7f",
            "a\n\ufffdb\ufffdc\ufffd",
            "řídicí znak U+0000 v textu (takových znaků je v souboru 3)",
            (2, 1),
        ),
        ("ž\u0085\uffff".encode(), "ž\ufffd\ufffd", None, (1, 2)),
        (b"Word\x0bzalomil", "Word\ufffdzalomil", None, (1, 5)),
    ],
)
def test_control_characters_are_replaced_one_for_one_and_told_once(
    data: bytes, text: str, message: str | None, at: tuple[int, int]
):
    outcome = read(data)
    (warning,) = outcome.diagnostics
    actual = (outcome.value.text, warning.code.id, outcome.failed, place(data))
    assert actual == (text, "Z106", False, at)
    assert message in {None, warning.message}


@pytest.mark.parametrize(
    ("codec", "name", "at"),
    [
        ("cp1250", "Windows-1250", (3, 8)),
        ("iso8859-2", "ISO 8859-2", (3, 8)),
        ("utf-16", "UTF-16 LE", None),
        ("utf-16-le", "UTF-16 LE", None),
        ("utf-16-be", "UTF-16 BE", None),
        ("utf-32", "UTF-32 LE", None),
    ],
)
def test_another_encoding_is_named_with_its_place_and_stays_readable(
    codec: str, name: str, at: tuple[int, int] | None
):
    data = TEXT.encode(codec)
    problem = only(data)
    actual = (problem.code.id, problem.message, place(data), read(data).value.line(3))
    message = f"soubor není v kódování UTF-8, vypadá jako {name}"
    assert actual == ("Z101", message, at, "nazev: Řízení šťastných žáků")
    assert "Uložit jako → Kódování: UTF-8" in (problem.cure or "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Příliš žluťoučký kůň", "Windows-1250"),
        ("áéí", "Windows-1250"),
        ("„ahoj“ – á", "Windows-1250"),
        ("«Řím» ©", "Windows-1250"),
    ],
)
def test_windows_is_what_czech_bytes_are_unless_they_say_otherwise(text: str, name: str):
    assert only(text.encode("cp1250")).message.endswith(name)


def test_a_damaged_utf8_names_the_byte_and_its_place():
    data = "ěščř\n\U0001f600ž".encode() + b"\xe1 konec\n"
    actual = (only(data).message, place(data), read(data).value.text)
    expected = "bajt 0xE1 na tomto místě není v kódování UTF-8"
    assert actual == (expected, (2, 3), "ěščř\n\U0001f600ž\ufffd konec\n")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04....word/document.xml", "dokument Wordu (docx)"),
        (b"PK\x03\x04....xl/workbook.xml", "sešit Excelu (xlsx)"),
        (
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text",
            "dokument LibreOffice (odt)",
        ),
        (b"PK\x03\x04", "archiv zip"),
        (b"%PDF-1.7\n", "dokument PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "starý dokument Office (doc, xls)"),
        (b"{\\rtf1\\ansi", "dokument RTF"),
        (b"\x89PNG\r\n\x1a\n", "obrázek"),
        (b"\x00\x01\x02\x03" * 50, "binární data"),
        (b"PK\x03\x04word/" + b"x" * LARGEST_SOURCE, "dokument Wordu (docx)"),
    ],
)
def test_a_file_that_is_no_text_is_called_by_its_name(data: bytes, kind: str):
    problem = only(data)
    actual = (problem.code.id, problem.message, bool(problem.cure), read(data).value.text)
    assert actual == ("Z107", f"soubor není text, ale {kind}", True, "")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_an_empty_file_is_said_to_be_empty(data: bytes):
    assert (only(data).code.id, only(data).message) == ("Z108", "soubor je prázdný")


@pytest.mark.parametrize(
    ("data", "size", "codes"),
    [
        (b"a" * LARGEST_SOURCE, None, []),
        (b"a" * (LARGEST_SOURCE + 1), None, ["Z102"]),
        (b"a", 20_000_000, ["Z102"]),
        (b"\xff", 20_000_000, ["Z102"]),
    ],
)
def test_more_than_two_megabytes_are_refused_before_decoding(
    data: bytes, size: int | None, codes: list[str]
):
    outcome = decode(data, "x.md", size)
    assert [problem.code.id for problem in outcome.diagnostics] == codes


def test_the_size_is_told_in_czech():
    (problem,) = decode(b"a", "x.md", 20_000_000).diagnostics
    assert problem.message == "soubor má 19,1 MB, nejvýše smí mít 2 MB"
