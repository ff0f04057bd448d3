import re

import pytest

from zapis.czech import phrases
from zapis.czech.phrases import phrase


def test_a_phrase_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch):
    compiled: list[str] = []

    class Counted:
        @staticmethod
        def compile(pattern: str) -> re.Pattern[str]:
            compiled.append(pattern)
            return re.compile(pattern)

    monkeypatch.setattr(phrases, "re", Counted)
    until = phrase(r"do konce_\d")
    before = [*compiled]
    found = [until.match("do konce 3"), until.search("a do  konce3"), *until.finditer("do")]
    assert (before, [match and match.end() for match in found], compiled) == (
        [],
        [10, 12],
        [r"do[ ]{1,3}konce[ ]{0,2}\d"],
    )


@pytest.mark.parametrize("sign", "?*+{")
def test_a_quantified_space_is_refused_before_anything_is_compiled(sign: str):
    with pytest.raises(ValueError, match="quantified space"):
        phrase(f"do {sign}konce")
