"""Meetings that tests of views and pages share."""

import datetime as dt

from zapis.body import (
    Card,
    CardField,
    CodeBlock,
    Conclusion,
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
    Schedule,
    Table,
    TaskLine,
    Vote,
)
from zapis.czech.deadlines import Deadline
from zapis.czech.times import TimeRange
from zapis.inline import FootnoteRef, Image, Link, Strong, TaskMention, Text
from zapis.model.assets import Asset
from zapis.model.meeting import (
    AgendaItem,
    Attachment,
    HeaderField,
    Meeting,
    NextMeeting,
    Section,
    When,
)
from zapis.model.person import People, Person, Signature
from zapis.model.settings import Logo, Project, Series
from zapis.model.tasks import Assignee, Review, Task, TaskId, TaskStatus

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"></svg>'
ASSETS = {
    "logo:loga/eu.svg": Asset(SVG, "image/svg+xml", 90, 60),
    "mapa.svg": Asset(SVG, "image/svg+xml", 90, 60),
}


def words(text: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Text(text),))


def bullets(*texts: str) -> List:
    """A tight bulleted list."""
    return List("bullet", tuple(ListItem((words(text),)) for text in texts))


def task(
    sentence: str,
    *assignees: str,
    deadline: str = "",
    number: int | None = None,
    status: TaskStatus = TaskStatus.OPEN,
    label: str = "",
) -> Task:
    """A task with fields as their words."""
    return Task(
        sentence,
        (Text(sentence),),
        status,
        tuple(Assignee(name, known=True) for name in assignees),
        Deadline(deadline) if deadline else None,
        number,
        printed_label=label,
    )


