"""Reads what was copied: ``clip:`` is the clipboard, a page of text, or the web address that was copied."""

import re

from reader import Limits, Page, hookimpl
from reader.errors import LocationError

_COMMANDS = (
    ("wl-paste", "--no-newline"),
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
    ("pbpaste",),
    ("powershell", "-NoProfile", "-Command", "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw"),
)
"""The programs that know the clipboard: of Wayland, of X, of macOS, of Windows."""


@hookimpl
def open_location(location: str, limits: Limits) -> Page | str | None:
    """What is on the clipboard: a web address stands for its page, all else is text."""
    if location.lower() not in ("clip:", "clipboard:"):
        return None
    data = _copied(location, limits)
    text = data.decode("utf-8", "replace").strip()
    if not text:
        raise LocationError(f"{location}: the clipboard holds no text; copy the text, or the address of a page, first")
    return text if re.fullmatch(r"https?://\S+", text) else Page(location, "text/plain; charset=utf-8", data)


def _copied(location: str, limits: Limits) -> bytes:
    """What the first of the programs that is there gives."""
    import os
    import shutil
    import subprocess

    for command in _COMMANDS:
        program = shutil.which(command[0])
        if program is None or (command[0] == "wl-paste" and not os.environ.get("WAYLAND_DISPLAY")):
            continue
        try:
            done = subprocess.run(
                [program, *command[1:]], capture_output=True, timeout=min(limits.seconds, 10), check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise LocationError(f"{location}: {command[0]} does not answer ({error}); try again") from None
        return done.stdout[: limits.bytes] if done.returncode == 0 else b""
    raise LocationError(f"{location}: needs a program that knows the clipboard; install wl-clipboard, xclip or xsel")
