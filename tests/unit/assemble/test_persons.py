import pytest

from header_cases import meeting_of, problems_of
from zapis.model.person import People, Person

MAPPING = """\
pritomni:
  jmeno: Eva Horáková
  tituly: Mgr., Ph.D.
  organizace: Most
  utvar: terén
  funkce: manažerka
  email: e@example.cz
  alias: EH
"""


def people(text: str) -> People:
    """The people of the first list of a header."""
    return meeting_of(text).attendance[0]


def names(text: str) -> list[str]:
    """The full names in the first list of a header."""
    return [person.full_name for person in people(text).persons]


def person(text: str) -> Person:
    """The only person of a header's list, without the place."""
    (found,) = people(text).persons
    return Person(
        found.name,
        found.titles_before,
        found.titles_after,
        found.organization,
        found.unit,
        found.affiliation,
        found.role,
        found.email,
        found.note,
        found.aliases,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "pritomni: [Mgr. Eva Horáková]",
            Person("Eva Horáková", titles_before=("Mgr.",)),
        ),
        (
            "pritomni:\n  - Mgr. Eva Horáková, Ph.D. (Centrum Most – terén), manažerka",
            Person(
                "Eva Horáková",
                ("Mgr.",),
                ("Ph.D.",),
                "Centrum Most",
                "terén",
                "Centrum Most – terén",
                "manažerka",
            ),
        ),
        (
            "pritomni:\n  - Eva Horáková (ROZKOŠ bez RIZIKA, z. s.)",
            Person(
                "Eva Horáková",
                organization="ROZKOŠ bez RIZIKA, z. s.",
                affiliation="ROZKOŠ bez RIZIKA, z. s.",
            ),
        ),
        (
            "pritomni:\n  - Eva Horáková (od 17.25)",
            Person("Eva Horáková", note="od 17.25"),
        ),
        (
            "omluveni:\n  - Eva Horáková – nemoc",
            Person("Eva Horáková", note="nemoc"),
        ),
        (
            "pritomni:\n  - Eva Horáková – Most",
            Person("Eva Horáková", organization="Most", affiliation="Most"),
        ),
        ("pritomni: členové rady", Person("členové rady")),
        ("pritomni: starosta", Person("starosta")),
        ("pritomni: Horáková", Person("Horáková")),
        (
            MAPPING,
            Person(
                "Eva Horáková",
                ("Mgr.",),
                ("Ph.D.",),
                "Most",
                "terén",
                "Most – terén",
                "manažerka",
                "e@example.cz",
                "",
                ("EH",),
            ),
        ),
        (
            "pritomni: {jmeno: Mgr. Eva Horáková, organizace: Most}",
            Person("Eva Horáková", ("Mgr.",), organization="Most", affiliation="Most"),
        ),
    ],
)
def test_a_person_is_read_as_people_write_one(text: str, expected: Person) -> None:
    assert person(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pritomni: Eva Horáková, Petr Cháb", ["Eva Horáková", "Petr Cháb"]),
        ("pritomni: Eva Horáková; Petr Cháb", ["Eva Horáková", "Petr Cháb"]),
        ("pritomni: |\n  Eva Horáková\n  Petr Cháb", ["Eva Horáková", "Petr Cháb"]),
        ("pritomni: [Eva Horáková, Petr Cháb]", ["Eva Horáková", "Petr Cháb"]),
        ("pritomni:\n  - Eva Horáková\n  -\n  - Petr Cháb", ["Eva Horáková", "Petr Cháb"]),
        ("pritomni: [doc. Olga Malá, Ph.D., Jan Novák]", ["doc. Olga Malá, Ph.D.", "Jan Novák"]),
        ("pritomni: doc. Olga Malá, Ph.D., Jan Novák", ["doc. Olga Malá, Ph.D.", "Jan Novák"]),
        ("pritomni: [Olga Malá, předsedkyně, Jan Novák]", ["Olga Malá", "Jan Novák"]),
        ("pritomni: [Olga Malá (Most, z. s.), Jan Novák]", ["Olga Malá", "Jan Novák"]),
        ("pritomni:\n  - Olga Malá\n  - členové rady", ["Olga Malá", "členové rady"]),
        ("pritomni:\n  - Olga Malá, Jan Novák", ["Olga Malá", "Jan Novák"]),
        ("pritomni:\n  - Mgr. Olga Malá, Centrum Most", ["Mgr. Olga Malá"]),
        ("pritomni:\n  - Jan Novák\n  - {jmeno: Olga Malá}", ["Jan Novák", "Olga Malá"]),
    ],
)
def test_a_list_of_persons_is_split(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "pritomni: [doc. Olga Malá, Ph.D., Jan Novák]",
            (
                "doubtful-split",
                "„doc. Olga Malá, Ph.D.“ se čte jako jedna osoba",
                "doc. Olga Malá, Ph.D.",
            ),
        ),
        (
            "pritomni:\n  - Olga Malá, Jan Novák",
            (
                "doubtful-split",
                "rozdělení osob v „Olga Malá, Jan Novák“ je nejisté",
                "Olga Malá, Jan Novák",
            ),
        ),
    ],
)
def test_a_doubtful_split_is_a_tip(text: str, problem: tuple[str, str, str]) -> None:
    assert problems_of(text) == [problem]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("pritomni: Dle listiny přítomných", "Dle listiny přítomných", []),
        ("pritomni: 12 osob dle prezenční listiny", "12 osob dle prezenční listiny", []),
        ("pritomni: [viz prezenční listina]", "viz prezenční listina", []),
        (
            "pritomni: Jan Novák; ostatní dle prezenční listiny",
            "ostatní dle prezenční listiny",
            ["Jan Novák"],
        ),
    ],
)
def test_text_that_names_nobody_is_kept_as_words(
    text: str, words: str, expected: list[str]
) -> None:
    assert (people(text).words, names(text)) == (words, expected)


