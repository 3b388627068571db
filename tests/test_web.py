"""Web pages are fetched within their limits, and nothing on the listener's own network is."""

import gzip
import re
import socket
import time
import zlib
from collections.abc import Iterable, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import Limits, Page
from reader.errors import FetchError, LocationError, PageError, PageTooLargeError, RefusedError
from reader.testing import Answer, answer, asked, check_source, leads_to, serving

HTML = b"<!DOCTYPE html><title>Ferry</title><p>It sails again."
HERE = Limits(seconds=10, allow_private=True)


@pytest.fixture(autouse=True)
def _no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def open_location(location: str, limits: Limits) -> Page | None:
    found: Page | None = asked("web", "open_location", location=location, limits=limits)
    return found


def listed(name: str) -> list[str]:
    lines = (Path(__file__).parent / "cases" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def slowly(*pieces: bytes, seconds: float) -> Answer:
    def answered(request: str) -> Iterator[bytes]:
        for piece in pieces:
            yield piece
            time.sleep(seconds)

    return answered


def html(body: bytes = HTML, **headers: str) -> Answer:
    return answer(body, content_type="text/html", **headers)


def failure(location: str, limits: Limits = HERE) -> tuple[type[Exception], str]:
    """What fetching raises: its kind, and what is said after the address."""
    with pytest.raises((LocationError, PageError)) as raised:
        open_location(location, limits)
    message = str(raised.value)
    assert message.isprintable()
    name, _, said = message.partition(": ")
    assert name
    return type(raised.value), said


def test_a_page_comes_with_where_it_finally_was_and_what_it_was_declared_to_be() -> None:
    answers = {
        "/old": leads_to("/new?a=1"),
        "/new?a=1": answer("<p>Fähre".encode("latin-1"), content_type="Text/HTML; Charset=ISO-8859-1"),
    }
    with serving(answers) as site:
        page = open_location(f"{site}/old", HERE)
        assert page == Page(f"{site}/new?a=1", "text/html; charset=iso-8859-1", "<p>Fähre".encode("latin-1"))


@pytest.mark.parametrize(
    ("headers", "body", "media_type"),
    [
        ({}, HTML, "text/html"),
        ({}, b"Only words.", "text/plain"),
        ({"content_type": "application/octet-stream"}, HTML, "text/html"),
        ({"content_type": "text/plain"}, HTML, "text/plain"),
        ({"content_type": "text/markdown; charset=utf-8"}, b"# Ferry", "text/plain; charset=utf-8"),
        ({"content_type": "application/xhtml+xml"}, HTML, "application/xhtml+xml"),
        ({"content_type": "application/xml"}, b"<?xml version='1.0'?><html><p/></html>", "application/xhtml+xml"),
        ({"content_type": "text/xml"}, b"<?xml version='1.0'?><rss/>", "application/rss+xml"),
        ({"content_type": "text/html"}, b"<rss version='2.0'><channel/></rss>", "application/rss+xml"),
        ({"content_type": "application/json"}, b"{}", "application/json"),
        ({"content_type": "application/octet-stream"}, b"%PDF-1.7", "application/pdf"),
        ({"content_type": "text/html"}, b"odd \x01\x02 bytes", "text/html"),
        ({"content_type": "text/html;charset=no-such"}, HTML, "text/html; charset=no-such"),
        ({"content_type": "text/html;charset='; x"}, HTML, "text/html"),
    ],
)
def test_what_a_page_is_is_what_it_was_declared_to_be_or_what_its_bytes_say(
    headers: dict[str, str], body: bytes, media_type: str
) -> None:
    with serving({"/": answer(body, **headers)}) as site:
        assert open_location(f"{site}/", HERE) == Page(f"{site}/", media_type, body)


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(HTML)),
        ("x-gzip", gzip.compress(HTML)),
        ("GZIP", gzip.compress(HTML[:9]) + gzip.compress(HTML[9:])),
        ("gzip", gzip.compress(HTML) + b"\0\0\0 padding"),
        ("gzip", HTML),
        ("gzip", gzip.compress(HTML)[:-4]),
        ("deflate", zlib.compress(HTML)),
        ("deflate", raw_deflate(HTML)),
        ("identity", HTML),
    ],
)
def test_a_packed_page_is_unpacked_even_where_the_site_does_it_wrong(encoding: str, packed: bytes) -> None:
    with serving({"/": html(packed, content_encoding=encoding)}) as site:
        page = open_location(f"{site}/", HERE)
        assert page
        assert page.data == HTML


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.lists(st.integers(1, 40)), st.sampled_from(["gzip", "deflate"]))
def test_unpacking_gives_the_same_however_the_pieces_fall(data: bytes, sizes: list[int], encoding: str) -> None:
    body = b"<p>" + data
    packed = gzip.compress(body) if encoding == "gzip" else zlib.compress(body)

    def pieces(request: str) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
        yield b"Content-Encoding: %s\r\n\r\n" % encoding.encode()
        at = 0
        for size in [*sizes, len(packed)]:
            if piece := packed[at : at + size]:
                yield b"%x\r\n%s\r\n" % (len(piece), piece)
            at += size
        yield b"0\r\n\r\n"

    with serving({"/": pieces}) as site:
        assert open_location(f"{site}/", HERE) == Page(f"{site}/", "text/html", body)


