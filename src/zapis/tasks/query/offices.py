"""People and assignees by what they are rather than by name: functions, groups, offices."""

from collections.abc import Iterable

from zapis.czech.folding import fold
from zapis.czech.names.matching import read_alias, read_tokens
from zapis.czech.titles import read_titles_before
from zapis.tasks.query.directory import Directory
from zapis.tasks.query.stems import are_same, folded_words, has_all, opens

_LONGEST_FUNCTION = 10


def find_holders(words: str, directory: Directory) -> tuple[str, ...]:
    """The names of all who have a function that begins with the words, in any case form."""
    _, start = read_titles_before(words)
    tokens = read_tokens(words, start, _LONGEST_FUNCTION)
    if not tokens or words[tokens[-1].end :].strip(" .,;"):
        return ()
    functions = dict.fromkeys(own for person in directory.people for own in person.functions)
    size = len(tokens)
    fitting = {
        function
        for function in functions
        if fold(function[:1]) == tokens[0].folded[:1]
        and any(
            reading.size == size
            for reading in read_alias(" ".join(function.split()[:size]), tokens)
        )
    }
    return tuple(
        person.name for person in directory.people if not fitting.isdisjoint(person.functions)
    )


def find_groups(words: str, directory: Directory, *, longer: bool) -> tuple[str, ...]:
    """Groups and offices that are called so, with `longer` also those whose words go on.

    Else one word has to be the same: „Nováčkové“ is a person, not the group „nováčci“.
    """
    wanted, folded = folded_words(words), fold(words)
    fits = opens if longer else are_same
    wanted = wanted if longer or len(wanted) > 1 else ()
    return tuple(
        other
        for other in directory.others
        if fold(other) == folded
        or (wanted and is_group(other) and fits(wanted, folded_words(other)))
    )


def find_remote(words: str, directory: Directory) -> tuple[str, ...]:
    """Assignees that have all the words somewhere, a last resort."""
    wanted = folded_words(words)
    return tuple(
        name for name in _assigned(directory) if wanted and has_all(wanted, folded_words(name))
    )


def is_group(name: str) -> bool:
    """Whether words that are no full name can be no surname either."""
    return " " in name or not name[:1].isupper()


def _assigned(directory: Directory) -> Iterable[str]:
    return (name for name in (*directory.others, *directory.names) if name in directory.assignees)
