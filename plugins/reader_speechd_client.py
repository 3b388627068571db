"""The protocol of Speech Dispatcher (SSIP): one connection, its replies and its events, and nothing more.

Every line of a reply begins with three digits: 2xx is fine, from 300 on something is wrong, 7xx is an event. Lines with
a hyphen behind the digits are followed by more. Source: the SSIP chapter of Speech Dispatcher's manual.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from reader.errors import EngineError

PATIENCE_S: Final = 5.0
SPAWN_S: Final = 5.0

Event = tuple[str, ...]
"""What an event says: its code, the number of the message, the client, and for 700 the name of the mark."""


class Connection:
    """A client of Speech Dispatcher; replies come to the one who asked, events wait in ``events``."""

    def __init__(self, wire: socket.socket) -> None:
        self._wire = wire
        self._lines = wire.makefile("r", encoding="utf-8", errors="replace", newline="\r\n")
        self._replies: SimpleQueue[tuple[str, list[str]] | None] = SimpleQueue()
        self.events: SimpleQueue[Event | None] = SimpleQueue()
        """None where the connection has ended."""
        self._asking = threading.Lock()
        self._closed = False
        threading.Thread(target=self._listen, name="speechd", daemon=True).start()

    def ask(self, command: str) -> list[str]:
        """Sends one line and gives the data of its reply; `EngineError` where the service refuses."""
        with self._asking:
            return self._exchange(f"{command}\r\n", command)

    def speak(self, text: str) -> int:
        """Queues a message and gives its number."""
        body = "".join(f".{line}\r\n" if line.startswith(".") else f"{line}\r\n" for line in text.splitlines())
        with self._asking:
            self._exchange("SPEAK\r\n", "SPEAK")
            (number, *_) = [*self._exchange(f"{body}.\r\n", "SPEAK"), "0"]
        return int(number)

    def close(self) -> None:
        """Ends the connection; safe to call twice."""
        if not self._closed:
            self._closed = True
            with contextlib.suppress(OSError):
                self._wire.shutdown(socket.SHUT_RDWR)
            self._wire.close()

    def _exchange(self, line: str, command: str) -> list[str]:
        try:
            self._wire.sendall(line.encode())
            reply = self._replies.get(timeout=PATIENCE_S)
        except (OSError, Empty):
            reply = None
        if reply is None:
            raise gone()
        code, data = reply
        if not code.startswith("2"):
            raise EngineError(f"Speech Dispatcher refuses {command}: {' '.join(data)}; choose another with --engine")
        return data[:-1]

    def _listen(self) -> None:
        data: list[str] = []
        try:
            for line in self._lines:
                code, more, text = line[:3], line[3:4] == "-", line[4:].rstrip("\r\n")
                data.append(text)
                if more:
                    continue
                if code.startswith("7"):
                    self.events.put((code, *data[:-1]))
                else:
                    self._replies.put((code, data))
                data = []
        except OSError:
            pass
        finally:
            self._lines.close()
            self._replies.put(None)
            self.events.put(None)


def gone() -> EngineError:
    """What is said when the service does not answer any more."""
    return EngineError("Speech Dispatcher has gone; start it again, or choose another engine with --engine")


def connected() -> Connection:
    """A connection to the listener's own service, which is started where it does not run yet."""
    kind, place = address()
    try:
        return Connection(_wire(kind, place))
    except OSError as error:
        if kind != "unix_socket" or not _spawned(place):
            raise EngineError(
                f"Speech Dispatcher does not answer at {place}: {error.strerror or error}; "
                "start it, or choose another engine with --engine"
            ) from error
    return Connection(_wire(kind, place))


def address() -> tuple[str, str]:
    """Where the service is: as SPEECHD_ADDRESS says, else at its usual socket."""
    kind, _, place = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if kind == "inet_socket":
        return kind, place or "127.0.0.1:6560"
    folder = os.environ.get("XDG_RUNTIME_DIR")
    usual = Path(folder) if folder else Path.home() / ".cache"
    return "unix_socket", place or str(usual / "speech-dispatcher" / "speechd.sock")


def _wire(kind: str, place: str) -> socket.socket:
    if kind == "inet_socket":
        host, _, port = place.rpartition(":")
        wire = socket.create_connection((host or place, int(port) if port.isdigit() else 6560), timeout=PATIENCE_S)
        wire.settimeout(None)
        return wire
    wire = socket.socket(socket.AF_UNIX)
    try:
        wire.connect(place)
    except OSError:
        wire.close()
        raise
    return wire


def _spawned(place: str) -> bool:
    """Starts the service as its other clients do; whether it is there then."""
    if not shutil.which("speech-dispatcher"):
        return False
    Path(place).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    command = ["speech-dispatcher", "--spawn", "--communication-method", "unix_socket", "--socket-path", place]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SPAWN_S, check=False)
    end = time.monotonic() + SPAWN_S
    while done.returncode == 0 and not Path(place).exists() and time.monotonic() < end:
        time.sleep(0.02)
    return done.returncode == 0
