"""The whole table of deadlines, in sentences."""

from datetime import date, time

import pytest

from zapis.czech.deadlines import Deadline, find_deadlines

# A Friday.
MEETING = date(2026, 1, 23)


def day(text: str) -> date:
    return date.fromisoformat(text)


def only_deadline(sentence: str, meeting: date | None = MEETING) -> Deadline:
    (match,) = find_deadlines(sentence, meeting)
    assert match.deadline.words == sentence[match.start : match.end]
    return match.deadline


LAST_DAYS = [
    ("do 20. 3. 2026", "2026-03-20"),
    ("do 20. března 2026", "2026-03-20"),
    ("do 2026-03-20", "2026-03-20"),
    ("do 20.3.26", "2026-03-20"),
    ("do 20. 3.", "2026-03-20"),
    ("do 20.\u00a03.", "2026-03-20"),
    ("Do 20. 3.", "2026-03-20"),
    ("DO 20. BŘEZNA", "2026-03-20"),
    ("do 20. 3", "2026-03-20"),
    ("do 23. 1.", "2026-01-23"),
    ("do 22. 1.", "2027-01-22"),
    ("do 15. 5. příštího roku", "2027-05-15"),
    ("do 15. května letošního roku", "2026-05-15"),
    ("do 20. 3. včetně", "2026-03-20"),
    ("do 20. 3. (včetně)", "2026-03-20"),
    ("do 20. 3. (pátek)", "2026-03-20"),
    ("do středy 18. 3.", "2026-03-18"),
    ("do pátku 20. března", "2026-03-20"),
    ("do pá 20. 3.", "2026-03-20"),
    ("do 14.–15. 3. 2026", "2026-03-15"),
    ("nejpozději do 20. 3.", "2026-03-20"),
    ("nejdéle do 20. 3.", "2026-03-20"),
    ("nejpozději 20. 3.", "2026-03-20"),
    ("nejpozději v pátek 20. 3.", "2026-03-20"),
    ("nejpozději v pátek", "2026-01-30"),
    ("k 31. 3.", "2026-03-31"),
    ("ke středě 18. 3.", "2026-03-18"),
    ("k 31. 3. 2026", "2026-03-31"),
    ("do pátku", "2026-01-30"),
    ("do soboty", "2026-01-24"),
    ("do neděle", "2026-01-25"),
    ("do pondělí", "2026-01-26"),
    ("do úterka", "2026-01-27"),
    ("do čtvrtka", "2026-01-29"),
    ("do příštího pátku", "2026-01-30"),
    ("do příští středy", "2026-01-28"),
    ("do 15. příštího měsíce", "2026-02-15"),
    ("do 31. tohoto měsíce", "2026-01-31"),
    ("do konce března", "2026-03-31"),
    ("do konce března 2027", "2027-03-31"),
    ("do konce března roku 2027", "2027-03-31"),
    ("do konce března příštího roku", "2027-03-31"),
    ("do konce měsíce března", "2026-03-31"),
    ("do konce ledna", "2026-01-31"),
    ("do konce února 2028", "2028-02-29"),
    ("do konce prosince", "2026-12-31"),
    ("do konce roku", "2026-12-31"),
    ("do konce kalendářního roku", "2026-12-31"),
    ("do konce letošního roku", "2026-12-31"),
    ("do konce t. r.", "2026-12-31"),
    ("do konce roku 2027", "2027-12-31"),
    ("do konce příštího roku", "2027-12-31"),
    ("do konce týdne", "2026-01-25"),
    ("do konce příštího týdne", "2026-02-01"),
    ("do konce měsíce", "2026-01-31"),
    ("do konce příštího měsíce", "2026-02-28"),
    ("do konce čtvrtletí", "2026-03-31"),
    ("do konce 2. čtvrtletí", "2026-06-30"),
    ("do konce II. čtvrtletí", "2026-06-30"),
    ("do konce druhého čtvrtletí 2027", "2027-06-30"),
    ("do konce Q3 2026", "2026-09-30"),
    ("do konce 1. pololetí", "2026-06-30"),
    ("do konce pololetí", "2026-06-30"),
    ("do konce školního roku", "2026-06-30"),
    ("do konce školního roku 2026/2027", "2027-06-30"),
    ("do konce 1. pololetí školního roku 2026/2027", "2027-01-31"),
    ("do konce prázdnin", "2026-08-31"),
    ("do konce léta", "2026-08-31"),
    ("do poloviny března", "2026-03-15"),
    ("do poloviny ledna", "2027-01-15"),
    ("do poloviny příštího měsíce", "2026-02-15"),
    ("do poloviny roku", "2026-06-30"),
    ("do pololetí", "2026-06-30"),
    ("do Velikonoc", "2026-04-04"),
    ("do Velikonoc 2027", "2027-03-27"),
    ("do Vánoc", "2026-12-24"),
    ("do vánoc", "2026-12-24"),
    ("do Silvestra", "2026-12-31"),
    ("do prázdnin", "2026-06-30"),
    ("do letních prázdnin", "2026-06-30"),
    ("do začátku školního roku", "2026-08-31"),
    ("do týdne", "2026-01-30"),
    ("DO TÝDNE", "2026-01-30"),
    ("do 14 dnů", "2026-02-06"),
    ("do 14 dní", "2026-02-06"),
    ("do 14ti dnů", "2026-02-06"),
    ("do čtrnácti dnů", "2026-02-06"),
    ("do 30 kalendářních dnů", "2026-02-22"),
    ("do dvou týdnů", "2026-02-06"),
    ("do tří týdnů", "2026-02-13"),
    ("do měsíce", "2026-02-23"),
    ("do 1 měsíce", "2026-02-23"),
    ("do šesti měsíců", "2026-07-23"),
    ("do půl roku", "2026-07-23"),
    ("do čtvrt roku", "2026-04-23"),
    ("do roka", "2027-01-23"),
    ("do 5 pracovních dnů", "2026-01-30"),
    ("do deseti pracovních dnů", "2026-02-06"),
    ("do 48 hodin", "2026-01-25"),
    ("během 14 dnů", "2026-02-06"),
    ("ve lhůtě 30 dnů", "2026-02-22"),
    ("nejpozději do 2 let", "2028-01-23"),
    ("do 14 dnů od dnešního jednání", "2026-02-06"),
    ("do 30 dnů od 1. 4. 2026", "2026-05-01"),
    ("do příštího jednání 20. 3. 2026", "2026-03-20"),
    ("na příštím jednání (20. 3. 2026)", "2026-03-20"),
]


