import pytest

from zapis.schema.key_folding import fold_key
from zapis.schema.keys import HEADER_KEYS, find_key, find_near_key


@pytest.mark.parametrize(
    ("written", "name", "label"),
    [
        ("nazev", "subject", "Název"),
        ("Předmět", "subject", "Předmět"),
        ("title", "subject", "Název"),
        ("TITULEK", "heading", "Titulek"),
        ("typ", "kind", "Typ"),
        ("serie", "series", "Série"),
        ("id", "id", "ID"),
        ("poradi", "ordinal", "Pořadí"),
        ("cislo", "ordinal", "Číslo"),
        ("cj", "reference_number", "Č. j."),
        ("č. j.", "reference_number", "Č. j."),
        ("Č.j.", "reference_number", "Č. j."),
        ("sp zn", "file_number", "Sp. zn."),
        ("sp. zn.", "file_number", "Sp. zn."),
        ("datum konani", "date", "Datum konání"),
        ("datum_a_cas", "date", "Datum a čas"),
        ("Cas", "time", "Čas"),
        ("misto konani", "place", "Místo konání"),
        ("svolala", "convened_by", "Svolala"),
        ("zahájil", "opened_by", "Zahájil"),
        ("ridila", "chair", "Řídila"),
        ("predsedal", "chair", "Předsedal"),
        ("facilitator", "facilitator", "Facilitátor"),
        ("pritomni", "present", "Přítomni"),
        ("Přítomní", "present", "Přítomní"),
        ("ucastnici", "present", "Účastníci"),
        ("attendees", "present", "Přítomni"),
        ("omluvena", "excused", "Omluvena"),
        ("nepritomni", "absent", "Nepřítomni"),
        ("neomluveni", "unexcused", "Neomluveni"),
        ("hoste", "guests", "Hosté"),
        ("pocet clenu", "member_count", "Počet členů"),
        ("pritomno", "present_count", "Přítomno"),
        ("program jednani", "agenda", "Program jednání"),
        ("zapsal", "recorder", "Zapsal"),
        ("zapsala", "recorder", "Zapsala"),
        ("zapsaly", "recorder", "Zapsaly"),
        ("zapsal(a)", "recorder", "Zapsal(a)"),
        ("zapsal/a", "recorder", "Zapsal/a"),
        ("zapisovatelka", "recorder", "Zapisovatelka"),
        ("zpracovala", "recorder", "Zpracovala"),
        ("vyhotovil", "recorder", "Vyhotovil"),
        ("poridila", "recorder", "Pořídila"),
        ("zrevidovali", "reviewer", "Zrevidovali"),
        ("zkontrolovala", "reviewer", "Zkontrolovala"),
        ("overil", "verifier", "Ověřil"),
        ("overovatele", "verifier", "Ověřovatelé"),
        ("schválil", "approved_by", "Schválil"),
        ("odsouhlasila", "approved_by", "Odsouhlasila"),
        ("vyhotoveno", "drawn_up_on", "Vyhotoveno"),
        ("vyvěšeno", "posted_on", "Vyvěšeno"),
        ("sejmuto", "taken_down_on", "Sejmuto"),
        ("za", "on_behalf_of", "Za"),
        ("pristi", "next_meeting", "Příští jednání"),
        ("pristi schuze", "next_meeting", "Příští schůze"),
        ("pristi setkani", "next_meeting", "Příští setkání"),
        ("prilohy", "attachments", "Přílohy"),
        ("rozdelovnik", "distribution", "Rozdělovník"),
        ("na vedomi", "for_information", "Na vědomí"),
        ("stav", "status", "Stav"),
        ("skryt", "redact", "Skrýt"),
        ("anonymizovat", "redact", "Anonymizovat"),
        ("projekt", "project", "Projekt"),
        ("sablona", "template", "Šablona"),
        ("typografie", "typography", "Typografie"),
        ("zalomeni", "line_breaks", "Zalomení"),
        ("udaje", "data", "Údaje"),
    ],
)
def test_a_known_form_has_its_key_and_its_printed_label(
    written: str, name: str, label: str
) -> None:
    match = find_key(written)
    assert match
    assert (match.key.name, match.label) == (name, label)


def test_no_form_belongs_to_two_keys() -> None:
    owners: dict[str, set[str]] = {}
    for key in HEADER_KEYS:
        for text in (*key.labels, *key.english, key.name):
            form, _, label = text.rpartition("=")
            owners.setdefault(fold_key(form or label), set()).add(key.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pritomi", "pritomni"),
        ("Přítomi", "pritomni"),
        ("pritommi", "pritomni"),
        ("omluvni", "omluveni"),
        ("prilohi", "prilohy"),
        ("datm", "datum"),
        ("zapasla", "zapsala"),
        ("seire", "serie"),
        ("rozdelovnk", "rozdelovnik"),
        ("misto konnai", "misto konani"),
        ("atendees", "attendees"),
    ],
)
def test_a_typing_error_is_recognised(written: str, meant: str) -> None:
    assert find_near_key(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        *("Téma", "Město", "Obec", "Stavba", "Stát", "Porada", "Porady", "Projekty", "Programy"),
        *("Za stranu", "Za obec", "Číslo smlouvy", "Číslo zakázky", "Název projektu", "Termín"),
        *("Organizace", "Vyřizuje", "Telefon", "Odbor", "Cíl", "Účel", "Objednatel", "Ředitel"),
        *("Schváleno", "Zahájeno", "Zahájení", "Svolání", "Přítomnost", "Omluvenky"),
        *("Datum narození", "Počet hostů", "Stav projektu", "Místo setkání 2", "Místo uložení"),
        *("Usnesení", "Závěr", "Poznámka", "Kontakt", "Rok", "Třída", "Typy", "Stavy", "x" * 5000),
    ],
)
def test_an_ordinary_label_is_the_authors_own(written: str) -> None:
    assert (find_key(written), find_near_key(written)) == (None, None)
