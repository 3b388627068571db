"""Fetches one page, hop by hop, within the limits of time, size and redirects."""

import os
import re
import ssl
import zlib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from urllib.request import getproxies, proxy_bypass

import httpcore2
import httpx2

from reader import Limits, Page
from reader.errors import FetchError, LocationError, PageError, RefusedError
from reader.page import within
from reader.sources import READABLE, TEXTUAL, advice, described, media_type_of, shown
from reader_web_guard import Deadline, Guard, refuse_oddities

_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown"})
"""Declared types that tell nothing: what such a page is, its bytes must say. The same goes for any XML."""
_INFLATED_BYTES = 1 << 16
_SAVE = "open it in a browser, save it there, and read that file"
_LATER = "try again later"
_STATUS = {
    401: ("is for members who have logged in", _SAVE),
    402: ("is for paying readers", _SAVE),
    403: ("is refused to readers that are not browsers, or to you", _SAVE),
    404: ("is not there; there is no such page", "check the address"),
    406: ("is not to be had in a form that can be read", _SAVE),
    407: ("is behind a proxy that wants a password", _SAVE),
    410: ("is not there any more", "look for it elsewhere"),
    429: ("is refused for now, since too many pages were asked for", "wait a few minutes and try again"),
    451: ("is withheld for legal reasons", "look for it elsewhere"),
}
"""What the status of an answer means for a listener (RFC 9110, section 15), and what to do."""


_NETWORK_ERRORS = (
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
)


def fetched(location: str, limits: Limits) -> Page:
    """The page at ``location``, after redirects; raises `LocationError` or `PageError`."""
    hint = _hint(limits)
    deadline = Deadline(shown(location), limits.seconds, hint)
    transport = _Transport(Guard(shown(location), deadline, limits.allow_private, hint), limits)
    with httpx2.Client(transport=transport, trust_env=False, headers=_headers()) as client:
        try:
            request = client.build_request("GET", location)
        except (httpx2.InvalidURL, ValueError) as error:
            raise LocationError(f"{shown(location)}: is no web address ({error}); check the spelling") from None
        if not request.url.host:
            raise LocationError(f"{shown(location)}: names no site; a web address looks like https://example.org/page")
        for _ in range(limits.redirects + 1):
            name = shown(str(request.url))
            _check(name, request.url, limits)
            try:
                response = client.send(request, stream=True)
                if response.next_request is None:
                    return _page(name, response, limits)
                response.close()
                request = response.next_request
            except _NETWORK_ERRORS as error:
                deadline.left()
                raise FetchError(f"{name}: {_failure(error)}{hint}") from error
            except (httpx2.InvalidURL, httpx2.RemoteProtocolError) as error:
                raise FetchError(f"{name}: sends you on to what is no address; {_SAVE}") from error
    raise FetchError(f"{shown(location)}: sends you on more than {limits.redirects} times; {_SAVE}")


def _check(name: str, url: httpx2.URL, limits: Limits) -> None:
    if url.scheme not in ("http", "https"):
        raise RefusedError(f"{name}: is where the page sends you, but only http and https are fetched; {_SAVE}")
    if not limits.allow_private:
        refuse_oddities(name, url.userinfo, url.host)


def _headers() -> dict[str, str]:
    """What sites are told: who reads, and in which languages the listener's own settings ask for pages."""
    settings = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((value for value in settings if value), "").split(":")
    tags = [tag.partition(".")[0].partition("@")[0].replace("_", "-") for tag in chosen]
    tags = [tag for tag in tags if tag.replace("-", "").isalnum() and tag not in ("C", "POSIX")][:3]
    languages = dict.fromkeys(part for tag in tags for part in (tag, tag.partition("-")[0]))
    return {
        "User-Agent": f"Mozilla/5.0 (compatible; sayall/{version('sayall')}; reads one page aloud for one person)",
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1",
        "Accept-Language": ", ".join([*languages, "en;q=0.5"] if "en" not in languages else languages),
        "Accept-Encoding": "gzip, deflate",
    }


