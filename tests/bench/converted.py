"""The same minutes as other programs want them: their heads, their folders, their settings."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_HEAD = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_LAYOUT = (
    '<!doctype html><html lang="cs"><head><meta charset="utf-8"><title>%s</title></head>'
    "<body><h1>%s</h1>%s</body></html>\n"
)
_HUGO = {
    "hugo.toml": 'baseURL = "/"\nlanguageCode = "cs"\ntitle = "Zápisy"\n'
    'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]\n',
    "layouts/_default/single.html": _LAYOUT % ("{{ .Title }}", "{{ .Title }}", "{{ .Content }}"),
    "layouts/_default/list.html": _LAYOUT
    % (
        "{{ .Title }}",
        "{{ .Title }}",
        '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</ul>',
    ),
}
_MKDOCS = {
    "mkdocs.yml": "site_name: Zápisy\nplugins: []\nmarkdown_extensions: [tables]\n"
    "validation: {links: {not_found: ignore}}\n",
    "docs/index.md": "# Zápisy\n",
}
_MKDOCS_BARE = {
    **_MKDOCS,
    "mkdocs.yml": f"{_MKDOCS['mkdocs.yml']}nav: [index.md]\n"
    "theme: {name: null, custom_dir: theme}\n",
    "theme/main.html": _LAYOUT % ("{{ page.title }}", "{{ page.title }}", "{{ page.content }}"),
}
_PELICAN = {
    "pelicanconf.py": 'SITENAME = "Zápisy"\nSITEURL = ""\nPATH = "content"\nTIMEZONE = "UTC"\n'
    'DEFAULT_LANG = "cs"\nTHEME = "theme"\nDIRECT_TEMPLATES = []\nSTATIC_PATHS = []\n'
    "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
    "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\nDEFAULT_PAGINATION = False\n"
    'CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""\n'
    'ARTICLE_SAVE_AS = ARTICLE_URL = "{slug}.html"\n',
    "theme/templates/article.html": _LAYOUT
    % ("{{ article.title }}", "{{ article.title }}", "{{ article.content }}"),
    "theme/static/.keep": "",
}


@dataclass(frozen=True, slots=True)
class Minutes:
    """What others get of a file: a title, a day as ISO 8601 has it, and the record."""

    path: Path
    title: str
    day: str
    body: str


def read_corpus(root: Path) -> Iterator[Minutes]:
    """All minutes of a folder of sources, in the order of their paths."""
    for path in sorted(root.glob("*/*/*.md")):
        found = _HEAD.fullmatch(path.read_text(encoding="utf-8"))
        if found:
            title = re.search(r'^nazev: "(.*)"$', found[1], re.MULTILINE)
            yield Minutes(
                path.relative_to(root), title[1] if title else path.stem, path.name[:10], found[2]
            )


def for_hugo(root: Path, target: Path) -> Path:
    """A site of Hugo with the least that a layout can be."""

    def page(minutes: Minutes) -> tuple[str, str]:
        head = f"title: {json.dumps(minutes.title, ensure_ascii=False)}\ndate: {minutes.day}"
        return f"content/{minutes.path.as_posix()}", f"---\n{head}\n---\n{minutes.body}"

    return _write(root, target, _HUGO, page)


def for_mkdocs(root: Path, target: Path) -> Path:
    """A site of MkDocs as it comes, without search."""
    return _write(root, target, _MKDOCS, _mkdocs_page)


def for_bare_mkdocs(root: Path, target: Path) -> Path:
    """A site of MkDocs without navigation and theme, which cost it most of its time."""
    return _write(root, target, _MKDOCS_BARE, _mkdocs_page)


def _mkdocs_page(minutes: Minutes) -> tuple[str, str]:
    head = f"title: {json.dumps(minutes.title, ensure_ascii=False)}"
    return f"docs/{minutes.path.as_posix()}", f"---\n{head}\n---\n{minutes.body}"


def for_pelican(root: Path, target: Path) -> Path:
    """A site of Pelican that is articles only."""

    def page(minutes: Minutes) -> tuple[str, str]:
        head = f"Title: {minutes.title}\nDate: {minutes.day}\nSlug: {minutes.path.stem}"
        return f"content/{minutes.path.as_posix()}", f"{head}\n\n{minutes.body}"

    return _write(root, target, _PELICAN, page)


def _write(
    root: Path,
    target: Path,
    settings: dict[str, str],
    page: Callable[[Minutes], tuple[str, str]],
) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    for name, text in (*settings.items(), *map(page, read_corpus(root))):
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return target
