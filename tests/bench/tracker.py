"""Reading `ukoly.md` against reading the same data with `json`."""

import datetime as dt
import json
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import asdict

from bench.measuring import measure_calls, timed
from bench.setting import Setting
from bench.table import Measured, Ratio, Row, at_most, whole
from tracker_cases import built, meeting, review, task
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.tracker_file import read_tracker

TASKS = 10_000
_EACH = 4
_FIRST = dt.date(2006, 1, 1)


def rows(setting: Setting) -> Iterator[Row]:
    """The row of the table of speeds that is about the tracker."""
    count = min(TASKS, setting.sizes.large)
    text = make_tracker(count)
    same = json.dumps(plain(read_tracker("ukoly.md", text).value.blocks), ensure_ascii=False)
    calls = (timed(lambda: read_tracker("ukoly.md", text)), timed(lambda: json.loads(same)))
    names = (f"`read_tracker`, úkolů {whole(count)}", f"`json.loads`, úkolů {whole(count)}")
    ours, theirs = map(Measured, names, measure_calls(calls, setting.times))
    name = f"čtení `ukoly.md`, úkolů {whole(count)} : `json.loads` týchž dat"
    yield Row(name, at_most(8), None, Ratio(ours, theirs))


def make_tracker(tasks: int) -> str:
    """The text of a tracker of so many tasks, half of them reviewed by the next meeting."""
    return built(*(_meeting(number) for number in range(tasks // _EACH))).text


def plain(value: object) -> object:
    """A value as people would write it in JSON: records with the names of their fields."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(own) for name, own in value._asdict().items()}
    if isinstance(value, Struct):
        return {name: plain(own) for name, own in asdict(value).items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _meeting(number: int) -> MeetingTasks:
    day = _FIRST + dt.timedelta(days=2 * number)
    before = day - dt.timedelta(days=2)
    tasks = (
        task(
            f"Zaslat nápady na vzdělávací akce pro skupinu číslo {number} {own}",
            "Eva Horáková",
            deadline="do 20. 3. 2026" if own % 2 else "",
        )
        for own in range(_EACH)
    )
    reviews = (
        review(f"BC-{before}/1", comment="odpovědělo všech devět"),
        review(f"BC-{before}/2", comment="čeká se na potvrzení"),
    )
    return meeting(*tasks, day=day, reviews=reviews if number else ())
