"""The clipboard, as the programs of a desktop give it."""

from pathlib import Path

import pytest
from opening import LIMITS

import reader_clipboard
from reader import Page
from reader.errors import LocationError


def copied(folder: Path, monkeypatch: pytest.MonkeyPatch, output: str, status: int = 0) -> object:
    """What is opened where a program ``xclip`` prints ``output``."""
    program = folder / "xclip"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{output}\nEND\nexit {status}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return reader_clipboard.open_location("clip:", LIMITS)


def test_what_was_copied_is_a_page_of_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = copied(tmp_path, monkeypatch, "Der Reiher ist zurück.")
    assert page == Page("clip:", "text/plain; charset=utf-8", "Der Reiher ist zurück.\n".encode())


def test_an_address_that_was_copied_stands_for_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert copied(tmp_path, monkeypatch, "https://example.org/a?b") == "https://example.org/a?b"
    assert isinstance(copied(tmp_path, monkeypatch, "see https://example.org"), Page)
    assert isinstance(copied(tmp_path, monkeypatch, "/etc/hostname"), Page)


def test_an_empty_clipboard_and_a_missing_program_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LocationError, match="clip:: the clipboard holds no text"):
        copied(tmp_path, monkeypatch, "text", status=1)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(LocationError, match="install wl-clipboard, xclip or xsel"):
        reader_clipboard.open_location("clip:", LIMITS)


def test_other_locations_are_left_to_others() -> None:
    assert reader_clipboard.open_location("clip.html", LIMITS) is None
