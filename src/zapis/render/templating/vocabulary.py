"""The one table of what a template may name: Czech words without diacritics for parts of the view.

Rendering, the check of templates and `zapis sablony pole` all read it.
"""

from collections.abc import Callable
from functools import partial
from operator import attrgetter

from zapis.model.kinds import PART_NAMES
from zapis.render.templating.fields import Field, Kind, Printing
from zapis.render.templating.own import OwnData
from zapis.render.templating.people import PeopleText, attendance, line_of, people_of, signed
from zapis.render.templating.places import CONTENTS, WHOLE
from zapis.render.views import (
    AgendaItemView,
    AttachmentView,
    DocumentView,
    FieldView,
    LogoView,
    ReviewView,
    SectionView,
    SignatureView,
    TaskView,
)

_REFERENCES = frozenset({"reference_number", "file_number"})


def _text(name: str, get: str | Callable[[DocumentView], str], meaning: str) -> Field:
    return Field(name, Kind.TEXT, meaning, attrgetter(get) if isinstance(get, str) else get)


def _value(name: str, meaning: str) -> Field:
    return Field(name, Kind.TEXT, meaning, lambda view: view.values.get(name, ""))


def _label(name: str, label: str, meaning: str) -> Field:
    return Field(name, Kind.TEXT, meaning, lambda view: view.labels[label])


def _line(name: str, key: str, meaning: str) -> Field:
    return Field(name, Kind.TEXT, meaning, partial(line_of, key=key))


def _people(name: str, role: str, meaning: str) -> Field:
    get = partial(people_of, role=role)
    return Field(name, Kind.RECORD, meaning, get, PeopleText, Printing.TEXT)


def _signed(name: str, role: str, meaning: str) -> Field:
    return Field(name, Kind.TEXT, meaning, partial(signed, role=role))


def _list(
    name: str,
    get: Callable[[DocumentView], object],
    item: type,
    meaning: str,
    printing: Printing | None = None,
) -> Field:
    return Field(name, Kind.LIST, meaning, get, item, printing)


def _lines(view: DocumentView) -> tuple[FieldView, ...]:
    return tuple(item for item in view.fields if item.key not in _REFERENCES)


def _references(view: DocumentView) -> tuple[FieldView, ...]:
    return tuple(item for item in view.fields if item.key in _REFERENCES)


def _are_stated(view: DocumentView) -> bool:
    return any(task.status for task in view.tasks)


def _parts(view: DocumentView) -> tuple[str, ...]:
    return tuple(PART_NAMES[part] for part in view.parts)


