"""Read what zapis.yaml changes in the form of documents: labels, order of parts, signatures."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from zapis.assemble.form_words import find_label, find_part, find_signer, near_label, unknown_word
from zapis.assemble.heading import read_heading
from zapis.assemble.located import locate
from zapis.codes import UNKNOWN_FORM
from zapis.czech.folding import fold, similar
from zapis.czech.shortening import one_line
from zapis.data_tree import DataTree, Path
from zapis.diagnostics import Diagnostic, Diagnostics, Outcome
from zapis.model.forms import FormChange, NameLabel
from zapis.model.kinds import KINDS, PART_NAMES, find_kind
from zapis.schema.places import find_place
from zapis.schema.settings import KindEntry, SeriesEntry, SettingsData

_SIGNERS = "zapsal, zrevidoval, overil, schvalil, predsedal"
_PARTS = ", ".join(PART_NAMES.values())


def read_form(
    entry: SettingsData | SeriesEntry | KindEntry, tree: DataTree, base: Path
) -> Outcome[FormChange]:
    """The changes that stand at a place of zapis.yaml; unknown words are left out and warn."""
    labels, renamed, problems = _read_labels(entry.labels, tree, base)
    parts, of_parts = _read_words(entry.parts, tree, base, "casti")
    problems += of_parts
    signers = None
    if entry.signatures is not None:
        signers, of_signers = _read_words(entry.signatures, tree, base, "podpisy")
        problems += of_signers
    change = FormChange(labels=labels, renamed=renamed, parts=parts, signers=signers)
    return Outcome(change, problems)


def read_kind(key: str, entry: KindEntry, tree: DataTree) -> Outcome[FormChange]:
    """The changes to one kind of meeting: a known one, or one of the author's own."""
    base = find_place(tree.data, (), ("druhy", key)).path
    form = read_form(entry, tree, base)
    title = find_place(tree.data, base, ("titulek",)).path
    heading = read_heading(locate(tree, title, entry.heading).on_one_line())
    known = find_kind(key)
    name = fold(known[0].noun) if known else fold(one_line(key))
    problems = form.diagnostics + heading.diagnostics
    if not known:
        problems += _misspelt_kind(key, tree, base)
    return Outcome(replace(form.value, kind=name, heading=heading.value), problems)


def _misspelt_kind(key: str, tree: DataTree, base: Path) -> Diagnostics:
    near = similar(key, (form for kind in KINDS for form in (kind.noun, *kind.aliases)))
    if near is None:
        return ()
    message = f"druh jednání „{one_line(key)}“ zapis nezná, mysleli jste „{near}“?"
    return (Diagnostic(UNKNOWN_FORM, message, tree.key_span(base), f"{near}:"),)


def _read_labels(
    written: Mapping[str, str], tree: DataTree, base: Path
) -> tuple[tuple[NameLabel, ...], tuple[NameLabel, ...], Diagnostics]:
    """New labels by their names and by what would be printed without them."""
    place = find_place(tree.data, base, ("stitky",)).path
    labels: list[NameLabel] = []
    renamed: list[NameLabel] = []
    problems: list[Diagnostic] = []
    for key, text in written.items():
        new = one_line(text).rstrip(": ")
        found = find_label(key)
        if not found or not new:
            problems.append(_unknown_label(key, tree, (*place, key), known=bool(found)))
            continue
        labels += [(name, new) for name in found.names]
        renamed += [(fold(label), new) for label in found.printed]
    return tuple(labels), tuple(renamed), tuple(problems)


def _unknown_label(key: str, tree: DataTree, path: Path, *, known: bool) -> Diagnostic:
    if known:
        message = f"štítek „{one_line(key)}“ nemá za dvojtečkou nový text"
        return Diagnostic(UNKNOWN_FORM, message, tree.key_span(path), f"{one_line(key)}: …")
    near = near_label(key)
    cure = f"{near}:" if near else "napište štítek tak, jak se dnes tiskne, třeba Příští jednání:"
    message = unknown_word("štítek", key, near)
    return Diagnostic(UNKNOWN_FORM, message, tree.key_span(path), cure)


_FINDERS: Mapping[str, tuple[str, Callable[[str], tuple[str | None, str | None]], str]] = (
    MappingProxyType(
        {
            "casti": ("část dokumentu", find_part, _PARTS),
            "podpisy": ("podpis", find_signer, _SIGNERS),
        }
    )
)


def _read_words(
    written: Sequence[str], tree: DataTree, base: Path, key: str
) -> tuple[tuple[str, ...], Diagnostics]:
    """Names of parts or of roles, each of them once; a text may hold several with commas."""
    place = find_place(tree.data, base, (key,))
    noun, find, possible = _FINDERS[key]
    found: list[str] = []
    problems: list[Diagnostic] = []
    for index, text in enumerate(written):
        span = tree.span((*place.path, index) if isinstance(place.node, list) else place.path)
        for word in filter(None, (word.strip() for word in text.split(","))):
            name, near = find(word)
            if name:
                found.append(name)
            else:
                message = unknown_word(noun, word, near)
                problems.append(Diagnostic(UNKNOWN_FORM, message, span, near or possible))
    return tuple(dict.fromkeys(found)), tuple(problems)
