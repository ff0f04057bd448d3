"""Sources as they were read last, small enough to keep all of them, and what each depends on."""

from collections import OrderedDict
from collections.abc import Collection, Iterator
from zlib import compress, decompress

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.check.surroundings import Surroundings
from zapis.check.walk import all_inlines
from zapis.engine.assets import AssetReader
from zapis.engine.index.digests import short_digest
from zapis.engine.index.values import from_json, to_json
from zapis.engine.preview.stamps import TEMPLATES
from zapis.engine.reading import ReadFile, read_file, surroundings_of
from zapis.inline import Image
from zapis.model.assets import Asset
from zapis.model.meeting import Meeting
from zapis.model.paths import image_path
from zapis.pipeline import read_minutes
from zapis.source import SourceFile
from zapis.tasks.meetings import MeetingTasks, meeting_tasks
from zapis.workspace import Workspace

_MOST_WHOLE = 16
# Where a copy and a template that cannot be used are told.
_SPANS = frozenset({"id", "date", "template"})
_ANY_CHARACTER = "surrogatepass"
# The first level is four times as fast as the usual one, and its result a tenth longer.
_LEVEL = 1


class Kept(Struct, frozen=True):
    """A source as it was read last.

    The meeting in `file` has only what others and lists need; in place of the text stands its
    digest. `written_tasks` are its MeetingTasks in JSON, empty where the file is no minutes.
    `asked` are the other files that the result depends on, there or not. `packed` is the text,
    empty where that is.

    **Why** packed: texts are most of what is kept, and of ten thousand one or two are looked at.
    """

    file: ReadFile
    written_tasks: str
    asked: frozenset[str]
    packed: bytes

    @property
    def source(self) -> SourceFile:
        """The source with its text."""
        data = decompress(self.packed) if self.packed else b""
        return SourceFile(self.file.path, data.decode(errors=_ANY_CHARACTER))

    @property
    def tasks(self) -> MeetingTasks | None:
        """What the tracker needs of the meeting, if there is one."""
        return from_json(MeetingTasks, self.written_tasks) if self.written_tasks else None

    @property
    def facts(self) -> tuple[object, ...]:
        """What others depend on: the judgement of all sources is the same while this is."""
        meeting, own = self.file.meeting, self.tasks
        if meeting is None or own is None:
            return (self.file.failed,)
        tasks = tuple(replace(task, span=None) for task in own.tasks)
        reviews = tuple(replace(review, span=None) for review in own.reviews)
        plain = replace(own, tasks=tasks, reviews=reviews, span=None)
        return (self.file.failed, meeting.restricted, plain)


def keep(file: ReadFile, tasks: MeetingTasks | None, asked: Collection[str]) -> Kept:
    """A source that has been read, with its text packed."""
    path, data = file.path, file.source.text.encode(errors=_ANY_CHARACTER)
    thin = replace(file, source=SourceFile(path, short_digest(data) if data else ""))
    packed = compress(data, _LEVEL) if data else b""
    return Kept(thin, to_json(tasks) if tasks else "", frozenset(asked), packed)


class SourceReader(Struct):
    """Reads sources under the settings of a workspace; the last meetings stay whole for a while."""

    workspace: Workspace
    named: Collection[str]
    assets: AssetReader
    whole: OrderedDict[str, tuple[str, Meeting]] = field(default_factory=OrderedDict)

    def read(self, path: str) -> Kept:
        """The source at a path as it is on the disk now."""
        asked: set[str] = set()
        file = read_file(self.workspace, path, self._listening(asked), named=path in self.named)
        meeting = file.meeting
        if meeting is None:
            return keep(file, None, asked)
        asked |= set(_pictures(meeting))
        file = file.with_diagnostics(self.assets.load(meeting).diagnostics)
        self._keep(path, file.source.text, meeting)
        thin = replace(file, meeting=_without_record(meeting))
        return keep(thin, meeting_tasks(meeting), asked)

    def meeting(self, kept: Kept) -> Meeting | None:
        """The whole meeting of a source, from the text that was read."""
        source = kept.source
        path, text = source.path, source.text
        if path in self.whole and self.whole[path][0] == text:
            self.whole.move_to_end(path)
            return self.whole[path][1]
        named = path in self.named
        settings, around = self.workspace.settings, surroundings_of(self.workspace)
        meeting = read_minutes(source, settings, around, named=named).value
        if meeting is not None:
            self._keep(path, text, meeting)
        return meeting

    def load(self, meeting: Meeting) -> dict[str, Asset]:
        """The pictures of a meeting."""
        return self.assets.load(meeting).value

    def _keep(self, path: str, text: str, meeting: Meeting) -> None:
        self.whole[path] = (text, meeting)
        self.whole.move_to_end(path)
        if len(self.whole) > _MOST_WHOLE:
            self.whole.popitem(last=False)

    def _listening(self, asked: set[str]) -> Surroundings:
        """Surroundings that note which files they are asked for."""
        plain = surroundings_of(self.workspace)

        def exists(path: str) -> bool:
            asked.add(path)
            return plain.exists(path)

        def templates() -> Collection[str]:
            asked.add(TEMPLATES)
            return plain.templates()

        return Surroundings(exists, plain.contains, templates)


def _pictures(meeting: Meeting) -> Iterator[str]:
    """The files of pictures and logos, relative to the root."""
    project = meeting.project
    for logo in (*project.header_logos, *project.footer_logos) if project else ():
        yield logo.path
    folder = meeting.path.rpartition("/")[0]
    for node in all_inlines(meeting):
        if isinstance(node, Image) and (path := image_path(folder, node.src)):
            yield path


def _without_record(meeting: Meeting) -> Meeting:
    """The meeting as far as others and lists need it; ten thousand of these fit into memory."""
    return Meeting(
        id=meeting.id,
        path=meeting.path,
        kind=meeting.kind,
        series=meeting.series,
        subject=meeting.subject,
        ordinal=meeting.ordinal,
        when=meeting.when,
        restricted=meeting.restricted,
        template=meeting.template,
        spans={key: span for key, span in meeting.spans.items() if key in _SPANS},
    )
