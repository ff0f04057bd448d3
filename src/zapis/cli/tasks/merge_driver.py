"""The merge driver of git: three files in, one text out, and what to tell the user.

See gitattributes(5), „Defining a custom merge driver“.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from zapis.cli.tasks.git_process import run_git
from zapis.model.tasks import TaskId
from zapis.tasks.merge import NotUnderstood, merge_trackers
from zapis.tasks.merge.markers import OURS, THEIRS, mark_conflict
from zapis.tasks.merge.trackers import BASE

_MOST_NAMED = 5
# `git merge-file` exits with the number of conflicts, at most 127; what is above is a failure.
_MOST_CONFLICTS = 127


class Files(NamedTuple):
    """The files that git hands over: the common ancestor and both sides."""

    base: Path
    ours: Path
    theirs: Path


class Driven(NamedTuple):
    """The merged bytes, whether a conflict is left in them, and a Czech clause for the user."""

    data: bytes
    is_conflict: bool
    message: str = ""


def merge_files(files: Files, size: int, today: dt.date) -> Driven:
    """Both sides merged by task; a text that cannot be understood is merged by lines.

    **Why** a fault of zapis ends there too: where a driver fails, git leaves our side in the
    folder as if it were the merged file, and the other one would be lost without a word.
    """
    data = [path.read_bytes() for path in files]
    base, ours, theirs = data
    if theirs in (ours, base):
        return Driven(ours, is_conflict=False)
    if ours == base:
        return Driven(theirs, is_conflict=False)
    try:
        texts = [own.decode("utf-8-sig") for own in data]
        merged = merge_trackers(texts[0], texts[1], texts[2], today, size)
    except UnicodeDecodeError:
        return _merge_by_lines(files, data, size, "soubor není v kódování UTF-8")
    except Exception as fault:  # noqa: BLE001 - whatever it is, no side may be lost
        reason = f"neočekávaná chyba v programu zapis, {type(fault).__name__}: {fault}"
        return _merge_by_lines(files, data, size, reason)
    if isinstance(merged, NotUnderstood):
        reason = f"{merged.text}, řádek {merged.line}: {merged.message}"
        return _merge_by_lines(files, data, size, reason)
    return Driven(merged.text.encode(), bool(merged.conflicts), _name(merged.conflicts))


def _name(conflicts: Sequence[TaskId]) -> str:
    """What is left to a person, with the tasks in question."""
    if not conflicts:
        return ""
    named = ", ".join(f"#{task}" for task in conflicts[:_MOST_NAMED])
    more = f" a další ({len(conflicts) - _MOST_NAMED})" if len(conflicts) > _MOST_NAMED else ""
    return (
        f"obě větve řekly týž den něco jiného o {named}{more}; nechte vždy jednu z obou podob "
        "a řádky se značkami <, = a > smažte"
    )


def _merge_by_lines(files: Files, data: Sequence[bytes], size: int, reason: str) -> Driven:
    """What git itself would do, and why."""
    labels = (part for label in (OURS, BASE, THEIRS) for part in ("-L", label))
    paths = (str(files.ours), str(files.base), str(files.theirs))
    answer = run_git(("merge-file", "-p", "-q", f"--marker-size={size}", *labels, "--", *paths))
    message = f"nelze sloučit podle úkolů ({reason}), slučuje se po řádcích jako každý text"
    if 0 <= answer.code <= _MOST_CONFLICTS:
        return Driven(answer.out, answer.code > 0, message)
    return Driven(_whole_texts(data[1], data[2], size), is_conflict=True, message=message)


def _whole_texts(ours: bytes, theirs: bytes, size: int) -> bytes:
    """Both sides whole between markers, where even git cannot merge them."""
    opening, between, closing = (f"{line}\n".encode() for line in mark_conflict((), (), size))
    return b"".join((opening, _ended(ours), between, _ended(theirs), closing))


def _ended(text: bytes) -> bytes:
    return text if text.endswith(b"\n") else text + b"\n"
