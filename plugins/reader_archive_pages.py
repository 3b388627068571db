"""The pages in an archive: what gzip packed, what a browser saved, what a crawler was answered."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader import Entry, Limits, Listing, Page
from reader.errors import PageError, PageTooLargeError
from reader.sources import shown

_TITLE = re.compile(rb"<title[^>]*>([^<]{1,300})", re.I)
_UNPACKED = 5
"""How many times ``limits.bytes`` an archive may unpack to: it holds several pages and their pictures."""


@dataclass(frozen=True, slots=True)
class _Record:
    """A record of a WARC file (ISO 28500): its headers in lower case, and what it holds."""

    headers: dict[str, str]
    data: bytes


def unpacked(page: Page, limits: Limits) -> bytes:
    """What gzip packed, member after member; `PageTooLargeError` beyond the limits."""
    most = _UNPACKED * limits.bytes
    out, rest = bytearray(), page.data
    while rest.startswith(b"\x1f\x8b"):
        member = zlib.decompressobj(31)
        try:
            out += member.decompress(rest, most + 1 - len(out))
        except zlib.error as error:
            if out:
                break
            raise PageError(f"{shown(page.location)}: is packed, and damaged ({error}); fetch it again") from None
        if len(out) > most:
            raise PageTooLargeError(f"{shown(page.location)}: unpacks to more than {most // 1_000_000} MB")
        rest = member.unused_data
    return bytes(out)


def from_mhtml(page: Page) -> Page | None:
    """The page that a browser saved with its pictures (RFC 2557); None where it is a message with pictures."""
    from email import message_from_bytes, policy

    message = message_from_bytes(page.data, policy=policy.default)
    address = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "").strip()
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages or not (address or pages[0].get("Content-Location")) or message.get("Received"):
        return None
    root = next((part for part in pages if address and part.get("Content-Location") == address), pages[0])
    data = root.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        raise PageError(f"{shown(page.location)}: is a saved page without a page in it; save it again")
    charset = root.get_content_charset()
    kind = f"{root.get_content_type()}; charset={charset}" if charset else root.get_content_type()
    return Page(address or str(root.get("Content-Location", "")).strip(), kind, data)


def from_warc(page: Page) -> Page | Listing:
    """The web pages among what a crawler answered."""
    found = list(_pages(page.data))
    if not found:
        raise PageError(f"{shown(page.location)}: is a web archive without a page in it; nothing can be read aloud")
    if len(found) == 1:
        return found[0]
    return Listing("Web archive", tuple(Entry(_title(each), each) for each in found), page.location)


def _pages(data: bytes) -> Iterator[Page]:
    for record in _records(data):
        if record.headers.get("warc-type") not in ("response", "resource"):
            continue
        address = record.headers.get("warc-target-uri", "").strip("<>")
        kind, body = record.headers.get("content-type", ""), record.data
        if kind.startswith("application/http"):
            head, _, body = body.partition(b"\r\n\r\n")
            answer = head.decode("latin-1").split("\r\n")
            if not re.match(r"HTTP/[\d.]+ 200", answer[0]):
                continue
            headers = _headers(answer[1:])
            kind, body = headers.get("content-type", ""), _decoded(headers, body)
        if kind.partition(";")[0].strip().lower() in ("text/html", "application/xhtml+xml") and body.strip():
            charset = re.search(r"charset=[\"']?([\w-]+)", kind)
            yield Page(address, f"text/html; charset={charset[1]}" if charset else "text/html", body)


def _records(data: bytes) -> Iterator[_Record]:
    cursor = 0
    while data.startswith(b"WARC/", cursor):
        end = data.find(b"\r\n\r\n", cursor)
        if end < 0:
            return
        headers = _headers(data[cursor:end].decode("utf-8", "replace").split("\r\n")[1:])
        length = headers.get("content-length", "")
        if not length.isdigit():
            return
        start = end + 4
        yield _Record(headers, data[start : start + int(length)])
        cursor = start + int(length)
        while data[cursor : cursor + 2] == b"\r\n":
            cursor += 2


def _headers(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _decoded(headers: dict[str, str], body: bytes) -> bytes:
    """The body of an answer without its transfer and content codings; what is damaged ends where it is."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = b"".join(_chunks(body))
    coding = headers.get("content-encoding", "").lower()
    if coding in ("gzip", "x-gzip", "deflate"):
        inflater = zlib.decompressobj(47 if coding != "deflate" or body[:1] == b"\x78" else -15)
        try:
            return inflater.decompress(body, 50_000_000)
        except zlib.error:
            return b""
    return body


def _chunks(body: bytes) -> Iterator[bytes]:
    cursor = 0
    while (end := body.find(b"\r\n", cursor)) >= 0:
        size = body[cursor:end].partition(b";")[0].strip()
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size) or int(size, 16) == 0:
            return
        yield body[end + 2 : end + 2 + int(size, 16)]
        cursor = end + 4 + int(size, 16)


def _title(page: Page) -> str:
    from html import unescape

    from reader.readability.decoding.decode import decode

    found = _TITLE.search(page.data[:50_000])
    text = decode(replace(page, data=found[1])) if found and found[1].strip() else ""
    return " ".join(unescape(text).split()) or page.location
