"""Tabs before the text of a line, which YAML forbids."""

from zapis import codes
from zapis.parse.yaml_problems.draft import PREFIX, Draft
from zapis.parse.yaml_problems.wording import Problem, clip


def replace_tabs(draft: Draft) -> bool:
    """Let the parser read a space for each such tab; reported once for all lines (Z111)."""
    text = draft.masked
    if "\t" not in text:
        return False
    places = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        prefix = PREFIX.match(text, start, end)
        if prefix is not None and "\t" in prefix.group() and prefix.end() < end:
            places.append((text.index("\t", start), end))
            draft.put(start, prefix.group().replace("\t", " "))
        start = end + 1
    if places:
        draft.report(_problem(draft.text, *places[0], len(places) - 1))
    return bool(places)


def _problem(text: str, at: int, end: int, others: int) -> Problem:
    line = text[text.rfind("\n", 0, at) + 1 : end].strip()
    more = f" (a v dalších řádcích, celkem {others + 1})" if others else ""
    message = f"tabulátor v odsazení řádku „{clip(line)}“{more}"
    cure = f"odsaďte mezerami: „  {clip(line)}“"
    return Problem(codes.YAML_TAB, message, at, at + 1, cure)
