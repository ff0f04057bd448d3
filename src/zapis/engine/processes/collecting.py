"""Python's search for cycles put off while very much is made that has none."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

collect_new = partial(gc.collect, 0)
"""Looks through what was made since the last time."""


@contextmanager
def without_collection() -> Iterator[None]:
    """Nothing is looked through for cycles inside.

    **Why:** an update of ten thousand meetings makes a million values that all stay until its end,
    and Python would look through all of them again and again: half of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def kept_to_the_end() -> Iterator[None]:
    """What is made inside, and was before, is never looked through.

    **Why:** what is remembered of ten thousand meetings stays until the process ends, as the whole
    program does; looking through it once takes longer than making a document.
    """
    with without_collection():
        yield
        gc.freeze()


@contextmanager
def collection_between_batches() -> Iterator[Callable[[], object]]:
    """Nothing is looked through but when the function that is given is called.

    **Why:** a batch of documents is made of a hundred thousand values that live as long as it
    does; looking through them meanwhile finds nothing and costs a tenth of the time. Only what
    is new is looked through: results of earlier batches stay.
    """
    gc.freeze()
    try:
        with without_collection():
            yield collect_new
    finally:
        gc.unfreeze()
