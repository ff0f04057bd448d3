"""Finished lists and mappings become the texts that their authors meant."""

from zapis.data_tree import Data, Path
from zapis.parse.yaml_frames import Frame, Reading
from zapis.parse.yaml_problems import shapes
from zapis.parse.yaml_problems.wording import Problem


def reshape(reading: Reading, frame: Frame, end: int) -> Data:
    """The list or mapping as it is, or its source as a text with the problem reported."""
    node = frame.node
    if isinstance(node, list):
        return _list(reading, frame, node, end)
    # `[Eva: vedoucí]` holds a mapping without braces.
    if frame.is_flow and (frame.is_text or reading.text.startswith("{", frame.start)):
        return _flow_mapping(reading, frame, node, end)
    in_list = bool(frame.path) and isinstance(frame.path[-1], int)
    if in_list and len(node) == 1:
        return _item(reading, frame, node, end)
    return node


def _list(reading: Reading, frame: Frame, node: list[Data], end: int) -> Data:
    if not frame.is_flow:
        return node
    problem = shapes.bracketed_text(reading.text, frame.start, end, frame.path, node)
    if problem is None:
        return node
    return _as_text(reading, frame, problem, end)


def _item(reading: Reading, frame: Frame, node: dict[str, Data], end: int) -> Data:
    (pair,) = _pairs(reading, frame, node)
    problem = shapes.colon_item(reading.text, frame.path, pair)
    if problem is None:
        return node
    if isinstance(pair.value, list | dict):
        reading.report(problem)
        return node
    return _as_text(reading, frame, problem, end)


def _flow_mapping(reading: Reading, frame: Frame, node: dict[str, Data], end: int) -> Data:
    if not frame.is_text and all(value is not None for value in node.values()):
        return node
    torn = None
    if not frame.is_text:
        torn = shapes.torn_pairs(reading.text, _pairs(reading, frame, node))
    if torn is None:
        problem = shapes.braced_text(reading.text, frame.start, end)
        return _as_text(reading, frame, problem, end)
    for one in torn:
        _mend(reading, frame, node, one)
    return node


def _mend(reading: Reading, frame: Frame, node: dict[str, Data], torn: shapes.Torn) -> None:
    reading.report(shapes.torn_pair(reading.text, torn))
    for part in torn.parts:
        _forget(frame, part.key)
        node.pop(part.key, None)
    key = torn.whole.key
    if key in node and isinstance(torn.whole.value, str | None):
        path = (*frame.path, key)
        node[key] = reading.item(path, frame.store, torn.start, torn.end)


def _pairs(reading: Reading, frame: Frame, node: dict[str, Data]) -> list[shapes.Pair]:
    pairs = []
    for key, value in node.items():
        span = frame.store.spans[(*frame.path, key)]
        start, end = span.start - reading.base, span.end - reading.base
        pairs.append(shapes.Pair(key, *frame.seen[key], value, start, end))
    return pairs


def _as_text(reading: Reading, frame: Frame, problem: Problem, end: int) -> str:
    reading.report(problem)
    node = frame.node
    for key in node if isinstance(node, dict) else range(len(node)):
        _forget(frame, key)
    return reading.item(frame.path, frame.store, frame.start, end)


def _forget(frame: Frame, key: str | int) -> None:
    path: Path = (*frame.path, key)
    frame.store.forget(path)
