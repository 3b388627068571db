"""Orca, a screen reader, at work on a page without a screen: press a key, hear what it says.

Everything runs in its own home, on its own display and buses, and is ended with the block.
"""

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ssip import Service, serving

NEEDED = ("orca", "Xvfb", "openbox", "xdotool", "dbus-daemon", "gdbus")
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_PREFERENCES = """
user_pref("accessibility.force_disabled", -1);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("termsofuse.bypassNotification", true);
user_pref("browser.preonboarding.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("reader.parse-on-load.force-enabled", true);
"""


def missing(*more: str) -> str:
    """Which programs are not there, as a reason to skip; "" where all are."""
    absent = [name for name in (*NEEDED, *more) if not shutil.which(name)]
    if not LAUNCHER.exists():
        absent.append("at-spi2-core")
    return f"not installed: {', '.join(absent)}" if absent else ""


@dataclass(frozen=True, slots=True)
class Desk:
    """A desktop with a page and Orca on it."""

    service: Service
    environment: dict[str, str]

    def press(self, *keys: str, quiet: float = 0.9, limit: float = 30.0) -> list[str]:
        """What Orca says from the keys on until it has been quiet for a while."""
        before = len(self.service.said)
        self.service.heard_last = time.monotonic() + 0.6
        for key in keys:
            subprocess.run(["xdotool", "key", key], env=self.environment, check=True, timeout=10)
        said = self.service.quiet(quiet, limit)[before:]
        # From 50 on it names each key that is pressed.
        names = {"left control", *(key.lower().rpartition("+")[2] for key in keys)} if version() >= 50 else ()
        return [text for text in said if text not in names]

    def say_all(self) -> list[str]:
        """Everything Orca reads from the top of the page to its end."""
        self.press("ctrl+Home")
        if version() < 50:
            return self.press("KP_Add", quiet=2.0, limit=90)
        before = len(self.service.said)
        self.service.heard_last = time.monotonic() + 0.6
        _ask("SayAllPresenter", "org.gnome.Orca1.SayAllPresenter.SayAll true", self.environment)
        return self.service.quiet(2.0, 90)[before:]


@contextmanager
def desk(folder: Path, address: str, *, browser: str = "chromium") -> Iterator[Desk]:
    """Orca reading ``address`` in that browser; ``folder`` is empty and short enough to hold sockets."""
    with serving(folder / "ssip") as service, at_work(service, folder, address, browser=browser) as desk:
        yield desk


@contextmanager
def at_work(
    service: Service, folder: Path, address: str, *, browser: str = "chromium", also: Mapping[str, str] = _NOTHING
) -> Iterator[Desk]:
    """Orca, which speaks to ``service`` at the socket ``ssip`` in ``folder`` and has ``also`` in its environment."""
    with desktop(folder, address, browser=browser, also=also) as environment:
        until(lambda: service.said, "Orca said nothing", 40)
        service.quiet(3.0, 60)
        yield Desk(service, environment)


