"""A moment of long work, as the line of progress tells it."""

from msgspec import Struct


class Moment(Struct, frozen=True):
    """What a line of progress tells: stage, items done of all (0: nobody knows), the last one.

    `left` is the time left in seconds, 0 where nobody knows.
    """

    stage: str
    done: int
    total: int
    name: str
    left: float
