"""Lists as Czech minutes write them, and what only looks like a list."""

import pytest

from markdown_shapes import shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20. 3. 2026 se sejde skupina", "P(20. 3. 2026 se sejde skupina)"),
        ("12. června proběhlo setkání", "P(12. června proběhlo setkání)"),
        ("1. ledna byl svátek", "P(1. ledna byl svátek)"),
        ("20. 3. se sejde skupina", "P(20. 3. se sejde skupina)"),
        ("14. – 15. 3. 2026 proběhne školení", "P(14. – 15. 3. 2026 proběhne školení)"),
        ("20. 3. první\n21. 3. druhé", "P(20. 3. první⏎21. 3. druhé)"),
        ("- 20. 3. 2026 se sejde", "UL(I(P(20. 3. 2026 se sejde)))"),
        ("Text.\n20. 3. 2026 se sejde", "P(Text.⏎20. 3. 2026 se sejde)"),
        ("1. a\n\n20. 3. 2026 se sejde", "OL.(1(P(a))) P(20. 3. 2026 se sejde)"),
        ("1. 2. etapa\n2. další", "OL.(1(P(2. etapa)) 2(P(další)))"),
    ],
)
def test_a_line_that_begins_with_a_date_is_a_paragraph(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7. KP byl schválen", "P(7. KP byl schválen)"),
        ("7. KP byl schválen\n\n1. a\n2. b", "P(7. KP byl schválen) OL.(1(P(a)) 2(P(b)))"),
        ("3. a\n4. b", "OL.(3(P(a)) 4(P(b)))"),
        ("1. a\n2. b\n4. c\n7. d", "OL.(1(P(a)) 2(P(b)) 4(P(c)) 7(P(d)))"),
        ("1. a\n\nText.\n\n2. b", "OL.(1(P(a))) P(Text.) OL.(2(P(b)))"),
        ("1. a\n\nText.\n2. b", "OL.(1(P(a))) P(Text.) OL.(2(P(b)))"),
        ("1. a\n\n# A\n\n2. b", "OL.(1(P(a))) H1(A) P(2. b)"),
        ("1. a\n2. b\n\n1. c", "OL.(1(P(a)) 2(P(b))) OL.(1(P(c)))"),
        ("1. a\n1. b\n1. c", "OL.(1(P(a)) 1(P(b)) 1(P(c)))"),
        ("1) a\n2) b", "OL)(1(P(a)) 2(P(b)))"),
        ("1. a\n1) b", "OL.(1(P(a))) OL)(1(P(b)))"),
    ],
)
def test_numbers_are_those_of_the_author(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Konal se\n1. ročník soutěže", "P(Konal se⏎1. ročník soutěže)"),
        ("Program:\n1. úvod", "P(Program:) OL.(1(P(úvod)))"),
        ("Projednáno\n1. úvod\n2. závěr", "P(Projednáno) OL.(1(P(úvod)) 2(P(závěr)))"),
        ("- bod o tom, že\n2. čtení proběhlo", "UL(I(P(bod o tom, že⏎2. čtení proběhlo)))"),
        ("Zbývá:\n3. a\n4. b", "P(Zbývá:) OL.(3(P(a)) 4(P(b)))"),
        ("Text\n- bod", "P(Text) UL(I(P(bod)))"),
    ],
)
def test_a_number_at_the_start_of_a_wrapped_line_starts_no_list(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize("bullet", ["·", "•", "▪", "–", "\uf0b7", "-", "*", "+"])
def test_every_bullet_makes_a_list(bullet: str):
    assert shape(f"{bullet} a\n{bullet} b") == "UL(I(P(a)) I(P(b)))"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Město Ostrava\n– magistrát", "P(Město Ostrava⏎– magistrát)"),
        ("Body:\n– a", "P(Body:) UL(I(P(a)))"),
        ("**Body:**\n• a", "P(<b Body:>) UL(I(P(a)))"),
        ("# Body\n– a", "H1(Body) UL(I(P(a)))"),
        ("- a\n– b", "UL(I(P(a)) I(P(b)))"),
        ("- a\n• b", "UL(I(P(a))) UL(I(P(b)))"),
        ("•\ta\n•b", "UL(I(P(a)) I(P(b)))"),
        ("-\u00a0a\n1.\u00a0b", "UL(I(P(a))) OL.(1(P(b)))"),
        ("•• a", "P(•• a)"),
        ("–", "P(–)"),
        ("+ 3 osoby", "P(+ 3 osoby)"),
        ("+3 osoby", "P(+3 osoby)"),
    ],
)
def test_a_pasted_bullet_needs_a_place_where_a_list_may_start(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a) první\nb) druhý", "AL)(1(P(první)) 2(P(druhý)))"),
        ("1) x\n   a) y\n   b) z\n2) w", "OL)(1(P(x) AL)(1(P(y)) 2(P(z)))) 2(P(w)))"),
        ("1) x\na) y\nb) z\n2) w", "OL)(1(P(x))) AL)(1(P(y)) 2(P(z))) OL)(2(P(w)))"),
        ("v) takhle", "P(v) takhle)"),
        ("A) velké", "P(A) velké)"),
    ],
)
def test_letters_with_a_bracket_are_a_list(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\n  - b\n2. c", "OL.(1(P(a) UL(I(P(b)))) 2(P(c)))"),
        ("10. a\n\n  b\n11. c", "OL.~(10(P(a) P(b)) 11(P(c)))"),
        ("- a\n    - b\n        - c", "UL(I(P(a) UL(I(P(b) UL(I(P(c)))))))"),
        ("Text\n      - a", "P(Text) UL(I(P(a)))"),
        ("      odsazený odstavec", "P(odsazený odstavec)"),
        ("1. a\n   1. b", "OL.(1(P(a) OL.(1(P(b)))))"),
    ],
)
def test_indentation_is_that_of_people_not_of_code(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", "UL(I(P(a)) I(P(b)))"),
        ("- a\n\n- b", "UL~(I(P(a)) I(P(b)))"),
        ("- a\n\n  b\n- c", "UL~(I(P(a) P(b)) I(P(c)))"),
        ("- a\n  - b\n\n  - c\n- d", "UL(I(P(a) UL~(I(P(b)) I(P(c)))) I(P(d)))"),
    ],
)
def test_a_list_with_blank_lines_inside_is_loose(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> citace\n> dál", "Q(P(citace⏎dál))"),
        ("> 50 % členů", "P(> 50 % členů)"),
        (">50 %", "P(>50 %)"),
        ("Více\n> 50 %", "P(Více⏎> 50 %)"),
        ("> a\n> 50 %", "Q(P(a⏎50 %))"),
    ],
)
def test_a_sign_before_a_digit_quotes_nothing(text: str, expected: str):
    assert shape(text) == expected
