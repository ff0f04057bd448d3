"""Where the time of a cold build goes, stage by stage, by samples of the stack.

**Why** by rooms and not by functions: rooms stay what they are when the functions in them change,
so that figures of two versions can stand beside each other.
"""

import json
import resource
import signal
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType, MappingProxyType

_INTERVAL = 0.001
_PACKAGE = "/zapis/"
START, REST = "spuštění a načtení knihoven", "ostatní"
# The first beginning that fits decides; what fits none belongs to whoever called it.
_STAGES: Mapping[str, str] = MappingProxyType(
    {
        "files/writing": "zápis souborů",
        "engine/outputs": "zápis souborů",
        "files/": "čtení souborů",
        "parse/yaml": "hlavička: YAML",
        "parse/front_matter": "hlavička: YAML",
        "parse/": "záznam: Markdown",
        "schema/": "sestavení jednání",
        "assemble/": "sestavení jednání",
        "check/": "kontroly",
        "render/docx": "Word",
        "render/html": "HTML",
        "render/environment": "HTML",
        "render/templates": "HTML",
        "render/page": "HTML",
        "render/templating": "HTML",
        "render/": "pohled a typografie",
        "tasks/line": "",
        "tasks/": "úkoly a ukoly.md",
        "engine/tracker": "úkoly a ukoly.md",
        "engine/lists": "úkoly a ukoly.md",
        "engine/index": "index",
        "engine/remembering": "index",
        "engine/": "řízení překladu",
        "report/": "řízení překladu",
        "cli/": "řízení překladu",
    }
)
STAGES = (START, *dict.fromkeys(filter(None, _STAGES.values())), REST)


def stage_of(frame: FrameType | None) -> str:
    """The stage that a stack is in: that of its innermost frame that has one."""
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith("<frozen importlib") or _is_loading(frame):
            return START
        _, found, place = code.co_filename.replace("\\", "/").rpartition(_PACKAGE)
        stage = next((stage for begin, stage in _STAGES.items() if place.startswith(begin)), "")
        if found and stage:
            return stage
        frame = frame.f_back
    return REST


def _is_loading(frame: FrameType) -> bool:
    # What Jinja compiles is a module of no name.
    name = frame.f_globals.get("__name__", "__main__")
    return frame.f_code.co_name == "<module>" and name != "__main__"


def look_at(words: Sequence[str]) -> dict[str, float]:
    """Seconds of processor time that the command `zapis` spends in each stage."""
    samples: Counter[str] = Counter()

    def sample(_signal: int, frame: FrameType | None) -> None:
        samples[stage_of(frame)] += 1

    signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, _INTERVAL, _INTERVAL)
    _run(words)
    signal.setitimer(signal.ITIMER_PROF, 0)
    used = resource.getrusage(resource.RUSAGE_SELF)
    second = (used.ru_utime + used.ru_stime) / samples.total()
    return {stage: samples[stage] * second for stage in STAGES}


def _run(words: Sequence[str]) -> None:
    from zapis.__main__ import main  # noqa: PLC0415 - loading is a part of what is looked at

    sys.argv = ["zapis", *words]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise


if __name__ == "__main__":
    result, *asked = sys.argv[1:]
    Path(result).write_text(json.dumps(look_at(asked)), encoding="utf-8")
