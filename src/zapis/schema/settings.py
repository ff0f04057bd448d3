"""Models of zapis.yaml, the settings of a workspace."""

from typing import Annotated, Any

from zapis.schema.entry import Entry, TextOr, Texts, described, field_of, items_of
from zapis.schema.people import Persons

Labels = dict[str, str]


def _labels() -> Any:  # noqa: ANN401 - a field of pydantic
    title = "Jiné štítky: obvyklý štítek a místo něj nový"
    return field_of("stitky", "popisky", "labels", title=title, default_factory=dict)


def _parts() -> Any:  # noqa: ANN401 - the same
    return field_of("casti", "poradi casti", "parts", title="Pořadí částí dokumentu", default=())


def _signatures() -> Any:  # noqa: ANN401 - the same
    title = "Kdo se podepisuje na linku a v jakém pořadí"
    return field_of("podpisy", "signatures", title=title, default=None)


class SeriesEntry(
    Entry, title="Série", json_schema_extra=described("Co mají jednání jedné série společné.")
):
    """What the meetings of one series have in common."""

    name: str = field_of("nazev", "name", title="Název", default="")
    abbreviation: str = field_of("zkratka", "abbreviation", title="Zkratka", default="")
    kind: str = field_of("typ", "druh", "type", "kind", title="Druh jednání", default="")
    heading: str = field_of("titulek", "nadpis", "heading", title="Nadpis zápisů", default="")
    organization: str = field_of("organizace", "organization", title="Organizace", default="")
    members: Persons = field_of("clenove", "clenky", "members", title="Členové", default=())
    project: str = field_of("projekt", "project", title="Klíč projektu", default="")
    template: str = field_of("sablona", "template", title="Šablona", default="")
    labels: Labels = _labels()
    parts: Texts = _parts()
    signatures: Texts | None = _signatures()


class KindEntry(
    Entry, title="Druh jednání", json_schema_extra=described("Podoba zápisů z jednoho druhu.")
):
    """What documents of one kind of meeting have that is not usual."""

    heading: str = field_of("titulek", "nadpis", "heading", title="Nadpis zápisů", default="")
    labels: Labels = _labels()
    parts: Texts = _parts()
    signatures: Texts | None = _signatures()


class LogoEntry(Entry, title="Logo", json_schema_extra=described("Obrázek a co na něm je.")):
    """A picture and what it shows."""

    path: str = field_of("soubor", "file", title="Soubor")
    alt: str = field_of("popis", "alt", title="Popis obrázku", default="")


Logos = Annotated[tuple[TextOr[LogoEntry], ...], items_of(str | LogoEntry | list[str | LogoEntry])]


class LogosEntry(
    Entry, title="Loga", json_schema_extra=described("Loga v záhlaví a zápatí stránek.")
):
    """Logos of the running header and footer."""

    header: Logos = field_of("zahlavi", "hlavicka", "header", title="Záhlaví", default=())
    footer: Logos = field_of("zapati", "paticka", "footer", title="Zápatí", default=())


class ProjectEntry(
    Entry, title="Projekt", json_schema_extra=described("Projekt a jeho povinná publicita.")
):
    """A project and its obligatory publicity."""

    name: str = field_of("nazev", "name", title="Název", default="")
    number: str = field_of("cislo", "number", title="Registrační číslo", default="")
    header: Texts = field_of("zahlavi", "hlavicka", "header", title="Text záhlaví", default=())
    footer: Texts = field_of("zapati", "paticka", "footer", title="Text zápatí", default=())
    logos: LogosEntry = field_of("loga", "logos", title="Loga", default_factory=LogosEntry)


class SettingsData(
    Entry,
    title="zapis.yaml",
    json_schema_extra=described("Nastavení pracovní složky; každý klíč lze vynechat."),
):
    """The whole of zapis.yaml; every key may be left out."""

    organization: str = field_of("organizace", "organization", title="Organizace", default="")
    formats: Texts = field_of("formaty", "format", "formats", title="Formáty výstupu", default=())
    sources: Texts = field_of("zdroje", "sources", title="Kde jsou zápisy", default=())
    exclude: Texts = field_of("vynechat", "exclude", title="Co vynechat", default=())
    output: str = field_of("vystup", "output", title="Složka výstupu", default="")
    persons: Persons = field_of("osoby", "lide", "persons", title="Osoby", default=())
    series: dict[str, SeriesEntry] = field_of(
        "serie", "series", title="Série", default_factory=dict
    )
    projects: dict[str, ProjectEntry] = field_of(
        "projekty", "projects", title="Projekty", default_factory=dict
    )
    overviews: Texts = field_of("prehledy", "overviews", title="Přehledy úkolů", default=())
    kinds: dict[str, KindEntry] = field_of(
        "druhy", "kinds", title="Druhy jednání", default_factory=dict
    )
    labels: Labels = _labels()
    parts: Texts = _parts()
    signatures: Texts | None = _signatures()
