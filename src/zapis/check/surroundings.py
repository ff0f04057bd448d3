"""What a rule may ask about the world outside one file."""

from collections.abc import Callable, Collection

from msgspec import Struct


class Surroundings(Struct, frozen=True):
    """Answers about the workspace; paths are relative to its root, with `/`.

    `exists` says whether a file is there, `contains` whether the path stays inside the workspace
    once links on the disk are followed. `templates` are the names of templates of one's own.
    """

    exists: Callable[[str], bool]
    contains: Callable[[str], bool] = lambda _path: True
    templates: Callable[[], Collection[str]] = tuple
