"""Two versions of `ukoly.md` that come from one."""

import pytest

from tracker_cases import FIRST_DAY, TODAY, built, entry_of, meeting, review, task
from zapis.tasks.merge import Merged, NotUnderstood, merge_trackers
from zapis.tasks.merge.markers import split_forms
from zapis.tasks.tracker_file import read_tracker

FIRST = meeting(
    task("Zaslat nápady", "Eva Horáková", deadline="do 28. 2. 2026"),
    task("Obvolat organizace", "Petr Cháb"),
    task("Objednat sál"),
)
BASE = built(FIRST).text
HEAD = {
    number: next(line for line in BASE.split("\n") if f"/{number} " in line) for number in (1, 2, 3)
}
ID = f"BC-{FIRST_DAY}"


def below(text: str, number: int, *lines: str) -> str:
    """The text with lines at the end of an entry."""
    entry = "\n".join(entry_of(text, f"{ID}/{number}"))
    return text.replace(entry, "\n".join((entry, *lines)))


def merge(ours: str, theirs: str, base: str = BASE) -> str:
    """The merged text, which must not depend on the order of the sides."""
    merged = merge_trackers(base, ours, theirs, TODAY)
    assert merged == merge_trackers(base, theirs, ours, TODAY)
    assert isinstance(merged, Merged)
    return merged.text


def lines_of(text: str, number: int) -> list[str]:
    """The lines of an entry below the line of its meeting."""
    return entry_of(text, f"{ID}/{number}")[2:]


def head_of(text: str, number: int) -> str:
    return entry_of(text, f"{ID}/{number}")[0]


