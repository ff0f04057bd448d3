"""Where the built-in templates are: inside the wheel, or beside `src` in a checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


@cache
def find_templates(package: Path = _PACKAGE) -> Path:
    """The folder of the built-in templates; FileNotFoundError means a broken installation."""
    installed = package / "sablony"
    if installed.is_dir():
        return installed
    root = package.parents[1]
    checkout = root / "sablony"
    if (root / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    raise FileNotFoundError(installed)
