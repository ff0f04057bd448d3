"""Resolutions: the text verbatim, and the line that says how it was voted."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from zapis import codes
from zapis.assemble.votes import LABEL, read_vote
from zapis.body import Block, Blocks, Paragraph, Resolution, Vote
from zapis.diagnostics import Diagnostic, Outcome
from zapis.inline import Inline, Inlines, LineBreak, Text, plain_text, split_lines
from zapis.source import Span

# „Usnesení bylo přijato.“ on the line below says the result of the vote above it.
_RESULT = re.compile(r"\s*(?:usnesení|návrh)\b.{0,40}\b(?:přijat|schválen|zamítnut)", re.IGNORECASE)
_CURE = "napište například Hlasování: pro 7, proti 0, zdrželi se 1"


def make_resolution(number: str, blocks: Blocks, span: Span) -> Outcome[Resolution]:
    """A resolution; the first line „Hlasování: …“ becomes its vote when it can be understood."""
    kept: list[Block] = []
    vote: Vote | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    for block in blocks:
        if vote is None and isinstance(block, Paragraph):
            rest, vote, diagnostics = _take_vote(block)
            kept.extend(rest)
        else:
            kept.append(block)
    return Outcome(Resolution(number.strip(), tuple(kept), vote, span), diagnostics)


def _take_vote(
    paragraph: Paragraph,
) -> tuple[tuple[Block, ...], Vote | None, tuple[Diagnostic, ...]]:
    lines = split_lines(paragraph.children)
    for index, line in enumerate(lines):
        words = plain_text(line)
        if not (label := LABEL.match(words)):
            continue
        span = _line_span(line, paragraph.span)
        vote = read_vote(words[label.end() :].strip(), span)
        if vote is None:
            return (paragraph,), None, (_unreadable(words[label.end() :], span),)
        behind = lines[index + 1 :]
        if result := _result(behind):
            vote = replace(vote, words=f"{vote.words.removesuffix('.')}. {result}")
            behind = behind[1:]
        rest = _join_lines([*lines[:index], *behind])
        return ((replace(paragraph, children=rest),) if rest else ()), vote, ()
    return (paragraph,), None, ()


def _result(behind: Sequence[Inlines]) -> str:
    """The result stated on the first of the lines behind a vote, empty without one."""
    if not behind or not all(isinstance(node, Text) for node in behind[0]):
        return ""
    words = plain_text(behind[0]).strip()
    return words if _RESULT.match(words) else ""


def _unreadable(words: str, span: Span) -> Diagnostic:
    message = f"hlasování „{words.strip()}“ nelze porozumět, tiskne se, jak je napsáno"
    return Diagnostic(codes.UNREADABLE_VOTE, message, span, _CURE)


def _join_lines(lines: Sequence[Inlines]) -> Inlines:
    joined: list[Inline] = []
    for line in lines:
        joined.extend((LineBreak(), *line) if joined else line)
    return tuple(joined)


def _line_span(line: Inlines, otherwise: Span) -> Span:
    first = line[0]
    return first.span if isinstance(first, Text) else otherwise
