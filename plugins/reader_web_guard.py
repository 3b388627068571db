"""Guards every connection: the address that is connected to is the one that was checked, and the time runs out once."""

import re
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from typing import Any

import httpcore2

from reader.errors import FetchError, RefusedError

_CLOSED_4 = tuple(
    IPv4Network(net)
    for net in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
    )
)  # fmt: skip
"""The IANA IPv4 special-purpose addresses that are not global, and the one on which Azure answers its own machines."""
_OPEN_6 = IPv6Network("2000::/3")
_CLOSED_6 = tuple(IPv6Network(net) for net in ("2001::/23", "2001:db8::/32", "3fff::/20"))
"""Of IPv6 only 2000::/3 is given out; these parts of it are not global (IANA IPv6 special-purpose addresses)."""
_CARRIES_4 = ((IPv6Network("::ffff:0:0/96"), 0), (IPv6Network("64:ff9b::/96"), 0), (IPv6Network("2002::/16"), 80))
"""Mapped, NAT64 and 6to4: IPv6 networks whose addresses hold an IPv4 address, so many bits from the end."""
_ADDRESS_SECONDS = 8.0
"""How long one of several addresses of a site may take to answer before the next is tried."""

_Address = IPv4Address | IPv6Address
_Options = Iterable[httpcore2.SOCKET_OPTION] | None


def is_open(address: _Address) -> bool:
    """Whether it is an address of the open internet."""
    for net, shift in _CARRIES_4:
        if address in net:
            address = IPv4Address(int(address) >> shift & 0xFFFFFFFF)
    if isinstance(address, IPv4Address):
        return not any(address in net for net in _CLOSED_4)
    return address in _OPEN_6 and not any(address in net for net in _CLOSED_6)


def refuse_oddities(name: str, userinfo: bytes, host: str) -> None:
    """Raises `RefusedError` for an address whose spelling hides where it leads; ``name`` is how to call it."""
    if userinfo:
        raise RefusedError(
            f"{name}: has a user name in it, which can hide where it leads; leave out what is before the @"
        )
    last = host.removesuffix(".").rpartition(".")[2]
    if last.lower() == "localhost":
        raise RefusedError(f"{name}: leads to your own machine; if you trust it, add --allow-private")
    if (
        ":" not in host
        and re.fullmatch(r"\d+|0x[0-9a-f]*", last, re.I)
        and not re.fullmatch(r"(?:(?:0|[1-9]\d{0,2})\.){3}\d{1,3}", host)
    ):
        raise RefusedError(
            f"{name}: has an address in a form that hides where it leads; write it as four plain numbers"
        )


class Deadline:
    """The moment by which a page must be there; ``hint`` is added to what is said when it is not."""

    def __init__(self, name: str, seconds: float, hint: str = "") -> None:
        self._name, self._seconds, self._hint = name, seconds, hint
        self._end = time.monotonic() + seconds

    def left(self, wanted: float | None = None) -> float:
        """Seconds that are left, ``wanted`` at most; raises `FetchError` when none are."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise self.missed()
        return seconds if wanted is None else min(seconds, wanted)

    def missed(self) -> FetchError:
        """What to raise when the time ran out."""
        return FetchError(
            f"{self._name}: did not arrive within {self._seconds:g} s; try again later, "
            f"or save it in a browser and read the file{self._hint}"
        )


class Guard(httpcore2.NetworkBackend):
    """Connects to open addresses only, unless ``allow_private``, and gives up when the deadline has passed.

    ``hint`` is added to what is said when a name leads nowhere.
    """

    def __init__(self, name: str, deadline: Deadline, allow_private: bool, hint: str = "") -> None:
        self._name, self._deadline, self._allow_private, self._hint = name, deadline, allow_private, hint
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options = None,
    ) -> httpcore2.NetworkStream:
        """A connection to one of the addresses of ``host``: whatever the name, the address itself is checked."""
        failure: Exception | None = None
        addresses = self._addresses(host, port)
        for address in addresses:
            seconds = self._deadline.left(_ADDRESS_SECONDS if address != addresses[-1] else None)
            try:
                stream = self._plain.connect_tcp(address, port, seconds, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self._deadline)
        self._deadline.left()
        raise failure or FetchError(f"{self._name}: {host} has no address; check the spelling")

    def _addresses(self, host: str, port: int) -> list[str]:
        found = [info[4][0] for info in self._looked_up(host, port)]
        addresses = [str(address) for address in dict.fromkeys(found)]
        if self._allow_private:
            return addresses
        open_ones = [address for address in addresses if is_open(ip_address(address))]
        if addresses and not open_ones:
            raise RefusedError(
                f"{self._name}: leads to {addresses[0]}, which is not on the open internet but on your own machine or "
                "network, or nowhere; if you trust it, add --allow-private"
            )
        return open_ones

    def _looked_up(self, host: str, port: int) -> list[tuple[Any, ...]]:
        """The answers of the name look-up, which itself knows no time limit and so gets a thread of its own."""
        answers: SimpleQueue[list[tuple[Any, ...]] | OSError | UnicodeError] = SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        threading.Thread(target=look_up, daemon=True).start()
        try:
            answer = answers.get(timeout=self._deadline.left())
        except Empty:
            raise self._deadline.missed() from None
        if isinstance(answer, Exception):
            raise FetchError(
                f"{self._name}: no site is found under the name {host}; check the spelling, and that you are online"
                f"{self._hint}"
            ) from None
        return answer


class _Stream(httpcore2.NetworkStream):
    """A connection on which every read and write ends by the deadline, however slowly the other end drips."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Stream(
            self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
