"""Where the links of a page lead, as whole addresses."""

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit


def resolving(base: str) -> Callable[[str], str]:
    """What makes a whole address of a link on the page at ``base`` (RFC 3986, section 5); without one it stays.

    The usual forms are joined without parsing them, which on a page of links would take longer than all else.
    """
    if not base:
        return str.strip
    parts = urlsplit(base)
    origin = f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") else ""

    known: dict[str, str] = {}

    def whole(link: str) -> str:
        link = link.strip()
        if link.startswith(("https://", "http://")):
            return link
        if origin and link.startswith("/") and not link.startswith("//") and "/." not in link:
            return origin + link
        if link not in known:
            try:
                known[link] = urljoin(base, link)
            except ValueError:
                known[link] = link
        return known[link]

    return whole
