"""People are found by their names in every form people write them in."""

import pytest

from zapis.czech.names import Name, NameIndex, parse_name
from zapis.czech.names.parts import genders, inflect_surname_word

# Nominative and the forms in the order genitive, dative, accusative, vocative, locative,
# instrumental; checked against Internetová jazyková příručka.
DECLENSIONS = {
    "Jan Novák": "Jana Nováka|Janu Novákovi|Janovi Novákovi|Jane Nováku|Janem Novákem",
    "Eva Horáková": "Evy Horákové|Evě Horákové|Evu Horákovou|Evo Horáková|Evou Horákovou",
    "Petr Dvořák": "Petra Dvořáka|Petru Dvořákovi|Petrovi Dvořákovi|Petře Dvořáku|Petrem Dvořákem",
    "Pavel Němec": "Pavla Němce|Pavlu Němcovi|Pavlovi Němci|Pavle Němče|Pavlem Němcem",
    "Karel Havel": "Karla Havla|Karlu Havlovi|Karlovi Havlovi|Karle Havle|Karlem Havlem",
    "Marek Hájek": "Marka Hájka|Marku Hájkovi|Markovi Hájkovi|Marku Hájku|Markem Hájkem",
    "Zdeněk Vaněk": "Zdeňka Vaňka|Zdeňku Vaňkovi|Zdeňkovi Vaňkovi|Zdeňku Vaňku|Zdeňkem Vaňkem",
    "Josef Kopeček": "Josefa Kopečka|Josefu Kopečkovi|Josefe Kopečku|Josefem Kopečkem",
    "Jiří Krejčí": "Jiřího Krejčího|Jiřímu Krejčímu|Jiří Krejčí|Jiřím Krejčím",
    "Tomáš Černý": "Tomáše Černého|Tomáši Černému|Tomášovi Černému|Tomášem Černým",
    "Lukáš Procházka": "Lukáše Procházky|Lukáši Procházkovi|Lukáši Procházko|Lukášem Procházkou",
    "Honza Sýkora": "Honzy Sýkory|Honzovi Sýkorovi|Honzu Sýkoru|Honzo Sýkoro|Honzou Sýkorou",
    "Ondřej Král": "Ondřeje Krále|Ondřeji Královi|Ondřejovi Králi|Ondřejem Králem",
    "Matěj Kříž": "Matěje Kříže|Matěji Křížovi|Matějovi Kříži|Matějem Křížem",
    "Aleš Beneš": "Aleše Beneše|Aleši Benešovi|Alešovi Beneši|Alešem Benešem",
    "Michal Švec": "Michala Ševce|Michalovi Ševcovi|Michale Ševče|Michalem Ševcem",
    "Jakub Kůň": "Jakuba Koně|Jakubovi Koňovi|Jakube Koni|Jakubem Koněm",
    "Daniel Kolář": "Daniela Koláře|Danieli Koláři|Danielovi Kolářovi|Danielem Kolářem",
    "Václav Klaus": "Václava Klause|Václavu Klausovi|Václave Klausi|Václavem Klausem",
    "Vít Kadlec": "Víta Kadlece|Vítu Kadlecovi|Vítovi Kadlecovi|Vítem Kadlecem",
    "Filip Vlk": "Filipa Vlka|Filipu Vlkovi|Filipovi Vlkovi|Filipe Vlku|Filipem Vlkem",
    "Hynek Vlček": "Hynka Vlčka|Hynkovi Vlčkovi|Hynku Vlčku|Hynkem Vlčkem",
    "Ivo Janů": "Iva Janů|Ivovi Janů|Ivo Janů|Ivem Janů",
    "Oto Petrů": "Oty Petrů|Otovi Petrů|Ota Petrů|Otou Petrů",
    "René Veselý": "Reného Veselého|Renému Veselému|Reném Veselém|Reném Veselým",
    "František Purkyně": "Františka Purkyně|Františkovi Purkyňovi|Františkem Purkyněm",
    "Ilja Káňa": "Ilji Káni|Iljovi Káňovi|Ilju Káňu|Iljo Káňo|Iljou Káňou",
    "Adam Ševčenko": "Adama Ševčenka|Adamovi Ševčenkovi|Adamem Ševčenkem",
    "Boris Nagy": "Borise Nagyho|Borisovi Nagymu|Borisem Nagym",
    "Karel van der Berg": "Karla van der Berga|Karlovi van der Bergovi|Karlem van der Bergem",
    "Marie Střelková": "Marie Střelkové|Marii Střelkové|Marii Střelkovou|Marií Střelkovou",
    "Soňa Malá": "Soni Malé|Soně Malé|Soňu Malou|Soňo Malá|Soňou Malou",
    "Tereza Kučerová": "Terezy Kučerové|Tereze Kučerové|Terezu Kučerovou|Terezou Kučerovou",
    "Nikol Peclová": "Nikol Peclové|Nikol Peclovou|Nikoly Peclové",
    "Dagmar Bílá": "Dagmar Bílé|Dagmaře Bílé|Dagmar Bílou|Dagmarou Bílou",
    "Lenka Nováková": "Lenky Novákové|Lence Novákové|Lenku Novákovou|Lenko Nováková",
    "Olga Krejčí": "Olgy Krejčí|Olze Krejčí|Olgu Krejčí|Olgou Krejčí",
    "Klára Jelínková": "Kláry Jelínkové|Kláře Jelínkové|Kláru Jelínkovou|Klárou Jelínkovou",
    "Hana Martinů": "Hany Martinů|Haně Martinů|Hanu Martinů|Hanou Martinů",
    "Alice Tichá": "Alice Tiché|Alici Tiché|Alici Tichou|Alicí Tichou",
    "Andrea Šťastná": "Andrey Šťastné|Andree Šťastné|Andreu Šťastnou|Andreou Šťastnou",
    "Naďa Fialová": "Nadi Fialové|Nadě Fialové|Naďu Fialovou|Naďou Fialovou",
    "Julie Pokorná": "Julie Pokorné|Julii Pokorné|Julii Pokornou|Julií Pokornou",
    "Libuše Urbanová": "Libuše Urbanové|Libuši Urbanové|Libuši Urbanovou|Libuší Urbanovou",
    "Ester Zemanová": "Ester Zemanové|Ester Zemanovou|Esteře Zemanové",
    "Barbora Veselá": "Barbory Veselé|Barboře Veselé|Barboru Veselou|Barborou Veselou",
    "Marie Nováková-Šťastná": "Marii Novákové-Šťastné|Marií Novákovou-Šťastnou",
    "Jana Dvořáková Malá": "Janě Dvořákové Malé|Janou Dvořákovou Malou",
}
INFLECTED = [
    (nominative, form)
    for nominative, forms in DECLENSIONS.items()
    for form in (nominative, *forms.split("|"))
]


