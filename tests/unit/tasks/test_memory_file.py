"""The memory of head lines as a file whose lines can be replaced by themselves."""

import json

import pytest

from zapis.model.tasks import TaskId
from zapis.tasks.memory_file import print_heads, read_ids, read_some_heads, replace_some_heads

HEADS = {"b/1": " \tdvě „slova“\t\t\t0", "a-1/2": "x\tjedno\t\t\t0", "a-1/10": "/\t\t\t\t1"}


def test_the_file_is_json_in_the_order_of_meetings() -> None:
    data = print_heads(HEADS)
    assert (json.loads(data), [line[:4] for line in data.decode().split("\n")]) == (
        HEADS,
        ["{", '"a-1', '"a-1', '"b/1', "}"],
    )


def test_the_ids_are_read() -> None:
    assert read_ids(print_heads({"č-1": "", **{f"a/{own}": "" for own in HEADS}})) is None
    assert read_ids(print_heads(HEADS)) == (
        TaskId("a-1", 2),
        TaskId("a-1", 10),
        TaskId("b", 1),
    )


@pytest.mark.parametrize(
    "damaged", [b"{}", b"nic", b'{\n"\xff/1": ""\n}', b'{\n"a\\"/1": ""\n}', b'{\n"a": ""\n}']
)
def test_of_a_damaged_file_no_ids_are_known(damaged: bytes) -> None:
    assert not read_ids(damaged)


def test_some_lines_are_read() -> None:
    data = print_heads(HEADS)
    assert read_some_heads(data, {"a-1", "c"}) == {
        task: head for task, head in HEADS.items() if task.startswith("a-1")
    }


@pytest.mark.parametrize("before", [HEADS, {"b/1": "x"}, {}])
@pytest.mark.parametrize("now", [{"a-1/1": "1"}, {"a-1/1": "1", "c/1": "2"}, {}])
def test_replaced_lines_come_out_as_if_all_were_written(
    before: dict[str, str], now: dict[str, str]
) -> None:
    others = {task: head for task, head in before.items() if not task.startswith("a-1")}
    changed = replace_some_heads(print_heads(before), {"a-1", "c"}, now)
    assert changed == print_heads({**others, **now})
