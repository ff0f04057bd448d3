"""User text as XML: escaped, and without the characters that XML cannot hold."""

import re

# Written as what is wrong: to compile all that is right takes ten times as long at each start.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_PLAIN = re.compile("[\x00-\x1f&<>\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
_OPEN = '<w:t xml:space="preserve">'
_CLOSE = "</w:t>"


def legal(value: str) -> str:
    """The text with a replacement character for each that XML 1.0 forbids, and LF line ends."""
    if _ILLEGAL.search(value):
        value = _ILLEGAL.sub(_REPLACEMENT, value)
    return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value


def escape(value: str) -> str:
    """The text as XML character data."""
    if not _NOT_PLAIN.search(value):
        return value
    return legal(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """The text as the value of an attribute in double quotes; white space becomes spaces."""
    return escape(value).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def broken(value: str) -> str:
    """The inside of a `w:t` with tabs and line ends as elements, which close and reopen it."""
    if not _NOT_PLAIN.search(value):
        return value
    escaped = escape(value).replace("\t", f"{_CLOSE}<w:tab/>{_OPEN}")
    return escaped.replace("\n", f"{_CLOSE}<w:br/>{_OPEN}")


def characters(value: str) -> str:
    """The content of a run that prints the text."""
    return f"{_OPEN}{broken(value)}{_CLOSE}"
