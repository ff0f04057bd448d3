"""From the model to the view: everything a document says, decided once for every format."""

from collections.abc import Mapping
from types import MappingProxyType

from zapis.czech.typography import typeset
from zapis.inline import Inlines, Text
from zapis.model.assets import Asset, logo_key
from zapis.model.kinds import Kind
from zapis.model.meeting import Meeting, Section
from zapis.model.settings import Logo, Project
from zapis.render.heading import Heading, KindOfMeeting, kind_of, make_heading
from zapis.render.links import file_from_output
from zapis.render.view_body import BodyTypesetter
from zapis.render.view_header import (
    format_day,
    format_hours,
    label_of,
    make_agenda,
    make_closing,
    make_fields,
    make_place_and_day,
)
from zapis.render.view_labels import rename_labels
from zapis.render.view_people import (
    MISSING,
    Typeset,
    make_attendance,
    make_on_behalf,
    make_on_behalf_label,
    make_signatures,
)
from zapis.render.view_reviews import make_reviews, make_reviews_note, said_of, tabled_reviews
from zapis.render.view_tasks import make_tasks, make_tasks_note
from zapis.render.views import (
    AttachmentView,
    DocumentView,
    LogoView,
    PublicityView,
    ReviewView,
    SectionView,
)

_MARKS = MappingProxyType({"koncept": "KONCEPT", "k připomínkám": "K PŘIPOMÍNKÁM"})
_REVIEWS = "kontrola_ukolu"
_NOTICE = "Úplné znění – neurčeno ke zveřejnění"


def make_view(
    meeting: Meeting, *, assets: Mapping[str, Asset], link_base: str = ""
) -> DocumentView:
    """Everything that a document of this meeting prints.

    `assets` are pictures by `src` and by the path of a logo; `link_base` leads from the folder of
    the output to that of the source (`../../zapisy/`), so that relative links keep their goal.
    """
    found = kind_of(meeting)
    return _view(rename_labels(meeting, found.changes), found, assets, link_base)


def _view(
    meeting: Meeting, found: KindOfMeeting, assets: Mapping[str, Asset], link_base: str
) -> DocumentView:
    kind = found.kind
    print_text = typeset if meeting.typography else _as_written
    values = _values(meeting, kind)
    heading = _heading(meeting, values, print_text)
    body = BodyTypesetter(print_text, link_base, tuple(map(said_of, meeting.reviews)))
    reviews = make_reviews(meeting, print_text, body)
    return DocumentView(
        title=_title(heading, print_text(format_day(meeting.when, kind))),
        heading=heading.heading,
        subheading=heading.subheading,
        project=print_text(_project_line(meeting.project)),
        mark=_MARKS.get(meeting.status, ""),
        notice=print_text(_NOTICE) if meeting.restricted else "",
        organization=print_text(meeting.organization),
        fields=make_fields(meeting, kind, heading.topic, print_text),
        attendance=make_attendance(meeting, print_text),
        agenda_label=print_text(label_of("agenda", meeting, kind)),
        agenda=make_agenda(meeting, _anchors(meeting.sections), print_text),
        show_agenda=bool(meeting.agenda),
        sections=_sections(meeting.sections, reviews, body, kind.labels["reviews"]),
        footnotes=body.footnotes(meeting.footnotes),
        tasks=make_tasks(meeting, kind, print_text, body),
        tasks_label=print_text(label_of("tasks", meeting, kind)),
        tasks_note=print_text(make_tasks_note(meeting)),
        reviews=reviews,
        next_meeting_label=print_text(label_of("next_meeting", meeting, kind)),
        next_meeting=print_text(_next_meeting(meeting)),
        attachments_label=print_text(label_of("attachments", meeting, kind)),
        attachments=_attachments(meeting, link_base, print_text),
        closing=make_closing(meeting, print_text),
        place_and_day=print_text(make_place_and_day(meeting)),
        signatures=make_signatures(meeting, kind, print_text),
        on_behalf_label=print_text(make_on_behalf_label(meeting, kind)),
        on_behalf=make_on_behalf(meeting, print_text),
        publicity=_publicity(meeting.project, print_text),
        footer_text=_title(heading, ""),
        assets=assets,
        parts=kind.parts,
        labels=_labels(found, print_text),
        values=MappingProxyType({key: print_text(text) for key, text in values.items()}),
        data=MappingProxyType({key: _own(item, print_text) for key, item in meeting.data.items()}),
    )


