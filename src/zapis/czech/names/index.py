"""Find people known by name in a text, in whatever case form and spelling they are written."""

from collections.abc import Sequence
from types import MappingProxyType

from zapis.czech.folding import fold
from zapis.czech.names.given import is_given
from zapis.czech.names.matching import Reading, Token, read_alias, read_person, read_tokens
from zapis.czech.names.parts import MOST_WORDS, Name
from zapis.czech.titles import read_titles_before, read_titles_behind

_Match = tuple[int, tuple[int, ...]]


class NameIndex:
    """Known people by their names; what is found is their index in the sequence given.

    **Why** a class: building costs a few microseconds a name and the forms are made only for
    names that begin with the letter looked for.
    """

    __slots__ = ("_by_letter", "_longest", "_names")

    def __init__(self, names: Sequence[tuple[Name, Sequence[str]]]) -> None:
        """Each name comes with its aliases, which may be abbreviations, names or functions."""
        by_letter: dict[str, list[int]] = {}
        longest = 1
        for number, (name, aliases) in enumerate(names):
            words = [*name.given, *name.surname.replace("-", " ").split()]
            longest = max(longest, len(words), *(alias.count(" ") + 1 for alias in aliases))
            for letter in {fold(word[0]) for word in (*words, *aliases) if word}:
                by_letter.setdefault(letter, []).append(number)
        self._names = tuple((name, tuple(aliases)) for name, aliases in names)
        self._by_letter = MappingProxyType(by_letter)
        # A suffix and the word behind the name, which decides about a given name alone.
        self._longest = min(longest, MOST_WORDS) + 2

    def find(self, written: str) -> tuple[int, ...]:
        """The people whom the whole of `written` names best; several fit equally, () is nobody.

        The full name beats a surname or given name alone, an exact form beats an inflected one,
        and diacritics beat their absence.
        """
        _, start = read_titles_before(written)
        tokens = read_tokens(written, start, self._longest)
        if not tokens:
            return ()
        _, end = read_titles_behind(written, tokens[-1].end)
        if written[end:].strip(" .,;"):
            return ()
        readings = [pair for pair in self._readings(tokens) if pair[1].size == len(tokens)]
        return _best(readings)

    def match_at(self, text: str, position: int) -> _Match | None:
        """Where the longest known name that begins at `position` ends, and whom it names.

        Titles and courtesies before the name are skipped, titles behind it belong to it. A given
        name counts alone when only one person bears it and no other capitalised word follows:
        „@Jana Nováková“ is not Jan.
        """
        _, start = read_titles_before(text, position)
        tokens = read_tokens(text, start, self._longest)
        if not tokens:
            return None
        readings = [pair for pair in self._readings(tokens) if _may_end(pair[1], tokens)]
        longest = max((reading.size for _, reading in readings), default=0)
        readings = [pair for pair in readings if pair[1].size == longest]
        people = _best(readings)
        if not people or (len(people) > 1 and all(reading.given_only for _, reading in readings)):
            return None
        _, end = read_titles_behind(text, tokens[longest - 1].end)
        return end, people

    def _readings(self, tokens: Sequence[Token]) -> list[tuple[int, Reading]]:
        found: list[tuple[int, Reading]] = []
        for number in self._by_letter.get(tokens[0].folded[:1], ()):
            name, aliases = self._names[number]
            found.extend((number, reading) for reading in read_person(name, tokens))
            for alias in aliases:
                found.extend((number, reading) for reading in read_alias(alias, tokens))
        return found


def _best(readings: Sequence[tuple[int, Reading]]) -> tuple[int, ...]:
    """The people of the best readings, in order, each once."""
    best = min(((reading.level, reading.inexactness) for _, reading in readings), default=None)
    people = {
        number for number, reading in readings if (reading.level, reading.inexactness) == best
    }
    return tuple(sorted(people))


def _may_end(reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether the words behind do not show that the text means somebody else."""
    last = tokens[reading.size - 1]
    following = tokens[reading.size] if len(tokens) > reading.size else None
    if reading.given_only:
        is_other_name = reading.inexactness % 2 == 1 and is_given(last.word)
        return not is_other_name and not (following and following.is_capital)
    if reading.size > 1 or following is None or not following.is_capital:
        return True
    return not is_given(last.word) and not is_given(following.word)
