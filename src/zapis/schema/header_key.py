"""What a header key is, and how its many Czech forms are written down briefly."""

from msgspec import Struct

from zapis.schema.shapes import Shape


class HeaderKey(Struct, frozen=True):
    """A key of the header: its canonical name, Czech forms, English forms, and what it holds.

    `labels` are the Czech forms as they are printed, the usual one first; a form that is not
    printed as it is written stands as `form=Label`. A `repeatable` key may stand in one header in
    several forms (`zapsal` beside `zapsala`). A `silent` key has no line of its own in the
    document, so an empty one leaves no trace.
    """

    name: str
    shape: Shape
    description: str
    labels: tuple[str, ...]
    english: tuple[str, ...] = ()
    repeatable: bool = False
    silent: bool = False


_GENDERS = ("", "a", "i", "y", "o", "(a)", "/a", "(i)", "/i")


def verbs(*stems: str) -> tuple[str, ...]:
    """The past tense in every gender and number, and in the ways of writing two of them at once."""
    return tuple(stem + ending for stem in stems for ending in _GENDERS)


def phrases(beginnings: str, nouns: str) -> tuple[str, ...]:
    """Every beginning before every noun, both lists divided by commas."""
    return tuple(f"{first} {noun}" for first in beginnings.split(",") for noun in nouns.split(","))
