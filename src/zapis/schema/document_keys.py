"""Header keys that concern the document itself."""

from zapis.schema.header_key import HeaderKey, phrases
from zapis.schema.shapes import Shape

DOCUMENT_KEYS: tuple[HeaderKey, ...] = (
    HeaderKey(
        "drawn_up_on",
        Shape.TEXT,
        "Kdy byl zápis vyhotoven.",
        (
            *("Vyhotoveno", "Vyhotoveno dne", "Datum vyhotovení", "Zapsáno", "Zapsáno dne"),
            *("Zpracováno", "Zpracováno dne", "Zápis vyhotoven dne", "Datum zápisu"),
            *("Vypracováno", "Vypracováno dne", "Sepsáno", "Sepsáno dne", "Pořízeno dne"),
            *phrases("Zapsal,Zapsala,Zpracoval,Zpracovala,Vyhotovil,Vyhotovila", "dne"),
        ),
        ("drawn up on",),
    ),
    HeaderKey(
        "posted_on",
        Shape.TEXT,
        "Kdy byl zápis vyvěšen.",
        ("Vyvěšeno", "Vyvěšeno dne", "Datum vyvěšení", "Vyvěšeno na úřední desce"),
        ("posted on",),
    ),
    HeaderKey(
        "taken_down_on",
        Shape.TEXT,
        "Kdy byl zápis sejmut.",
        ("Sejmuto", "Sejmuto dne", "Datum sejmutí", "Svěšeno", "Sejmuto z úřední desky"),
        ("taken down on",),
    ),
    HeaderKey(
        "attachments",
        Shape.ATTACHMENTS,
        "Přílohy; text, nebo nazev a soubor.",
        ("Přílohy", "Příloha", "Seznam příloh", "Přílohy zápisu", "Příloha zápisu"),
        ("attachments", "attachment"),
    ),
    HeaderKey(
        "distribution",
        Shape.TEXTS,
        "Komu se zápis posílá.",
        ("Rozdělovník", "Obdrží", "Distribuce"),
        ("distribution",),
    ),
    HeaderKey(
        "for_information",
        Shape.TEXTS,
        "Komu jde zápis na vědomí.",
        ("Na vědomí",),
        ("for information", "cc"),
    ),
    HeaderKey(
        "status",
        Shape.TEXT,
        "Stav zápisu: koncept, k připomínkám, rozesláno, ověřeno, schváleno.",
        ("Stav", "Stav zápisu"),
        ("status",),
        silent=True,
    ),
    HeaderKey(
        "redact",
        Shape.TEXTS,
        "Jména, která veřejná verze skryje.",
        ("Skrýt", "Anonymizovat", "Skryto", "Anonymizováno"),
        ("redact",),
        silent=True,
    ),
    HeaderKey(
        "template",
        Shape.TEXT,
        "Šablona pro toto jednání.",
        ("Šablona",),
        ("template",),
        silent=True,
    ),
    HeaderKey(
        "typography",
        Shape.FLAG,
        "„ne“ vypne českou typografii.",
        ("Typografie",),
        ("typography",),
        silent=True,
    ),
    HeaderKey(
        "line_breaks",
        Shape.FLAG,
        "„ne“ spojí řádky zalomené v textu.",
        ("Zalomení", "Zalomení řádků"),
        ("line breaks",),
        silent=True,
    ),
    HeaderKey(
        "data",
        Shape.MAPPING,
        "Vlastní údaje pro vlastní šablonu; vestavěné šablony je netisknou.",
        ("Údaje",),
        ("data",),
        silent=True,
    ),
)
