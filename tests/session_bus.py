"""A private session bus on which a screen reader is switched on, as desktops tell it (org.a11y.Status)."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_NO_SWITCH = b"No such property"
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
        while (done := subprocess.run(_SWITCH_ON.split(), env=environment, capture_output=True)).returncode:
            if _NO_SWITCH in done.stderr:  # at-spi2-core 2.62 and later
                stack.enter_context(orca_by_name(environment))
                break
            assert time.monotonic() < end, done.stderr
            time.sleep(0.05)
        yield environment["DBUS_SESSION_BUS_ADDRESS"]


@contextmanager
def orca_by_name(environment: dict[str, str]) -> Iterator[None]:
    """A process of that session which is called orca, and does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        program = shutil.copy(shutil.which("sleep") or "sleep", Path(folder, "orca"))
        with running([str(program), "600"], environment) as process:
            facts = Path(f"/proc/{process.pid}")
            while (facts / "comm").read_bytes() != b"orca\n" or not (facts / "environ").read_bytes():
                time.sleep(0.01)
            yield


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
