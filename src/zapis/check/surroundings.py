"""What a rule may ask about the world outside one file."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Answers about the workspace; both take a path relative to its root, with `/`.

    `exists` says whether a file is there, `contains` whether the path stays inside the workspace
    once links on the disk are followed.
    """

    exists: Callable[[str], bool]
    contains: Callable[[str], bool] = lambda _path: True