DOCUMENT: tuple[Field, ...] = (
    Field("telo", Kind.BLOCKS, "celý záznam jednání, bod po bodu", attrgetter("sections")),
    Field(
        WHOLE.name,
        Kind.BLOCKS,
        "vše pod nadpisem v obvyklém pořadí: údaje, účast, program, záznam, úkoly až po podpisy",
        lambda _view: WHOLE,
    ),
    Field(CONTENTS.name, Kind.BLOCKS, "obsah s odkazy na body záznamu", lambda _view: CONTENTS),
    _text("nazev", "footer_text", "název dokumentu bez data"),
    _text("nazev_s_datem", "title", "název dokumentu s datem"),
    _text("nadpis", "heading", "první část nadpisu, nebo celý vlastní titulek"),
    _text("podnadpis", "subheading", "druhá část nadpisu; u porady a u vlastního titulku prázdná"),
    _text("organizace", "organization", "organizace ze zapis.yaml nebo ze série"),
    _text("projekt", "project", "řádek o projektu"),
    _value("datum", "den jednání"),
    _value("cas", "čas jednání"),
    _value("misto", "místo jednání"),
    _value("cislo", "číslo nebo pořadí jednání, jak je napsáno"),
    _line("cj", "reference_number", "číslo jednací"),
    _line("sp_zn", "file_number", "spisová značka"),
    _text("stav", "mark", "značka na konceptu; u hotového zápisu prázdná"),
    _text("upozorneni", "notice", "upozornění na neveřejné údaje"),
    _list("radky", _lines, FieldView, "řádky hlavičky kromě čísel jednacích"),
    _list("cisla_jednaci", _references, FieldView, "číslo jednací a spisová značka jako řádky"),
    _list("ucast", attendance, PeopleText, "řádky s účastí: přítomni, omluveni, hosté"),
    _people("pritomni", "present", "přítomní"),
    _people("omluveni", "excused", "omluvení"),
    _people("nepritomni", "absent", "nepřítomní"),
    _people("neomluveni", "unexcused", "neomluvení"),
    _people("hoste", "guests", "hosté"),
    _line("svolal", "convened_by", "kdo jednání svolal"),
    _line("zahajil", "opened_by", "kdo jednání zahájil"),
    _line("ridil", "chair", "kdo jednání řídil"),
    _line("facilitator", "facilitator", "facilitátor"),
    Field("ma_program", Kind.FLAG, "zda autor napsal program", attrgetter("show_agenda")),
    _text("program_stitek", "agenda_label", "nadpis programu"),
    _list("program", attrgetter("agenda"), AgendaItemView, "body programu", Printing.PARAGRAPHS),
    _list("oddily", attrgetter("sections"), SectionView, "záznam po bodech", Printing.PARAGRAPHS),
    _text("ukoly_stitek", "tasks_label", "nadpis přehledu úkolů"),
    _list("ukoly", attrgetter("tasks"), TaskView, "úkoly z tohoto jednání"),
    Field("maji_stav", Kind.FLAG, "zda má některý úkol jiný stav než otevřený", _are_stated),
    _label("cislo_stitek", "number", "nadpis sloupce s čísly úkolů"),
    _label("ukol_stitek", "task", "nadpis sloupce se zněním úkolů"),
    _label("zodpovida_stitek", "assignees", "nadpis sloupce s řešiteli"),
    _label("termin_stitek", "deadline", "nadpis sloupce s termíny"),
    _label("stav_stitek", "status", "nadpis sloupce se stavem úkolů"),
    _text("ukoly_poznamka", "tasks_note", "věta pod přehledem úkolů"),
    _list("kontroly", attrgetter("reviews"), ReviewView, "kontrola úkolů z dřívějška"),
    _text("pristi_jednani_stitek", "next_meeting_label", "štítek příštího jednání"),
    _text("pristi_jednani", "next_meeting", "kdy a kde je příští jednání"),
    _text("prilohy_stitek", "attachments_label", "nadpis příloh"),
    _list("prilohy", attrgetter("attachments"), AttachmentView, "přílohy", Printing.PARAGRAPHS),
    _list("zaverecne_radky", attrgetter("closing"), FieldView, "řádky pod záznamem"),
    _line("rozdelovnik", "distribution", "komu zápis půjde"),
    _line("na_vedomi", "for_information", "komu jde zápis na vědomí"),
    _text("misto_a_den", "place_and_day", "místo a den vyhotovení"),
    _list("podpisy", attrgetter("signatures"), SignatureView, "kdo zápis podepisuje"),
    _signed("zapsal", "recorder", "kdo zapsal"),
    _signed("zrevidoval", "reviewer", "kdo zrevidoval"),
    _signed("overil", "verifier", "kdo ověřil"),
    _signed("schvalil", "approved_by", "kdo schválil"),
    _text("za_koho", "on_behalf_label", "za koho zástupci podepisují"),
    Field("zastupci", Kind.TEXTS, "kdo za ně podepisuje", attrgetter("on_behalf")),
    Field("zahlavi", Kind.TEXTS, "řádky záhlaví projektu", attrgetter("publicity.header")),
    Field("zapati", Kind.TEXTS, "řádky zápatí projektu", attrgetter("publicity.footer")),
    Field(
        "loga_zahlavi",
        Kind.PICTURES,
        "loga záhlaví projektu vedle sebe",
        attrgetter("publicity.header_logos"),
        LogoView,
    ),
    Field(
        "loga_zapati",
        Kind.PICTURES,
        "loga zápatí projektu vedle sebe",
        attrgetter("publicity.footer_logos"),
        LogoView,
    ),
    Field("casti", Kind.TEXTS, "jména částí v pořadí, které má tento druh jednání", _parts),
    Field("udaje", Kind.OWN, "co je v hlavičce pod udaje:", lambda view: OwnData(view.data)),
)
"""The fields of a document, the most important ones first."""
