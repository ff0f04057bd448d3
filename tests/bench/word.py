"""Word documents in a process that is warm, against parsing the bodies they are made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from bench.corpus import minutes_in
from bench.measuring import measure_calls, timed
from bench.setting import Setting
from bench.table import Measured, Ratio, Row, at_most, whole
from zapis.engine.reading import read_all
from zapis.model.meeting import Meeting
from zapis.pipeline import make_documents
from zapis.render.formats import FORMATS
from zapis.render.view import make_view
from zapis.render.views import DocumentView
from zapis.tasks.meetings import apply_slice, slice_alone
from zapis.workspace import open_workspace


@dataclass(frozen=True, slots=True)
class _Samples:
    """The same minutes as meetings, as views and as bodies."""

    meetings: Sequence[Meeting]
    views: Sequence[DocumentView]
    bodies: Sequence[str]


def rows(setting: Setting) -> Iterator[Row]:
    """The row of the table of speeds that is about one document, and the same with its view."""
    samples = _read(setting.sources(setting.sizes.small))
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    word = FORMATS["docx"]
    calls = (
        timed(lambda: [word(view) for view in samples.views]),
        timed(lambda: [make_documents(one, ("docx",), {}, "") for one in samples.meetings]),
        timed(lambda: [parser.parse(body) for body in samples.bodies]),
    )
    timings = measure_calls(calls, setting.times)
    count = f"dokumentů {whole(len(samples.bodies))}"
    names = (f"pohled → Word, {count}", f"jednání → Word, {count}", f"`MarkdownIt.parse`, {count}")
    written, made, parsed = map(Measured, names, timings)
    name = "jeden dokument Wordu v zahřátém procesu : čtení jeho textu markdown-it-py"
    yield Row(name, at_most(1), at_most(0.5), Ratio(written, parsed))
    yield Row(f"{name}, i s přípravou pohledu", None, None, Ratio(made, parsed))


def _read(root: Path) -> _Samples:
    workspace = open_workspace(root)
    paths = minutes_in(root)
    files = read_all(workspace, [path.relative_to(root).as_posix() for path in paths], ())
    meetings = [
        apply_slice(file.meeting, slice_alone(file.meeting)) for file in files if file.meeting
    ]
    views = [make_view(meeting, assets={}, link_base="") for meeting in meetings]
    bodies = [path.read_text(encoding="utf-8").split("\n---\n", 1)[1] for path in paths]
    return _Samples(meetings, views, bodies)
