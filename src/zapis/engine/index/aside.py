"""A check made on the second processor, while this one goes on."""

import os
import threading
from collections.abc import Callable


def begin(check: Callable[[], bool]) -> Callable[[], bool]:
    """Begin a check; what is returned waits for its answer.

    The check runs in a copy of this process and can change nothing here. Where there can be no
    copy, or nothing would be won, it runs when the answer is asked for.
    """
    is_alone = threading.active_count() == 1 and os.cpu_count() != 1
    if not (hasattr(os, "fork") and is_alone):
        return check
    try:
        child = os.fork()
    except OSError:  # as many processes as there may be
        return check
    if child == 0:
        answer = 1
        try:
            answer = 0 if check() else 1
        finally:
            # Without the ways out of the copied process, which would write its output twice.
            os._exit(answer)
    return lambda: os.waitpid(child, 0)[1] == 0
