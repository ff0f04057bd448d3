"""Views that the tests of Word documents share: bare, typical, and one with everything."""

import struct
import zlib

from msgspec.structs import replace

from zapis.body import (
    Blocks,
    Card,
    CardField,
    CodeBlock,
    Conclusion,
    FieldLabel,
    Footnote,
    Group,
    Groups,
    Heading,
    List,
    ListItem,
    Milestone,
    Paragraph,
    Quote,
    Resolution,
    Restricted,
    ReviewLine,
    Rule,
    Schedule,
    Table,
    TaskLine,
    Vote,
)
from zapis.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Image,
    Inlines,
    LineBreak,
    Link,
    Marked,
    Strikethrough,
    Strong,
    TaskMention,
    Text,
)
from zapis.model.assets import Asset
from zapis.render.views import (
    AgendaItemView,
    AttachmentView,
    DocumentView,
    FieldView,
    LogoView,
    PeopleView,
    PublicityView,
    ReviewView,
    SectionView,
    SignatureView,
    TaskView,
)

NBSP = "\N{NO-BREAK SPACE}"


def text(words: str) -> Inlines:
    return (Text(words),)


def par(words: str) -> Paragraph:
    return Paragraph(text(words))


def bullets(*items: Blocks | str, tight: bool = True) -> List:
    return List("bullet", tuple(ListItem(_blocks(item)) for item in items), tight=tight)


def numbered(
    *items: Blocks | str,
    numbers: tuple[int, ...] = (),
    style: str = "decimal",
    delimiter: str = ".",
    tight: bool = True,
) -> List:
    counted = numbers or tuple(range(1, len(items) + 1))
    made = tuple(
        ListItem(_blocks(item), number) for item, number in zip(items, counted, strict=True)
    )
    return List(style, made, tight=tight, delimiter=delimiter)


def _blocks(item: Blocks | str) -> Blocks:
    return (par(item),) if isinstance(item, str) else item


def png(width: int = 8, height: int = 4, grey: int = 160) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes([grey]) * width for _ in range(height))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        )
    )


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" '
    b'rx="4" fill="#039"/><circle cx="20" cy="20" r="10" fill="#fc0"/></svg>'
)

EMPTY_VIEW = DocumentView(
    title="Zápis",
    heading="Zápis",
    subheading="",
    project="",
    mark="",
    notice="",
    organization="",
    fields=(),
    attendance=(),
    agenda_label="Program",
    agenda=(),
    show_agenda=False,
    sections=(),
    footnotes=(),
    tasks=(),
    tasks_label="Přehled úkolů",
    tasks_note="",
    reviews=(),
    next_meeting_label="Příští jednání",
    next_meeting="",
    attachments_label="Přílohy",
    attachments=(),
    closing=(),
    place_and_day="",
    signatures=(),
    on_behalf_label="",
    on_behalf=(),
    publicity=PublicityView(),
    footer_text="",
    assets={},
)
"""A view with nothing in it but its title."""


def with_blocks(*blocks: object, **changes: object) -> DocumentView:
    """A view whose only section holds the blocks."""
    section = SectionView(1, text("Bod"), tuple(blocks), "bod-1")  # type: ignore[arg-type]
    return replace(EMPTY_VIEW, sections=(section,), **changes)  # type: ignore[arg-type]


_PEOPLE = (
    "Mgr. Eva Horáková (Centrum Most – terén), manažerka",
    "Petr Cháb (Kotva, z. s.)",
    "Nikol Drábková (Terénní program Pramen)",
    "Filip Hrkal (Přístav – ambulance)",
    "Jakub Macoun (poradna)",
    "Ing. Markéta Hégrová, Ph.D. (Magistrát města Horní Bělá), kontaktní osoba",
    "Eva Otýpková (Doléčovací centrum)",
)

_LOREM = (
    "Skupina se seznámila s výsledky analýzy a shodla se, že nejvíce chybí návazná péče pro lidi, "
    "kteří se vracejí z léčby. Zástupci organizací popsali, jak dnes předávají klienty a kde se "
    "spojení nejčastěji přetrhne. Město připraví podklady k rozpočtu na příští rok."
)


def _tasks() -> tuple[TaskView, ...]:
    def task(
        number: int, sentence: str, who: str, when: str, status: str = "", label: str = ""
    ) -> TaskView:
        return TaskView(
            number,
            f"úkol{NBSP}{number}",
            label,
            f"BC-2026-01-23/{number}",
            f"ukol-{number}",
            sentence,
            text(sentence),
            who,
            when,
            status,
            f"→ {who}; {when}" if who or when else "",
        )

    return (
        task(1, "Zaslat nápady na vzdělávací akce", "Eva Horáková, Petr Cháb", "do 20. 3. 2026"),
        task(2, "Zvážit účast na dni sousedů 21. 6. 2026", "členové", "do příště"),
        task(3, "předá téma školám", "", ""),
        task(
            4,
            "Předložit návrh rozpočtu sociálních služeb na rok 2027 s výhledem na dva roky",
            "tajemník MěÚ, vedoucí odboru sociálních věcí a zdravotnictví",
            "do konce října",
            "splněno",
            "Úkol č. 3/26",
        ),
    )


