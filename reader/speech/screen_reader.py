"""Whether a screen reader is running, so that sayall does not talk over it."""

import os
import socket
import struct
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

PATIENCE_S: Final = 0.3
_SPI_GETSCREENREADER = 0x46
_NO_AUTO_START = 2
_CALL, _REPLY = 1, 2
_BUS: Final = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
_ORCA: Final = ("org.gnome.Orca1.Service", "org.gnome.Orca.Service")


def running() -> str:
    """What is known of the screen reader that runs, in words: "a screen reader", "VoiceOver"; "" for none.

    Linux is asked over D-Bus (``org.a11y.Status``, the names of Orca's service) and by its processes, Windows through
    ``SPI_GETSCREENREADER``, macOS by the file in which VoiceOver notes that it is on. Nothing is started by asking, and
    where nothing answers there is none.
    """
    with suppress(Exception):
        match sys.platform:
            case "win32":
                return "a screen reader" if _windows_says() else ""
            case "darwin":
                return "VoiceOver" if _voiceover_says() else ""
            case _:
                return "a screen reader" if _bus_says() or _process_says() else ""
    return ""


def _windows_says() -> int:
    import ctypes

    found = ctypes.c_int(0)
    ctypes.windll.user32.SystemParametersInfoW(_SPI_GETSCREENREADER, 0, ctypes.byref(found), 0)  # type: ignore[attr-defined]
    return found.value


def _voiceover_says() -> int:
    import plistlib

    settings = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
    return int(plistlib.loads(settings.read_bytes()).get("voiceOverOnOffKey", 0))


def _bus_says() -> bool:
    """Whether the property ScreenReaderEnabled says so, or Orca has its name on the bus.

    at-spi2-core 2.62 has that property no longer; its desktops have an Orca with a service of its own (from 49 on).
    All is asked for with the least of D-Bus that answers it (specification 0.43).
    """
    with suppress(OSError), socket.socket(socket.AF_UNIX) as wire:
        wire.settimeout(PATIENCE_S)
        wire.connect(_bus(os.environ))
        wire.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        if not wire.recv(512).startswith(b"OK "):
            return False
        wire.sendall(b"BEGIN\r\n" + _call(1, *_BUS, "Hello", ()))
        wanted = ("org.a11y.Status", "ScreenReaderEnabled")
        wire.sendall(_call(2, "org.a11y.Bus", "/org/a11y/bus", "Get", wanted, "org.freedesktop.DBus.Properties"))
        for serial, name in enumerate(_ORCA, 3):
            wire.sendall(_call(serial, *_BUS, "NameHasOwner", (name,)))
        answers: dict[int, bool] = {}
        while len(answers) < 1 + len(_ORCA) and not any(answers.values()):
            kind, answered, body = _message(wire)
            if answered == 2:
                # A variant: the length of its signature, "b", a zero, and then the boolean at the next multiple of 4.
                answers[2] = kind == _REPLY and body[:3] == b"\x01b\x00" and body[4] == 1
            elif answered > 2:
                answers[answered] = kind == _REPLY and body[0] == 1
        return any(answers.values())
    return False


def _process_says() -> bool:
    """Whether an Orca of this session runs: before 49, one that GNOME has not started leaves no trace on the bus."""
    bus = _bus(os.environ)
    with os.scandir("/proc") as processes:
        for process in processes:
            if process.name.isdecimal():
                with suppress(OSError):
                    if Path(process, "comm").read_bytes() == b"orca\n" and _bus(_environment(process)) == bus:
                        return True
    return False


def _environment(process: os.DirEntry[str]) -> dict[str, str]:
    settings = Path(process, "environ").read_bytes().split(b"\0")
    return dict(os.fsdecode(setting).partition("=")[::2] for setting in settings)


def _bus(environment: Mapping[str, str]) -> str:
    """The socket of the session's bus; one in the abstract namespace begins with a zero byte."""
    for address in environment.get("DBUS_SESSION_BUS_ADDRESS", "").split(";"):
        kind, _, options = address.partition(":")
        given = dict(option.partition("=")[::2] for option in options.split(","))
        if kind == "unix" and "path" in given:
            return given["path"]
        if kind == "unix" and "abstract" in given:
            return "\0" + given["abstract"]
    return environment.get("XDG_RUNTIME_DIR", "") + "/bus"


def _call(
    serial: int, to: str, path: str, method: str, texts: tuple[str, ...], interface: str = "org.freedesktop.DBus"
) -> bytes:
    """A method call whose arguments are all text."""
    body = b""
    for text in texts:
        body = _text(_padded(body, 4), text)
    fields = b""
    for code, kind, value in ((1, b"o", path), (2, b"s", interface), (3, b"s", method), (6, b"s", to)):
        fields = _text(_padded(fields, 8) + bytes((code, 1)) + kind + b"\0", value)
    if texts:
        signature = b"s" * len(texts)
        fields = _padded(fields, 8) + bytes((8, 1)) + b"g\0" + bytes((len(signature),)) + signature + b"\0"
    flags = _NO_AUTO_START
    head = struct.pack("<cBBBIII", b"l", _CALL, flags, 1, len(body), serial, len(fields)) + fields
    return _padded(head, 8) + body


def _text(before: bytes, text: str) -> bytes:
    encoded = text.encode()
    return before + struct.pack("<I", len(encoded)) + encoded + b"\0"


def _padded(data: bytes, to: int) -> bytes:
    return data + b"\0" * (-len(data) % to)


def _message(wire: socket.socket) -> tuple[int, int, bytes]:
    """The next message: its type, the serial that it answers (0 for none), and its body."""
    head = _exactly(wire, 16)
    _, kind, _, _, length, _, size = struct.unpack("<cBBBIII", head)
    fields = _exactly(wire, size + -size % 8)[:size]
    body = _exactly(wire, length)
    at = fields.find(b"\x05\x01u\x00")
    answered = struct.unpack_from("<I", fields, at + 4)[0] if at >= 0 else 0
    return kind, answered, body


def _exactly(wire: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = wire.recv(size - len(data))
        if not more:
            raise ConnectionError("the bus has ended")
        data += more
    return data
