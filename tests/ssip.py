"""A speech service for tests: speaks the protocol of Speech Dispatcher (SSIP 1.x), makes no sound, and keeps a record.

Messages are "spoken" one at a time, each for ``pace`` seconds a character; begin, index mark, end and cancel are
reported as the real server reports them.
"""

import re
import socketserver
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r"<mark name=[\"']([^\"']*)[\"']/>")
_BEFORE_BEGIN_S = 0.03
"""Clients learn the number of a message after it was taken; one that begins before that is not heard of."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it was asked for: its text without markup, and the settings of its client."""

    text: str
    client: str
    settings: dict[str, str]
    at: float


@dataclass
class Service:
    """The server's record: what was said, and every line that clients sent."""

    pace: float = 0.0
    said: list[Said] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    heard_last: float = field(default_factory=time.monotonic)

    def texts(self) -> list[str]:
        return [said.text for said in self.said]

    def quiet(self, seconds: float = 0.9, limit: float = 30.0) -> list[str]:
        """Waits until nothing was asked for during ``seconds``; gives the texts so far."""
        end = time.monotonic() + limit
        while time.monotonic() - self.heard_last < seconds and time.monotonic() < end:
            time.sleep(0.02)
        return self.texts()


@dataclass(slots=True)
class _Message:
    number: int
    text: str
    tell: Callable[[int, str, str], None]
    owner: int


class _Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True

    def __init__(self, path: str, service: Service) -> None:
        super().__init__(path, _Client)
        self.service = service
        self.queue: deque[_Message] = deque()
        self.changed = threading.Condition()
        self.now: _Message | None = None
        self.numbers = 0
        self.over = False
        threading.Thread(target=self.speak, daemon=True).start()

    def put(self, message: _Message) -> None:
        with self.changed:
            self.queue.append(message)
            self.changed.notify_all()

    def cancel(self, owner: int | None) -> None:
        with self.changed:
            gone = [m for m in self.queue if owner in (None, m.owner)]
            self.queue = deque(m for m in self.queue if m not in gone)
            if self.now and owner in (None, self.now.owner):
                self.now = None
            self.changed.notify_all()
        for message in gone:
            message.tell(703, "CANCELED", "")

    def speak(self) -> None:
        while not self.over:
            with self.changed:
                self.changed.wait_for(lambda: self.queue or self.over)
                if self.over:
                    return
                self.now = message = self.queue.popleft()
            self._wait(message, _BEFORE_BEGIN_S)
            if self.now is message:
                message.tell(701, "BEGIN", "")
            plain = 0
            for text, mark in _pieces(message.text):
                self._wait(message, len(text) * self.service.pace)
                if self.now is message and mark:
                    message.tell(700, "INDEX MARK", mark)
                plain += len(text)
            done = self.now is message
            self.now = None
            message.tell(702 if done else 703, "END" if done else "CANCELED", "")

    def _wait(self, message: _Message, seconds: float) -> None:
        with self.changed:
            self.changed.wait_for(lambda: self.now is not message, timeout=seconds)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    cursor = 0
    for mark in _MARK.finditer(text):
        yield _TAG.sub("", text[cursor : mark.start()]), mark[1]
        cursor = mark.end()
    yield _TAG.sub("", text[cursor:]), ""


class _Client(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        self.lock = threading.Lock()
        self.settings: dict[str, str] = {}
        self.notified: set[str] = set()
        for raw in self.rfile:
            line = raw.decode("utf-8").rstrip("\r\n")
            self.server.service.lines.append(line)
            words = line.split()
            if not words:
                continue
            if words[0].upper() == "QUIT":
                self.reply("231 HAPPY HACKING")
                return
            self.reply(*self.answer(line, [word.upper() for word in words], words))

    def answer(self, line: str, upper: list[str], words: list[str]) -> tuple[str, ...]:
        match upper:
            case ["SET", "SELF", "NOTIFICATION", which, state]:
                (self.notified.add if state == "ON" else self.notified.discard)(which)
                return ("220 OK NOTIFICATION SET",)
            case ["SET", _, name, *_]:
                self.settings[name] = line.split(None, 3)[3]
                return ("203 OK SET",)
            case ["SPEAK"]:
                self.reply("230 OK RECEIVING DATA")
                return self.take(self.body())
            case ["CHAR" | "KEY" | "SOUND_ICON", *_]:
                return self.take(line.split(None, 1)[1])
            case ["CANCEL" | "STOP", "SELF"]:
                self.server.cancel(id(self))
                return ("210 OK CANCELED",)
            case ["CANCEL" | "STOP", _]:
                self.server.cancel(None)
                return ("210 OK CANCELED",)
            case ["LIST", "OUTPUT_MODULES"]:
                return ("250-tests", "250 OK MODULE LIST SENT")
            case ["LIST", "SYNTHESIS_VOICES"]:
                return ("249-Anna\ten\tnone", "249-Bruno\tde\tnone", "249 OK VOICE LIST SENT")
            case ["LIST", *_]:
                return ("249-MALE1", "249 OK VOICE LIST SENT")
            case ["GET", name]:
                return (
                    f"251-{self.settings.get(name, 'tests' if name == 'OUTPUT_MODULE' else '0')}",
                    "251 OK GET RETURNED",
                )
            case ["HISTORY", *_]:
                return (f"245-{id(self)}", "245 OK CLIENT ID SENT")
            case ["BLOCK", *_]:
                return ("260 OK",)
            case ["PAUSE" | "RESUME", *_]:
                return ("211 OK",)
            case _:
                return ("500 ERR INVALID COMMAND",)

    def body(self) -> str:
        lines = []
        for raw in self.rfile:
            line = raw.decode("utf-8").removesuffix("\n").removesuffix("\r")
            if line == ".":
                break
            lines.append(line.removeprefix(".") if line.startswith("..") else line)
        return "\n".join(lines)

    def take(self, text: str) -> tuple[str, ...]:
        server, service = self.server, self.server.service
        server.numbers += 1
        number = server.numbers
        plain = _TAG.sub("", text) if self.settings.get("SSML_MODE", "").upper() == "ON" else text
        for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
            plain = plain.replace(entity, character) if plain != text else plain
        service.said.append(Said(plain, self.settings.get("CLIENT_NAME", ""), dict(self.settings), time.monotonic()))
        service.heard_last = time.monotonic()
        if self.settings.get("PRIORITY", "").upper() == "TEXT":
            server.cancel(id(self))
        server.put(_Message(number, text, lambda code, what, mark: self.tell(number, code, what, mark), id(self)))
        return (f"225-{number}", "225 OK MESSAGE QUEUED")

    def tell(self, number: int, code: int, what: str, mark: str) -> None:
        kinds = {701: "BEGIN", 702: "END", 703: "CANCEL", 700: "INDEX_MARKS"}
        if not self.notified & {"ALL", kinds[code]}:
            return
        marks = (f"{code}-{mark}",) if mark else ()
        self.server.service.heard_last = time.monotonic()
        self.reply(f"{code}-{number}", f"{code}-{id(self)}", *marks, f"{code} {what}")

    def reply(self, *lines: str) -> None:
        with self.lock:
            try:
                self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())
            except OSError:
                return


@contextmanager
def serving(path: Path, pace: float = 0.0) -> Iterator[Service]:
    """A service at the socket ``path`` while the block runs; SPEECHD_ADDRESS is ``unix_socket:`` and the path."""
    service = Service(pace)
    server = _Server(str(path), service)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.over = True
        with server.changed:
            server.changed.notify_all()
        server.shutdown()
        server.server_close()
        path.unlink(missing_ok=True)
