"""Choose the Czech word form that goes with a number."""

_FEW = range(2, 5)


def choose(n: int, one: str, few: str, many: str) -> str:
    """The form for `n`: 1 nový, 2–4 nové, 0 and 5 or more nových."""
    if n == 1:
        return one
    return few if n in _FEW else many


def count(n: int, one: str, few: str, many: str) -> str:
    """The number with its word, joined by an ordinary space: „1 úkol“, „2 úkoly“, „5 úkolů“."""
    return f"{n} {choose(n, one, few, many)}"
