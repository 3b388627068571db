"""Keys from a terminal: each is there when it is pressed, and the terminal is as it was when reading ends."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

ESCAPE_SECONDS: Final = 0.05
"""What follows Escape sooner than this belongs to it: terminals send an arrow as Escape and two characters."""

# ECMA-48 and xterm: cursor and editing keys, in normal and application mode.
_SEQUENCES: Final = {
    "[A": "up", "[B": "down", "[C": "right", "[D": "left", "OA": "up", "OB": "down", "OC": "right", "OD": "left",
    "[H": "home", "[F": "end", "OH": "home", "OF": "end", "[1~": "home", "[4~": "end", "[7~": "home", "[8~": "end",
    "[5~": "page up", "[6~": "page down",
}  # fmt: skip
_NAMED: Final = {" ": "space", "\x7f": "backspace", "\b": "backspace", "\r": "enter", "\n": "enter", "\t": "tab"}
_CONSOLE: Final = {
    "H": "up", "P": "down", "K": "left", "M": "right", "G": "home", "O": "end", "I": "page up", "Q": "page down",
}  # fmt: skip


def named(typed: str) -> Iterator[str]:
    """The names of the keys that sent ``typed``: "h", "space", "page up", "alt-1", "escape"; unknown ones give none."""
    at = 0
    while at < len(typed):
        char = typed[at]
        at += 1
        if char != "\x1b":
            yield _NAMED.get(char, char)
            continue
        if at == len(typed) or typed[at] == "\x1b":
            yield "escape"
            continue
        end = _sequence_end(typed, at)
        sequence, at = typed[at:end], end
        if sequence in _SEQUENCES:
            yield _SEQUENCES[sequence]
        elif len(sequence) == 1:
            yield f"alt-{sequence}"


def _sequence_end(typed: str, at: int) -> int:
    """Where the sequence behind an Escape ends: parameters, then a letter or a tilde."""
    if typed[at] == "O":
        return min(at + 2, len(typed))
    if typed[at] != "[":
        return at + 1
    for end in range(at + 1, len(typed)):
        if "@" <= typed[end] <= "~":
            return end + 1
    return len(typed)


class NoKeys:
    """Stands in where there is no terminal: no key ever comes."""

    def read(self, timeout_s: float) -> str | None:
        time.sleep(timeout_s)
        return None


class Keys:
    """Keys of the POSIX terminal open as ``fd``, once it hands them out one by one; see `keyboard`."""

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
        import select

        return bool(select.select([self._fd], [], [], timeout_s)[0])

    def _some(self) -> bytes:
        try:
            return os.read(self._fd, 1024) or b"\x1b"
        except OSError:
            return b"\x1b"


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
) -> Iterator[Keys | ConsoleKeys | NoKeys]:
    """Keys as they are pressed, as long as the ``with`` lasts; then the terminal is as it was, whatever ended it.

    They come from standard input where that is a terminal. With ``page_is_stdin`` they come from the terminal that
    controls the process. Elsewhere no key comes. Ctrl-C, Ctrl-Z and the ending signals keep their meaning;
    ``on_suspend`` and ``on_resume`` are called around a stop by Ctrl-Z.
    """
    if sys.platform == "win32":
        yield ConsoleKeys() if sys.stdin is not None and sys.stdin.isatty() else NoKeys()
        return
    fd = _terminal(page_is_stdin)
    if fd is None:
        with _ending_signals():
            yield NoKeys()
        return
    try:
        with _ending_signals(), _key_by_key(fd, on_suspend, on_resume) as begin:
            yield Keys(fd, on_front=begin)
    finally:
        if fd != _stdin():
            os.close(fd)


def _stdin() -> int | None:
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError, ValueError):
        return None


def _terminal(page_is_stdin: bool) -> int | None:
    fd = _stdin()
    if fd is not None and os.isatty(fd):
        return fd
    if page_is_stdin:
        with suppress(OSError):
            return os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
    return None


@contextmanager
def _key_by_key(fd: int, on_suspend: Callable[[], None], on_resume: Callable[[], None]) -> Iterator[Callable[[], None]]:
    """No echo and no waiting for Enter; undone at the end and while it is stopped; left alone in the background.

    Gives what begins it once the process has come from the background to the front.
    """
    import termios
    import tty

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


@contextmanager
def _ending_signals() -> Iterator[None]:
    """Turns signals that would end the process into `SystemExit`, so that everything is put back on the way out."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
