"""Serves one page to this machine alone: on loopback, under a secret path, to nobody who calls it by another name."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import parse_qsl

from .news import News

LONGEST_REQUEST: Final = 1_000
"""Bytes of what a button sends."""

IDLE_S: Final = 30


class Server(ThreadingHTTPServer):
    """Serves ``page`` at `address`; buttons call ``commands`` by name, ``news`` goes to every page that is open.

    ``keep`` gets the settings that a reader chose, in the words of the page. ``place`` gives the number of the block to
    show when a button was pressed without JavaScript.
    """

    daemon_threads = True

    def __init__(
        self,
        page: Callable[[], str],
        policy: str,
        *,
        keep: Callable[[Mapping[str, str]], None],
        commands: Mapping[str, Callable[[], None]],
        news: News,
        place: Callable[[], int],
        port: int = 0,
    ) -> None:
        super().__init__(("127.0.0.1", port), _Request)
        self.page, self.policy = page, f"{policy}; frame-ancestors 'none'"
        self.keep, self.commands, self.news, self.place = keep, commands, news, place
        self.token = secrets.token_urlsafe(16)
        self.hosts = (f"127.0.0.1:{self.server_port}", f"localhost:{self.server_port}")

    @property
    def address(self) -> str:
        """Where the page is; whoever has this address may read it and press its buttons."""
        return f"http://{self.hosts[0]}/{self.token}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that was closed in the middle is nothing to report."""


class _Request(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "sayall", ""
    timeout = IDLE_S

    def do_GET(self) -> None:
        match self._asked():
            case "":
                self._send(HTTPStatus.OK, self.server.page().encode(), "text/html; charset=utf-8")
            case "news":
                self._tell()
            case _:
                self._send(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        asked = self._asked()
        if asked not in ("do", "keep") or self.headers.get("Origin", "null") not in self._origins():
            self._refuse(HTTPStatus.NOT_FOUND)
        elif not length.isdigit() or int(length) > LONGEST_REQUEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            given = dict(parse_qsl(self.rfile.read(int(length)).decode("utf-8", "replace")))
            command = self.server.commands.get(given.get("do", ""))
            if asked == "keep":
                self.server.keep(given)
            elif command:
                command()
            else:
                self._send(HTTPStatus.NOT_FOUND)
                return
            if "quiet" in given:
                self._send(HTTPStatus.NO_CONTENT)
            else:
                place = "settings" if asked == "keep" else f"b{self.server.place()}"
                self._send(HTTPStatus.SEE_OTHER, location=f"./#{place}")

    def _asked(self) -> str | None:
        """What is asked for, behind the secret; None where the caller does not know it or means another host."""
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            return None
        _, token, *rest = [*self.path.split("/", 2), "", ""][:3]
        known = secrets.compare_digest(token.encode(), self.server.token.encode())
        return rest[0] if known and self.path.count("/") == 2 else None

    def _origins(self) -> tuple[str, ...]:
        """Who may press a button: the page itself. A form of a page without referrer has the origin "null"."""
        return ("null", *(f"http://{host}" for host in self.server.hosts))

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True
        self._send(status)

    def _send(self, status: HTTPStatus, body: bytes = b"", kind: str = "text/plain", location: str = "") -> None:
        self.send_response(status)
        self._guard()
        if location:
            self.send_header("Location", location)
        if body:
            self.send_header("Content-Type", kind)
        if status is not HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _tell(self) -> None:
        self.send_response(HTTPStatus.OK)
        self._guard()
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.close_connection = True
        self.end_headers()
        with suppress(OSError):
            for event in self.server.news.events():
                self.wfile.write(event.encode())
                self.wfile.flush()

    def _guard(self) -> None:
        self.send_header("Content-Security-Policy", self.server.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cache-Control", "no-store")

    def log_message(self, *_: object) -> None:
        """Nothing is printed: addresses hold the secret."""
