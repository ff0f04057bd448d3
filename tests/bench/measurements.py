"""All measurements by their names, and how they become a report."""

import sys
import time
import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import TypeVar

from bench.growth import Grown, growth_rows, measure_growth
from bench.page import Report
from bench.profile_table import profile
from bench.programs import NAMES, version_of
from bench.setting import Setting
from bench.table import Failed, Missing, Row

T = TypeVar("T")

_GROWTH, _PROFILE = "rust", "profil"
# The name, the module with `rows`, and what it is about.
MEASUREMENTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "preklad": ("cold", "překlad z ničeho, jeden a dva procesy"),
        "pandoc": ("pandoc", "pandoc po souborech a v jednom procesu"),
        "weby": ("sites", "Hugo, mkdocs a pelican"),
        "word": ("word", "jeden dokument Wordu v zahřátém procesu"),
        "beze-zmeny": ("unchanged", "nic se nezměnilo, změnilo se jedno jednání"),
        "ukoly": ("ukoly", "výpis úkolů proti taskwarrioru, todomanu a ripgrepu"),
        "tracker": ("tracker", "čtení ukoly.md proti json"),
        "start": ("startup", "spuštění a jediné jednání"),
        "nahled": ("preview", "náhled, od uložení souboru k nové stránce v prohlížeči"),
        _GROWTH: ("growth", "růst, paměť a index"),
        _PROFILE: ("profile_table", "kam jde čas"),
    }
)


def make_report(setting: Setting, names: Collection[str]) -> Report:
    """Everything that was asked for; what fails is a row that says so, and the rest goes on."""
    rows: list[Row] = []
    grown: Sequence[Grown] = ()
    stages: Mapping[str, float] = {}
    for name in (name for name in MEASUREMENTS if name in names):
        known = len(rows)
        if name == _PROFILE:
            stages = _attempt(name, rows, partial(profile, setting), {})
        elif name == _GROWTH:
            grown = _attempt(name, rows, partial(measure_growth, setting), ())
            rows += growth_rows(setting, grown) if grown else ()
        else:
            rows += _attempt(name, rows, partial(_rows, name, setting), [])
        _say("\n".join(map(str, rows[known:])))
    return Report(rows, grown, stages, _versions(setting, names), setting)


def _rows(name: str, setting: Setting) -> list[Row]:
    module, _ = MEASUREMENTS[name]
    return list(import_module(f"bench.{module}").rows(setting))


def _attempt(name: str, rows: list[Row], work: Callable[[], T], nothing: T) -> T:
    started = time.monotonic()
    try:
        return work()
    except Exception as problem:  # noqa: BLE001 - one measurement must not cost the others
        _say("".join(traceback.format_exception(problem)))
        printed = getattr(problem, "stderr", None) or b""
        _say(printed.decode(errors="replace"))
        about = MEASUREMENTS[name][1]
        rows.append(Row(about, None, None, Failed(f"měření selhalo ({type(problem).__name__})")))
        return nothing
    finally:
        _say(f"{name}: {time.monotonic() - started:.0f} s")


def _versions(setting: Setting, names: Collection[str]) -> Mapping[str, str]:
    """Versions of the other programs, if any were asked for."""
    if not {"pandoc", "weby", "beze-zmeny", "ukoly"} & set(names):
        return {}
    found = ((name, setting.program(name)) for name in NAMES)
    return {name: version_of(name, at) for name, at in found if not isinstance(at, Missing)}


def _say(text: str) -> None:
    if text:
        print(text, file=sys.stderr, flush=True)  # noqa: T201 - for whoever waits
