"""Opens web pages, http and https only, and refuses addresses that a page could use to reach your own network."""

import re

from reader import Limits, Page, hookimpl
from reader.errors import RefusedError
from reader.patterns import later
from reader.sources import shown

_ELSEWHERE = later(
    r"(?:ftps?|sftp|gopher|wss?|javascript|data|blob|about|view-source|mailto|tel):|[a-z][\w+.-]*://", re.I
)


@hookimpl
def open_location(location: str, limits: Limits) -> Page | None:
    """The page at a web address, after redirects; within ``limits`` as a whole, from the name look-up to the last byte.

    Addresses that are not on the open internet are refused, as are spellings that hide where they lead, unless
    ``limits.allow_private``. Proxies named in the environment are used with ``allow_private`` only: behind one, nobody
    here can see which address a page is fetched from.
    """
    address = location.strip()
    if ":" not in address:
        return None
    if re.match(r"https?:", address, re.I):
        from reader_web_fetch import fetched  # it takes a tenth of a second to import, so only when it is needed

        return fetched(address, limits)
    if _ELSEWHERE.match(address) and not address.lower().startswith("file:"):
        raise RefusedError(f"{shown(address)}: only http and https addresses are fetched; give one of those, or a file")
    return None
