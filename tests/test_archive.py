"""Pages that were saved for later."""

import gzip
from pathlib import Path

import pytest
from opening import DOCUMENTS

from reader import Limits, Page
from reader.errors import PageError, PageTooLargeError
from reader.testing import asked, heard, listing_at, opened

HTML = b"<html><head><title>The h&eacute;ron</title></head><body><p>It nests.</p></body></html>"


def record(kind: str, address: str, content_type: str, data: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {content_type}\r\n"
    return f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data + b"\r\n\r\n"


def answer(body: bytes, *headers: str, status: int = 200) -> bytes:
    return (
        "\r\n".join([f"HTTP/1.1 {status} x", "Content-Type: text/html; charset=utf-8", *headers, "", ""]).encode()
        + body
    )


WARC = (
    record("warcinfo", "", "application/warc-fields", b"software: test")
    + record("request", "https://h.example/1", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n")
    + record("response", "https://h.example/1", "application/http; msgtype=response", answer(HTML))
    + record("response", "https://h.example/gone", "application/http", answer(HTML, status=404))
)
CHUNKED = b"3\r\n<p>\r\n5;x=y\r\nHello\r\n0\r\n\r\n"
PACKED = record(
    "response", "https://h.example/2", "application/http", answer(gzip.compress(b"<p>Hi"), "Content-Encoding: gzip")
)
PIECES = record("response", "https://h.example/3", "application/http", answer(CHUNKED, "Transfer-Encoding: chunked"))


def read(data: bytes, kind: str = "text/plain") -> object:
    return asked("archive", "read_page", page=Page("saved", kind, data))


def test_a_page_that_a_browser_saved_is_read_at_its_address() -> None:
    page = opened(str(DOCUMENTS / "saved.mhtml"), plugins=["files", "archive", "mail"])
    assert isinstance(page, Page)
    assert (page.location, page.media_type) == ("https://harbour.example/heron", "text/html; charset=utf-8")
    assert heard(page) == [
        "The héron is back",
        "It has nested on the old crane at the north quay, the harbour master wrote on Tuesday.",
    ]


def test_a_page_of_singlefile_is_read_at_its_address() -> None:
    data = (
        b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://h.example/a \n saved date: x\n-->"
        + HTML
    )
    assert read(data, "text/html") == Page("https://h.example/a", "text/html", data)
    assert asked("archive", "read_page", page=Page("https://h.example/a", "text/html", data)) is None


def test_the_one_page_of_an_archive_is_that_page() -> None:
    assert read(WARC) == Page("https://h.example/1", "text/html; charset=utf-8", HTML)


def test_several_pages_of_an_archive_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, (WARC, PACKED, PIECES))))
    listing = listing_at(str(path), plugins=["files", "archive"])
    assert [entry.title for entry in listing.entries] == ["The héron", "https://h.example/2", "https://h.example/3"]
    pages = [opened(f"{path}#{number}", plugins=["files", "archive"]) for number in (2, 3)]
    assert [page.data for page in pages if isinstance(page, Page)] == [b"<p>Hi", b"<p>Hello"]


def test_anything_packed_is_read_as_what_it_is() -> None:
    page = asked("archive", "read_page", page=Page("a.txt.gz", "application/gzip", gzip.compress(b"Boats.")))
    assert page == Page("a.txt", "text/plain", b"Boats.")


def test_what_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(PageTooLargeError, match="saved: unpacks to more than"):
        asked(
            "archive",
            "read_page",
            page=Page("saved", "application/gzip", gzip.compress(bytes(9_000_000))),
            limits=Limits(bytes=10**6),
        )


@pytest.mark.parametrize("length", range(5, len(WARC), 37))
def test_an_archive_that_was_cut_off_is_read_as_far_as_it_goes(length: int) -> None:
    whole = length > WARC.index(HTML)
    if whole:
        assert isinstance(read(WARC[:length]), Page)
    else:
        with pytest.raises(PageError, match="saved: is a web archive without a page"):
            read(WARC[:length])


def test_letters_and_pages_are_left_to_others() -> None:
    head = b"Received: x\nFrom: a@b\nContent-Type: multipart/related; boundary=b\n\n"
    letter = head + b"--b\nContent-Type: text/html\n\n<p>\n--b--"
    assert read(letter, "multipart/related") is None
    assert read(HTML, "text/html") is None
