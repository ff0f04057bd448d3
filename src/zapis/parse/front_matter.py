"""Cut a source into its front matter and its body, and say so when the header is not there."""

import re

from msgspec import Struct

from zapis import codes
from zapis.czech.shortening import shorten
from zapis.diagnostics import Diagnostic, Label, Outcome
from zapis.source import Region, SourceFile, Span

_OPENING = re.compile(r"---[ \t\xa0]*(?:\n|\Z)")
_FENCE_LINE = re.compile(r"^(?:---|\.\.\.)[ \t\xa0]*$", re.MULTILINE)
# What people type, or Word makes of three hyphens.
_DASHES = re.compile(r"[ \t\xa0]*(?:[–—―]|[-_*=][ \t\xa0]*[-–—―_*=])[-–—―_*= \t\xa0]*")
_KEY_LINE = re.compile(r"[^\W\d_][^:\n]{0,60}:(?:[ \t\xa0]|$)", re.MULTILINE)
# Behind a blank line only a key in lower case still belongs to the header: „Úkol: …“ does not.
_OWN_KEY_LINE = re.compile(r"[a-zěščřžýáíéúůťďňó][^:\n]{0,30}:(?:[ \t\xa0]|$)")
_PART_OF_VALUE = re.compile(r"[ \t\xa0]+\S|-[ \t]+[^\s\[]|#(?!#*[ \t])|[\]}]")
_HEADING = re.compile(r"#{1,6}[ \t]")
_HEADING_BEHIND_BLANK = re.compile(r"(?:\A|\n[ \t]*\n)#{1,6}[ \t][^\n]*\n\s*(?=\S)")
_MINUTES_LINE = re.compile(
    r"^[ \t]{0,3}[*_]{0,2}(?:datum|p[rř][ií]tomn[ií]|omluven[ií]|[uú][cč]astn[ií]ci)\b"
    r"[^:\n]{0,30}:",
    re.MULTILINE | re.IGNORECASE,
)
_BOX = re.compile(r"^[ \t]{0,12}[-*+] \[[ xX/-]\] ", re.MULTILINE)

_FENCE = "---"
_EXAMPLE = "---\nnazev: Porada vedení\ndatum: 20. 3. 2026\n---"
_TITLE_LINES = 12
_SHOWN = 60


class FrontMatter(Struct, frozen=True):
    """The two parts of a meeting's source, without the fences between them."""

    yaml: Region
    body: Region


def split_front_matter(source: SourceFile) -> Outcome[FrontMatter | None]:
    """Header and body; None for a file that does not open with `---` on its first line.

    A header that nobody closed is an error, and ends where its keys end, so that the rest of
    the file can still be checked.
    """
    opening = _OPENING.match(source.text)
    if opening is None:
        return Outcome(None)
    start = opening.end()
    closing = _FENCE_LINE.search(source.text, start)
    if closing is None or _runs_into_body(source.text[start : closing.start()]):
        return _unclosed(source, start)
    body = min(closing.end() + 1, len(source.text))
    return Outcome(_cut(source, start, closing.start(), body))


def looks_like_minutes(source: SourceFile) -> Diagnostic | None:
    """A warning when a file without front matter was probably meant as minutes."""
    if (misplaced := _misplaced_fence(source)) is not None:
        span, message, cure = misplaced
        return Diagnostic(codes.FORGOTTEN_FRONT_MATTER, message, span, cure)
    for pattern, kind in ((_MINUTES_LINE, "řádkem"), (_BOX, "úkolem")):
        if (found := pattern.search(source.text)) is not None:
            line = source.position(found.start()).line
            shown = shorten(source.line(line).strip(), _SHOWN)
            message = f"soubor s {kind} „{shown}“ nezačíná hlavičkou"
            return Diagnostic(
                codes.FORGOTTEN_FRONT_MATTER, message, source.line_span(line), _EXAMPLE
            )
    return None


