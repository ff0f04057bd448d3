"""What a deadline field may hold."""

from datetime import date, time

import pytest

from zapis.czech.deadlines import Deadline, read_deadline

# A Friday.
MEETING = date(2026, 1, 23)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("words", "starts", "due"),
    [
        ("20. 3. 2026", None, "2026-03-20"),
        ("20. 3.", None, "2026-03-20"),
        ("20. března", None, "2026-03-20"),
        ("2026-03-20", None, "2026-03-20"),
        ("dne 20. 3.", None, "2026-03-20"),
        ("v pátek 20. 3.", None, "2026-03-20"),
        ("pátek", None, "2026-01-30"),
        ("ve středu", None, "2026-01-28"),
        ("příští úterý", None, "2026-01-27"),
        ("do 20.", None, "2026-02-20"),
        ("25.", None, "2026-01-25"),
        ("dnes", None, "2026-01-23"),
        ("do zítřka", None, "2026-01-24"),
        ("do 20. 3. 2026.", None, "2026-03-20"),
        (" do konce října ", None, "2026-10-31"),
        ("nejpozději do konce února", None, "2026-02-28"),
        ("termín do 20. 3.", None, "2026-03-20"),
        ("nejlépe do 20. 3.", None, "2026-03-20"),
        ("14.–15. 3. 2026", "2026-03-14", "2026-03-15"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("rok 2027", "2027-01-01", "2027-12-31"),
        ("2026–2028", "2026-01-01", "2028-12-31"),
        ("v roce 2015", "2015-01-01", "2015-12-31"),
        ("březen", "2026-03-01", "2026-03-31"),
        ("březen 2027", "2027-03-01", "2027-03-31"),
        ("březen–duben", "2026-03-01", "2026-04-30"),
        ("3/2026", "2026-03-01", "2026-03-31"),
        ("2. čtvrtletí", "2026-04-01", "2026-06-30"),
        ("IV. čtvrtletí 2026", "2026-10-01", "2026-12-31"),
        ("Q2 2026", "2026-04-01", "2026-06-30"),
        ("1. pololetí", "2026-01-01", "2026-06-30"),
        ("prázdniny", "2026-07-01", "2026-08-31"),
        ("20. 3. 2026 (bude upřesněno)", None, "2026-03-20"),
        ("březen 2026, po schválení", "2026-03-01", "2026-03-31"),
        ("návrh do 20. 3., čistopis do 30. 4.", None, "2026-04-30"),
        ("ihned, nejpozději do 20. 3.", None, "2026-03-20"),
        ("průběžně, nejpozději do konce roku", None, "2026-12-31"),
        ("do 31. 3. 2026 a poté 1x ročně", None, "2026-03-31"),
    ],
)
def test_a_field_with_days(words: str, starts: str | None, due: str) -> None:
    found = read_deadline(words, MEETING)
    expected = Deadline(
        words.strip(), starts and day(starts), day(due), year_written=found.year_written
    )
    assert found == expected


@pytest.mark.parametrize(
    ("words", "starts", "due"),
    [
        ("podzim", "2026-09-01", "2026-11-30"),
        ("léto 2027", "2027-06-01", "2027-08-31"),
        ("zima 2026/2027", "2026-12-01", "2027-02-28"),
        ("konec března", "2026-03-21", "2026-03-31"),
        ("polovina března 2027", "2027-03-11", "2027-03-20"),
        ("začátek roku 2027", "2027-01-01", "2027-01-31"),
        ("cca březen", "2026-03-01", "2026-03-31"),
        ("cca 20. 3.", None, "2026-03-20"),
        ("předběžně do 20. 3.", None, "2026-03-20"),
    ],
)
def test_a_field_with_approximate_days(words: str, starts: str | None, due: str) -> None:
    found = read_deadline(words, MEETING)
    assert (found.starts, found.due, found.approximate) == (
        starts and day(starts),
        day(due),
        True,
    )


@pytest.mark.parametrize(
    "words",
    [
        "",
        "dle dohody",
        "po schválení rozpočtu",
        "bude upřesněn",
        "ASAP",
        "v následujícím období",
        "do 14 dnů od podpisu smlouvy",
        "před 20. 3. 2026",
        "po 20. 3. 2026",
        "20. 3. 2026 nebo dříve",
        "20. 3., 30. 4.",
        "březen, duben",
        "2026 kusů",
        "31.",
        "99.",
    ],
)
def test_a_field_that_stays_words(words: str) -> None:
    meeting = date(2026, 2, 1)
    assert read_deadline(words, meeting) == Deadline(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("příště", Deadline("příště", next_meeting=True)),
        ("příští jednání", Deadline("příští jednání", next_meeting=True)),
        ("průběžně", Deadline("průběžně", recurring=True)),
        ("2× ročně", Deadline("2× ročně", recurring=True)),
        ("200 Kč měsíčně", Deadline("200 Kč měsíčně")),
        ("31. 11.", Deadline("31. 11.", problem="listopad má jen 30 dní")),
        ("20. 3. 12.00", Deadline("20. 3. 12.00", due=date(2026, 3, 20), time=time(12))),
        (
            "středa 20. 3.",
            Deadline(
                "středa 20. 3.", due=date(2026, 3, 20), problem="20. 3. 2026 je pátek, ne středa"
            ),
        ),
    ],
)
def test_a_field_with_other_deadlines(words: str, expected: Deadline) -> None:
    assert read_deadline(words, MEETING) == expected


@pytest.mark.parametrize("words", ["březen", "20. 3.", "pátek", "do 20.", "podzim", "zítra"])
def test_without_a_meeting_date_a_field_stays_words(words: str) -> None:
    assert read_deadline(words, None) == Deadline(words)


@pytest.mark.parametrize("words", ["T: 20. 3.", "termín: 20. 3.", "do kdy: 20. 3.", "asi  20. 3."])
def test_labels_and_spaces_before_a_day_are_passed_over(words: str) -> None:
    assert read_deadline(words, MEETING).due == date(2026, 3, 20)
