"""Reads pages that were saved for later: MHTML, SingleFile, WARC, and anything packed with gzip.

What comes out is the page as it was, at the address where it was, to be read as if it had been opened there.
"""

import re
from dataclasses import replace

from reader import Limits, Listing, Page, hookimpl
from reader.sources import media_type_of

_SINGLE_FILE = rb"(?i)<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>\"]+)"


@hookimpl(tryfirst=True)
def read_page(page: Page, limits: Limits) -> Page | Listing | None:
    """The page in an archive, or the list of them where it holds several."""
    is_packed, is_crawl = page.data.startswith(b"\x1f\x8b"), page.data.startswith(b"WARC/")
    if not (is_packed or is_crawl or page.media_type.partition(";")[0] == "multipart/related"):
        return _from_single_file(page)
    from reader_archive_pages import from_mhtml, from_warc, unpacked

    if is_packed:
        data = unpacked(page, limits)
        return Page(re.sub(r"(?i)\.gz$", "", page.location), media_type_of(data), data)
    return from_warc(page) if is_crawl else from_mhtml(page)


def _from_single_file(page: Page) -> Page | None:
    """The page at the address where SingleFile saved it."""
    start = page.data[:3000]
    saved = re.search(_SINGLE_FILE, start) if b"SingleFile" in start else None
    address = saved[1].decode("ascii", "replace") if saved else ""
    return replace(page, location=address) if address and page.location != address else None
