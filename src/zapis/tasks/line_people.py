"""Read assignees in a task line: one name behind `@`, or a list of names behind a label."""

import re

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.titles import read_titles_before, read_titles_behind
from zapis.tasks.line_mask import HIDDEN, UPPER
from zapis.tasks.line_syntax import AssigneeSyntax, KnownPeople

_CLOSING = {"„": '“”"', "“": "”“", "”": "”", '"': '"“”', "'": "'", "‚": "‘'", "‘": "’‘"}
_CLOSING |= {"»": "«", "«": "»", "›": "‹", "‹": "›"}
_LONGEST_QUOTE = 200
_CAPITAL_WORD = re.compile(r"[^\W\d_](?:\w|[’'‑-](?=\w))*")
_INITIAL = re.compile(r"[^\W\d_]\.(?=[ \u00a0]?[^\W\d_])")
_LOWER_WORD = re.compile(r"\w(?:\w|[’'‑./-](?=\w))*")
_JOINER = re.compile(r"\s*(?:[,;/+&]|(?<=\s)(?:a|i)(?=\s))\s*")
_PIECE = re.compile(rf"[^,;/+\n{HIDDEN}]+")
_AND = re.compile(r"\s(?:a|i|[–—-])\s|\s\(")
_SENTENCE_END = re.compile(rf"(?<=\w\w\w\w)[.!?](?=\s+[{UPPER}])")
_REDACTED = re.compile(r"\[([^\[\]\n]{1,200})\]\{ ?\.skr[yý]t ?\}")
_INSIDE_ADDRESS = frozenset("@._%+-")
_MOST_WORDS = 4
_AT = re.compile(r"@[ \t]*")


class PeopleReading(Struct, frozen=True):
    """The assignees of a list and the offset behind the last of them."""

    assignees: tuple[AssigneeSyntax, ...]
    end: int


def find_ats(text: str) -> tuple[int, ...]:
    """The offsets of every `@` at the start of a word; those of e-mail addresses are not."""
    found: list[int] = []
    position = text.find("@")
    while position >= 0:
        before, behind = text[position - 1 : position], text[position + 1 : position + 2]
        if not before.isalnum() and before not in _INSIDE_ADDRESS and behind != "@":
            found.append(position)
        position = text.find("@", position + 1)
    return tuple(found)


def read_at(text: str, at: int, people: KnownPeople) -> AssigneeSyntax | None:
    """The assignee behind the `@` at `at`; None where there is no name."""
    quoted = _read_quoted(text, at + 1, people)
    if quoted:
        return replace(quoted, start=at)
    start = at + 1
    if not text[start : start + 1].isalpha():
        return None
    if known := people.match_at(text, start):
        end, indexes = known
        return AssigneeSyntax(text[start:end], indexes, False, at, end)
    return replace(_read_unknown(text, start, people), start=at)


def read_people(text: str, start: int, limit: int, people: KnownPeople) -> PeopleReading:
    """The assignees of a list that begins at `start` and ends before `limit` at the latest.

    Names are joined by `, ; / +` or „a“; a known name that holds one of those is one name. The
    list ends where something follows that is no further name.
    """
    assignees: list[AssigneeSyntax] = []
    position = end = _skip_spaces(text, start, limit)
    while position < limit:
        found = _read_listed(text, position, limit, people)
        if found is None:
            break
        assignees.append(found)
        end = found.end
        joiner = _JOINER.match(text, end, limit)
        if joiner is None or (joiner[0].strip() == ";" and not _begins_name(text, joiner.end())):
            break
        position = joiner.end()
    return PeopleReading(tuple(assignees), end)


def _read_listed(text: str, start: int, limit: int, people: KnownPeople) -> AssigneeSyntax | None:
    sign = _AT.match(text, start, limit)
    first = sign.end() if sign else start
    quoted = _read_quoted(text, first, people)
    if quoted and quoted.end <= limit:
        return replace(quoted, start=start)
    piece = _read_piece(text, start, first, limit, people)
    known = people.match_at(text, first)
    if known is None or known[0] > limit or (piece and piece.people and piece.end > known[0]):
        return piece
    if _is_capital(text, known[0] + 1) and piece and piece.end > known[0]:
        return piece
    return AssigneeSyntax(text[first : known[0]], known[1], False, start, known[0])


def _read_piece(
    text: str, start: int, first: int, limit: int, people: KnownPeople
) -> AssigneeSyntax | None:
    """The words up to the next joiner or the end of the sentence, titles and all."""
    _, name = read_titles_before(text, first)
    found = _PIECE.match(text, min(name, limit), limit)
    if found is None:
        return None
    end = found.end()
    for pattern in (_AND, _SENTENCE_END):
        if cut := pattern.search(text, found.start(), end):
            end = cut.start()
    end = found.start() + len(text[found.start() : end].rstrip(" .\t\n\u00a0"))
    if end <= found.start():
        return None
    _, behind = read_titles_behind(text, end)
    if end < behind <= limit:
        end = behind
    words = text[found.start() : end]
    is_free = not words[0].isupper()
    return AssigneeSyntax(words, people.find(words), is_free, start, end)


def _read_quoted(text: str, start: int, people: KnownPeople) -> AssigneeSyntax | None:
    if redacted := _REDACTED.match(text, start):
        words = redacted[1].strip()
        return AssigneeSyntax(words, people.find(words), False, start, redacted.end())
    closing = _CLOSING.get(text[start : start + 1])
    if closing is None:
        return None
    for end in range(start + 1, min(len(text), start + _LONGEST_QUOTE)):
        if text[end] in closing:
            words = text[start + 1 : end].strip()
            if not words:
                return None
            return AssigneeSyntax(words, people.find(words), True, start, end + 1)
        if text[end] == "\n":
            return None
    return None


def _read_unknown(text: str, start: int, people: KnownPeople) -> AssigneeSyntax:
    """Capitalised words with their titles, or one lower-case word."""
    _, first = read_titles_before(text, start)
    if not text[first : first + 1].isalpha() or "\n" in text[start:first]:
        first = start
    if not text[first].isupper():
        found = _LOWER_WORD.match(text, first)
        end = found.end() if found else first + 1
        words = text[first:end]
        return AssigneeSyntax(words, people.find(words), True, start, end)
    end = _end_of_capitals(text, first)
    words = text[first:end]
    _, end = read_titles_behind(text, end)
    return AssigneeSyntax(words, people.find(words), False, start, end)


def _end_of_capitals(text: str, start: int) -> int:
    position = end = start
    for _ in range(_MOST_WORDS):
        found = _INITIAL.match(text, position) or _CAPITAL_WORD.match(text, position)
        if found is None or not found[0][0].isupper():
            break
        end = found.end()
        if text[end : end + 1] not in (" ", "\u00a0"):
            if found[0].endswith("."):
                position = end
                continue
            break
        position = end + 1
    return end


def _skip_spaces(text: str, start: int, limit: int) -> int:
    while start < limit and text[start].isspace():
        start += 1
    return start


def _begins_name(text: str, start: int) -> bool:
    return _is_capital(text, start) or text[start : start + 1] == "@"


def _is_capital(text: str, position: int) -> bool:
    return text[position : position + 1].isupper()
