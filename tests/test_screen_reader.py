"""Whether a screen reader is running: what each system tells, as its makers document it.

Windows and macOS are not here: what stands in for them answers as `SystemParametersInfoW` and VoiceOver's settings do.
"""

import ctypes
import os
import plistlib
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import session_bus

from reader.speech.screen_reader import running

SPI_GETSCREENREADER = 0x46


@pytest.mark.parametrize(("flag", "said"), [(1, "a screen reader"), (0, "")])
def test_windows_tells_it_by_a_flag(monkeypatch: pytest.MonkeyPatch, flag: int, said: str) -> None:
    def system_parameters_info(action: int, _size: int, into: Any, _how: int) -> int:
        assert action == SPI_GETSCREENREADER
        into._obj.value = flag
        return 1

    user32 = SimpleNamespace(SystemParametersInfoW=system_parameters_info)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    assert running() == said


@pytest.mark.parametrize(
    ("settings", "said"), [({"voiceOverOnOffKey": True}, "VoiceOver"), ({"voiceOverOnOffKey": False}, ""), ({}, "")]
)
def test_voiceover_notes_that_it_is_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: dict[str, bool], said: str
) -> None:
    noted = tmp_path / "Library/Preferences/com.apple.universalaccess.plist"
    noted.parent.mkdir(parents=True)
    noted.write_bytes(plistlib.dumps(settings, fmt=plistlib.FMT_BINARY))
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert running() == said


def test_a_desktop_tells_it_on_its_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    if why := session_bus.missing():
        pytest.skip(why)
    with session_bus.screen_reader_on() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        assert running() == "a screen reader"
    assert running() == ""


def test_an_orca_started_by_hand_is_told_by_its_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if not Path("/proc/self/comm").exists():
        pytest.skip("no /proc")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
    with session_bus.orca_by_name(dict(os.environ)):
        assert running() == "a screen reader"
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/another")
        assert running() == ""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
    assert running() == ""


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_where_nothing_answers_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    assert running() == ""
