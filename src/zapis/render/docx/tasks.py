"""Tasks and reviews where they stand in the record."""

from zapis.body import ReviewLine, TaskLine
from zapis.inline import Inlines
from zapis.render.docx.escaping import characters
from zapis.render.docx.inline import label, plain, runs
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, paragraph
from zapis.render.docx.styles import Style
from zapis.render.docx.task_words import line_tail, task_label
from zapis.render.views import ReviewView


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
    number = review.full_id if review.sentence else ""
    facts = "; ".join(filter(None, (review.assignees, review.deadline, number)))
    style = part.document.styles[Style.TASK].id
    known = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{characters(f" ({facts})")}</w:r>'
    older = plain(review.sentence or f"Úkol {review.full_id}") + (known if facts else "")
    said = plain(": ") + runs(part, children, room) if children else ""
    return older + plain(" – ") + label(review.status) + said