def index_of(*names: str) -> NameIndex:
    return NameIndex([(parse_name(name), ()) for name in names])


EVERYBODY = index_of(*DECLENSIONS)


@pytest.mark.parametrize(("nominative", "form"), INFLECTED, ids=[form for _, form in INFLECTED])
def test_inflected_full_name_is_found_among_all_others(nominative: str, form: str):
    assert EVERYBODY.find(form) == (list(DECLENSIONS).index(nominative),)


@pytest.mark.parametrize(("nominative", "form"), INFLECTED, ids=[form for _, form in INFLECTED])
def test_inflected_surname_is_found_in_a_list_of_one(nominative: str, form: str):
    given = len(parse_name(nominative).given)
    surname = " ".join(form.split()[given:])
    assert index_of(nominative).find(surname) == (0,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jan Novák", Name(("Jan",), "Novák")),
        ("Novák", Name((), "Novák")),
        ("J. Malá", Name(("J.",), "Malá")),
        ("Novák Jan", Name(("Jan",), "Novák")),
        ("NOVÁK Jan", Name(("Jan",), "NOVÁK")),
        ("JAN Novák", Name(("JAN",), "Novák")),
        ("Jan Petr", Name(("Jan",), "Petr")),
        ("Jan Novák ml.", Name(("Jan",), "Novák", "ml.")),
        ("Jan Novák, ml.", Name(("Jan",), "Novák", "ml.")),
        ("Anna Marie Nováková", Name(("Anna", "Marie"), "Nováková")),
        ("Jana Nováková Šťastná", Name(("Jana",), "Nováková Šťastná")),
        ("Marie Nováková-Šťastná", Name(("Marie",), "Nováková-Šťastná")),
        ("Karel van der Berg", Name(("Karel",), "van der Berg")),
        ("van der Berg", Name((), "van der Berg")),
        ("petr cháb", Name(("petr",), "cháb")),
        ("Jan (Honza) Novák", Name(("Jan",), "Novák")),
        ("Jan Novák z odboru dopravy", Name(("Jan",), "Novák")),
        ("členové rady města", Name((), "členové rady města")),
        ("Členové rady města", Name((), "Členové rady města")),
        ("starosta", Name((), "starosta")),
        ("Nova\u0301k", Name((), "Novák")),
        ("", Name((), "")),
        ("  ", Name((), "")),
    ],
)
def test_name_is_taken_apart(text: str, name: Name):
    assert parse_name(text) == name


