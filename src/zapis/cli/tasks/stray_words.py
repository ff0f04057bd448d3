"""Words that stand where none belongs: values that lack their quotes, numbers of tasks."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_TAKES_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "until": "--do",
        "people": "--kdo",
        "words": "--hledat",
        "organizations": "--organizace",
        "series": "--serie",
        "meetings": "--jednani",
    }
)


def explain_stray_word(word: str, options: Mapping[str, Any]) -> str | None:
    """What was probably meant by a word that is no command; None where nothing can be said."""
    for field, flag in _TAKES_WORDS.items():
        if value := options.get(field):
            last = value if isinstance(value, str) else value[-1]
            return (
                f"Slovo „{word}“ sem nepatří. Několik slov patří do uvozovek: "
                f'zapis ukoly {flag} "{last} {word}"'
            )
    if "/" in word or word.lstrip("#").isdecimal():
        return f"„{word}“ není příkaz. Úkol ukáže: zapis ukoly ukaz {word}"
    return None
