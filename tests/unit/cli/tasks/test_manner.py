"""How wide a list is: as the standard library would say."""

import shutil

import pytest

from zapis.cli.tasks.manner import list_style


@pytest.mark.parametrize("told", ["200", "40", "0", "", "abc", "-5", "007", None])
def test_a_list_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch, told: str | None):
    if told is None:
        monkeypatch.delenv("COLUMNS", raising=False)
    else:
        monkeypatch.setenv("COLUMNS", told)
    assert list_style("auto").columns == shutil.get_terminal_size((80, 24)).columns


@pytest.mark.parametrize("told", ["²", "9" * 5000])
def test_no_number_of_columns_is_an_error(monkeypatch: pytest.MonkeyPatch, told: str):
    monkeypatch.setenv("COLUMNS", told)
    assert list_style("auto").columns in {80, 999_999}