def no_front_matter(source: SourceFile) -> Diagnostic:
    """The error for a file named on the command line that has no front matter."""
    if (misplaced := _misplaced_fence(source)) is not None:
        span, message, cure = misplaced
        return Diagnostic(codes.NO_FRONT_MATTER, message, span, cure)
    message = "soubor nezačíná hlavičkou, první řádek není „---“"
    return Diagnostic(codes.NO_FRONT_MATTER, message, source.line_span(1), _EXAMPLE)


def _cut(source: SourceFile, start: int, end: int, body: int) -> FrontMatter:
    return FrontMatter(Region(source, start, end), Region(source, body, len(source.text)))


def _runs_into_body(yaml: str) -> bool:
    """Whether what was taken for the closing fence is a rule in the body of an open header."""
    return any(
        not (_KEY_LINE.match(yaml, found.end()) or yaml.startswith("#", found.end()))
        for found in _HEADING_BEHIND_BLANK.finditer(yaml)
    )


def _unclosed(source: SourceFile, start: int) -> Outcome[FrontMatter | None]:
    number = _line_behind_keys(source, 2)
    if number > len(source.line_starts):
        span = Span(len(source.text), len(source.text))
    else:
        span = source.line_span(number)
    line = source.text[span.start : span.end]
    is_fence = _DASHES.fullmatch(line) is not None
    if is_fence:
        message = f"hlavičku má ukončit „{_FENCE}“, ne „{line.strip()}“"
    else:
        span = Span(span.start, span.start)
        message = f"hlavička není ukončena, nejspíš zde chybí řádek „{_FENCE}“"
    label = Label(Span(0, len(_FENCE)), "zde se hlavička otevírá")
    problem = Diagnostic(codes.UNCLOSED_FRONT_MATTER, message, span, _FENCE, (label,))
    body = min(span.end + 1, len(source.text)) if is_fence else span.start
    return Outcome(_cut(source, min(start, span.start), span.start, body), (problem,))


def _line_behind_keys(source: SourceFile, number: int) -> int:
    """The number of the first line, from `number` on, that can be no part of a header."""
    last = len(source.line_starts)
    while number <= last:
        line = source.line(number)
        if not line.strip():
            following = _next_filled(source, number)
            if not _OWN_KEY_LINE.match(source.line(following)):
                return number
            number = following
        elif _DASHES.fullmatch(line) or not (_KEY_LINE.match(line) or _PART_OF_VALUE.match(line)):
            return number
        number += 1
    return number


def _next_filled(source: SourceFile, number: int) -> int:
    last = len(source.line_starts)
    while number < last and not source.line(number).strip():
        number += 1
    return number


def _misplaced_fence(source: SourceFile) -> tuple[Span, str, str] | None:
    """Where something stands before or instead of the opening fence: place, message, cure."""
    first = _next_filled(source, 1)
    line = source.line(first)
    if _DASHES.fullmatch(line) and _has_key_below(source, first):
        shown, span = line.strip(), source.line_span(first)
        if shown == _FENCE:
            cure = f"řádek „{_FENCE}“ patří na úplný začátek souboru, bez mezer a řádků před ním"
            return span, "před hlavičkou stojí mezery nebo prázdné řádky", cure
        return span, f"hlavičku má otevřít „{_FENCE}“, ne „{shown}“", _FENCE
    for number in range(first + 1, first + _TITLE_LINES):
        if source.line(number).rstrip() == _FENCE and _has_key_below(source, number):
            message = f"před hlavičkou stojí „{shorten(line.strip(), _SHOWN)}“"
            cure = f"přesuňte ten text až za hlavičku, prvním řádkem souboru je „{_FENCE}“"
            return source.line_span(first), message, cure
    return None


def _has_key_below(source: SourceFile, number: int) -> bool:
    return _KEY_LINE.match(source.line(number + 1)) is not None
