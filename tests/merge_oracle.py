"""What must be true of a merge, told from the histories and not from how zapis merges."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from tracker_branches import TODAY, Branch, Value, build, mark_of, merge_meetings
from zapis.tasks.merge.markers import split_forms
from zapis.tasks.tracker import GONE_SECTION, State, Statement, fold, newest_date
from zapis.tasks.tracker_file import Block, read_tracker
from zapis.tasks.tracker_head import print_tail
from zapis.tasks.tracker_lines import print_fact_line

_NAMES = ("status", "assignees", "deadline")


class Text(NamedTuple):
    """A tracker as the oracle sees it: entries by mark, facts, and lines of somebody's own."""

    blocks: Mapping[str, Block]
    facts: Counter[tuple[str, str]]
    own: Counter[str]


def see(text: str) -> Text:
    """The tracker taken apart."""
    file = read_tracker("ukoly.md", text).value
    blocks = {mark_of(block.content): block for block in file.blocks}
    facts = Counter(
        (mark_of(block.content), print_fact_line(statement))
        for block in file.blocks
        for statement in block.statements
        if not statement.path
    )
    return Text(blocks, facts, Counter(_own_lines(text)))


def _own_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if "moje" in line or "odstavec" in line:
            yield line


def union(first: Text, second: Text) -> Text:
    """What stands in either form of a text with conflicts."""
    return Text(
        {**second.blocks, **first.blocks}, first.facts | second.facts, first.own | second.own
    )


def expected(base: int, ours: int, theirs: int) -> int:
    """How often something must stand in a merge."""
    if min(ours, theirs) >= base:
        return max(ours, theirs)
    return max(0, min(ours, theirs) if max(ours, theirs) <= base else ours + theirs - base)


