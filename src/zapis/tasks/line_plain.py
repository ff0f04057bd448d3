"""Plain words of fields that hold code, links, escaped characters, emphasis or line ends."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from zapis.czech.deadlines import DeadlineMatch
from zapis.tasks.line_mask import HIDDEN, MaskedLine
from zapis.tasks.line_syntax import AssigneeSyntax, Token

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_CODE = re.compile(r"`+([^`]*)`+")
_COMMENT = re.compile(r"<!--[^-]*-->")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def with_plain_words(raw: str, line: MaskedLine, tokens: Iterable[Token]) -> Iterator[Token]:
    """The fields with the words of the text as a reader sees them, on single spaces.

    **Why:** the grammar reads spaces instead of marks and signs instead of what is literal.
    """
    for token in tokens:
        people = tuple(_plain_assignee(raw, line, assignee) for assignee in token.assignees)
        deadline = _plain_deadline(raw, line, token.deadline)
        is_same = people == token.assignees and deadline is token.deadline
        yield token if is_same else replace(token, assignees=people, deadline=deadline)


def _plain_assignee(raw: str, line: MaskedLine, assignee: AssigneeSyntax) -> AssigneeSyntax:
    if HIDDEN not in assignee.words:
        return assignee
    start = line.text.find(assignee.words, assignee.start)
    return replace(assignee, words=_plain(raw, line, start, start + len(assignee.words)))


def _plain_deadline(
    raw: str, line: MaskedLine, match: DeadlineMatch | None
) -> DeadlineMatch | None:
    if match is None:
        return None
    words = match.deadline.words
    is_plain = HIDDEN not in words
    plain = " ".join(words.split()) if is_plain else _plain(raw, line, match.start, match.end)
    if plain == words:
        return match
    return replace(match, deadline=replace(match.deadline, words=plain))


def _plain(raw: str, line: MaskedLine, start: int, end: int) -> str:
    pairs = zip(line.text[start:end], raw[start:end], strict=True)
    words = "".join(own if sign == HIDDEN else sign for sign, own in pairs)
    words = _COMMENT.sub("", _CODE.sub(r"\1", _LINK.sub(r"\1", words)))
    return " ".join(_ESCAPED.sub(r"\1", words).split())
