"""Plain text gets Czech typography; „~“ in the expected texts stands for a no-break space."""

import pytest

from zapis.czech.typography import typeset


def spaces(text: str) -> str:
    return text.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("V domě k nám s tebou z města", "V~domě k~nám s~tebou z~města"),
        ("Petr a Eva i Jan u nás o všem", "Petr a~Eva i~Jan u~nás o~všem"),
        ("A v domě", "A~v~domě"),
        ("a i o u v", "a~i~o~u~v"),
        ("ZA VŠECHNO V OBCI O NÁS", "ZA VŠECHNO V~OBCI O~NÁS"),
        ("(v domě) „k nám“ [s tebou]", "(v~domě) „k~nám“ [s~tebou]"),
        ("rozhodla a (viz níže)", "rozhodla a~(viz níže)"),
        ("nebo v ", "nebo v~"),
        ("vlak s\u00a0nimi", "vlak s\u00a0nimi"),
        ("Svitava pak ještě", "Svitava pak ještě"),
        ("se k-nám ve a)", "se k-nám ve a)"),
        ("bod a – první", "bod a – první"),
        ("v\nObci", "v\nObci"),
        ("e\u0301k nam", "e\u0301k nam"),
    ],
)
def test_one_letter_words_stay_with_the_next_word(text: str, expected: str):
    assert typeset(text) == spaces(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dne 20. 3. 2026 se", "dne 20.~3.~2026 se"),
        ("20. března 2026", "20.~března 2026"),
        ("20. 3. a 21. 3.", "20.~3.~a~21.~3."),
        ("14.–15. 3. 2026", "14.–15.~3.~2026"),
        ("20.3. 2026", "20.3.~2026"),
        ("2. kulatý stůl", "2.~kulatý stůl"),
        ("Bylo jich 12. Pak přišli", "Bylo jich 12. Pak přišli"),
        ("v roce 2026. další bod", "v~roce 2026. další bod"),
        ("do 14 dnů, 5 pracovních dnů", "do 14~dnů, 5 pracovních dnů"),
        ("100 Kč, 15 %, 3 km, 2 hod., 30 min.", "100~Kč, 15~%, 3~km, 2~hod., 30~min."),
        ("12 osob a 2 úkoly", "12~osob a~2 úkoly"),
        ("5 mil. Kč", "5~mil.~Kč"),
        ("1 000 Kč a 1 250 000 Kč", "1~000~Kč a~1~250~000~Kč"),
        ("rok 2026 150 osob", "rok 2026 150~osob"),
        ("5 metodiků, 3 ministři, 2 kmeny", "5 metodiků, 3 ministři, 2 kmeny"),
        ("20 °C, 50 m², 3 kg", "20~°C, 50~m², 3~kg"),
        ("5 s kolegy", "5 s~kolegy"),
        ("+420 596 123 456", "+420~596~123~456"),
        ("od 9 do 11", "od 9 do 11"),
    ],
)
def test_numbers_stay_with_what_they_count(text: str, expected: str):
    assert typeset(text) == spaces(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ing. Novák a Mgr. Eva Malá", "Ing.~Novák a~Mgr.~Eva Malá"),
        ("Ing. arch. Karel Bílý", "Ing.~arch.~Karel Bílý"),
        ("doc. Ing. Jan Novák, Ph. D.", "doc.~Ing.~Jan Novák, Ph.~D."),
        ("p. Novák, pí. Malá, J. Malá, J. S. Bach", "p.~Novák, pí.~Malá, J.~Malá, J.~S.~Bach"),
        ("dr. h. c. Jan", "dr.~h.~c.~Jan"),
        ("č. 3, čl. 5, odst. 2, str. 7, tel. 123", "č.~3, čl.~5, odst.~2, str.~7, tel.~123"),
        ("§ 27 zákona č. 128/2000 Sb.", "§~27 zákona č.~128/2000~Sb."),
        ("podle § 27 odst. 2 písm. a) zákona", "podle §~27 odst.~2 písm.~a) zákona"),
        ("č. j. MUHB 12, sp. zn. 5", "č.~j.~MUHB 12, sp.~zn.~5"),
        ("Most, s. r. o., Kotva, a. s., Klub, z. s.", "Most, s.~r.~o., Kotva, a.~s., Klub, z.~s."),
        ("Renarkon, o. p. s. Ostrava", "Renarkon, o.~p.~s. Ostrava"),
        ("Most z.s. a Renarkon o.p.s. jsou", "Most z.s. a~Renarkon o.p.s. jsou"),
        ("sv. Anna", "sv.~Anna"),
        ("To je plán. Ing přišel", "To je plán. Ing přišel"),
        ("konec str. Další věta", "konec str. Další věta"),
        ("V. zasedání", "V. zasedání"),
    ],
)
def test_abbreviations_stay_with_the_next_word(text: str, expected: str):
    assert typeset(text) == spaces(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Řekl "ahoj" a šel', "Řekl „ahoj“ a~šel"),
        ('"Ahoj," řekl.', "„Ahoj,“ řekl."),
        ('("Most")', "(„Most“)"),
        ('"a "b" c"', "„a~„b“ c“"),
        ("řekl 'ano' dvakrát", "řekl ‚ano‘ dvakrát"),
        ("\"řekl 'ano' dvakrát\"", "„řekl ‚ano‘ dvakrát“"),
        ('„ahoj"', "„ahoj“"),
        ('"ahoj“', "„ahoj“"),
        ('rok "2026"', "rok „2026“"),
        ("“X” zůstane", "“X” zůstane"),
        ("„hotovo“", "„hotovo“"),
        ('monitor 24" a 27" stojí', 'monitor 24" a~27" stojí'),
        ("O'Brien a rock'n'roll z '98", "O'Brien a~rock'n'roll z~'98"),
        ('nepárová " uvozovka', 'nepárová " uvozovka'),
        ('nepárová "uvozovka', 'nepárová "uvozovka'),
        ('uvozovka" nepárová', 'uvozovka" nepárová'),
        ('""', '""'),
        ('x"y', 'x"y'),
        ('Servis+ "Data", z. s.', "Servis+ „Data“, z.\u00a0s."),
    ],
)
def test_straight_quotes_become_czech(text: str, expected: str):
    assert typeset(text) == spaces(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Praha - Brno", "Praha – Brno"),
        ("Praha - Brno - Ostrava", "Praha – Brno – Ostrava"),
        ("5\u00a0- 6", "5\u00a0– 6"),
        ("9-11 hodin", "9–11~hodin"),
        ("9-11h.", "9–11h."),
        ("9:00-11:30", "9:00–11:30"),
        ("9.00-11.30", "9.00–11.30"),
        ("14.-15. 3. 2026", "14.–15.~3.~2026"),
        ("2016-2020", "2016–2020"),
        ("(str. 5-7)", "(str.~5–7)"),
        ("10-15 %", "10–15~%"),
        ("1,5-2,5 m", "1,5–2,5~m"),
        ("2026-03-20", "2026-03-20"),
        ("2026-03", "2026-03"),
        ("tel. 596-123-456", "tel.~596-123-456"),
        ("MUHB/12-26", "MUHB/12-26"),
        ("č. j. 12-26", "č.~j.~12-26"),
        ("BC-2026-01-23/2", "BC-2026-01-23/2"),
        ("CZ.03.2.63/0.0/0.0/16-063/0000", "CZ.03.2.63/0.0/0.0/16-063/0000"),
        ("účet 19-2000145399/0800", "účet 19-2000145399/0800"),
        ("účet 123456-1234567890", "účet 123456-1234567890"),
        ("COVID-19 a A4-5", "COVID-19 a~A4-5"),
        ("usnesení 3-2026", "usnesení 3-2026"),
        ("a-b", "a-b"),
        ("- odrážka", "- odrážka"),
        ("#12-15", "#12-15"),
        ("-5 až -3", "-5 až -3"),
        ("p-1", "p-1"),
    ],
)
def test_hyphens_become_dashes_in_ranges_and_between_spaces(text: str, expected: str):
    assert typeset(text) == spaces(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2x ročně", "2× ročně"),
        ("2* do roka", "2× do roka"),
        ("min. 2* za rok", "min. 2× za rok"),
        ("10x15 cm", "10×15~cm"),
        ("2x", "2×"),
        ("2x, 3x (4x)", "2×, 3× (4×)"),
        ("2X ročně", "2X ročně"),
        ("0x1F", "0x1F"),
        ("5xy", "5xy"),
        ("x2x", "x2x"),
        ("5*) pozn.", "5*) pozn."),
        ("text*", "text*"),
        ("tak...", "tak…"),
        ("tak... dál", "tak… dál"),
        ("...a dál", "…a~dál"),
        ("....", "...."),
        ("podpis ..........", "podpis .........."),
        ("1...5", "1…5"),
    ],
)
def test_multiplication_sign_and_ellipsis(text: str, expected: str):
    assert typeset(text) == spaces(expected)


@pytest.mark.parametrize("text", ["", " ", "slovo", "Dvě slova.", "v", "\u00a0", "a\u00a0b", "\n"])
def test_text_with_nothing_to_set_comes_back_unchanged(text: str):
    assert typeset(text) == text


@pytest.mark.parametrize(
    "unit",
    [
        *("a", "a ", "1 ", "1. ", "1-", "1-1 ", '"', "'", '"a ', " - ", ".", "...", ". ", "2x"),
        *("2*", " ", "a. ", "J. ", "č. ", "000 ", "„", "“", "1.", "§ "),
    ],
)
def test_long_repetitions_are_quick(unit: str):
    text = unit * (300_000 // len(unit))
    assert len(typeset(text)) <= len(text)