class Merge(NamedTuple):
    """A merge to be judged: the versions and the result, which may hold conflicts."""

    base: Branch
    ours: Branch
    theirs: Branch
    text: str

    def faults(self) -> Iterator[str]:
        """What is wrong, in words for the developer."""
        forms = split_forms(self.text)
        texts = forms or (self.text, self.text)
        for form in texts:
            yield from (item.message for item in read_tracker("ukoly.md", form).diagnostics)
        merged = union(*map(see, texts))
        versions = tuple(see(branch.text) for branch in self[:3])
        yield from _lost(versions, merged)
        yield from self._lost_hands(merged, what="zmizela změna")
        yield from self._wrong_conflicts(versions, texts, is_clean=forms is None)
        if forms is None:
            yield from self._wrong_heads(versions, merged)
            yield from self._wrong_builds(merged)

    def _lost_hands(self, merged: Text, what: str) -> Iterator[str]:
        for side in (self.ours, self.theirs):
            for (mark, name), value in side.pending.items():
                if self._is_settled(side, mark, name, value):
                    continue
                if mark in merged.blocks and merged.blocks[mark].section == GONE_SECTION:
                    continue
                if mark not in merged.blocks:
                    yield f"zmizel úkol {mark} se změnou v hlavním řádku"
                elif not _says(merged, mark, name, value):
                    yield f"{what} {name} úkolu {mark} v hlavním řádku: {_value(value)}"

    def _is_settled(self, side: Branch, mark: str, name: str, value: Value) -> bool:
        """Whether a value in a head line is nothing that its branch alone has changed by hand."""
        block = see(side.text).blocks.get(mark)
        return (
            (mark, name) in self.base.pending
            or self._is_doubtful(mark, name, value)
            or (block is not None and _is_told_value(block, name, value))
        )

    def _is_doubtful(self, mark: str, name: str, value: Value) -> bool:
        """Whether a hand has put back what the base shows, or what was told before new facts.

        The texts alone cannot tell this from a line that nobody has touched since the facts below
        it were written.
        """
        before = see(self.base.text)
        block = before.blocks.get(mark)
        if block is not None and _shows(block, name, value):
            return True
        for side in (self.ours, self.theirs):
            if side.pending.get((mark, name)) != value or mark not in see(side.text).blocks:
                continue
            said = see(side.text).blocks[mark].statements
            known = {own for key, own in before.facts if key == mark}
            new = [item for item in said if not item.path and print_fact_line(item) not in known]
            for count in range(len(new)):
                told = [item for item in said if item not in new[count:]]
                if _is_value_of(fold(told), name, value):
                    return True
        return False

    def _wrong_conflicts(
        self, versions: tuple[Text, ...], texts: tuple[str, ...], *, is_clean: bool
    ) -> Iterator[str]:
        base, ours, theirs = versions
        first, second = (see(text) for text in texts)
        for mark in ours.blocks.keys() & theirs.blocks.keys():
            here = self._new_words(mark, ours, (base, theirs), self.ours)
            there = self._new_words(mark, theirs, (base, ours), self.theirs)
            common = here.keys() & there.keys()
            is_conflict = not is_clean and not _is_same(first.blocks[mark], second.blocks[mark])
            is_told = _is_told(ours.blocks[mark]) and _is_told(theirs.blocks[mark])
            if is_conflict and is_told and all(here[one] == there[one] for one in common):
                yield f"zbytečný rozpor v úkolu {mark}: {here} {there}"
            wrong = [
                one
                for one in common
                if here[one][-1] not in there[one] and there[one][-1] not in here[one]
            ]
            if not is_conflict and any(self._both_change(mark, one[0], versions) for one in wrong):
                yield f"chybí rozpor v úkolu {mark}: {here} {there}"

    def _both_change(self, mark: str, name: str, versions: tuple[Text, ...]) -> bool:
        """Whether both sides have brought a property to something else than the base has."""
        branches = (self.base, self.ours, self.theirs)
        base, ours, theirs = (
            branch.pending.get((mark, name), getattr(fold(block.statements), name))
            if (block := version.blocks.get(mark))
            else None
            for branch, version in zip(branches, versions, strict=True)
        )
        return base not in (ours, theirs)

    def _new_words(
        self, mark: str, side: Text, others: tuple[Text, ...], branch: Branch
    ) -> dict[tuple[str, Any], list[str]]:
        """What a side alone has said of a task, by property and day."""
        block = side.blocks[mark]
        known = Counter[tuple[str, str]]()
        for other in others:
            known |= other.facts
        said = [item for item in block.statements if not item.path]
        seen = Counter[tuple[str, str]]()
        new = []
        for item in said:
            key = (mark, print_fact_line(item))
            seen[key] += 1
            new += [item] if seen[key] > known[key] else []
        day = newest_date(block.statements, TODAY)
        new += (
            replace(Statement(day), **{name: value})
            for (own, name), value in branch.pending.items()
            if own == mark
            and not _is_told_value(block, name, value)
            and self.base.pending.get((own, name)) != value
            and not self._is_doubtful(mark, name, value)
        )
        found: dict[tuple[str, Any], list[str]] = {}
        for item in new:
            for name in _NAMES:
                if (value := getattr(item, name)) is not None:
                    words = ", ".join(sorted(value)) if name == "assignees" else value
                    shown = print_tail(State(deadline=value)) if name == "deadline" else str(words)
                    found.setdefault((name, item.date), []).append(shown)
        return found

    def _wrong_heads(self, versions: tuple[Text, ...], merged: Text) -> Iterator[str]:
        """Head lines that are not what their statements add up to, though made by the merge."""
        held = {mark for mark, _ in self.ours.pending.keys() & self.theirs.pending.keys()}
        for mark, block in merged.blocks.items():
            stands = [version.blocks[mark] for version in versions if mark in version.blocks]
            if mark not in held and all(map(_is_told, stands)) and not _is_told(block):
                yield f"hlavní řádek neodpovídá: {block.head}"

    def _wrong_builds(self, merged: Text) -> Iterator[str]:
        meetings = merge_meetings(self.base, self.ours, self.theirs)
        for heads in (self.ours.heads, self.theirs.heads, {}):
            branch = build(Branch(meetings, self.text, heads))
            after = see(branch.text)
            # What is remembered of a number may be that of the other task which has it.
            if heads and len({block.id for block in merged.blocks.values()}) == len(merged.blocks):
                yield from self._lost_hands(after, what="po překladu zmizela změna")
            lost = Counter(line for _, line in merged.facts.elements())
            lost.subtract(line for _, line in after.facts.elements())
            yield from (f"po překladu zmizelo {line}" for line, count in lost.items() if count > 0)
            for line in merged.own - after.own:
                yield f"po překladu zmizelo {line}"
            if build(branch).text != branch.text:
                yield "druhý překlad mění soubor"