def test_cases_are_never_mixed():
    assert index_of("Jan Novák").find("Jana Novákem") == ()


PEOPLE = (
    "Eva Horáková",
    "Petr Cháb",
    "Jan Novák",
    "Jana Nováková",
    "Marie Střelková",
    "Karel Marek",
    "Marek Dlouhý",
    "Josef Bílý ml.",
    "Josef Bílý st.",
    "Anna Marie Krátká",
    "Olga Malá-Nová",
)
ALIASES = {"Eva Horáková": ("EH",), "Petr Cháb": ("starosta města", "Péťa"), "Jan Novák": ("IT",)}
INDEX = NameIndex([(parse_name(name), ALIASES.get(name, ())) for name in PEOPLE])


def found(numbers: tuple[int, ...]) -> list[str]:
    return [PEOPLE[number] for number in numbers]


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Eva Horáková", ["Eva Horáková"]),
        ("Horáková", ["Eva Horáková"]),
        ("horakova", ["Eva Horáková"]),
        ("EVA HORAKOVA", ["Eva Horáková"]),
        ("Mgr. Eva Horáková, Ph.D.", ["Eva Horáková"]),
        ("paní Horáková", ["Eva Horáková"]),
        ("p. Horákové", ["Eva Horáková"]),
        ("Horáková Eva", ["Eva Horáková"]),
        ("E. Horáková", ["Eva Horáková"]),
        ("EH", ["Eva Horáková"]),
        ("eh", ["Eva Horáková"]),
        ("it", ["Jan Novák"]),
        ("A. Horáková", []),
        ("Eva Nováková", []),
        ("Novák", ["Jan Novák"]),
        ("Nováková", ["Jana Nováková"]),
        ("Nováka", ["Jan Novák"]),
        ("Jana Nováka", ["Jan Novák"]),
        ("Jana Novák", []),
        ("Petře Cháb", ["Petr Cháb"]),
        ("Péti", ["Petr Cháb"]),
        ("starostovi města", ["Petr Cháb"]),
        ("starostou mesta", ["Petr Cháb"]),
        ("starostovi", []),
        ("Marek", ["Karel Marek", "Marek Dlouhý"]),
        ("Karel Marek", ["Karel Marek"]),
        ("Dlouhého", ["Marek Dlouhý"]),
        ("Josef Bílý", ["Josef Bílý ml.", "Josef Bílý st."]),
        ("Josef Bílý ml.", ["Josef Bílý ml."]),
        ("Josefem Bílým st.", ["Josef Bílý st."]),
        ("Bílý ml.", ["Josef Bílý ml."]),
        ("Anna Krátká", ["Anna Marie Krátká"]),
        ("Marii Krátkou", []),
        ("Malá", ["Olga Malá-Nová"]),
        ("Olze Malé", ["Olga Malá-Nová"]),
        ("Novou", ["Olga Malá-Nová"]),
        ("Jan", ["Jan Novák"]),
        ("Jana", ["Jana Nováková"]),
        ("Eva Horáková a další", []),
        ("", []),
        ("Mgr.", []),
        ("...", []),
        ("@", []),
    ],
)
def test_people_who_fit_best(written: str, people: list[str]):
    assert found(INDEX.find(written)) == people


