"""What the steps of a build share: the workspace, what is asked, what is remembered of it."""

from pathlib import Path

from msgspec import Struct

from zapis.diagnostics import Diagnostics
from zapis.engine.dependencies import States
from zapis.engine.index.look import Look
from zapis.engine.making import Maker
from zapis.engine.plan import Before
from zapis.engine.processes.pool import choose_processes
from zapis.engine.progress import Progress
from zapis.engine.request import BuildRequest
from zapis.workspace import Workspace


class Setup(Struct, frozen=True):
    """One build: `asked` are the formats, `formats` those that can be made on this machine."""

    workspace: Workspace
    request: BuildRequest
    look: Look | None
    before: Before
    states: States
    asked: tuple[str, ...]
    formats: tuple[str, ...]
    missing: Diagnostics
    progress: Progress

    @property
    def moment(self) -> int:
        """When everything was looked at, in nanoseconds since 1970."""
        return self.look.moment if self.look else 0

    @property
    def output(self) -> Path:
        """The folder of the documents."""
        return self.request.output or self.workspace.output

    @property
    def is_remembered(self) -> bool:
        """Whether there is an index: not outside a workspace, nor where settings are broken."""
        return self.look is not None and not self.workspace.broken

    def is_selected(self, path: str) -> bool:
        """Whether documents of a source are asked for."""
        return self.request.paths is None or path in self.request.paths

    def processes(self, items: int) -> int:
        """In how many processes to do so much work."""
        return choose_processes(self.request.processes, items)

    def maker(self, aside: Path | None = None) -> Maker:
        """What makes documents; one of its own for each stage, for it gathers what it has seen."""
        request = self.request
        return Maker(
            self.workspace,
            self.output,
            self.formats,
            self.asked,
            self.moment,
            strict=request.strict,
            aside=aside,
        )
