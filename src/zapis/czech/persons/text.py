"""Split a list of persons written as text, and read each of them."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from msgspec import Struct

import zapis.czech.persons.words as person_words
from zapis.czech.names.given import is_given
from zapis.czech.persons.bounds import CAPITAL, label_end, trim
from zapis.czech.persons.parts import PersonText, read_person_at
from zapis.czech.titles import read_titles_before, read_titles_behind

Span = tuple[int, int]


class PersonList(Struct, frozen=True):
    """The persons of a list; `doubtful` are the pieces of places where the split is a guess."""

    people: tuple[PersonText, ...]
    doubtful: tuple[str, ...] = ()


_HARD_SEPARATOR = re.compile(r"[()\n;\r•▪\uf0b7]|(?<=\s)·(?=\s)")
_SOFT_SEPARATOR = re.compile(r"[(),]|\s[a+](?=\s[^\W\d_])")
_LONGEST_OPENING = 120
_ON_BEHALF = re.compile(r"za\s+[^\W\d_]{1,30}\s+(?=[^\W\d_])")
_OF_ANOTHER = re.compile(
    r"(?:asisten|zástup|sekret|doktorand|manžel|mluvčí|porad|náhrad|syn |dcera |student)",
)
_OTHERS = re.compile(r"(?:všichni|všechny|ostatní)\b")
_GAP_BEFORE_TITLE = re.compile(r"(?<=\S)\s(?=[^\W\d_]{1,6}\.)")
_MOST_GAPS = 4
_COUNT = re.compile(rf"(?<!\S)(\d{{1,2}})[.)]\s+(?={CAPITAL})")
_DASH = re.compile(r"\s[-–—]\s")
_DATE = re.compile(r"dne\s|\d{1,2}\.\s?\d|\d{4}-\d\d-\d\d")


def split_people(text: str, *, dash_is_reason: bool = False) -> PersonList:
    """Split a list at `;`, line ends, bullets, and at a comma or „a“ before somebody's name.

    A lower-case part is the function of the person before, „Ph.D.“ her title, commas inside
    parentheses divide nothing. `doubtful` is filled where one run of commas did both.
    """
    people: list[PersonText] = []
    doubtful: list[str] = []
    for start, end in _entries(text):
        behind_label = label_end(text, start, end)
        label = text[start:behind_label].rstrip().removesuffix(":") if behind_label else ""
        spans, is_guess = _split_entry(text, behind_label or start, end)
        found = [
            read_person_at(text, *span, dash_is_reason=dash_is_reason, label=label)
            for span in spans
        ]
        found = [person for person in found if person.start < person.end]
        people.extend(found)
        if is_guess:
            doubtful.extend(text[person.start : person.end] for person in found)
    return PersonList(tuple(people), tuple(doubtful))


def _entries(text: str) -> Iterator[Span]:
    """The parts of the text between the separators that always separate, without bullets."""
    start, depth = 0, 0
    for found in _HARD_SEPARATOR.finditer(text):
        character = found[0]
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(depth - 1, 0)
        elif depth == 0 or character in "\n\r" or ")" not in text[found.end() : found.end() + 200]:
            yield from _entry(text, start, found.start())
            start, depth = found.end(), 0
    yield from _entry(text, start, len(text))


def _entry(text: str, start: int, end: int) -> Iterator[Span]:
    """The part without what surrounds it; „1. Jan Novák 2. Eva Malá“ on one line is two."""
    counts = list(_COUNT.finditer(text, start, end))
    starts = [start]
    if [int(count[1]) for count in counts] == list(range(1, len(counts) + 1)):
        starts += [count.start() for count in counts[1:]]
    for first, last in pairwise((*starts, end)):
        trimmed = trim(text, first, last)
        if trimmed[0] < trimmed[1]:
            yield trimmed


def _split_entry(text: str, start: int, end: int) -> tuple[list[Span], bool]:
    """The spans of the persons of one entry, and whether they are a guess."""
    pieces = _pieces(text, start, end)
    spans = [pieces[0][1]]
    has_function = False
    for (_, before), (separator, piece) in pairwise(pieces):
        words = text[slice(*piece)].strip()
        opening = text[spans[-1][0] : min(before[1], spans[-1][0] + _LONGEST_OPENING)].strip()
        if separator == ",":
            begins = _begins_person(opening, words)
            has_function |= not begins and _is_function(words)
        else:
            left = text[slice(*before)].strip()
            begins = _is_joined_name(left, words) or (separator == "+" and _is_full_name(left))
        if begins:
            spans.append(piece)
        else:
            spans[-1] = (spans[-1][0], piece[1])
    return spans, has_function and len(spans) > 1


def _pieces(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The pieces between commas and „a“ outside parentheses, each with what stands before it."""
    pieces: list[tuple[str, Span]] = []
    depth, separator, position = 0, "", start
    is_balanced = text.count("(", start, end) == text.count(")", start, end)
    for found in _SOFT_SEPARATOR.finditer(text, start, end):
        if found[0] in "()":
            depth = max(depth + (1 if found[0] == "(" else -1), 0)
        elif depth == 0 or not is_balanced:
            if found.start() > position:
                pieces.append((separator, (position, found.start())))
            separator, position = found[0].strip(), found.end()
    pieces.append((separator, (position, end)))
    return pieces


def _begins_person(opening: str, words: str) -> bool:
    """Whether the words behind a comma are somebody else than the person of `opening`."""
    if not words or read_titles_behind(words, 0)[0] or not _is_function(words):
        return False
    if read_titles_before(words)[0] or person_words.name_words(words):
        return True
    if person_words.is_group_count(words) or _names_another(words):
        return True
    if words[0].isdigit():
        return False
    if person_words.name_words(opening):
        return opening.isupper() and words.isupper()
    return opening[:1].islower() == words[0].islower() or words[0].isupper()


def _names_another(words: str) -> bool:
    """„tajemnice Ing. Malá“, „za rodiče Petr Nový“ and „všichni ostatní“ are somebody else.

    „asistentka prof. Malého“ and „za město Podlesí“ are functions.
    """
    if not words[0].islower() or _OF_ANOTHER.match(words):
        return False
    if _OTHERS.match(words):
        return True
    if behalf := _ON_BEHALF.match(words):
        names = person_words.name_words(words[behalf.end() :])
        if len(names) > 1 and is_given(names[0]):
            return True
    gaps = islice(_GAP_BEFORE_TITLE.finditer(words), _MOST_GAPS)
    found = [read_titles_before(words, gap.end()) for gap in gaps]
    return any(titles and words[name : name + 1].isupper() for titles, name in found)


def _is_function(words: str) -> bool:
    """Whether the words are more than a legal form, a note or a date, which are never in doubt."""
    if person_words.is_group_count(words):
        return True
    return not (
        person_words.is_legal_form(words)
        or person_words.is_note(words)
        or _DATE.match(words) is not None
    )


def _is_full_name(words: str) -> bool:
    """Whether a name and a surname stand alone, without an organisation behind a dash."""
    return len(person_words.name_words(words)) > 1 and not _DASH.search(words)


def _is_joined_name(before: str, words: str) -> bool:
    """Whether „a“ joins two people: „Jan Novák a Eva Malá“, but not „Jan a Eva Novákovi“."""
    left, right = person_words.name_words(before), person_words.name_words(words)
    if not right:
        return False
    if read_titles_before(words)[0]:
        return True
    if left:
        return min(len(left), 2) == min(len(right), 2)
    # „…, člen rady a Eva Malá“, but not „odbor Kultury a Sportu Města“.
    return len(right) > 1 and is_given(right[0])