@pytest.mark.parametrize(("words", "due"), LAST_DAYS)
def test_words_that_name_a_last_day(words: str, due: str) -> None:
    found = only_deadline(words)
    expected = Deadline(words, due=day(due), year_written=found.year_written)
    assert found == expected


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("do března", "2026-03-31"),
        ("do března 2027", "2027-03-31"),
        ("do 2. čtvrtletí", "2026-06-30"),
        ("do roku 2027", "2027-12-31"),
        ("do příštího roku", "2027-12-31"),
        ("do jara", "2026-02-28"),
        ("do léta", "2026-05-31"),
        ("do podzimu", "2026-08-31"),
        ("do zimy", "2026-11-30"),
        ("asi do konce března", "2026-03-31"),
        ("cca do 20. 3.", "2026-03-20"),
        ("do 3–5 dnů", "2026-01-28"),
        ("kolem 20. 3.", "2026-03-20"),
    ],
)
def test_words_that_name_a_last_day_approximately(words: str, due: str) -> None:
    found = only_deadline(words)
    assert (found.starts, found.due, found.approximate) == (None, day(due), True)


@pytest.mark.parametrize(
    ("words", "starts", "due"),
    [
        ("od 1. 3. do 20. 3.", "2026-03-01", "2026-03-20"),
        ("od 1. 3. 2026 do 20. 3. 2026", "2026-03-01", "2026-03-20"),
        ("od 1. do 20. 3.", "2026-03-01", "2026-03-20"),
        ("od 1. 3. – 20. 3. 2026", "2026-03-01", "2026-03-20"),
        ("od 1. 1. do 20. 3.", "2026-01-01", "2026-03-20"),
        ("od 1. 11. do 31. 1. 2027", "2026-11-01", "2027-01-31"),
        ("od 1. 9. do konce roku", "2026-09-01", "2026-12-31"),
        ("od 1. 1. 2027 do konce roku", "2027-01-01", "2027-12-31"),
        ("od března do června", "2026-03-01", "2026-06-30"),
        ("od listopadu do ledna 2027", "2026-11-01", "2027-01-31"),
        ("v termínu 14.–15. 3. 2026", "2026-03-14", "2026-03-15"),
        ("v březnu 2026", "2026-03-01", "2026-03-31"),
        ("v březnu", "2026-03-01", "2026-03-31"),
        ("v lednu", "2026-01-01", "2026-01-31"),
        ("v měsíci březnu", "2026-03-01", "2026-03-31"),
        ("v březnu a dubnu", "2026-03-01", "2026-04-30"),
        ("v prosinci až lednu", "2025-12-01", "2026-01-31"),
        ("během března", "2026-03-01", "2026-03-31"),
        ("v průběhu března 2027", "2027-03-01", "2027-03-31"),
        ("v roce 2026", "2026-01-01", "2026-12-31"),
        ("v průběhu roku 2027", "2027-01-01", "2027-12-31"),
        ("v příštím roce", "2027-01-01", "2027-12-31"),
        ("v příštím týdnu", "2026-01-26", "2026-02-01"),
        ("příští týden", "2026-01-26", "2026-02-01"),
        ("1. čtvrtletí 2026", "2026-01-01", "2026-03-31"),
        ("1.–2. čtvrtletí 2026", "2026-01-01", "2026-06-30"),
        ("ve 2. čtvrtletí", "2026-04-01", "2026-06-30"),
        ("v I. čtvrtletí 2027", "2027-01-01", "2027-03-31"),
        ("v 1. pololetí 2026", "2026-01-01", "2026-06-30"),
        ("o prázdninách", "2026-07-01", "2026-08-31"),
        ("během letních prázdnin", "2026-07-01", "2026-08-31"),
    ],
)
def test_words_that_name_a_range(words: str, starts: str, due: str) -> None:
    found = only_deadline(words)
    expected = Deadline(words, day(starts), day(due), year_written=found.year_written)
    assert found == expected


