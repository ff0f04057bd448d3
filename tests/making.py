"""Making minutes for tests: short texts to meetings, files to workspaces."""

import datetime as dt
from pathlib import Path

from zapis.check.surroundings import Surroundings
from zapis.diagnostics import Diagnostic, Outcome
from zapis.engine.build import BuildRequest, BuildResult, build
from zapis.model.meeting import Meeting
from zapis.model.settings import Settings
from zapis.pipeline import read_minutes
from zapis.source import SourceFile
from zapis.workspace import open_workspace

TODAY = dt.date(2026, 4, 13)
EVERYTHING_EXISTS = Surroundings(exists=lambda _path: True)
NOTHING_EXISTS = Surroundings(exists=lambda _path: False)


def read(
    body: str,
    header: str = "datum: 20. 3. 2026",
    *,
    settings: Settings | None = None,
    surroundings: Surroundings = EVERYTHING_EXISTS,
) -> Outcome[Meeting | None]:
    """The outcome of reading minutes with a header and a body."""
    source = SourceFile("zapis.md", f"---\n{header}\n---\n{body}\n")
    return read_minutes(source, settings or Settings(), surroundings)


def meeting_of(body: str, header: str = "datum: 20. 3. 2026") -> Meeting:
    """The meeting of minutes with a header and a body."""
    meeting = read(body, header).value
    assert meeting is not None
    return meeting


def found(outcome: Outcome[Meeting | None], code: str) -> list[Diagnostic]:
    """The diagnostics of a code."""
    return [item for item in outcome.diagnostics if item.code.id == code]


def make_workspace(root: Path, files: dict[str, str | bytes]) -> Path:
    """A workspace with these files besides those it has; `zapis.yaml` is there, if only empty."""
    settings = {} if (root / "zapis.yaml").exists() else {"zapis.yaml": ""}
    for path, content in {**settings, **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def build_workspace(root: Path, today: dt.date = TODAY) -> BuildResult:
    """The result of building a whole workspace."""
    return build(open_workspace(root), BuildRequest(today))
