"""Building a workspace: read what has changed, bring the tracker up to date, make what is old."""

from zapis.diagnostics import FileReport
from zapis.engine.dependencies import States
from zapis.engine.documents import Documents, Writer
from zapis.engine.ending import Ending
from zapis.engine.index.look import look_at
from zapis.engine.libraries import Makeable, find_makeable
from zapis.engine.outputs.aside import folder_aside
from zapis.engine.outputs.journal import open_journal
from zapis.engine.outputs.placing import Placer
from zapis.engine.plan import Before, DisturbedError, Plan, output_key, present_names, recall
from zapis.engine.processes.collecting import kept_to_the_end
from zapis.engine.progress import Progress, no_progress
from zapis.engine.request import BuildRequest, BuildResult, Skipped
from zapis.engine.setup import Setup
from zapis.engine.survey import Work, look_for_work, survey
from zapis.engine.telling import Teller
from zapis.engine.tracker.numbering import number_tasks
from zapis.engine.untouched import FirstLook
from zapis.workspace import CACHE, Workspace

__all__ = ["BuildRequest", "BuildResult", "Skipped", "build", "check"]

_NOTHING_SEEN = FirstLook()
_FEW = 60
"""So many sources are kept with drafts of their documents until numbers are known."""


def build(
    workspace: Workspace,
    request: BuildRequest,
    progress: Progress = no_progress,
    seen: FirstLook = _NOTHING_SEEN,
) -> BuildResult:
    """Make the documents that are asked for; the tracker is always that of the whole workspace.

    `seen` is how the sources look, if somebody has just looked for this request.
    """
    try:
        return _build(workspace, request, progress, seen)
    except DisturbedError:
        return _build(workspace, request, progress, FirstLook(look=seen.look))


def _build(
    workspace: Workspace, request: BuildRequest, progress: Progress, seen: FirstLook
) -> BuildResult:
    """One attempt.

    Each source that has changed is read once and its documents are laid aside, made with the
    numbers that are to be expected. What turns out to have others is made in a second wave.
    """
    with kept_to_the_end():
        setup = _prepare(workspace, request, progress, seen)
        work = look_for_work(setup)
    are_many = len(work.jobs) > _FEW
    with folder_aside(workspace.root / CACHE, wanted=are_many and not workspace.single) as aside:
        if are_many and aside is None:
            work = _without_drafts(work)
        found = survey(setup, work, aside)
        numbering = number_tasks(setup, found, save=True)
        plan = _plan(setup)
        done = Documents()
        journal = open_journal(workspace.root / CACHE if setup.is_remembered else None)
        placer = Placer(setup.output, request.overwrite, journal)
        Writer(setup, found, numbering, plan, placer, done).write()
    return Ending(setup, found, numbering, plan, done, journal).finish()


def check(workspace: Workspace, request: BuildRequest) -> tuple[FileReport, ...]:
    """The diagnostics of what is asked for, without writing anything."""
    setup = _prepare(workspace, request, no_progress, makes=False)
    found = survey(setup, _without_drafts(look_for_work(setup)), None)
    teller = Teller(setup, found, number_tasks(setup, found, save=False))
    said = (
        *teller.of_settings(),
        *teller.of_sources(all_of_them=True),
        *teller.of_templates(),
    )
    return tuple(item.report() for item in said)


def _prepare(
    workspace: Workspace,
    request: BuildRequest,
    progress: Progress,
    seen: FirstLook = _NOTHING_SEEN,
    *,
    makes: bool = True,
) -> Setup:
    """Look at the workspace and recall what is known of it."""
    look = None if workspace.single else seen.look or look_at(workspace)
    output = request.output or workspace.output
    is_known = look is not None and not workspace.broken
    asked = request.formats or workspace.settings.formats
    makeable = find_makeable(asked) if makes else Makeable(asked)
    return Setup(
        workspace,
        request,
        look,
        recall(workspace, output_key(workspace, output), seen) if is_known else Before(),
        States(workspace, asked),
        asked,
        makeable.formats,
        makeable.problems,
        progress,
    )


def _without_drafts(work: Work) -> Work:
    return work._replace(jobs=tuple(job._replace(wants=False) for job in work.jobs))


def _plan(setup: Setup) -> Plan:
    before = setup.before
    names = present_names(setup.output, before.documents.values())
    return Plan(before, setup.formats, names, again=setup.request.again)
