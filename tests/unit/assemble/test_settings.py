import pytest

from header_cases import settings_of, shown
from zapis.model.person import Person
from zapis.model.settings import Logo, Project, Series, Settings


def test_without_anything_the_defaults_serve() -> None:
    assert settings_of("") == settings_of("organizace:\nserie:\n")
    assert settings_of("").value == Settings()


def test_a_whole_workspace_is_read() -> None:
    text = """\
Organizace: Město Horní Bělá
formaty: [word, HTML]
zdroje: [zapisy/**/*.md]
vynechat: archiv\\*
vystup: ../vysledky/
osoby:
  - {jmeno: Mgr. Eva Horáková, organizace: Centrum Most, email: h@example.cz, alias: [EH]}
  - Petr Cháb
serie:
  bc:
    nazev: Bezpečná čtvrť
    zkratka: BC
    typ: pracovní skupina
    titulek: Zápis z {Datum}
    clenove: [Eva Horáková, Petr Cháb]
    projekt: Plan
  prazdna:
projekty:
  plan:
    nazev: Společné plánování
    cislo: CZ.03.2.63
    hlavicka: [Evropská unie, ESF]
    zapati: |
      Tento projekt je financován z ESF.

      MĚSTO
    loga: {zahlavi: [loga/eu.svg], zapati: [{soubor: 'loga\\m.png', popis: znak města}]}
prehledy: []
"""
    outcome = settings_of(text)
    settings = outcome.value
    assert outcome.diagnostics == ()
    assert (settings.organization, settings.formats, settings.sources) == (
        "Město Horní Bělá",
        ("docx", "html"),
        ("zapisy/**/*.md",),
    )
    assert (settings.exclude, settings.output) == (("archiv/*",), "../vysledky")
    first, second = settings.persons
    assert first == Person(
        "Eva Horáková",
        ("Mgr.",),
        organization="Centrum Most",
        affiliation="Centrum Most",
        email="h@example.cz",
        aliases=("EH",),
        span=first.span,
    )
    assert second.name == "Petr Cháb"
    series = settings.series["bc"]
    assert series == Series(
        "bc",
        "Bezpečná čtvrť",
        "BC",
        "pracovní skupina",
        "Zápis z {datum}",
        members=series.members,
        project="plan",
        span=series.span,
        template_span=series.template_span,
    )
    assert [member.name for member in series.members] == ["Eva Horáková", "Petr Cháb"]
    assert settings.series["prazdna"].name == ""
    project = settings.projects["plan"]
    assert project == Project(
        "plan",
        "Společné plánování",
        "CZ.03.2.63",
        ("Evropská unie", "ESF"),
        ("Tento projekt je financován z ESF.", "MĚSTO"),
        (Logo("loga/eu.svg", span=project.header_logos[0].span),),
        (Logo("loga/m.png", "znak města", project.footer_logos[0].span),),
        project.span,
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "formaty: [html, dcox]",
            ("unknown-format", "formát „dcox“ zapis neumí, mysleli jste „docx“?", "dcox"),
        ),
        ("formaty: [odt]", ("unknown-format", "formát „odt“ zapis neumí", "odt")),
        (
            "serie:\n  bc: {projekt: paln}\nprojekty:\n  plan:",
            (
                "unknown-reference",
                "projekt „paln“ v zapis.yaml není, mysleli jste „plan“?",
                "paln",
            ),
        ),
        (
            "osoby:\n  - {jmeno: Eva Malá, alias: EM}\n  - {jmeno: Emil Mach, alias: EM}",
            (
                "ambiguous-alias",
                "jméno „EM“ mají dvě osoby",
                "{jmeno: Emil Mach, alias: EM}",
            ),
        ),
        (
            "osoby:\n  - Jan Novák\n  - Mgr. Jan Novák",
            ("ambiguous-alias", "jméno „Jan Novák“ mají dvě osoby", "Mgr. Jan Novák"),
        ),
        (
            "serie:\n  bc: {titulek: 'Zápis {dtum}'}",
            ("unknown-placeholder", "v titulku nelze doplnit „{dtum}“", "{dtum}"),
        ),
        (
            "projekty:\n  p: {loga: {zahlavi: ../eu.svg}}",
            ("outside-workspace", "soubor „../eu.svg“ je mimo pracovní složku", "../eu.svg"),
        ),
        (
            "serei:\n  bc:",
            ("unknown-subkey", "neznámý klíč „serei“, mysleli jste „serie“?", "serei"),
        ),
        (
            "serie:\n  bc: Bezpečná čtvrť",
            (
                "wrong-shape",
                "„bc“ má být skupina klíčů, ne text „Bezpečná čtvrť“",
                "Bezpečná čtvrť",
            ),
        ),
        (
            "serie:\n  bc:\n    nazve: X",
            ("unknown-subkey", "neznámý klíč „nazve“, mysleli jste „nazev“?", "nazve"),
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(text: str, problem: tuple[str, str, str]) -> None:
    assert shown(settings_of(text).diagnostics, text) == [problem]


def test_a_wrong_part_leaves_the_rest() -> None:
    settings = settings_of("osoby: {a: b}\nserie:\n  bc: {nazev: X, barva: Y}\n  q: text\n").value
    assert (list(settings.series), settings.series["bc"].name) == (["bc"], "X")
