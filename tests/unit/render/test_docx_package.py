"""Packages: zip files that any reader opens and whose bytes depend on their parts only."""

import zipfile
from io import BytesIO

import pytest

from docx_reading import pack, parts_of
from zapis.render.docx.escaping import attribute, characters, escape, legal
from zapis.render.docx.package import from_readable, press, write_package
from zapis.render.docx.relations import (
    HYPERLINK,
    IMAGE,
    Relation,
    Relations,
    opened,
    read_relations,
)
from zapis.render.docx.svg import TRANSPARENT, rasterize

PARTS = {
    "word/b.xml": b"<a/>" * 500,
    "[Content_Types].xml": b"<Types/>",
    "word/media/obrázek.png": bytes(range(256)),
    "_rels/.rels": b"",
}


def test_parts_come_back_as_they_were() -> None:
    assert parts_of(pack(PARTS)) == PARTS


def test_the_order_of_parts_does_not_matter() -> None:
    assert pack(PARTS) == pack(dict(reversed(PARTS.items())))


def test_pictures_are_not_compressed_twice() -> None:
    with zipfile.ZipFile(BytesIO(pack(PARTS))) as archive:
        kinds = {info.filename: info.compress_type for info in archive.infolist()}
    assert (kinds["word/media/obrázek.png"], kinds["word/b.xml"]) == (
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
    )


def test_a_compressed_part_can_be_used_again() -> None:
    part = press("a.xml", b"x" * 1000)
    assert write_package([part]) == write_package([part])


def test_readable_files_lose_their_indentation_only() -> None:
    made = from_readable({"a.xml": "<a>\n  <b> slovo </b>\n  <c/>\n</a>\n"})
    assert made == {"a.xml": b"<a><b> slovo </b><c/></a>"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a", "a"),
        ("\x00\x1f", "\ufffd\ufffd"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ud800", "\ufffd"),
        ("😀", "😀"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
    ],
)
def test_text_is_made_legal(value: str, expected: str) -> None:
    assert legal(value) == expected


def test_text_is_escaped() -> None:
    value = '<a & "b">\'\n'
    assert (escape(value), attribute(value)) == (
        '&lt;a &amp; "b"&gt;\'\n',
        "&lt;a &amp; &quot;b&quot;&gt;' ",
    )


def test_tabs_and_line_ends_become_elements() -> None:
    assert characters("a\tb\n") == (
        '<w:t xml:space="preserve">a</w:t><w:tab/><w:t xml:space="preserve">b</w:t><w:br/>'
        '<w:t xml:space="preserve"></w:t>'
    )


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("styles.xml", "word/styles.xml"),
        ("/word/styles.xml", "word/styles.xml"),
        ("../docProps/core.xml", "docProps/core.xml"),
        ("./media/a.png", "word/media/a.png"),
    ],
)
def test_targets_are_resolved_from_the_folder_of_the_part(target: str, expected: str) -> None:
    xml = f"<Relationships><Relationship Id='a' Type=\"t\" Target='{target}'/></Relationships>"
    assert list(read_relations("word/document.xml", xml)) == [Relation("t", expected)]


def test_external_targets_are_no_parts() -> None:
    xml = '<Relationship Id="a" Type="t" Target="http://a" TargetMode="External"/>'
    assert list(read_relations("word/document.xml", xml)) == []


@pytest.mark.parametrize(
    "base", ["", '<Relationships xmlns="x"/>', "<Relationships></Relationships>"]
)
def test_relationships_are_added_once_for_each_target(base: str) -> None:
    relations = Relations(opened(base))
    keys = [
        relations.add(IMAGE, "/a.png"),
        relations.add(HYPERLINK, "http://a", external=True),
        relations.add(IMAGE, "/a.png"),
    ]
    assert (
        keys,
        relations.xml().count("<Relationship "),
        relations.xml().endswith("</Relationships>"),
    ) == (
        ["zapis1", "zapis2", "zapis1"],
        2,
        True,
    )


def test_identifiers_of_a_template_made_by_zapis_are_not_used_again() -> None:
    base = '<Relationships><Relationship Id="zapis1" Type="t" Target="a"/></Relationships>'
    assert Relations(base).add(IMAGE, "/b.png") == "zapis_1"


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/hostname"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image xlink:href = "a.png"/></svg>',
    ],
    ids=["cut", "empty", "absolute", "relative"],
)
def test_a_drawing_that_is_broken_or_points_outside_is_not_read(data: bytes) -> None:
    assert rasterize(data, 10) == TRANSPARENT
