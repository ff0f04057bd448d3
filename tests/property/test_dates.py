"""Dates, times and deadlines hold for any text."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zapis.czech.dates import (
    find_date,
    format_date,
    format_date_long,
    format_date_range,
    match_date,
)
from zapis.czech.deadlines import find_deadlines, read_deadline
from zapis.czech.phrases import fold_in_place
from zapis.czech.times import TimeRange, find_time, format_time_range, read_time

WORDS = """
do od k ke v ve na kolem okolo nejpozději konce poloviny března březnu ledna září 2026 20. 3. 31. 2.
14 14.–15. dnů týdne měsíce roku pátku středy 18. 1. čtvrtletí pololetí příště příštího jednání
(nejbližším) podpisu každý měsíčně 2× ročně vždy průběžně ihned předem 9.00 12 hodin hod. včetně
prázdnin Velikonoc Vánoc podzim 2026-03-20 9:00–11:30 pracovních dvou , ; ( ) – . 0 99 999
"""
PIECES = (*WORDS.split(), "\n", "\u00a0")
ANYTHING = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.text(max_size=60),
)
MEETINGS = st.one_of(st.none(), st.dates())


@settings(max_examples=100, deadline=None)
@given(ANYTHING, MEETINGS)
def test_deadlines_lie_in_the_text_and_keep_its_words(text: str, meeting: date | None) -> None:
    found = find_deadlines(text, meeting)
    end = 0
    for match in found:
        assert end <= match.start < match.end <= len(text)
        assert match.deadline.words == text[match.start : match.end].strip()
        end = match.end


@settings(max_examples=100, deadline=None)
@given(ANYTHING, MEETINGS)
def test_a_field_keeps_its_words_and_its_order(text: str, meeting: date | None) -> None:
    found = read_deadline(text, meeting)
    ordered = found.starts is None or found.due is None or found.starts <= found.due
    assert (found.words, ordered) == (text.strip(), True)


@settings(max_examples=100, deadline=None)
@given(ANYTHING, MEETINGS)
def test_dates_and_times_lie_in_the_text(text: str, anchor: date | None) -> None:
    for found in (find_date(text, 0, anchor), find_time(text)):
        assert found is None or 0 <= found.start < found.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_written_date_reads_back(day: date) -> None:
    texts = (format_date(day), format_date_long(day), day.isoformat())
    assert {match_date(text).value for text in texts} == {day}


@settings(max_examples=100, deadline=None)
@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)),
)
def test_a_written_range_reads_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = match_date(format_date_range(first, last))
    assert (found and found.value, found and (found.end_value or found.value)) == (first, last)


@settings(max_examples=100, deadline=None)
@given(st.times(), st.none() | st.times())
def test_a_written_time_reads_back(start: object, end: object) -> None:
    start, end = (t and t.replace(second=0, microsecond=0) for t in (start, end))
    crosses = end is not None and end < start and (end.hour, end.minute) != (0, 0)
    value = TimeRange(start, end, crosses)
    assert read_time(format_time_range(value)).value == value


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)


@pytest.mark.parametrize(
    "piece",
    ["do ", "do 20. ", "20. ", "1", "do konce ", "od ledna do ", "průběžně ", "asi ", " ", "9:00–"],
)
def test_long_text_is_read_in_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = perf_counter()
    find_deadlines(text, date(2026, 1, 23))
    read_deadline(text, date(2026, 1, 23))
    find_date(text)
    find_time(text)
    assert perf_counter() - started < 20
