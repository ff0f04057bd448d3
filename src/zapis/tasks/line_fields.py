"""Find the fields of a task line: names behind `@`, labels, deadlines, and parentheses of them."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from zapis.czech.deadlines import Deadline, DeadlineMatch, find_deadlines, read_deadline
from zapis.tasks.line_mask import UPPER, MaskedLine, hide, mask_line
from zapis.tasks.line_people import find_ats, read_at, read_people
from zapis.tasks.line_plain import with_plain_words
from zapis.tasks.line_syntax import (
    AssigneeSyntax,
    KnownPeople,
    Mode,
    Problem,
    ProblemKind,
    Range,
    Token,
)

_PEOPLE_LABEL = (
    r"zodpovíd[áa]j?í?|odpovíd[áa]j?í?|(?:zod|od)pověd(?:ný|ná|ní|n[áa] osoba)"
    r"|zodp\.?(?: osoba)?|odp\.|řešitel(?:ka|é|ky)?|kdo|(?-i:Z)\.?"
)
_DEADLINE_LABEL = r"termín(?: splnění)?|do kdy|(?-i:T)\.?"
# „…, zodp. Malá“, „(zodpovídá pí Malá)“; in a sentence („za to zodpovídá Malá“) it is no label.
_WITHOUT_COLON = (
    r"(?:(?<=[,;.–—-]\s)|(?<=\())(?:zodp\.|zodpovíd(?:á|ají))"
    rf"(?=\s(?:p\.|pí\b|paní?\b|(?-i:[{UPPER}])))"
)
_LABEL = re.compile(
    rf"(?<!\w)(?:(?P<people>{_PEOPLE_LABEL})|(?P<deadline>{_DEADLINE_LABEL}))[ \u00a0]?:"
    rf"|{_WITHOUT_COLON}",
    re.IGNORECASE,
)
_CHOSEN = re.compile(r"\[([^\[\]\n]{1,200})\]\{ ?\.term[ií]n ?\}")
_SENTENCE_END = re.compile(rf"(?:(?<=\w\w\w\w)\.|(?<=[0-9]\.)|[!?])\s+(?=[{UPPER}])")
_LONGEST_BARE = 60
_BEFORE_BARE = " \t\u00a0,(–-"
_SEPARATORS = frozenset(" \t\n\u00a0,;.:")


class LineFields(Struct, frozen=True):
    """The fields of a line: `tokens` by their beginnings, parentheses before what they hold.

    `line` is what they were found in; `problems` is every `@` without a name.
    """

    line: MaskedLine
    tokens: tuple[Token, ...]
    problems: tuple[Problem, ...]

    @property
    def assignees(self) -> tuple[AssigneeSyntax, ...]:
        """The assignees in the order of the text."""
        return tuple(assignee for token in self.tokens for assignee in token.assignees)


def find_fields(
    text: str, people: KnownPeople, date: dt.date | None, mode: Mode = Mode.MINUTES
) -> LineFields:
    """All that looks like a field; `date` is the day from which deadlines are understood."""
    line = mask_line(text)
    reader = _Reader(line.text, _pair_parentheses(line.text), people, date)
    tokens = [*reader.chosen(), *reader.labelled()]
    tokens += reader.named(_ranges(tokens))
    tokens += reader.plain(_ranges(tokens), mode)
    tokens += reader.bare(tokens)
    tokens += reader.groups(tokens)
    tokens.sort(key=lambda token: (token.start, -token.end))
    tokens = list(with_plain_words(text, line, tokens))
    return LineFields(line, tuple(tokens), tuple(_find_problems(line.text, tokens)))


class _Reader(Struct, frozen=True):
    text: str
    pairs: Mapping[int, int]
    people: KnownPeople
    date: dt.date | None

    def chosen(self) -> Iterator[Token]:
        """`[do příště]{.termin}`: the deadline that is meant."""
        for found in _CHOSEN.finditer(self.text):
            deadline = read_deadline(found[1], self.date)
            match = DeadlineMatch(found.start(1), found.end(1), deadline)
            yield Token(found.start(), found.end(), False, (), match, is_chosen=True)

    def labelled(self) -> Iterator[Token]:
        """`zodpovídá: Jana Malá`, `T: 20. 4.`."""
        if ":" not in self.text and "zod" not in self.text.lower():
            return
        labels = list(_LABEL.finditer(self.text))
        ends = [label.start() for label in labels[1:]] + [len(self.text)]
        for label, following in zip(labels, ends, strict=False):
            limit = _end_of_value(self.text, label.end(), following, self.pairs)
            read = self._deadline if label["deadline"] else self._people
            token = read(label, limit)
            if token:
                yield token

    def _people(self, label: re.Match[str], limit: int) -> Token | None:
        inside = find_deadlines(self.text[label.end() : limit], self.date)
        end = label.end() + inside[0].start if inside else limit
        read = read_people(self.text, label.end(), end, self.people)
        return Token(label.start(), read.end, True, read.assignees) if read.assignees else None

    def _deadline(self, label: re.Match[str], limit: int) -> Token | None:
        semicolon = self.text.find(";", label.end(), limit)
        start, end = _strip(self.text, label.end(), limit if semicolon < 0 else semicolon)
        if cut := _SENTENCE_END.search(self.text, start, end):
            end = _strip(self.text, start, cut.start())[1]
        if start >= end:
            return None
        deadline = read_deadline(self.text[start:end], self.date)
        return Token(label.start(), end, True, (), DeadlineMatch(start, end, deadline))

    def named(self, taken: Iterable[Range]) -> Iterator[Token]:
        """`@Eva Horáková` outside labels."""
        end = 0
        for at in find_ats(hide(self.text, taken)):
            assignee = read_at(self.text, at, self.people) if at >= end else None
            if assignee:
                end = assignee.end
                # A redacted name stays where its mark is.
                yield Token(at, end, not self.text.endswith("}", at, end), (assignee,))

    def plain(self, taken: Iterable[Range], mode: Mode) -> Iterator[Token]:
        """Deadlines in the sentence; in the tracker a full date alone may be the tail."""
        for match in find_deadlines(hide(self.text, taken), self.date):
            is_tail = mode is Mode.TRACKER and match.deadline.year_written
            yield Token(match.start, match.end, is_tail, (), match)

    def bare(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """A date alone between the last name and the end of the line."""
        tokens = tuple(tokens)
        last = max((token.end for token in tokens if token.assignees), default=None)
        if last is None or any(token.start >= last for token in tokens):
            return
        start, end = last, len(self.text) - self.text.endswith(")")
        while start < end and self.text[start] in _BEFORE_BARE:
            start += 1
        end = _strip(self.text, start, end)[1]
        if not start < end <= start + _LONGEST_BARE:
            return
        deadline = read_deadline(self.text[start:end], self.date)
        if not deadline.is_words_only or deadline.problem:
            yield Token(start, end, False, (), DeadlineMatch(start, end, deadline))

    def groups(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Parentheses that hold nothing but fields."""
        by_start = {token.start: token for token in tokens}
        for opening, closing in self.pairs.items():
            position = _skip_separators(self.text, opening + 1, closing)
            is_filled = False
            while token := by_start.get(position):
                is_filled = True
                position = _skip_separators(self.text, token.end, closing)
            if is_filled and position == closing:
                yield Token(opening, closing + 1, opens_tail=True, is_group=True)


