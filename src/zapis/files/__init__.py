"""The only room that writes to the disk: read with decoding, atomic write, lock, safe paths."""

from zapis.files.caches import make_cache_folder
from zapis.files.decoding import LARGEST_SOURCE, decode
from zapis.files.locking import Busy, lock
from zapis.files.opened import OpenedError, opened_by, write_export
from zapis.files.paths import inside
from zapis.files.reading import read_source
from zapis.files.writing import (
    WriteError,
    holds,
    put_in_place,
    remove_leftovers,
    write_aside,
    write_atomic,
    write_if_changed,
    write_line,
)

__all__ = [
    "LARGEST_SOURCE",
    "Busy",
    "OpenedError",
    "WriteError",
    "decode",
    "holds",
    "inside",
    "lock",
    "make_cache_folder",
    "opened_by",
    "put_in_place",
    "read_source",
    "remove_leftovers",
    "write_aside",
    "write_atomic",
    "write_export",
    "write_if_changed",
    "write_line",
]
