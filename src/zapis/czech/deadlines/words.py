"""Deadlines without a day of their own: what repeats, what is urgent, the next meeting."""

import re

from zapis.czech.deadlines.dates import dated, read_written_date
from zapis.czech.deadlines.types import Deadline, Reading, Sentence, recurring, words_only
from zapis.czech.phrases import phrase

_UNITS = (
    r"(?:rok[ua]?|roce|mesic[ei]?|tyden|tydn[eu]|den|dne|ctvrt_rok[ua]?|pul_rok[ua]?|ctvrtleti"
    r"|pololeti|(?:\d{1,2}|dva|dve|tri|ctyri|pet|sest|ctrnact) (?:dn[uiy]|tydn[uy]|mesic[ue]"
    r"|let|rok[uy]|ctvrtleti))"
)
_ADVERBS = r"(?:rocne|mesicne|tydne|denne|ctvrtletne|pololetne)"
_WEEKDAYS = r"(?:pondeli|utery|stredu|ctvrtek|patek|sobotu|nedeli)"
_COUNT = (
    r"(?:\d{1,3}(?:_-_\d{1,3})?_(?:[x*]|krat)|(?:jeden|dva|tri|ctyri|pet|sest|nekoli|vice)krat"
    r"|jednou)"
)
_AT_LEAST = r"(?:(?:min\.|minimalne|alespon|aspon|nejmene|max\.|maximalne|nejvyse)_)?"
_TIMES = phrase(
    rf"{_AT_LEAST}{_COUNT}(?!\w) (?:(?:do|za|v) {_UNITS}(?!\w|_\d)"
    rf"|{_ADVERBS}(?!\w)|kazd(?:y|e|ou|ych) {_UNITS}(?!\w))"
)
_EVERY = phrase(
    r"(?:vzdy |pravidelne )?(?:kazd(?:y|e|ou|eho|ych) |vzdy (?:ve? |na )?)(?:(?:prvni|druh\w{1,2}"
    r"|treti|ctvrt\w{1,2}|posledni|lich\w{1,2}|sud\w{1,2}|\d{1,2}\.) ){0,2}(?:pracovni )?"
    rf"(?:{_UNITS}|{_WEEKDAYS}|jaro|leto|podzim)(?!\w)"
    r"(?: (?:v )?(?:mesici|mesice|roce|roku)(?!\w))?"
)
_LASTING = phrase(
    rf"(?:(?P<rate>{_ADVERBS})|kazdorocne|kazdodenne|prubezne|(?:i )?nadale|trvale(?! udrzitel)"
    r"|pravidelne|nepretrzite|(?P<until>do odvolani))(?!\w)"
)
_WEEKLY = re.compile(r"týdně", re.IGNORECASE)
# „200 Kč měsíčně“, „15 hodin týdně“: an amount per month, no deadline.
_AMOUNT_BEFORE = re.compile(r"\d[\d.,]{0,9} {1,3}(?:[^\s\d]{1,20} {1,3}){0,2}$")

_PARTICIPLE = r"(?! \w{2,20}(?:n|t)(?:y|e|a|i|ou|eho|emu|em|ych|ymi|ym)(?!\w))"
_SOON = phrase(
    r"(?:(?:ihned|okamzite|neprodlene|bezodkladne|obratem)(?: po \w{3,30})?"
    r"|co (?:nejdrive|nejdriv|nejrychleji)|(?:i )?v predstihu|s predstihem"
    r"|bez (?:zbytecneho )?(?:odkladu|prodleni|prutahu)"
    rf"|predem{_PARTICIPLE}"
    r"|v(?:e)? (?:nasledujicim|pristim|nejblizsim|dalsim|nadchazejicim) obdobi"
    r"|v (?:nejblizsi|dohledne|co nejkratsi|brzke) dobe|v co nejkratsim (?:terminu|case)"
    r"|v (?:nejblizsich|pristich|nasledujicich) (?:dnech|tydnech|mesicich)"
    r"|(?:dle|podle) potreby|do konce (?:projektu|(?:volebniho |funkcniho )?obdobi|realizace"
    r"|udrzitelnosti))(?!\w)"
)

