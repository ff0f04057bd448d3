"""What the reader of YAML holds in its hands: one reading, its store and its open frames."""

from msgspec import Struct, field

from zapis.data_tree import Data, Path
from zapis.parse.yaml_problems.wording import Problem
from zapis.parse.yaml_scalars import cut_plain
from zapis.source import MappedText, Span


class Store(Struct):
    """What becomes a `DataTree`; the values of refused keys go into another one and are lost."""

    spans: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    texts: dict[Path, MappedText] = field(default_factory=dict)

    def keep(self, path: Path, text: MappedText) -> str:
        """Remember a value's text with its places."""
        self.texts[path] = text
        return text.text

    def forget(self, path: Path) -> None:
        """Drop what turned out to be a part of a text."""
        for places in (self.spans, self.keys, self.texts):
            places.pop(path, None)


class Frame(Struct):
    """A list or mapping that is being read; `key` is the mapping's key that awaits its value.

    `seen` holds the bounds of its keys, `is_text` says that braces were meant as a text.
    """

    path: Path
    node: list[Data] | dict[str, Data]
    start: int
    is_flow: bool
    store: Store
    seen: dict[str, tuple[int, int]] = field(default_factory=dict)
    key: str | None = None
    is_refused: bool = False
    is_text: bool = False

    @property
    def awaits_key(self) -> bool:
        """Whether the next node is a key."""
        return self.key is None and isinstance(self.node, dict)


class Reading(Struct):
    """One region being read: its text, what the parser reads instead, and what was found.

    `masked` equals `text` character for character but for what would stop the parser. `base`
    is the region's offset in the source. Keys at the offsets `glued` end one character later
    than the parser saw. `is_doubtful` says that quotes ran over lines that look like keys.
    """

    text: str
    masked: str
    base: int
    glued: frozenset[int] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    is_doubtful: bool = False

    def span(self, start: int, end: int) -> Span:
        """A place in the region as a place in the source."""
        return Span(self.base + start, self.base + end)

    def report(self, problem: Problem | None) -> None:
        """Add a problem, if there is one."""
        if problem is not None:
            self.problems.append(problem)

    def plain(self, start: int, end: int) -> MappedText:
        """The text of a part, as a value without quotes."""
        return cut_plain(self.text, self.masked, start, end, self.base)

    def item(self, path: Path, store: Store, start: int, end: int) -> str:
        """Store a part of the text as the value at a path."""
        store.spans[path] = self.span(start, end)
        return store.keep(path, self.plain(start, end))