PROJECT = Project(
    "kp",
    "Společné plánování sítě služeb",
    "CZ.03.2.63/0.0/0.0/16_063/0000000",
    ("Evropská unie", "Evropský sociální fond"),
    ("Tento projekt je financován z prostředků ESF.",),
    (Logo("loga/eu.svg", "Logo Evropské unie"),),
    (Logo("loga/mesto.png", "Znak města"),),
)
SERIES = Series("bc", "Pracovní skupina Bezpečná čtvrť", "BČ", "pracovní skupina")
CARD = Card(
    "2.1.2",
    (Text("Krizové lůžko"),),
    (
        CardField("Realizátor", (words("NNO, město"),)),
        CardField("Odpovědná osoba", ()),
        CardField(
            "Harmonogram",
            (
                Schedule(
                    (
                        Milestone(None, (Text("Mapovat možnosti"),)),
                        Milestone(2019, (Text("Zajistit jednání"),)),
                    )
                ),
            ),
        ),
    ),
)
FIRST_SECTION = Section(
    (Text("Výsledky analýzy"),),
    (
        Paragraph(
            (
                Text("Údaje jsou v "),
                Link("https://example.cz/?a=1&b=2", (Text("datovém listu"),)),
                FootnoteRef(1),
                Text(", viz "),
                Link("podklady/a b.pdf#list", (Strong((Text("tabulku"),)),)),
                FootnoteRef(1),
            )
        ),
        Quote((words("Město, kde se lidé cítí bezpečně."),)),
        Conclusion((words("Skupina neměla připomínky."),)),
        Groups((words("Co dál?"), Group((Text("Most + magistrát"),), (bullets("stáže"),)))),
        CARD,
        Heading(2, (Text("Náklady"),)),
        Heading(5, (Text("Podrobně"),)),
        Table(
            ((Text("Položka"),), ()),
            (((Text("Terén"),), (Text("120"),)),),
            ("left", "right"),
        ),
        CodeBlock("k = 1 - 2"),
        Paragraph((Image("mapa.svg", "Mapa lokality"), Image("chybi.png", "Plán"))),
        Resolution("5/2026", (words("Skupina bere na vědomí."),), Vote("pro 7, proti 0")),
        Restricted("osobní údaje", (words("Jméno klientky."),)),
    ),
    1,
)
SECOND_SECTION = Section(
    (Text("Úkoly"),),
    (
        List(
            "bullet",
            (
                ListItem((TaskLine(0, (Text("Zaslat nápady"),), fields=True),)),
                ListItem((TaskLine(1, (Text("Zvážit účast"),)), words("Město zapůjčí stan."))),
            ),
        ),
        Paragraph((TaskMention(2, (Text("paní Malá předá přehled"),)), Text("."))),
        ReviewLine(0, (Text("splněno, odpovědělo devět"),)),
    ),
    2,
)
WORKING_GROUP = Meeting(
    "BC-2026-01-23",
    "zapisy/2026-01-23-bc.md",
    "pracovní skupina",
    SERIES,
    PROJECT,
    "Město Horní Bělá",
    when=When(dt.date(2026, 1, 23), None, TimeRange(dt.time(9), dt.time(11, 30))),
    place="Komunitní dům Lípa, Modrá 5",
    attendance=(
        People(
            "present",
            "Přítomni",
            (
                Person(
                    "Eva Horáková",
                    ("Mgr.",),
                    ("Ph.D.",),
                    affiliation="Centrum Most – terén",
                    role="manažerka",
                ),
                Person("Petr Cháb", affiliation="Kotva, z. s.", note="od 9.40"),
            ),
        ),
        People("excused", "Omluveni", (Person("Ivan Dvořák", ("Ing.",), note="nemoc"),)),
        People("guests", "Hosté", (), "dle prezenční listiny"),
    ),
    fields=(
        HeaderField("reference_number", "Č. j.", "MUHB/12/26"),
        HeaderField("", "Vaše značka", ""),
        HeaderField("distribution", "Rozdělovník", "členové skupiny"),
    ),
    sections=(FIRST_SECTION, SECOND_SECTION),
    footnotes=(Footnote(1, (words("Ke dni 31. 12. 2025."),)),),
    tasks=(
        task("Zaslat nápady", "Eva Horáková", "Petr Cháb", deadline="do 20. 3. 2026", number=1),
        task("Zvážit účast", number=2, status=TaskStatus.DONE),
        task("paní Malá předá přehled", "Jana Malá", deadline="31. 3. 2026", number=4),
    ),
    reviews=(
        Review(
            "BC-2025-11-20/2",
            TaskStatus.DONE,
            (Text("splněno, odpovědělo devět"),),
            "odpovědělo devět",
            state_words="splněno",
            resolved=TaskId("BC-2025-11-20", 2),
            sentence="Obvolat organizace",
            assignees=("Petr Cháb",),
        ),
    ),
    next_meeting=NextMeeting("opět na podzim, termín bude upřesněn"),
    attachments=(Attachment("Analýza", "zapisy/prilohy/analýza 1.pdf"), Attachment("Listina")),
    signatures=(
        Signature("recorder", "Zapsala", Person("Jana Malá"), "dne 26. 1. 2026"),
        Signature("verifier", "Ověřovatelé", Person("Petr Cháb")),
        Signature("verifier", "Ověřovatelé", Person("Eva Horáková", ("Mgr.",))),
    ),
    on_behalf_of=(Person("Eva Horáková", ("Mgr.",), role="manažerka"),),
    on_behalf_label="Za PS BČ",
    status="koncept",
    labels={"date": "Datum", "time": "Čas", "place": "Místo"},
)
COUNCIL = Meeting(
    "zm-3",
    "zm.md",
    "zasedání zastupitelstva",
    subject="Zastupitelstvo města Horní Bělá",
    ordinal="3",
    when=When(dt.date(2026, 6, 14), dt.date(2026, 6, 15)),
    officers=(People("chair", "Předsedající", (Person("Marie Horská", ("Ing.",)),)),),
    agenda=(
        *(AgendaItem(number, f"Bod {number}", section=number - 1) for number in range(1, 7)),
        AgendaItem(7, "Stěhování archivu", "Ing. Nový", "8.20", withdrawn=True),
    ),
    sections=tuple(
        Section((Text(f"Bod {number}"),), (words("Bez připomínek."),), number, number - 1)
        for number in range(1, 7)
    ),
    fields=(
        HeaderField("drawn_up_on", "Vyhotoveno", "V Horní Bělé dne 17. 6. 2026"),
        HeaderField("posted_on", "Vyvěšeno", ""),
    ),
    signatures=(Signature("recorder", "Zapsala", Person("Jana Malá")),),
    restricted=True,
)
