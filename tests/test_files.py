"""Files are opened whatever they are called, and what cannot be opened is said in a line with a way on."""

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from reader import Limits, Page
from reader.errors import LocationError, PageError, PageTooLargeError
from reader.testing import asked, check_source

HTML = b"<!DOCTYPE html><title>Ferry</title><p>It sails again."
LIMITS = Limits()


def open_location(location: str, limits: Limits = LIMITS) -> object:
    return asked("files", "open_location", location=location, limits=limits)


def failure(location: str | Path, limits: Limits = LIMITS) -> str:
    with pytest.raises((LocationError, PageError)) as raised:
        open_location(str(location), limits)
    message = str(raised.value)
    assert message.isprintable()
    return message


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.html").write_bytes(HTML)
    return tmp_path


def test_a_file_is_found_by_path_by_address_and_from_the_home_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    page = Page(str(folder / "ferry.html"), "text/html", HTML)
    for location in ("ferry.html", "./ferry.html", str(folder / "ferry.html"), "~/ferry.html"):
        assert open_location(location, LIMITS) == page
    assert open_location((folder / "ferry.html").as_uri(), LIMITS) == page


@pytest.mark.skipif(os.name == "nt", reason="names may not hold much there")
def test_a_name_may_hold_anything(folder: Path) -> None:
    for name in ("a b%20.html", "notes: today", "-x", "mailto:me", "Überfahrt.html", "100% #1?.txt", "\udcff"):
        if sys.platform != "linux" and not name.isascii():
            continue  # other systems respell such names
        Path(folder, name).write_bytes(b"words")
        assert open_location(f"./{name}", LIMITS) == Page(str(folder / name), "text/plain", b"words")
        if name != "-x":
            assert open_location(Path(folder, name).as_uri(), LIMITS) == Page(
                str(folder / name), "text/plain", b"words"
            )
    assert open_location("notes: today", LIMITS) == Page(str(folder / "notes: today"), "text/plain", b"words")


def test_standard_input_is_read_as_far_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(HTML)

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert open_location("-", LIMITS) == Page("-", "text/html", HTML)
    assert failure("-") == "standard input: is empty; check that it was saved whole"
    Stdin.buffer = io.BytesIO(b"a" * 1_000_000)
    with pytest.raises(PageTooLargeError):
        open_location("-", Limits(bytes=1_000))
    assert Stdin.buffer.tell() == 1_001
    monkeypatch.setattr(sys, "stdin", None)
    assert failure("-") == "-: there is no standard input; give a file or a web address"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_and_devices_are_read_as_far_as_the_limit(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    threading.Thread(target=(folder / "pipe").write_bytes, args=(HTML,), daemon=True).start()
    assert open_location("pipe", LIMITS) == Page(str(folder / "pipe"), "text/html", HTML)
    assert "/dev/zero: is neither a page nor text" in failure("/dev/zero")


def test_what_cannot_be_opened_is_named_with_what_to_do(folder: Path) -> None:
    (folder / "empty").touch()
    (folder / "sub").mkdir()
    assert failure("") == "nothing to open: give a file, a web address, or - for standard input"
    assert failure("fery.html") == "fery.html: there is no such file; did you mean ferry.html?"
    assert failure("sub/fery.html") == "sub/fery.html: there is no such file; check the path"
    assert (
        failure("bus/ferry.html") == "bus/ferry.html: there is no such file; nor is there a folder bus; check the path"
    )
    assert failure("ferry.html/x") == ("ferry.html/x: there is no such file, since part of that path is a file itself")
    assert (
        failure("example.org/a/b")
        == "example.org/a/b: there is no such file; for the web page, say https://example.org/a/b"
    )
    assert failure("sub") == "sub: is a folder; name a file in it"
    assert failure(folder) == f"{folder}: is a folder; name a file in it, such as {folder / 'ferry.html'}"
    assert failure("file://example.org/a") == (
        "file://example.org/a: is on another computer; give the path of a file on this one"
    )
    assert failure("empty") == "empty: is empty; check that it was saved whole"
    assert failure("a\0b").startswith("a\N{REPLACEMENT CHARACTER}b: cannot be read (")
    assert failure("a\nb\x1b[31m").startswith("a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}[31m: there is no")
    assert len(failure("a" * 5_000)) < 300


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may not read everything")
def test_a_file_that_may_not_be_read_is_named(folder: Path) -> None:
    (folder / "locked").write_bytes(HTML)
    (folder / "locked").chmod(0)
    assert failure("locked") == "locked: may not be read by you; ask its owner, or change its permissions"


def test_what_is_no_page_is_said_to_be_what_it_is(folder: Path) -> None:
    (folder / "boat.html").write_bytes(b"\x89PNG\r\n\x1a\n....")
    assert failure("boat.html") == "boat.html: is a picture; open it in the program made for it"
    (folder / "tool").write_bytes(b"\x7fELF\x02\x01\x01\x00\x00\x00")
    assert failure("tool") == (
        "tool: is neither a page nor text; open it in the program it comes from, save it as HTML or text, and read that"
    )


def test_it_keeps_the_contract_of_a_source(folder: Path) -> None:
    (folder / "words").write_bytes(b"Only words.")
    check_source(
        "files",
        opens=["ferry.html", "words"],
        fails=["none.html", ".", "file://elsewhere/a"],
        leaves=["https://example.org/", "feed:example", "javascript:alert(1)"],
    )
