"""Make texts short enough to be quoted in a message."""

_LONGEST_WORDS = 50


def one_line(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split()) if text else ""


def shorten(text: str, most: int) -> str:
    """At most so many characters of the text, the last an ellipsis where some are left out."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def first_words(sentence: str) -> str:
    """The words that fit into 50 characters, and an ellipsis where some are left out."""
    fitting = sentence[:_LONGEST_WORDS].rsplit(" ", 1)[0]
    return sentence if len(sentence) <= _LONGEST_WORDS else f"{fitting}…"
