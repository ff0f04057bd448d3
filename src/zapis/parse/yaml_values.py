"""Turn one scalar into its text, or into the list that its author typed with bullets."""

from yaml.events import ScalarEvent

from zapis.data_tree import Data, Path
from zapis.parse.yaml_frames import Reading, Store
from zapis.parse.yaml_problems import scalars
from zapis.parse.yaml_scalars import cut_block, cut_quoted, lines_of_value

_BLOCK = frozenset({"|", ">"})
# No indentation is wider; a line before which more stands is not searched for its beginning.
_INDENTATION = 200
_QUOTED = frozenset({"'", '"'})


def scalar_end(reading: Reading, event: ScalarEvent, start: int, end: int) -> int:
    """Where the scalar's own text ends; the parser counts blank lines below a block to it."""
    if event.style in _BLOCK:
        return start + len(reading.masked[start:end].rstrip())
    return end


def key_text(reading: Reading, event: ScalarEvent, start: int, end: int) -> str:
    """A key as written, without quotes."""
    if event.style in _QUOTED:
        return cut_quoted(reading.text, start, end, reading.base).text
    key = reading.text[start:end]
    return key if key == reading.masked[start:end] else reading.plain(start, end).text


def read_value(
    reading: Reading, event: ScalarEvent, path: Path, store: Store, bounds: tuple[int, int]
) -> Data:
    """The value of a scalar; an empty one is None, everything else stays text."""
    start, end = bounds
    store.spans[path] = reading.span(start, end)
    text = reading.text
    if event.anchor or event.tag:
        reading.report(scalars.refuse_mark(text, start, end))
    elif event.style in _BLOCK:
        block = cut_block(text, reading.masked, event.value, start, end, reading.base)
        return store.keep(path, block)
    elif event.style in _QUOTED:
        return _quoted(reading, path, store, start, end)
    elif start == end:
        return None
    elif _is_of_lines(text, start, end):
        return _lines(reading, path, store, start, end)
    return store.keep(path, reading.plain(start, end))


def _is_of_lines(text: str, start: int, end: int) -> bool:
    """Whether a plain value has several lines, or one with a bullet or at the margin."""
    return text[start] in scalars.BULLETS or text[start - 1] == "\n" or "\n" in text[start:end]


def _quoted(reading: Reading, path: Path, store: Store, start: int, end: int) -> str:
    text = reading.text
    if scalars.swallows_keys(text, start, end):
        reading.is_doubtful = True
    if text[start] == '"' and (problem := scalars.misread_escape(text, start, end)) is not None:
        reading.report(problem)
        return store.keep(path, reading.plain(start + 1, end - 1))
    return store.keep(path, cut_quoted(text, start, end, reading.base))


def _lines(reading: Reading, path: Path, store: Store, start: int, end: int) -> Data:
    """A plain value on several lines, or one that begins with a bullet."""
    text = reading.text
    lines = list(lines_of_value(text, reading.masked, start, end))
    own_line = not text[max(0, start - _INDENTATION) : start].rpartition("\n")[2].strip()
    is_of_key = bool(path) and isinstance(path[-1], str)
    items = scalars.bulleted_lines(text, lines, own_line=own_line) if is_of_key else None
    if items is not None:
        reading.report(scalars.pasted_bullets(text, lines[0][0], items[0]))
        return [reading.item((*path, at), store, *item) for at, item in enumerate(items)]
    problem = scalars.glued_bullet(text, lines)
    if problem is None and own_line and is_of_key:
        problem = scalars.bare_lines(text, lines)
    reading.report(problem)
    return store.keep(path, reading.plain(start, end))
