"""Surnames and given names are declined by their endings."""

import pytest

from zapis.czech.names.inflection import ANY_CASE, NOMINATIVE, decline, decline_common

GENITIVE, DATIVE, ACCUSATIVE, VOCATIVE, LOCATIVE, INSTRUMENTAL = (1 << case for case in range(1, 7))


@pytest.mark.parametrize(
    ("surname", "forms"),
    [
        ("Novák", "Nováka Novákovi Nováku Novákem"),
        ("Svoboda", "Svobody Svobodovi Svobodu Svobodo Svobodou"),
        ("Švec", "Ševce Ševci Ševcovi Ševče Ševcem"),
        ("Kůň", "Koně Koni Koňovi Koněm"),
        ("Bek", "Beka Bekovi Beku Bekem"),
        ("Šnek", "Šneka Šnekovi Šneku Šnekem"),
        ("Vrbka", "Vrbky Vrbkovi Vrbku Vrbko Vrbkou"),
        ("Bureš", "Bureše Bureši Burešovi Burešem"),
        ("Kos", "Kosa Kosovi Kosu Kosem"),
        ("Král", "Krále Králi Královi Králem"),
        ("Doležal", "Doležala Doležalovi Doležale Doležalem"),
        ("Kozel", "Kozla Kozlovi Kozle Kozlem"),
        ("Hrubý", "Hrubého Hrubému Hrubém Hrubým"),
        ("Krejčí", "Krejčího Krejčímu Krejčím"),
        ("Kafka", "Kafky Kafkovi Kafku Kafko Kafkou"),
        ("Báča", "Báči Báčovi Báču Báčo Báčou"),
        ("Petr", "Petra Petrovi Petru Petře Petrem"),
        ("Bauer", "Bauera Bauerovi Bauere Bauerem"),
        ("Linné", "Linného Linnému Linném"),
        ("Janko", "Janka Jankovi Jankem"),
    ],
)
def test_masculine_surname(surname: str, forms: str):
    assert set(forms.lower().split()) <= set(decline(surname, "m", is_surname=True))


@pytest.mark.parametrize(
    ("surname", "forms"),
    [
        ("Nováková", "nováková novákové novákovou"),
        ("Malá", "malá malé malou"),
        ("Novakova", "novakova novakove novakovou"),
        ("Krejčí", "krejčí"),
        ("Janů", "janů"),
        ("Novák", "novák"),
        ("Nováková-Malá", "nováková-malá novákové-malé novákovou-malou"),
    ],
)
def test_feminine_surname_has_exactly_these_forms(surname: str, forms: str):
    assert set(decline(surname, "f", is_surname=True)) == set(forms.split())


@pytest.mark.parametrize(
    ("form", "cases"),
    [
        ("novák", NOMINATIVE),
        ("nováka", GENITIVE | ACCUSATIVE),
        ("novákovi", DATIVE | LOCATIVE),
        ("nováku", DATIVE | VOCATIVE | LOCATIVE),
        ("novákem", INSTRUMENTAL),
    ],
)
def test_form_knows_its_cases(form: str, cases: int):
    assert decline("Novák", "m", is_surname=True)[form] == cases


def test_indeclinable_name_stands_for_every_case():
    assert decline("Janů", "m", is_surname=True) == {"janů": ANY_CASE}


@pytest.mark.parametrize(
    ("surname", "wrong"),
    [("Novák", "nováke"), ("Hájek", "hájeka"), ("Němec", "němc"), ("Hájek", "hájk")],
)
def test_rules_invent_no_such_form(surname: str, wrong: str):
    assert wrong not in decline(surname, "m", is_surname=True)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("starosta", "starosty starostovi starostu starostou"),
        ("starostka", "starostky starostce starostku starostkou"),
        ("tajemník", "tajemníka tajemníkovi tajemníku tajemníkem"),
        ("tajemnice", "tajemnici tajemnicí"),
        ("vedoucí", "vedoucího vedoucímu vedoucím"),
        ("ředitelka", "ředitelce ředitelku"),
        ("soudce", "soudci soudcovi soudcem"),
    ],
)
def test_word_for_a_function(word: str, forms: str):
    assert set(forms.split()) <= set(decline_common(word))


@pytest.mark.parametrize("word", ["x", "-", "", "a-", "--", "đ", "李", "ю", "á" * 100])
def test_odd_word_is_at_least_itself(word: str):
    assert decline(word, "m", is_surname=True)[word] & NOMINATIVE
