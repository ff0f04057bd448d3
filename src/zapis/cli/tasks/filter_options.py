"""The options that choose tasks, shared by the list and the summary."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from zapis.tasks.query.filters import Filter

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Function = TypeVar("Function", bound=Callable[..., Any])


_Completion = Callable[[click.Context, click.Parameter, str], list["CompletionItem"]]


def _words(
    name: str,
    field: str,
    metavar: str,
    text: str,
    *others: str,
    complete: str = "",
) -> Callable[..., Any]:
    """An option with words; `complete` names the function of `completing_values` for them."""
    return click.option(
        name,
        *others,
        field,
        multiple=True,
        metavar=metavar,
        help=text,
        shell_complete=_completion(complete) if complete else None,
    )


def _completion(name: str) -> _Completion:
    def complete(
        context: click.Context, parameter: click.Parameter, incomplete: str
    ) -> list["CompletionItem"]:
        from zapis.cli.tasks import completing_values  # noqa: PLC0415 - only when Tab is pressed

        found: list[CompletionItem] = getattr(completing_values, name)(
            context, parameter, incomplete
        )
        return found

    return complete


_OPTIONS: tuple[Callable[..., Any], ...] = (
    _words(
        "--kdo",
        "people",
        "JMÉNO",
        "Jen úkoly této osoby, v kterémkoli pádě.",
        "--resitel",
        complete="complete_person",
    ),
    _words("--organizace", "organizations", "NÁZEV", "Jen úkoly lidí z této organizace."),
    _words(
        "--serie",
        "series",
        "NÁZEV",
        "Jen úkoly této série (klíč, zkratka či název).",
        complete="complete_series",
    ),
    _words("--jednani", "meetings", "JEDNÁNÍ", "Jen úkoly z jednání: označení, datum, soubor."),
    _words(
        "--stav",
        "statuses",
        "STAV",
        "Jen v tomto stavu: otevřeno, rozpracováno, splněno …",
        complete="complete_status",
    ),
    click.option("--po-terminu", "overdue", is_flag=True, help="Jen úkoly po termínu."),
    click.option(
        "--do", "until", metavar="TERMÍN", default="", help="Jen s termínem do tohoto dne."
    ),
    click.option("--bez-terminu", "undated", is_flag=True, help="Jen úkoly bez termínu."),
    click.option("--bez-resitele", "unassigned", is_flag=True, help="Jen nepřidělené úkoly."),
    _words("--hledat", "words", "SLOVA", "Jen úkoly, v nichž jsou všechna tato slova."),
    click.option("--vse", "everything", is_flag=True, help="I splněné a zrušené úkoly."),
)
FIELDS = frozenset(Filter.__struct_fields__)


def filter_options(function: Function) -> Function:
    """All options that choose tasks; the command gets them by the names of the filter's fields."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def take_filter(options: dict[str, Any]) -> Filter:
    """The filter that was asked for, taken out of a command's options."""
    return Filter(**{name: options.pop(name) for name in FIELDS})


def is_given(options: Mapping[str, Any]) -> bool:
    """Whether any option that chooses tasks was given."""
    return any(options.get(name) for name in FIELDS)