@pytest.mark.parametrize(
    ("words", "starts", "due"),
    [
        ("kolem března", "2026-03-01", "2026-03-31"),
        ("okolo poloviny března", "2026-03-11", "2026-03-20"),
        ("začátkem března", "2026-03-01", "2026-03-10"),
        ("v polovině března", "2026-03-11", "2026-03-20"),
        ("koncem března 2026", "2026-03-21", "2026-03-31"),
        ("na konci února", "2026-02-21", "2026-02-28"),
        ("koncem roku", "2026-12-01", "2026-12-31"),
        ("počátkem roku 2027", "2027-01-01", "2027-01-31"),
        ("na jaře", "2026-03-01", "2026-05-31"),
        ("v létě", "2026-06-01", "2026-08-31"),
        ("na podzim", "2026-09-01", "2026-11-30"),
        ("na podzim roku 2027", "2027-09-01", "2027-11-30"),
        ("v zimě", "2025-12-01", "2026-02-28"),
        ("přes léto", "2026-06-01", "2026-08-31"),
        ("cca v březnu", "2026-03-01", "2026-03-31"),
    ],
)
def test_words_that_name_a_range_approximately(words: str, starts: str, due: str) -> None:
    found = only_deadline(words)
    assert (found.starts, found.due, found.approximate) == (day(starts), day(due), True)


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("od září 2026", "2026-09-01"),
        ("od září", "2026-09-01"),
        ("od 1. 3.", "2026-03-01"),
        ("od 1. března 2027", "2027-03-01"),
        ("od roku 2027", "2027-01-01"),
        ("od příštího roku", "2027-01-01"),
        ("od nového roku", "2027-01-01"),
        ("od nového školního roku", "2026-09-01"),
        ("od 2. čtvrtletí", "2026-04-01"),
    ],
)
def test_a_start_alone_is_no_due_date(words: str, starts: str) -> None:
    found = only_deadline(words)
    assert (found.starts, found.due) == (day(starts), None)


@pytest.mark.parametrize(
    "words",
    [
        "2× do roka",
        "2x do roka",
        "2* do roka",
        "2x ročně",
        "min. 2* do roka",
        "minimálně 2× ročně",
        "dvakrát ročně",
        "několikrát do roka",
        "1x týdně",
        "1x za 14 dní",
        "jednou za čtvrt roku",
        "jednou za dva roky",
        "jednou měsíčně",
        "4x za rok",
        "pravidelně 1× měsíčně",
        "měsíčně",
        "ročně",
        "týdně",
        "každoročně",
        "průběžně",
        "trvale",
        "nadále",
        "i nadále",
        "pravidelně",
        "do odvolání",
        "každý měsíc",
        "každý pátek",
        "každou první středu v měsíci",
        "každé čtvrtletí",
        "každých 14 dní",
        "každý pracovní den",
        "vždy v pondělí",
        "vždy do 31. 3.",
        "každoročně do konce března",
        "do 15. 1. každého roku",
        "do 5. každého měsíce",
        "do 15. dne v měsíci",
        "měsíčně do 15. dne",
    ],
)
def test_words_that_recur_or_last(words: str) -> None:
    assert only_deadline(words) == Deadline(words, recurring=True)