@pytest.mark.parametrize(
    ("people", "written", "best"),
    [
        (("Nováková", "Novákova"), "Nováková", 0),
        (("Nováková", "Novákova"), "Novákova", 1),
        (("Malá", "Mala"), "Mala", 1),
        (("Malá", "Mala"), "Malá", 0),
        (("Jan Novák", "Jan Nováka"), "Jan Nováka", 1),
        (("Jan Novák", "Novák"), "Novák", 1),
        (("Petr Jan", "Petra Janová"), "Petra", 1),
        (("Hana Malá", "Hána Malá"), "Hána", 1),
        (("Jan Kos", "Jan Koš"), "Kosem", 0),
    ],
)
def test_exact_beats_inflected_and_diacritics_their_absence(
    people: tuple[str, ...], written: str, best: int
):
    assert index_of(*people).find(written) == (best,)


@pytest.mark.parametrize(
    ("function", "written"),
    [
        ("starosta", "starostovi"),
        ("starosta", "panem starostou"),
        ("místostarostka", "paní místostarostce"),
        ("tajemnice", "tajemnici"),
        ("tajemník MěÚ", "tajemníkovi MěÚ"),
        ("předseda komise", "předsedovi komise"),
        ("vedoucí odboru", "vedoucímu odboru"),
        ("technický dozor", "technickému dozoru"),
        ("členové rady", "členové rady"),
    ],
)
def test_function_is_found_in_any_case(function: str, written: str):
    assert index_of("Jan Novák", function).find(written) == (1,)


@pytest.mark.parametrize(
    ("name", "written"),
    [("Hana Malá", "Hána Malá"), ("Jan Kos", "Koš"), ("Petr Cháb", "Čháb"), ("Jan Kubat", "Kubát")],
)
def test_wrong_diacritics_are_another_name(name: str, written: str):
    assert index_of(name).find(written) == ()


@pytest.mark.parametrize(
    ("text", "matched", "people"),
    [
        ("@Střelkové do pátku", "Střelkové", ["Marie Střelková"]),
        ("@petr cháb zajistí", "petr cháb", ["Petr Cháb"]),
        ("@Cháb", "Cháb", ["Petr Cháb"]),
        ("@EH, @Cháb", "EH", ["Eva Horáková"]),
        ("@pan Novák zajistí", "pan Novák", ["Jan Novák"]),
        ("@panem Novákem zajistit", "panem Novákem", ["Jan Novák"]),
        ("@Mgr. Novákovou, zajistit", "Mgr. Novákovou", ["Jana Nováková"]),
        ("@p. Novák", "p. Novák", ["Jan Novák"]),
        ("@Mgr. Eva Horáková, Ph.D., do 3. 5.", "Mgr. Eva Horáková, Ph.D.", ["Eva Horáková"]),
        ("@Petr\u00a0Cháb.", "Petr\u00a0Cháb", ["Petr Cháb"]),
        ("@Petr\nCháb", "Petr\nCháb", ["Petr Cháb"]),
        ("@Novák\n\nJan přijde", "Novák", ["Jan Novák"]),
        ("@Eva. Petr Malý přijde", "Eva", ["Eva Horáková"]),
        ("@Novák. Eva Malá přijde", "Novák", ["Jan Novák"]),
        ("@J. Novákovi předat", "J. Novákovi", ["Jan Novák"]),
        ("@Novák J. předá", "Novák J.", ["Jan Novák"]),
        ("@Josef Bílý ml. předá", "Josef Bílý ml.", ["Josef Bílý ml."]),
        ("@Cha\u0301b předá", "Cha\u0301b", ["Petr Cháb"]),
        ("@Marek dodá", "Marek", ["Karel Marek", "Marek Dlouhý"]),
        ("@Jan zajistí", "Jan", ["Jan Novák"]),
        ("@Jana zajistí", "Jana", ["Jana Nováková"]),
        ("@Horáková Zajistí", "Horáková", ["Eva Horáková"]),
        ("@starostovi města do 3. 5.", "starostovi města", ["Petr Cháb"]),
    ],
)
def test_longest_known_name_at_a_position(text: str, matched: str, people: list[str]):
    match = INDEX.match_at(text, 1)
    assert match
    assert (text[1 : match[0]], found(match[1])) == (matched, people)


