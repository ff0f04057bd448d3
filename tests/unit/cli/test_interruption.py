"""Ctrl-C at any moment: the same words and code, and never a traceback."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command_line import environment, run_process
from making import make_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signály jako v Unixu")

START = """
import sys
from zapis.__main__ import main
sys.stdout.write("začíná\\n")
sys.stdout.flush()
sys.argv[1:] = {arguments}
main()
"""
INTERRUPTED = 1, "\nPřerušeno.\n"

# A module that swallows it while it is loaded; a callback of which Python ignores what it raises.
MOMENTS = {
    "while a module is loaded": """
import sys, importlib, signal, pathlib, tempfile
folder = tempfile.mkdtemp()
pathlib.Path(folder, "pomaly.py").write_text(
    "import signal\\ntry:\\n    signal.raise_signal(signal.SIGINT)\\n"
    "except BaseException:\\n    pass\\n"
)
sys.path.insert(0, folder)
def work(**_options):
    import pomaly, time
    time.sleep(5)
""",
    "in a callback": """
import signal, time, weakref
class Thing: pass
def work(**_options):
    thing = Thing()

    reference = weakref.ref(thing, lambda _gone: signal.raise_signal(signal.SIGINT))
    del thing
    time.sleep(5)
""",
}
WORKING = """
import zapis.cli.app
from zapis.__main__ import main
zapis.cli.app.cli = work
main()
"""


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_it_is_not_swallowed(moment: str):
    started = time.monotonic()
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", moment + WORKING],
        env=environment(),
        capture_output=True,
        check=False,
    )
    is_soon = time.monotonic() - started < 4
    assert (done.returncode, done.stderr.decode(), is_soon) == (*INTERRUPTED, True)


@pytest.mark.parametrize("arguments", [["build"], ["ukoly"], ["kontrola"]])
@pytest.mark.parametrize("seconds", [0.04, 0.07, 0.1, 0.2])
def test_it_ends_a_command_that_has_just_begun(
    tmp_path: Path, arguments: list[str], seconds: float
):
    """One that is already done by then has nothing to be interrupted."""
    make_workspace(tmp_path, {"a.md": "---\nnazev: Porada\ndatum: 9. 4. 2026\n---\nAhoj.\n"})
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", START.format(arguments=arguments)],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=10)
    untouched = run_process(tmp_path, "build", "-q").code
    assert (process.returncode, err.decode(), untouched) in ((*INTERRUPTED, 0), (0, "", 0))
