"""What a build did, in a few lines."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from zapis.cli.printing import Display, count_problems
from zapis.codes import Severity
from zapis.czech.plurals import count
from zapis.engine.request import BuildResult, Skipped, Summary
from zapis.workspace import SETTINGS

_MOST_LISTED = 12
_SEE = "(vypíše je zapis kontrola)"


def format_result(
    result: BuildResult, display: Display, *, verbose: bool, tips_shown: bool
) -> list[str]:
    """The files written (all of them when few or asked for), the counts, what was not made."""
    lines: list[str] = []
    paths = [*result.written, *result.unchanged] if verbose else list(result.written)
    if paths and (verbose or len(paths) <= _MOST_LISTED):
        lines += _list("Zapsáno", sorted(paths), display)
    if result.removed and (verbose or len(result.removed) <= _MOST_LISTED):
        lines += _list("Smazáno", sorted(result.removed), display)
    if result.meetings or result.skipped or result.removed:
        lines.append(format_counts(result.summary, tips_shown=tips_shown))
    if result.blocked:
        return [*lines, f"Nevytvořeno: nic, dokud je chyba v {SETTINGS}"]
    lines += [_skipped(item, display) for item in result.skipped]
    return lines


def format_reasons(result: BuildResult) -> Iterable[str]:
    """Why documents were made or removed, and how many minutes are as they were."""
    for item in result.reasons:
        word = "Smazáno" if item.is_removal else "Vytvořeno"
        yield f"{word}: {item.path} ({'; '.join(item.causes)})"
    made = sum(1 for item in result.reasons if not item.is_removal)
    yield format_untouched(result.meetings - made)


def format_untouched(number: int) -> str:
    """How many minutes were left alone."""
    return f"Beze změny: {count(number, 'zápis', 'zápisy', 'zápisů')}"


def format_counts(summary: Summary, *, tips_shown: bool) -> str:
    """The figures of a build on one line."""
    parts = [
        count(summary.meetings, "zápis", "zápisy", "zápisů"),
        count(summary.documents, "dokument", "dokumenty", "dokumentů"),
    ]
    if summary.overviews:
        parts.append(count(summary.overviews, "přehled úkolů", "přehledy úkolů", "přehledů úkolů"))
    if summary.errors:
        parts.append(count_problems(summary.errors, Severity.ERROR))
    if summary.warnings:
        parts.append(count_problems(summary.warnings, Severity.WARNING))
    parts += _unsaid(summary, tips_shown=tips_shown)
    return ", ".join(parts) + _tasks(summary)


def _unsaid(summary: Summary, *, tips_shown: bool) -> list[str]:
    """What was counted but not printed, and where it can be read."""
    parts: list[str] = []
    if summary.quiet_warnings:
        warnings = count_problems(summary.quiet_warnings, Severity.WARNING)
        parts.append(f"{warnings} v nezměněných zápisech")
    tips = summary.quiet_tips + (0 if tips_shown else summary.tips)
    if tips:
        parts.append(count_problems(tips, Severity.TIP))
    return [*parts[:-1], f"{parts[-1]} {_SEE}"] if parts else []


def _list(word: str, paths: list[Path], display: Display) -> list[str]:
    heads = (f"{word}  ", *(" " * (len(word) + 2) for _ in paths[1:]))
    return [f"{head}{display.path(path)}" for head, path in zip(heads, paths, strict=True)]


def _tasks(summary: Summary) -> str:
    counts = summary.tasks
    if counts is None:
        return ""
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
    from zapis.czech.dates import format_date  # noqa: PLC0415 - hardly ever wanted

    return f"{line} ({where} zůstal starší dokument z {format_date(day)})"
