"""The head of a very long page: so much of its beginning that reading can begin before the whole is looked at."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ..page import Page
from ..story import Block, Role, Story
from . import is_html

LONG_BYTES: Final = 160_000
"""A page with no more, scripts and styles aside, is read as a whole: that takes less than a tenth of a second."""

HEAD_BYTES: Final = 64_000
_LAST_BYTES: Final = 16_000
"""The head ends within so many bytes before `HEAD_BYTES`, where something on the page ends."""

CLEAR: Final = 12_000
"""So many characters of the story, some 2,000 words, must be in a head; otherwise the whole page is waited for."""

_MARGIN: Final = 0.12
"""This share of the head's story is not trusted: rules look at how much of the story follows."""

_LARGE: Final = 20_000
"""What a page tells of itself to machines is hardly longer, unless it holds the story once more."""

_RAW = re.compile(rb"<(script|style)\b[^>]*>", re.I)
_END = {name: re.compile(rb"</" + name + rb"\s*>", re.I) for name in (b"script", b"style")}
_TOLD = b"ld+json"
_ENDS = (b"</p>", b"</div>", b"</li>", b"</tr>", b"</table>", b"</section>", b"</article>", b"</blockquote>", b"</pre>")
_LINE_ENDS = (b"\n\n", b"\r\n\r\n", b"\n", b". ")
_TAG = re.compile(rb"<[^>]*>")
_BODY = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.HEADING, Role.HIGHLIGHT, Role.CODE, Role.TABLE})


def head_of(page: Page) -> Page | None:
    """A page of the beginning of ``page``, which is long; None where it is not, or cannot be cut without harm.

    Scripts and styles do not count and are left out, save what the page tells of itself to machines, wherever it does.
    """
    data = page.data
    if len(data) <= LONG_BYTES or b"\0" in data[:4096] or b"\x1b$" in data[:4096]:
        return None
    if is_html(page.media_type, data[:4000].decode("latin-1")):
        head = _of_html(data)
    elif page.media_type.startswith("text/plain"):
        head = _of_text(data)
    else:
        head = b""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError:
        return None  # in which encoding it is, the whole page may tell otherwise
    return replace(page, data=head) if head else None


def _of_text(data: bytes) -> bytes:
    for end in _LINE_ENDS:
        at = data.rfind(end, HEAD_BYTES - _LAST_BYTES, HEAD_BYTES)
        if at >= 0:
            return data[: at + len(end)]
    return b""


def _of_html(data: bytes) -> bytes:
    shown, rest = _without_scripts(data)
    if len(shown) < LONG_BYTES:
        return b""
    ends = [shown.rfind(end, HEAD_BYTES - _LAST_BYTES, HEAD_BYTES) + len(end) for end in _ENDS]
    cut = max(ends)
    head = shown[:cut]
    if cut < HEAD_BYTES - _LAST_BYTES or head.rfind(b"<!--") > head.rfind(b"-->"):
        return b""
    if sum(map(len, _TAG.split(head))) < CLEAR:
        return b""
    told = [*_told_in(shown[cut:]), *_told_in(data[rest:])]
    if sum(map(len, told)) > _LARGE:
        return b""
    return head + b"".join(told)


def _without_scripts(data: bytes) -> tuple[bytes, int]:
    """At least `LONG_BYTES` of a page without its scripts and styles, and how far it was looked at."""
    kept: list[bytes] = []
    size = at = told = 0
    while size < LONG_BYTES and at < len(data):
        raw = _RAW.search(data, at, at + LONG_BYTES)
        start = raw.start() if raw else min(len(data), at + LONG_BYTES)
        kept.append(data[at:start])
        size += start - at
        at = start
        if raw is None:
            continue
        end = _END[raw[1].lower()].search(data, raw.end())
        at = end.end() if end else len(data)
        if _TOLD in raw[0]:
            kept.append(data[raw.start() : at])
            told += at - raw.start()
            if told > _LARGE:
                return b"", at
    return b"".join(kept), at


def _told_in(data: bytes) -> list[bytes]:
    """The scripts in which a page tells of itself."""
    found: list[bytes] = []
    at = 0
    while (named := data.find(_TOLD, at)) >= 0:
        start, end = data.rfind(b"<script", at, named), _END[b"script"].search(data, named)
        at = end.end() if end else len(data)
        if start >= 0 and end and b">" not in data[start:named]:
            found.append(data[start:at])
    return found


def begun(head: Story) -> Story | None:
    """The part of a head's story that the whole page will hardly change; None where too little of it is clear.

    It ends behind a paragraph: no list, table or box is cut.
    """
    if not head.headline:
        return None
    sizes = [len(block.text) if block.role in _BODY else 0 for block in head.blocks]
    left = sum(sizes) * (1 - _MARGIN)
    if left < CLEAR:
        return None
    end = said = 0
    for number, size in enumerate(sizes):
        said += size
        if said > left:
            break
        if _can_end(head.blocks[number]):
            end = number + 1
    if sum(sizes[:end]) < CLEAR * (1 - _MARGIN):
        return None
    return replace(head, blocks=head.blocks[:end])


def _can_end(block: Block) -> bool:
    return block.role is Role.PARAGRAPH and block.group is None
