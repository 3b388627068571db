"""The head of a very long page: so much of its beginning that reading can begin before the whole is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ...page import Page
from ...story import Block, Role, Story
from .. import is_html

SIZES: Final = (64_000, 256_000)
"""How many bytes a head has, scripts and styles aside: many pages open with much that is no story.

To look at them takes a thirtieth of a second, or a tenth.
"""

_TIMES: Final = 2.5
"""A page that is not so many times longer is read as a whole at once."""

_LAST: Final = 0.75
"""Behind this share of its size the head ends where something on the page ends."""

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


def heads_of(page: Page) -> Iterator[Page]:
    """Pages of the beginning of ``page``, the shorter one first; none where it is not long, or cannot be cut safely.

    Scripts and styles do not count and are left out, save what the page tells of itself to machines, wherever it does.
    """
    data = page.data
    if len(data) <= SIZES[0] * _TIMES or b"\0" in data[:4096] or b"\x1b$" in data[:4096]:
        return
    if is_html(page.media_type, data[:4000].decode("latin-1")):
        heads = (_of_html(data, size) for size in SIZES)
    elif page.media_type.startswith("text/plain"):
        heads = (_of_text(data, size) for size in SIZES[:1])
    else:
        return
    for head in heads:
        # In which encoding another one is, the whole page may tell otherwise.
        if head and _is_utf_8(head):
            yield replace(page, data=head)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _of_text(data: bytes, size: int) -> bytes:
    for end in _LINE_ENDS:
        at = data.rfind(end, int(size * _LAST), size)
        if at >= 0:
            return data[: at + len(end)]
    return b""


def _of_html(data: bytes, size: int) -> bytes:
    shown, rest = _without_scripts(data, int(size * _TIMES))
    if len(shown) < size * _TIMES:
        return b""
    ends = ((shown.rfind(end, int(size * _LAST), size), len(end)) for end in _ENDS)
    cut = max(at + length if at >= 0 else 0 for at, length in ends) or max(0, shown.rfind(b"<br", 0, size))
    head = shown[:cut]
    if head.rfind(b"<!--") > head.rfind(b"-->") or sum(map(len, _TAG.split(head))) < CLEAR:
        return b""
    told = [*_told_in(shown[cut:]), *_told_in(data[rest:])]
    if sum(map(len, told)) > _LARGE:
        return b""
    return head + b"".join(told)


def _without_scripts(data: bytes, wanted: int) -> tuple[bytes, int]:
    """At least ``wanted`` bytes of a page without its scripts and styles, and how far it was looked at."""
    kept: list[bytes] = []
    size = at = told = 0
    while size < wanted and at < len(data):
        raw = _RAW.search(data, at, at + wanted)
        start = raw.start() if raw else min(len(data), at + wanted)
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


def begun(head: Story, *, is_text: bool = False) -> Story | None:
    """The part of a head's story that the whole page will hardly change; None where too little of it is clear.

    It ends behind a paragraph: no list, table or box is cut. Without a headline only plain text is clear.
    """
    if not head.headline and not is_text:
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
