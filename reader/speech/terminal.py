"""Keys from a terminal: each is there when it is pressed, and the terminal is as it was when reading ends."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, Protocol

from .key_names import named

_CONSOLE: Final = {
    "H": "up", "P": "down", "K": "left", "M": "right", "G": "home", "O": "end", "I": "page up", "Q": "page down",
    "S": "delete", "=": "f3", "V": "shift-f3", "s": "ctrl-left", "t": "ctrl-right",
    "\x8d": "ctrl-up", "\x91": "ctrl-down",
}  # fmt: skip


class Keyboard(Protocol):
    """Where keys come from."""

    def read(self, timeout_s: float) -> str | None:
        """The name of the next key, None where none came within ``timeout_s``; "escape" when the terminal is gone."""
        ...


class NoKeys:
    """Stands in where there is no terminal: no key ever comes."""

    def read(self, timeout_s: float) -> str | None:
        time.sleep(timeout_s)
        return None


class ConsoleKeys:
    """Keys of the Windows console."""

    def read(self, timeout_s: float) -> str | None:
        import msvcrt

        console: Any = msvcrt
        end = time.monotonic() + timeout_s
        while not console.kbhit():
            if time.monotonic() > end:
                return None
            time.sleep(0.01)
        char = console.getwch()
        if char in "\0\xe0":
            return _CONSOLE.get(console.getwch())
        if char == "\x03":
            raise KeyboardInterrupt
        return next(named(char), None)


def _nothing() -> None:
    pass


@contextmanager
def keyboard(
    *,
    page_is_stdin: bool = False,
    on_suspend: Callable[[], None] = _nothing,
    on_resume: Callable[[], None] = _nothing,
) -> Iterator[Keyboard]:
    """Keys as they are pressed, as long as the ``with`` lasts; then the terminal is as it was, whatever ended it.

    They come from standard input where that is a terminal. With ``page_is_stdin`` they come from the terminal that
    controls the process. Elsewhere no key comes. Ctrl-C, Ctrl-Z and the ending signals keep their meaning;
    ``on_suspend`` and ``on_resume`` are called around a stop by Ctrl-Z.
    """
    if sys.platform == "win32":
        yield ConsoleKeys() if sys.stdin is not None and sys.stdin.isatty() else NoKeys()
        return
    from . import terminal_posix

    fd = terminal_posix.terminal(page_is_stdin)
    if fd is None:
        with ending_in_order():
            yield NoKeys()
        return
    try:
        with ending_in_order(), terminal_posix.key_by_key(fd, on_suspend, on_resume) as begin:
            yield terminal_posix.Keys(fd, on_front=begin)
    finally:
        if fd != terminal_posix.stdin():
            os.close(fd)


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Turns signals that would end the process into `SystemExit`, so that everything is put back on the way out."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