def test_a_page_that_unpacks_to_more_than_the_limit_is_not_unpacked() -> None:
    bomb = gzip.compress(bytes(200_000_000), compresslevel=1)
    with serving(
        {"/": html(bomb, content_encoding="gzip"), "/twice": html(b"", content_encoding="gzip, gzip")}
    ) as site:
        began = time.monotonic()
        assert failure(f"{site}/")[0] is PageTooLargeError
        assert time.monotonic() - began < 2
        assert failure(f"{site}/twice")[0] is FetchError


def test_a_page_without_end_is_left_at_the_limit() -> None:
    def endless(request: str) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        while True:
            yield b"10000\r\n" + b"a" * 0x10000 + b"\r\n"

    with serving({"/": endless}) as site:
        assert failure(f"{site}/")[0] is PageTooLargeError


DRIP = [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", *([b"<p>a"] * 100)]


@pytest.mark.parametrize(
    "pieces", [DRIP, [bytes([byte]) for byte in b"".join(DRIP)], [b"", b""]], ids=["body", "headers", "nothing"]
)
def test_the_time_limit_is_for_all_of_it_however_slowly_it_drips(pieces: list[bytes]) -> None:
    with serving({"/": slowly(*pieces, seconds=0.2)}) as site:
        began = time.monotonic()
        kind, said = failure(f"{site}/", Limits(seconds=0.7, allow_private=True))
        assert 0.3 < time.monotonic() - began < 1.2
        assert kind is FetchError
        assert said.startswith("did not arrive within 0.7 s; ") or pieces == [b"", b""]


def test_the_time_limit_is_for_all_hops_together() -> None:
    def late(request: str) -> Iterator[bytes]:
        time.sleep(0.3)
        yield from leads_to("/")(request)

    with serving({"/": late}) as site:
        began = time.monotonic()
        assert failure(f"{site}/", Limits(seconds=0.7, redirects=50, allow_private=True))[0] is FetchError
        assert time.monotonic() - began < 1.2


def test_as_many_redirects_are_followed_as_the_limit_allows_and_no_more() -> None:
    answers = {f"/{n}": leads_to(f"/{n + 1}") for n in range(5)} | {"/5": html(), "/loop": leads_to("/loop")}
    with serving(answers) as site:
        assert open_location(f"{site}/0", HERE) == Page(f"{site}/5", "text/html", HTML)
        assert failure(f"{site}/0", Limits(redirects=4, allow_private=True)) == (
            FetchError,
            "sends you on more than 4 times; open it in a browser, save it there, and read that file",
        )
        assert failure(f"{site}/loop")[0] is FetchError


def test_a_site_that_greets_with_a_cookie_is_answered_with_it() -> None:
    def gate(request: str) -> Iterable[bytes]:
        if "cookie: seen=1" in request.lower():
            return html()(request)
        return answer(b"", "302 Found", location="/", set_cookie="seen=1")(request)

    with serving({"/": gate}) as site:
        assert open_location(f"{site}/", HERE) == Page(f"{site}/", "text/html", HTML)


def test_sites_are_told_what_reads_and_in_which_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    with serving({"/": lambda request: html(f"<pre>{request}</pre>".encode())(request)}) as site:
        page = open_location(f"{site}/", HERE)
        assert page
        lines = page.data.decode().lower().splitlines()
    sent = dict(line.split(": ", 1) for line in lines if ": " in line)
    assert sent["user-agent"].startswith("mozilla/5.0 (compatible; sayall/")
    assert sent["accept"].startswith("text/html,")
    assert sent["accept-language"] == "sv-se, sv, en;q=0.5"
    assert sent["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize("status", [204, 300, 304, 400, 401, 402, 403, 404, 410, 418, 429, 451, 500, 502, 503, 999])
def test_every_refusal_of_a_site_is_a_line_with_its_status_and_what_to_do(status: int) -> None:
    with serving({"/": answer(b"", f"{status} Whatever", content_length="0")}) as site:
        kind, said = failure(f"{site}/")
    assert issubclass(kind, (FetchError, PageError))
    assert f"(status {status}); " in said or status == 204


BROKEN_GZIP = gzip.compress(HTML)[:10] + b"\x07" * 9


@pytest.mark.parametrize(
    ("headers", "body", "said"),
    [
        ({"content_type": "image/png"}, b"", "is a picture; "),
        ({"content_type": "video/mp4"}, b"", "is a video; "),
        ({"content_type": "text/html"}, b"\x89PNG\r\n\x1a\n", "is a picture; "),
        ({"content_type": "text/html"}, b"", "came back empty; "),
        ({"content_type": "text/html", "content_encoding": "br"}, b"x", "came packed in a form that is not known here"),
        ({"content_type": "text/html", "content_encoding": "gzip"}, BROKEN_GZIP, "arrived damaged; "),
        ({"content_type": "text/html", "content_length": "999"}, b"<p>", "broke off before it was all there; "),
    ],
)  # fmt: skip
def test_what_is_no_page_is_said_to_be_what_it_is(headers: dict[str, str], body: bytes, said: str) -> None:
    with serving({"/": answer(body, **headers)}) as site:
        assert failure(f"{site}/")[1].startswith(said)


def test_what_the_network_does_is_said_in_one_line() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        assert failure(nobody) == (
            FetchError,
            "cannot be reached (connection refused); check the address, and that you are online",
        )
    with serving({"/": lambda request: [b"SSH-2.0-OpenSSH\r\n"], "/on": leads_to("https://127.0.0.1:1/")}) as site:
        assert failure(f"{site}/")[0] is FetchError
        assert failure(f"{site}/on")[0] is FetchError
        assert failure(site.replace("http:", "https:"))[0] is FetchError
    assert failure("http://no-such-site.invalid/", Limits(seconds=3))[0] is FetchError


def test_a_site_whose_certificate_nobody_vouches_for_is_not_trusted() -> None:
    with serving({"/": html()}, Path(__file__).parent / "cases" / "self_signed.pem") as site:
        assert failure(f"{site}/") == (
            FetchError,
            "cannot be fetched safely (self-signed certificate); check the address, and this computer's clock",
        )


@pytest.mark.parametrize("location", listed("hostile_addresses.txt"))
def test_an_address_that_could_lead_to_your_own_network_is_refused(location: str) -> None:
    began = time.monotonic()
    kind, _ = failure(location, Limits(seconds=3))
    assert issubclass(kind, LocationError)
    assert kind is not FetchError
    assert time.monotonic() - began < 2


OPEN = "93.184.216.34"
"""An address of the open internet."""


def on_the_open_internet(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What connects to `OPEN` comes to ``site``."""
    connect, port = socket.socket.connect, int(site.rpartition(":")[2])

    def connected(self: socket.socket, address: Any) -> None:
        connect(self, ("127.0.0.1", port) if address[0] == OPEN else address)

    monkeypatch.setattr(socket.socket, "connect", connected)


def test_a_page_of_the_open_internet_can_send_you_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/": leads_to(f"http://{OPEN}/on"), "/on": html()}) as site:
        on_the_open_internet(site, monkeypatch)
        assert open_location(f"http://{OPEN}/", Limits(seconds=3)) == Page(f"http://{OPEN}/on", "text/html", HTML)


@pytest.mark.parametrize("location", listed("hostile_addresses.txt"))
def test_a_page_cannot_send_you_to_your_own_network(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    requests: list[str] = []

    def secret(request: str) -> Iterable[bytes]:
        requests.append(request)
        return html()(request)

    with serving({"/": secret}) as inside:
        port = inside.rpartition(":")[2]
        aimed = location.replace("127.0.0.1", "127.0.0.2").replace(":8080", f":{port}")
        with serving({"/": leads_to(aimed)}) as site:
            on_the_open_internet(site, monkeypatch)
            kind, _ = failure(f"http://{OPEN}/", Limits(seconds=3))
    assert issubclass(kind, LocationError)
    assert requests == []


def test_a_name_is_looked_up_once_and_its_address_is_the_one_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["127.0.0.1", "93.184.216.34"])

    def look_up(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert failure("http://rebinding.example/", Limits(seconds=3))[0] is RefusedError
    assert list(answers) == ["93.184.216.34"]


def test_the_time_limit_is_for_the_look_up_of_the_name_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> list[object]:
        time.sleep(3)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", late)
    began = time.monotonic()
    assert failure("http://slow.example/", Limits(seconds=0.3)) == (
        FetchError,
        "did not arrive within 0.3 s; try again later, or save it in a browser and read the file",
    )
    assert time.monotonic() - began < 1


def test_headers_without_end_are_not_read_to_the_end() -> None:
    def endless(request: str) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            yield b"X: " + b"a" * 10_000 + b"\r\n"

    with serving({"/": endless}) as site:
        assert failure(f"{site}/")[0] is FetchError


def is_open(address: Any) -> bool:
    """Whether it would be connected to: from a test nothing beyond this machine is."""
    kind, _ = failure(f"http://{address if address.version == 4 else f'[{address}]'}/", Limits(seconds=3))
    assert kind in (FetchError, RefusedError)
    return kind is FetchError


@pytest.mark.parametrize("line", listed("addresses.txt"))
def test_an_address_is_open_or_closed_as_the_registries_say(line: str) -> None:
    address, _, state = line.partition(" ")
    assert is_open(ip_address(address)) == (state.strip() == "open")


@settings(max_examples=25, deadline=None)
@given(st.ip_addresses(v=4))
def test_an_ipv4_address_in_the_clothes_of_ipv6_is_as_open_as_it_is_itself(address: Any) -> None:
    for prefix, shift in ((0xFFFF << 32, 0), (0x64FF9B << 96, 0), (0x2002 << 112, 80)):
        assert is_open(type(ip_address("::"))(prefix | int(address) << shift)) == is_open(address)


def test_a_proxy_is_used_only_where_the_own_network_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"http://no-such-site.invalid/a": html()}) as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        page = open_location("http://no-such-site.invalid/a", HERE)
        assert page == Page("http://no-such-site.invalid/a", "text/html", HTML)
        assert failure("https://no-such-site.invalid/a", HERE)[0] is FetchError
        kind, said = failure("http://no-such-site.invalid/a", Limits(seconds=3))
    assert kind is FetchError
    assert said.endswith("; the proxy that is set here is used with --allow-private only")


def test_a_proxy_that_gives_nothing_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"no-such-site.invalid:443": answer(b"", "403 Forbidden")}) as proxy:
        monkeypatch.setenv("https_proxy", proxy)
        assert failure("https://no-such-site.invalid/", HERE) == (
            FetchError,
            "is not given out by the proxy (403 Forbidden); check the settings of the proxy",
        )


def test_the_limits_are_those_that_are_written_down() -> None:
    text = (Path(__file__).parents[1] / "docs" / "fetching.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\w+) \| (\d+)", text, re.M))
    limits = Limits()
    assert rows == {
        "time": f"{limits.seconds:g}",
        "size": str(limits.bytes // 1_000_000),
        "redirects": str(limits.redirects),
    }


def test_it_keeps_the_contract_of_a_source() -> None:
    with serving({"/": html(), "/gone": answer(b"", "410 Gone")}) as site:
        check_source(
            "web",
            opens=[f"{site}/", f"  {site}/ "],
            fails=[f"{site}/gone", "ftp://example.org/a", "javascript:alert(1)", "data:text/html,hello", "http://"],
            leaves=["page.html", "-", "", "http", "feed:example", "file:///a", "C:\\page.html", "notes: today.txt"],
            limits=HERE,
        )
