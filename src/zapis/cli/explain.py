"""`zapis vysvetlit`: what a code means, with a wrong and a right example."""

from importlib.resources import files

import click

from zapis.codes import CODES

_EPILOG = """\b
Příklady:
  zapis vysvetlit Z112    vysvětlí jedno hlášení
  zapis vysvetlit         vypíše všechna hlášení
"""


@click.command("vysvetlit", epilog=_EPILOG, options_metavar="[VOLBY]")
@click.argument("kod", required=False, metavar="[KÓD]")
def command(kod: str | None) -> None:
    """Vysvětlí KÓD hlášení: co hlídá, proč, a jak chybu opravit."""
    if kod is None:
        for code in CODES.values():
            click.echo(f"{code.id}  {code.severity.value:<9} {code.title}")
        return
    wanted = kod.strip().upper()
    wanted = wanted if wanted.startswith("Z") else f"Z{wanted}"
    if wanted not in CODES:
        raise click.UsageError(f"Kód „{kod}“ neexistuje. Všechny vypíše zapis vysvetlit.")
    click.echo(read_page(wanted).rstrip())


def read_page(code: str) -> str:
    """The page of a code, as Markdown."""
    return (files("zapis.explain") / f"{code}.md").read_text(encoding="utf-8")
