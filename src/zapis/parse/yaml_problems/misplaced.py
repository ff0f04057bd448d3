"""Words for rows that stand where YAML expects something else."""

from zapis import codes
from zapis.parse.yaml_problems.draft import Row
from zapis.parse.yaml_problems.wording import Problem, clip, line_with, quote


def no_mapping(text: str, row: Row) -> Problem:
    """The first thing is not `key: value` (Z128)."""
    message = f"místo dvojic klíč: hodnota tu stojí „{_shown(text, row)}“"
    return _at_row(codes.YAML_NOT_MAPPING, message, row, "napište například: nazev: Porada vedení")


def forbidden_key(text: str, row: Row) -> Problem:
    """`**Datum:** 20. 3.` (Z113)."""
    line = text[row.body : row.end]
    message = f"řádek „{clip(line)}“ nesmí začínat znakem „{line[0]}“"
    plain = " ".join(line.replace("*", "").split())
    has_stars = line[0] == "*" and ": " in plain
    cure = plain if has_stars else "řádek začněte názvem klíče a dvojtečkou"
    return Problem(codes.YAML_FORBIDDEN_START, message, row.body, row.body + 1, cure)


def no_hyphen(text: str, row: Row) -> Problem:
    """A line without a hyphen among the items of a list."""
    line = text[row.body : row.end]
    cure = f"- {clip(line.lstrip('-–—•·* '))}"
    return _at_row(
        codes.YAML_SYNTAX, f"řádku „{clip(line)}“ mezi položkami chybí odrážka", row, cure
    )


def no_key(text: str, row: Row, *, is_continuation: bool) -> Problem:
    """A line at the margin that has no key."""
    line = clip(text[row.body : row.end])
    if is_continuation:
        message = f"řádek „{line}“ nemá klíč ani odsazení"
        cure = f"patří-li k řádku nad ním, odsaďte ho: „  {line}“"
    else:
        message = f"řádek „{line}“ nemá klíč s dvojtečkou"
        cure = "napište ho jako klíč: hodnota, nebo ho smažte"
    return _at_row(codes.YAML_SYNTAX, message, row, cure)


def key_among_items(text: str, row: Row) -> Problem:
    """A key in the column of a list's hyphens."""
    line = text[row.body : row.end]
    message = f"klíč „{_key(text, row)}“ stojí mezi položkami seznamu"
    return _at_row(codes.YAML_SYNTAX, message, row, clip(line))


def extra_indent(text: str, row: Row) -> Problem:
    """A key deeper than its neighbours."""
    message = f"řádek s klíčem „{_key(text, row)}“ je odsazen navíc"
    return _at_row(codes.YAML_SYNTAX, message, row, clip(text[row.body : row.end]))


def not_joined(text: str, row: Row, above: Row) -> Problem:
    """A pair below an item that is a text."""
    item = text[above.body : above.end]
    message = f"pod textem „{clip(item)}“ nemůže stát klíč „{_key(text, row)}“"
    cure = line_with(text, above.body, above.end, f"jmeno: {item}")
    return _at_row(codes.YAML_SYNTAX, message, row, cure)


def wrong_indent(text: str, row: Row) -> Problem:
    """A row in a column of its own."""
    message = f"odsazení řádku „{_shown(text, row)}“ nesouhlasí s řádky nad ním"
    cure = "zarovnejte ho pod řádek, ke kterému patří"
    return _at_row(codes.YAML_SYNTAX, message, row, cure)


def stray_hyphen(text: str, row: Row) -> Problem:
    """An item below a key that already has a value."""
    message = f"položka „{_shown(text, row)}“ nepatří k žádnému klíči"
    cure = "nad položky napište klíč bez hodnoty, například: program:"
    return _at_row(codes.YAML_SYNTAX, message, row, cure)


def colon_below(text: str, row: Row, colon: int) -> Problem:
    """A colon on a further line of a text (Z112)."""
    line = text[row.body : row.end]
    cure = line_with(text, row.body, row.end, quote(line)) if row.dashes else None
    message = f"dvojtečka uvnitř textu „{clip(line)}“"
    cure = cure or "celý text dejte do uvozovek"
    return Problem(codes.YAML_COLON, message, colon, colon + 1, cure)


def unclear(text: str, start: int, end: int) -> Problem:
    """What no rule has a name for."""
    message = f"řádku „{clip(text[start:end])}“ nelze porozumět"
    cure = "napište ho jako klíč: hodnota; text se zvláštními znaky dejte do uvozovek"
    return Problem(codes.YAML_SYNTAX, message, start, end, cure)


def too_deep(text: str, at: int, deepest: int) -> Problem:
    """More levels than are read (Z129)."""
    message = f"zanoření je hlubší než {deepest} úrovní"
    cure = f"text se závorkami dejte do uvozovek: {quote(clip(text[at : at + 20]))}"
    return Problem(codes.YAML_TOO_DEEP, message, at, at + 1, cure)


def too_many(problem: Problem, most: int) -> Problem:
    """In place of the problems behind the most that are told."""
    message = f"nalezených chyb je přes {most}, další se nevypisují"
    cure = "opravte nejdřív chyby nad tímto řádkem"
    return Problem(codes.YAML_SYNTAX, message, problem.start, problem.end, cure)


def _shown(text: str, row: Row) -> str:
    return clip(text[row.start : row.end])


def _key(text: str, row: Row) -> str:
    return clip(text[row.body : row.colon])


def _at_row(code: codes.Code, message: str, row: Row, cure: str | None) -> Problem:
    return Problem(code, message, row.start + row.indent, row.end, cure)
