"""Telling pages in browsers that something is new, and knowing which pages are open."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from msgspec import Struct, field


class News(Struct):
    """A number that grows whenever there is something new; safe to use from any thread."""

    number: int = 0
    closed: bool = False
    changed: Condition = field(default_factory=Condition)
    readers: dict[str, int] = field(default_factory=dict)

    def publish(self) -> None:
        """Say that something is new."""
        with self.changed:
            self.number += 1
            self.changed.notify_all()

    def close(self) -> None:
        """Say that nothing will be new any more."""
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def wait(self, after: int | None, patience: float) -> int | None:
        """The number once it is not `after`; None when nothing is new after so many seconds."""
        with self.changed:
            is_new = self.changed.wait_for(lambda: self.closed or self.number != after, patience)
            return self.number if is_new and not self.closed else None

    @contextmanager
    def reader(self, path: str) -> Iterator[None]:
        """Somebody looks at the page of a source as long as this lasts."""
        with self.changed:
            self.readers[path] = self.readers.get(path, 0) + 1
        try:
            yield
        finally:
            with self.changed:
                self.readers[path] -= 1
                if not self.readers[path]:
                    del self.readers[path]

    def open_pages(self) -> tuple[str, ...]:
        """The sources that somebody looks at."""
        with self.changed:
            return tuple(self.readers)
