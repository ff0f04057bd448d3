"""Persons as written: lists of them split, each with titles, organisation, function and date."""

from zapis.czech.persons.parts import PersonText, read_person
from zapis.czech.persons.text import PersonList, split_people
from zapis.czech.persons.words import is_attendance_text

__all__ = ["PersonList", "PersonText", "is_attendance_text", "read_person", "split_people"]
