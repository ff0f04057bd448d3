"""Ctrl-C that is never lost and never shows a traceback.

It loads next to nothing: it has to be there before all that takes time to load. Hence `_signal`,
which is `signal` without names for its numbers.
"""

import _thread
import sys
import time
from types import FrameType

TYPE_CHECKING = False  # not that of `typing`, which takes a while to load
if TYPE_CHECKING:
    import signal
else:
    import _signal as signal

MESSAGE = "\nPřerušeno."
"""What click says of it in Czech."""
CODE = 1

# Loading a command takes less; who waits longer has a slow disk and is not to wait for it.
_STEP, _MOST = 0.02, 12
_IMPORTING = "<frozen importlib."


class _Interruption:
    """What is done on Ctrl-C, and how often it has been put off."""

    def __init__(self) -> None:
        self.main_thread = _thread.get_ident()
        self.times = 0

    def come(self, _number: int, frame: FrameType | None) -> None:
        """Interrupt the work, but not the loading of a module: soon after it.

        **Why:** what is raised there may come out in a function that Python or a module written
        in C calls for purposes of its own, and is swallowed.
        """
        if self.times < _MOST and _is_importing(frame):
            self.times += 1
            self.come_soon()
            return
        self.times = 0
        raise KeyboardInterrupt

    def come_back(self, fault: "sys.UnraisableHookArgs") -> None:
        """Interrupt once more where the first time was swallowed all the same."""
        if issubclass(fault.exc_type, KeyboardInterrupt):
            self.come_soon()
        else:
            sys.__unraisablehook__(fault)

    def come_soon(self) -> None:
        """Interrupt a moment later.

        **Why** not a `Thread`: as long as one is known processes are not started as copies.
        """
        _thread.start_new_thread(self._wait_and_send, ())

    def _wait_and_send(self) -> None:
        time.sleep(_STEP)
        if sys.platform == "win32":
            _thread.interrupt_main()
        else:  # ends also what the main thread waits for
            signal.pthread_kill(self.main_thread, signal.SIGINT)


def expect_interruption() -> None:
    """Raise KeyboardInterrupt on Ctrl-C as Python does, but where it is certain to be noticed.

    Who has Ctrl-C ignored, or a handler of their own, keeps it.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        interruption = _Interruption()
        sys.unraisablehook = interruption.come_back
        signal.signal(signal.SIGINT, interruption.come)


def ignore_interruption() -> None:
    """From now on there is nothing to be interrupted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _is_importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith(_IMPORTING):
            return True
        frame = frame.f_back
    return False