def replaced(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_facts_of_neighbouring_tasks_are_united():
    ours = below(BASE, 1, "  - 11. 2. 2026: čeká se na lektora")
    theirs = below(BASE, 2, "  - 12. 2. 2026: ozvaly se tři")
    both = below(ours, 2, "  - 12. 2. 2026: ozvaly se tři")
    assert merge(ours, theirs) == both


def test_facts_of_one_task_stand_in_the_order_of_days():
    ours = below(BASE, 1, "  - 13. 2. 2026: od Petra", "  - 15. 2. 2026: zase od Petra")
    theirs = below(BASE, 1, "  - 14. 2. 2026: od Evy")
    assert lines_of(merge(ours, theirs), 1) == [
        "  - 13. 2. 2026: od Petra",
        "  - 14. 2. 2026: od Evy",
        "  - 15. 2. 2026: zase od Petra",
    ]


def test_the_same_fact_written_by_both_stands_once():
    ours = below(BASE, 1, "  - 13. 2. 2026: viz e-mail", "  - naše")
    theirs = below(BASE, 1, "  - 13. 2. 2026: viz e-mail", "  - jejich")
    assert lines_of(merge(ours, theirs), 1) == [
        "  - 13. 2. 2026: viz e-mail",
        "  - jejich",
        "  - naše",
    ]


def test_a_fact_that_one_side_took_away_goes():
    base = below(BASE, 1, "  - 11. 2. 2026: omyl", "  - 12. 2. 2026: zůstává")
    ours = base.replace("  - 11. 2. 2026: omyl\n", "")
    theirs = below(base, 1, "  - 13. 2. 2026: nové")
    assert lines_of(merge(ours, theirs, base), 1) == [
        "  - 12. 2. 2026: zůstává",
        "  - 13. 2. 2026: nové",
    ]


def test_a_changed_fact_stands_before_an_unchanged_and_a_deleted_one():
    base = below(BASE, 1, "  - 11. 2. 2026: volal jsem", "    - nikdo to nebral")
    ours = replaced(base, "volal jsem", "volal jsem dvakrát")
    deleted = base.replace("  - 11. 2. 2026: volal jsem\n    - nikdo to nebral\n", "")
    noted = below(base, 2, "  - 12. 2. 2026: jinde")
    wanted = ["  - 11. 2. 2026: volal jsem dvakrát", "    - nikdo to nebral"]
    assert [lines_of(merge(ours, theirs, base), 1) for theirs in (deleted, noted)] == [wanted] * 2


def test_the_line_of_a_meeting_is_taken_from_the_side_that_renewed_it():
    changed = meeting(
        task("Zaslat nápady", "Jana Malá", deadline="do 28. 2. 2026"),
        *FIRST.tasks[1:],
    )
    ours = built(changed, old=BASE).text
    theirs = below(BASE, 1, "  - 11. 2. 2026: čeká se")
    text = merge(ours, theirs)
    assert entry_of(text, f"{ID}/1") == [
        HEAD[1].replace("@Eva Horáková", "@Jana Malá"),
        f"  - zápis [23. 1. 2026]({FIRST.path}): otevřeno, @Jana Malá, do 28. 2. 2026",
        "  - 11. 2. 2026: čeká se",
    ]


def test_reviews_of_two_meetings_stand_both():
    second = meeting(day=TODAY, path="zapisy/druhe.md", reviews=(review(f"{ID}/1", comment="ano"),))
    ours = built(FIRST, second, old=BASE).text
    theirs = below(BASE, 1, "  - 11. 2. 2026: čeká se")
    assert lines_of(merge(ours, theirs), 1) == [
        "  - 11. 2. 2026: čeká se",
        "  - zápis [13. 4. 2026](zapisy/druhe.md): splněno, ano",
    ]


def test_new_entries_of_both_stand_in_their_order():
    further = (task("Třetí"), task("Čtvrtý"))
    ours = built(FIRST, meeting(further[0], day=TODAY, id="A", path="a.md"), old=BASE).text
    theirs = built(FIRST, meeting(further[1], day=TODAY, id="B", path="b.md"), old=BASE).text
    ids = [str(block.id) for block in read_tracker("u", merge(ours, theirs)).value.blocks]
    assert ids == ["A/1", "B/1", f"{ID}/1", f"{ID}/2", f"{ID}/3"]


def test_two_tasks_with_one_number_stay_both_and_the_next_build_parts_them():
    our_meeting = meeting(*FIRST.tasks, task("Vyvěsit plakáty u radnice"))
    their_meeting = meeting(*FIRST.tasks, task("Zajistit občerstvení pro hosty"))
    ours = below(built(our_meeting, old=BASE).text, 4, "  - 11. 2. 2026: naše")
    theirs = below(built(their_meeting, old=BASE).text, 4, "  - 11. 2. 2026: jejich")
    text = merge(ours, theirs)
    both = meeting(*our_meeting.tasks, their_meeting.tasks[-1])
    update = built(both, old=text)
    found = [
        (str(entry.id), entry.sentence, entry.statements[-1].note)
        for entry in update.tracker.entries
    ]
    assert found[3:] == [
        (f"{ID}/4", "Vyvěsit plakáty u radnice", "naše"),
        (f"{ID}/5", "Zajistit občerstvení pro hosty", "jejich"),
    ]
    assert [item.code.name for item in update.diagnostics[FIRST.path]] == ["task-renumbered"]


def test_a_fact_follows_an_entry_that_a_build_has_renumbered():
    base = BASE.replace(f"#{ID}/2 ", f"#{ID}/1 ")
    ours = base.replace(f"#{ID}/1 Obvolat", f"#{ID}/4 Obvolat")
    theirs = base.replace(
        ": otevřeno, @Petr Cháb\n", ": otevřeno, @Petr Cháb\n  - 11. 2. 2026: k Petrovi\n"
    )
    assert lines_of(merge(ours, theirs, base), 4) == ["  - 11. 2. 2026: k Petrovi"]


def test_a_number_given_again_is_another_task():
    """The entry was deleted and its number, the highest, was given to a new task."""
    ours = BASE.replace("Objednat sál", "Vymalovat chodbu v přízemí")
    theirs = below(BASE, 3, "  - 11. 2. 2026: sál je zadaný")
    found = [block.content for block in read_tracker("u", merge(ours, theirs)).value.blocks]
    assert found[2:] == ["Objednat sál", "Vymalovat chodbu v přízemí"]


def without(number: int, text: str = BASE) -> str:
    return text.replace("\n".join(entry_of(text, f"{ID}/{number}")) + "\n\n", "")


def test_an_entry_deleted_by_one_side_and_left_by_the_other_goes():
    assert merge(without(2), BASE.replace("# Úkoly", "# Úkoly rady")) == without(2).replace(
        "# Úkoly", "# Úkoly rady"
    )


def test_an_entry_deleted_by_one_side_and_changed_by_the_other_stays():
    theirs = below(BASE, 2, "  - 11. 2. 2026: ozvali se")
    assert merge(without(2), theirs) == theirs


def test_a_paragraph_behind_a_deleted_entry_stays_where_the_other_side_wrote_it():
    theirs = BASE.replace(HEAD[3], f"od Evy\n\n{HEAD[3]}")
    assert merge(without(2), theirs).split("\n")[-3:] == ["", "od Evy", ""]


def test_lines_of_somebodys_own_stay_to_the_letter():
    ours = BASE.replace("# Úkoly\n", "# Úkoly\n\n> Pravidla: *vždy* do pátku\t\n")
    theirs = below(BASE, 1, "    - [ ] krok", "  moje   mezery").replace(
        HEAD[2], f"---\n\n{HEAD[2]}"
    )
    text = merge(ours, theirs)
    for line in ("> Pravidla: *vždy* do pátku\t", "    - [ ] krok", "  moje   mezery", "---"):
        assert text.split("\n").count(line) == 1


def test_an_own_heading_at_the_end_takes_no_new_entry_into_its_section():
    ours = f"{BASE}\n## Moje poznámky\n\nNezapomenout na klíče.\n"
    theirs = built(meeting(*FIRST.tasks, task("Čtvrtý")), old=BASE).text
    text = merge(ours, theirs)
    blocks = read_tracker("u", text).value.blocks
    assert {block.section for block in blocks} == {FIRST.section}
    assert text.endswith("\n\n## Moje poznámky\n\nNezapomenout na klíče.\n")


# Head lines changed by hand.


def ticked(number: int, text: str = BASE, box: str = "x") -> str:
    return text.replace(HEAD[number], HEAD[number].replace("[ ]", f"[{box}]"))


def test_a_tick_stays_for_the_next_build_where_the_other_side_says_nothing_of_the_state():
    theirs = below(BASE, 1, "  - 11. 2. 2026: termín 5. 5. 2026")
    theirs = theirs.replace("do 28. 2. 2026\n  -", "do 5. 5. 2026\n  -", 1)
    text = merge(ticked(1), theirs)
    assert (head_of(text, 1), lines_of(text, 1)) == (
        HEAD[1].replace("[ ]", "[x]").replace("28. 2.", "5. 5."),
        ["  - 11. 2. 2026: termín 5. 5. 2026"],
    )
    assert "  - 13. 4. 2026: splněno" in entry_of(built(FIRST, old=text).text, f"{ID}/1")


def test_a_tick_gets_its_date_where_the_other_side_has_an_older_state():
    theirs = ticked(1, below(BASE, 1, "  - 11. 2. 2026: rozpracováno"), "/")
    text = merge(ticked(1), theirs)
    assert entry_of(text, f"{ID}/1") == [
        HEAD[1].replace("[ ]", "[x]"),
        BASE.split("\n")[5],
        "  - 11. 2. 2026: rozpracováno",
        "  - 13. 4. 2026: splněno",
    ]


def test_both_ticks_are_one_fact():
    ours, theirs = below(ticked(1), 1, "  - naše"), below(ticked(1), 1, "  - jejich")
    text = merge(ours, theirs)
    assert (head_of(text, 1), lines_of(text, 1)[-1]) == (
        HEAD[1].replace("[ ]", "[x]"),
        "  - 13. 4. 2026: splněno",
    )


def test_an_assignee_written_before_the_deadline_is_no_part_of_the_sentence():
    head = "- [ ] #m/1 Objednat sál (termín: v roce 2027)"
    line = "  - zápis [23. 1. 2026](m.md): otevřeno, (termín: v roce 2027)"
    ours = f"{head.replace(' (termín', ' @Eva Horáková (termín')}\n{line}\n"
    theirs = f"{head}\n{line}\n  - 11. 2. 2026: čeká se\n"
    text = merge(ours, theirs, f"{head}\n{line}\n")
    assert "- [ ] #m/1 Objednat sál @Eva Horáková (termín: v roce 2027)" in text


def test_a_reworded_sentence_stays_for_the_next_build_to_keep():
    ours = BASE.replace("Zaslat nápady", "Zaslat pět nápadů")
    text = merge(ours, below(BASE, 1, "  - 11. 2. 2026: čeká se"))
    assert head_of(text, 1) == HEAD[1].replace("Zaslat nápady", "Zaslat pět nápadů")


def test_of_two_rewordings_one_stays_as_a_note():
    ours = BASE.replace("Zaslat nápady", "Zaslat pět nápadů")
    theirs = BASE.replace("Zaslat nápady", "Zaslat nápady Evě")
    text = merge(ours, theirs)
    assert (head_of(text, 1), lines_of(text, 1)) == (
        HEAD[1].replace("Zaslat nápady", "Zaslat nápady Evě"),
        ["  - 13. 4. 2026: znění v seznamu bylo „Zaslat pět nápadů“"],
    )


def test_a_fact_written_below_an_untouched_head_line_is_not_undone():
    """Only the next build, which remembers the head line, can tell this from an unticked box."""
    ours = below(BASE, 1, "  - 11. 2. 2026: splněno")
    theirs = below(BASE, 1, "  - 12. 2. 2026: díky")
    text = merge(ours, theirs)
    update = built(FIRST, old=text, remembered=dict(built(FIRST).heads))
    assert (lines_of(update.text, 1), head_of(update.text, 1)) == (
        ["  - 11. 2. 2026: splněno", "  - 12. 2. 2026: díky"],
        HEAD[1].replace("[ ]", "[x]"),
    )


# Conflicts.


def conflict_of(ours: str, theirs: str, base: str = BASE, size: int = 7) -> Merged:
    merged = merge_trackers(base, ours, theirs, TODAY, size)
    assert isinstance(merged, Merged)
    return merged


CONTRADICTIONS = [
    ("11. 2. 2026: splněno", "11. 2. 2026: zrušeno"),
    ("11. 2. 2026: termín 5. 5. 2026", "11. 2. 2026: termín 6. 6. 2026"),
    ("11. 2. 2026: termín neurčen", "11. 2. 2026: termín 6. 6. 2026"),
    ("11. 2. 2026: řeší @Jana", "11. 2. 2026: řeší @Karel, proto"),
]


@pytest.mark.parametrize(("ours", "theirs"), CONTRADICTIONS)
def test_contradictions_of_one_day_are_left_to_a_person(ours: str, theirs: str):
    merged = conflict_of(below(BASE, 2, f"  - {ours}"), below(BASE, 2, f"  - {theirs}"))
    assert [str(task) for task in merged.conflicts] == [f"{ID}/2"]
    forms = split_forms(merged.text)
    assert forms
    assert [lines_of(form, 2) for form in forms] == [[f"  - {ours}"], [f"  - {theirs}"]]


def test_a_conflict_surrounds_one_entry_and_the_rest_is_merged():
    ours = below(below(ticked(1), 1, "  - naše"), 3, "  - 11. 2. 2026: sál je volný")
    theirs = below(ticked(1, box="-"), 2, "  - 11. 2. 2026: ozvali se")
    setting = BASE.split("\n")[5]
    expected = below(
        below(BASE, 3, "  - 11. 2. 2026: sál je volný"), 2, "  - 11. 2. 2026: ozvali se"
    )
    expected = expected.replace(
        f"{HEAD[1]}\n{setting}\n",
        f"<<<<<<< naše podoba\n{HEAD[1].replace('[ ]', '[x]')}\n{setting}\n  - naše\n"
        "  - 13. 4. 2026: splněno\n=======\n"
        f"{HEAD[1].replace('[ ]', '[-]')}\n{setting}\n  - naše\n"
        "  - 13. 4. 2026: zrušeno\n>>>>>>> jejich podoba\n",
    )
    assert conflict_of(ours, theirs).text == expected


def test_a_tracker_with_a_conflict_is_refused_until_a_person_has_chosen():
    merged = conflict_of(ticked(1), ticked(1, box="-"))
    problems = read_tracker("ukoly.md", merged.text).diagnostics
    forms = split_forms(merged.text)
    assert forms
    assert [item.code.name for item in problems] == ["tracker-conflict"] * 2
    assert [read_tracker("ukoly.md", form).diagnostics for form in forms] == [(), ()]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("11. 2. 2026: splněno", "12. 2. 2026: zrušeno"),
        ("11. 2. 2026: splněno", "11. 2. 2026: splněno, opravdu"),
        ("11. 2. 2026: splněno", "11. 2. 2026: řeší @Eva Malá"),
        ("11. 2. 2026: splněno", "11. 2. 2026: čeká se"),
        ("11. 2. 2026: řeší @Eva, @Petr", "11. 2. 2026: řeší @Petr, @Eva"),
    ],
)
def test_what_does_not_contradict_is_no_conflict(ours: str, theirs: str):
    text = merge(below(BASE, 2, f"  - {ours}"), below(BASE, 2, f"  - {theirs}"))
    assert sorted(lines_of(text, 2)) == sorted((f"  - {ours}", f"  - {theirs}"))


