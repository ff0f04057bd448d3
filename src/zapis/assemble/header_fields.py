"""The lines of the header that are printed as text: numbers, dates of posting, own lines."""

from collections.abc import Iterator

from zapis.assemble.days import check_distance, check_match
from zapis.assemble.when import find_day, text_of
from zapis.codes import UNREADABLE_DATE
from zapis.data_tree import DataTree
from zapis.diagnostics import Diagnostic, Outcome
from zapis.model.meeting import HeaderField, When
from zapis.schema.header import Header, HeaderEntry, OwnLine

_DATES = frozenset(("drawn_up_on", "posted_on", "taken_down_on"))
_TEXTS = frozenset(
    (
        *("reference_number", "file_number", "member_count", "present_count"),
        *("distribution", "for_information"),
    )
)


def read_fields(header: Header, tree: DataTree, when: When) -> Outcome[tuple[HeaderField, ...]]:
    """Texts under known keys, keys without a value, and the author's own lines, in their order.

    A key without a value has an empty text, whatever it would hold; one that never has a line of
    its own is left out.
    """
    fields: list[HeaderField] = []
    problems: list[Diagnostic] = []
    for line in header.lines:
        if isinstance(line, OwnLine):
            fields.append(HeaderField("", line.label, line.text, line.span))
        elif _has_line(line):
            fields.append(HeaderField(line.key.name, line.label, line.text, line.span))
            if line.key.name in _DATES and not line.empty:
                problems += _check_date(line, tree, when)
    return Outcome(tuple(fields), tuple(problems))


def _has_line(entry: HeaderEntry) -> bool:
    if entry.empty:
        return not entry.key.silent
    return entry.key.name in _DATES or entry.key.name in _TEXTS


def _check_date(entry: HeaderEntry, tree: DataTree, when: When) -> Iterator[Diagnostic]:
    text = text_of(entry, tree)
    match = find_day(text.text, when.date)
    if match is None:
        message = f"datu „{' '.join(text.text.split())[:60]}“ nelze porozumět"
        yield Diagnostic(UNREADABLE_DATE, message, text.span(), "23. 3. 2026")
    elif match.value or match.problem:
        yield from check_match(match, text)
        yield from check_distance(match, when.date, text)
