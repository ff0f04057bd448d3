"""Whatever stands in a header or in zapis.yaml, it is read without an exception."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from zapis.assemble.header import assemble_header
from zapis.assemble.settings import assemble_settings
from zapis.data_tree import Data, DataTree
from zapis.diagnostics import Diagnostic, has_errors
from zapis.model.settings import Settings
from zapis.schema.keys import HEADER_KEYS
from zapis.schema.validate import read_header

# „a“ between two names separates them.
WORD = re.compile(r"\w{2,}")
PIECES = st.sampled_from(
    [
        *("20. 3. 2026", "31. 2.", "pátek", "9.00–11.30", "25:00", "od", "dne", "do", "viz"),
        *("Mgr.", "Ph.D.", "Eva", "Horáková", "starosta", "(Most – terén)", "(", ")", "{", "}"),
        *(",", ";", ":", "–", "-", "\n", " ", "\u00a0", "1.", "Ad 2", "staženo", "z. s.", "@"),
        *("dle prezenční listiny", "12 osob", "..", "/", "\\", "C:", "ne", "ano", "\u0000", "ě"),
    ]
)
TEXTS = st.lists(PIECES, max_size=8).map(" ".join) | st.text(max_size=30)
SUBKEYS = st.sampled_from(
    [
        *("jmeno", "Jméno", "tituly", "organizace", "funkce", "dne", "bod", "cas", "datum"),
        *("misto", "nazev", "soubor", "koho", "osoby", "clenove", "projekt", "loga", "zahlavi"),
        *("titulek", "zkratka", "alias", "popis", "\0text", "\0mapping", "x"),
    ]
)
FORMS = st.sampled_from([label.rpartition("=")[2] for key in HEADER_KEYS for label in key.labels])


def is_unexplained(item: Diagnostic) -> bool:
    """Whether an error of a shape has no sentence of its own."""
    return "jiný tvar" in item.message


def trees(keys: st.SearchStrategy[str]) -> st.SearchStrategy[Data]:
    """Data as YAML gives it, with the given keys at the top."""
    inner: st.SearchStrategy[Data] = st.recursive(
        st.none() | TEXTS,
        lambda part: (
            st.lists(part, max_size=4) | st.dictionaries(SUBKEYS | TEXTS, part, max_size=4)
        ),
        max_leaves=12,
    )
    return inner | st.dictionaries(keys, inner, max_size=8)


@settings(max_examples=100, deadline=None)
@given(trees(FORMS | TEXTS), TEXTS)
def test_any_header_becomes_a_meeting(data: Data, path: str) -> None:
    outcome = assemble_header(DataTree(data), path, Settings())
    assert outcome.value.id
    assert [item for item in outcome.diagnostics if is_unexplained(item)] == []


@settings(max_examples=60, deadline=None)
@given(
    trees(
        st.sampled_from(
            ["organizace", "formaty", "zdroje", "vystup", "osoby", "serie", "projekty", "prehledy"]
        )
    )
)
def test_any_settings_are_usable(data: Data) -> None:
    outcome = assemble_settings(DataTree(data))
    assert outcome.value.formats
    assert [item for item in outcome.diagnostics if is_unexplained(item)] == []


@settings(max_examples=100, deadline=None)
@given(trees(FORMS | TEXTS))
def test_nothing_is_left_out_without_an_error(data: Data) -> None:
    outcome = read_header(DataTree(data))
    lost = [
        entry.path
        for entry in outcome.value.entries
        if entry.empty and flat(entry.data).strip() and not has_errors(outcome.diagnostics)
    ]
    assert lost == []


NAMES = st.lists(
    st.sampled_from(
        [
            *("Mgr.", "Eva", "Horáková", "Petr", "Cháb", ",", ", Ph.D.", ", starosta", ";", "\n"),
            *("(Most – terén)", "(od 17.25)", "– Kotva, z. s.", "členové rady", "a", "NOVÁK", "("),
            *("dne 23. 3. 2026", "12 osob", "dle prezenční listiny", "viz", "Za město:", "online"),
        ]
    ),
    min_size=1,
    max_size=9,
).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(NAMES | st.lists(NAMES, min_size=1, max_size=3), st.sampled_from(["pritomni", "omluveni"]))
def test_no_word_of_a_list_of_persons_is_lost(value: Data, key: str) -> None:
    meeting = assemble_header(DataTree({key: value}), "a.md", Settings()).value
    parts = [people.words for people in meeting.attendance]
    for person in (person for people in meeting.attendance for person in people.persons):
        parts += [person.full_name, person.affiliation, person.role, person.note]
    kept = set(WORD.findall(" ".join(parts)))
    assert set(WORD.findall(words(value))) - kept == set()


def words(value: Data) -> str:
    """The text of a value or of its items."""
    return " ".join(map(words, value)) if isinstance(value, list) else str(value)


def flat(data: Data) -> str:
    """Every text of the data in one."""
    if isinstance(data, list):
        return "".join(map(flat, data))
    if isinstance(data, dict):
        return "".join(map(flat, data.values()))
    return data or ""
