"""The title line: „Zápis“ and „z 2. jednání pracovní skupiny Bezpečná čtvrť“."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.folding import fold
from zapis.czech.phrases import fold_in_place
from zapis.model.forms import FormChange, shape
from zapis.model.kinds import GENERAL, Kind, find_kind
from zapis.model.meeting import Meeting

MINUTES = "Zápis"
_MISSING = "–"
# A longer subject would drown the title line and gets a line of its own.
_LONGEST_NAME = 60
_PLACEHOLDER = re.compile(r"\{ ?(\w{1,20}) ?\}(\.?)")
# „ze třetího, ze čtvrtého, ze šestého, ze sedmého, ze stého“, counted by the first word read.
_WITH_VOWEL = frozenset({3, 4, 6, 7, 13, 14, 16, 17, *range(30, 50), *range(60, 80)})
_HUNDREDS_WITH_VOWEL = frozenset({1, 3, 4, 6, 7})
_HUNDRED = 100
_LONGEST_ORDINAL = 4
# Events that a type or a name may begin with, and their genitives.
_EVENTS: Mapping[str, str] = MappingProxyType(
    {
        **{fold(same): same for same in ("schůze", "zasedání", "setkání", "shromáždění")},
        **{fold(same): same for same in ("jednání", "sezení", "konference")},
        "schuzka": "schůzky",
        "valna hromada": "valné hromady",
        "pedagogicka rada": "pedagogické rady",
    }
)
_ADJECTIVES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "m": MappingProxyType({"ý": "ého", "í": "ího"}),
        "n": MappingProxyType({"é": "ého", "í": "ího"}),
        "f": MappingProxyType({"á": "é", "í": "í"}),
    }
)
_MOST_ADJECTIVES = 2
_SESSION = "schůze"
_ADJECTIVE_ENDINGS = frozenset("ýáéí")


class KindOfMeeting(Struct, frozen=True):
    """The kind, words of its type before and behind it, and changes of the workspace to it.

    `of_event` says that the words before it describe the event („mimořádné zasedání“).
    """

    kind: Kind
    rest: str = ""
    before: str = ""
    of_event: bool = False
    changes: tuple[FormChange, ...] = ()


class Heading(Struct, frozen=True):
    """The title line in two parts, and the topic where it has a line of its own."""

    heading: str
    subheading: str = ""
    topic: str = ""


def kind_of(meeting: Meeting) -> KindOfMeeting:
    """The kind of a meeting from its type, else from its name, in the form of its workspace."""
    found = _usual_kind(meeting)
    changes = tuple(each for each in meeting.forms if each.concerns(found.kind, found.rest))
    return replace(found, kind=shape(found.kind, changes), changes=changes) if changes else found


def _usual_kind(meeting: Meeting) -> KindOfMeeting:
    """A type that is not known is the general kind followed by the whole type."""
    written = " ".join((meeting.kind or (meeting.series.kind if meeting.series else "")).split())
    if not written:
        named = find_kind(_name(meeting))
        return KindOfMeeting(named[0] if named else GENERAL)
    words = written.split(" ", _MOST_ADJECTIVES)
    for count in range(min(len(words), _MOST_ADJECTIVES + 1)):
        if count and words[count - 1][-1] not in _ADJECTIVE_ENDINGS:
            break
        if found := find_kind(" ".join(words[count:])):
            event = found[0].event
            of_event = bool(event) and fold(words[count]).startswith(fold(event))
            return KindOfMeeting(found[0], found[1], " ".join(words[:count]), of_event)
    return KindOfMeeting(GENERAL, written)


def make_heading(meeting: Meeting, values: Mapping[str, str]) -> Heading:
    """The title line; `values` fill the placeholders of a line written by the author."""
    name = _name(meeting)
    topic = meeting.subject if meeting.subject != name else ""
    found = kind_of(meeting)
    kind = found.kind
    written = meeting.heading or (meeting.series.heading if meeting.series else "") or kind.heading
    if written:
        line = _fill(written, values)
        subject = meeting.subject if not meeting.series else topic
        return _split(line, "" if fold(subject) in fold(line) else subject)
    if fold(meeting.subject).startswith("zapis "):
        return _split(meeting.subject, "")
    if len(name) > _LONGEST_NAME and name == meeting.subject:
        name, topic = "", name
    if kind.noun == GENERAL.noun:
        return Heading(MINUTES, _general(found.rest, name, meeting.ordinal), topic)
    line = _compose(found, name, meeting)
    if kind.one_line:
        return Heading(f"{MINUTES} {line}", "", topic)
    return Heading(MINUTES, line, topic)


def _name(meeting: Meeting) -> str:
    """The name of the body or event: that of the series, else of the meeting."""
    return (meeting.series.name if meeting.series else "") or meeting.subject


def _split(line: str, topic: str) -> Heading:
    word, _, rest = line.partition(" ")
    if word == MINUTES and rest.startswith(("z ", "ze ")):
        return Heading(word, rest, topic)
    return Heading(line, "", topic)


def _fill(line: str, values: Mapping[str, str]) -> str:
    """The line with known placeholders replaced, a missing value by a dash.

    A plain ordinal is „2.“ whether or not the author wrote the period.
    """

    def value(found: re.Match[str]) -> str:
        name, period = fold(found[1]), found[2]
        if name not in values:
            return found[0]
        text = values[name] or _MISSING
        return text + (period or "." if name == "poradi" and text.isdigit() else period)

    return _PLACEHOLDER.sub(value, line)


def _general(kind: str, name: str, ordinal: str) -> str:
    said_twice = fold(kind) in fold(name)
    if written := _known_event(name if said_twice else kind):
        event, number = _with_ordinal(written, ordinal)
        return f"{event}{number}" + (f": {name}" if name and not said_twice else "")
    what = " – ".join(part for part in ("" if said_twice else kind, name) if part)
    event, number = _with_ordinal(GENERAL.of_noun, ordinal)
    return f"{event}{number}: {what}" if what else event + number


def _known_event(words: str) -> str:
    """„schůzky výboru“ for „Schůzka výboru“; empty where the event is not known."""
    words = " ".join(words.split())
    folded = fold(words)
    for event, genitive in _EVENTS.items():
        if folded == event or folded.startswith(event + " "):
            return genitive + words[len(event) :]
    return ""


def _compose(found: KindOfMeeting, name: str, meeting: Meeting) -> str:
    """„z 2. jednání komise pro bydlení“, „z porady vedení č. 6/2026: Rozpočet“."""
    kind = found.kind
    body = _in_genitive(kind, name)
    topic = ""
    if body is None:
        body = " ".join(part for part in (_described(found, kind.of_noun), found.rest) if part)
        if name and kind.event and meeting.series:
            body = f"{body} {name}"
        else:
            topic = name
    if kind.event:
        start, number = _with_ordinal(_described(found, kind.event), meeting.ordinal)
        line = f"{start} {body}{number}"
    else:
        start, number = _with_ordinal(_described(found, body), meeting.ordinal)
        line = start + number
    return f"{line}: {topic}" if topic else line


def _described(found: KindOfMeeting, genitive: str) -> str:
    """„mimořádného zasedání“: adjectives of the type before what they belong to, said once."""
    is_event = genitive == found.kind.event
    if not found.before or is_event is not found.of_event:
        return genitive
    gender = ("f" if genitive == _SESSION else "n") if is_event else found.kind.gender
    endings = _ADJECTIVES[gender]
    words = found.before.split()
    before = " ".join(word[:-1] + endings.get(word[-1], word[-1]) for word in words)
    said = fold(genitive).startswith(fold(before))
    return genitive if said else f"{before} {genitive}"


def _with_ordinal(event: str, ordinal: str) -> tuple[str, str]:
    """The event with its preposition and ordinal before it, and a number that stands behind."""
    plain = ordinal.strip().removesuffix(".")
    if plain.isdecimal() and len(plain) <= _LONGEST_ORDINAL:
        return f"{'ze' if _needs_vowel(int(plain)) else 'z'} {plain}. {event}", ""
    number = f" č. {plain.removeprefix('č.').strip()}" if plain else ""
    return f"{'ze' if event[:1] in 'sšzž' else 'z'} {event}", number


def _needs_vowel(number: int) -> bool:
    first = number if number < _HUNDRED else number // _HUNDRED % 10
    return first in (_WITH_VOWEL if number < _HUNDRED else _HUNDREDS_WITH_VOWEL)


def _in_genitive(kind: Kind, name: str) -> str | None:
    """The genitive of a name such as „Bytová komise Rady města“; None where the noun is absent."""
    words = " ".join(name.split())
    folded, noun = fold_in_place(words), fold(kind.noun)
    at = 0 if folded.startswith(noun) else folded.find(" " + noun) + 1
    end = at + len(noun)
    if not folded.startswith(noun, at) or folded[end : end + 1].isalnum():
        return None
    endings = _ADJECTIVES[kind.gender]
    before = words[:at].split()
    if any(word[-1] not in endings for word in before):
        return None
    declined = [word[:-1] + endings[word[-1]] for word in before]
    genitive = " ".join((*declined, kind.of_noun)) + words[end:]
    if kind.keeps_case and words[0].isupper():
        return genitive[0].upper() + genitive[1:]
    return genitive[0].lower() + genitive[1:]
