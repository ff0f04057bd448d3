"""Tasks and reviews where they stand in the record."""

from zapis.body import ReviewLine, Table, TaskLine
from zapis.inline import Inlines, Strong, Text
from zapis.render.docx.escaping import characters
from zapis.render.docx.inline import label, plain, runs
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, paragraph
from zapis.render.docx.styles import Style
from zapis.render.docx.tables import table
from zapis.render.docx.task_words import line_tail, task_label
from zapis.render.views import ReviewView, SectionView
from zapis.render.words import REVIEW_COLUMNS, REVIEW_JOINT

_MISSING = "–"


def task_line(part: Part, node: TaskLine, place: Place) -> str:
    """A task: the author's label, the sentence, fields that were taken out of it, its number."""
    named = task_label(part, node.index)
    before = label(f"{named}: ") if named else ""
    words = runs(part, node.children, place.room)
    return paragraph(before + words + line_tail(part, node.index, fields=node.fields), place)


def review_line(part: Part, node: ReviewLine, place: Place) -> str:
    """A review: what the older task was, who had it until when, and what is said of it now."""
    reviews = part.document.view.reviews
    if not 0 <= node.index < len(reviews):
        return paragraph(runs(part, node.children, place.room), place)
    return paragraph(_reviewed(part, reviews[node.index], node.children, place.room), place)


def _reviewed(part: Part, review: ReviewView, children: Inlines, room: int) -> str:
    """„Obvolat organizace (Petr Cháb; BC-2026-01-23/2) – splněno: odpovědělo devět“."""
    style = part.document.styles[Style.TASK].id
    known = characters(f" ({review.facts})") if review.facts else ""
    facts = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{known}</w:r>' if known else ""
    joint = plain(": ") if children and not review.flows else ""
    said = label(review.status) + joint + (runs(part, children, room) if children else "")
    return f"{plain(review.name)}{facts}{plain(' – ')}{said}"


def review_table(part: Part, view: SectionView) -> str:
    """Reviews as a table, whose last column says what has become of the task."""
    if not view.reviews:
        return ""
    short = bool(view.reviews_note)
    rows = tuple(_review_row(review, short=short) for review in view.reviews)
    heads = _cells(*(part.document.view.labels[name] for name in REVIEW_COLUMNS))
    made = table(part, Table(heads, rows, ()), part.place)
    note = part.document.styles[Style.NOTE]
    return made + (paragraph(plain(view.reviews_note), part.place, note) if short else "")


def _review_row(review: ReviewView, *, short: bool) -> tuple[Inlines, ...]:
    number = review.number if short else review.full_id
    joint = (Text(REVIEW_JOINT),) if review.children and not review.flows else ()
    said = (Strong((Text(review.status),)), *joint, *review.children)
    return (*_cells(number, review.sentence, review.assignees, review.deadline), said)


def _cells(*texts: str) -> tuple[Inlines, ...]:
    return tuple((Text(words or _MISSING),) for words in texts)
