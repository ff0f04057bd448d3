"""Head lines of the tracker changed by hand in any way: settled by one update, nothing lost."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker_cases import built, meeting, task
from zapis.model.tasks import TaskStatus
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.tracker_file import read_tracker

SENTENCES = (
    *("Zaslat nápady na akce", "Objednat sál", "Zvážit účast na dni sousedů 21. 6. 2026"),
    *("Poslat to (do příště)", "Ověřit a_b *hvězdu* [x]", "Zaplatit fakturu č. 5 do pátku"),
)
NAMES = ((), ("Eva Horáková",), ("Petr Cháb", "členové"), ("odbor „A“",), ("Eva",))
DEADLINES = ("", "do 28. 2. 2026", "do příště", "v následujícím období", "kolem března", "ihned")
BOXES = ("[ ]", "[x]", "[X]", "[x ]", "[ x]", "[]", "[/]", "[-]")
TYPED = (
    *("@Horáková", "@Cháb", "@Jana Malá", "@členové", "@„odbor kultury“", "@", "do 5. 5. 2026"),
    *(
        "do 5.5.",
        "(do pátku)",
        "(termín: na podzim)",
        "do 31. 2. 2026",
        "zodpovídá: Malá",
        "T: 5. 5.",
    ),
    *(
        "hotovo",
        "(čeká se)",
        "– volat znovu",
        "splněno",
        "a",
        ".",
        ",",
        "!!!",
        "#12",
        "{.x}",
        "\\\\",
    ),
    *(
        "\u00a0",
        "  ",
        "\t",
        "*",
        "@Eva Horáková",
        "(termín: neurčen)",
        ")",
        "(",
        "„",
        "“",
        "<b>",
        "&amp;",
    ),
)

KEPT = ("hotovo", "čeká", "volat", "znovu", "splněno", "Zaslat", "Objednat", "fakturu")


@st.composite
def meetings(draw: st.DrawFn) -> MeetingTasks:
    jobs = [
        task(
            draw(st.sampled_from(SENTENCES)),
            *draw(st.sampled_from(NAMES)),
            deadline=draw(st.sampled_from(DEADLINES)),
            status=draw(st.sampled_from((TaskStatus.OPEN, TaskStatus.DONE))),
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    return meeting(*jobs, people=("Jana Malá", "Petr Cháb"))


def changed(content: str, draw: st.DrawFn) -> str:
    """The words behind the number with some taken out, put in or put elsewhere."""
    words = content.split(" ")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(words)))
        match draw(st.sampled_from(("add", "add behind", "cut", "drop"))):
            case "add":
                words.insert(place, draw(st.sampled_from(TYPED)))
            case "add behind":
                words.append(draw(st.sampled_from(TYPED)))
            case "cut":
                words = words[:place]
            case _:
                words = words[:place] + words[place + 1 :]
    return " ".join(words)


@st.composite
def edits(draw: st.DrawFn) -> tuple[MeetingTasks, int, str]:
    """A meeting, the number of one of its tasks, and the tracker with that head line changed."""
    own = draw(meetings())
    text = built(own).text
    block = draw(st.sampled_from(read_tracker("ukoly.md", text).value.blocks))
    box = draw(st.sampled_from((block.head[2:5], *BOXES)))
    lines = text.split("\n")
    lines[block.number - 1] = f"- {box} #{block.id} {changed(block.content, draw)}"
    return own, block.id.number, "\n".join(lines)


def entries(text: str) -> dict[int, list[str]]:
    """The lines of the entries by their numbers."""
    blocks = read_tracker("ukoly.md", text).value.blocks
    return {own.id.number: [own.head, *(line.text for line in own.lines)] for own in blocks}


@settings(max_examples=100, deadline=None)
@given(edit=edits(), remembers=st.booleans(), remembers_later=st.booleans())
def test_one_update_settles_what_a_hand_has_changed(
    *, edit: tuple[MeetingTasks, int, str], remembers: bool, remembers_later: bool
) -> None:
    own, _, text = edit
    heads = dict(built(own).heads)
    first = built(own, old=text, remembered=heads if remembers else None)
    second = built(own, old=first.text, remembered=dict(first.heads) if remembers_later else None)
    assert (second.text, second.changed) == (first.text, False)


@settings(max_examples=100, deadline=None)
@given(edits())
def test_no_word_of_a_hand_is_lost_and_no_other_task_is_touched(
    edit: tuple[MeetingTasks, int, str],
) -> None:
    """With the cache: without it words that are all new may be those of another task."""
    own, number, text = edit
    first = built(own)
    update = built(own, old=text, remembered=dict(first.heads))
    before, after = entries(first.text), entries(update.text)
    written = "\n".join(after.pop(number))
    before.pop(number)
    # Of a deadline that is a day only the day is written.
    typed = re.sub(r"\(termín: [^)]*\)?", "", entries(text)[number][0])
    lost = [word for word in KEPT if word in typed and word not in written]
    assert (lost, after) == ([], before)
