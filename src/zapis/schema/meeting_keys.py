"""Header keys that say which meeting it was, when and where."""

from zapis.schema.header_key import HeaderKey, phrases
from zapis.schema.shapes import Shape

_IN_GENITIVE = "jednání,schůze,porady,zasedání,setkání,schůzky,kulatého stolu"
_FEMININE = "schůze,schůzka,porada,komise"
_NEUTER = "jednání,setkání,zasedání"
_MASCULINE = "termín,kulatý stůl,kontrolní den,výbor"
_ALL_NOUNS = f"{_NEUTER},{_FEMININE},{_MASCULINE}"

MEETING_KEYS: tuple[HeaderKey, ...] = (
    HeaderKey(
        "subject",
        Shape.TEXT,
        "Co se projednávalo nebo jak se jednání jmenuje; jinak název série.",
        ("Název", "Předmět", *phrases("Název,Předmět", _IN_GENITIVE)),
        ("title", "subject"),
        silent=True,
    ),
    HeaderKey(
        "heading",
        Shape.TEXT,
        "Celý nadpis zápisu; smí obsahovat {cislo} {poradi} {datum} {cas} {misto} {nazev}.",
        ("Titulek", "Nadpis"),
        ("heading",),
        silent=True,
    ),
    HeaderKey(
        "kind",
        Shape.TEXT,
        "Druh jednání: pracovní skupina, kulatý stůl, komise, porada … nebo vlastní.",
        ("Typ", "Typ jednání"),
        ("type", "kind"),
        silent=True,
    ),
    HeaderKey(
        "series",
        Shape.TEXT,
        "Klíč série ze souboru zapis.yaml.",
        ("Série",),
        ("series",),
        silent=True,
    ),
    HeaderKey(
        "id",
        Shape.TEXT,
        "Označení jednání; písmena bez diakritiky, číslice, tečka, podtržítko, pomlčka.",
        ("ID", "ID jednání", "ID zápisu"),
        silent=True,
    ),
    HeaderKey(
        "ordinal",
        Shape.TEXT,
        "Pořadí v sérii, nebo číslo jako 3/2026.",
        ("Číslo", "Pořadí", "Číslo zápisu", *phrases("Číslo,Pořadí", _IN_GENITIVE)),
        ("number", "ordinal"),
        silent=True,
    ),
    HeaderKey(
        "reference_number",
        Shape.TEXTS,
        "Číslo jednací.",
        ("cj=Č. j.", "Číslo jednací", "Jednací číslo"),
        ("reference number",),
    ),
    HeaderKey(
        "file_number",
        Shape.TEXTS,
        "Spisová značka.",
        ("Sp. zn.", "Spisová značka"),
        ("file number",),
    ),
    HeaderKey(
        "date",
        Shape.TEXT,
        "Datum jednání, i rozsah nebo s časem: 20. 3. 2026, 14.–15. 3. 2026, 20. 3. 2026 9.00.",
        (
            "Datum",
            "Datum a čas",
            "Datum konání",
            "Datum a čas konání",
            "Datum, čas",
            "Den konání",
            "Termín konání",
            "Konáno dne",
            "Konáno",
            "Dne",
            "Den",
            "Kdy",
            *phrases("Datum,Datum a čas,Den", _IN_GENITIVE),
        ),
        ("date", "date and time"),
    ),
    HeaderKey(
        "time",
        Shape.TEXT,
        "Čas: 9:00–11:30, od 17 hodin.",
        ("Čas", "Čas konání", "Doba konání", "Hodina", *phrases("Čas,Doba", _IN_GENITIVE)),
        ("time",),
    ),
    HeaderKey(
        "place",
        Shape.TEXTS,
        "Kde se jednalo.",
        ("Místo", "Místo konání", "Kde", *phrases("Místo", _IN_GENITIVE)),
        ("place", "location", "venue"),
    ),
    HeaderKey(
        "agenda",
        Shape.AGENDA,
        "Body programu.",
        (
            *("Program", "Pořad", "Agenda", "Body jednání", "Body programu", "Navržený program"),
            *phrases("Program,Pořad", _IN_GENITIVE),
        ),
    ),
    HeaderKey(
        "next_meeting",
        Shape.NEXT_MEETING,
        "Kdy a kde bude příští jednání; text, nebo datum, cas a misto.",
        (
            *("pristi=Příští jednání", "dalsi=Další jednání", "nasledujici=Následující jednání"),
            *phrases("Příští,Další,Následující,Nejbližší", _ALL_NOUNS),
            *phrases("Příští,Další", "KD"),
            *phrases("Termín příštího,Termín dalšího", _NEUTER),
            *phrases("Termín příští,Termín další", "schůze,schůzky,porady,komise"),
            *phrases("Datum příštího", _NEUTER),
        ),
        ("next", "next meeting"),
    ),
    HeaderKey(
        "project",
        Shape.TEXT,
        "Klíč projektu ze souboru zapis.yaml.",
        ("Projekt",),
        ("project",),
        silent=True,
    ),
)
