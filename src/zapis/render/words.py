"""The few words that documents add of their own to the record, the same in every format."""

NBSP = "\u00a0"
CONCLUSION = "Závěr"
VOTE = "Hlasování:"
REVIEW_JOINT = " – "


def resolution_label(number: str) -> str:
    """„Usnesení č. 7/2026“; without a number just „Usnesení“."""
    number = number.removeprefix("č.").strip()
    return f"Usnesení č.{NBSP}{number}" if number else "Usnesení"


def restricted_label(reason: str) -> str:
    """„Neveřejné: důvod“; without a reason just „Neveřejné“."""
    return f"Neveřejné: {reason}" if reason else "Neveřejné"
