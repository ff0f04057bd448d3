"""Click's own words in Czech, whatever the locale of the machine."""

import re
import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import click
from click import exceptions

CATALOGUE: Mapping[str, str] = MappingProxyType(
    {
        "Aborted!": "Přerušeno.",
        "d": "d",
        "deprecated": "zastaralé",
        "Missing command.": "Chybí příkaz.",
        "required": "povinné",
        "Options": "Volby",
        "Positional arguments": "Argumenty",
        "Commands": "Příkazy",
        "Usage:": "Použití:",
        "Value must be an iterable.": "Hodnota musí být seznam.",
        "env var: {var}": "proměnná prostředí: {var}",
        "default: {default}": "výchozí: {default}",
        "(dynamic)": "(podle okolností)",
        "Got unexpected extra argument ({args})": "Přebývá argument ({args})",
        "Got unexpected extra arguments ({args})": "Přebývají argumenty ({args})",
        "Takes {nargs} values but 1 was given.": "Potřebuje hodnot: {nargs}, zadána je 1.",
        "Takes {nargs} values but {len} were given.": "Potřebuje hodnot: {nargs}, zadáno: {len}.",
        "Do you want to continue?": "Chcete pokračovat?",
        "Confirm the action without prompting.": "Potvrdit bez dotazu.",
        "%(prog)s, version %(version)s": "%(prog)s, verze %(version)s",
        "Show the version and exit.": "Vypíše verzi.",
        "Show this message and exit.": "Vypíše tuto nápovědu.",
        "Did you mean {possibility}?": "Mysleli jste {possibility}?",
        "(Did you mean one of: {possibilities}?)": "(Mysleli jste některé z: {possibilities}?)",
        "Missing argument": "Chybí argument",
        "Missing option": "Chybí volba",
        "Missing parameter": "Chybí parametr",
        "Missing parameter: {param_name}": "Chybí parametr: {param_name}",
        "Missing {param_type}": "Chybí {param_type}",
        "unknown error": "neznámá chyba",
        "Invalid value for {param_hint}: {message}": "Neplatná hodnota {param_hint}: {message}",
        "Invalid value: {message}": "Neplatná hodnota: {message}",
        "Could not open file {filename!r}: {message}": (
            "Soubor „{filename}“ nelze otevřít: {message}"
        ),
        "Error: {message}": "Chyba: {message}",
        "Try '{command} {option}' for help.": "Nápovědu vypíše „{command} {option}“.",
        "No such option {name!r}.": "Volba „{name}“ neexistuje.",
        "No such command {name!r}.": "Příkaz „{name}“ neexistuje.",
        "Invalid start character for option ({option})": "Tak volba začínat nemůže ({option})",
        "Option {name!r} does not take a value.": "Volba „{name}“ nemá hodnotu.",
        "Option {name!r} requires an argument.": "Volba „{name}“ potřebuje hodnotu.",
        "Option {name!r} requires {nargs} arguments.": "Volba „{name}“ potřebuje hodnot: {nargs}.",
        "Argument {name!r} takes {nargs} values.": "Argument „{name}“ potřebuje hodnot: {nargs}.",
        "Couldn't detect Bash version, shell completion is not supported.": (
            "Verzi programu Bash nelze zjistit, doplňování nebude fungovat."
        ),
        "Shell completion is not supported for Bash versions older than 4.4.": (
            "Doplňování potřebuje Bash 4.4 nebo novější."
        ),
        "file": "soubor",
        "directory": "složka",
        "path": "cesta",
        "Choose from:\n\t{choices}": "Vyberte z:\n\t{choices}",
        "{value!r} is not {choice}.": "„{value}“ není {choice}.",
        "{value!r} is not one of {choices}.": "„{value}“ není žádná z možností {choices}.",
        "{value!r} does not match the format {format}.": "„{value}“ nemá tvar {format}.",
        "{value!r} does not match the formats {formats}.": (
            "„{value}“ nemá žádný z tvarů {formats}."
        ),
        "{value} is not in the range {range}.": "{value} není v rozmezí {range}.",
        "{value!r} is not a valid boolean. Recognized values: {states}": (
            "„{value}“ není ano ani ne. Možné hodnoty: {states}"
        ),
        "{value!r} is not a valid {number_type}.": "„{value}“ není číslo.",
        "{name} {filename!r} is a file.": "„{filename}“ je soubor.",
        "{name} {filename!r} is a directory.": "„{filename}“ je složka.",
        "{name} {filename!r} is not readable.": "„{filename}“ nelze číst.",
        "{name} {filename!r} is not writable.": "„{filename}“ nelze zapsat.",
        "{name} {filename!r} does not exist.": "„{filename}“ neexistuje.",
    }
)


_LISTS = frozenset({"choices", "possibility", "possibilities"})
_QUOTED = re.compile("'([^']*)'")


class Template(str):
    """A message whose lists of possible words get Czech quotation marks when they are put in."""

    __slots__ = ()

    def format(self, *values: object, **named: object) -> str:
        """As of any text."""
        lists = {name: quote(str(named[name])) for name in _LISTS & named.keys()}
        return super().format(*values, **{**named, **lists})


def quote(text: str) -> str:
    """„Czech“ quotation marks in place of 'straight' ones."""
    return _QUOTED.sub(r"„\1“", text)


def join_names(param_hint: Sequence[str] | str | None) -> str | None:
    """The names of a parameter as messages quote them; the argument is called as click calls it."""
    if param_hint is None or isinstance(param_hint, str):
        return quote(param_hint) if param_hint else param_hint
    return " / ".join(f"„{name}“" for name in param_hint)


def translate(message: str) -> str:
    """A message of click in Czech; one without a translation stays as it is."""
    return Template(CATALOGUE.get(message, message))


def translate_count(one: str, many: str, number: int) -> str:
    """A message of click that depends on a number."""
    return translate(one if number == 1 else many)


def speak_czech() -> None:
    """Replace the translating functions in every module of click that is loaded.

    **Why:** click looks into the catalogue of the locale and ships none; this works in any locale
    and leaves the gettext of the standard library alone.
    """
    # Names of parameters are quoted before they come into a message.
    exceptions._join_param_hints = join_names  # noqa: SLF001 - there is no other way in
    prefix = f"{click.__name__}."
    for name, module in list(sys.modules.items()):
        if name.startswith(prefix):
            if hasattr(module, "_"):
                module._ = translate  # type: ignore[attr-defined]  # checked above
            if hasattr(module, "ngettext"):
                module.ngettext = translate_count  # type: ignore[attr-defined]  # checked above
