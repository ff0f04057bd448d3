"""Conflict markers as git writes them: put around two forms, and taken away again."""

import re
from collections.abc import Sequence
from typing import NamedTuple

OURS, THEIRS = "naše podoba", "jejich podoba"
SIZE = 7
"""The length of a marker; git asks for longer ones where it merges ancestors."""

_MARKER = re.compile(r"(<{7,}|>{7,}) .*|(={7,})")


class Forms(NamedTuple):
    """A text with conflicts read in both ways: with the first forms, and with the second."""

    first: str
    second: str


def mark_conflict(ours: Sequence[str], theirs: Sequence[str], size: int) -> tuple[str, ...]:
    """Two forms of the same lines between markers."""
    return (f"{'<' * size} {OURS}", *ours, "=" * size, *theirs, f"{'>' * size} {THEIRS}")


def split_forms(text: str) -> Forms | None:
    """Both readings of a text with markers; None where they do not pair, or there are none.

    **Why:** where two branches have merged each other before, git merges their ancestors first
    and hands what came out to the driver as the base, with the conflicts that were in it.
    """
    forms: tuple[list[str], list[str]] = ([], [])
    open_sizes: list[int] = []
    ways: list[int] = []
    is_marked = False
    for line in text.split("\n"):
        found = _MARKER.fullmatch(line)
        mark = (found[1] or found[2]) if found else " "
        if mark[0] == "<":
            open_sizes.append(len(mark))
            ways.append(0)
            is_marked = True
        elif ways and mark == "=" * open_sizes[-1] and ways[-1] == 0:
            ways[-1] = 1
        elif ways and mark == ">" * open_sizes[-1] and ways[-1] == 1:
            del open_sizes[-1], ways[-1]
        else:
            for way in (0, 1):
                if way not in (1 - own for own in ways):
                    forms[way].append(line)
    if not is_marked or ways:
        return None
    return Forms("\n".join(forms[0]), "\n".join(forms[1]))
