"""The terminal: keys come one by one, and however reading ends, the terminal is as it was."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import pytest

if sys.platform == "win32":
    pytest.skip("this terminal is that of POSIX", allow_module_level=True)

import fcntl
import pty
import termios

READER = """
import sys
from reader.speech.terminal import keyboard
with keyboard(page_is_stdin="page" in sys.argv) as keys:
    print("ready", flush=True)
    while (key := keys.read(5)) not in (None, "q"):
        print(key, flush=True)
        if key == "x":
            raise ZeroDivisionError
"""


@dataclass
class Screen:
    """A program on a terminal of its own: ``typing`` is the listener's end of it."""

    process: subprocess.Popen[str]
    typing: int
    terminal: int

    def lines(self, count: int) -> list[str]:
        assert self.process.stdout
        return [self.process.stdout.readline().rstrip("\n") for _ in range(count)]

    def press(self, typed: str) -> None:
        os.write(self.typing, typed.encode())


@contextmanager
def screen(*arguments: str, stdin: int | None = None) -> Iterator[Screen]:
    typing, terminal = pty.openpty()

    def take_terminal() -> None:
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)

    process = subprocess.Popen(
        [sys.executable, "-c", READER, *arguments],
        stdin=terminal if stdin is None else stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        preexec_fn=take_terminal,
    )
    try:
        yield Screen(process, typing, terminal)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()
        os.close(typing)
        os.close(terminal)


def test_keys_come_as_they_are_pressed_and_escape_alone_is_a_key() -> None:
    with screen() as shown:
        assert shown.lines(1) == ["ready"]
        shown.press("h")
        assert shown.lines(1) == ["h"]
        shown.press("\x1b[B ")
        assert shown.lines(2) == ["down", "space"]
        shown.press("\x1b")
        assert shown.lines(1) == ["escape"]
        # A slow line brings an arrow in two pieces.
        shown.press("\x1b")
        time.sleep(0.01)
        shown.press("[A")
        assert shown.lines(1) == ["up"]


@pytest.mark.parametrize("how", ["q", "x", "\x03", signal.SIGTERM, signal.SIGHUP])
def test_however_it_ends_the_terminal_is_as_it_was(how: str | signal.Signals) -> None:
    with screen() as shown:
        before = termios.tcgetattr(shown.terminal)
        assert shown.lines(1) == ["ready"]
        assert termios.tcgetattr(shown.terminal) != before
        if isinstance(how, str):
            shown.press(how)
        else:
            shown.process.send_signal(how)
        shown.process.wait(10)
        assert termios.tcgetattr(shown.terminal) == before


def test_after_it_was_stopped_and_continued_keys_come_again() -> None:
    with screen() as shown:
        before = termios.tcgetattr(shown.terminal)
        assert shown.lines(1) == ["ready"]
        # Nobody could continue the leader of a session that is stopped by its terminal, so the signal comes from here.
        shown.process.send_signal(signal.SIGSTOP)
        termios.tcsetattr(shown.terminal, termios.TCSANOW, before)
        shown.process.send_signal(signal.SIGCONT)
        time.sleep(0.2)
        shown.press("h")
        assert shown.lines(1) == ["h"]


def test_a_page_on_standard_input_leaves_the_keys_to_the_terminal() -> None:
    end, page = os.pipe()
    os.close(page)
    with screen("page", stdin=end) as shown:
        assert shown.lines(1) == ["ready"]
        shown.press("s")
        assert shown.lines(1) == ["s"]
    os.close(end)


def test_without_a_terminal_no_key_comes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READER.replace("read(5)", "read(0.01)")],
        input="hq", capture_output=True, text=True, timeout=30, check=True,
    )  # fmt: skip
    assert done.stdout == "ready\n"
