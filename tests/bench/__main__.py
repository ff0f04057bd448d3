"""Speeds against other programs: `python -m tests.bench --korpus SKRIPT [--jen NÁZEV…]`."""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.corpus import empty_bin
from bench.measurements import MEASUREMENTS, make_report
from bench.page import format_page, write_page
from bench.setting import FULL, QUICK, Setting
from bench.table import Failed

ROOT = Path(__file__).parents[2]
TIMES = 5


def main() -> None:
    """Print the page about speed; what was measured in full replaces the one in documentation."""
    parser = _parser()
    asked = parser.parse_args()
    names = asked.jen or tuple(MEASUREMENTS)
    if unknown := [name for name in names if name not in MEASUREMENTS]:
        parser.error(f"neznámý název {', '.join(unknown)}; známé jsou {', '.join(MEASUREMENTS)}")
    asked.pomucky.mkdir(parents=True, exist_ok=True)
    sizes, times = (QUICK, 1) if asked.rychle else (FULL, asked.opakovani)
    setting = Setting(
        asked.korpus.resolve(), asked.pomucky.resolve(), times, sizes, peers=not asked.bez_cizich
    )
    report = make_report(setting, names)
    is_full = not (asked.jen or asked.rychle or asked.bez_cizich)
    if target := asked.kam or (ROOT / "dokumentace" if is_full else None):
        write_page(report, target)
    print(format_page(report))  # noqa: T201 - the result is for people to read
    empty_bin(setting.folder)
    if any(isinstance(row.figure, Failed) for row in report.rows):
        sys.exit(1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.bench")
    known = "; ".join(f"{name}: {about}" for name, (_, about) in MEASUREMENTS.items())
    parser.add_argument("--jen", nargs="+", metavar="název", help=known)
    parser.add_argument(
        "--korpus", type=Path, required=True, help="skript, který složku se zápisy vyrobí"
    )
    parser.add_argument("--opakovani", type=int, default=TIMES, help="kolikrát každé měření")
    parser.add_argument("--rychle", action="store_true", help="všechno jednou a v malém")
    parser.add_argument("--bez-cizich", action="store_true", help="nic cizího, nic z internetu")
    parser.add_argument("--kam", type=Path, help="složka pro stránku a obrázek")
    parser.add_argument(
        "--pomucky",
        type=Path,
        default=Path(tempfile.gettempdir()) / "zapis-bench",
        help="kam se ukládá, co se má použít i příště",
    )
    return parser


if __name__ == "__main__":
    main()
