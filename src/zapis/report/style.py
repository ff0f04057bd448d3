"""How lists and tables of tasks are to look, and the colours they may add."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from zapis.tasks.query import Urgency

HEADING, LATE, SOON, DONE, QUIET = "1", "31", "33", "32", "2"
COLORS: Mapping[Urgency, str] = MappingProxyType(
    {Urgency.OVERDUE: LATE, Urgency.WITHIN_WEEK: SOON, Urgency.DONE: DONE}
)
CLOSED = (Urgency.DONE, Urgency.CANCELLED, Urgency.GONE)
"""The groups of tasks that nobody is expected to do."""

NOBODY = "? nepřiděleno"
NO_TASKS = "V zápisech zatím není žádný úkol."


class ListStyle(Struct, frozen=True):
    """How a list is to look: columns of the terminal, colours, a last line on what to do next.

    `filters` say how the filter was understood, one line each; `open_in_all` is how many tasks are
    open without the filter, None where there is none; `empty` stands in a list of nothing.
    `most_rows` limits a very long list to a first screen, None shows all; `all_by` is the command
    that shows the rest.
    """

    columns: int = 80
    color: bool = False
    hint: str = ""
    most_rows: int | None = None
    title: str = "Otevřené úkoly"
    filters: tuple[str, ...] = ()
    open_in_all: int | None = None
    empty: str = "Žádný úkol není otevřený, všechno je hotovo."
    all_by: str = "zapis ukoly | less"

    @property
    def widest(self) -> int:
        """The columns that a line may take; some terminals wrap a line that fills the last one."""
        return max(1, self.columns - 1)

    def paint(self, text: str, color: str) -> str:
        """The text in a colour where colours are wanted, spaces at its end left as they are."""
        shown = text.rstrip()
        if not (self.color and color and shown):
            return text
        return f"\x1b[{color}m{shown}\x1b[0m{text[len(shown) :]}"


DEFAULT_STYLE = ListStyle()
"""80 columns without colours, all rows."""
