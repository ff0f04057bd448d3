"""The profile of a cold build, now and before it was made fast, as a table in Markdown."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.measuring import Command, run
from bench.setting import Setting
from bench.table import number

_PROFILE = Path(__file__).with_name("profile.py")
_BEFORE = Path(__file__).with_name("profile_before.json")
_HEAD = (
    "| úsek | před (µs na jednání) | před (%) | po (µs na jednání) | po (%) |",
    "|---|--:|--:|--:|--:|",
)
_MICRO = 1_000_000


def profile(setting: Setting) -> Mapping[str, float]:
    """Microseconds of processor time a meeting, by stage, of a cold build in one process."""
    count, result = setting.sizes.middle, setting.folder / "profil.json"
    cold = setting.cold(count)
    cold.prepare()
    # Without the folder of the script in front: its neighbours have names of Python's own modules.
    words = (sys.executable, "-P", _PROFILE, result, *cold.words[3:], "-j", "1")
    run(Command("profil", words))
    seconds = json.loads(result.read_text(encoding="utf-8"))
    return {stage: value / count * _MICRO for stage, value in seconds.items()}


def read_before() -> Mapping[str, float]:
    """The same, measured before anything was done about it."""
    stored = json.loads(_BEFORE.read_text(encoding="utf-8"))
    return {stage: float(value) for stage, value in stored["mikrosekund_na_jednani"].items()}


def format_profile(after: Mapping[str, float]) -> str:
    """The table, with a sum."""
    return "\n".join((*_HEAD, *_lines(read_before(), after)))


def _lines(before: Mapping[str, float], after: Mapping[str, float]) -> Iterator[str]:
    all_before, all_after = sum(before.values()), sum(after.values())
    for stage in dict.fromkeys((*after, *before)):
        first, second = before.get(stage, 0), after.get(stage, 0)
        shares = (number(100 * first / all_before), number(100 * second / all_after))
        yield f"| {stage} | {first:.0f} | {shares[0]} | {second:.0f} | {shares[1]} |"
    yield f"| **celkem** | **{all_before:.0f}** | 100 | **{all_after:.0f}** | 100 |"
