"""Where links of a document lead: relative ones from the output's place, unsafe ones nowhere."""

import re
from posixpath import normpath
from urllib.parse import quote

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Everything that a URL may hold anyway; a percent sign there is an escape already.
_URL_CHARACTERS = "/:?#[]@!$&'()*+,;=~%-._"
_BLANKS = dict.fromkeys(range(0x21))


def is_safe_href(href: str) -> bool:
    """Whether a link may be followed: an anchor, a relative path or an address of known scheme."""
    plain = href.translate(_BLANKS)
    if scheme := _SCHEME.match(plain):
        return scheme[1].lower() in _ALLOWED_SCHEMES
    return bool(plain) and plain[0] not in "/\\:" and ":" not in plain.partition("/")[0]


def link_from_output(href: str, base: str) -> str:
    """The link as it stands in the output, with unsafe characters encoded; empty if not safe.

    `base` leads from the output's folder to that of the source; it is an address (`file:///D:/`)
    where no relative way does. Addresses and anchors stay.
    """
    href = href.strip()
    if not is_safe_href(href):
        return ""
    if href.startswith("#") or _SCHEME.match(href):
        return quote(href, safe=_URL_CHARACTERS)
    cut = min((at for mark in "?#" if (at := href.find(mark)) >= 0), default=len(href))
    if _SCHEME.match(base):
        return base + quote(normpath(href[:cut].replace("\\", "/")) + href[cut:], safe="/?#%")
    path = f"{base}/{href[:cut]}" if base else href[:cut]
    made = quote(normpath(path.replace("\\", "/")) + href[cut:], safe=_URL_CHARACTERS)
    return made if is_safe_href(made) else ""


def file_from_output(path: str, folder: str, base: str) -> str:
    """The link to a file of the workspace, given the source's folder and the way to it (`base`)."""
    up = "../" * len([part for part in folder.split("/") if part])
    return quote(normpath(f"{base or '.'}/{up}{path}"), safe="/")
