"""The words of a command that changes a task: a new deadline, new assignees, a note."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from zapis.czech.deadlines import Deadline, read_deadline
from zapis.czech.folding import fold, similar
from zapis.czech.persons.words import is_legal_form
from zapis.czech.shortening import shorten
from zapis.czech.titles import read_titles_behind
from zapis.tasks.query.directory import build_directory
from zapis.tasks.query.offices import find_groups, find_holders
from zapis.tasks.query.people import KnownPerson
from zapis.tasks.tracker import NO_DEADLINE
from zapis.tasks.tracker_lines import NOBODY_WORDS
from zapis.tasks.tracker_words import print_deadline

DEADLINE_OPTION = "--termin"
ASSIGNEE_OPTION = "--kdo"

_TAKEN_AWAY = frozenset(("neurcen", "neurceno", "zrusit", "zrus", "bez terminu", "zadny"))
_NOBODY = frozenset((NOBODY_WORDS, "nikoho", "bez resitele", "neprideleno"))
_QUOTES = "„“”\"»«‚‘'"
_JOINT = " a "
_SHOWN = 60
_MOST_NAMED = 5

Value = TypeVar("Value")


class ChangeProblem(NamedTuple):
    """Why nothing was changed, in one Czech clause; `option` is the one whose value is wrong."""

    message: str
    cure: str
    option: str = ""


class Understood(NamedTuple, Generic[Value]):
    """What words mean, with what is to be said of them."""

    value: Value
    notices: tuple[str, ...] = ()
    problems: tuple[ChangeProblem, ...] = ()


def one_line(text: str) -> str:
    """The text as a line of the tracker can hold it: single spaces, no control characters."""
    plain = " ".join(text.split())
    return "".join(char for char in plain if unicodedata.category(char) not in ("Cc", "Cs"))


def understand_deadline(
    written: str, day: dt.date, next_meeting: dt.date | None = None
) -> Understood[Deadline]:
    """The deadline that is meant on a day, `NO_DEADLINE` where it is to be taken away.

    „do“ may be missing. Words without a day are a deadline too, as in minutes; days of no
    calendar and weekdays that do not fit are problems. „do příště“ is the day of the next meeting
    where that is known, and stays words where another body is meant.
    """
    words = one_line(written).strip(f"{_QUOTES} ")
    if fold(words) in _TAKEN_AWAY:
        return Understood(NO_DEADLINE)
    deadline = read_deadline(words, day)
    if deadline.is_words_only and not deadline.problem:
        with_preposition = read_deadline(f"do {words}", day)
        deadline = deadline if with_preposition.is_words_only else with_preposition
    if deadline.next_meeting and not (deadline.due or deadline.meeting_of):
        deadline = replace(deadline, due=next_meeting)
    if not any(char.isalpha() for char in words) and deadline.is_words_only:
        reason = deadline.problem or ("takový den není" if words else "nic v něm není")
    elif deadline.problem:
        reason = deadline.problem
    else:
        return Understood(deadline, tuple(_explain(words, deadline)))
    message = f"termínu „{shorten(words, _SHOWN)}“ nelze porozumět: {reason}"
    cure = f"{DEADLINE_OPTION} „20. 3. {day.year}“, „příští pátek“, nebo „neurčen“"
    return Understood(deadline, problems=(ChangeProblem(message, cure, DEADLINE_OPTION),))


def _explain(words: str, deadline: Deadline) -> Iterator[str]:
    shown = print_deadline(deadline)
    if deadline.is_words_only or (deadline.next_meeting and deadline.due is None):
        yield f"„{words}“ není den, termín zůstává slovy"
    elif deadline.due and shown.startswith("do ") and shown not in (words, f"do {words}"):
        yield f"„{words}“ = {shown}"


class PeopleNames:
    """Whom a command may name: people of all lists, and whoever has a task already."""

    __slots__ = ("_directory",)

    def __init__(self, people: Iterable[KnownPerson], assigned: Iterable[str] = ()) -> None:
        """`assigned` are the assignees of tasks, groups and offices among them."""
        self._directory = build_directory(people, assigned)

    def find(self, written: str) -> tuple[str, ...]:
        """Those whom the words name, in any case form, without diacritics too.

        A full name comes first, then a surname or an office by itself, then a function, which
        names somebody only where nobody else has it.
        """
        known = self._directory
        if found := known.find(written) or known.find_others(written):
            return found
        holders = find_holders(written, known)
        if len(holders) == 1:
            return holders
        groups = find_groups(written, known, longer=False)
        return groups if len(groups) == 1 else ()

    def near(self, written: str) -> str | None:
        """The name of the person whose name is written with a typing error."""
        names = {name: name for name in self._directory.names}
        names |= {name.split()[-1]: name for name in reversed(self._directory.names)}
        found = similar(written, names)
        return names[found] if found else None


def understand_assignees(
    written: Sequence[str], people: PeopleNames
) -> Understood[tuple[str, ...]]:
    """The full names of the people meant, each once; none where „nikdo“ stands.

    Whoever is not known stays as written.
    """
    names: list[str] = []
    notices: list[str] = []
    problems: list[ChangeProblem] = []
    pieces = [piece for text in written for piece in _split(one_line(text), people)]
    if pieces and all(fold(piece) in _NOBODY for piece in pieces):
        return Understood(())
    for piece in pieces:
        found = people.find(piece)
        if len(found) > 1:
            problems.append(_ambiguous(piece, found))
        elif not found:
            notices.append(_unknown(piece, people))
        elif found[0] != piece:
            notices.append(f"„{piece}“ = {found[0]}")
        names.append(found[0] if len(found) == 1 else piece)
    if not pieces or any(fold(piece) in _NOBODY for piece in pieces):
        message = "z řešitelů není jasné, kdo má úkol mít"
        cure = f"{ASSIGNEE_OPTION} „Jana Nováková“, nebo {ASSIGNEE_OPTION} {NOBODY_WORDS}"
        problems.append(ChangeProblem(message, cure, ASSIGNEE_OPTION))
    return Understood(tuple(dict.fromkeys(names)), tuple(notices), tuple(problems))


def _split(text: str, people: PeopleNames) -> Iterator[str]:
    """The names between commas; „Ph.D.“ and „z. s.“ belong to the name before them."""
    pieces: list[str] = []
    for part in text.replace(";", ",").split(","):
        piece = part.strip().removeprefix("@")
        is_suffix = is_legal_form(piece) or read_titles_behind(piece, 0)[1] == len(piece)
        if pieces and piece and is_suffix:
            pieces[-1] = f"{pieces[-1]}, {piece}"
        elif piece:
            pieces.append(piece)
    for piece in pieces:
        bare = piece.strip(f"{_QUOTES} ")
        joined = [part.strip().removeprefix("@") for part in bare.split(_JOINT)]
        if len(joined) > 1 and all(len(people.find(part)) == 1 for part in joined):
            yield from joined
        elif bare:
            yield bare


def _ambiguous(written: str, found: Sequence[str]) -> ChangeProblem:
    rest = f" a další ({len(found) - _MOST_NAMED})" if len(found) > _MOST_NAMED else ""
    named = ", ".join(found[:_MOST_NAMED])
    message = f"jménu „{shorten(written, _SHOWN)}“ odpovídá víc osob: {named}{rest}"
    cure = f"napište celé jméno: {ASSIGNEE_OPTION} „{found[0]}“"
    return ChangeProblem(message, cure, ASSIGNEE_OPTION)


def _unknown(written: str, people: PeopleNames) -> str:
    near = people.near(written)
    meant = f" (mysleli jste {near}?)" if near else ""
    return f"„{shorten(written, _SHOWN)}“ není mezi známými osobami, zapsáno, jak je{meant}"
