"""A braille display without hardware: BRLTTY shows what it is given on its virtual display, and we read it there."""

import re
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

NEEDED = ("brltty",)
CELLS = 40
_BRLAPI_PORT = 4101
"""BrlAPI's number for a host counts from here."""
_SHOWN = re.compile(r'Visual "(.*)"')


@dataclass
class Display:
    """What stood on the display so far, each line without the blank cells around it."""

    environment: dict[str, str]
    """What a program needs that is to find this display."""
    shown: list[str] = field(default_factory=list)

    def shows(self, text: str, limit: float = 5.0) -> bool:
        """Whether this comes to stand on the display within ``limit`` seconds, or stood there already."""
        end = time.monotonic() + limit
        while text not in self.shown and time.monotonic() < end:
            time.sleep(0.02)
        return text in self.shown


@contextmanager
def display(folder: Path) -> Iterator[Display]:
    """A display with one line of ``CELLS`` cells; BRLTTY keeps its files in ``folder``."""
    port, programs = _free(), _free()
    host = f"127.0.0.1:{programs - _BRLAPI_PORT}"
    (folder / "brltty").mkdir()
    (folder / "brltty.conf").touch()
    command = [
        "brltty", "--no-daemon", "--standard-error", "--log-level=error", f"--configuration-file={folder}/brltty.conf",
        "--braille-driver=vr", f"--braille-device=server:127.0.0.1:{port}", "--screen-driver=no", "--speech-driver=no",
        f"--api-parameters=auth=none,host={host}", f"--writable-directory={folder}/brltty",
        f"--pid-file={folder}/brltty.pid",
    ]  # fmt: skip
    with (folder / "brltty.log").open("w") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=log, start_new_session=True)
    try:
        with _connected(port) as line:
            line.sendall(f"cells {CELLS} 1\n".encode())
            found = Display({"BRLAPI_HOST": host, "BRLAPI_AUTH": "none"})
            threading.Thread(target=_read, args=(line, found), daemon=True).start()
            yield found
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(5)


def missing() -> str:
    """Which programs are not there, as a reason to skip; "" where all are."""
    absent = [name for name in NEEDED if not shutil.which(name)]
    return f"not installed: {', '.join(absent)}" if absent else ""


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _connected(port: int, limit: float = 10.0) -> socket.socket:
    end = time.monotonic() + limit
    while True:
        with suppress(ConnectionRefusedError):
            return socket.create_connection(("127.0.0.1", port))
        assert time.monotonic() < end, "BRLTTY does not listen"
        time.sleep(0.05)


def _read(line: socket.socket, into: Display) -> None:
    with suppress(OSError), line.makefile(encoding="utf-8", errors="replace") as lines:
        into.shown += (shown[1].strip() for shown in map(_SHOWN.match, lines) if shown)
