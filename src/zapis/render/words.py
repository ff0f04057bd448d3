"""The few words that documents add of their own to the record, the same in every format."""

NBSP = "\u00a0"
REVIEW_JOINT = " – "
REVIEW_COLUMNS = ("number", "task", "assignees", "deadline", "status")
"""The labels of the columns of tables of tasks."""


def resolution_label(label: str, number: str) -> str:
    """„Usnesení č. 7/2026“; without a number just „Usnesení“."""
    number = number.removeprefix("č.").strip()
    return f"{label} č.{NBSP}{number}" if number else label


def restricted_label(label: str, reason: str) -> str:
    """„Neveřejné: důvod“; without a reason just „Neveřejné“."""
    return f"{label}: {reason}" if reason else label
