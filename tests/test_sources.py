"""What some bytes are is told by the bytes alone."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources import READABLE, advice, described, media_type_of, shown


def zipped(name: str, content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"<!DOCTYPE html><p>a", "text/html"),
        (b'\n\t <!doctype HTML public "-//W3C"><html>', "text/html"),
        (b"<HTML><body>", "text/html"),
        (b"<!-- saved from a site -->\n<!-- twice -->\n<div class='a'>", "text/html"),
        (b"<article>A fragment", "text/html"),
        (b"<p>A fragment", "text/html"),
        (b"<br/>", "text/html"),
        (b"<h1>Heading", "text/html"),
        (b"\xef\xbb\xbf<html>", "text/html"),
        (b"\xff\xfe" + "<html>".encode("utf-16-le"), "text/html"),
        (b"\xfe\xff" + "<html>".encode("utf-16-be"), "text/html"),
        ("<html><p>Fähre".encode("utf-16-le"), "text/html; charset=utf-16le"),
        ("Plain words".encode("utf-16-be"), "text/plain; charset=utf-16be"),
        (b"Warning: include() failed on line 3\n<!DOCTYPE html>\n<html><head><title>", "text/html"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>", "application/xhtml+xml"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'>", "text/html"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "application/rss+xml"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "application/atom+xml"),
        (b"<?xml version='1.0'?><note/>", "text/xml"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "image/svg+xml"),
        (b"Only words.", "text/plain"),
        (b"", "text/plain"),
        ("Überfahrt".encode("latin-1"), "text/plain"),
        ("渡し船".encode("iso2022_jp"), "text/plain"),
        ("渡し船が".encode("shift_jis"), "text/plain"),
        (b"<anna@example.org> wrote that 3 < 4 and <b> is bold", "text/plain"),
        (b"< 5 minutes", "text/plain"),
        (b"How to write a page: begin with <html>, then <body>.", "text/plain"),
        (b"# Ferry\n\nA *marked down* page with <b>tags</b>", "text/plain"),
        (b"one\x00two", "application/octet-stream"),
        (b"\x7fELF\x02\x01\x01\x00", "application/octet-stream"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
        (gzip.compress(b"a"), "application/gzip"),
        (zipped("page.html", "a"), "application/zip"),
        (zipped("mimetype", "application/epub+zip"), "application/epub+zip"),
        (
            zipped("[Content_Types].xml", "<Types/>"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (b"{\\rtf1 words}", "application/rtf"),
        (
            b"From: A browser\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>",
            "multipart/related",
        ),
    ],
)
def test_the_kind_is_told_by_the_content(data: bytes, media_type: str) -> None:
    assert media_type_of(data) == media_type


@given(st.binary())
def test_anything_is_something_and_can_be_spoken_of(data: bytes) -> None:
    media_type = media_type_of(data)
    assert "/" in media_type
    assert described(media_type)
    assert advice(media_type)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="<%")))
def test_words_without_markup_are_plain_text(text: str) -> None:
    assert media_type_of(b"I say: " + text.encode()).partition(";")[0] == "text/plain"


@given(st.text(max_size=600))
def test_a_location_is_shown_in_one_short_line(location: str) -> None:
    line = shown(location)
    assert line.isprintable()
    assert len(line) <= 200
    assert "\n" not in line


def test_stories_are_looked_for_in_text_and_pages() -> None:
    assert {"text/html", "application/xhtml+xml", "text/plain"} <= READABLE
