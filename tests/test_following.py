"""``sayall PAGE`` in a terminal: links are followed, and one comes back; what was tuned stays; bookmarks are kept."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import ssip

if sys.platform == "win32":
    pytest.skip("this terminal is that of POSIX", allow_module_level=True)

import fcntl
import pty
import termios

HARBOUR = (
    "<html lang=en><title>The harbour</title><article><h1>The harbour</h1>"
    "<p>It was built of <a href='/stone'>stone from the hills</a> when the town was young and the ships were small.</p>"
    "<p>It will be closed in March, and the <a href='/gone'>plan</a> is to open it again before the summer begins.</p>"
    "</article></html>"
)
STONE = (
    "<html lang=en><title>The stone</title><article><h1>The stone</h1>"
    "<p>It came down the river on rafts, and it took the masons of the town a year to cut enough of it.</p>"
    "<p>Not one of the old quarries in the hills is open today, and the rafts are in the museum.</p></article></html>"
)
PAGES = {"/harbour": HARBOUR, "/stone": STONE}


@pytest.fixture
def site() -> Iterator[str]:
    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = PAGES.get(self.path)
            self.send_response(200 if page else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((page or "").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@dataclass
class Desk:
    """Someone at a terminal in which sayall reads through a speech service."""

    service: ssip.Service
    keys: int
    shown: bytearray

    def press(self, typed: str) -> None:
        os.write(self.keys, typed.encode())

    def hear(self, text: str, since: int = 0) -> int:
        """Waits until what begins with ``text`` was said after ``since`` messages; gives how many that makes."""

        def number() -> int:
            texts = enumerate(self.service.texts()[since:], since + 1)
            return next((n for n, said in texts if said.startswith(text)), 0)

        self.until(lambda: number() > 0)
        return number()

    def until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not done():
            assert time.monotonic() < end, (self.service.texts(), self.shown.decode())
            time.sleep(0.02)


@contextmanager
def reading(folder: Path, *arguments: str, pace: float = 0.3) -> Iterator[Desk]:
    keys, terminal = pty.openpty()
    with ssip.serving(folder / "ssip", pace=pace) as service:
        environment = {
            **os.environ, "SPEECHD_ADDRESS": f"unix_socket:{folder}/ssip", "DBUS_SESSION_BUS_ADDRESS": "",
            "XDG_DATA_HOME": str(folder / "data"), "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder),
        }  # fmt: skip
        process = subprocess.Popen(
            [sys.executable, "-c", "from reader.cli import main; main()", *arguments, "--engine", "speechd"],
            stdin=terminal, stdout=terminal, stderr=terminal, env=environment, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(terminal, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        shown = bytearray()
        os.close(terminal)

        def watch() -> None:
            with suppress(OSError):
                while data := os.read(keys, 4096):
                    shown.extend(data)

        watching = threading.Thread(target=watch, daemon=True)
        watching.start()
        try:
            yield Desk(service, keys, shown)
            process.wait(10)
        finally:
            process.kill()
            process.wait()
            watching.join(5)
            os.close(keys)


def test_a_link_is_followed_and_z_comes_back_to_where_it_stood(site: str, tmp_path: Path) -> None:
    with reading(tmp_path, f"{site}/harbour", "--allow-private") as desk:
        desk.hear("The harbour")
        desk.press("+")
        desk.until(lambda: b"words a minute" in desk.shown)
        desk.press("u")
        desk.hear("stone from the hills")
        desk.press("a")
        desk.hear("127.0.0.1 slash stone")
        desk.press("\r")
        faster = since = desk.hear("The stone", desk.hear("opening 127.0.0.1 slash stone"))
        desk.press("p")
        since = desk.hear("It came down the river", since)
        desk.press("zz")
        since = desk.hear("Back in The harbour.", since)
        since = desk.hear("It was built of stone", since)
        # What was made faster has stayed so.
        assert {said.settings.get("RATE") for said in desk.service.said[faster:]} == {"9"}
        desk.press("uu")
        since = desk.hear("plan", since)
        desk.press("\r")
        since = desk.hear(f"{site}/gone", since)
        desk.hear("plan", since)
        desk.press("q")


def test_what_is_found_and_bookmarked_in_a_terminal_is_there_at_the_next_start(site: str, tmp_path: Path) -> None:
    page = f"{site}/harbour"
    with reading(tmp_path, page, "--allow-private") as desk:
        desk.hear("The harbour")
        desk.press("/")
        desk.hear("Type what to find")
        desk.press("MARCX\x7fH\r")
        desk.hear("March, and", desk.hear("1 of 1"))
        assert b"MARCX\x08 \x08H" in desk.shown
        desk.press("m")
        since = desk.hear("bookmark 1 set")
        desk.press("m")
        since = desk.hear("Type a note", since)
        desk.press("tell Ann\r")
        desk.hear("bookmark 1: tell Ann", since)
        desk.press("q")
    command = [sys.executable, "-c", "from reader.cli import main; main()", "bookmarks"]
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")}
    listed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert listed == (
        f"The harbour, {page}\n1. tell Ann: It will be closed in March, and the plan is to open it again before the "
        "summer begins.\n"
    )
    with reading(tmp_path, page, "--allow-private", "--bookmark", "1") as desk:
        desk.hear("It will be closed in March")
        assert desk.service.texts()[0].startswith("It will be closed in March")
        desk.press("q")
