"""What people wait for before anything happens, and for a single meeting."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.commands import PYTHON_PASS, build_command, zapis_command
from bench.corpus import minutes_in, sweep
from bench.race import Pair, race
from bench.setting import Setting
from bench.table import Amount, Ratio, Row, at_most


def rows(setting: Setting) -> Iterator[Row]:
    """The rows of the table of speeds that are about small things."""
    pairs = (
        Pair(
            f"`zapis {word}` : `python -c pass`",
            zapis_command(word),
            PYTHON_PASS,
            at_most(5),
            at_most(4),
        )
        for word in ("--version", "--help")
    )
    yield from race(tuple(pairs), setting.times)
    root = _one_meeting(setting)
    alone = build_command(root, prepare=partial(sweep, root))
    name = "jedno jednání z ničeho, HTML a Word"
    (row,) = race((Pair(f"{name} : `python -c pass`", alone, PYTHON_PASS),), setting.times)
    if isinstance(row.figure, Ratio):
        first = row.figure.first
        amount = Amount(first.name, first.timing.seconds, "s")
        yield Row(name, at_most(0.6, "s"), at_most(0.35, "s"), amount)
    yield row


def _one_meeting(setting: Setting) -> Path:
    sources, root = setting.sources(setting.sizes.small), setting.folder / "jedno"
    path = minutes_in(sources)[0]
    target = root / path.relative_to(sources)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, target)
    shutil.copy2(sources / "zapis.yaml", root)
    return root
