"""Reviews of older tasks as they are printed: what was set, and what this meeting says of it."""

from zapis.body import Block, List, ListItem, ReviewLine
from zapis.czech.folding import fold
from zapis.inline import Inlines, Text, plain_text
from zapis.model.meeting import Meeting, Section
from zapis.model.tasks import Assignee, Review
from zapis.render.view_body import BodyTypesetter
from zapis.render.view_people import Typeset
from zapis.render.view_tasks import full_form, make_deadline
from zapis.render.views import ReviewView

_ENDING = 2
_SEPARATORS = " \u00a0,.;:–-"


def make_reviews(
    meeting: Meeting, typeset: Typeset, body: BodyTypesetter
) -> tuple[ReviewView, ...]:
    """All reviews in the order of the text."""
    return tuple(_review(review, meeting, typeset, body) for review in meeting.reviews)


def tabled_reviews(section: Section, reviews: tuple[ReviewView, ...]) -> tuple[ReviewView, ...]:
    """The reviews that open a section which was made for them, where they fit into a table.

    Notes below a review do not, nor does a task of which nothing but its number is known.
    """
    if not section.made:
        return ()
    indexes = [_only_review(item) for item in _items(section.blocks[0])]
    found = [reviews[index] for index in indexes if index is not None]
    fit = len(found) == len(indexes) and all(view.sentence for view in found)
    return tuple(found) if fit else ()


def make_reviews_note(reviews: tuple[ReviewView, ...]) -> str:
    """The sentence that gives the full form of the numbers; empty where meetings differ."""
    meetings = {view.full_id.rpartition("/")[0] for view in reviews}
    return full_form(meetings.pop()) if len(meetings) == 1 else ""


def _items(block: Block) -> tuple[ListItem, ...]:
    return block.items if isinstance(block, List) else ()


def _only_review(item: ListItem) -> int | None:
    match item.blocks:
        case (ReviewLine(index),):
            return index
        case _:
            return None


def _review(review: Review, meeting: Meeting, typeset: Typeset, body: BodyTypesetter) -> ReviewView:
    full_id = str(review.resolved) if review.resolved else review.target.lstrip("#")
    assignees = typeset(", ".join(review.assignees))
    deadline = make_deadline(review.deadline_words, meeting, typeset)
    known = (assignees, deadline, full_id if review.sentence else "")
    return ReviewView(
        full_id=full_id,
        sentence=typeset(review.sentence),
        assignees=assignees,
        deadline=deadline,
        status=typeset(_status(review)),
        comment=typeset(review.comment),
        children=body.inlines(said_of(review)),
        name=typeset(review.sentence or _unknown(full_id)),
        facts="; ".join(filter(None, known)),
        flows=_flows(review),
    )


def _unknown(full_id: str) -> str:
    """What a task is called of which only the reference is known."""
    return f"Úkol {full_id}" if "/" in full_id else f"Úkol {full_id} z předchozího jednání"


def _status(review: Review) -> str:
    """The word of the state; of a task that stays open the author's own, which says more."""
    return review.state_words.lower() if _keeps_word(review) else review.status.value


def _keeps_word(review: Review) -> bool:
    return bool(review.state_words) and review.status.is_open and _behind_state(review) is not None


def _flows(review: Review) -> bool:
    return _keeps_word(review) and not _changes(review)


def said_of(review: Review) -> Inlines:
    """What this meeting says besides the state: its words, and changes that they do not name."""
    behind = _behind_state(review)
    if behind is not None and _flows(review):
        return behind
    said = review.children if behind is None else _without_separators(behind)
    changes = _changes(review)
    if not changes:
        return said
    return (Text("; ".join(changes)), *((Text(", "), *said) if said else ()))


def _changes(review: Review) -> list[str]:
    """A new deadline and new assignees that the words of the review do not hold."""
    words = fold(plain_text(review.children))
    changes = []
    if (due := review.new_deadline) and fold(due.words) not in words:
        changes.append(f"nový termín {due.words}")
    if not all(_is_named(assignee, words) for assignee in review.new_assignees):
        names = ", ".join(assignee.name for assignee in review.new_assignees)
        changes.append(f"nově řeší {names}")
    return changes


def _is_named(assignee: Assignee, words: str) -> bool:
    """Whether a name or a form of it is in the words; its last letters change."""
    surname = fold(assignee.name).split()[-1:]
    return all(part[: max(len(part) - _ENDING, 1)] in words for part in surname)


def _behind_state(review: Review) -> Inlines | None:
    """What follows the words of state at the beginning; None where the line has none."""
    words = review.state_words
    match review.children:
        case (Text(text, span), *rest) if words and text.startswith(words):
            return (Text(text[len(words) :], span), *rest) if text != words else tuple(rest)
        case _:
            return None


def _without_separators(children: Inlines) -> Inlines:
    """The words without the comma or dash that they begin with."""
    match children:
        case (Text(text, span), *rest):
            words = text.lstrip(_SEPARATORS)
            return (Text(words, span), *rest) if words else tuple(rest)
        case _:
            return children
