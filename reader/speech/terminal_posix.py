"""Keys from a POSIX terminal: handed out one by one, without echo, and put back as it was."""

import os
import select
import signal
import sys
import termios
import threading
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from .key_names import named

ESCAPE_SECONDS: Final = 0.05
"""What follows Escape sooner than this belongs to it: terminals send an arrow as Escape and two characters."""

_SILENCE_SECONDS: Final = 0.1
"""A process that is stopped feeds no device: the pause must have reached it before."""


class Keys:
    """Keys of the terminal open as ``fd``, once it hands them out one by one; see `reader.speech.terminal`."""

    def __init__(self, fd: int, on_front: Callable[[], None]) -> None:
        self._fd, self._on_front = fd, on_front
        self._front = True
        self._waiting: list[str] = []

    def read(self, timeout_s: float) -> str | None:
        """The name of the next key, None where none came within ``timeout_s``; "escape" when the terminal is gone."""
        if not self._waiting:
            front, self._front = self._front, self._in_front()
            if not self._front:
                time.sleep(timeout_s)
                return None
            if not front:
                self._on_front()
            self._waiting = list(named(self._typed(timeout_s)))
        return self._waiting.pop(0) if self._waiting else None

    def _in_front(self) -> bool:
        """Reading from the background would stop the process, and the reading with it."""
        try:
            return os.tcgetpgrp(self._fd) == os.getpgrp()
        except OSError:
            return True

    def _typed(self, timeout_s: float) -> str:
        if not self._ready(timeout_s):
            return ""
        data = self._some()
        while data.endswith(b"\x1b") and self._ready(ESCAPE_SECONDS):
            data += self._some()
        return data.decode("utf-8", "ignore")

    def _ready(self, timeout_s: float) -> bool:
        return bool(select.select([self._fd], [], [], timeout_s)[0])

    def _some(self) -> bytes:
        try:
            return os.read(self._fd, 1024) or b"\x1b"
        except OSError:
            return b"\x1b"


@contextmanager
def key_by_key(fd: int, on_suspend: Callable[[], None], on_resume: Callable[[], None]) -> Iterator[Callable[[], None]]:
    """No echo and no waiting for Enter; undone at the end and while it is stopped; left alone in the background.

    Gives what begins it once the process has come from the background to the front.
    """
    before: list[Any] | None = None

    def begin() -> None:
        nonlocal before
        with suppress(OSError, termios.error):
            # Changing the terminal from the background would stop the process.
            if os.tcgetpgrp(fd) == os.getpgrp():
                if before is None:
                    before = termios.tcgetattr(fd)
                tty.setcbreak(fd, termios.TCSADRAIN)

    def restore() -> None:
        with suppress(OSError, termios.error):
            if before is not None and os.tcgetpgrp(fd) == os.getpgrp():
                termios.tcsetattr(fd, termios.TCSADRAIN, before)

    def suspend(*_: object) -> None:
        on_suspend()
        time.sleep(_SILENCE_SECONDS)
        restore()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        # Stopped here, until the shell continues it.
        signal.signal(signal.SIGTSTP, suspend)
        begin()
        on_resume()

    handled = threading.current_thread() is threading.main_thread()
    old = (signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)) if handled else None
    begin()
    try:
        if handled:
            signal.signal(signal.SIGTSTP, suspend)
            # Stopped from elsewhere, and continued.
            signal.signal(signal.SIGCONT, lambda *_: begin())
        yield begin
    finally:
        if old:
            signal.signal(signal.SIGTSTP, old[0])
            signal.signal(signal.SIGCONT, old[1])
        restore()


def stdin() -> int | None:
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError, ValueError):
        return None


def terminal(page_is_stdin: bool) -> int | None:
    fd = stdin()
    if fd is not None and os.isatty(fd):
        return fd
    if page_is_stdin:
        with suppress(OSError):
            return os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
    return None
