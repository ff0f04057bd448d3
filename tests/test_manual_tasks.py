"""The manual page on tasks shows what zapis prints."""

import re

import pytest

from manual_console import PAGE, Console, consoles, differences
from zapis.cli.tasks.group import COMMANDS

TEXT = PAGE.read_text(encoding="utf-8")
SHOWN = consoles(TEXT)


@pytest.mark.parametrize("console", SHOWN, ids=lambda console: console.commands[0])
def test_the_page_shows_what_is_printed(console: Console):
    assert differences(console) == []


def test_the_list_is_shown_in_three_widths():
    assert {console.columns for console in SHOWN} >= {40, 80, 120}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_on_the_page(name: str):
    assert f"zapis ukoly {name}" in TEXT


def test_links_lead_to_files():
    prose = re.sub(r"`[^`\n]+`", "", re.sub(r"(?ms)^```.*?^```$", "", TEXT))
    links = re.findall(r"\]\(([^)#:]+)\)", prose)
    assert [link for link in links if not (PAGE.parent / link).exists()] == []