def test_a_conflict_in_the_common_version_counts_as_what_its_forms_share():
    """As git hands it over where the branches have merged each other before."""
    base = conflict_of(ticked(1), ticked(1, box="-"), size=9).text
    forms = split_forms(base)
    assert forms
    ours = below(forms[0], 2, "  - 11. 2. 2026: ozvali se")
    again = conflict_of(ours, forms[1], base)
    settled = conflict_of(ours, forms[0], base)
    assert ([str(task) for task in again.conflicts], settled) == ([f"{ID}/1"], Merged(ours))


# What is not understood, line ends, emptiness.


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("  - 31. 2. 2026: splněno", "datum „31. 2. 2026“ neexistuje"),
        ("<<<<<<< HEAD", "nedořešený rozpor"),
        ("- [ ] #a b", "číslu úkolu nelze porozumět"),
    ],
)
def test_a_text_that_cannot_be_understood_is_named(place: int, line: str, message: str):
    versions = [BASE, below(BASE, 1, "  - naše"), below(BASE, 1, "  - jejich")]
    versions[place] = below(versions[place], 1, line)
    result = merge_trackers(*versions, TODAY)
    assert isinstance(result, NotUnderstood)
    assert (result.text, message in result.message) == (
        ("základ", "naše podoba", "jejich podoba")[place],
        True,
    )