def test_every_person_knows_the_place() -> None:
    text = "pritomni:\n  - Mgr. Eva Horáková\nomluveni: Petr Cháb, Jan Novák"
    spans = [person.span for group in meeting_of(text).attendance for person in group.persons]
    assert [text[span.start : span.end] for span in spans if span] == [
        "Mgr. Eva Horáková",
        "Petr Cháb",
        "Jan Novák",
    ]


def test_lists_and_officers_keep_the_authors_labels_and_order() -> None:
    meeting = meeting_of("hoste: Jan\nucastnici: Eva\nridil: Petr\nsvolala: Jana\nomluven: Ivo")
    groups = [(group.role, group.label) for group in (*meeting.attendance, *meeting.officers)]
    assert groups == [
        ("guests", "Hosté"),
        ("present", "Účastníci"),
        ("excused", "Omluven"),
        ("chair", "Řídil"),
        ("convened_by", "Svolala"),
    ]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("za: Mgr. Eva Malá, manažerka", "Za", [("Eva Malá", "manažerka")]),
        ("serie: bc\nza: [Eva Malá]", "Za B Č", [("Eva Malá", "")]),
        ('za: "PS PP: Mgr. Eva Malá, manažerka"', "Za PS PP", [("Eva Malá", "manažerka")]),
        ("serie: bc\nza: {koho: město, jmeno: Eva Malá}", "Za město", [("Eva Malá", "")]),
        (
            "za:\n  koho: město\n  osoby:\n    - Eva Malá, starostka\n    - Jan Novák",
            "Za město",
            [("Eva Malá", "starostka"), ("Jan Novák", "")],
        ),
    ],
)
def test_who_speaks_for_a_group(text: str, label: str, expected: list[tuple[str, str]]) -> None:
    meeting = meeting_of(text)
    found = [(person.name, person.role) for person in meeting.on_behalf_of]
    assert (meeting.on_behalf_label, found) == (label, expected)
