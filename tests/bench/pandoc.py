"""Pandoc: a process for each file, as people use it, and all files in one process."""

import os
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from bench.corpus import minutes_in, put_away
from bench.measuring import Command, run
from bench.race import Pair, race
from bench.setting import Setting
from bench.table import Missing, Row, at_least, of_meetings

_EACH = Path(__file__).with_name("each_file.py")
_BATCH = Path(__file__).with_name("pandoc_batch.lua")
_FORMATS = {"html5": ("HTML", "html"), "docx": ("Word", "docx")}


def rows(setting: Setting) -> Iterator[Row]:
    """The rows of the table of speeds that are about pandoc."""
    pandoc = setting.program("pandoc")
    yield from race(tuple(_by_file(setting, pandoc)), setting.times)
    yield from race(tuple(_in_one(setting, pandoc)), setting.few, warm=False)


def _by_file(setting: Setting, pandoc: Path | Missing) -> Iterator[Pair]:
    count = setting.sizes.small
    html = (pandoc, count, "html5", "-f markdown -t html5 -s")
    for jobs, must, aim, how in ((1, 9, 16, "po jednom"), (2, 6, 12, "po dvou")):
        name = f"pandoc, HTML, proces na soubor, {how}, {of_meetings(count)} : zapis ({jobs}"
        name += " proces)" if jobs == 1 else " procesy)"
        ours = setting.cold(count, f"--format html -j {jobs}")
        yield Pair(name, _each(setting, *html, jobs), ours, at_least(must), at_least(aim))
    name = f"pandoc s referenčním dokumentem, Word, proces na soubor, {of_meetings(count)} : zapis"
    word = (pandoc, count, "docx", "-f markdown -t docx --reference-doc vzor.docx")
    ours = setting.cold(count, "--format docx -j 1")
    yield Pair(name, _each(setting, *word, 1), ours, at_least(12), at_least(20))


def _in_one(setting: Setting, pandoc: Path | Missing) -> Iterator[Pair]:
    count = setting.sizes.middle
    for form, must, aim in (("html5", 4, 8), ("docx", 7, 13)):
        kind, ending = _FORMATS[form]
        name = f"pandoc v jednom procesu (dávka v Lua), {kind}, {of_meetings(count)} : zapis"
        ours = setting.cold(count, f"--format {ending} -j 1")
        batch = pandoc if isinstance(pandoc, Missing) else _batch(setting, pandoc, count, form)
        yield Pair(name, batch, ours, at_least(must), at_least(aim), setting.few_note)


def _each(
    setting: Setting, pandoc: Path | Missing, count: int, form: str, options: str, jobs: int
) -> Command | Missing:
    """Pandoc for one file after the other, or for two at a time."""
    if isinstance(pandoc, Missing):
        return pandoc
    target, listed = _folder(setting, form), _listed(setting, count)
    reference = _reference(setting, pandoc)
    words = [str(reference) if word == "vzor.docx" else word for word in options.split()]
    return Command(
        f"pandoc {options} -o VÝSTUP SOUBOR",
        (sys.executable, _EACH, str(jobs), listed, target, form, pandoc, *words),
        prepare=partial(_empty, target),
    )


def _batch(setting: Setting, pandoc: Path, count: int, form: str) -> Command:
    target = _folder(setting, f"davka-{form}")
    environment: Mapping[str, str] = {
        "SEZNAM": str(_listed(setting, count)),
        "KAM": str(target),
        "FORMAT": form,
        "VZOR": str(_reference(setting, pandoc)),
    }
    words = "-f markdown -t plain --lua-filter"
    return Command(
        f"FORMAT={form} pandoc {words} tests/bench/pandoc_batch.lua",
        (pandoc, *words.split(), _BATCH, os.devnull, "-o", os.devnull),
        environment,
        partial(_empty, target),
    )


def _folder(setting: Setting, name: str) -> Path:
    return setting.folder / f"pandoc-{name}"


def _empty(folder: Path) -> None:
    put_away(folder, folder.parent)
    folder.mkdir()


def _listed(setting: Setting, count: int) -> Path:
    """A file with the names of the sources, one a line."""
    listed = setting.folder / f"pandoc-{count}.txt"
    names = map(str, minutes_in(setting.sources(count)))
    listed.write_text("\n".join(names) + "\n", encoding="utf-8")
    return listed


def _reference(setting: Setting, pandoc: Path) -> Path:
    """Pandoc's own reference document, as people begin with it."""
    path = setting.folder / "vzor.docx"
    words = (pandoc, "--print-default-data-file", "reference.docx")
    path.write_bytes(run(Command("pandoc", words)))
    return path
