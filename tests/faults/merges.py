"""Random two-branch histories merged by git with zapis as the driver: nothing is lost."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from msgspec.structs import replace

from git_repository import Repository
from merge_oracle import Merge, see
from tracker_branches import Author, Branch, History, begin, merge_meetings
from zapis.tasks.merge.markers import split_forms
from zapis.tasks.tracker_file import read_tracker

SMALL = 10
FULL = 2000
WORKERS = 2
# One history in so many has branches that merged each other before.
CROSSED = 4


def faults(count: int, folder: Path, seed: int) -> list[str]:
    """What is wrong with so many histories, each merged in both directions."""
    workers = WORKERS if count >= FULL else 1
    shares = [range(number, count, workers) for number in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        runs = [
            pool.submit(_run, folder / f"r{number}", seed, share)
            for number, share in enumerate(shares)
        ]
        return [fault for run in runs for fault in run.result()]


def _run(root: Path, seed: int, numbers: Sequence[int]) -> list[str]:
    git = _Git(root)
    return [
        f"historie {number}: {fault}"
        for number in numbers
        for fault in _check(git, Random(f"{seed}/{number}"), f"h{number}")  # noqa: S311
    ]


def _check(git: "_Git", chance: Random, name: str) -> Iterator[str]:
    base = begin(chance)
    git.save(f"{name}/base", [base])
    sides = [_Side(git, f"{name}/{own}", Author(chance, own), base) for own in "ab"]
    for side in sides:
        side.work(chance.randint(1, 5), f"{name}/base")
    yield from _check_merge(git, sides, base)
    if chance.randrange(CROSSED) == 0:
        yield from _check_crossed(git, sides, base, chance)


def _check_crossed(
    git: "_Git", sides: Sequence["_Side"], base: Branch, chance: Random
) -> Iterator[str]:
    """Both branches merge the other one as it was, go on, and are merged again."""
    before = [side.commit for side in sides]
    texts: list[str] = []
    histories = (
        History(base, sides[0].branch, sides[1].branch),
        History(base, *[sides[1].branch, sides[0].branch]),
    )
    for side, other, history in zip(sides, reversed(before), histories, strict=True):
        texts.append(git.merge(side.commit, other))
        forms = split_forms(texts[-1])
        text = forms[chance.randrange(2)] if forms else texts[-1]
        side.settle(history, text)
    for side in sides:
        side.work(chance.randint(1, 3), side.commit)
    is_clean = all(split_forms(text) is None for text in texts)
    pending = {**sides[0].branch.pending, **sides[1].branch.pending}
    middle = replace(sides[0].start, pending=pending) if is_clean else None
    yield from _check_merge(git, sides, middle)


def _check_merge(git: "_Git", sides: Sequence["_Side"], base: Branch | None) -> Iterator[str]:
    ours, theirs = sides
    here = git.merge(ours.commit, theirs.commit)
    there = git.merge(theirs.commit, ours.commit)
    if (split_forms(here) or (here, here)) != (split_forms(there) or (there, there))[::-1]:
        yield "záleží na pořadí větví"
    if base is not None:
        yield from Merge(base, ours.branch, theirs.branch, here).faults()
    else:
        yield from _check_common(ours.branch.text, theirs.branch.text, here)


def _check_common(ours: str, theirs: str, text: str) -> Iterator[str]:
    """What must hold whatever the branches come from: what both say is there."""
    forms = split_forms(text) or (text,)
    for form in forms:
        yield from (item.message for item in read_tracker("ukoly.md", form).diagnostics)
    facts = [see(form).facts for form in forms]
    found = facts[0] | facts[-1]
    for lost in (see(ours).facts & see(theirs).facts) - found:
        yield f"zmizelo {lost}, co řekly obě větve"


class _Side:
    """A branch under the hands of one person."""

    def __init__(self, git: "_Git", name: str, author: Author, base: Branch) -> None:
        self.git = git
        self.commit = name
        self.author = author
        self.start = self.branch = base

    def work(self, edits: int, parent: str) -> None:
        """Edits, each a commit."""
        states: list[Branch] = []
        for _ in range(edits):
            self.branch = self.author.edit(self.branch)
            states.append(self.branch)
        self.commit = f"{self.commit}x"
        self.git.save(self.commit, states, parent)

    def settle(self, history: History, text: str) -> None:
        """Go on from a merge whose conflicts a person has resolved."""
        branch = replace(history.ours, text=text, meetings=merge_meetings(*history))
        self.start = self.branch = branch
        self.commit = f"{self.commit}m"
        self.git.keep(self.commit, text)


class _Git:
    """A repository with all histories."""

    def __init__(self, root: Path) -> None:
        self.repository = Repository(root)
        self.repository.use_zapis(root / ".git" / "info" / "attributes")
        self.repository.git("config", "gc.auto", "0")

    def save(self, name: str, states: Sequence[Branch], parent: str = "") -> None:
        """Commits one after another, the last of which is called by the name."""
        start = f"from refs/heads/{parent}\n" if parent else ""
        commands: list[bytes] = []
        for state in states:
            data = state.text.encode()
            head = f"commit refs/heads/{name}\ncommitter E <e@example.cz> 1776038400 +0000\n"
            file = f"M 100644 inline ukoly.md\ndata {len(data)}\n"
            commands += (f"{head}data 1\nz\n{start}{file}".encode(), data, b"\n")
            start = ""
        answer = self.repository.git("fast-import", "--quiet", "--force", given=b"".join(commands))
        assert answer.code == 0, answer.err

    def merge(self, ours: str, theirs: str) -> str:
        """The file after one branch has been merged into another, with conflicts if any."""
        git = self.repository.git
        git("reset", "-q", "--hard")
        answer = git("checkout", "-q", "--detach", ours)
        assert answer.code == 0, answer.err
        answer = git("merge", "-q", "--no-edit", theirs)
        text = self.repository.read()
        has_conflict = split_forms(text) is not None
        assert answer.code == int(has_conflict), f"{answer}"
        return text

    def keep(self, name: str, text: str) -> None:
        """Conclude the merge with this text and call it by a name."""
        (self.repository.root / "ukoly.md").write_bytes(text.encode())
        self.repository.git("add", "-A")
        self.repository.git("commit", "-q", "-m", "z")
        self.repository.git("branch", "-q", "-f", name)