def test_windows_line_ends_stay_where_the_common_version_has_them():
    ours, theirs = below(BASE, 1, "  - naše"), below(BASE, 2, "  - jejich")
    base, ours, theirs = (text.replace("\n", "\r\n") for text in (BASE, ours, theirs))
    assert merge(ours, theirs, base).replace("\r\n", "\n") == below(
        below(BASE, 1, "  - naše"), 2, "  - jejich"
    )
    assert merge(ours, theirs, base).count("\r\n") == merge(ours, theirs, base).count("\n")


def test_a_side_that_changed_only_line_ends_wins_them():
    ours = BASE.replace("\n", "\r\n")
    theirs = below(BASE, 2, "  - jejich")
    assert merge(ours, theirs) == theirs.replace("\n", "\r\n")


@pytest.mark.parametrize("base", ["", "# Úkoly\n"])
def test_entries_of_both_are_there_without_a_common_version(base: str):
    first = built(FIRST).text
    second = built(meeting(task("Jiný úkol"), id="X", path="x.md")).text
    text = merge(first, second, base)
    ids = [str(block.id) for block in read_tracker("u", text).value.blocks]
    assert (ids, text.count("# Úkoly\n"), text.count("\n## ")) == (
        [f"{ID}/1", f"{ID}/2", f"{ID}/3", "X/1"],
        1,
        1,
    )


def test_both_sides_may_have_deleted_everything():
    assert merge("# Úkoly\n", "# Úkoly rady\n") == "# Úkoly rady\n"
