"""Which meeting is which in the tracker, when ids, dates or file names have changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from zapis.tasks.meetings import MeetingTasks, ReviewFacts
from zapis.tasks.memory import Memory
from zapis.tasks.standing import Standing
from zapis.tasks.tracker import GONE_SECTION


class _Claim(NamedTuple):
    """That a meeting may be the one known by an id; the smallest claim wins."""

    shared: int
    other_id: bool
    other_path: bool
    meeting: str
    known_id: str


def known_ids(
    meetings: Sequence[MeetingTasks],
    standing: Mapping[str, Sequence[Standing]],
    memory: Memory,
) -> Mapping[str, str]:
    """The id by which the tracker knows each meeting, by path; its own id if it knows none.

    A meeting is found again by id and path; by its path when the id has changed, as when a date
    was corrected; by its tasks when the file was renamed and the id came from its name. Words are
    those that zapis wrote last, where `memory` has them.
    """
    found: dict[str, str] = {}
    rest: list[MeetingTasks] = []
    free = set(standing)
    for meeting in meetings:
        if meeting.id in free and meeting.path in _paths(standing[meeting.id]):
            found[meeting.path] = meeting.id
            free.discard(meeting.id)
        else:
            rest.append(meeting)
    if rest and free:
        left = {known_id: standing[known_id] for known_id in free}
        found |= _by_claims(rest, left, memory)
    return {meeting.path: found.get(meeting.path, meeting.id) for meeting in meetings}


def is_set_by(entry: Standing, meeting: MeetingTasks) -> bool:
    """Whether an entry says that it was set in the file of a meeting."""
    return entry.setting is not None and entry.setting.path == meeting.path


def pinned_number(review: ReviewFacts, known_id: str) -> int | None:
    """The number of a task under review, if its meeting is known by this id."""
    meeting, _, number = review.target.rpartition("/")
    return int(number) if meeting.lower() == known_id.lower() else None


def _by_claims(
    meetings: Iterable[MeetingTasks],
    standing: Mapping[str, Sequence[Standing]],
    memory: Memory,
) -> dict[str, str]:
    by_path: dict[str, set[str]] = {}
    for known_id, entries in standing.items():
        for path in _paths(entries):
            by_path.setdefault(path, set()).add(known_id)
    by_sentence = _by_sentence(standing, memory)
    claims: list[_Claim] = []
    for meeting in meetings:
        shared: Counter[str] = Counter()
        for sentence, times in Counter(task.sentence for task in meeting.tasks).items():
            for known_id, known in by_sentence.get(sentence, Counter()).items():
                shared[known_id] += min(times, known)
        for known_id in by_path.get(meeting.path, ()):
            shared[known_id] += _count_pinned(meeting, known_id, standing[known_id])
        near = set(shared) | ({meeting.id} if meeting.id in standing else set())
        for known_id in near:
            claim = _claim(meeting, known_id, shared[known_id], by_path)
            if _is_likely(claim, meeting, standing[known_id]):
                claims.append(claim)
    return _satisfy(claims)


def _by_sentence(
    standing: Mapping[str, Sequence[Standing]], memory: Memory
) -> Mapping[str, Counter[str]]:
    """How many tasks of each id have a sentence, now or when they were written."""
    found: dict[str, Counter[str]] = {}
    for known_id, entries in standing.items():
        for entry in entries:
            for sentence in {entry.head.sentence, memory.sentence(entry.id)}:
                found.setdefault(sentence, Counter())[known_id] += 1
    return found


def _satisfy(claims: Iterable[_Claim]) -> dict[str, str]:
    """The known ids by the path of the meeting, each given once, the best claim first."""
    found: dict[str, str] = {}
    given: set[str] = set()
    for claim in sorted(claims):
        if claim.meeting not in found and claim.known_id not in given:
            found[claim.meeting] = claim.known_id
            given.add(claim.known_id)
    return found


def _claim(
    meeting: MeetingTasks, known_id: str, shared: int, by_path: Mapping[str, set[str]]
) -> _Claim:
    other_path = known_id not in by_path.get(meeting.path, ())
    return _Claim(-shared, known_id != meeting.id, other_path, meeting.path, known_id)


def _is_likely(claim: _Claim, meeting: MeetingTasks, entries: Sequence[Standing]) -> bool:
    shared = -claim.shared
    if not claim.other_id:
        return True
    is_same_day = meeting.date in {entry.setting.date for entry in entries if entry.setting}
    if not claim.other_path:
        return shared > 0 or is_same_day
    living = sum(entry.block.section != GONE_SECTION for entry in entries) or len(entries)
    if is_same_day:
        return shared * 2 >= living
    return shared > 1 and shared >= living


def _count_pinned(meeting: MeetingTasks, known_id: str, entries: Sequence[Standing]) -> int:
    """How many entries a meeting pins by an id that is no longer its own."""
    numbers = {pinned_number(review, known_id) for review in meeting.reviews}
    return sum(entry.id.number in numbers and is_set_by(entry, meeting) for entry in entries)


def _paths(entries: Iterable[Standing]) -> set[str]:
    return {entry.setting.path for entry in entries if entry.setting}
