"""Persons as mappings: what may be said of one."""

from typing import Annotated

from zapis.schema.entry import About, Entry, Key
from zapis.schema.kinds import TEXTS, Items, TextOr, Texts


class PersonEntry(Entry, frozen=True):
    """A person; only the name is needed, and it may hold everything people write behind it."""

    about = About("Osoba", "Osoba; stačí jméno a smí v něm být vše, co se za jméno píše.")

    name: Annotated[str, Key("jmeno", "name", "jmeno a prijmeni", title="Jméno a příjmení")]
    titles: Annotated[Texts, Key("tituly", "titul", "titles", kind=TEXTS, title="Tituly")] = ()
    organization: Annotated[str, Key("organizace", "organization", title="Organizace")] = ""
    unit: Annotated[str, Key("utvar", "oddeleni", "odbor", "unit", title="Útvar")] = ""
    role: Annotated[str, Key("funkce", "role", title="Funkce")] = ""
    email: Annotated[str, Key("email", "e-mail", "mail", title="E-mail")] = ""
    on: Annotated[str, Key("dne", "datum", "on", title="Dne")] = ""
    aliases: Annotated[
        Texts,
        Key("alias", "aliasy", "zkratka", "prezdivka", kind=TEXTS, title="Jiná jména a zkratky"),
    ] = ()


Persons = tuple[str | PersonEntry, ...]
PERSONS = Items(TextOr(PersonEntry))


class BehalfEntry(PersonEntry, frozen=True):
    """A person who speaks for a group, or the group with several such persons."""

    about = About("Zástupce", "Kdo jedná za skupinu, nebo skupina s více osobami.")

    name: Annotated[str, Key("jmeno", "name", title="Jméno a příjmení")] = ""
    group: Annotated[str, Key("koho", "za koho", "group", title="Za koho")] = ""
    persons: Annotated[
        Persons, Key("osoby", "osoba", "kdo", "persons", kind=PERSONS, title="Kdo jedná")
    ] = ()


BEHALF = Items(TextOr(BehalfEntry))
