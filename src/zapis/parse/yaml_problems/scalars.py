"""Single values that the parser accepted although their author meant something else."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from zapis import codes
from zapis.parse.yaml_problems.wording import Problem, clip, line_with, quote

BULLETS = "·•▪▫◦●○■□‣⁃∙–—−*+-\uf0b7\uf0a7\uf0d8"
"""What Word and people put before the items of a list."""

_BULLET = re.compile(rf"[{re.escape(BULLETS)}][ \t\xa0]*")
_SPACED_BULLET = re.compile(rf"[{re.escape(BULLETS)}][ \t\xa0]+(?=\S)")
_OWN_LINE_START = re.compile(r"[^\W\d_]{1,6}\.|\d|[„“\"'(\[]")
# `\a` in „C:\adresar“ rings a bell; only a line end and a tab are ever meant.
_CONTROL_ESCAPE = re.compile(r"\\(?:\\|([0abvfre]|x[01][0-9a-fA-F]|x7[fF]|x[89][0-9a-fA-F]))")
_WINDOWS_PATH = re.compile(r"[A-Za-z]:\\(?!\\)")
_SWALLOWED_KEY = re.compile(r"\n[^\W\d_][^\n:\"']{0,60}:(?=[ \t]|$)", re.MULTILINE)

_MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "&": ("kotva YAML", "dovolena"),
        "*": ("odkaz YAML", "dovolen"),
        "!": ("značka typu YAML", "dovolena"),
        "<": ("slučovací klíč YAML", "dovolen"),
    }
)

Bounds = Sequence[tuple[int, int]]
"""Where each line of a value begins and ends, without the white space around it."""


def bulleted_lines(text: str, lines: Bounds, *, own_line: bool) -> list[tuple[int, int]] | None:
    """The items of a list whose author typed `–` or `•`; None when the value is no list.

    Items reach from bullet to bullet, without it. On the line of the key one bullet is not
    enough: „hoste: – “ is nobody, and „– staženo“ a text.
    """
    bulleted = [_BULLET.match(text, left, right) for left, right in lines]
    if not bulleted or bulleted[0] is None:
        return None
    if len(lines) == 1:
        is_list = own_line and _SPACED_BULLET.match(text, *lines[0]) is not None
    else:
        is_list = own_line or sum(found is not None for found in bulleted) > 1
    if not is_list:
        return None
    items: list[tuple[int, int]] = []
    for found, (_, right) in zip(bulleted, lines, strict=True):
        if found is not None:
            items.append((found.end(), right))
        elif right > lines[0][0]:
            items[-1] = (items[-1][0], right)
    return items


def pasted_bullets(text: str, start: int, item: tuple[int, int]) -> Problem:
    """The tip on a list with pasted bullets (Z122)."""
    words = text[item[0] : item[1]].split("\n", 1)[0]
    message = f"odrážka „{text[start]}“ není odrážkou YAML, řádky se přesto čtou jako seznam"
    return Problem(codes.YAML_PASTED_BULLETS, message, start, start + 1, f"- {clip(words)}")


def glued_bullet(text: str, lines: Bounds) -> Problem | None:
    """The tip on a deeper `- item` that YAML glues to the text above it (Z122)."""
    for left, right in lines[1:]:
        if text.startswith("- ", left):
            above, item = clip(text[lines[0][0] : lines[0][1]]), text[left:right]
            message = f"řádek „{clip(item)}“ se připojí k textu „{above}“"
            cure = f"odsaďte ho stejně jako položku nad ním: {clip(item)}"
            return Problem(codes.YAML_PASTED_BULLETS, message, left, left + 1, cure)
    return None


def bare_lines(text: str, lines: Bounds) -> Problem | None:
    """The tip on names that stand on lines of their own without bullets (Z123).

    Prose that goes on with a small letter is one text and needs no tip, unless it stands at
    the margin, where YAML would refuse it.
    """
    filled = [(left, right) for left, right in lines if right > left]
    if not filled:
        return None
    left, right = filled[0]
    first = clip(text[left:right])
    if len(filled) > 1 and all(_starts_item(text, start) for start, _ in filled):
        message = f"řádek „{first}“ a další pod ním nemají odrážky"
        return Problem(codes.YAML_BARE_LINES, message, left, right, f"- {first}")
    if text[left - 1 : left] == "\n":
        message = f"řádek „{first}“ není odsazen, čte se jako hodnota klíče nad ním"
        return Problem(codes.YAML_BARE_LINES, message, left, right, f"odsaďte ho: „  {first}“")
    return None


def _starts_item(text: str, at: int) -> bool:
    return text[at].isupper() or _OWN_LINE_START.match(text, at) is not None


def misread_escape(text: str, start: int, end: int) -> Problem | None:
    r"""`"C:\nova"`, in which YAML sees a line end, and other control characters (Z119)."""
    at = text.find("\\", start, end)
    if at < 0:
        return None
    if _WINDOWS_PATH.match(text, start + 1) is None:
        found = next((one for one in _CONTROL_ESCAPE.finditer(text, start, end) if one[1]), None)
        if found is None:
            return None
        at = found.start()
    return backslash(text, start, end, at)


def backslash(text: str, start: int, end: int, at: int) -> Problem:
    """The error on a backslash that YAML reads as an escape (Z119)."""
    pair = clip(text[at : at + 2])
    message = f"zpětné lomítko v „{pair}“ má ve dvojitých uvozovkách zvláštní význam"
    content = text[start + 1 : end - 1]
    cure = line_with(text, start, end, "'" + content.replace("'", "''") + "'")
    return Problem(codes.YAML_BACKSLASH, message, at, at + 1, cure)


def swallows_keys(text: str, start: int, end: int) -> bool:
    """Whether a value in quotes runs over lines that look like keys, so that it was not closed."""
    return _SWALLOWED_KEY.search(text, start, end) is not None


def refuse_mark(text: str, start: int, end: int) -> Problem:
    """An anchor, alias or tag of YAML (Z117), or a text that only looks like one (Z113)."""
    whole = text[start:end].partition("\n")[0].rstrip()
    cure = line_with(text, start, start + len(whole), quote(whole))
    if whole.startswith("!") and not whole.startswith(("!!", "!<")):
        message = f"hodnota „{clip(whole)}“ nesmí začínat znakem „!“"
        return Problem(codes.YAML_FORBIDDEN_START, message, start, start + 1, cure)
    kind, allowed = _MARKS.get(whole[:1], _MARKS["<"])
    if whole.startswith("<"):
        cure = "hodnoty vypište znovu"
    elif whole.endswith(("[", "{")) or "\n" in text[start:end]:
        whole = whole.partition(" ")[0]
        cure = f"„{clip(whole)}“ smažte a hodnoty vypište všude, kam patří"
    message = f"{kind} „{clip(whole)}“ tu není {allowed}"
    return Problem(codes.YAML_ANCHOR, message, start, start + len(whole), cure)