def _find_problems(text: str, tokens: Iterable[Token]) -> Iterator[Problem]:
    for at in find_ats(hide(text, _ranges(token for token in tokens if token.assignees))):
        yield Problem(ProblemKind.EMPTY_ASSIGNEE, at, at + 1, "@")


def _ranges(tokens: Iterable[Token]) -> tuple[Range, ...]:
    return tuple((token.start, token.end) for token in tokens)


def problem_of(match: DeadlineMatch) -> Problem:
    """What is wrong with the day of a deadline: it does not exist, or is no such weekday."""
    deadline = match.deadline
    kind = ProblemKind.WRONG_WEEKDAY if deadline.due else ProblemKind.INVALID_DEADLINE
    return Problem(kind, match.start, match.end, deadline.words, deadline.problem or "")


def same_deadline(first: Deadline, second: Deadline) -> bool:
    """Whether two deadlines mean the same, however they are worded."""
    return _meaning(first) == _meaning(second)


def _meaning(deadline: Deadline) -> tuple[object, ...]:
    if deadline.is_words_only:
        return (" ".join(deadline.words.lower().split()),)
    days = deadline.starts if deadline.starts != deadline.due else None, deadline.due
    return (*days, deadline.recurring, deadline.next_meeting, deadline.time)


def _pair_parentheses(text: str) -> Mapping[int, int]:
    pairs: dict[int, int] = {}
    if "(" not in text:
        return pairs
    waiting: list[int] = []
    for found in re.finditer(r"[()]", text):
        if found[0] == "(":
            waiting.append(found.start())
        elif waiting:
            pairs[waiting.pop()] = found.start()
    return pairs


def _end_of_value(text: str, start: int, following: int, pairs: Mapping[int, int]) -> int:
    """Where the value of a label ends: at the next label, a closing parenthesis or a line end."""
    line_end = text.find("\n", start, following)
    limit = following if line_end < 0 else line_end
    position = start
    while position < limit:
        if text[position] == ")":
            return position
        if text[position] == "(" and position in pairs:
            position = pairs[position]
        position += 1
    return limit


def _strip(text: str, start: int, end: int) -> Range:
    """Without spaces and separators around, but with the period of „20. 4.“."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;("):
        end -= 1
    if end > start and text[end - 1] == "." and not _ends_with_short_date(text, end):
        end -= 1
    return start, end


def _ends_with_short_date(text: str, end: int) -> bool:
    return bool(re.search(r"(?<![0-9])[0-9]{1,2}\.$", text[max(0, end - 4) : end]))


def _skip_separators(text: str, position: int, end: int) -> int:
    while position < end and text[position] in _SEPARATORS:
        position += 1
    return position
