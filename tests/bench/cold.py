"""A cold build against merely parsing and rendering the bodies, and two processes against one."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Command
from bench.race import Pair, race
from bench.setting import Setting
from bench.table import Row, at_most, of_meetings

_LOOP = Path(__file__).with_name("bare_loop.py")


def rows(setting: Setting) -> Iterator[Row]:
    """The rows of the table of speeds that are about whole builds."""
    small, middle = setting.sizes.small, setting.sizes.middle
    one, two = setting.cold(middle, "-j 1"), setting.cold(middle, "-j 2")
    words = (sys.executable, _LOOP, setting.sources(middle))
    loop = Command("python tests/bench/bare_loop.py SLOŽKA", words, has_clock=True)
    pairs = (
        Pair(
            f"HTML a Word z ničeho, jeden proces, {of_meetings(middle)} : smyčka markdown-it-py",
            *(one, loop, at_most(4), at_most(3)),
        ),
        Pair(f"dva procesy : jeden, {of_meetings(middle)}", two, one, at_most(0.6), at_most(0.53)),
    )
    yield from race(pairs, setting.times)
    one, two = setting.cold(small, "-j 1"), setting.cold(small, "-j 2")
    name = f"dva procesy : jeden, {of_meetings(small)}"
    yield from race((Pair(name, two, one, at_most(1)),), setting.times)
