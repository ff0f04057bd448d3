"""What is remembered of head lines between updates."""

import pytest

from tracker_cases import task
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.memory import Memory, Remembered, remember
from zapis.tasks.tracker import State

ID = TaskId("P-1", 1)
STATE = State(TaskStatus.DONE, ("Eva Horáková",), task("x", deadline="do 20. 3. 2026").deadline)


def test_a_head_line_is_remembered_with_its_fields_and_the_number_of_facts() -> None:
    memory = Memory({"P-1/1": remember("Zaslat nápady", STATE, 2)})
    assert (memory.recall(ID), memory.sentence(ID)) == (
        Remembered("x", "Zaslat nápady", "@Eva Horáková", "do 20. 3. 2026", 2),
        "Zaslat nápady",
    )


@pytest.mark.parametrize("text", ["", "cokoli", "x\tZaslat\t\t", "x\tZaslat\t\t\tdva", "\t" * 9])
def test_what_is_damaged_or_of_another_version_is_forgotten(text: str) -> None:
    memory = Memory({"P-1/1": text})
    assert (memory.recall(ID), memory.sentence(ID)) == (None, "")
