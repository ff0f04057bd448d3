"""`zapis sablony pole`: every field that a template may use, with type and an example."""

from collections.abc import Iterator

import click

from zapis.engine.templates.fields import FieldRow, FieldTable, field_tables

_EPILOG = """\b
Příklady:
  zapis sablony pole                  všechna pole
  zapis sablony pole ukol             jen ta, v jejichž jménu nebo popisu to slovo je
  zapis sablony pole --format md      tabulky v Markdownu
Do značek lze psát i s diakritikou: {{ příští_jednání }}.
"""
_GAP = "  "


@click.command("pole", epilog=_EPILOG, options_metavar="[VOLBY]")
@click.argument("slovo", required=False, metavar="[SLOVO]")
@click.option(
    "--format",
    "tvar",
    type=click.Choice(["text", "md"]),
    default="text",
    show_default=True,
    help="V jakém tvaru pole vypsat.",
)
def command(slovo: str | None, tvar: str) -> None:
    """Vypíše pole šablon: jak se píší, co v nich je a příklad."""
    tables = _chosen(slovo or "")
    if not tables:
        raise click.UsageError(
            f"Žádné pole neobsahuje „{slovo}“. Všechna vypíše zapis sablony pole."
        )
    lines = as_markdown(tables) if tvar == "md" else _as_text(tables)
    click.echo("\n".join(lines))


def _chosen(word: str) -> tuple[FieldTable, ...]:
    from zapis.czech.folding import fold  # noqa: PLC0415 - only where a word is given

    wanted = fold(word)
    found = []
    for table in field_tables():
        rows = tuple(row for row in table.rows if wanted in fold(f"{row.name} {row.meaning}"))
        if rows:
            found.append(FieldTable(table.record, table.lists, rows))
    return tuple(found)


def _as_text(tables: tuple[FieldTable, ...]) -> Iterator[str]:
    for number, table in enumerate(tables):
        if number:
            yield ""
        yield heading_of(table)
        width = max(len(row.tag) for row in table.rows)
        kinds = max(len(row.kind) for row in table.rows)
        for row in table.rows:
            example = f" – {row.example}" if row.example and row.example != "…" else ""
            yield f"{_GAP}{row.tag:<{width}}{_GAP}{row.kind:<{kinds}}{_GAP}{row.meaning}{example}"


def heading_of(table: FieldTable) -> str:
    """What a table of fields is called."""
    if not table.record:
        return "Pole dokumentu"
    return f"{table.record[:1].upper()}{table.record[1:]} – v poli {', '.join(table.lists)}"


def as_markdown(tables: tuple[FieldTable, ...]) -> Iterator[str]:
    """The tables as the manual has them."""
    for number, table in enumerate(tables):
        if number:
            yield ""
        yield f"### {heading_of(table)}"
        yield ""
        yield "| značka | co v ní je | typ | příklad |"
        yield "|---|---|---|---|"
        yield from map(_markdown_row, table.rows)


def _markdown_row(row: FieldRow) -> str:
    cells = (f"`{row.tag}`", row.meaning, row.kind, row.example)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
