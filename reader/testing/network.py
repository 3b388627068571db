"""Keeps tests off the network: a test that needs it is not the same tomorrow."""

import re
import socket
from ipaddress import ip_address
from typing import Any

_connect, _look_up = socket.socket.connect, socket.getaddrinfo


class NetworkBlockedError(OSError):
    """A test tried to reach another machine."""


def block() -> None:
    """From now on only this machine can be reached; all else raises `NetworkBlockedError`."""
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = _guarded_look_up


def unblock() -> None:
    """The network is as it was."""
    socket.socket.connect = _connect  # type: ignore[method-assign]
    socket.getaddrinfo = _look_up


def _guarded_connect(self: socket.socket, address: Any) -> None:
    if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
        raise _refusal(address[0])
    _connect(self, address)


def _guarded_look_up(host: Any, *arguments: Any, **options: Any) -> Any:
    """An address in numbers is looked up without a network; a name is not."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host or "localhost"
    if not _is_here(name) and not re.fullmatch(r"[\d.]+|[\da-fA-F:.]*:[^/]*", name):
        raise _refusal(name)
    return _look_up(host, *arguments, **options)


def _is_here(name: str) -> bool:
    try:
        return ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return name == "localhost"


def _refusal(name: str) -> NetworkBlockedError:
    return NetworkBlockedError(
        f"{name} is on the network, which tests do not reach; serve it with reader.testing.serving, "
        "or mark the test with @pytest.mark.network"
    )
