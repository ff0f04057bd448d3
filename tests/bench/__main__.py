"""Speeds against other programs: `python -m tests.bench --korpus SKRIPT [názvy…]`."""

import argparse
import sys
import tempfile
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.corpus import build_corpus, make_corpus
from bench.table import format_table

MEASUREMENTS = {
    "ukoly": "výpis úkolů proti taskwarrioru, todomanu a ripgrepu",
    "tracker": "čtení ukoly.md proti json",
}
MEETINGS = 10_000
TIMES = 5


def main() -> None:
    """Print the measurements that are named, or all, as a table in Markdown."""
    parser = argparse.ArgumentParser("python -m tests.bench")
    parser.add_argument("nazvy", nargs="*", metavar="název", help=", ".join(MEASUREMENTS))
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--korpus", type=Path, help="skript, který složku se zápisy vyrobí")
    source.add_argument("--slozka", type=Path, help="hotová pracovní složka; přeloží se")
    parser.add_argument("--jednani", type=int, default=MEETINGS, help="kolik jednání vyrobit")
    parser.add_argument("--opakovani", type=int, default=TIMES, help="kolikrát každé měření")
    parser.add_argument(
        "--pomucky",
        type=Path,
        default=Path(tempfile.gettempdir()) / "zapis-bench",
        help="kam se ukládá, co se má použít i příště",
    )
    asked = parser.parse_args()
    if unknown := [name for name in asked.nazvy if name not in MEASUREMENTS]:
        parser.error(f"neznámý název {', '.join(unknown)}; známé jsou {', '.join(MEASUREMENTS)}")
    asked.pomucky.mkdir(parents=True, exist_ok=True)
    if asked.slozka:
        build_corpus(asked.slozka)
    root = asked.slozka or make_corpus(asked.korpus, asked.pomucky, asked.jednani)
    rows = [
        row
        for name in asked.nazvy or MEASUREMENTS
        for row in import_module(f"bench.{name}").rows(root, asked.pomucky, asked.opakovani)
    ]
    print(format_table(rows))  # noqa: T201 - the result is for people to read


if __name__ == "__main__":
    main()
