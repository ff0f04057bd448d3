"""The plain values that every export is made from."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from zapis.tasks.query import TaskRow


class TaskTable(Struct, frozen=True):
    """A list of tasks on a day, in its order.

    `filters` are the sentences that say how a filter was understood, empty where nothing was
    filtered. `links` are links from the file to the documents of meetings, by the path of their
    minutes; a meeting without one has no document.
    """

    rows: tuple[TaskRow, ...]
    today: dt.date
    organization: str = ""
    filters: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
