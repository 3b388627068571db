"""A private session bus on which a screen reader is switched on, as desktops tell it (org.a11y.Status)."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_SWITCH_ON = (
    "gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method "
    "org.freedesktop.DBus.Properties.Set org.a11y.Status ScreenReaderEnabled <true>"
)


def missing() -> str:
    """Which programs are not there, as a reason to skip; "" where all are."""
    absent = [name for name in ("dbus-daemon", "gdbus", str(LAUNCHER)) if not shutil.which(name)]
    return f"not installed: {', '.join(absent)}" if absent else ""


@contextmanager
def screen_reader_on() -> Iterator[str]:
    """The address of the bus while the block runs."""
    with ExitStack() as stack:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        daemon = stack.enter_context(running(command, dict(os.environ)))
        assert daemon.stdout
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
        stack.enter_context(running([str(LAUNCHER), "--launch-immediately"], environment))
        end = time.monotonic() + 10
        while subprocess.run(_SWITCH_ON.split(), env=environment, capture_output=True).returncode:
            assert time.monotonic() < end
            time.sleep(0.05)
        yield environment["DBUS_SESSION_BUS_ADDRESS"]


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A program while the block runs."""
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(5)
        if process.stdout:
            process.stdout.close()
