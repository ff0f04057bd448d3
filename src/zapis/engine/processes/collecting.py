"""Python's search for cycles put off while very much is made that has none."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


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
def collection_between_batches() -> Iterator[Callable[[], object]]:
    """Nothing is looked through but when the function that is given is called.

    **Why:** a batch of documents is made of a hundred thousand values that live as long as it
    does; looking through them meanwhile finds nothing and costs a tenth of the time.
    """
    gc.freeze()
    try:
        with without_collection():
            yield gc.collect
    finally:
        gc.unfreeze()
