"""Reviews of older tasks as they are printed, in their line and in the table made for them."""

import pytest

from making import meeting_of
from meetings import WORKING_GROUP
from zapis.body import Blocks, List, ListItem, Paragraph, ReviewLine
from zapis.czech.deadlines import Deadline
from zapis.inline import Inlines, Strong, Text, plain_text
from zapis.model.meeting import Meeting, Section
from zapis.model.tasks import Assignee, Review, TaskId, TaskStatus
from zapis.render.view import make_view
from zapis.render.views import ReviewView, SectionView

OPEN, DONE = TaskStatus.OPEN, TaskStatus.DONE
EVA = (Assignee("Eva Malá"),)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _text(words: str) -> Inlines:
    return (Text(words),) if words else ()


def _view(*reviews: Review, blocks: Blocks = (), made: bool = False) -> tuple[SectionView, ...]:
    section = Section(_text("Kontrola úkolů"), blocks, made=made)
    return make_view(Meeting("", "a.md", reviews=reviews, sections=(section,)), assets={}).sections


def _review_view(review: Review) -> ReviewView:
    (view,) = make_view(Meeting("", "a.md", reviews=(review,)), assets={}).reviews
    return view


def _reviewed(body: str) -> ReviewView:
    (view,) = make_view(meeting_of(body), assets={}).reviews
    return view


def _printed(view: ReviewView) -> str:
    """What is printed behind the task."""
    joint = ": " if view.children and not view.flows else ""
    return _plain(f"{view.status}{joint}{plain_text(view.children)}")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("", "splněno"),
        ("hotovo", "splněno"),
        ("hotovo, odpovědělo všech devět", "splněno: odpovědělo všech devět"),
        ("Splněno. Rada návrh schválila.", "splněno: Rada návrh schválila."),
        ("vyřízeno – dopis odešel", "splněno: dopis odešel"),
        ("splněnost dat je 80 %", "splněno: splněnost dat je 80 %"),
    ],
)
def test_a_done_task_says_so_once_whatever_the_word(words: str, printed: str):
    assert _printed(_reviewed(f"- [x] #BC-1/2 {words}")) == printed


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("", "otevřeno"),
        ("trvá", "trvá"),
        ("Trvá, nový termín 20. 4. 2026", "trvá, nový termín 20. 4. 2026"),
        ("trvá. Čeká se na cenu.", "trvá. Čeká se na cenu."),
        ("pokračuje (zatím pět jmen)", "pokračuje (zatím pět jmen)"),
        ("čeká se na cenu", "otevřeno: čeká se na cenu"),
    ],
)
def test_an_open_task_keeps_the_authors_word_and_punctuation(words: str, printed: str):
    assert _printed(_reviewed(f"- [ ] #BC-1/2 {words}")) == printed


@pytest.mark.parametrize(
    ("words", "facts", "printed"),
    [
        (
            "nový termín 20. 4.",
            {"status": OPEN, "new_deadline": Deadline("20. 4.")},
            "otevřeno: nový termín 20. 4.",
        ),
        (
            "čeká se",
            {"status": OPEN, "new_deadline": Deadline("do pátku"), "new_assignees": EVA},
            "otevřeno: nový termín do pátku; nově řeší Eva Malá, čeká se",
        ),
        (
            "trvá, čeká se",
            {"status": OPEN, "state_words": "trvá", "new_assignees": EVA},
            "trvá: nově řeší Eva Malá, čeká se",
        ),
        ("řeší Malé", {"status": OPEN, "new_assignees": EVA}, "otevřeno: řeší Malé"),
    ],
)
def test_every_change_is_said_once(words: str, facts: dict[str, object], printed: str):
    review = Review("2", children=_text(words), **facts)  # type: ignore[arg-type]
    assert _printed(_review_view(review)) == printed


def test_formatting_behind_the_state_is_kept():
    children = (Text("splněno, vše je "), Strong(_text("hotovo")))
    view = _review_view(Review("2", DONE, children, state_words="splněno"))
    assert view.children == (Text("vše je "), Strong(_text("hotovo")))


