"""Numbers as Czech writes them, with the word that goes with them."""

from zapis.czech.plurals import choose


def grouped(n: int) -> str:
    """„9 700“ with a no-break space, which `wrap` shows as an ordinary one (ČSN 01 6910)."""
    return f"{n:,}".replace(",", "\u00a0")


def counted(n: int, one: str, few: str, many: str) -> str:
    """„1 úkol“, „2 úkoly“, „9 700 úkolů“."""
    return f"{grouped(n)} {choose(n, one, few, many)}"
