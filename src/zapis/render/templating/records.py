"""What stands in the lists of a document: agenda items, tasks, signatures, and their fields."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from zapis.inline import plain_text
from zapis.render.templating.fields import Field, Kind, Printing, Record
from zapis.render.templating.people import PeopleText
from zapis.render.templating.places import SectionBody
from zapis.render.views import (
    AgendaItemView,
    AttachmentView,
    FieldView,
    LogoView,
    ReviewView,
    SectionView,
    SignatureView,
    TaskView,
)


def _field(name: str, get: str, meaning: str, kind: Kind = Kind.TEXT) -> Field:
    return Field(name, kind, meaning, attrgetter(get))


RECORDS: Mapping[type, Record] = MappingProxyType(
    {
        record.type: record
        for record in (
            Record(
                FieldView,
                "řádek",
                (
                    _field("stitek", "label", "štítek bez dvojtečky"),
                    _field("text", "text", "hodnota; prázdná je pomlčka"),
                ),
            ),
            Record(
                PeopleText,
                "lidé",
                (
                    _field("stitek", "label", "štítek bez dvojtečky"),
                    _field("pocet", "count", "kolik jich je; u slovního údaje nic", Kind.NUMBER),
                    _field("jmena", "names", "jména s funkcemi, jedno za druhým", Kind.TEXTS),
                    _field("slova", "words", "slova místo jmen nebo vedle nich"),
                ),
                Printing.TEXT,
            ),
            Record(
                AgendaItemView,
                "bod programu",
                (
                    _field("cislo", "number", "číslo bodu", Kind.NUMBER),
                    _field("nazev", "title", "název bodu"),
                    _field("predkladatel", "presenter", "kdo bod předkládá"),
                    _field("cas", "time", "čas bodu"),
                    _field("poznamka", "note", "poznámka k bodu, třeba staženo"),
                ),
                Printing.RUNS,
            ),
            Record(
                SectionView,
                "oddíl",
                (
                    _field("cislo", "number", "číslo bodu; bod bez čísla nic", Kind.NUMBER),
                    Field("nazev", Kind.TEXT, "nadpis bodu", lambda view: plain_text(view.title)),
                    Field("telo", Kind.BLOCKS, "co stojí pod nadpisem bodu", SectionBody),
                ),
            ),
            Record(
                TaskView,
                "úkol",
                (
                    _field("cislo", "number", "číslo úkolu v tomto zápisu", Kind.NUMBER),
                    _field("oznaceni", "full_id", "celé označení v seznamu úkolů"),
                    _field("stitek", "label", "vlastní označení úkolu, jinak prázdné"),
                    _field("text", "sentence", "znění úkolu bez formátování"),
                    _field("zneni", "children", "znění úkolu s formátováním", Kind.RICH),
                    _field("zodpovida", "assignees", "kdo za úkol zodpovídá"),
                    _field("termin", "deadline", "termín"),
                    _field("stav", "status", "stav úkolu; u otevřeného prázdný"),
                ),
            ),
            Record(
                ReviewView,
                "kontrola úkolu",
                (
                    _field("cislo", "number", "číslo úkolu v jeho zápisu"),
                    _field("oznaceni", "full_id", "celé označení v seznamu úkolů"),
                    _field("text", "sentence", "znění úkolu; neznámý úkol nic"),
                    _field("zodpovida", "assignees", "kdo za úkol zodpovídá"),
                    _field("termin", "deadline", "termín"),
                    _field("stav", "status", "jak to s úkolem dopadlo"),
                    _field("zjisteni", "children", "co o něm jednání řeklo", Kind.RICH),
                ),
            ),
            Record(
                AttachmentView,
                "příloha",
                (
                    _field("cislo", "number", "číslo přílohy", Kind.NUMBER),
                    _field("nazev", "name", "název přílohy"),
                    _field("odkaz", "href", "odkaz na soubor; bez souboru prázdný"),
                ),
                Printing.RUNS,
            ),
            Record(
                SignatureView,
                "podpis",
                (
                    _field("stitek", "label", "štítek bez dvojtečky"),
                    _field("jmeno", "name", "jméno a funkce"),
                    _field("dne", "on", "datum podpisu; bez data prázdné"),
                    _field("linka", "line", "zda patří za jméno linka k podpisu", Kind.FLAG),
                ),
            ),
            Record(LogoView, "logo", (_field("popis", "alt", "popis loga"),)),
        )
    }
)
"""The records by their classes."""

GETTERS: Mapping[type, Mapping[str, Callable[[Any], object]]] = MappingProxyType(
    {
        kind: MappingProxyType({field.name: field.get for field in record.fields})
        for kind, record in RECORDS.items()
    }
)
"""How to take the value of a field from a record."""