@contextmanager
def desktop(
    folder: Path,
    address: str,
    *,
    browser: str = "chromium",
    speech: Path | None = None,
    also: Mapping[str, str] = _NOTHING,
) -> Iterator[dict[str, str]]:
    """The desktop itself, whose Orca speaks to the socket ``speech``, else ``ssip`` in ``folder``; its environment."""
    for name in ("home", "run", "profile"):
        (folder / name).mkdir(mode=0o700)
    (folder / "profile" / "user.js").write_text(_PREFERENCES)
    environment = {
        **{key: os.environ[key] for key in ("LANG",) if key in os.environ},
        "PATH": f"{_alone(folder / 'bin')}:{os.environ['PATH']}",
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "GSETTINGS_BACKEND": "memory",
        "NO_AT_BRIDGE": "0",
        "GTK_MODULES": "gail:atk-bridge",
        "ACCESSIBILITY_ENABLED": "1",
        "GNOME_ACCESSIBILITY": "1",
        "LC_ALL": "C.UTF-8",
        "MOZ_ENABLE_WAYLAND": "0",
        "SPEECHD_ADDRESS": f"unix_socket:{speech or folder / 'ssip'}",
        **also,
    }
    with ExitStack() as stack:
        display = stack.enter_context(
            _started(
                ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
                environment,
                folder,
            )
        )
        environment["DISPLAY"] = f":{_line(display)}"
        bus = stack.enter_context(
            _started(["dbus-daemon", "--session", "--nofork", "--print-address=1"], environment, folder)
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        stack.enter_context(_started([str(LAUNCHER), "--launch-immediately"], environment, folder))
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            _enable(name, environment)
        stack.enter_context(_started(["openbox"], environment, folder))
        stack.enter_context(_started(_command(browser, address, folder), environment, folder))
        until(lambda: _window(environment), "the browser opened no window", 40)
        stack.enter_context(_started(["orca"], environment, folder))
        yield environment


def _alone(programs: Path) -> Path:
    """A folder that makes Orca find no other Orca: it would not start beside one, but here it has its own desktop."""
    programs.mkdir()
    (programs / "pgrep").write_text("#!/bin/sh\nexit 1\n")
    (programs / "pgrep").chmod(0o755)
    return programs


def _command(browser: str, address: str, folder: Path) -> Sequence[str]:
    if browser == "chromium":
        return [
            "chromium", "--no-sandbox", "--force-renderer-accessibility", f"--user-data-dir={folder}/profile",
            "--no-first-run", "--disable-gpu", "--disable-sync", "--disable-background-networking",
            "--password-store=basic", f"--app={address}",
        ]  # fmt: skip
    return [browser, "--no-remote", "--profile", f"{folder}/profile", "--new-window", address]


@contextmanager
def _started(command: Sequence[str], environment: dict[str, str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    with (folder / f"{Path(command[0]).name}.log").open("w") as log:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, number)
                process.wait(3)
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
        process.wait(5)
        if process.stdout:
            process.stdout.close()


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def _enable(name: str, environment: dict[str, str]) -> None:
    """Switches a property of org.a11y.Status on, where there is one: at-spi2-core 2.62 has no ScreenReaderEnabled."""
    command = [
        "gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
        "--method", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", name, "<true>",
    ]  # fmt: skip

    def done() -> bool:
        answer = subprocess.run(command, env=environment, capture_output=True, text=True)
        return answer.returncode == 0 or "No such property" in answer.stderr

    until(done, "no a11y bus", 10)


def _ask(module: str, request: str, environment: dict[str, str]) -> None:
    """Asks a module of Orca's service, which it has from version 49 on."""
    where = f"--dest org.gnome.Orca1.Service --object-path /org/gnome/Orca1/Service/{module} --method {request}"
    subprocess.run(["gdbus", "call", "--session", *where.split()], env=environment, check=True, capture_output=True)


@cache
def version() -> int:
    """The first number of Orca's version; 0 where there is none."""
    if not shutil.which("orca"):
        return 0
    told = subprocess.run(["orca", "--version"], capture_output=True, text=True, timeout=20)
    numbers = re.findall(r"\d+", told.stdout)
    return int(numbers[0]) if numbers else 0


def _window(environment: dict[str, str]) -> str:
    """The name of the window in front, after bringing one there; a browser may open before there is a front."""
    for command in (["search", "--onlyvisible", "--name", ".", "windowactivate"], ["getactivewindow", "getwindowname"]):
        done = subprocess.run(["xdotool", *command], env=environment, capture_output=True, text=True)
    return done.stdout.strip()


def until(ready: Callable[[], object], trouble: str, limit: float) -> None:
    end = time.monotonic() + limit
    while not ready():
        if time.monotonic() > end:
            raise RuntimeError(trouble)
        time.sleep(0.1)