def _labels(found: KindOfMeeting, print_text: Typeset) -> Mapping[str, str]:
    """The labels of a kind; only those of a workspace can need typesetting."""
    labels = found.kind.labels
    if not found.changes:
        return labels
    return MappingProxyType({name: print_text(text) for name, text in labels.items()})


def _as_written(text: str) -> str:
    return text


def _values(meeting: Meeting, kind: Kind) -> dict[str, str]:
    """The single facts that title lines and templates may name."""
    ordinal = meeting.ordinal.strip().removesuffix(".")
    return {
        "cislo": ordinal.removeprefix("č.").strip(),
        "poradi": ordinal,
        "datum": format_day(meeting.when, kind),
        "cas": format_hours(meeting.when),
        "misto": meeting.place,
        "nazev": (meeting.series.name if meeting.series else "") or meeting.subject,
    }


def _own(data: object, print_text: Typeset) -> object:
    """What the author gave for a template of their own: texts, tuples and mappings of them."""
    if isinstance(data, list):
        return tuple(_own(item, print_text) for item in data)
    if isinstance(data, dict):
        return MappingProxyType({key: _own(item, print_text) for key, item in data.items()})
    return print_text(data) if isinstance(data, str) else ""


def _heading(meeting: Meeting, values: Mapping[str, str], print_text: Typeset) -> Heading:
    made = make_heading(meeting, values)
    return Heading(print_text(made.heading), print_text(made.subheading), made.topic)


def _title(heading: Heading, day: str) -> str:
    """The title line in one piece, with the day unless it names it."""
    line = f"{heading.heading} {heading.subheading}".rstrip()
    return f"{line}, {day}" if day and day not in line else line


def _project_line(project: Project | None) -> str:
    if not project or not (project.name or project.number):
        return ""
    name = f"„{project.name}“" if project.name else project.number
    number = f" ({project.number})" if project.name and project.number else ""
    return f"v rámci projektu {name}{number}"


def _anchors(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """Anchors of sections by their numbers, by their place where they have none of their own."""
    anchors: dict[str, None] = {}
    for place, section in enumerate(sections, 1):
        numbered = f"bod_{section.number}"
        unique = section.number is not None and numbered not in anchors
        unnumbered = _REVIEWS if section.made else f"cast_{place}"
        anchors[numbered if unique else unnumbered] = None
    return tuple(anchors)


def _sections(
    sections: tuple[Section, ...],
    reviews: tuple[ReviewView, ...],
    body: BodyTypesetter,
    reviews_label: str,
) -> tuple[SectionView, ...]:
    def view(section: Section, anchor: str) -> SectionView:
        title: Inlines = body.inlines((Text(reviews_label),) if section.made else section.title)
        tabled = tabled_reviews(section, reviews)
        blocks = body.blocks(section.blocks[1:] if tabled else section.blocks)
        note = body.typeset(make_reviews_note(tabled))
        return SectionView(section.number, title, blocks, anchor, tabled, note)

    return tuple(map(view, sections, _anchors(sections)))


def _next_meeting(meeting: Meeting) -> str:
    """The author's words, a dash where the key is empty."""
    if meeting.next_meeting:
        return meeting.next_meeting.words or MISSING
    announced = any(item.key == "next_meeting" for item in meeting.fields)
    return MISSING if announced else ""


def _attachments(
    meeting: Meeting, link_base: str, print_text: Typeset
) -> tuple[AttachmentView, ...]:
    folder = meeting.path.rpartition("/")[0]
    hrefs = [
        file_from_output(item.path, folder, link_base) if item.path else ""
        for item in meeting.attachments
    ]
    named = zip(meeting.attachments, hrefs, strict=True)
    return tuple(
        AttachmentView(number, print_text(item.name or item.path), href)
        for number, (item, href) in enumerate(named, 1)
    )


def _publicity(project: Project | None, print_text: Typeset) -> PublicityView:
    if project is None:
        return PublicityView()
    return PublicityView(
        tuple(print_text(line) for line in project.header),
        tuple(print_text(line) for line in project.footer),
        _logos(project.header_logos, project),
        _logos(project.footer_logos, project),
    )


def _logos(logos: tuple[Logo, ...], project: Project) -> tuple[LogoView, ...]:
    fallback = f"Logo projektu {project.name}" if project.name else "Logo"
    return tuple(LogoView(logo_key(logo.path), logo.alt or fallback) for logo in logos)
