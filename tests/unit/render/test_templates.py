"""The built-in templates are found however zapis was installed."""

from pathlib import Path

import pytest

from zapis.render.templates import find_templates


def test_checkout_has_its_own():
    assert find_templates() == Path(__file__).parents[3] / "sablony"


def test_wheel_carries_them_inside(tmp_path: Path):
    package = tmp_path / "site-packages" / "zapis"
    (package / "sablony").mkdir(parents=True)
    assert find_templates(package) == package / "sablony"


def test_strange_folder_beside_the_package_is_not_taken(tmp_path: Path):
    (tmp_path / "sablony").mkdir()
    with pytest.raises(FileNotFoundError):
        find_templates(tmp_path / "src" / "zapis")
