"""WeasyPrint and what it needs from the system: loaded late, silenced, missed in Czech."""

import io
import logging
import platform
import sys
import warnings
from collections.abc import Sequence
from contextlib import redirect_stdout
from functools import cache

EXTRA = 'pip install "zapis-jednani[pdf]"'
_DEBIAN = (
    "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-crosextra-carlito"
)
_FEDORA = "sudo dnf install pango harfbuzz google-carlito-fonts"
_LINUX = "nainstalujte balíčky pango, harfbuzz a písmo Carlito"
_MACOS = "brew install pango"
_WINDOWS = (
    "nainstalujte MSYS2 (https://www.msys2.org) a v něm spusťte "
    "pacman -S mingw-w64-ucrt-x86_64-pango"
)
_NOISY = ("weasyprint", "fontTools")


class MissingLibrary(Exception):  # noqa: N818 - a state of the installation, no mistake in zapis
    """PDF needs what is not installed; `cure` is the command that installs it."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


@cache
def load() -> None:
    """Make sure that WeasyPrint can be imported and has a font. Raises `MissingLibrary`.

    **Why** apart from its use: a missing system library makes WeasyPrint print English advice, and
    missing fonts make it warn and draw boxes; both are told in Czech by who calls this.
    """
    with warnings.catch_warnings(record=True) as warned, redirect_stdout(io.StringIO()):
        warnings.simplefilter("always")
        try:
            import weasyprint  # noqa: F401, PLC0415 - 0.7 s that only PDF should cost
        except ImportError:
            raise MissingLibrary("pro PDF chybí knihovna WeasyPrint", EXTRA) from None
        except OSError:
            message = "pro PDF chybí v systému knihovna Pango"
            raise MissingLibrary(message, system_command()) from None
    if any("FontConfig" in str(warning.message) for warning in warned):
        raise MissingLibrary("pro PDF není v systému žádné písmo", system_command())
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def find_slowness() -> str | None:
    """What to install so that PDF is made many times faster; None where it is there."""
    load()
    from weasyprint.text import ffi  # noqa: PLC0415 - see `load`

    return None if ffi.harfbuzz_subset else system_command()


def system_command() -> str:
    """What installs the libraries and a font on this system."""
    return command_for(sys.platform, _distributions())


def command_for(system: str, distributions: Sequence[str]) -> str:
    """What installs them on a system as Python names it; Linux is told by its distribution."""
    match system:
        case "darwin":
            return _MACOS
        case "win32" | "cygwin":
            return _WINDOWS
        case _ if not {"debian", "ubuntu"}.isdisjoint(distributions):
            return _DEBIAN
        case _ if not {"fedora", "rhel"}.isdisjoint(distributions):
            return _FEDORA
        case _:
            return _LINUX


def _distributions() -> Sequence[str]:
    """This distribution and those it is like, after os-release(5)."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ()
    return (release.get("ID", ""), *release.get("ID_LIKE", "").split())
