"""The archive: old closed tasks that somebody has moved out of the tracker; only read."""

from msgspec.structs import replace

from zapis import codes
from zapis.diagnostics import Diagnostic, Outcome, has_errors
from zapis.tasks.tracker_file import Block, read_tracker
from zapis.workspace import ARCHIVE, Workspace


def read_archive(workspace: Workspace) -> Outcome[tuple[Block, ...]]:
    """The archived entries, and errors that name the lines which cannot be understood.

    **Why** errors: without the whole archive a number in it would be given again.
    """
    try:
        text = workspace.archive.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Outcome(())
    except (OSError, UnicodeDecodeError):
        message = f"soubor „{ARCHIVE}“ nelze přečíst"
        cure = "uložte ho v kódování UTF-8 a zkontrolujte práva k němu"
        return Outcome((), (Diagnostic(codes.TRACKER_UNREADABLE, message, cure=cure),))
    outcome = read_tracker(ARCHIVE, text)
    if not has_errors(outcome.diagnostics):
        return Outcome(outcome.value.blocks)
    source = outcome.value.source
    problems = tuple(
        replace(
            item,
            message=f"{ARCHIVE}:{source.position(item.span.start).line}: {item.message}",
            span=None,
        )
        for item in outcome.diagnostics
        if item.span and item.severity is codes.Severity.ERROR
    )
    return Outcome(outcome.value.blocks, problems)
