"""Read YAML as strings with positions: all problems at once, and what can be read is read."""

from zapis import codes
from zapis.codes import Severity
from zapis.data_tree import DataTree
from zapis.diagnostics import Diagnostic, Outcome
from zapis.parse.yaml_events import Failure, read_events, yaml_text
from zapis.parse.yaml_frames import Reading
from zapis.parse.yaml_problems import misplaced
from zapis.parse.yaml_problems.comments import find_lost_comments
from zapis.parse.yaml_problems.repair import MOST_PROBLEMS, Repair, repair
from zapis.parse.yaml_problems.wording import Problem, to_diagnostics
from zapis.parse.yaml_tree import build_tree
from zapis.source import Region

LONGEST = 500_000
"""Characters of YAML that are read; an attendance list of a thousand people has 60,000."""


def read_yaml(region: Region) -> Outcome[DataTree]:
    """The data of a region and the places of all its parts.

    Values are texts, None (nothing written), lists or mappings; the root is a mapping always.
    Texts on several lines keep their line ends. What cannot be read is reported and, where it
    is plain what was meant, read nevertheless.
    """
    if region.end - region.start > LONGEST:
        return _refuse(region)
    text = region.text
    read = yaml_text(text)
    events, failure = read_events(read)
    if failure is None:
        reading = Reading(text, read, region.start)
        tree = build_tree(reading, events)
        if isinstance(tree.data, dict | None) and not reading.is_doubtful:
            reading.problems += find_lost_comments(text, read, events)
            return _outcome(region, tree, reading.problems)
    return _read_repaired(region, text, repair(text, read), failure)


def _read_repaired(
    region: Region, text: str, repaired: Repair, failure: Failure | None
) -> Outcome[DataTree]:
    """Read what the repair left, unless it could not help."""
    problems = repaired.problems
    events, remaining = read_events(repaired.masked)
    if remaining is not None:
        if not problems:
            at = min((failure or remaining).offset, max(len(text) - 1, 0))
            problems = [misplaced.unclear(text, at, min(at + 1, len(text)))]
        return _outcome(region, DataTree({}), problems)
    reading = Reading(text, repaired.masked, region.start, frozenset(repaired.glued))
    tree = build_tree(reading, events)
    found = [*reading.problems, *find_lost_comments(text, repaired.masked, events)]
    problems += (one for one in found if not _is_echo(one, repaired))
    return _outcome(region, tree, problems)


def _is_echo(problem: Problem, repaired: Repair) -> bool:
    """Whether a tip is about a pair in which there was an error anyway."""
    is_tip = problem.code.severity is Severity.TIP
    return is_tip and repaired.is_damaged(problem.start)


def _outcome(region: Region, tree: DataTree, problems: list[Problem]) -> Outcome[DataTree]:
    data = tree.data if isinstance(tree.data, dict) else {}
    spans = {**tree.spans, (): region.span(0, region.end - region.start)}
    found = sorted(problems, key=lambda problem: (problem.start, problem.code.id))
    if len(found) > MOST_PROBLEMS:
        found[MOST_PROBLEMS:] = [misplaced.too_many(found[MOST_PROBLEMS], MOST_PROBLEMS)]
    return Outcome(DataTree(data, spans, tree.keys, tree.texts), to_diagnostics(found, region))


def _refuse(region: Region) -> Outcome[DataTree]:
    length = (region.end - region.start) // 1000
    message = (
        f"hlavička nebo nastavení má {length} tisíc znaků, nejvýše smí mít {LONGEST // 1000} tisíc"
    )
    cure = "hlavičku ukončete řádkem „---“, dlouhé texty patří pod ni"
    span = region.span(0, 0)
    return Outcome(DataTree({}), (Diagnostic(codes.TOO_LARGE, message, span, cure),))
