"""Labels of the header that a workspace has renamed."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from zapis.czech.folding import fold
from zapis.model.forms import FormChange
from zapis.model.meeting import Meeting


def rename_labels(meeting: Meeting, changes: tuple[FormChange, ...]) -> Meeting:
    """The meeting with the labels that the changes give to keys of its header."""
    names = {label: new for change in changes for label, new in change.renamed}
    if not names:
        return meeting
    return replace(
        meeting,
        labels=MappingProxyType({key: _new(old, names) for key, old in meeting.labels.items()}),
        officers=tuple(replace(each, label=_new(each.label, names)) for each in meeting.officers),
        attendance=tuple(
            replace(each, label=_new(each.label, names)) for each in meeting.attendance
        ),
        fields=tuple(replace(each, label=_new(each.label, names)) for each in meeting.fields),
        signatures=tuple(
            replace(each, label=_new(each.label, names)) for each in meeting.signatures
        ),
    )


def _new(label: str, names: Mapping[str, str]) -> str:
    return names.get(fold(label), label)