def _sections() -> tuple[SectionView, ...]:
    analysis: Blocks = (
        par(_LOREM),
        Paragraph(
            (
                Text("Podrobnosti jsou v "),
                Link("https://example.cz/analýza?rok=2026&část=1", text("analýze"), "Analýza"),
                Text(" a v poznámce"),
                FootnoteRef(1),
                Text(", viz též "),
                Link("#bod-3", text("bod 3")),
                Text(". Tučně "),
                Strong(text("důležité")),
                Text(", "),
                Emphasis((Text("kurzívou a "), Strong(text("obojí")))),
                Text(", "),
                Strikethrough(text("škrtnuté")),
                Text(", "),
                Code("kód_v_textu()"),
                Text(", "),
                Marked("skryt", text("Jana N.")),
                Text("."),
                LineBreak(),
                Text("Druhý řádek téhož odstavce; znovu táž poznámka"),
                FootnoteRef(1),
                Text(" a další"),
                FootnoteRef(2),
                Text("."),
            )
        ),
        par("Vize komunitního plánu:"),
        Quote(
            (
                par(
                    "Horní Bělá je město, ve kterém vytváříme příležitosti pro důstojnou podporu. "
                    + _LOREM
                ),
                bullets("odrážka v citaci", "a druhá"),
            )
        ),
        par("TEZE:"),
        bullets(
            "Plánování je postaveno na spolupráci občanů, poskytovatelů a města.",
            (
                par("Služby jsou dostupné každému, kdo je potřebuje:"),
                numbered(
                    "ambulantní",
                    (par("terénní"), numbered("v noci", "o víkendu", style="alpha", delimiter=")")),
                    "pobytové",
                ),
            ),
            "Klíčová je mezioborová spolupráce.",
        ),
        numbered("první", "druhý", "čtvrtý", "sedmý", numbers=(1, 2, 4, 7)),
        par("Jiný seznam začíná znovu a je volný:"),
        numbered((par(_LOREM), par("Pokračování položky.")), _LOREM, tight=False),
        Conclusion(
            (par("Skupina byla s výstupy seznámena a neměla připomínky."), bullets("vize", "teze"))
        ),
        Rule(),
        Heading(2, text("Skupinová práce")),
        Groups(
            (
                par("Otázky: Co funguje? Co chybí?"),
                Group(
                    text("Most, Kotva + magistrát"),
                    (bullets("sdílené byty", "doprovázení"), par("Chybí lékař.")),
                ),
                Group(text("Pramen"), (par(_LOREM), Quote((par("Vnořená citace."),)))),
            )
        ),
        Heading(3, text("Třetí úroveň")),
        Heading(4, text("Čtvrtá úroveň")),
        Heading(5, text("Pátá úroveň")),
        Heading(6, text("Šestá úroveň")),
        CodeBlock("def f(x):\n\treturn x < 1 & x\n\n  konec"),
        Paragraph(
            (
                Image("obrazek.png", "Mapa čtvrti", "Mapa"),
                Text(" "),
                Image("chybi.png", "Popis obrázku, který není"),
            )
        ),
        Paragraph((Image("kresba.svg", "Kresba"),)),
    )
    money: Blocks = (
        Table(
            (text("Položka"), text("Částka v Kč"), text("Poznámka")),
            (
                (
                    text("Terénní služby"),
                    text("1 200 000"),
                    (Text("viz "), Strong(text("příloha"))),
                ),
                (
                    text("Krizové lůžko"),
                    text("350 000"),
                    text("zatím bez poskytovatele, jedná se s krajem a s nemocnicí"),
                ),
                (text("Celkem"), text("1 550 000"), ()),
            ),
            ("left", "right", ""),
        ),
        Table((text("A"), text("B")), ((text("1"), text("2")),), ("center", "center")),
        Resolution(
            "12/2026",
            (
                par("Zastupitelstvo schvaluje rozpočet na rok 2026."),
                numbered("příjmy", "výdaje", style="alpha", delimiter=")"),
            ),
            Vote("pro 7, proti 0, zdržel se 1 – usnesení bylo přijato", 7, 0, 1),
        ),
        Resolution("", (par("Rada bere na vědomí zprávu."),)),
        Restricted("osobní údaje", (par("Paní Jana N. žádá o byt."), bullets("první", "druhá"))),
        Restricted("", (par("Bez důvodu."),)),
    )
    tasks: Blocks = (
        bullets(
            (
                TaskLine(0, text("Zaslat nápady na vzdělávací akce"), fields=True),
                par("Poznámka k úkolu pod ním."),
            ),
            (TaskLine(1, text("Zvážit účast na dni sousedů 21. 6. 2026"), fields=True),),
            "Akce sklidila úspěch.",
            (ReviewLine(0, text("odpovědělo všech devět")),),
        ),
        TaskLine(3, text("Předložit návrh rozpočtu, zodpovídá: tajemník MěÚ, do konce října.")),
        Paragraph(
            (
                Text("Paní Kuzníková "),
                TaskMention(2, text("předá téma školám")),
                Text(" a podá zprávu."),
            )
        ),
        ReviewLine(1, ()),
        FieldLabel("Osamělý štítek"),
    )
    card = Card(
        "2.1.2",
        text("Podpořit vznik krizového lůžka pro osoby vyžadující podporu"),
        (
            CardField("", (par("Úvodní slova karty."),)),
            CardField("Realizátor aktivity", (par("neziskové organizace, město"),)),
            CardField("Odpovědná osoba", ()),
            CardField(
                "Stručný slovní popis aktivity",
                (
                    bullets(
                        "Mapovat možnosti",
                        (par("Navázat spolupráci"), bullets("s lékaři", "se školami")),
                    ),
                    par(_LOREM),
                ),
            ),
            CardField(
                "Náklady",
                (Table((text("Rok"), text("Kč")), ((text("2027"), text("100")),), ("", "right")),),
            ),
            CardField(
                "Harmonogram",
                (
                    Schedule(
                        (
                            Milestone(
                                2026,
                                text("Mapování možností a jednání s krajem o dlouhém financování"),
                            ),
                            Milestone(None, text("Edukace")),
                            Milestone(2027, text("Provoz")),
                        )
                    ),
                ),
            ),
        ),
    )
    long_list: Blocks = (numbered(*(f"položka {i}" for i in range(1, 13))), _deep(12))
    return (
        SectionView(None, (), (par("Úvodní slovo před prvním bodem."),), ""),
        SectionView(1, text("Výsledky analýzy"), analysis, "bod-1"),
        SectionView(2, (Text("Rozpočet a "), Emphasis(text("usnesení"))), money, "bod-2"),
        SectionView(3, text("Úkoly"), tasks, "bod-3"),
        SectionView(5, text("Karty aktivit"), (card, card, *long_list), "bod-5"),
        SectionView(None, text("Různé"), (par("Nic."), Quote((numbered("a", "b"),))), "ruzne"),
    )


