"""Marks that git leaves in a text where it could not merge the work of two people."""

import re

from zapis import codes
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.source import SourceFile

_OPENS, _PARTS, _CLOSES = "<<<<<<<", "=======", ">>>>>>>"
_MARK = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \n]|\Z)", re.MULTILINE)
_SHOWN = 40


def find_conflicts(source: SourceFile) -> Diagnostics:
    """An error at each place where two versions of the minutes stand one behind the other.

    Only all three marks in their order, each at the beginning of its line, are such a place:
    a row of `=` alone underlines a heading.
    """
    if _OPENS not in source.text:
        return ()
    found: list[Diagnostic] = []
    opened: re.Match[str] | None = None
    is_parted = False
    for mark in _MARK.finditer(source.text):
        if mark[0] == _OPENS:
            opened, is_parted = mark, False
        elif mark[0] == _PARTS:
            is_parted = opened is not None
        elif opened is not None and is_parted:
            found.append(_problem(source, opened.start()))
            opened = None
    return tuple(found)


def _problem(source: SourceFile, start: int) -> Diagnostic:
    number = source.position(start).line
    shown = source.line(number)[:_SHOWN].rstrip()
    message = f"ve slučování z gitu zůstal nedořešený rozpor „{shown}“"
    cure = f"nechte jednu z obou podob a řádky se značkami {_OPENS}, {_PARTS} a {_CLOSES} smažte"
    return Diagnostic(codes.UNMERGED_MINUTES, message, source.line_span(number), cure)
