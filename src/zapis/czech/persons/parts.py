"""Read one person as people write one: titles, name, organisation, function, date, note."""

import re
from itertools import islice

from msgspec import Struct, field

import zapis.czech.persons.words as person_words
from zapis.czech.names.parts import PARTICLES, SUFFIXES
from zapis.czech.persons.bounds import (
    LABEL,
    closing_parenthesis,
    label_end,
    name_end,
    piece_end,
    trim,
)
from zapis.czech.titles import read_titles_before, read_titles_behind


class PersonText(Struct, frozen=True):
    """One person, group or function taken apart; `start` and `end` are offsets in its text.

    `organization` and `unit` stand in the order written, `note` holds when and how somebody was
    there or why not, `on` the words of the date behind „dne“.
    """

    name: str
    titles_before: tuple[str, ...] = ()
    titles_after: tuple[str, ...] = ()
    organization: str | None = None
    unit: str | None = None
    role: str | None = None
    note: str | None = None
    on: str | None = None
    start: int = 0
    end: int = 0

    @property
    def affiliation(self) -> str:
        """Organisation and unit as written: „Centrum Most – terén“, empty without any."""
        return " – ".join(part for part in (self.organization, self.unit) if part)


class _Parts(Struct):
    """What has been read of a person so far."""

    body: str
    dash_is_reason: bool
    names: list[str] = field(default_factory=list)
    titles_before: tuple[str, ...] = ()
    titles_after: list[str] = field(default_factory=list)
    affiliation: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    on: str | None = None


_DASH = re.compile(r"\s*[-–—](?:\s+|$)")
_INNER_DASH = re.compile(r"\s[-–—]\s")
_GAP = re.compile(r"[\s,]+")
_ON = re.compile(
    r"dne\s+(?P<words>[^\s,;()][^,;()]*)|(?P<date>\d{1,2}\.[^,;()]*\d{4}|\d{4}-\d\d-\d\d)$"
)
_NEXT_WORD = re.compile(r"\s+(\S)")
_MOST_NAMES = 12


def read_person(text: str, *, dash_is_reason: bool = False) -> PersonText:
    """Read one person: `[titles] Name Surname[, titles] [(organisation[ – unit])][, function]`.

    A spaced dash after the name introduces an organisation, with `dash_is_reason` (people
    excused) the reason. Whatever is not understood stays in the name, the function or the note:
    every word of the text is in some part. A label („Za město: Jan Novák“) becomes a note.
    """
    return read_person_at(text, 0, len(text), dash_is_reason=dash_is_reason)


def read_person_at(
    text: str, start: int, end: int, *, dash_is_reason: bool = False, label: str = ""
) -> PersonText:
    """Read the person written between two offsets; a label of the whole list is noted."""
    start, end = trim(text, start, end)
    parts = _Parts(text[start:end], dash_is_reason)
    if label:
        parts.notes.append(label)
    position = _read_name(parts, _read_label(parts))
    while position < len(parts.body):
        position = _read_next(parts, position)
    if not parts.names:
        return PersonText(parts.body, note=label or None, start=start, end=end)
    organization, unit = _divide("".join(parts.affiliation))
    return PersonText(
        "".join(parts.names),
        parts.titles_before,
        tuple(parts.titles_after),
        organization,
        unit,
        ", ".join(parts.roles) or None,
        ", ".join(parts.notes) or None,
        parts.on,
        start,
        end,
    )


def _read_label(parts: _Parts) -> int:
    end = label_end(parts.body, 0, len(parts.body))
    if end is None:
        return 0
    parts.notes.append(parts.body[:end].rstrip().removesuffix(":"))
    return end


def _read_name(parts: _Parts, start: int) -> int:
    """Read titles and name; returns where the rest begins."""
    body = parts.body
    parts.titles_before, start = read_titles_before(body, start)
    end = name_end(body, start)
    label = LABEL.match(body, start, end)
    if label:
        end = label.end(1)
    end = _cut_behind_words(body, start, end)
    name = body[start:end].strip()
    if name:
        parts.names.append(name)
    elif parts.titles_before:
        parts.names.append(" ".join(parts.titles_before))
        parts.titles_before = ()
    return end + 1 if label and end == label.end(1) else end


