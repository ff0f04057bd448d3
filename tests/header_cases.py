"""What tests of headers and settings share: YAML in, values and problems out."""

from collections.abc import Iterable

from zapis.assemble.header import assemble_header
from zapis.assemble.settings import assemble_settings
from zapis.data_tree import DataTree
from zapis.diagnostics import Diagnostic, Outcome
from zapis.model.meeting import Meeting
from zapis.model.settings import Settings
from zapis.parse.yaml_nodes import read_yaml
from zapis.source import SourceFile

SETTINGS = """\
organizace: Město Horní Bělá
serie:
  bc:
    nazev: Pracovní skupina Bezpečná čtvrť
    zkratka: B Č
    typ: pracovní skupina
    titulek: Zápis č. {cislo} z jednání skupiny
    clenove: [Eva Horáková, Petr Cháb]
    projekt: plan
    sablona: mestska
  rada:
    organizace: Obec Dolní Lhota
projekty:
  plan:
    nazev: Společné plánování
"""


def tree_of(text: str) -> DataTree:
    """The YAML text as data with places."""
    return read_yaml(SourceFile("zapis.md", text).whole).value


def settings_of(text: str) -> Outcome[Settings]:
    """The settings that a zapis.yaml with this text gives."""
    return assemble_settings(tree_of(text))


def meeting_of(text: str, path: str = "zapisy/porada.md", settings: str = SETTINGS) -> Meeting:
    """The meeting of a header with this text."""
    return outcome_of(text, path, settings).value


def outcome_of(
    text: str, path: str = "zapisy/porada.md", settings: str = SETTINGS
) -> Outcome[Meeting]:
    """The meeting of a header with this text, and what is wrong with it."""
    return assemble_header(tree_of(text), path, settings_of(settings).value)


def problems_of(text: str, path: str = "zapisy/porada.md") -> list[tuple[str, str, str]]:
    """Code, message and the place in the text of everything that is wrong with a header."""
    return shown(outcome_of(text, path).diagnostics, text)


def shown(diagnostics: Iterable[Diagnostic], text: str) -> list[tuple[str, str, str]]:
    """Diagnostics as tests compare them."""
    return [
        (item.code.name, item.message, text[item.span.start : item.span.end] if item.span else "")
        for item in diagnostics
    ]
