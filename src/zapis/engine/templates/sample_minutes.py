"""A meeting that has everything, on which templates are tried and which gives fields examples."""

from functools import cache

from zapis.check.surroundings import Surroundings
from zapis.model.assets import Asset, logo_key
from zapis.model.meeting import Meeting
from zapis.model.settings import Logo, Project, Series, Settings
from zapis.pipeline import read_minutes
from zapis.render.view import make_view
from zapis.render.views import DocumentView
from zapis.source import SourceFile
from zapis.tasks.meetings import apply_slice, slice_alone

_LOGO = "loga/znak.svg"
_PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60">'
    b'<circle cx="30" cy="30" r="20"/></svg>'
)
_PROJECT = Project(
    "ctvrt",
    name="Bezpečná čtvrť",
    number="CZ.03.2.63/0.0/0.0/16_063/0006578",
    header=("Evropská unie", "Evropský sociální fond"),
    footer=("Projekt je spolufinancován Evropskou unií.",),
    header_logos=(Logo(_LOGO, "znak Evropské unie"),),
    footer_logos=(Logo(_LOGO, "znak města"),),
)
_SERIES = Series("bc", name="Pracovní skupina Bezpečná čtvrť", abbreviation="BC", project="ctvrt")
_SETTINGS = Settings(
    organization="Město Horní Bělá", series={"bc": _SERIES}, projects={"ctvrt": _PROJECT}
)
_TEXT = """\
---
serie: bc
typ: pracovní skupina
projekt: ctvrt
cislo: 2
č. j.: MUHB/12/26
sp. zn.: S-MUHB 4/26
datum: 23. 1. 2026
cas: 9.00–11.30
misto: Komunitní dům Lípa, Modrá 5
svolal: Jan Novák
zahájil: Jan Novák
ridil: Mgr. Eva Horáková
facilitator: Lenka Dvořáková
pritomni: [Mgr. Eva Horáková (Centrum Most), Petr Cháb, Jana Malá]
omluveni: Ing. Petr Dvořák – dovolená
nepritomni: Karel Bureš
neomluveni: Ota Veselý
hoste: [Ing. Lucie Králová]
program:
  - {bod: Výsledky analýzy, predkladatel: Mgr. Eva Horáková, cas: 9.00}
  - Rozpočet na rok 2026
zapsala: Jana Malá, dne 26. 1. 2026
zrevidovala: Mgr. Eva Horáková, dne 27. 1. 2026
ověřil: Petr Cháb
schvalil: Ing. Jan Novák
za: Mgr. Eva Horáková, manažerka
rozdelovnik: účastníci, tajemník
na vedomi: starosta
vyhotoveno: V Horní Bělé dne 26. 1. 2026
pristi: 20. března 2026 v 9.00
prilohy: [Analýza situace, Prezenční listina]
stav: koncept
udaje: {spis: "12/2026"}
---

# Výsledky analýzy

Skupina se seznámila s **analýzou**.[^1]

1. první zjištění
2. druhé zjištění
   - podrobnost

| Položka | Kč |
|---|---:|
| Terénní služby | 1 200 |

- [ ] Zaslat nápady na vzdělávací akce @Cháb do 20. 3. 2026
- [/] Zvážit účast na dni sousedů @Malá (do příště)

> Citace z dotazníku.

::: zaver
Skupina výsledky bere na vědomí.
:::

::: neverejne osobní údaje
Neveřejná část.
:::

# Rozpočet na rok 2026

## Podrobnosti

::: usneseni 3/2026
Skupina schvaluje rozpočet.
Hlasování: pro 3, proti 0, zdržel se 0
:::

- [x] #BC-2025-11-20/2 odpovědělo všech devět

[^1]: Viz příloha 1.
"""


@cache
def sample_view() -> DocumentView:
    """The view of a meeting in which every field of the vocabulary has a value."""
    meeting = _read(_TEXT)
    picture = Asset(_PICTURE, "image/svg+xml", 120, 60)
    return make_view(meeting, assets={logo_key(_LOGO): picture})


@cache
def empty_view() -> DocumentView:
    """The view of minutes with nothing in them, as a draft may be."""
    return make_view(_read("---\nnazev: Porada\n---\n"), assets={})


def _read(text: str) -> Meeting:
    surroundings = Surroundings(lambda _path: True)
    read = read_minutes(SourceFile("vzor.md", text), _SETTINGS, surroundings).value
    assert read is not None  # noqa: S101 - a text of our own
    return apply_slice(read, slice_alone(read))
