"""Find deadlines in sentences and read the content of deadline fields."""

from datetime import date

from msgspec.structs import replace

from zapis.czech.deadlines.dates import read_date_end, read_day_of_month
from zapis.czech.deadlines.durations import read_duration_end
from zapis.czech.deadlines.ends import (
    read_feast_end,
    read_period_end,
    read_weekday_end,
)
from zapis.czech.deadlines.fields import FIELD_RULES, read_field_date, read_field_weekday
from zapis.czech.deadlines.openings import DEADLINE_START
from zapis.czech.deadlines.ranges import (
    read_around,
    read_coming_period,
    read_dates_range,
    read_named_quarter,
    read_part_of_period,
    read_period_range,
)
from zapis.czech.deadlines.starts import read_start
from zapis.czech.deadlines.types import Deadline, DeadlineMatch, Reading, Rule, Sentence, recurring
from zapis.czech.deadlines.words import read_next_meeting, read_recurring, read_urgency
from zapis.czech.phrases import fold_in_place, phrase

# Of two readings of one length the earlier rule wins.
_RULES: tuple[Rule, ...] = (
    read_feast_end,
    read_date_end,
    read_weekday_end,
    read_day_of_month,
    read_duration_end,
    read_period_end,
    read_start,
    read_dates_range,
    read_period_range,
    read_named_quarter,
    read_coming_period,
    read_part_of_period,
    read_around,
    read_next_meeting,
    read_recurring,
    read_urgency,
)
_AT_LATEST: tuple[Rule, ...] = (*_RULES, read_field_date, read_field_weekday)
_FIELD: tuple[Rule, ...] = (*_RULES, *FIELD_RULES)

_BEFORE = phrase(
    r"(?:(?P<latest>(?:nejpozdeji|nejdele))|(?P<always>vzdy)"
    r"|(?P<roughly>(?:asi|cca\.?|zhruba|priblizne|orientacne|pravdepodobne|predbezne))) "
)
_EVERY = phrase(
    r",? (?:kazde(?:ho|m) ro[kc][ue]|kazdy rok|kazdorocne|kazdeho mesice|kazdy mesic)(?!\w)"
)
_LASTING = phrase(r"(?:prubezne|trvale|(?:i )?nadale|nepretrzite) ")
_SPACE = phrase(r" ")
_FIELD_OPENING = phrase(r"(?:(?:termin|do kdy|t):_|(?:termin|nejlepe|idealne|pokud mozno|ve?) )")
_FIELD_END = phrase(r"_[.,;]?_$")
_REMARK = phrase(r"_[,;(]_")

# A leap year far before every meeting: from here each day and month still lies ahead.
_UNKNOWN_MEETING = date(1600, 1, 1)


def find_deadlines(text: str, meeting_date: date | None) -> tuple[DeadlineMatch, ...]:
    """The deadlines in a sentence, left to right, not overlapping, each as long as possible.

    Only words that count in a sentence are read: „za rok 2025“ or „dne 25. 6. 2026“ are not.
    Without a meeting date everything but „nadále“ and „do příště“ stays words.
    """
    sentence = Sentence(text, fold_in_place(text), meeting_date or _UNKNOWN_MEETING)
    found: list[DeadlineMatch] = []
    pos = 0
    while candidate := DEADLINE_START.search(sentence.folded, pos):
        start = candidate.start()
        reading = _read_at(sentence, start)
        if reading is None:
            pos = candidate.end()
            continue
        deadline = _with_words(reading.deadline, text[start : reading.end], meeting_date)
        found.append(DeadlineMatch(start, reading.end, deadline))
        pos = reading.end
    return tuple(found)


def read_deadline(words: str, meeting_date: date | None) -> Deadline:
    """The content of a deadline field, where a bare „březen“ or „20. 3.“ counts as well.

    The whole must be a deadline, or begin with one and go on with a remark, or hold one that
    counts in a sentence; of several the last one with a day counts. Anything else stays words.
    """
    words = words.strip()
    meeting = meeting_date or _UNKNOWN_MEETING
    sentence = Sentence(words, fold_in_place(words), meeting, is_field=True)
    reading = _read_opening(sentence)
    if reading and _FIELD_END.match(sentence.folded, reading.end):
        return _with_words(reading.deadline, words, meeting_date)
    inside = find_deadlines(words, meeting_date)
    if reading and _goes_on_with_remark(sentence, reading.end, inside):
        return _with_words(reading.deadline, words, meeting_date)
    found = [match.deadline for match in inside]
    last = [deadline for deadline in found if deadline.due] or found
    return replace(last[-1], words=words) if last else Deadline(words)


def _read_opening(sentence: Sentence) -> Reading | None:
    """The longest reading at the beginning of a field, with or without „termín“ or „v“."""
    opening = _FIELD_OPENING.match(sentence.folded)
    readings = (
        reading
        for start in (0, opening.end() if opening else 0)
        for reading in (_read_at(sentence, start), _best(FIELD_RULES, sentence, start))
        if reading
    )
    return max(readings, key=lambda reading: reading.end, default=None)


def _goes_on_with_remark(
    sentence: Sentence, end: int, deadlines: tuple[DeadlineMatch, ...]
) -> bool:
    """Whether a bracket follows, or a comma and words that name no other day."""
    remark = _REMARK.match(sentence.folded, end)
    if remark is None:
        return False
    rest = sentence.folded[remark.end() :]
    return "(" in remark[0] or not (
        any(letter.isdigit() for letter in rest)
        or any(deadline.start >= end for deadline in deadlines)
        or _best(FIELD_RULES, sentence, remark.end())
    )


def _read_at(sentence: Sentence, pos: int) -> Reading | None:
    """The longest reading at `pos`, with the words before and behind that change its meaning."""
    reading = _best(_RULES, sentence, pos)
    if before := _BEFORE.match(sentence.folded, pos):
        rules = _FIELD if sentence.is_field else _AT_LATEST if before["latest"] else _RULES
        reading = reading or _best(rules, sentence, before.end())
        if reading and before["roughly"]:
            reading = reading.changed(approximate=True)
        if reading and before["always"]:
            reading = recurring(reading.end)
    if reading is None:
        return None
    if every := _EVERY.match(sentence.folded, reading.end):
        return recurring(every.end())
    return _joined(sentence, pos, reading) if reading.deadline.recurring else reading


def _joined(sentence: Sentence, pos: int, reading: Reading) -> Reading:
    """„měsíčně do 15. dne“ repeats; „průběžně do 31. 12.“ lasts until that day."""
    space = _SPACE.match(sentence.folded, reading.end)
    further = _best(_RULES, sentence, space.end()) if space else None
    if further is None:
        return reading
    if _LASTING.match(sentence.folded, pos):
        return Reading(further.end, replace(further.deadline, recurring=True))
    return recurring(further.end)


def _best(rules: tuple[Rule, ...], sentence: Sentence, pos: int) -> Reading | None:
    """The longest of the rules' readings."""
    longest: Reading | None = None
    for rule in rules:
        try:
            reading = rule(sentence, pos)
        except (ValueError, OverflowError):
            # The calendar ends with the year 9999; what lies behind it is not computed.
            continue
        if reading and (longest is None or reading.end > longest.end):
            longest = reading
    return longest


def _with_words(deadline: Deadline, words: str, meeting_date: date | None) -> Deadline:
    if meeting_date:
        return replace(deadline, words=words)
    known = deadline.year_written or deadline.due is None
    problem = deadline.problem if known else None
    return replace(deadline, words=words, starts=None, due=None, approximate=False, problem=problem)
