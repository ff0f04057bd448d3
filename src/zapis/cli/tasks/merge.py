"""`zapis ukoly sloucit`: the merge driver of git for `ukoly.md`, and its set-up."""

import sys
from pathlib import Path

import click

from zapis.cli.options import workspace_option
from zapis.files import WriteError

# Above 128 git takes the driver for crashed, see gitattributes(5).
_CRASHED = 129
# What reads the tracker knows markers of this length.
_SHORTEST = 7
_EPILOG = """\b
Příklady:
  zapis ukoly sloucit --nastavit   nastaví git v\u00a0této složce, stačí jednou
  git merge vetev                  ukoly.md pak sloučí zapis

\b
Ručně totéž nastaví řádek „ukoly.md merge=zapis“ v\u00a0.gitattributes a příkaz
  git config merge.zapis.driver 'zapis ukoly sloucit %O %A %B --cesta %P --delka %L'

\b
Návratový kód: 0 sloučeno, 1 zůstal rozpor (v\u00a0souboru je mezi značkami
<<<<<<< a\u00a0>>>>>>>), 2 chyba v\u00a0zadání, 129 soubory nelze přečíst nebo zapsat.
"""


@click.command("sloucit", epilog=_EPILOG, options_metavar="[VOLBY]")
@click.argument("texty", nargs=-1, metavar="[ZÁKLAD NAŠE JEJICH]", type=click.Path(path_type=Path))
@click.option("--cesta", metavar="SOUBOR", default="ukoly.md", help="Jak se soubor jmenuje v gitu.")
@click.option("--delka", metavar="ČÍSLO", default=7, help="Délka značek rozporu.")
@click.option("--nastavit", is_flag=True, help="Nastaví git a nic neslučuje.")
@workspace_option
@click.pass_context
def command(
    context: click.Context,
    texty: tuple[Path, ...],
    cesta: str,
    delka: int,
    nastavit: bool,  # noqa: FBT001 - click passes flags so
    slozka: Path | None,
) -> None:
    """Sloučí dvě větve ukoly.md podle úkolů; spouští ho git.

    Úkoly pozná podle čísla, řádky pod nimi podle toho, co říkají, a výsledek zapíše místo souboru
    NAŠE. Rozpor nechá jen tam, kde obě větve řekly týž den o\u00a0témže úkolu něco jiného. Čemu
    nerozumí, sloučí po řádcích jako git.
    """
    if nastavit:
        _set_up(slozka or context.obj or Path())
    elif len(texty) == 3:  # noqa: PLR2004 - as git hands them over
        _merge(texty, cesta, max(delka, _SHORTEST))
    else:
        raise click.UsageError("Zadejte tři soubory: ZÁKLAD NAŠE JEJICH, nebo --nastavit.")


def _set_up(folder: Path) -> None:
    from zapis.cli.tasks.merge_setup import NoGit, set_up  # noqa: PLC0415 - not while merging

    try:
        for sentence in set_up(folder.resolve()):
            click.echo(sentence)
    except (NoGit, OSError, WriteError) as problem:
        click.echo(problem, err=True)
        sys.exit(1)


def _merge(texts: tuple[Path, ...], shown: str, size: int) -> None:
    from zapis.cli.tasks.merge_driver import Files, merge_files  # noqa: PLC0415 - not for help
    from zapis.engine.clock import today  # noqa: PLC0415 - the same
    from zapis.files import write_if_changed  # noqa: PLC0415 - the same

    files = Files(*texts)
    try:
        driven = merge_files(files, size, today())
        write_if_changed(files.ours, driven.data)
    except OSError as problem:
        click.echo(f"{shown}: soubor „{problem.filename}“ nelze přečíst", err=True)
        sys.exit(_CRASHED)
    except WriteError as problem:
        click.echo(f"{shown}: {problem}", err=True)
        sys.exit(_CRASHED)
    if driven.message:
        click.echo(f"{shown}: {driven.message}", err=True)
    sys.exit(int(driven.is_conflict))
