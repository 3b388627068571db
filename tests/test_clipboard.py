"""The clipboard, as the programs of a desktop give it."""

from pathlib import Path

import pytest

from reader import Page
from reader.errors import LocationError
from reader.testing import asked, program


@pytest.fixture(autouse=True)
def _of_x(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def copied(output: str, status: int = 0) -> object:
    """What is opened where the clipboard holds ``output``."""
    with program("xclip", output, status=status) as called:
        found = asked("clipboard", "open_location", location="clip:")
    assert list(called) == [["-selection", "clipboard", "-out"]]
    return found


def test_what_was_copied_is_a_page_of_text() -> None:
    page = copied("Der Reiher ist zurück.\n")
    assert page == Page("clip:", "text/plain; charset=utf-8", "Der Reiher ist zurück.\n".encode())


def test_an_address_that_was_copied_stands_for_its_page() -> None:
    assert copied("https://example.org/a?b\n") == "https://example.org/a?b"
    assert isinstance(copied("see https://example.org"), Page)
    assert isinstance(copied("/etc/hostname"), Page)


def test_an_empty_clipboard_and_a_missing_program_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LocationError, match="clip:: the clipboard holds no text"):
        copied("text", status=1)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LocationError, match="install wl-clipboard, xclip or xsel"):
        asked("clipboard", "open_location", location="clip:")


def test_other_locations_are_left_to_others() -> None:
    assert asked("clipboard", "open_location", location="clip.html") is None
