"""Two versions of the tracker made one, by task and statement and not by line of text."""

from zapis.tasks.merge.trackers import Merged, NotUnderstood, merge_trackers

__all__ = ["Merged", "NotUnderstood", "merge_trackers"]
