"""What minutes and their documents depend on beside their own text, as keys and states.

A key names one thing outside the text: `serie:pv`, `obrazek:zapisy/mapa.png`. Its state is a short
text that differs when the thing does. What was found while minutes were read is noted, and nothing
else is asked again: a new series makes nobody's documents old but its own.
"""

import json
import os
import stat
from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct

from zapis.engine.index.digests import short_digest
from zapis.engine.index.values import to_json
from zapis.engine.templates.own import OwnTemplates, find_own, read_own
from zapis.files import inside
from zapis.model.forms import NO_CHANGE
from zapis.source import Span
from zapis.workspace import Workspace

SERIES, PROJECT = "serie", "projekt"
ORGANIZATION, PERSONS, FORM = "organizace", "osoby", "podoba"
FILE, PICTURE = "soubor", "obrazek"
TEMPLATES, TEMPLATE = "sablony", "sablona"
ALL = "*"
_BUILT_IN = "zapis"
THERE, OUTSIDE, _MISSING = "je", "venku", "není"
"""States of a file; one is outside if its path leads out of the workspace."""
_LONGEST_DEVICE = len("com1")
_ODD = frozenset("\\:$")  # in drives and in longer names of devices


class States:
    """The states of things as they are now, each looked at once."""

    def __init__(self, workspace: Workspace, formats: tuple[str, ...] = ()) -> None:
        """Nothing is looked at yet. `formats` are those for which templates are wanted."""
        self._workspace = workspace
        self._formats = formats or workspace.settings.formats
        self._known: dict[str, str] = {}
        self._folders: dict[str, bool] = {}
        self._answers: dict[str, tuple[str, ...]] = {}
        self._current: set[str] = set()

    def __call__(self, key: str) -> str:
        """The state of the thing with a key."""
        known = self._known.get(key)
        if known is None:
            kind, _, name = key.partition(":")
            known = self._known[key] = _STATES[kind](self, name)
        return known

    def are_current(self, depends: str) -> bool:
        """Whether everything in a list of keys with their states is as it was."""
        return not self.changed(depends)

    def changed(self, depends: str) -> tuple[str, ...]:
        """The keys whose things are not as they were."""
        # Most minutes of a series depend on the same things, so one answer serves hundreds; others
        # have a few links of their own beside them, which need not be taken out of JSON.
        answer = self._answers.get(depends)
        if answer is None:
            things = depends[2:-2].split('", "')
            answer = () if self._current.issuperset(things) else self._compare(depends)
            self._answers[depends] = answer
            if not answer:
                self._current.update(things)
        return answer

    def _compare(self, depends: str) -> tuple[str, ...]:
        before = json.loads(depends or "{}")
        return tuple(key for key, state in before.items() if self(key) != state)

    @staticmethod
    def different(before: str, now: str) -> tuple[str, ...]:
        """The keys of two lists whose states differ, or that only one of them has."""
        old, new = json.loads(before or "{}"), json.loads(now or "{}")
        return tuple(key for key in sorted({*old, *new}) if old.get(key) != new.get(key))

    @cached_property
    def own_templates(self) -> OwnTemplates:
        """The templates of one's own that there are."""
        return find_own(self._workspace.root)

    def series(self, name: str) -> str:
        """A series, or the keys of all."""
        return _part(self._workspace.settings.series, name)

    def project(self, name: str) -> str:
        """A project, or the keys of all."""
        return _part(self._workspace.settings.projects, name)

    def organization(self, _name: str) -> str:
        """The organisation of meetings that name none."""
        return self._workspace.settings.organization

    def persons(self, _name: str) -> str:
        """All persons of the settings."""
        persons = self._workspace.settings.persons
        return content_state(persons) if persons else ""

    def form(self, _name: str) -> str:
        """What the settings change in the form of documents, beside what series do."""
        settings = self._workspace.settings
        every = [settings.form, *settings.kinds]
        return content_state(every) if every != [NO_CHANGE] else ""

    def file(self, path: str) -> str:
        """Whether there is a file, or whether its path leads out."""
        root = self._workspace.root
        folder, _, name = path.rpartition("/")
        if self._is_inside(folder) and _is_plain(name):
            known = _look_at(f"{root}/{path}")
            if known is not None:
                return known
        found = inside(root, path)
        if found is None:
            return OUTSIDE
        return THERE if found.exists() else _MISSING

    def _is_inside(self, folder: str) -> bool:
        """Whether a folder stays in the workspace.

        **Why** remembered, and step by step: to follow all links on the way to a file takes long,
        and those that minutes link to lie in few folders.
        """
        known = self._folders.get(folder)
        if known is None:
            root = self._workspace.root
            above, _, name = folder.rpartition("/")
            is_step = _is_plain(name) and self._is_inside(above)
            known = not folder or (is_step and _look_at(f"{root}/{folder}") is not None)
            known = self._folders[folder] = known or inside(root, folder) is not None
        return known

    def picture(self, path: str) -> str:
        """What is in a picture, or why it is of no use."""
        from zapis.engine.assets import AssetReader  # noqa: PLC0415 - loads the model

        return AssetReader(self._workspace.root).state(path)

    def templates(self, name: str) -> str:
        """The files of a template, or the names of all."""
        if name == ALL:
            return ",".join(self.own_templates)
        files = self.own_templates.get(name or _BUILT_IN, {})
        # Of formats that were not asked for it is not known yet what is wrong with their templates.
        return ",".join(f"{form}={path} {form in self._formats}" for form, path in files.items())

    def template(self, path: str) -> str:
        """What is in a file of a template."""
        data = read_own(self._workspace.root, path)
        return "není" if data is None else short_digest(data)


_STATES: Mapping[str, Callable[[States, str], str]] = MappingProxyType(
    {
        SERIES: States.series,
        PROJECT: States.project,
        ORGANIZATION: States.organization,
        PERSONS: States.persons,
        FORM: States.form,
        FILE: States.file,
        PICTURE: States.picture,
        TEMPLATES: States.templates,
        TEMPLATE: States.template,
    }
)


def _is_plain(name: str) -> bool:
    """Whether a name cannot be that of a device, lead elsewhere or be read as another."""
    if not name.isprintable() or name != name.strip() or not _ODD.isdisjoint(name):
        return False
    return len(name.replace(" ", ".").partition(".")[0]) > _LONGEST_DEVICE


def _look_at(path: str) -> str | None:
    """Whether there is a file; None for links, which may lead anywhere.

    **Why** text and one call: minutes of twenty years link to thousands of files.
    """
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return _MISSING
    except (OSError, ValueError):
        return None
    return None if stat.S_ISLNK(mode) else THERE


def content_state(value: object) -> str:
    """A state of values of the model; where they stand in their file does not count."""
    return short_digest(json.dumps(value, default=_without_place).encode())


def _without_place(value: object) -> object:
    if isinstance(value, Span):
        return None
    if isinstance(value, Struct):
        return [getattr(value, name) for name in value.__struct_fields__]
    return json.loads(to_json(value))


def _part(entries: Mapping[str, object], name: str) -> str:
    if name == ALL:
        return content_state([*entries.values()])
    return content_state(entries[name]) if name in entries else "není"
