import datetime as dt

import pytest

from zapis.engine.clock import today


@pytest.mark.parametrize(
    ("epoch", "expected"),
    [
        ("0", dt.date(1970, 1, 1)),
        ("1776031199", dt.date(2026, 4, 12)),  # 23:59:59 in Prague
        ("1776031200", dt.date(2026, 4, 13)),  # midnight there, 22 hours in UTC
        ("1767221999", dt.date(2025, 12, 31)),  # winter time
        ("1767222000", dt.date(2026, 1, 1)),
    ],
)
def test_source_date_epoch_is_a_day_in_prague(epoch: str, expected: dt.date):
    assert today({"SOURCE_DATE_EPOCH": epoch}) == expected


@pytest.mark.parametrize("epoch", ["", "včera", "-1", "1e9", "²", " 5", "9" * 30])
def test_an_unusable_epoch_means_now(epoch: str):
    now = dt.datetime.now(tz=dt.UTC).date()
    assert abs(today({"SOURCE_DATE_EPOCH": epoch}) - now) <= dt.timedelta(days=1)