class _Transport(httpx2.BaseTransport):
    """Carries requests over guarded connections, with ``allow_private`` also through the proxies of the environment."""

    def __init__(self, guard: Guard, limits: Limits) -> None:
        self._guard = guard
        self._proxies = getproxies() if limits.allow_private else {}
        self._pools: dict[str, httpcore2.ConnectionPool] = {}

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        asked = httpcore2.Request(
            request.method,
            httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
        )
        answer = self._pool(url).handle_request(asked)
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Body(answer), request=request)

    def _pool(self, url: httpx2.URL) -> httpcore2.ConnectionPool:
        proxy = "" if proxy_bypass(url.host) else (self._proxies.get(url.scheme) or self._proxies.get("all", ""))
        if proxy not in self._pools:
            if proxy.startswith(("http://", "https://")):
                self._pools[proxy] = httpcore2.HTTPProxy(proxy, network_backend=self._guard)
            else:
                self._pools[proxy] = httpcore2.ConnectionPool(network_backend=self._guard)
        return self._pools[proxy]

    def close(self) -> None:
        for pool in self._pools.values():
            pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _page(name: str, response: httpx2.Response, limits: Limits) -> Page:
    """The page of an answer whose body has not been read yet."""
    status = response.status_code
    if not response.is_success:
        meaning = _STATUS.get(status) or (
            ("cannot be had: the site is in trouble", _LATER) if status >= 500 else ("cannot be had", _SAVE)
        )
        raise FetchError(f"{name}: {meaning[0]} (status {status}); {meaning[1]}")
    declared = response.headers.get("content-type", "")
    kind = declared.partition(";")[0].strip().lower()
    if not (kind in READABLE or kind in _UNTOLD or kind.startswith("text/") or kind.endswith("xml")):
        raise PageError(f"{name}: is {described(kind)}; {advice(kind)}")
    data = _body(name, response, limits)
    if not data:
        raise PageError(f"{name}: came back empty; {_SAVE}")
    found = _settled(kind, media_type_of(data))
    if found not in READABLE:
        raise PageError(f"{name}: is {described(found)}; {advice(found)}")
    charset = response.charset_encoding or ""
    return Page(str(response.url), f"{found}; charset={charset}" if re.fullmatch(r"[\w.:-]+", charset) else found, data)


def _settled(declared: str, sniffed: str) -> str:
    """What a page is, when both its declared type and its bytes have something to say.

    The bytes say which of the kinds that are no text it is, the declaration which of the kinds of text.
    """
    found = sniffed.partition(";")[0]
    if declared in TEXTUAL:
        return declared if found in TEXTUAL or found in ("application/octet-stream", "text/xml") else found
    if found == "text/plain" and declared in READABLE:
        return declared
    return "text/plain" if found in TEXTUAL and declared.startswith("text/") and declared != "text/xml" else found


def _body(name: str, response: httpx2.Response, limits: Limits) -> bytes:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    pieces: Iterable[bytes] = response.iter_raw()
    if encoding in ("gzip", "x-gzip", "deflate"):
        pieces = inflated(pieces, encoding)
    elif encoding not in ("", "identity"):
        raise FetchError(f"{name}: came packed in a form that is not known here ({shown(encoding)}); {_SAVE}")
    data = bytearray()
    try:
        for piece in pieces:
            data += piece
            if len(data) > limits.bytes:
                break
    except zlib.error:
        raise FetchError(f"{name}: arrived damaged; try again") from None
    return within(bytes(data), limits, name)


def inflated(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The pieces unpacked, never more than 64 KB at once, so that a few bytes cannot blow up into all memory.

    What is called packed but is not comes through as it is, as browsers do it; "deflate" may lack its header.
    """
    pending, inflater = b"", None
    for piece in pieces:
        pending += piece
        if inflater is None:
            if len(pending) < 2:
                continue
            if pending.startswith(b"\x1f\x8b") or (pending[0] & 15 == 8 and int.from_bytes(pending[:2]) % 31 == 0):
                inflater = zlib.decompressobj(zlib.MAX_WBITS | 32)
            elif encoding == "deflate":
                inflater = zlib.decompressobj(-zlib.MAX_WBITS)
            else:
                yield pending
                yield from pieces
                return
        while pending:
            data = inflater.decompress(pending, _INFLATED_BYTES)
            yield data
            pending = inflater.unconsumed_tail
            if inflater.eof:
                pending = inflater.unused_data
                if not pending.startswith(b"\x1f\x8b"):
                    return
                inflater = zlib.decompressobj(zlib.MAX_WBITS | 32)
    if inflater is not None:
        yield inflater.flush()


def _failure(error: Exception) -> str:
    """What went wrong with the network, for the listener."""
    cause = _root(error)
    if isinstance(cause, ssl.SSLError):
        why = getattr(cause, "verify_message", "") or cause.reason or "no common language"
        return (
            f"cannot be fetched safely ({why.replace('_', ' ').lower()}); check the address, and this computer's clock"
        )
    if isinstance(cause, httpcore2.TimeoutException | TimeoutError):
        return f"does not answer; {_LATER}"
    if isinstance(error, httpcore2.ConnectError):
        reason = getattr(cause, "strerror", None) or str(cause)
        return f"cannot be reached ({reason.lower()}); check the address, and that you are online"
    if isinstance(error, httpcore2.ProxyError):
        return f"is not given out by the proxy ({error}); check the settings of the proxy"
    return "broke off before it was all there; try again"


def _hint(limits: Limits) -> str:
    """Why a page may be out of reach where everything goes through a proxy."""
    if limits.allow_private or not {"http", "https", "all"}.intersection(getproxies()):
        return ""
    return "; the proxy that is set here is used with --allow-private only"


def _root(error: BaseException) -> BaseException:
    """What happened underneath: httpcore2 puts it in as the argument of its own error."""
    while error.args and isinstance(error.args[0], BaseException):
        error = error.args[0]
    return error
