"""The one thread that knows the workspace: it looks, reads, judges and makes pages."""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from msgspec import Struct, field

from zapis.engine.preview.knowledge import Knowledge
from zapis.engine.preview.making import Page
from zapis.engine.preview.news import News
from zapis.engine.preview.overview import Overview, Progress
from zapis.engine.preview.watching import Waker

Answer = TypeVar("Answer")

_LONGEST_WAIT = 60.0
_FIRST_NEWS, _LATER_NEWS = 0.5, 0.3
# Seconds in which open pages ask for what is new before all sources are judged together.
_REST = 0.3


class Keeper(Struct):
    """Keeps what is known up to date, and answers questions of other threads about it.

    **Why** one thread for all: nothing that reads or makes needs to be safe for several, and a
    page never shows half of a change.
    """

    knowledge: Knowledge
    waker: Waker
    news: News
    questions: deque[Callable[[], None]] = field(default_factory=deque)
    looked: float = 0.0
    looking: float = 0.0
    """When the last look ended, and how long it took, in seconds."""
    began: float = 0.0
    told: float = 0.0
    """When the reading that goes on began, and when pages were told of it last; 0 for none."""
    rest: float = 0.0
    """Until when judging waits for open pages to ask."""
    fault: Exception | None = None
    """A fault of zapis because of which nothing is brought up to date at the moment."""

    def run(self) -> None:
        """Work until stopped."""
        while not self.waker.stopped.is_set():
            try:
                is_idle = not self._step()
                self.fault = None
            except Exception as fault:  # noqa: BLE001 - pages tell of it; the preview goes on
                self.fault, is_idle = fault, True
                self._answer()
            if is_idle:
                self._sleep()
        self.news.close()

    def _step(self) -> bool:
        """Do what is to be done now; whether something is left."""
        self._look()
        if self.knowledge.read_urgent():
            self.news.publish()
            pages = self.news.open_pages()
            can_wait = pages and self.knowledge.can_foresee(pages)
            self.rest = time.monotonic() + (_REST if can_wait else 0)
        self._answer()
        if self.knowledge.read_waiting():
            self._tell_progress()
            return True
        self.told = 0.0
        if not self.knowledge.is_stale:
            return False
        if (left := self.rest - time.monotonic()) > 0:
            self.waker.sleep(left)
        else:
            self.knowledge.judge()
            self.news.publish()
        return True

    def _tell_progress(self) -> None:
        """Tell pages now and then how far the reading is.

        Ever more seldom, so that many open pages do not slow it down.
        """
        now = time.monotonic()
        if not self.told:
            self.began = self.told = now
        elif now > self.told + _FIRST_NEWS + _LATER_NEWS * (self.told - self.began):
            self.told = now
            self.news.publish()

    def page(self, path: str) -> Page | None:
        """The page of a source; None where there is none."""
        return self._ask(lambda: self.knowledge.page(path))

    def overview(self) -> Overview:
        """All meetings."""
        return self._ask(self.knowledge.overview)

    def progress(self) -> Progress:
        """How far the reading is."""
        return self.knowledge.progress()

    def moved(self, path: str) -> str | None:
        """The path of a source that was renamed, by its old one."""
        return self.knowledge.library.moved.get(path)

    def _look(self) -> None:
        """Look around if somebody called, or if it is time to."""
        pause = self.waker.pause(self.looking, soon=self.knowledge.library.is_doubtful)
        if not self.waker.is_called() and time.monotonic() < self.looked + pause:
            return
        started = time.monotonic()
        self.knowledge.look(started, self.news.open_pages())
        self.looked = time.monotonic()
        self.looking = self.looked - started

    def _sleep(self) -> None:
        pause = self.waker.pause(self.looking, soon=self.knowledge.library.is_doubtful)
        self.waker.sleep(self.looked + pause - time.monotonic())

    def _ask(self, question: Callable[[], Answer]) -> Answer:
        future: Future[Answer] = Future()

        def answer() -> None:
            if self.fault is not None:
                future.set_exception(self.fault)
                return
            try:
                future.set_result(question())
            except Exception as fault:  # noqa: BLE001 - whoever asks is told; the thread goes on
                future.set_exception(fault)

        self.questions.append(answer)
        self.waker.call()
        return future.result(_LONGEST_WAIT)

    def _answer(self) -> None:
        while self.questions:
            self.questions.popleft()()