@pytest.mark.parametrize(
    "text",
    [
        "@Jan Svoboda zajistí",
        "@Petr Malý",
        "@Eva Malá",
        "@Marek Svoboda",
        "@Novák Petr",
        "@Novákovi-Malému",
        "@Novákoviny",
        "@členové",
        "@„Novák“",
        "@",
        "@Mgr.",
    ],
)
def test_unknown_people_are_nobody(text: str):
    assert INDEX.match_at(text, 1) is None


def test_given_name_of_two_people_is_no_match():
    assert index_of("Eva Malá", "Eva Nová").match_at("@Eva zajistí", 1) is None


def test_given_name_of_two_people_is_found_as_ambiguous():
    assert index_of("Eva Malá", "Eva Nová").find("Eva") == (0, 1)


@pytest.mark.parametrize("text", ["@Petra zajistí", "@Jana zajistí", "@Pavla zajistí"])
def test_other_given_name_is_no_inflected_one(text: str):
    """„@Petra“ is Petra who is missing in the list rather than a case of Petr."""
    assert index_of("Petr Malý", "Jan Novák", "Pavel Kos").match_at(text, 1) is None


LISTED = """
Novák Svoboda Novotný Dvořák Černý Procházka Kučera Veselý Horák Němec Marek Pospíšil Pokorný Hájek
Král Jelínek Růžička Beneš Fiala Sedláček Doležal Zeman Kolář Navrátil Čermák Vaněk Urban Blažek
Kříž Kratochvíl Kopecký Bartoš Vlček Musil Šimek Polák Konečný Malý Čech Staněk Štěpánek Kadlec
Holub Dušek Šťastný Moravec Soukup Sýkora Ševčík Vávra Mareš Tichý Valenta Bláha Kašpar Bureš Říha
Bednář Havlíček Hruška Mašek Dostál Pavlík Hrubý Havel Tomášek Beran Kovařík Bárta Macháček Vacek
Šebesta Bílek Janda Toman Souček Matoušek Dohnal Kos Hlaváček Linhart Vondra Vrba Strnad Kubát
Švec Kůň Pazdera Hrdlička Slavík Orság Kozel Jaroš Lang Krupa Rada Mach Machač Havelka Havlík
"""
SURNAMES = LISTED.split()


def feminine(surname: str) -> str:
    if surname.endswith("ý"):
        return f"{surname.removesuffix('ý')}á"
    stems = {"Švec": "Ševc", "Kůň": "Koň"}
    stem = stems.get(surname, surname[:-1] if surname[-1] == "a" else surname)
    if stem.endswith(("ek", "ec")) and surname != "Kadlec":
        stem = stem[:-2] + stem[-1]
    return stem + "ová"


CROWD = tuple(dict.fromkeys([*SURNAMES, *map(feminine, SURNAMES)]))


def test_crowd_is_large():
    assert len(CROWD) >= 200


def forms_of(surname: str) -> set[str]:
    """Every form of a surname alone, in lower case."""
    kinds = genders(Name((), surname))
    return {form for gender in kinds for form in inflect_surname_word(surname, gender)}


def test_no_surname_is_taken_for_another():
    """Every form of each of the surnames leads to its own bearer and nobody else."""
    crowd = index_of(*CROWD)
    found = {
        (surname, form): [CROWD[number] for number in crowd.find(form)]
        for surname in CROWD
        for form in forms_of(surname)
    }
    assert {key: people for key, people in found.items() if people != [key[0]]} == {}


def test_different_surnames_share_no_form():
    bearers: dict[str, set[str]] = {}
    for surname in CROWD:
        for form in forms_of(surname):
            bearers.setdefault(form, set()).add(surname)
    assert {form: names for form, names in bearers.items() if len(names) > 1} == {}


@pytest.mark.parametrize("text", ["@" + "a" * 200_000, "@" + "Jan " * 50_000, "@" + "p." * 100_000])
def test_monstrous_text_is_nobody(text: str):
    assert INDEX.match_at(text, 1) is None