def _deep(levels: int) -> List:
    inner: Blocks = (par(f"úroveň {levels}"),)
    for level in range(levels - 1, 0, -1):
        make = numbered if level % 2 else bullets
        inner = (par(f"úroveň {level}"), make(inner))
    return bullets(inner)


def full_view() -> DocumentView:
    """A view that uses every field and every node."""
    asset = Asset(png(240, 80), "image/png", 240, 80)
    return DocumentView(
        title="Zápis z jednání pracovní skupiny Bezpečná čtvrť, 23. 1. 2026",
        heading="Zápis",
        subheading="z jednání pracovní skupiny Bezpečná čtvrť",
        project="v rámci projektu „Společné plánování sítě“ (CZ.03.2.63/0.0/0.0/16_063/0000000)",
        mark="KONCEPT",
        notice="Úplné znění – neurčeno ke zveřejnění",
        organization="Město Horní Bělá",
        fields=(
            FieldView("reference_number", "Č. j.", "MUHB/12/26"),
            FieldView("date", "Datum a čas", "23. ledna 2026, 9.00–11.30"),
            FieldView("place", "Místo konání", "Komunitní dům Lípa, Modrá 5, Horní Bělá"),
            FieldView("chair", "Předsedající", "–"),
            FieldView(
                "own",
                "Velmi dlouhý vlastní štítek údaje",
                "hodnota, která je také delší a musí se zalomit na druhý řádek stránky",
            ),
        ),
        attendance=(
            PeopleView("present", "Přítomni", _PEOPLE, "", 7),
            PeopleView("excused", "Omluveni", ("Ing. Petr Dvořák – dovolená", "Jana Malá"), "", 2),
            PeopleView("guests", "Hosté", (), "dle prezenční listiny", None),
            PeopleView(
                "members", "Zastupitelé", tuple(f"Jan Novák {i}" for i in range(1, 22)), "", 21
            ),
        ),
        agenda_label="Program",
        agenda=(
            AgendaItemView(1, "Výsledky analýzy", "Mgr. Eva Horáková", "9.00", "", "bod-1"),
            AgendaItemView(2, "Rozpočet a usnesení", "", "", "", "bod-2"),
            AgendaItemView(4, "Prodej pozemku", "", "", "staženo", ""),
            AgendaItemView(5, "Karty aktivit", "", "", "", "bod-5"),
        ),
        show_agenda=True,
        sections=_sections(),
        footnotes=(
            Footnote(
                1,
                (
                    Paragraph(
                        (
                            Text("Viz "),
                            Link("https://example.cz/pozn", text("příloha")),
                            Text(", strana 4."),
                        )
                    ),
                ),
            ),
            Footnote(
                2,
                (
                    par("Druhá poznámka."),
                    bullets("odrážka v poznámce"),
                    Paragraph((Text("Odkaz dál"), FootnoteRef(3))),
                ),
            ),
            Footnote(3, (par("Poznámka jen z poznámky."),)),
        ),
        tasks=_tasks(),
        tasks_label="Přehled úkolů",
        tasks_note="V seznamu úkolů BC-2026-01-23/číslo.",
        reviews=(
            ReviewView(
                "BC-2025-11-20/2",
                "Obvolat organizace",
                "Petr Cháb",
                "do 15. 1. 2026",
                "splněno",
                "odpovědělo všech devět",
                text("odpovědělo všech devět"),
                "Obvolat organizace",
                "Petr Cháb; do 15. 1. 2026; BC-2025-11-20/2",
            ),
            ReviewView(*("BC-2025-11-20/3", "", "", "", "trvá", "", ()), "Úkol BC-2025-11-20/3"),
        ),
        next_meeting_label="Příští jednání",
        next_meeting="20. března 2026 v 9.00, v organizaci Most",
        attachments_label="Přílohy",
        attachments=(
            AttachmentView(1, "Analýza situace", "prilohy/analýza situace.pdf"),
            AttachmentView(2, "Prezenční listina", ""),
        ),
        closing=(
            FieldView("distribution", "Rozdělovník", "účastníci, tajemník"),
            FieldView("posted", "Vyvěšeno", "26. 1. 2026"),
        ),
        place_and_day="V Horní Bělé dne 26. 1. 2026",
        signatures=(
            SignatureView("Zapsala", "Jana Malá", "26. 1. 2026", line=False),
            SignatureView("Ověřovatelé", "Petr Cháb", "", line=True),
            SignatureView("", "Nikol Drábková", "", line=True),
        ),
        on_behalf_label="Za PS BČ",
        on_behalf=("Mgr. Eva Horáková, manažerka", "Ing. Markéta Hégrová, Ph.D., kontaktní osoba"),
        publicity=PublicityView(
            ("Evropská unie", "Evropský sociální fond", "Operační program Zaměstnanost"),
            ("Tento projekt je financován z prostředků ESF a státního rozpočtu.",),
            (LogoView("eu", "Evropská unie"), LogoView("neni", "Logo, které chybí")),
            (LogoView("mesto", "Znak města"),),
        ),
        footer_text="Zápis z jednání PS Bezpečná čtvrť, 23. 1. 2026",
        assets={
            "obrazek.png": Asset(png(900, 300), "image/png", 900, 300),
            "kresba.svg": Asset(SVG, "image/svg+xml", 120, 40),
            "eu": Asset(SVG, "image/svg+xml", 180, 60),
            "mesto": asset,
        },
    )


def typical_view() -> DocumentView:
    """A view of an ordinary meeting: about 8 KB of text, six sections, eight tasks."""
    full = full_view()
    tasks = tuple(
        replace(full.tasks[0], number=n, short=f"úkol {n}", anchor=f"ukol-{n}") for n in range(1, 9)
    )

    def section(number: int) -> SectionView:
        items: tuple[Blocks, ...] = (
            (par(_LOREM[:120]),),
            (Paragraph((Text("Tučně "), Strong(text("důležité")), Text(_LOREM[:90]))),),
            (TaskLine(number % 8, text("Zaslat nápady na vzdělávací akce"), fields=True),),
        )
        blocks = (par(_LOREM), par(_LOREM), bullets(*items), par(_LOREM), numbered(*items[:2]))
        return SectionView(number, text(f"Bod číslo {number}"), blocks, f"bod-{number}")

    return replace(
        full,
        sections=tuple(section(number) for number in range(1, 7)),
        tasks=tasks,
        reviews=(),
        footnotes=(),
        assets={},
        publicity=PublicityView(("Evropská unie",), ("Financováno z ESF.",)),
    )