def _says(merged: Text, mark: str, name: str, value: Value) -> bool:
    """Whether a fact of the entry says it, or its head line shows it."""
    block = merged.blocks[mark]
    facts = [print_fact_line(replace(Statement(TODAY), **{name: value}))]
    lines = {line.partition(":")[2] for own, line in merged.facts if own == mark}
    if any(fact.partition(":")[2] in lines for fact in facts):
        return True
    return _shows(block, name, value)


def _is_told_value(block: Block, name: str, value: Value) -> bool:
    """Whether the statements below a head line say the value already."""
    return _is_value_of(fold(block.statements), name, value)


def _is_value_of(state: State, name: str, value: Value) -> bool:
    told, wanted = State(**{name: getattr(state, name)}), State(**{name: value})
    return (told.status, print_tail(told)) == (wanted.status, print_tail(wanted))


def _shows(block: Block, name: str, value: Value) -> bool:
    """Whether a head line shows the value of a property."""
    if name == "status":
        return block.status is value
    return print_tail(State(**{name: value})).strip(" ()") in block.content


def _is_same(first: Block, second: Block) -> bool:
    return (first.head, first.lines) == (second.head, second.lines)


def _is_told(block: Block) -> bool:
    """Whether the head line is what the statements add up to."""
    state = fold(block.statements)
    tail = print_tail(state)
    before = block.content.removesuffix(tail).replace("\\@", "")
    has_more = any(words in before for words in ("@", "(do ", "(termín: ", "2026"))
    return block.status is state.status and block.content.endswith(tail) and not has_more


def _value(value: Value) -> str:
    return str(getattr(value, "words", value))


def _lost(versions: tuple[Text, ...], merged: Text) -> Iterator[str]:
    base, ours, theirs = versions
    for mark in {*base.blocks, *ours.blocks, *theirs.blocks}:
        own, here, there = (version.blocks.get(mark) for version in versions)
        if here and there:
            is_wanted = True
        elif own and (here or there):
            left = here or there
            is_wanted = left is not None and not _is_same(left, own)
        else:
            is_wanted = bool(here or there)
        if is_wanted != (mark in merged.blocks):
            yield f"úkol {mark} {'zmizel' if is_wanted else 'přebývá'}"
        if here and there:
            yield from _lost_facts(mark, versions, merged)
    for line in {*base.own, *ours.own, *theirs.own}:
        counts = [version.own[line] for version in versions]
        if merged.own[line] < expected(*counts):
            yield f"zmizel řádek {line!r} {counts}"
        if merged.own[line] > max(counts[1:]):
            yield f"řádek {line!r} je tam {merged.own[line]}×, {counts}"


def _lost_facts(mark: str, versions: tuple[Text, ...], merged: Text) -> Iterator[str]:
    keys = {key for version in versions for key in version.facts if key[0] == mark}
    for key in keys:
        counts = [version.facts[key] for version in versions]
        if merged.facts[key] < expected(*counts):
            yield f"zmizelo {key} {counts}"
        if merged.facts[key] > max(counts[1:]) and counts[0] >= max(counts[1:]):
            yield f"vrátilo se {key} {counts}"
