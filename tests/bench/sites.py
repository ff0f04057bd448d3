"""Makers of web sites, which turn the same bodies to pages and do nothing else with them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.converted import for_bare_mkdocs, for_hugo, for_mkdocs, for_pelican
from bench.corpus import put_away
from bench.measuring import Command
from bench.race import Pair, race
from bench.setting import Setting
from bench.table import Missing, Row, at_least, at_most, of_meetings


def rows(setting: Setting) -> Iterator[Row]:
    """The rows of the table of speeds that are about sites built from nothing."""
    count = setting.sizes.middle
    two = setting.cold(count, "--format html -j 2")
    one = setting.cold(count, "--format html -j 1")
    hugo, pelican = hugo_command(setting, count), _pelican(setting, count)
    pairs = (
        Pair(
            f"HTML, dva procesy, {of_meetings(count)} : Hugo", two, hugo, at_most(2), at_most(1.3)
        ),
        Pair(
            f"pelican, HTML, {of_meetings(count)} : zapis",
            pelican,
            one,
            at_least(1.2),
            at_least(1.8),
        ),
    )
    yield from race(pairs, setting.times)
    name = f"mkdocs bez hledání, HTML, {of_meetings(count)} : zapis"
    bare = f"mkdocs bez hledání, navigace a motivu, HTML, {of_meetings(count)} : zapis"
    one = setting.cold(count, "--format html -j 1")
    pairs = (
        Pair(
            *(name, _mkdocs(setting, count), one),
            *(at_least(3), at_least(5), setting.few_note),
        ),
        Pair(bare, _bare_mkdocs(setting, count), one, note=setting.few_note),
    )
    yield from race(pairs, setting.few, warm=False)


def hugo_command(setting: Setting, count: int) -> Command | Missing:
    """Hugo, which makes the whole site each time."""
    program = setting.program("hugo")
    if isinstance(program, Missing):
        return program
    site = setting.converted(for_hugo, "hugo", count)
    words = (program, "--quiet", "--noBuildLock", "--source", site, "--destination", _out(site))
    return Command("hugo --quiet", words, prepare=partial(_remove, _out(site)))


def _mkdocs(setting: Setting, count: int) -> Command | Missing:
    program = setting.program("mkdocs")
    if isinstance(program, Missing):
        return program
    return _mkdocs_command(program, setting.converted(for_mkdocs, "mkdocs", count))


def _bare_mkdocs(setting: Setting, count: int) -> Command | Missing:
    program = setting.program("mkdocs")
    if isinstance(program, Missing):
        return program
    return _mkdocs_command(program, setting.converted(for_bare_mkdocs, "mkdocs-holy", count))


def _mkdocs_command(program: Path, site: Path) -> Command:
    out = _out(site)
    words = (program, "-q", "build", "-f", site / "mkdocs.yml", "-d", out)
    return Command("mkdocs -q build", words, prepare=partial(_remove, out))


def _pelican(setting: Setting, count: int) -> Command | Missing:
    program = setting.program("pelican")
    if isinstance(program, Missing):
        return program
    site = setting.converted(for_pelican, "pelican", count)
    out = _out(site)
    words = (program, "-q", site / "content", "-o", out, "-s", site / "pelicanconf.py")
    return Command("pelican -q content", words, prepare=partial(_remove, out), folder=site)


def _out(site: Path) -> Path:
    """Where a site is built: beside it, so that its own folders stay what they were."""
    return site.with_name(f"{site.name}-hotovo")


def _remove(folder: Path) -> None:
    put_away(folder, folder.parent)
