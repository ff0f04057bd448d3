"""What all sources say of tasks, of which most may rest in the index until somebody asks."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from zapis.engine.tracker.tracing import SourceFacts

# It takes a third of a millisecond to ask for one, half a tenth of that to ask for one of many.
_FEW = 60


def _wake_none(_paths: Collection[str]) -> Iterable[SourceFacts]:
    return ()


class Sources(Mapping[str, SourceFacts]):
    """Sources by path; `awake` are those that are known already.

    Those that rest say what they said at the last update, and no entry has to stay because of
    them. `wake` brings them in, after which they rest no more.
    """

    def __init__(
        self,
        awake: Iterable[SourceFacts],
        resting: Collection[str] = (),
        wake: Callable[[Collection[str]], Iterable[SourceFacts]] = _wake_none,
    ) -> None:
        """All sources of a workspace."""
        self.awake = {item.path: item for item in awake}
        self._resting, self._wake = resting, wake
        self._woken = 0

    def __getitem__(self, path: str) -> SourceFacts:
        if path not in self.awake and path in self._resting:
            self._woken += 1
            self._bring([path] if self._woken < _FEW else [*self._resting])
        return self.awake[path]

    def __contains__(self, path: object) -> bool:
        return path in self.awake or path in self._resting

    def __iter__(self) -> Iterator[str]:
        yield from self.awake
        yield from (path for path in self._resting if path not in self.awake)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def all(self) -> tuple[SourceFacts, ...]:
        """All of them, none of which rests any more."""
        self._bring([*self._resting])
        return tuple(self.awake.values())

    def _bring(self, paths: Collection[str]) -> None:
        if paths:
            self.awake |= {item.path: item for item in self._wake(paths)}
