"""Names of people: taken apart, inflected, and found in a text in whatever form they stand."""

from zapis.czech.names.index import NameIndex
from zapis.czech.names.parts import Name, parse_name

__all__ = ["Name", "NameIndex", "parse_name"]
