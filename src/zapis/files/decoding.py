"""Bytes of a file become text without BOM, CR and control characters, or a reason why not."""

import re
from collections.abc import Callable
from unicodedata import is_normalized, normalize

from zapis import codes
from zapis.diagnostics import Diagnostic, Outcome
from zapis.files.guessing import DAMAGED, Guess, guess_binary, guess_encoding, guess_wide
from zapis.source import SourceFile, Span

LARGEST_SOURCE = 2 * 1024 * 1024
"""Bytes; a longer file is refused before it is parsed."""

_BOM = "\ufeff"
# U+FFFE and U+FFFF are no characters; neither YAML nor XML may carry them.
# Compiled, and kept by `re`, when the first file is read: a build with nothing to do reads none.
_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]"
# What is no such character, matched in half the time in which one is looked for.
_CLEAN = "[\t\n -~\xa0-\ufffd\U00010000-\U0010ffff]*"
_REPLACEMENT = "\ufffd"

_SAVE_AS = (
    "otevřete soubor v Poznámkovém bloku nebo ve Wordu jako prostý text, zvolte "
    "Soubor → Uložit jako → Kódování: UTF-8 a uložte"
)
_RETYPE = "přepište poškozený znak a uložte soubor znovu v kódování UTF-8"
_COPY_TEXT = "zkopírujte text dokumentu do nového souboru .md a uložte ho v kódování UTF-8"
_NOT_A_SOURCE = "zápis je textový soubor s příponou .md v kódování UTF-8"
_SPLIT = "rozdělte ho na více zápisů; obrázky a přílohy patří do souborů vedle zápisu"
_START_WITH = "---\nnazev: Porada vedení\ndatum: 20. 3. 2026\n---"


def decode(data: bytes, path: str, size: int | None = None) -> Outcome[SourceFile]:
    """The text of a file in UTF-8; `path` is the name that people see.

    `size` is the length of the file when `data` is only its beginning. On an error the source
    still exists, with the best text that could be made of it, so that an excerpt can be shown.
    """
    for attempt in (_refuse_binary, _refuse_large, _refuse_wide):
        if (refused := attempt(data, path, size or len(data))) is not None:
            return refused
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _wrong_encoding(data, path, problem.start)
    return _clean(text, path)


def _clean(text: str, path: str) -> Outcome[SourceFile]:
    text = _composed(_with_line_feeds(text))
    if not text or text.isspace():
        return _refused(SourceFile(path, ""), codes.EMPTY_FILE, "soubor je prázdný", _START_WITH)
    found = None if re.fullmatch(_CLEAN, text) else re.search(_CONTROL, text)
    if found is None:
        return Outcome(SourceFile(path, text))
    clean, count = re.subn(_CONTROL, _REPLACEMENT, text)
    total = f" (takových znaků je v souboru {count})" if count > 1 else ""
    warning = Diagnostic(
        codes.CONTROL_CHARACTER,
        f"řídicí znak U+{ord(found.group()):04X} v textu{total}",
        Span(found.start(), found.start() + 1),
        f"smažte ho, jinak se vytiskne „{_REPLACEMENT}“",
    )
    return Outcome(SourceFile(path, clean), (warning,))


def _with_line_feeds(text: str) -> str:
    text = text.removeprefix(_BOM)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _composed(text: str) -> str:
    """The text with letters in one piece: some systems write „č“ as „c“ and a loose háček."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _readable(text: str) -> str:
    return re.sub(_CONTROL, _REPLACEMENT, _with_line_feeds(text))


def _refuse_binary(data: bytes, path: str, _size: int) -> Outcome[SourceFile] | None:
    kind = guess_binary(data)
    if kind is None:
        return None
    cure = _COPY_TEXT if kind.holds_text else _NOT_A_SOURCE
    return _refused(
        SourceFile(path, ""), codes.BINARY_FILE, f"soubor není text, ale {kind.name}", cure
    )


def _refuse_large(_data: bytes, path: str, size: int) -> Outcome[SourceFile] | None:
    if size <= LARGEST_SOURCE:
        return None
    megabytes = f"{size / 1024 / 1024:.1f}".replace(".", ",")
    limit = LARGEST_SOURCE // 1024 // 1024
    message = f"soubor má {megabytes} MB, nejvýše smí mít {limit} MB"
    return _refused(SourceFile(path, ""), codes.TOO_LARGE, message, _SPLIT)


def _refuse_wide(data: bytes, path: str, _size: int) -> Outcome[SourceFile] | None:
    guess = guess_wide(data)
    if guess is None:
        return None
    source = SourceFile(path, _readable(data.decode(guess.codec, errors="replace")))
    return _refused(source, codes.WRONG_ENCODING, _looks_like(guess), _SAVE_AS)


def _wrong_encoding(data: bytes, path: str, at: int) -> Outcome[SourceFile]:
    guess = guess_encoding(data)

    def read(part: bytes) -> str:
        return _readable(part.decode(guess.codec, errors="replace"))

    span = _place(read, data, at)
    if guess is DAMAGED:
        message = f"bajt 0x{data[at]:02X} na tomto místě není v kódování UTF-8"
        return _refused(SourceFile(path, read(data)), codes.WRONG_ENCODING, message, _RETYPE, span)
    return _refused(
        SourceFile(path, read(data)), codes.WRONG_ENCODING, _looks_like(guess), _SAVE_AS, span
    )


def _place(read: Callable[[bytes], str], data: bytes, at: int) -> Span:
    start = len(read(data[:at]))
    return Span(start, start + 1)


def _looks_like(guess: Guess) -> str:
    return f"soubor není v kódování UTF-8, vypadá jako {guess.name}"


def _refused(
    source: SourceFile, code: codes.Code, message: str, cure: str, span: Span | None = None
) -> Outcome[SourceFile]:
    return Outcome(source, (Diagnostic(code, message, span, cure),))
