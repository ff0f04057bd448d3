"""Persons as mappings: what may be said of one."""

from typing import Annotated

from zapis.schema.entry import Entry, TextOr, Texts, described, field_of, items_of


class PersonEntry(
    Entry,
    title="Osoba",
    json_schema_extra=described("Osoba; stačí jméno a smí v něm být vše, co se za jméno píše."),
):
    """A person; only the name is needed, and it may hold everything people write behind it."""

    name: str = field_of("jmeno", "name", "jmeno a prijmeni", title="Jméno a příjmení")
    titles: Texts = field_of("tituly", "titul", "titles", title="Tituly", default=())
    organization: str = field_of("organizace", "organization", title="Organizace", default="")
    unit: str = field_of("utvar", "oddeleni", "odbor", "unit", title="Útvar", default="")
    role: str = field_of("funkce", "role", title="Funkce", default="")
    email: str = field_of("email", "e-mail", "mail", title="E-mail", default="")
    on: str = field_of("dne", "datum", "on", title="Dne", default="")
    aliases: Texts = field_of(
        "alias", "aliasy", "zkratka", "prezdivka", title="Jiná jména a zkratky", default=()
    )


class BehalfEntry(
    PersonEntry,
    title="Zástupce",
    json_schema_extra=described("Kdo jedná za skupinu, nebo skupina s více osobami."),
):
    """A person who speaks for a group, or the group with several such persons."""

    name: str = field_of("jmeno", "name", title="Jméno a příjmení", default="")
    group: str = field_of("koho", "za koho", "group", title="Za koho", default="")
    persons: "Persons" = field_of("osoby", "osoba", "kdo", "persons", title="Kdo jedná", default=())


Persons = Annotated[
    tuple[TextOr[PersonEntry], ...], items_of(str | PersonEntry | list[str | PersonEntry])
]
Behalf = Annotated[
    tuple[TextOr[BehalfEntry], ...], items_of(str | BehalfEntry | list[str | BehalfEntry])
]
