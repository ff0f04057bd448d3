import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from pool_work import Double, DoubleInSteps, Sleep, give_unsendable, speak, swell, tell_process
from zapis.engine.processes import parent, pool
from zapis.engine.processes.pool import Crash, choose_processes, work_through

TESTS = Path(__file__).parents[3]
SOURCES = TESTS.parent / "src"


class Heard:
    """A progress that remembers what it was told."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def begin(self, stage: str, total: int) -> None: ...

    def step(self, name: str) -> None:
        self.names.append(name)

    def end(self) -> None: ...


@pytest.fixture(params=["fork", "spawn"])
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(parent, "start_method", lambda: request.param)
    return str(request.param)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    # One that is over may wait for a system process to take note of it.
    return not state.is_file() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def wait_until_gone(numbers: Iterator[int], seconds: float) -> list[int]:
    """Those of the processes that still run when the time is over."""
    deadline = time.monotonic() + seconds
    left = list(numbers)
    while left and time.monotonic() < deadline:
        left = [number for number in left if is_alive(number)]
        time.sleep(0.02)
    return left


@pytest.mark.parametrize("count", [0, 1, 2, 3, 60, 1000])
@pytest.mark.parametrize("number", [1, 2, 5])
def test_results_come_in_the_order_of_items(count: int, number: int) -> None:
    found = list(work_through(Double(), range(count), processes=number))
    assert found == [2 * item for item in range(count)]


@pytest.mark.usefixtures("method")
def test_results_come_in_order_however_processes_start() -> None:
    found = list(work_through(Double(), range(120), processes=2))
    assert found == [2 * item for item in range(120)]


@pytest.mark.usefixtures("method")
def test_a_process_that_dies_costs_only_its_item() -> None:
    work = Double(dies=(7, 8, 40), exits=(50,))
    found = list(work_through(work, range(60), processes=2, name="č. {}".format))
    killed = "pracovní proces ukončil signál SIGKILL, nejspíš došla paměť"
    expected = {number: Crash(f"č. {number}", killed) for number in (7, 8, 40)}
    expected[50] = Crash("č. 50", "pracovní proces předčasně skončil (kód 3)")
    assert found == [expected.get(number, 2 * number) for number in range(60)]


@pytest.mark.parametrize("number", [1, 2])
def test_a_fault_costs_only_its_item(number: int) -> None:
    work = Double(fails=(3,), leaves=(5,))
    found = list(work_through(work, range(8), processes=number, name="č. {}".format))
    crashes = {3: Crash("č. 3", "číslo 3"), 5: Crash("č. 5", "SystemExit: 4")}
    assert found == [crashes.get(item, 2 * item) for item in range(8)]


@pytest.mark.parametrize("number", [1, 2])
def test_the_whole_story_of_a_fault_stays_with_it(number: int) -> None:
    found = list(work_through(Double(fails=(1,)), range(2), processes=number))
    assert "in __call__" in found[1].trace


def test_every_item_may_kill_its_process() -> None:
    found = list(work_through(Double(exits=tuple(range(20))), range(20), processes=2))
    reason = "pracovní proces předčasně skončil (kód 3)"
    assert found == [Crash(str(item), reason) for item in range(20)]


def test_a_result_that_cannot_be_sent_is_a_crash_of_its_item() -> None:
    found = list(work_through(give_unsendable, range(6), processes=2))
    assert [isinstance(result, Crash) for result in found] == [False, True] * 3


def test_large_items_and_results_do_not_block_each_other() -> None:
    items = ["x" * 500_000] * 40
    lengths = [len(text) for text in work_through(swell, items, processes=2, name=len)]
    assert lengths == [1_000_000] * 40


def test_several_processes_work_and_this_one_does_not() -> None:
    found = set(work_through(tell_process, range(400), processes=2))
    assert (len(found), os.getpid() in found) == (2, False)


def test_one_process_is_this_one() -> None:
    assert set(work_through(tell_process, range(10))) == {os.getpid()}


def test_only_a_few_items_are_under_way_while_nobody_takes_results() -> None:
    heard = Heard()
    results = work_through(tell_process, range(5000), processes=2, progress=heard)
    next(results)
    time.sleep(0.2)
    list(islice(results, 3))
    started = len(heard.names)
    results.close()
    assert started <= 250


def test_progress_hears_of_every_item_once() -> None:
    heard = Heard()
    list(work_through(Double(dies=(4,)), range(70), processes=2, progress=heard))
    assert sorted(heard.names, key=int) == [str(item) for item in range(70)]


def test_closing_the_results_ends_the_processes() -> None:
    results = work_through(tell_process, range(1000), processes=2)
    used = {next(results) for _ in range(60)}
    results.close()
    assert wait_until_gone(iter(used), 1) == []


@pytest.mark.usefixtures("method")
def test_processes_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    found = list(work_through(speak, range(4), processes=2))
    assert (found, capfd.readouterr()) == ([0, 1, 2, 3], ("", ""))


def test_where_no_process_can_start_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> str:
        raise BlockingIOError

    monkeypatch.setattr(parent, "start_method", refuse)
    assert list(work_through(tell_process, range(100), processes=2)) == [os.getpid()] * 100


def test_where_only_some_processes_can_start_they_do_all(monkeypatch: pytest.MonkeyPatch) -> None:
    granted = iter(["fork"])
    monkeypatch.setattr(parent, "start_method", lambda: next(granted, "none"))
    monkeypatch.setattr(parent, "get_context", granting(parent.get_context))
    found = set(work_through(tell_process, range(100), processes=4))
    assert (len(found), os.getpid() in found) == (1, False)


def granting(real: Callable[[str], object]) -> Callable[[str], object]:
    def get(method: str) -> object:
        if method == "none":
            raise BlockingIOError
        return real(method)

    return get


def test_work_that_a_fresh_process_cannot_have_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parent, "start_method", lambda: "spawn")
    found = list(work_through(lambda number: number + 1, range(4), processes=2))
    assert found == [1, 2, 3, 4]


def test_with_other_threads_no_copy_is_made_of_this_process() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    alone = parent.start_method()
    thread.start()
    accompanied = parent.start_method()
    over.set()
    thread.join()
    assert (alone, accompanied) == ("fork" if sys.platform == "linux" else "spawn", "spawn")


@pytest.mark.parametrize(
    ("asked", "items", "processors", "expected"),
    [
        (None, 59, 8, 1),
        (None, 60, 8, 2),
        (None, 10_000, 8, 8),
        (None, 10_000, 1, 1),
        (1, 10_000, 8, 1),
        (3, 10_000, 1, 3),
        (4, 2, 8, 2),
        (0, 10, 8, 1),
        (2, 0, 8, 1),
        (5000, 10_000, 8, 60),
    ],
)
def test_the_number_of_processes(
    monkeypatch: pytest.MonkeyPatch, asked: int | None, items: int, processors: int, expected: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(processors)))
    monkeypatch.setattr(pool, "_QUOTA", Path("/nikde/cpu.max"))
    assert choose_processes(asked, items) == expected


@pytest.mark.parametrize(
    ("quota", "expected"),
    [("max 100000", 8), ("100000 100000", 1), ("350000 100000", 3), ("50000 100000", 1), ("", 8)],
)
def test_a_container_may_have_fewer_processors_than_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, quota: str, expected: int
) -> None:
    (tmp_path / "cpu.max").write_text(quota)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(8)))
    monkeypatch.setattr(pool, "_QUOTA", tmp_path / "cpu.max")
    assert choose_processes(None, 10_000) == expected


# A whole program, without a main guard.
SLEEPY = """
import sys
from pathlib import Path
from pool_work import Sleep
from zapis.engine.processes import parent
from zapis.engine.processes.pool import work_through
parent.start_method = lambda: sys.argv[2]
for result in work_through(Sleep(Path(sys.argv[1]), float(sys.argv[3])), range(200), processes=2):
    print(result, flush=True)
