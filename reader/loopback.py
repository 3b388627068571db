"""A web server on the loopback interface that says exactly what a test tells it to, byte for byte."""

import socketserver
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Answer = Callable[[str], Iterable[bytes]]
"""What is sent, piece by piece, to a request (its first line and headers)."""


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> Answer:
    """An answer with ``body``; headers by their names, ``content_type="text/html"``."""
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = "\r\n".join([f"HTTP/1.1 {status}", "Connection: close", *lines, "", ""])
    return lambda request: [head.encode("latin-1") + body]


def leads_to(location: str) -> Answer:
    """A redirect."""
    return answer(b"moved", "302 Found", location=location)


@contextmanager
def serving(answers: dict[str, Answer], certificate: Path | None = None) -> Iterator[str]:
    """Serves ``answers`` by path, and gives the address to put before the path; with ``certificate`` over TLS."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            request = b""
            while b"\r\n\r\n" not in request:
                piece = self.request.recv(65536)
                request += piece
                if not piece or not request[:1].isalpha():
                    return
            asked = request.decode("latin-1")
            pieces = answers.get(asked.split(" ")[1], answer(b"", "404 Not Found"))(asked)
            with suppress(OSError):  # the other side may have had enough
                for piece in pieces:
                    self.request.sendall(piece)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield f"http{'s' if certificate else ''}://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
