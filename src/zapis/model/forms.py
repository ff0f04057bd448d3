"""What a workspace changes in the form that a kind of meeting has."""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.folding import fold
from zapis.model.kinds import GENERAL, Kind

NameLabel = tuple[str, str]
"""The name of a label („tasks“), or the folded label of a key of the header, and the new label."""


class FormChange(Struct, frozen=True):
    """What `zapis.yaml` sets instead of the usual form of documents; empty fields change nothing.

    `kind` is the noun of a known kind, or a folded kind of the author's own; empty where the change
    holds for every kind. `labels` are by the names of `DEFAULT_LABELS`, `renamed` by the folded
    label that would be printed („zapsala“). `signers` is None where signatures stay as they are.
    """

    kind: str = ""
    heading: str = ""
    labels: tuple[NameLabel, ...] = ()
    renamed: tuple[NameLabel, ...] = ()
    parts: tuple[str, ...] = ()
    signers: tuple[str, ...] | None = None

    def concerns(self, kind: Kind, own: str) -> bool:
        """Whether it holds for meetings of a kind; `own` is the author's word for a general one."""
        if not self.kind or self.kind == fold(kind.noun):
            return True
        folded = fold(own)
        return kind == GENERAL and (folded == self.kind or folded.startswith(self.kind + " "))


NO_CHANGE = FormChange()
"""The usual form."""


def shape(kind: Kind, changes: Iterable[FormChange]) -> Kind:
    """The kind with changes made to it one after the other."""
    for change in changes:
        kind = replace(
            kind,
            heading=change.heading or kind.heading,
            labels=MappingProxyType({**kind.labels, **dict(change.labels)}),
            parts=in_order(change.parts, kind.parts) if change.parts else kind.parts,
            signers=kind.signers if change.signers is None else change.signers,
            signers_ordered=kind.signers_ordered or change.signers is not None,
        )
    return kind


def in_order(wanted: Sequence[str], usual: Sequence[str]) -> tuple[str, ...]:
    """The usual parts, in which the wanted ones take each other's places; all others stay.

    **Why** not left out: nothing that an author writes is lost because of a setting.
    """
    following = iter(wanted)
    return tuple(next(following) if part in wanted else part for part in usual)
