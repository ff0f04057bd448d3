"""What all tests share: seeded examples, and tests that need something from outside."""

import os
import signal

import pytest
from hypothesis import HealthCheck, settings

from built_documents import BuiltWorkspaces, build_all

# The same examples in every run: a failure can be repeated, and a build never fails by chance.
# HYPOTHESIS_PROFILE=nahodne looks for new ones.
# How fast a machine is at the moment is no property of the program.
settings.register_profile(
    "opakovatelne",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("nahodne", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "opakovatelne"))

# Who runs tests in the background ignores Ctrl-C, and all programs that tests start would, too.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Real minutes hold real names and are not part of the project: whoever has some names their folder.
collect_ignore = [] if os.environ.get("ZAPIS_SKUTECNE_ZAPISY") else ["test_real_minutes.py"]


def pytest_addoption(parser: pytest.Parser):
    parser.addoption(
        "--obnovit", action="store_true", help="zapíše znovu dokumenty v tests/golden/dokumenty"
    )


def pytest_configure(config: pytest.Config):
    if config.getoption("--obnovit") and os.environ.get("CI"):
        raise pytest.UsageError(
            "--obnovit se v CI nepoužívá: dokumenty by se porovnaly samy se sebou"
        )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltWorkspaces:
    """The documents of all examples and of the torture workspace."""
    return build_all(tmp_path_factory.mktemp("dokumenty"))
