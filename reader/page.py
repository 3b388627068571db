"""A page as its source brought it, and the limits that every input meets."""

from .errors import PageTooLargeError
from .frozen import frozen


@frozen
class Limits:
    """How much of a page is taken in; every source and the readability stage keep to it.

    They are chosen so that any page, however hostile, ends in a clear outcome within seconds.
    """

    bytes: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5
    allow_private: bool = False
    """Whether addresses of the local network may be fetched."""


@frozen
class Page:
    """What a source brings, untouched: ``data`` are bytes as they came, ``media_type`` as in RFC 6838.

    ``media_type`` is what the bytes are (``text/html``, ``text/plain``), with a ``charset`` parameter
    where the source declared one. ``location`` is where the page finally was, after redirects.
    """

    location: str
    media_type: str
    data: bytes


def within(data: bytes, limits: Limits, location: str) -> bytes:
    """``data`` itself, or `PageTooLargeError` when it is longer than ``limits.bytes``."""
    if len(data) > limits.bytes:
        raise PageTooLargeError(
            f"{location}: longer than {limits.bytes // 1_000_000} MB; save the part you want as a file and read that"
        )
    return data
