"""Faults on purpose, at will in full volume: `python -m tests.faults [--plne] [názvy…]`."""

import argparse
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

SCENARIOS = {
    "kill_builds": "překlad zabitý v náhodném okamžiku",
    "kill_marks": "změna úkolu zabitá v náhodném okamžiku",
    "writers": "souběžné změny úkolů",
    "merges": "sloučení náhodných historií v gitu",
}
MOST_SHOWN = 20


def main() -> None:
    """Run the scenarios that are named, or all; exit code 1 where one shows a fault."""
    parser = argparse.ArgumentParser("python -m tests.faults")
    parser.add_argument("nazvy", nargs="*", metavar="název", help=", ".join(SCENARIOS))
    parser.add_argument("--plne", action="store_true", help="plný počet případů, řádu minut")
    parser.add_argument("--semeno", type=int, default=20260413, help="jiné náhodné okamžiky")
    asked = parser.parse_args()
    if unknown := [name for name in asked.nazvy if name not in SCENARIOS]:
        parser.error(f"neznámý název {', '.join(unknown)}; známé jsou {', '.join(SCENARIOS)}")
    good = [_run(name, asked.semeno, full=asked.plne) for name in asked.nazvy or SCENARIOS]
    sys.exit(0 if all(good) else 1)


def _run(name: str, seed: int, *, full: bool) -> bool:
    scenario = import_module(f"faults.{name}")
    count = scenario.FULL if full else scenario.SMALL
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = scenario.faults(count, Path(folder), seed)
    seconds = f"{time.monotonic() - started:.0f} s"
    verdict = f"{len(found)} chyb" if found else "bez chyby"
    lines = [f"{name:12} {SCENARIOS[name]}: {count}×, {verdict}, {seconds}"]
    lines += [f"    {fault}" for fault in found[:MOST_SHOWN]]
    print("\n".join(lines), flush=True)  # noqa: T201 - the result is for people to read
    return not found


if __name__ == "__main__":
    main()
