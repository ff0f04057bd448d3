"""Entries that stand in the tracker twice."""

from tracker_cases import built, entry_of, meeting, rebuilt, task

ONE, TWO = "BC-2026-01-23/1", "BC-2026-01-23/2"
FIRST = meeting(task("Zaslat nápady", "Eva Horáková"), task("Obvolat organizace"))
TEXT = built(FIRST).text
COPIED = "\n".join(entry_of(TEXT, ONE))


def with_copy(*lines: str, head: str = "") -> str:
    first, *rest = COPIED.split("\n")
    copy = "\n".join((head or first, *rest, *lines))
    return TEXT.replace(f"{COPIED}\n", f"{COPIED}\n\n{copy}\n")


def test_a_copy_of_an_entry_becomes_one_with_it() -> None:
    assert built(FIRST, old=with_copy()).text == TEXT


def test_what_only_the_copy_says_is_kept() -> None:
    text = with_copy("  - 1. 3. 2026: čeká se", "  moje poznámka")
    assert entry_of(built(FIRST, old=text).text, ONE)[2:] == [
        "  - 1. 3. 2026: čeká se",
        "  moje poznámka",
    ]


def test_a_box_ticked_in_the_copy_counts() -> None:
    text = with_copy(head=COPIED.split("\n")[0].replace("[ ]", "[x]"))
    assert entry_of(built(FIRST, old=text).text, ONE)[2:] == ["  - 13. 4. 2026: splněno"]


def test_foreign_lines_below_an_equal_line_and_behind_the_copy_are_kept() -> None:
    text = with_copy("    podřádek", "", "Odstavec za kopií.")
    update = built(FIRST, old=text)
    again = rebuilt(FIRST, old=update)
    kept = [
        line for line in update.text.split("\n") if line in ("    podřádek", "Odstavec za kopií.")
    ]
    assert (kept, again.changed) == (["    podřádek", "Odstavec za kopií."], False)


def test_another_task_with_the_same_number_is_no_copy() -> None:
    text = TEXT.replace(f"#{TWO} ", f"#{ONE} ")
    update = built(FIRST, old=text)
    assert (update.text, [str(entry.id) for entry in update.tracker.entries]) == (TEXT, [ONE, TWO])
