"""A small corpus for trying the measurements out: SCRIPT FOLDER -n COUNT."""

import argparse
import datetime as dt
from pathlib import Path

_LAST = dt.date(2026, 6, 30)
_SERIES = ("rada", "porada", "komise")
_PEOPLE = ("Jana Nováková", "Petr Svoboda", "Hana Dvořáková", "Karel Beneš")
_POINTS = ("Rozpočet", "Oprava střechy", "Různé")
_SENTENCE = "Komise projednala {point} číslo {number} a vzala zprávu **na vědomí** bez připomínek."


def main() -> None:
    """Write the settings and so many minutes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("-n", type=int, default=100)
    asked = parser.parse_args()
    for number in range(asked.n):
        path, text = make_minutes(number)
        target = asked.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    series = "".join(f"  {name}: {{nazev: {name.title()}}}\n" for name in _SERIES)
    (asked.folder / "zapis.yaml").write_text(f"serie:\n{series}", encoding="utf-8")


def make_minutes(number: int) -> tuple[str, str]:
    """The path and the text of a meeting; no two of a series are on the same day."""
    series = _SERIES[number % len(_SERIES)]
    day = _LAST - dt.timedelta(days=number)
    chapters = (_chapter(number, order) for order in range(len(_POINTS)))
    path = f"{day.year}/{series}/{day}-{series}-{number:05d}.md"
    return path, "\n".join((*_head(series, number, day), *chapters))


def _head(series: str, number: int, day: dt.date) -> tuple[str, ...]:
    present = (f"  - {person}" for person in _PEOPLE)
    title = f'nazev: "{series.title()} č. {number}"'
    return ("---", title, f"serie: {series}", f"datum: {day}", "pritomni:", *present, "---", "")


def _chapter(number: int, order: int) -> str:
    """A point with paragraphs, a list and a task; the second has a table as well."""
    point, person = _POINTS[order], _PEOPLE[(number + order) % len(_PEOPLE)]
    words = " ".join(_SENTENCE.format(point=point, number=each) for each in range(8))
    bullets = "\n".join(f"- {_SENTENCE.format(point=point, number=each)}" for each in range(4))
    table = "| položka | Kč |\n|---|--:|\n| okna | 250 |\n\n" if order == 1 else ""
    task = f"- [ ] připravit podklady {number} k bodu {point} @{person.split()[1]} do 20. 9. 2026"
    return f"## {point}\n\n{words}\n\n{bullets}\n\n{table}{task}\n"


if __name__ == "__main__":
    main()