_NEXT = r"(?:pristi|dalsi|nasledujici|nejblizsi|nadchazejici)(?:ho|mu|m)?"
_MEETING = (
    r"(?:(?:jednani|schuz(?:e|i|ce|ky|ku|kou)|porad(?:a|y|e|u|ou)|setkani|zasedani|sezeni"
    r"|kulat\w{2,3} stol\w{1,2}|kontroln\w{1,3} d(?:en|ne|ni|nu|nem)|kd)m?(?!\w)"
    r"|(?P<board>(?:zastupitelstv\w{1,2}|rad[ayeu]|komis[ei]|vybor(?:u|em)?|predstavenstv\w{1,2}"
    r"|shromazdenim?|(?:pracovni )?skupin[ayeu])(?!\w)))"
)
_BODY = (
    r"(?: (?P<body>(?:(?:pracovni|dozorci|spravni|skolske|ridici|socialni|bytove|kulturni"
    r"|financniho|kontrolniho) )?(?:zastupitelstva|rady|komise|vyboru|skupiny|predstavenstva"
    r"|shromazdeni|tymu|kolegia|klubu|vedeni)(?: (?:mesta|obce|kraje|mestysu|skoly|obvodu))?)"
    r"(?!\w))?"
)
_NEXT_MEETING = phrase(
    rf"(?P<to>(?:do|na|pro|pred|pri|ke?) )?{_NEXT} (?:\({_NEXT}\) )?"
    rf"(?:\w{{3,12}}(?:ho|m|mu|i|e|ou) )??{_MEETING}{_BODY}"
)
_NEXT_TIME = phrase(r"(?P<to>(?:do|na) )?priste(?!\w)")
_OF_DATE = phrase(r",?_\(?(?:dne |konane(?:ho|m) dne )?(?=\d)")
_CLOSING = phrase(r"_\)")
_SOME_TIME = re.compile(r"(?:tyden|tydn[uy]|den|dn[iuy]|mesic|mesice|hodin[uy]?) {1,3}$")
_ABBREVIATION = re.compile(r" ([A-ZÁ-Ž]{2,8}(?: [A-ZÁ-Ž]{2,8})?)(?!\w)")


def read_recurring(sentence: Sentence, pos: int) -> Reading | None:
    """„2× do roka“, „každý měsíc“, „průběžně“, „nadále“; „200 Kč měsíčně“ is an amount."""
    folded = sentence.folded
    for pattern in (_TIMES, _EVERY):
        if found := pattern.match(folded, pos):
            return recurring(found.end())
    found = _LASTING.match(folded, pos)
    if found is None or _is_adjective(sentence, found.end()):
        return None
    if found["rate"] and not sentence.is_field:
        weekly = found["rate"] == "tydne"
        if weekly and not _WEEKLY.fullmatch(sentence.text, *found.span("rate")):
            return None
        if _AMOUNT_BEFORE.search(folded[max(0, pos - 60) : pos]):
            return None
    return recurring(found.end())


def read_urgency(sentence: Sentence, pos: int) -> Reading | None:
    """„ihned“, „co nejdříve“, „v následujícím období“: words only; „předem připravený“ is none."""
    found = _SOON.match(sentence.folded, pos)
    if found is None or _is_adjective(sentence, found.end()):
        return None
    return words_only(found.end())


def _is_adjective(sentence: Sentence, end: int) -> bool:
    """„pravidelné“, „okamžité“: only the accent tells them from the adverbs."""
    return sentence.text[end - 1 : end] in ("é", "É")


def read_next_meeting(sentence: Sentence, pos: int) -> Reading | None:
    """„do příště“, „na příštím (nejbližším) jednání“, „do příštího zasedání zastupitelstva“.

    A date behind it wins over the series („do příštího jednání 20. 3.“). Without a preposition
    it counts only in a field.
    """
    folded = sentence.folded
    found = _NEXT_TIME.match(folded, pos) or _NEXT_MEETING.match(folded, pos)
    if found is None or not (found["to"] or sentence.is_field):
        return None
    if folded.startswith("pred ", pos) and _SOME_TIME.search(folded[max(0, pos - 12) : pos]):
        return words_only(found.end())
    if of_date := _OF_DATE.match(folded, found.end()):
        written = read_written_date(sentence, of_date.end())
        reading = dated(written, due=written.end_value or written.value) if written else None
        if reading and "(" not in of_date[0]:
            return reading
        if reading and (closing := _CLOSING.match(folded, reading.end)):
            return reading.changed(end=closing.end())
    end, body = _read_body(sentence, found)
    return Reading(end, Deadline("", next_meeting=True, meeting_of=body))


def _read_body(sentence: Sentence, found: re.Match[str]) -> tuple[int, str | None]:
    """The end of the words and the body whose meeting is meant, as written."""
    groups = found.groupdict()
    abbreviation = _ABBREVIATION.match(sentence.text, found.end())
    if abbreviation and not groups.get("body") and "board" in groups:
        return abbreviation.end(), abbreviation[1]
    group = next((name for name in ("body", "board") if groups.get(name)), None)
    return found.end(), sentence.text[slice(*found.span(group))] if group else None