"""


def start(script: str, *arguments: object, **options: object) -> subprocess.Popen[bytes]:
    path = os.pathsep.join((str(TESTS), str(SOURCES)))
    return subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-W", "error", "-c", script, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=True,
        **options,
    )


def workers(folder: Path, count: int) -> list[int]:
    """The processes that noted themselves, when there are enough of them."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if len(found := list(folder.iterdir())) >= count:
            break
        time.sleep(0.02)
    return [int(path.name) for path in found]


@pytest.mark.parametrize("seconds", [0.01, 30])
@pytest.mark.parametrize("to_group", [True, False])
@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_an_interruption_ends_everything_within_a_second(
    tmp_path: Path, *, way: str, to_group: bool, seconds: float
) -> None:
    parent = start(
        SLEEPY, tmp_path, way, seconds, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    found = workers(tmp_path, 2)
    before = time.monotonic()
    (os.killpg if to_group else os.kill)(parent.pid, signal.SIGINT)
    _, said = parent.communicate(timeout=10)
    took = time.monotonic() - before
    alive = [number for number in found if is_alive(number)]
    last = said.decode().splitlines()[-1]
    assert (len(found), alive, took < 1, last) == (2, [], True, "KeyboardInterrupt")


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_processes_follow_a_parent_that_was_killed(tmp_path: Path, way: str) -> None:
    parent = start(SLEEPY, tmp_path, way, 0.05, stdout=subprocess.DEVNULL)
    found = workers(tmp_path, 2)
    parent.kill()
    parent.wait()
    assert (len(found), wait_until_gone(iter(found), 1)) == (2, [])


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_a_script_without_a_main_guard_and_a_closed_pipe_for_output(
    tmp_path: Path, way: str
) -> None:
    script = SLEEPY.replace("print(result, flush=True)", "last = result") + "print(last)"
    parent = start(script, tmp_path, way, 0.001, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert parent.stdout is not None
    parent.stdout.close()
    assert parent.stderr is not None
    said = parent.stderr.read().decode()
    parent.stderr.close()
    parent.wait(20)
    errors = [line for line in said.splitlines() if "Error" in line]
    worked_here = (tmp_path / str(parent.pid)).exists()
    assert (errors[:1], worked_here) == (["BrokenPipeError: [Errno 32] Broken pipe"], False)


def test_a_limit_of_processes_is_no_error() -> None:
    script = (
        "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (8, 8))\n"
        "from zapis.engine.processes.pool import work_through\n"
        "from pool_work import Double\n"
        "print(sum(work_through(Double(), range(100), processes=20)))\n"
    )
    parent = start(script, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert parent.communicate(timeout=20) == (b"9900\n", b"")


def test_sleeping_is_what_the_tests_take_it_for(tmp_path: Path) -> None:
    assert list(work_through(Sleep(tmp_path, 0), range(3))) == [0, 1, 2]


def test_each_step_is_done_with_the_whole_batch_before_the_next(tmp_path: Path):
    results = list(work_through(DoubleInSteps(tmp_path), range(3)))
    assert (results, (tmp_path / "kroky").read_text().split()) == (
        [0, 2, 4],
        ["0", "1", "2", "0", "1", "2"],
    )


@pytest.mark.parametrize("count", [1, 2])
def test_a_fault_in_a_step_costs_only_its_item(tmp_path: Path, count: int):
    results = list(work_through(DoubleInSteps(tmp_path, fails=(4,)), range(70), processes=count))
    expected = [2 * number for number in range(70)]
    assert [*results[:4], *results[5:]] == [*expected[:4], *expected[5:]]
    assert isinstance(results[4], Crash)


def test_a_process_that_dies_in_a_step_costs_only_the_item_at_which_it_did(
    tmp_path: Path, method: str
):
    work = DoubleInSteps(tmp_path, dies=(7, 31))
    results = list(work_through(work, range(60), processes=2))
    crashed = [number for number, result in enumerate(results) if isinstance(result, Crash)]
    others = [result for result in results if not isinstance(result, Crash)]
    assert (crashed, others) == ([7, 31], [2 * n for n in range(60) if n not in (7, 31)]), method
