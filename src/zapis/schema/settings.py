"""Models of zapis.yaml, the settings of a workspace."""

from typing import Annotated

from msgspec import field

from zapis.schema.entry import TEXT, About, Entry, Key
from zapis.schema.kinds import TEXTS, Items, MapOf, Nested, TextOr, Texts
from zapis.schema.people import PERSONS, Persons

Labels = Annotated[
    dict[str, str],
    Key(
        *("stitky", "popisky", "labels"),
        kind=MapOf(TEXT),
        title="Jiné štítky: obvyklý štítek a místo něj nový",
    ),
]
Parts = Annotated[
    Texts, Key("casti", "poradi casti", "parts", kind=TEXTS, title="Pořadí částí dokumentu")
]
Signatures = Annotated[
    Texts | None,
    Key("podpisy", "signatures", kind=TEXTS, title="Kdo se podepisuje na linku a v jakém pořadí"),
]


class SeriesEntry(Entry, frozen=True):
    """What the meetings of one series have in common."""

    about = About("Série", "Co mají jednání jedné série společné.")

    name: Annotated[str, Key("nazev", "name", title="Název")] = ""
    abbreviation: Annotated[str, Key("zkratka", "abbreviation", title="Zkratka")] = ""
    kind: Annotated[str, Key("typ", "druh", "type", "kind", title="Druh jednání")] = ""
    heading: Annotated[str, Key("titulek", "nadpis", "heading", title="Nadpis zápisů")] = ""
    organization: Annotated[str, Key("organizace", "organization", title="Organizace")] = ""
    members: Annotated[
        Persons, Key("clenove", "clenky", "members", kind=PERSONS, title="Členové")
    ] = ()
    project: Annotated[str, Key("projekt", "project", title="Klíč projektu")] = ""
    template: Annotated[str, Key("sablona", "template", title="Šablona")] = ""
    labels: Labels = field(default_factory=dict)
    parts: Parts = ()
    signatures: Signatures = None


class KindEntry(Entry, frozen=True):
    """What documents of one kind of meeting have that is not usual."""

    about = About("Druh jednání", "Podoba zápisů z jednoho druhu.")

    heading: Annotated[str, Key("titulek", "nadpis", "heading", title="Nadpis zápisů")] = ""
    labels: Labels = field(default_factory=dict)
    parts: Parts = ()
    signatures: Signatures = None


class LogoEntry(Entry, frozen=True):
    """A picture and what it shows."""

    about = About("Logo", "Obrázek a co na něm je.")

    path: Annotated[str, Key("soubor", "file", title="Soubor")]
    alt: Annotated[str, Key("popis", "alt", title="Popis obrázku")] = ""


Logos = tuple[str | LogoEntry, ...]
_LOGOS = Items(TextOr(LogoEntry))


class LogosEntry(Entry, frozen=True):
    """Logos of the running header and footer."""

    about = About("Loga", "Loga v záhlaví a zápatí stránek.")

    header: Annotated[
        Logos, Key("zahlavi", "hlavicka", "header", kind=_LOGOS, title="Záhlaví")
    ] = ()
    footer: Annotated[Logos, Key("zapati", "paticka", "footer", kind=_LOGOS, title="Zápatí")] = ()


class ProjectEntry(Entry, frozen=True):
    """A project and its obligatory publicity."""

    about = About("Projekt", "Projekt a jeho povinná publicita.")

    name: Annotated[str, Key("nazev", "name", title="Název")] = ""
    number: Annotated[str, Key("cislo", "number", title="Registrační číslo")] = ""
    header: Annotated[
        Texts, Key("zahlavi", "hlavicka", "header", kind=TEXTS, title="Text záhlaví")
    ] = ()
    footer: Annotated[
        Texts, Key("zapati", "paticka", "footer", kind=TEXTS, title="Text zápatí")
    ] = ()
    logos: Annotated[LogosEntry, Key("loga", "logos", kind=Nested(LogosEntry), title="Loga")] = (
        field(default_factory=LogosEntry)
    )


class SettingsData(Entry, frozen=True):
    """The whole of zapis.yaml; every key may be left out."""

    about = About("zapis.yaml", "Nastavení pracovní složky; každý klíč lze vynechat.")

    organization: Annotated[str, Key("organizace", "organization", title="Organizace")] = ""
    formats: Annotated[
        Texts, Key("formaty", "format", "formats", kind=TEXTS, title="Formáty výstupu")
    ] = ()
    sources: Annotated[Texts, Key("zdroje", "sources", kind=TEXTS, title="Kde jsou zápisy")] = ()
    exclude: Annotated[Texts, Key("vynechat", "exclude", kind=TEXTS, title="Co vynechat")] = ()
    output: Annotated[str, Key("vystup", "output", title="Složka výstupu")] = ""
    persons: Annotated[Persons, Key("osoby", "lide", "persons", kind=PERSONS, title="Osoby")] = ()
    series: Annotated[
        dict[str, SeriesEntry],
        Key("serie", "series", kind=MapOf(Nested(SeriesEntry)), title="Série"),
    ] = field(default_factory=dict)
    projects: Annotated[
        dict[str, ProjectEntry],
        Key("projekty", "projects", kind=MapOf(Nested(ProjectEntry)), title="Projekty"),
    ] = field(default_factory=dict)
    overviews: Annotated[
        Texts, Key("prehledy", "overviews", kind=TEXTS, title="Přehledy úkolů")
    ] = ()
    kinds: Annotated[
        dict[str, KindEntry],
        Key("druhy", "kinds", kind=MapOf(Nested(KindEntry)), title="Druhy jednání"),
    ] = field(default_factory=dict)
    labels: Labels = field(default_factory=dict)
    parts: Parts = ()
    signatures: Signatures = None
