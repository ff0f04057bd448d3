"""Find where the parts of a written person begin and end."""

import re

import zapis.czech.persons.words as person_words

CAPITAL = r"[^\W\d_a-zà-öø-ÿěščřžďťňů]"
_TRIM_LEFT = re.compile(rf"(?:\s|[–—•·▪*\uf0b7-](?=\s)|\d{{1,3}}[.)](?=\s+{CAPITAL}))*")
_FINAL_PERIOD = re.compile(r"[^\W\d_]{4}(?<!DrSc)(?<!Phil)\.$")
LABEL = re.compile(r"([^\W\d_][^:;,()\n]{0,60}):\s+(?=\S)")
# One white space before each, never a run: a search must stay linear in a long run of spaces.
_NAME_END = re.compile(r"[(,]|\s[-–—](?:\s|$)|\sdne\s|\s(?:od|do)\s+\d")
_PIECE_END = re.compile(r"[(,]|\s[-–—](?:\s|$)|\sdne\s+\d")
_INNER_NAME = re.compile(rf"\(\s*(?:(?:roz|rozená|dříve)\.?\s+)?[^\W\d_]+\s*\)\s+(?={CAPITAL})")
_PARENTHESIS = re.compile(r"[()]")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without white space, bullets, list numbers and final separators."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";,"):
        end -= 1
    start = min(_TRIM_LEFT.match(text, start, end).end(), end)  # type: ignore[union-attr]  # matches nothing, too
    if _FINAL_PERIOD.search(text, max(start, end - 5), end):
        end -= 1
    return start, end


def label_end(text: str, start: int, end: int) -> int | None:
    """Behind „Za město:“ and its space; in „Jan Novák: starosta“ the name is no label."""
    label = LABEL.match(text, start, end)
    if label is None:
        return None
    is_name = person_words.name_words(label[1]) and not person_words.name_words(
        text[label.end() : end]
    )
    return None if is_name else label.end()


def name_end(body: str, start: int) -> int:
    """Where the name ends; „Jan (Honza) Novák“ holds its parentheses inside."""
    position = start
    while found := _NAME_END.search(body, position):
        inner = _INNER_NAME.match(body, found.start()) if found[0] == "(" else None
        if inner is None or found.start() == start:
            return found.start()
        position = inner.end()
    return len(body)


def piece_end(body: str, start: int) -> int:
    """Where the part ends; a legal form behind a comma still belongs to it."""
    position = start
    while found := _PIECE_END.search(body, position):
        if found[0] != ",":
            return found.start()
        following = _PIECE_END.search(body, found.end())
        legal_end = following.start() if following else len(body)
        if not person_words.is_legal_form(body[found.end() : legal_end].strip()):
            return found.start()
        position = legal_end
    return len(body)


def closing_parenthesis(body: str, position: int) -> int:
    """Where the parenthesis that opens at `position` closes, at the latest at the end."""
    depth = 0
    for found in _PARENTHESIS.finditer(body, position):
        depth += 1 if found[0] == "(" else -1
        if depth == 0:
            return found.start()
    return len(body)
