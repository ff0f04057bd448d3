"""Labels, order of parts and signatures in zapis.yaml: what is understood, what is reported."""

import pytest

from header_cases import settings_of
from zapis.assemble.form_words import find_label, find_part, find_signer
from zapis.model.forms import NO_CHANGE, FormChange
from zapis.model.kinds import DEFAULT_LABELS, KINDS, PART_NAMES


def test_what_holds_for_all_for_a_kind_and_for_a_series_is_kept_apart() -> None:
    outcome = settings_of("""\
štítky: {Zodpovídá: Odpovídá, zapsala: Vyhotovila}
části: [podpisy, Přehled úkolů]
podpisy: předsedající, zapsal
druhy:
  porada: {titulek: 'Zápis č. {Číslo}', podpisy: []}
  Výjezdní beseda:
serie:
  a: {popisky: {'Č. j.': Naše značka}}
""")
    settings = outcome.value
    assert outcome.diagnostics == ()
    assert settings.form == FormChange(
        labels=(("assignees", "Odpovídá"),),
        renamed=(("zapsala", "Vyhotovila"),),
        parts=("signatures", "tasks"),
        signers=("chair", "recorder"),
    )
    assert settings.kinds == (
        FormChange("porada", "Zápis č. {cislo}", signers=()),
        FormChange("vyjezdni beseda"),
    )
    assert settings.series["a"].form == FormChange(renamed=(("c. j.", "Naše značka"),))


def test_settings_without_a_word_of_it_change_nothing() -> None:
    settings = settings_of("organizace: Město\npodpisy:\nstitky:\nserie: {a: }").value
    assert (settings.form, settings.kinds, settings.series["a"].form) == (NO_CHANGE, (), NO_CHANGE)


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        (
            "stitky: {Prehled ukoly: Úkoly}",
            "štítek „Prehled ukoly“ zapis nezná, mysleli jste „Přehled úkolů“?",
            "Přehled úkolů:",
        ),
        (
            "stitky: {Barva: modrá}",
            "štítek „Barva“ zapis nezná",
            "napište štítek tak, jak se dnes tiskne, třeba Příští jednání:",
        ),
        (
            "stitky: {Závěr: ' '}",
            "štítek „Závěr“ nemá za dvojtečkou nový text",
            "Závěr: …",
        ),
        (
            "casti: [podpisi, telo]",
            "část dokumentu „podpisi“ zapis nezná, mysleli jste „podpisy“?",
            "podpisy",
        ),
        (
            "casti: razítko",
            "část dokumentu „razítko“ zapis nezná",
            ", ".join(PART_NAMES.values()),
        ),
        (
            "podpisy: [zapsla]",
            "podpis „zapsla“ zapis nezná, mysleli jste „zapsal“?",
            "zapsal",
        ),
        (
            "podpisy: [starosta]",
            "podpis „starosta“ zapis nezná",
            "zapsal, zrevidoval, overil, schvalil, predsedal",
        ),
        (
            "druhy: {poradda: {casti: telo}}",
            "druh jednání „poradda“ zapis nezná, mysleli jste „porada“?",
            "porada:",
        ),
    ],
)
def test_an_unknown_word_is_named_with_what_was_probably_meant(
    text: str, message: str, cure: str
) -> None:
    found = settings_of(text).diagnostics
    assert [(one.code.id, one.message, one.cure) for one in found] == [("Z606", message, cure)]


@pytest.mark.parametrize("text", ["stitky: [a]", "casti: {a: b}", "druhy: porada", "stitky: {a: }"])
def test_a_value_of_another_shape_is_an_error_with_a_place(text: str) -> None:
    found = settings_of(text).diagnostics
    assert [(one.code.id, one.span is not None) for one in found] == [("Z207", True)]


def test_every_label_that_any_kind_prints_can_be_renamed() -> None:
    printed = {text for kind in KINDS for text in kind.labels.values()} | {*DEFAULT_LABELS.values()}
    names = [found.names for text in printed if (found := find_label(text))]
    assert (len(names), set(sum(names, ()))) == (len(printed), set(DEFAULT_LABELS))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Příští jednání", (("next_meeting",), ("Příští jednání",))),
        ("příští porada", (("next_meeting",), ("Příští porada",))),
        ("Zapsala", ((), ("Zapsala",))),
        ("kde", (("place",), ("Kde",))),
        ("stav", (("status",), ())),
    ],
)
def test_a_label_is_known_as_it_is_printed(
    written: str, expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    found = find_label(written)
    assert found
    assert (found.names, found.printed) == expected


@pytest.mark.parametrize("word", ["šablona", "série", "", "x" * 5000])
def test_a_key_that_is_not_printed_has_no_label(word: str) -> None:
    assert find_label(word) is None


def test_parts_have_the_names_of_templates() -> None:
    assert [find_part(name)[0] for name in PART_NAMES.values()] == list(PART_NAMES)


@pytest.mark.parametrize(
    ("word", "role"),
    [("zapsala", "recorder"), ("Ověřovatelé", "verifier"), ("předsedající", "chair")],
)
def test_those_who_sign_are_named_by_any_form_of_their_key(word: str, role: str) -> None:
    assert find_signer(word) == (role, None)