def _cut_behind_words(body: str, start: int, end: int) -> int:
    """Leave out titles, a function or a note written behind the name without a comma."""
    if not body[start : start + 1].isupper():
        return end
    for gap in islice(_NEXT_WORD.finditer(body, start, end), _MOST_NAMES):
        if read_titles_behind(body, gap.start())[0]:
            return gap.start()
        if gap[1].islower():
            rest = body[gap.start(1) : end]
            word = rest.split(None, 1)[0].rstrip(".")
            if word not in PARTICLES and word not in SUFFIXES:
                is_said = person_words.is_role(rest) or person_words.is_note(rest)
                return gap.start() if is_said else end
    return end


def _read_next(parts: _Parts, position: int) -> int:
    """Read the part that begins at `position`; returns where the next one begins, further on."""
    body = parts.body
    if body[position] == "(":
        return _read_parentheses(parts, position)
    titles, end = read_titles_behind(body, position)
    if titles:
        parts.titles_after.extend(titles)
        return end
    dash = _DASH.match(body, position)
    if dash:
        return _read_dash(parts, dash.end())
    gap = _GAP.match(body, position)
    start = gap.end() if gap else position
    if start > position and body[start : start + 1] in ("", "(", "-", "–", "—"):
        return start
    end = piece_end(body, start)
    _place(parts, body[start:end].strip())
    return end


def _read_dash(parts: _Parts, position: int) -> int:
    """An organisation, or everything up to the end as the reason."""
    body = parts.body
    end = len(body) if parts.dash_is_reason else piece_end(body, position)
    piece = body[position:end].strip()
    if not piece:
        return end
    if parts.dash_is_reason or person_words.is_note(piece):
        parts.notes.append(piece)
    elif piece[0].islower() and person_words.is_role(piece):
        parts.roles.append(piece)
    else:
        _affiliate(parts, piece)
    return end


def _read_parentheses(parts: _Parts, position: int) -> int:
    """An organisation with its unit, a function, notes, or an organisation and then notes."""
    end = closing_parenthesis(parts.body, position)
    pieces = [piece.strip() for piece in parts.body[position + 1 : end].split(",")]
    notes: list[str] = []
    while pieces and person_words.is_note(pieces[-1]):
        notes.append(pieces.pop())
    rest = ", ".join(pieces)
    if rest[:1].islower() and person_words.is_role(rest):
        parts.roles.append(rest)
    elif rest and not _read_date(parts, rest):
        _affiliate(parts, rest)
    parts.notes.extend(reversed(notes))
    return min(end + 1, len(parts.body))


def _place(parts: _Parts, piece: str) -> None:
    """Put a part that stands behind a comma where it belongs; the rest is a function."""
    if not piece or _read_date(parts, piece):
        return
    if person_words.is_note(piece):
        parts.notes.append(piece)
    elif person_words.is_legal_form(piece):
        # Behind its own comma it belongs to the organisation, which may be the name itself.
        (parts.affiliation or parts.names).extend((", ", piece))
    elif piece.rstrip(".") in SUFFIXES and not parts.roles:
        parts.titles_after.append(piece)
    elif piece[0].isupper() and not parts.affiliation and person_words.is_organization(piece):
        _affiliate(parts, piece)
    else:
        parts.roles.append(piece)


def _affiliate(parts: _Parts, piece: str) -> None:
    """Add an organisation, or a unit of the one that is known."""
    parts.affiliation.extend((" – ", piece) if parts.affiliation else (piece,))


def _read_date(parts: _Parts, piece: str) -> bool:
    """„dne 23. 3. 2026“, or a date alone."""
    found = _ON.match(piece) if parts.on is None else None
    if found is None or found.end() != len(piece):
        return False
    parts.on = (found["words"] or found["date"]).strip()
    return True


def _divide(affiliation: str) -> tuple[str | None, str | None]:
    """Organisation and unit at the first spaced dash."""
    dash = _INNER_DASH.search(affiliation)
    if dash is None:
        return affiliation or None, None
    return affiliation[: dash.start()].strip(), affiliation[dash.end() :].strip() or None
