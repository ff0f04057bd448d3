"""Decide which fields at the end of a task line are taken out of its sentence."""

from collections.abc import Mapping, Sequence

from zapis.tasks.line_fields import LineFields
from zapis.tasks.line_syntax import Mode, Range, Token

_BEHIND = " \t\n\u00a0,;.!"
_BETWEEN = " \t\n\u00a0,;:–—-"
_BEFORE_TAIL = " \t\n\u00a0,;–—-"
_STOPS = (".", "?", "!", ":", "…")
_LONGEST_WORD = 40
_WORD_JOINERS = (" a", " i", "/", "+", "&")

# Behind these a name is a part of the sentence: „zajistí @Malá do 20. 3.“ would lose its subject.
_GOVERNING_WORDS = """
a i nebo či ale s se k ke z ze v ve o u od do na za pro po při před přes mezi podle dle kromě
mimo bez včetně spolu společně si pan paní pana pána panu panem pí p sl slečna bude budou má
mají musí může mohou chce zajistí připraví předá předají předloží zašle zašlou pošle pošlou
rozešle rozešlou zpracuje zpracují vypracuje vypracují sestaví doplní dodá dodají osloví
kontaktuje kontaktují svolá svolají objedná objednají ověří zjistí prověří projedná projednají
provede provedou koordinuje koordinují zodpovídá zodpovídají odpovídá odpovídají řeší vyřeší
napíše napíší zveřejní upraví uspořádá uspořádají zorganizuje zorganizují navrhne navrhnou udělá
udělají vytvoří informuje informují zařídí domluví dohodne dohodnou obvolá obvolají zavolá
zavolají shromáždí obstará obstarají aktualizuje aktualizují zkontroluje zkontrolují pozve
pozvou nabídne nabídnou převezme převezmou přinese přinesou zúčastní uhradí zaplatí vyhodnotí
předvede předvedou představí seznámí vede vedou povede povedou požádá požádají přebírá dodělá
dokončí schválí podepíše podepíší spravuje spravují garantuje
"""
_GOVERNING = frozenset(_GOVERNING_WORDS.split())


def find_tail(
    fields: LineFields, mode: Mode, start: int, *, may_be_all: bool = False
) -> int | None:
    """Where the tail of fields begins, None without one; the sentence begins at `start`.

    A task keeps some words: its tail may be the whole line only where `may_be_all`.
    """
    if mode is Mode.MENTION:
        return None
    text = fields.line.text
    first_word = len(text) - len(text[start:].lstrip(_BEFORE_TAIL))
    is_governed = False
    chain = [token for token in reversed(find_chain(fields)) if token.start >= start]
    if mode is Mode.TRACKER:
        chain = [token for token in chain if token.is_marked] or chain[-1:]
    for token in chain:
        if token.is_name and mode is Mode.MINUTES:
            is_governed = is_governed or _word_before(text, token.start) in _GOVERNING
        if token.opens_tail and not (token.is_name and is_governed):
            return token.start if may_be_all or token.start > first_word else None
    return None


def cut_pieces(raw: str, fields: LineFields, start: int, tail: int | None) -> tuple[Range, ...]:
    """The ranges of the text that are printed as the sentence, in order.

    An `@` in the sentence is left out, and so is everything from `tail` on but for marks that
    close what was opened before it and for the period of the sentence.
    """
    if tail is None:
        return tuple(_without_ats(raw, start, _rstrip(raw, start, len(raw)), fields))
    end = _rstrip(raw, start, tail, _BEFORE_TAIL)
    closing = [pair for pair in fields.line.pairs if pair.opening[0] < tail <= pair.closing[0]]
    while pair := next((pair for pair in closing if pair.opening[1] == end), None):
        closing.remove(pair)
        end = _rstrip(raw, start, pair.opening[0], _BEFORE_TAIL)
    pieces = list(_without_ats(raw, start, end, fields))
    if (period := _find_period(raw, fields, tail)) and not raw[start:end].endswith(_STOPS):
        pieces.append(period)
    pieces += sorted(pair.closing for pair in closing)
    return tuple(pieces)


def find_chain(fields: LineFields) -> list[Token]:
    """The fields that follow each other up to the end of the line, the last one first."""
    text = fields.line.text
    by_end: dict[int, Token] = {}
    for token in fields.tokens:
        by_end.setdefault(token.end, token)
    chain: list[Token] = []
    last = _ending_at(text, len(text), by_end, is_first=True)
    while last is not None:
        chain.append(last)
        last = _ending_at(text, last.start, by_end, is_first=False)
    return chain


def _ending_at(
    text: str, position: int, by_end: Mapping[int, Token], *, is_first: bool
) -> Token | None:
    """The field that ends at `position` or before separators in front of it."""
    joined = is_sentence_end = False
    while position > 0:
        if token := by_end.get(position):
            # „Odpovídá: Malá. Termín: 20. 4.“ are fields still, „zve @Malá. T: 20. 4.“ is not.
            has_label = token.opens_tail and not token.is_name
            return token if has_label or not is_sentence_end else None
        mark = text[position - 1]
        if mark in (_BEHIND if is_first else _BETWEEN):
            position -= 1
        elif mark == "." and not is_sentence_end:
            position, is_sentence_end = position - 1, True
        elif not joined and not is_first and text.endswith(_WORD_JOINERS, 0, position):
            position, joined = position - 1, True
        else:
            return None
    return None


def _word_before(text: str, position: int) -> str:
    words = text[max(0, position - _LONGEST_WORD) : position].rstrip(_BEFORE_TAIL).split()
    return words[-1].lower().strip('(„"') if words else ""


def _find_period(raw: str, fields: LineFields, tail: int) -> Range | None:
    """The period behind the last field, if it is not a part of that field."""
    end = len(fields.line.text.rstrip())
    behind = max((token.end for token in fields.tokens if token.start >= tail), default=end)
    return (end - 1, end) if behind < end and raw[end - 1] in ".!" else None


def _without_ats(raw: str, start: int, end: int, fields: LineFields) -> Sequence[Range]:
    pieces: list[Range] = []
    for assignee in sorted(fields.assignees, key=lambda assignee: assignee.start):
        at = assignee.start
        if start <= at < end and raw[at] == "@":
            pieces.append((start, at))
            start = at + 1
    return [piece for piece in (*pieces, (start, end)) if piece[0] < piece[1]]


def _rstrip(raw: str, start: int, end: int, marks: str = " \t\n\u00a0") -> int:
    return start + len(raw[start:end].rstrip(marks))
