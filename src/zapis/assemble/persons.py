"""Read the persons of a header value: a text, a list of texts, mappings."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from zapis.assemble.located import LocatedText, locate
from zapis.assemble.person_reading import (
    ReadPerson,
    person_from_mapping,
    person_from_text,
)
from zapis.assemble.torn_names import doubt_of, is_in_brackets, join_torn
from zapis.codes import DOUBTFUL_SPLIT
from zapis.czech.names.given import is_given
from zapis.czech.persons import PersonText, is_attendance_text, read_person, split_people
from zapis.czech.shortening import one_line
from zapis.data_tree import DataTree, Path
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.schema.header import Items
from zapis.schema.people import PersonEntry


class ReadPersons(Struct, frozen=True):
    """The persons of one value, the words that name nobody, and what is doubtful."""

    persons: tuple[ReadPerson, ...] = ()
    words: str = ""
    problems: Diagnostics = ()


def read_persons(
    items: Items, tree: DataTree, path: Path, *, is_list: bool, dash_is_reason: bool = False
) -> ReadPersons:
    """The persons of a value at `path`; a text that is no list may hold several of them.

    `dash_is_reason` says that words behind a dash tell why somebody was not there.
    """
    persons: list[ReadPerson] = []
    words: list[str] = []
    problems: list[Diagnostic] = []
    for part, is_torn in _parts(items, tree, path, is_list=is_list):
        if isinstance(part, ReadPerson):
            persons.append(part)
            continue
        read = _read_text(part, is_item=is_list, dash_is_reason=dash_is_reason)
        persons += read.persons
        words += [read.words] if read.words else []
        problems += read.problems
        problems += [doubt_of(part)] if is_torn else []
    return ReadPersons(tuple(persons), "; ".join(words), tuple(problems))


def _parts(
    items: Items, tree: DataTree, path: Path, *, is_list: bool
) -> Iterator[tuple[LocatedText | ReadPerson, bool]]:
    """Persons from mappings and the texts between them; a text with whether YAML tore it."""
    in_brackets = is_list and is_in_brackets(tree, path, len(items))
    texts: list[LocatedText] = []
    for index, item in enumerate(items):
        at = (*path, index) if is_list else path
        if isinstance(item, str):
            texts += [locate(tree, at, item)] if item.strip() else []
        elif isinstance(item, PersonEntry):
            yield from join_torn(texts, in_brackets=in_brackets)
            texts = []
            yield person_from_mapping(item, tree, at), False
    yield from join_torn(texts, in_brackets=in_brackets)


def _read_text(text: LocatedText, *, is_item: bool, dash_is_reason: bool) -> ReadPersons:
    """The people of one text; an item of a list is one person unless it clearly names more."""
    if is_attendance_text(text.text):
        return ReadPersons(words=one_line(text.text))
    if is_item and not _may_name_several(text.text):
        return _one(text, dash_is_reason=dash_is_reason)
    found = split_people(text.text, dash_is_reason=dash_is_reason)
    if is_item and not _names_several(text.text, found.people):
        return _one(text, dash_is_reason=dash_is_reason)
    persons: list[ReadPerson] = []
    words: list[str] = []
    entries = [text.text[person.start : person.end] for person in found.people]
    for person, entry in zip(found.people, entries, strict=True):
        if is_attendance_text(entry):
            words.append(_words(person, entry))
        else:
            persons.append(person_from_text(person, text))
    guesses = entries if is_item and len(entries) > 1 else found.doubtful
    problems = (_doubt(text, guesses),) if guesses else ()
    return ReadPersons(tuple(persons), "; ".join(words), problems)


def _words(person: PersonText, entry: str) -> str:
    """An entry that names nobody, behind the label which a list of several has („Za město“)."""
    label = (person.note or "").split(", ", 1)[0]
    return one_line(entry if label in entry else f"{label}: {entry}")


def _one(text: LocatedText, *, dash_is_reason: bool) -> ReadPersons:
    person = read_person(text.text, dash_is_reason=dash_is_reason)
    return ReadPersons((person_from_text(person, text),))


def _may_name_several(text: str) -> bool:
    """Whether it is worth asking: an entry ends, or a word in capitals stands behind a comma."""
    if ";" in text or "\n" in text:
        return True
    return any(part.lstrip()[:1].isupper() for part in text.split(",")[1:])


def _names_several(text: str, people: Sequence[PersonText]) -> bool:
    """Whether an item of a list holds several entries, or several full names between commas."""
    if ";" in text or "\n" in text:
        return True
    return all(
        " " in person.name and (person.titles_before or is_given(person.name.split(" ", 1)[0]))
        for person in people
    )


def _doubt(text: LocatedText, pieces: Sequence[str]) -> Diagnostic:
    message = f"rozdělení osob v „{one_line(text.text)[:60]}“ je nejisté"
    cure = "\n".join(f"- {one_line(piece)}" for piece in pieces)
    return Diagnostic(DOUBTFUL_SPLIT, message, text.span(), cure)
