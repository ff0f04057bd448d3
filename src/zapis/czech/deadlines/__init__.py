"""Deadlines as people write them: found in sentences, read from the content of a field."""

from zapis.czech.deadlines.reading import find_deadlines, read_deadline
from zapis.czech.deadlines.types import Deadline, DeadlineMatch

__all__ = ["Deadline", "DeadlineMatch", "find_deadlines", "read_deadline"]
