"""Attendance and officers as templates name them: „pritomni“, „zapsal“."""

from msgspec import Struct

from zapis.render.views import DocumentView, PeopleView


class PeopleText(Struct, frozen=True):
    """People of one label; as a text all of them in a line, false where there is nobody.

    **Why** not the view itself: a template asks `{% if omluveni %}`, and a view is always true.
    """

    label: str
    count: int | None
    names: tuple[str, ...]
    words: str

    def __bool__(self) -> bool:
        return bool(self.names or self.words)

    def __str__(self) -> str:
        separator = "; " if any("," in name for name in self.names) else ", "
        return separator.join((*self.names, self.words) if self.words else self.names)


NOBODY = PeopleText("", None, (), "")


def people_text(view: PeopleView) -> PeopleText:
    """The people of a line of attendance."""
    return PeopleText(view.label, view.count, view.names, view.words)


def attendance(view: DocumentView) -> tuple[PeopleText, ...]:
    """All lines of attendance in their order."""
    return tuple(map(people_text, view.attendance))


def people_of(view: DocumentView, role: str) -> PeopleText:
    """Those with a role of attendance, nobody where the author left it out."""
    found = (people for people in view.attendance if people.key == role)
    return next(map(people_text, found), NOBODY)


def signed(view: DocumentView, role: str) -> str:
    """The names of those who sign in a role („recorder“), in a line."""
    names = [item.name for item in view.signatures if item.role == role]
    return ("; " if any("," in name for name in names) else ", ").join(names)


def line_of(view: DocumentView, key: str) -> str:
    """The text of the header's line with a canonical key, empty where there is none."""
    return next((item.text for item in (*view.fields, *view.closing) if item.key == key), "")
