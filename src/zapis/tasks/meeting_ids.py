"""Which meeting is which in the tracker, when ids, dates or file names have changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.standing import Standing


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
) -> Mapping[str, str]:
    """The id by which the tracker knows each meeting, by path; its own id if it knows none.

    A meeting is found again by id and path; by its path when the id has changed, as when a date
    was corrected; by its tasks when the file was renamed and the id came from its name.
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
    found |= _by_claims(rest, {known_id: standing[known_id] for known_id in free})
    return {meeting.path: found.get(meeting.path, meeting.id) for meeting in meetings}


def _by_claims(
    meetings: Iterable[MeetingTasks], standing: Mapping[str, Sequence[Standing]]
) -> dict[str, str]:
    by_path: dict[str, set[str]] = {}
    by_sentence: dict[str, set[str]] = {}
    for known_id, entries in standing.items():
        for path in _paths(entries):
            by_path.setdefault(path, set()).add(known_id)
        for entry in entries:
            by_sentence.setdefault(entry.head.sentence, set()).add(known_id)
    claims: list[_Claim] = []
    for meeting in meetings:
        shared = Counter(
            known_id
            for sentence in {task.sentence for task in meeting.tasks}
            for known_id in by_sentence.get(sentence, ())
        )
        near = by_path.get(meeting.path, set()) | set(shared) | ({meeting.id} & set(standing))
        for known_id in near:
            claim = _claim(meeting, known_id, shared[known_id], by_path)
            if _is_likely(claim, meeting, standing[known_id]):
                claims.append(claim)
    found: dict[str, str] = {}
    for claim in sorted(claims):
        if claim.meeting not in found and claim.known_id not in found.values():
            found[claim.meeting] = claim.known_id
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
    if not claim.other_path:
        return shared > 0
    dates = {entry.setting.date for entry in entries if entry.setting}
    if meeting.date in dates:
        return shared * 2 >= len(entries)
    return shared > 1 and shared == len(entries)


def _paths(entries: Iterable[Standing]) -> set[str]:
    return {entry.setting.path for entry in entries if entry.setting}
