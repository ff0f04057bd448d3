"""Turn parser events into data with the place of every value and key."""

from collections.abc import Iterable

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from zapis import codes
from zapis.data_tree import Data, DataTree, Path
from zapis.parse.yaml_events import end_of, start_of
from zapis.parse.yaml_frames import Frame, Reading, Store
from zapis.parse.yaml_problems.scalars import refuse_mark
from zapis.parse.yaml_problems.wording import Problem, clip
from zapis.parse.yaml_reshape import reshape
from zapis.parse.yaml_values import key_text, read_value, scalar_end

_DUPLICATE_CURE = "jeden z řádků smažte, nebo jejich hodnoty spojte do jednoho"
_EXCERPT = 200
_MERGE_KEY = "<<"


def build_tree(reading: Reading, events: Iterable[Event]) -> DataTree:
    """The tree of one document; what is wrong with it is added to the reading's problems."""
    return _Builder(reading).build(events)


class _Builder:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._frames: list[Frame] = []
        self._store = Store()
        self._scrap = Store()
        self._root: Data = None
        self._end = 0
        self._skipped = 0

    def build(self, events: Iterable[Event]) -> DataTree:
        for event in events:
            if self._skipped:
                self._skip(event)
            elif isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, CollectionStartEvent):
                self._open(event)
            elif isinstance(event, CollectionEndEvent):
                self._close(event)
            elif isinstance(event, AliasEvent):
                self._alias(event)
        store = self._store
        return DataTree(self._root, store.spans, store.keys, store.texts)

    def _top(self) -> Frame | None:
        return self._frames[-1] if self._frames else None

    def _slot(self) -> tuple[Path, Store]:
        """Where the next value goes."""
        frame = self._top()
        if frame is None:
            return (), self._store
        if isinstance(frame.node, list):
            return (*frame.path, len(frame.node)), frame.store
        store = self._scrap if frame.is_refused else frame.store
        return (*frame.path, frame.key or ""), store

    def _put(self, value: Data) -> None:
        frame = self._top()
        if frame is None:
            self._root = value
        elif isinstance(frame.node, list):
            frame.node.append(value)
        else:
            if not frame.is_refused and frame.key is not None:
                frame.node[frame.key] = value
            frame.key, frame.is_refused = None, False

    def _scalar(self, event: ScalarEvent) -> None:
        start, end = start_of(event), end_of(event)
        frame = self._top()
        if frame is not None and frame.awaits_key:
            self._key(frame, event, start, end)
            return
        end = scalar_end(self._reading, event, start, end)
        path, store = self._slot()
        self._put(read_value(self._reading, event, path, store, (start, end)))
        self._end = end

    def _key(self, frame: Frame, event: ScalarEvent, start: int, end: int) -> None:
        end += start in self._reading.glued
        key = key_text(self._reading, event, start, end)
        frame.key = key
        problem = self._refuse_key(frame, event, key, (start, end))
        if problem is not None:
            self._reading.report(problem)
            frame.is_refused = True
            return
        frame.seen[key] = (start, end)
        frame.store.keys[(*frame.path, key)] = self._reading.span(start, end)

    def _refuse_key(
        self, frame: Frame, event: ScalarEvent, key: str, bounds: tuple[int, int]
    ) -> Problem | None:
        start, end = bounds
        if event.anchor or event.tag or key == _MERGE_KEY:
            return refuse_mark(self._reading.text, start, end)
        if not key:
            message, cure = "před dvojtečkou chybí klíč", "doplňte ho, nebo dvojtečku smažte"
            return Problem(codes.YAML_SYNTAX, message, start, end, cure)
        if key in frame.seen:
            message = f"klíč „{clip(key)}“ je tu podruhé"
            labels = ((*frame.seen[key], "poprvé je zde"),)
            return Problem(codes.DUPLICATE_KEY, message, start, end, _DUPLICATE_CURE, labels)
        return None

    def _alias(self, event: AliasEvent) -> None:
        start, end = start_of(event), end_of(event)
        frame = self._top()
        if frame is None or frame.key != _MERGE_KEY:
            self._reading.report(refuse_mark(self._reading.text, start, end))
        if frame is not None and frame.awaits_key:
            frame.key, frame.is_refused = "", True
            return
        path, store = self._slot()
        self._put(self._reading.item(path, store, start, end))
        self._end = end

    def _open(self, event: CollectionStartEvent) -> None:
        start = start_of(event)
        parent = self._top()
        if parent is not None and parent.awaits_key:
            self._refuse_complex_key(parent, start)
            return
        if event.anchor or event.tag:
            self._reading.report(refuse_mark(self._reading.text, start, end_of(event)))
        path, store = self._slot()
        node: list[Data] | dict[str, Data] = {} if isinstance(event, MappingStartEvent) else []
        self._frames.append(Frame(path, node, start, bool(event.flow_style), store))

    def _refuse_complex_key(self, frame: Frame, start: int) -> None:
        """A list or mapping where a key should be: in braces all of it was meant as a text."""
        self._skipped = 1
        frame.key, frame.is_refused = "", True
        if frame.is_flow:
            frame.is_text = True
            return
        line = self._reading.text[start : start + _EXCERPT].partition("\n")[0]
        message = f"klíč „{clip(line)}“ nesmí začínat znakem „{line[:1]}“"
        cure = "klíčem je jen text před dvojtečkou"
        self._reading.report(Problem(codes.YAML_FORBIDDEN_START, message, start, start + 1, cure))

    def _skip(self, event: Event) -> None:
        if isinstance(event, CollectionStartEvent):
            self._skipped += 1
        elif isinstance(event, CollectionEndEvent):
            self._skipped -= 1

    def _close(self, event: CollectionEndEvent) -> None:
        frame = self._frames.pop()
        self._end = end_of(event) if frame.is_flow else max(self._end, frame.start)
        frame.store.spans[frame.path] = self._reading.span(frame.start, self._end)
        self._put(reshape(self._reading, frame, self._end))
