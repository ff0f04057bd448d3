"""The shapes that values of header keys and of settings may have, and their Czech names."""

from enum import Enum


class Shape(Enum):
    """What may stand behind a header key; the value says it to people."""

    TEXT = "text"
    TEXTS = "text nebo seznam textů"
    PERSONS = "osobu nebo seznam osob"
    ON_BEHALF = "osoby s funkcemi"
    AGENDA = "seznam bodů"
    NEXT_MEETING = "text, nebo datum, cas a misto"
    ATTACHMENTS = "seznam příloh"
    FLAG = "ano nebo ne"
    MAPPING = "vlastní klíče s hodnotami"