def test_a_bold_word_of_state_is_left_as_the_author_has_it():
    view = _reviewed("- [x] #BC-1/2 **hotovo**, odpověděli")
    assert (_printed(view), type(view.children[0])) == ("splněno: hotovo, odpověděli", Strong)


def test_the_line_in_the_record_says_the_same():
    review = Review("2", DONE, _text("hotovo, odpověděli"), state_words="hotovo")
    (section,) = _view(review, blocks=(ReviewLine(0, review.children),))
    assert section.blocks == (ReviewLine(0, _text("odpověděli")),)


def test_review_names_the_task_of_the_setting_meeting():
    (view,) = make_view(WORKING_GROUP, assets={}).reviews
    assert (view.name, view.facts, view.number, view.status) == (
        "Obvolat organizace",
        "Petr Cháb; BC-2025-11-20/2",
        "2",
        "splněno",
    )


@pytest.mark.parametrize(
    ("target", "name"),
    [("P-2026-03-16/3", "Úkol P-2026-03-16/3"), ("3", "Úkol 3 z předchozího jednání")],
)
def test_a_task_that_is_not_known_is_called_by_its_number(target: str, name: str):
    view = _review_view(Review(target, OPEN, ()))
    assert (_plain(view.name), view.facts) == (name, "")


def _known(number: int, meeting: str = "P-1") -> Review:
    task = TaskId(meeting, number)
    return Review(str(task), DONE, (), resolved=task, sentence=f"Úkol číslo {number}")


def _items(*blocks: Blocks) -> List:
    return List("bullet", tuple(map(ListItem, blocks)))


LINES = (ReviewLine(0, ()),), (ReviewLine(1, ()),)
NOTE = Paragraph(_text("Pan Cháb doplnil cenu."))


def test_a_made_section_is_a_table_above_the_text_that_follows():
    (section,) = _view(_known(1), _known(2), blocks=(_items(*LINES), NOTE), made=True)
    assert ([view.number for view in section.reviews], section.blocks) == (["1", "2"], (NOTE,))


@pytest.mark.parametrize(
    ("last", "items"),
    [
        (_known(2), (LINES[0], (*LINES[1], NOTE))),
        (Review("2", DONE, ()), LINES),
    ],
    ids=["a note below a review", "a task that is not known"],
)
def test_what_does_not_fit_into_a_table_is_a_list(last: Review, items: tuple[Blocks, ...]):
    (section,) = _view(_known(1), last, blocks=(_items(*items),), made=True)
    assert (section.reviews, len(section.blocks)) == ((), 1)


def test_a_list_under_the_authors_own_heading_stays_a_list():
    (section,) = _view(_known(1), _known(2), blocks=(_items(*LINES),))
    assert (section.reviews, len(section.blocks)) == ((), 1)


@pytest.mark.parametrize(
    ("meetings", "note"),
    [
        (("P-1", "P-1"), "V seznamu úkolů pod označením P-1/číslo."),
        (("P-1", "P-2"), ""),
    ],
)
def test_the_full_form_of_numbers_is_said_once_where_one_meeting_set_them(
    meetings: tuple[str, str], note: str
):
    reviews = [_known(number, meeting) for number, meeting in enumerate(meetings, 1)]
    (section,) = _view(*reviews, blocks=(_items(*LINES),), made=True)
    assert _plain(section.reviews_note) == note


@pytest.mark.parametrize(("number", "anchor"), [(None, "kontrola_ukolu"), (1, "bod_1")])
def test_a_made_section_has_an_anchor(number: int | None, anchor: str):
    section = Section(_text("Kontrola úkolů"), (_items(*LINES),), number, made=True)
    meeting = Meeting("", "a.md", reviews=(_known(1), _known(2)), sections=(section,))
    assert [view.anchor for view in make_view(meeting, assets={}).sections] == [anchor]
