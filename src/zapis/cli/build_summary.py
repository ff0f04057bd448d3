"""What a build did, in a few lines."""

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from zapis.cli.printing import Display, count_problems
from zapis.codes import Severity
from zapis.czech.dates import format_date
from zapis.czech.plurals import count
from zapis.engine.build import BuildResult, Skipped
from zapis.workspace import SETTINGS

_MOST_LISTED = 12


def format_result(
    result: BuildResult, display: Display, *, verbose: bool, tips_shown: bool
) -> list[str]:
    """The files written (all of them when few or asked for), the counts, what was not made."""
    lines: list[str] = []
    paths = [*result.written, *result.unchanged] if verbose else list(result.written)
    if paths and (verbose or len(paths) <= _MOST_LISTED):
        lines += _list(sorted(paths), display)
    if result.meetings or result.skipped:
        lines.append(_counts(result, tips_shown=tips_shown))
    if result.blocked:
        return [*lines, f"Nevytvořeno: nic, dokud je chyba v {SETTINGS}"]
    lines += [_skipped(item, display) for item in result.skipped]
    return lines


def _list(paths: list[Path], display: Display) -> list[str]:
    heads = ("Zapsáno  ", *("         " for _ in paths[1:]))
    return [f"{head}{display.path(path)}" for head, path in zip(heads, paths, strict=True)]


def _counts(result: BuildResult, *, tips_shown: bool) -> str:
    documents = len(result.written) + len(result.unchanged) - result.overviews
    parts = [
        count(result.meetings, "zápis", "zápisy", "zápisů"),
        count(documents, "dokument", "dokumenty", "dokumentů"),
    ]
    if result.overviews:
        parts.append(count(result.overviews, "přehled úkolů", "přehledy úkolů", "přehledů úkolů"))
    errors, warnings, tips = (result.count(severity) for severity in Severity)
    if errors:
        parts.append(count_problems(errors, Severity.ERROR))
    if warnings:
        parts.append(count_problems(warnings, Severity.WARNING))
    if tips and not tips_shown:
        parts.append(f"{count_problems(tips, Severity.TIP)} (vypíše je zapis kontrola)")
    return ", ".join(parts) + _tasks(result)


def _tasks(result: BuildResult) -> str:
    if result.tracking is None:
        return ""
    counts = result.tracking.update.counts
    changes = [
        count(number, *words)
        for number, words in (
            (counts.new, ("nový", "nové", "nových")),
            (counts.done, ("splněný", "splněné", "splněných")),
        )
        if number
    ]
    states = [f"otevřeno {counts.open}"]
    if counts.overdue:
        states.append(f"po termínu {counts.overdue}")
    return " · úkoly: " + "; ".join(filter(None, (", ".join(changes), ", ".join(states))))


def _skipped(item: Skipped, display: Display) -> str:
    line = f"Nevytvořeno: {display.path(Path(item.path))}"
    if item.older is None:
        return line
    day = datetime.fromtimestamp(item.older.stat().st_mtime, tz=UTC).astimezone().date()
    output = item.older.parents[len(PurePosixPath(item.path).parts) - 1]
    where = "vedle něj" if output == display.root else f"ve {display.path(output)}"
    return f"{line} ({where} zůstal starší dokument z {format_date(day)})"
