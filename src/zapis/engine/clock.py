"""Today, which dates marks in the tracker and says what is late; nothing else asks."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# The year 5138; what is longer is no number of seconds.
_MOST_DIGITS = 11


def today(environment: Mapping[str, str] = os.environ) -> date:
    """The day of SOURCE_DATE_EPOCH where it is set, else today, both in Prague.

    SOURCE_DATE_EPOCH is the convention of reproducible-builds.org: seconds since 1970 in UTC.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    try:
        zone: ZoneInfo | None = ZoneInfo("Europe/Prague")
    except ZoneInfoNotFoundError:
        zone = None
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= _MOST_DIGITS:
        return datetime.fromtimestamp(int(epoch), tz=UTC).astimezone(zone).date()
    return datetime.now(tz=zone).date()
