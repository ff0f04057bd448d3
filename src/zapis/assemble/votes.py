"""The vote of a resolution: its numbers, where the words of the author give them."""

import re
from itertools import pairwise

from zapis.body import Vote
from zapis.source import Span

LABEL = re.compile(r"\s*(?:hlasov[aá]n[ií]|hlasov[aá]no)\s*:\s*", re.IGNORECASE)

_TRIPLE = re.compile(r"(\d{1,4})\s*[–—:/-]\s*(\d{1,4})\s*[–—:/-]\s*(\d{1,4})(?!\d)")
_TOKEN = re.compile(
    r"(?P<number>(?<!\d)(?<!\d[,.])\d{1,6}(?!\d)(?![,.]\d)(?!\s?%))|(?P<against>\bproti\b)|(?P<in_favour>\bpro\b)|(?P<abstained>\bzdrž\w*)",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(
    r"\bjednomysln|\bjednohlasn|\bvšemi hlasy\b"
    r"|\bvšichni(?: přítomní)?(?: hlasovali| byli)? pro(?! \d)\b(?!.*\d)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:nikdo|žádný|nebyl nikdo)\b", re.IGNORECASE)


def read_vote(words: str, span: Span) -> Vote | None:
    """The vote in the words behind „Hlasování:“, or None where they cannot be understood.

    Read are pairs in any order („pro 7, proti 0, zdrželi se 1“, „7 pro, 1 se zdržel“), three bare
    numbers as in favour, against and abstained, and words such as „jednomyslně“. Shares of owners
    („pro 65,2 %“) are a vote without counts. A result that the words state stays in them; none is
    computed.
    """
    unanimous = bool(_UNANIMOUS.search(words))
    counts = _pairs(_NOBODY.sub("0", words)) or _triple(words)
    has_shares = "%" in words and bool(_TOKEN.search(words))
    if not counts and not unanimous and not has_shares:
        return None
    return Vote(
        words=words,
        in_favour=counts.get("in_favour"),
        against=counts.get("against"),
        abstained=counts.get("abstained"),
        unanimous=unanimous,
        span=span,
    )


def _triple(words: str) -> dict[str, int]:
    found = _TRIPLE.search(words)
    if not found:
        return {}
    return dict(zip(("in_favour", "against", "abstained"), map(int, found.groups()), strict=True))


def _pairs(words: str) -> dict[str, int]:
    """Names and numbers that alternate; the first of them tells which one leads."""
    tokens = [(str(found.lastgroup), found.group()) for found in _TOKEN.finditer(words)]
    if not any(kind == "number" for kind, _ in tokens):
        return {}
    if tokens[0][0] == "number":
        return {k: int(n) for (kind, n), (k, _) in pairwise(tokens) if kind == "number" != k}
    return {k: int(n) for (k, _), (kind, n) in pairwise(tokens) if kind == "number" != k}
