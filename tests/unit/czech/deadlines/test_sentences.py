"""Where deadlines stand in sentences, and what only looks like one."""

from datetime import date

import pytest

from zapis.czech.deadlines import find_deadlines

MEETING = date(2026, 1, 23)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Zaslat nápady na akce @Horáková, @Petr Cháb do 20. 3. 2026", ["do 20. 3. 2026"]),
        ("Odeslat do 20. 3. 2026.", ["do 20. 3. 2026"]),
        ("Odeslat do 20. 3.", ["do 20. 3."]),
        ("Zvážit účast na dni sousedů 21. 6. 2026 @členové (do příště)", ["do příště"]),
        ("Předložit návrh (termín: do konce října)", ["do konce října"]),
        ("Školení zajistí @Střelková od září 2026.", ["od září 2026"]),
        ("vyhodnotit pravidla min. 2* do roka a poslat shrnutí", ["min. 2* do roka"]),
        ("chystat pravidelné besedy s rodiči (cca 2x ročně).", ["cca 2x ročně"]),
        ("Druhá beseda bude kolem března.", ["kolem března"]),
        ("V následujícím období obejdeme školy.", ["V následujícím období"]),
        ("Návrh do 20. 3., čistopis do 30. 4. 2026", ["do 20. 3.", "do 30. 4. 2026"]),
        (
            "nejpozději do středy 18. 3. 2026 do 12 hodin zaslat",
            ["nejpozději do středy 18. 3. 2026 do 12 hodin"],
        ),
        ("2× do konce roku svolat schůzi", ["do konce roku"]),
        ("Ředitelka předá klíče, a to ihned.", ["ihned"]),
        (
            "výkaz poslat do týdne, vždy do 15. každého měsíce",
            [
                "do týdne",
                "vždy do 15. každého měsíce",
            ],
        ),
        ("3 dny před příštím jednáním rozeslat podklady", ["před příštím jednáním"]),
        ("Úklid: každý pátek, revize 1x za 2 roky", ["každý pátek", "1x za 2 roky"]),
        ("Revize plánu – 1. čtvrtletí 2026", ["1. čtvrtletí 2026"]),
    ],
)
def test_deadlines_are_found_left_to_right(sentence: str, expected: list[str]) -> None:
    assert [match.deadline.words for match in find_deadlines(sentence, MEETING)] == expected


def test_days_before_the_next_meeting_are_not_its_date() -> None:
    (match,) = find_deadlines("týden před příštím jednáním", MEETING)
    assert match.deadline.is_words_only


@pytest.mark.parametrize(
    "sentence",
    [
        "Odeslat závěrečnou zprávu za rok 2025 a nečekat na upomínku.",
        "Zvážit účast dne 25. 6. 2026.",
        "Jarmark 21. 6. 2026 na náměstí",
        "ve dnech 14.–15. 3. 2026 proběhne výstava",
        "v pátek 20. 3. 2026 je zavřeno",
        "provoz od pondělí do pátku 9–16 hod.",
        "výdejna od 8. – 15 hod., zatím dvě okénka",
        "otevřeno od 9.00 do 17.00",
        "do 9.00",
        "Jednání potrvá do 11.30.",
        "přidat do kapitoly 3.2",
        "zařadit do opatření 2.1.2",
        "do 3. třídy",
        "od 5. do 9. třídy",
        "děti do 3 let",
        "děti do 1 roku věku",
        "do 100 osob",
        "do 100 tis. Kč",
        "zapojit se do Týdne knihoven",
        "přihlásit se do Měsíce čtenářů",
        "rozdělit do dvou skupin",
        "jít do středu města",
        "každý člen dostane kopii",
        "jednou se to povede",
        "trvale udržitelný rozvoj",
        "podle předem připraveného programu",
        "poplatek 200 Kč měsíčně",
        "úvazek 15 hodin týdně",
        "podpora 20 klientů ročně",
        "opakovat v půli týdne",
        "Plán pro příští rok",
        "rozpočet na příští rok",
        "dotace pro rok 2026",
        "zpráva za 1. čtvrtletí 2026",
        "na program příštího jednání",
        "usnesení z příštího jednání",
        "stav k 31. 3. 2026",
        "K 31. 12. 2025 bylo v evidenci 25 klientů",
        "od 1. 3. 2020 zaměstnaný",
        "smlouva uzavřená v roce 2025",
        "v březnu 2025 proběhla kontrola",
        "v Lednici na Moravě",
        "na první pohled",
        "v rámci 3. etapy",
        "Vize do budoucna",
        "Zajistit okamžité řešení a trvalé bydlení",
        "úkol: e-mail na do@example.cz",
        "",
    ],
)
def test_what_is_no_deadline(sentence: str) -> None:
    assert find_deadlines(sentence, MEETING) == ()