def test_what_lasts_until_a_day_keeps_the_day() -> None:
    found = only_deadline("průběžně do 31. 12. 2026")
    assert (found.due, found.recurring) == (date(2026, 12, 31), True)


@pytest.mark.parametrize(
    "words",
    [
        "do příště",
        "na příště",
        "do příštího KD",
        "do příštího jednání",
        "do příští schůze",
        "do příští schůzky",
        "do příští porady",
        "do příštího setkání",
        "do dalšího zasedání",
        "na příštím jednání",
        "na příštím (nejbližším) jednání",
        "na nejbližší poradě",
        "na příští jednání",
        "k příštímu jednání",
        "před příštím jednáním",
        "nejpozději na příštím jednání",
        "do příštího kulatého stolu",
        "na příštím kontrolním dnu",
        "na příštím řádném jednání",
    ],
)
def test_words_that_mean_the_next_meeting(words: str) -> None:
    assert only_deadline(words) == Deadline(words, next_meeting=True)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("do příštího zasedání zastupitelstva", "zastupitelstva"),
        ("do příštího zasedání Zastupitelstva města", "Zastupitelstva města"),
        ("do příštího jednání ZO", "ZO"),
        ("do příštího jednání pracovní skupiny", "pracovní skupiny"),
        ("na příští poradě vedení", "vedení"),
        ("na příštím zastupitelstvu", "zastupitelstvu"),
        ("na příští komisi", "komisi"),
        ("do příští rady města", "rady"),
    ],
)
def test_a_named_body_is_kept_for_the_caller(words: str, body: str) -> None:
    found = only_deadline(words)
    assert (found.next_meeting, found.meeting_of) == (True, body)


@pytest.mark.parametrize(
    "words",
    [
        "ihned",
        "ihned po schválení",
        "okamžitě",
        "neprodleně",
        "bezodkladně",
        "bez zbytečného odkladu",
        "co nejdříve",
        "co nejdřív",
        "obratem",
        "předem",
        "s předstihem",
        "v následujícím období",
        "v nejbližší době",
        "dle potřeby",
        "do konce projektu",
        "do 14 dnů od podpisu",
        "do 14 dnů od podpisu smlouvy",
        "do 14 dnů po doručení",
        "do 30 dnů ode dne doručení",
        "do týdne od schválení",
        "do 5 pracovních dnů od podání",
        "do 15. dne",
    ],
)
def test_words_that_stay_words(words: str) -> None:
    assert only_deadline(words) == Deadline(words)


@pytest.mark.parametrize(
    ("words", "due", "moment"),
    [
        ("do 20. 3. 2026 12.00", "2026-03-20", time(12)),
        ("do 20. 3. 2026, 12.00 hod.", "2026-03-20", time(12)),
        ("do 20. 3. do 12 hodin", "2026-03-20", time(12)),
        ("do 20. 3. včetně, do 12 hodin", "2026-03-20", time(12)),
        ("do 20. 3. v 9:30", "2026-03-20", time(9, 30)),
        ("do pátku do 12 hodin", "2026-01-30", time(12)),
        ("do pondělí 8:00", "2026-01-26", time(8)),
        ("do středy 18. 3. ve 12 hodin", "2026-03-18", time(12)),
    ],
)
def test_a_time_behind_belongs_to_the_deadline(words: str, due: str, moment: time) -> None:
    found = only_deadline(words)
    assert (found.words, found.due, found.time) == (words, day(due), moment)


