"""Values that are no part of the view but places where a writer puts more than one of them."""

from msgspec import Struct

from zapis.render.views import SectionView


class Placed(Struct, frozen=True):
    """A place by its name."""

    name: str


WHOLE = Placed("cely_zapis")
"""Everything below the title, in the order of the kind of meeting."""

CONTENTS = Placed("obsah")
"""The table of contents."""


class SectionBody(Struct, frozen=True):
    """What stands under the heading of a section: its table of reviews and its blocks."""

    section: SectionView
