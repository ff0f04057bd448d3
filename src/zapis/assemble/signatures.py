"""Read who took, checked and approved the minutes, in the author's grammatical form."""

from collections.abc import Iterator

from zapis.assemble.days import check_distance, check_match
from zapis.assemble.located import LocatedText
from zapis.assemble.person_reading import ReadPerson
from zapis.assemble.persons import read_persons
from zapis.assemble.when import find_day
from zapis.data_tree import DataTree
from zapis.diagnostics import Diagnostic, Outcome
from zapis.model.meeting import When
from zapis.model.person import Person, Signature
from zapis.schema.header import Header, HeaderEntry

SIGNATURES = frozenset(("recorder", "reviewer", "verifier", "approved_by"))


def read_signatures(header: Header, tree: DataTree, when: When) -> Outcome[tuple[Signature, ...]]:
    """The signatures in the author's order; dates beside them are checked and kept as written."""
    signatures: list[Signature] = []
    problems: list[Diagnostic] = []
    for entry in header.entries:
        if entry.key.name not in SIGNATURES or entry.empty:
            continue
        read = read_persons(entry.items, tree, entry.path, is_list=entry.is_list)
        problems += read.problems
        for person in read.persons:
            signatures.append(_sign(entry, person.person, person.on))
            problems += _check_date(person, when)
        if read.words:
            signatures.append(_sign(entry, Person(read.words, span=entry.span), ""))
    return Outcome(tuple(signatures), tuple(problems))


def _sign(entry: HeaderEntry, person: Person, on: str) -> Signature:
    return Signature(entry.key.name, entry.label, person, on, person.span or entry.span)


def _check_date(person: ReadPerson, when: When) -> Iterator[Diagnostic]:
    match = find_day(person.on, when.date) if person.on else None
    if match is not None and (match.value or match.problem):
        text = LocatedText(person.on, person.on_span)
        yield from check_match(match, text)
        yield from check_distance(match, when.date, text)
