"""The title line with places to be filled in: „Zápis č. {cislo} z jednání dne {datum}“."""

import re

from zapis.assemble.located import LocatedText
from zapis.codes import UNKNOWN_PLACEHOLDER
from zapis.czech.folding import key_fold, similar
from zapis.diagnostics import Diagnostic, Outcome

PLACEHOLDERS = ("cislo", "poradi", "datum", "cas", "misto", "nazev")

# A brace alone, or around anything but one word, is text.
_PLACEHOLDER = re.compile(r"\{\s?(\w{1,40})\s?\}")


def read_heading(text: LocatedText) -> Outcome[str]:
    """The title line on one line, its known places as `{cislo}`; unknown ones stay and warn."""
    problems: list[Diagnostic] = []

    def name(found: re.Match[str]) -> str:
        folded = key_fold(found[1])
        if folded in PLACEHOLDERS:
            return f"{{{folded}}}"
        near = similar(folded, PLACEHOLDERS)
        message = f"v titulku nelze doplnit „{found[0]}“"
        cure = f"{{{near}}}" if near else " ".join(f"{{{known}}}" for known in PLACEHOLDERS)
        span = text.span(found.start(), found.end())
        problems.append(Diagnostic(UNKNOWN_PLACEHOLDER, message, span, cure))
        return found[0]

    heading = _PLACEHOLDER.sub(name, text.text)
    return Outcome(" ".join(heading.split()), tuple(problems))
