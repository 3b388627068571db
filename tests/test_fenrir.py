"""The command line as a blind user of a terminal meets it: Fenrir, a screen reader for terminals, reads what it prints.

It needs Debian's packages fenrir, tmux and python3-speechd; without them these tests skip and say so.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import ssip

from reader.speech.keys import key_help

EXAMPLE = Path(__file__).parents[1] / "docs" / "example.html"
FENRIR = (
    "/usr/bin/fenrir -e -o "
    "'speech#driver=speechdDriver;sound#enabled=False;screen#driver=ptyDriver;keyboard#driver=ptyDriver'"
)
NAMES = {"question", "mark", "comma", "plus", "minus", "equals", "slash", "dollar", "colon", "semicolon", "dash"}
pytestmark = [pytest.mark.orca, pytest.mark.slow]


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal in which Fenrir is at work."""

    service: ssip.Service
    tmux: list[str]

    def type(self, *keys: str) -> None:
        subprocess.run([*self.tmux, "send-keys", *keys], check=True, timeout=10)

    def heard(self, quiet_s: float = 2.0) -> str:
        """All that Fenrir has said when it has been quiet for a while, without the names that it gives to signs."""
        self.service.quiet(quiet_s)
        return spelled(" ".join(said.text for said in self.service.said if "sayall" not in said.client))


def spelled(text: str) -> str:
    """Only letters and digits, without the names that Fenrir gives to some signs and not to others."""
    plain = "".join(char if char.isalnum() else " " for char in text)
    return " ".join(word for word in plain.split() if word not in NAMES)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    if absent := [name for name in ("fenrir", "tmux") if not shutil.which(name)]:
        pytest.skip(f"not installed: {', '.join(absent)}")
    with tempfile.TemporaryDirectory(prefix="fenrir", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        command = folder / "sayall"
        command.write_text(f"#!/bin/sh\nexec {sys.executable} -c 'from reader.cli import main; main()' \"$@\"\n")
        command.chmod(0o700)
        environment = {
            **os.environ, "SPEECHD_ADDRESS": f"unix_socket:{folder}/ssip", "HOME": name, "TERM": "xterm", "PS1": "$ ",
            "SHELL": "/bin/sh", "PATH": f"{folder}:/usr/bin:/bin", "DBUS_SESSION_BUS_ADDRESS": "",
        }  # fmt: skip
        tmux = ["tmux", "-S", f"{folder}/tmux", "-f", "/dev/null"]
        with ssip.serving(folder / "ssip", pace=0.001) as service:
            subprocess.run([*tmux, "new-session", "-d", "-x", "110", "-y", "60", FENRIR], env=environment, check=True)
            ready = Terminal(service, tmux)
            until(lambda: "Start Fenrir" in ready.heard(0.2))
            try:
                yield ready
            finally:
                subprocess.run([*tmux, "kill-server"], check=False)


def until(done: Callable[[], bool], limit_s: float = 20) -> None:
    end = time.monotonic() + limit_s
    while not done():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_the_outline_is_read_as_it_stands(terminal: Terminal) -> None:
    command = [sys.executable, "-c", "from reader.cli import main; main()", "outline", str(EXAMPLE)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    terminal.type(f"sayall outline {EXAMPLE}", "Enter")
    until(lambda: spelled(printed[-1]) in terminal.heard())
    assert [line for line in printed if spelled(line) not in terminal.heard()] == []


def test_the_help_for_keys_is_read_as_it_stands(terminal: Terminal) -> None:
    terminal.service.pace = 0.02
    terminal.type(f"sayall {EXAMPLE} --engine speechd", "Enter")
    until(lambda: "Press" in terminal.heard(0.5))
    terminal.type("?")
    lines = list(key_help("Reading"))
    until(lambda: spelled(lines[-1]) in terminal.heard())
    assert [line for line in lines if spelled(line) not in terminal.heard()] == []
    terminal.type("q")


def test_a_question_is_read_and_what_is_typed_stands_under_it_as_in_any_program(terminal: Terminal) -> None:
    terminal.service.pace = 0.02
    terminal.type(f"sayall {EXAMPLE} --engine speechd", "Enter")
    until(lambda: "Press" in terminal.heard(0.2))
    terminal.service.pace = 0.5
    terminal.type("/")
    until(lambda: "Type what to find and press Enter" in terminal.heard(0.2))
    terminal.type(*"horn", "BSpace", *"n s", "Enter")
    time.sleep(0.5)
    shown = subprocess.run([*terminal.tmux, "capture-pane", "-p"], capture_output=True, text=True, check=True).stdout
    assert [line.strip() for line in shown.splitlines() if line.strip()][-2:] == [
        "Type what to find and press Enter.", "horn s",
    ]  # fmt: skip
    until(lambda: "horn sounded" in " ".join(said.text for said in terminal.service.said if "sayall" in said.client))
    terminal.type("q")
