"""Letterheads of offices that were not made for zapis, as people build them, by python-docx."""

from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType

from docx import Document
from docx.document import Document as Draft
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from docx_documents import png
from docx_reading import pack

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OTHER = 'xmlns:o="urn:schemas-microsoft-com:office:office"'


def save(draft: Draft) -> bytes:
    out = BytesIO()
    draft.save(out)
    return out.getvalue()


def letter(*lines: str, header: str = "Úřad", footer: str = "") -> bytes:
    """The plainest letterhead: paragraphs with tags under a header."""
    draft = Document()
    draft.sections[0].header.paragraphs[0].text = header
    if footer:
        draft.sections[0].footer.paragraphs[0].text = footer
    for line in lines:
        draft.add_paragraph(line)
    return save(draft)


def _field(paragraph: object, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()  # type: ignore[attr-defined]
        if kind == "text":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - there is no other way to a field
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {text} "
            run._r.append(instruction)  # noqa: SLF001 - the same


def _describe(part: object) -> None:
    element = part._element  # type: ignore[attr-defined]  # noqa: SLF001 - headers have no pictures
    for number, drawing in enumerate(element.iter(qn("wp:docPr")), 1):
        drawing.set("descr", f"Logo {number}")


def town() -> bytes:
    """A town hall: another font, red headings, two logos, another first page, one tag for all."""
    draft = Document()
    draft.core_properties.author = "Ing. Tajná Autorka"
    normal = draft.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Serif", Pt(12)
    for level in (1, 2, 3):
        heading = draft.styles[f"Heading {level}"]
        heading.font.name, heading.font.color.rgb = "Liberation Serif", RGBColor(0x8B, 0, 0)
    section = draft.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.add_run().add_picture(BytesIO(png(240, 80, 90)), width=Cm(3))
    first.add_run("\t\t")
    first.add_run().add_picture(BytesIO(png(80, 80, 40)), height=Cm(1.2))
    _describe(section.first_page_header)
    section.first_page_header.add_paragraph(
        "MĚSTO DOLNÍ LHOTA"
    ).alignment = WD_ALIGN_PARAGRAPH.CENTER
    section.header.paragraphs[0].text = "{{ nazev }} – {{ organizace }}"
    footer = section.footer.paragraphs[0]
    footer.add_run("Strana ")
    _field(footer, "PAGE")
    section.first_page_footer.paragraphs[0].text = "Náměstí 1, 123 45 Dolní Lhota"
    draft.add_paragraph("{{ nadpis }} {{ podnadpis }}", style="Title")
    draft.add_paragraph("{{p cely_zapis }}")
    return save(draft)


def school() -> bytes:
    """A school: landscape, lists with dashes and Roman numbers, rows of tasks, contents."""
    draft = Document()
    section = draft.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    draft.styles["Normal"].font.name = "Liberation Sans"
    _restyle_lists(draft)
    section.header.paragraphs[0].text = "Základní škola Lípa"
    draft.add_paragraph("{{ nazev_s_datem }}", style="Heading 1")
    draft.add_paragraph("Místo: {{ misto }}, přítomni: {{ pritomni }}")
    draft.add_paragraph("{%p if omluveni %}")
    draft.add_paragraph("Omluveni ({{ omluveni.pocet }}): {{ omluveni }}")
    draft.add_paragraph("{%p endif %}")
    draft.add_paragraph("{{p obsah }}")
    draft.add_paragraph("{{p telo }}")
    draft.add_paragraph("Úkoly", style="Heading 1")
    table = draft.add_table(rows=4, cols=4, style="Table Grid")
    rows = (
        ("Č.", "Úkol", "Kdo", "Do kdy"),
        ("{%tr for ukol in ukoly %}", "", "", ""),
        ("{{ ukol.cislo }}", "{{r ukol.zneni }}", "{{ ukol.zodpovida }}", "{{ ukol.termin }}"),
        ("{%tr endfor %}", "", "", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    draft.add_paragraph("{%p for podpis in podpisy %}")
    draft.add_paragraph("{{ podpis.stitek }}: {{ podpis.jmeno }}")
    draft.add_paragraph("{%p endfor %}")
    return save(draft)


def _restyle_lists(draft: Draft) -> None:
    """Bullets as long dashes, numbers as Roman ones with a parenthesis."""
    numbering = draft.part.numbering_part.element
    looks = {"List Bullet": ("bullet", "—"), "List Number": ("upperRoman", "%1)")}
    for name, (form, text) in looks.items():
        key = draft.styles[name].element.pPr.numPr.numId.val
        abstract = next(n for n in numbering.num_lst if n.numId == key).abstractNumId.val
        for each in numbering.iter(qn("w:abstractNum")):
            if each.get(qn("w:abstractNumId")) == str(abstract):
                level = each.find(qn("w:lvl"))
                level.find(qn("w:numFmt")).set(qn("w:val"), form)
                level.find(qn("w:lvlText")).set(qn("w:val"), text)
                ink = level.find(qn("w:rPr"))
                if ink is not None:
                    level.remove(ink)


def society() -> bytes:
    """A society: the record inside a cell beside a narrow column, split runs, Czech quotes."""
    draft = Document()
    draft.styles["Normal"].font.name = "DejaVu Sans"
    draft.styles["Normal"].font.size = Pt(9)
    section = draft.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    header = section.header.paragraphs[0]
    header.add_run().add_picture(BytesIO(png(120, 40, 120)), width=Cm(2.5))
    _describe(section.header)
    title = draft.add_paragraph(style="Title")
    for piece in ("{", "{ nad", "pis }", "} – {{ podnad", "pis }}"):
        title.add_run(piece)
    table = draft.add_table(rows=1, cols=2)
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, (Cm(4), Cm(13)), strict=True):
        cell.width = width
    left, right = table.rows[0].cells
    left.text = "Přítomni"
    left.add_paragraph("{%p for jmeno in pritomni.jmena %}")
    left.add_paragraph("{{ jmeno }}")
    left.add_paragraph("{%p endfor %}")
    left.add_paragraph(
        "Zápis:\N{NO-BREAK SPACE}{{\N{NO-BREAK SPACE}zapsal\N{NO-BREAK SPACE}or „neuvedeno“ }}"
    )
    right.text = "{{p telo }}"
    draft.add_paragraph("{{ misto_a_den }}")
    return save(draft)


OFFICES: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {"mesto": town, "skola": school, "spolek": society}
)
"""The three foreign templates by the names of their files."""


def municipality() -> bytes:
    """A village with LibreOffice: no default style, levels out of order, headings in a list."""
    heading = '<w:pStyle w:val="Nadpis1"/>'
    lists = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/>{heading if n == 0 else ""}'
        '<w:numFmt w:val="none"/><w:suff w:val="nothing"/><w:lvlText w:val=""/>'
        '<w:lvlJc w:val="start"/><w:pPr><w:ind w:start="0" w:hanging="0"/></w:pPr></w:lvl>'
        for n in range(9)
    )
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="en-US"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Nadpis1">'
        '<w:name w:val="Heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:ilvl w:val="0"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:color w:val="006633"/></w:rPr></w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Normal"/><w:jc w:val="start"/></w:pPr><w:r><w:rPr></w:rPr>'
        f"<w:t>{line}</w:t></w:r></w:p>"
        for line in ("{{ nadpis }} {{ podnadpis }}", "{{p telo }}", "{{ zapsal }}")
    )
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1984" w:right="1134" '
    page += 'w:top="1134" w:bottom="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    fonts = '<w:font w:name="DejaVu Serif"><w:charset w:val="00" w:characterSet="windows-1252"/>'
    xml = {
        "document": f"<w:body>{body}{page}</w:body>",
        "styles": styles,
        "numbering": f'<w:abstractNum w:abstractNumId="1">{lists}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        "fontTable": f'{fonts}<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
    }
    return _packed(xml)


def _packed(xml: Mapping[str, str]) -> bytes:
    """A file of Word with the main part and what it refers to, by the names of their parts."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    roots = {
        "document": "document",
        "styles": "styles",
        "numbering": "numbering",
        "fontTable": "fonts",
    }
    declared = f'xmlns:w="{NAMESPACE}" {OTHER}'
    parts = {
        f"word/{name}.xml": f"<w:{roots[name]} {declared}>{text}</w:{roots[name]}>"
        for name, text in xml.items()
    }
    others = [name for name in xml if name != "document"]
    related = "".join(
        f'<Relationship Id="r{n}" Type="{office}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(others)
    )
    typed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}+xml"/>'
        for name in others
    )
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}/relationships">{related}</Relationships>'
    )
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{kind}.document.main+xml"/>{typed}</Types>'
    )
    return pack({name: text.encode() for name, text in parts.items()})