@pytest.mark.parametrize(
    ("words", "due", "problem"),
    [
        ("do 31. 2.", None, "únor má nejvýše 29 dní"),
        ("do 31. 11. 2026", None, "listopad má jen 30 dní"),
        ("do 29. 2. 2026", None, "rok 2026 není přestupný, únor má jen 28 dní"),
        ("do 20. 13.", None, "měsíc 13 neexistuje"),
        ("do 45. 3.", None, "březen má jen 31 dní"),
        ("do 20. 3. 206", None, "rok 206 nemá čtyři číslice"),
        ("do 10 dnů od 31. 4.", None, "duben má jen 30 dní"),
        ("od 1. 3. do 31. 4.", None, "duben má jen 30 dní"),
        ("do středy 20. 3. 2026", "2026-03-20", "20. 3. 2026 je pátek, ne středa"),
        ("do 20. 3. (čt)", "2026-03-20", "20. 3. 2026 je pátek, ne čtvrtek"),
    ],
)
def test_what_is_wrong_with_a_written_day_is_said(
    words: str, due: str | None, problem: str
) -> None:
    found = only_deadline(words)
    assert (found.due, found.problem) == (due and day(due), problem)


@pytest.mark.parametrize(
    ("words", "meeting", "starts", "due"),
    [
        ("do konce března", "2025-12-10", None, "2026-03-31"),
        ("do konce března", "2026-03-31", None, "2026-03-31"),
        ("do konce března", "2026-04-01", None, "2027-03-31"),
        ("do 31. 3.", "2025-12-10", None, "2026-03-31"),
        ("do 1. 1.", "2026-01-01", None, "2026-01-01"),
        ("do pololetí", "2026-03-01", None, "2026-06-30"),
        ("do pololetí", "2026-09-01", None, "2027-06-30"),
        ("do konce pololetí", "2026-09-01", None, "2026-12-31"),
        ("do Velikonoc", "2026-04-05", None, "2027-03-27"),
        ("do Vánoc", "2026-12-28", None, "2027-12-24"),
        ("do prázdnin", "2026-07-01", None, "2027-06-30"),
        ("do konce prázdnin", "2026-07-01", None, "2026-08-31"),
        ("do konce školního roku", "2026-07-01", None, "2027-06-30"),
        ("do konce týdne", "2026-01-25", None, "2026-01-25"),
        ("do pátku", "2026-01-22", None, "2026-01-23"),
        ("do příštího pátku", "2026-01-20", None, "2026-01-30"),
        ("do měsíce", "2026-01-31", None, "2026-02-28"),
        ("do 1 roku", "2028-02-29", None, "2029-02-28"),
        ("do 1 pracovního dne", "2026-04-02", None, "2026-04-07"),
        ("v roce 2017", "2016-11-22", "2017-01-01", "2017-12-31"),
        ("kolem března", "2016-11-22", "2017-03-01", "2017-03-31"),
        ("od září 2017", "2017-05-10", "2017-09-01", None),
        ("na podzim", "2026-12-01", "2027-09-01", "2027-11-30"),
        ("v zimě", "2026-06-01", "2026-12-01", "2027-02-28"),
        ("od ledna do března", "2026-02-15", "2026-01-01", "2026-03-31"),
        ("od 1. 3. do 20. 3.", "2026-03-10", "2026-03-01", "2026-03-20"),
        ("od září do konce roku", "2026-11-10", "2026-09-01", "2026-12-31"),
        ("do podzimu", "2026-10-01", None, "2027-08-31"),
        ("koncem ledna", "2026-02-10", "2027-01-21", "2027-01-31"),
    ],
)
def test_deadlines_are_seen_from_the_meeting(
    words: str, meeting: str, starts: str | None, due: str | None
) -> None:
    found = only_deadline(words, day(meeting))
    assert (found.starts, found.due) == (starts and day(starts), due and day(due))


@pytest.mark.parametrize(
    "words",
    [
        "do 20. 3. 2026",
        "do pátku",
        "do konce roku 2026",
        "v březnu 2026",
        "od září 2017",
        "do týdne",
    ],
)
def test_without_a_meeting_date_every_day_stays_words(words: str) -> None:
    found = only_deadline(words, None)
    assert (found.words, found.starts, found.due, found.problem) == (words, None, None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nadále", Deadline("nadále", recurring=True)),
        ("do příště", Deadline("do příště", next_meeting=True)),
        ("do 31. 2.", Deadline("do 31. 2.", problem="únor má nejvýše 29 dní")),
    ],
)
def test_without_a_meeting_date_what_needs_none_is_kept(words: str, expected: Deadline) -> None:
    assert only_deadline(words, None) == expected


def test_a_deadline_of_words_only_says_so() -> None:
    found = [only_deadline(words).is_words_only for words in ("ihned", "do pátku", "nadále")]
    assert found == [True, False, False]
