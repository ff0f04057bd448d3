"""What only a real process shows: streams, encodings, imports, faults inside zapis."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import environment, run_process
from making import make_workspace

MEETING = "---\nnazev: Porada\ndatum: 9. 4. 2026\n---\n- [ ] Objednat sál (do 10. 4. 2026)\n"
WRONG = "---\nnazev: Porada: rozpočet\n---\n"
HEAVY = ("yaml", "markdown_it", "jinja2", "lxml", "docxtpl", "docx", "rich")
OF_DOCUMENTS = ("docxtpl", "docx", "lxml", "jinja2")

LOADED = """
import json, sys
from zapis.__main__ import main
try:
    main()
except SystemExit:
    pass
sys.stdout.write(chr(0) + json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("--version",), HEAVY),
        (("--help",), HEAVY),
        (("vysvetlit", "Z112"), HEAVY),
        (("doplnovani", "bash"), HEAVY),
        (("ukoly",), OF_DOCUMENTS),
        (("kontrola",), OF_DOCUMENTS),
        (("build", "--format", "html"), ("docxtpl", "docx", "lxml")),
    ],
)
def test_a_command_loads_only_what_it_needs(
    tmp_path: Path, arguments: tuple[str, ...], unwanted: tuple[str, ...]
):
    make_workspace(tmp_path, {"a.md": MEETING})
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", LOADED, *arguments],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=True,
    )
    modules = json.loads(done.stdout.rpartition(b"\0")[2])
    assert sorted({*modules} & {*unwanted}) == []


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1250:strict"},
    ],
)
def test_a_pipe_gets_utf_8_whatever_the_locale(tmp_path: Path, env: dict[str, str]):
    make_workspace(tmp_path, {"b.md": WRONG, "a.md": MEETING})
    build, listed = run_process(tmp_path, "build", env=env), run_process(tmp_path, "ukoly", env=env)
    assert "b.md:2:14: chyba Z112: dvojtečka uvnitř hodnoty „Porada: rozpočet“" in build.err
    assert (build.code, listed.code) == (1, 1)
    assert (" · úkoly: 1 nový" in build.out, "Objednat sál" in listed.out) == (True, True)


def test_results_and_diagnostics_have_their_own_streams(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING, "b.md": WRONG})
    build, check = run_process(tmp_path, "build"), run_process(tmp_path, "kontrola")
    streams = [("Z112" in ran.out, "Z112" in ran.err) for ran in (build, check)]
    assert streams == [(False, True), (True, False)]
    assert "\x1b" not in build.out + build.err + check.out


@pytest.mark.parametrize(("wanted", "code"), [("a.md", 0), ("b.md", 1), ("neni.md", 2)])
def test_the_exit_code(tmp_path: Path, wanted: str, code: int):
    make_workspace(tmp_path, {"a.md": MEETING, "b.md": WRONG})
    assert run_process(tmp_path, "build", wanted).code == code


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path):
    tasks = "".join(f"- [ ] Úkol {number} s dlouhým zněním\n" for number in range(3000))
    make_workspace(tmp_path, {"a.md": MEETING + tasks})
    with subprocess.Popen(
        [sys.executable, "-m", "zapis", "ukoly"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


FAULTY = """
import sys
import zapis.engine.reading as reading
def fail(*_arguments, **_options):
    raise RuntimeError("čáp")
reading.read_in_steps = fail
from zapis.__main__ import main
sys.argv[1:] = ["build"]
main()
"""


@pytest.mark.parametrize(("env", "traceback"), [({}, False), ({"ZAPIS_LADENI": "1"}, True)])
def test_a_fault_inside_zapis_is_a_czech_sentence(
    tmp_path: Path,
    env: dict[str, str],
    traceback: bool,  # noqa: FBT001 - a column of the table
):
    make_workspace(tmp_path, {"a.md": MEETING})
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", FAULTY],
        cwd=tmp_path,
        env=environment(env),
        capture_output=True,
        check=False,
    )
    err = done.stderr.decode()
    assert ("Traceback" in err, done.returncode) == (traceback, 1)
    assert (
        "a.md: chyba Z901: neočekávaná chyba v programu zapis (RuntimeError: čáp)\n   oprava: "
    ) in err
