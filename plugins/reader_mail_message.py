"""The messages of a mailbox, and what a message says, forwards and brings along."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, cast

from reader import Block, Entry, Listing, Page, Role, Story
from reader.errors import LocationError, PageError
from reader.sources import shown
from reader_mail import ANSWERED

if TYPE_CHECKING:
    from datetime import datetime
    from email.message import MIMEPart

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]?[^\r\n]*(?:\r?\n[ \t]+[^\r\n]+)*\r?\n")
_FIRST = re.compile(rb"(?:" + _HEADER.pattern + rb")+(?=\r?\n|\Z)")
_NAMES = re.compile(rb"^(from|date|subject|message-id|received|to|return-path|mime-version|content-type):", re.I | re.M)
_MBOX = re.compile(rb"From \S+ .*\d\d:\d\d.*\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)")
_MESSAGE = re.compile(rb"(?:\A|(?<=\n)\r?\n)(?=From \S+ .*\d\d:\d\d.*\r?\n[A-Za-z][A-Za-z0-9-]*:)")
_HEAD_BYTES = 16_384
_FURNITURE = re.compile(
    r"(?:un-?subscribe|(?:view|open|read) (?:it |this (?:e-?mail )?)?(?:online|in (?:(?:your|a|the) )?browser)"
    r"|manage (?:your )?preferences|privacy policy|you(?: are|'re|’re)? receiv(?:e|ed|ing) this|abmelden"
    r"|im browser (?:ansehen|anzeigen)|se désabonner|désinscri|dans (?:votre|un) navigateur|darse de baja"
    r"|en (?:su|tu|el) navegador)",
    re.I,
)
_IN_PLACE_OF_A_PICTURE = "the words in place of a picture"
_LEAVE = re.compile(r"un-?subscribe|abmelden|désabonner|désinscri|darse de baja", re.I)
_BELOW_CHARACTERS = 500
"""What stands below the way to unsubscribe, and is no longer than this, is the address of the sender and the like."""


def maildir(location: str, folders: list[str]) -> Listing:
    """The messages in ``folders`` by their dates."""
    try:
        paths = [entry.path for folder in folders for entry in os.scandir(folder) if entry.is_file()]
        entries = sorted(filter(None, map(_entry_at, paths)), key=lambda entry: entry.published)
    except OSError as error:
        raise LocationError(f"{shown(location)}: cannot be read ({error.strerror}); check whose folder it is") from None
    return Listing(os.path.basename(os.path.abspath(location)), tuple(entries), location)


def opened(page: Page, asked: str) -> Story | Listing | None:
    """The message as a story, or the messages of a mailbox, told by their first lines."""
    start = page.data[:_HEAD_BYTES]
    if _MBOX.match(start):
        return _mailbox(page)
    if page.media_type.partition(";")[0] != "message/rfc822" and not _is_message(start):
        if asked[:5].lower() == "mail:":
            raise PageError(f"{shown(page.location)}: is no message and no mailbox; open it without mail: before it")
        return None
    return _story(page)


def _is_message(start: bytes) -> bool:
    """Whether it begins with the header of a message, and not of a web page that a browser saved as one."""
    header = _FIRST.match(start)
    if not header or b"Snapshot-Content-Location:" in header[0] or b"<Saved by " in header[0]:
        return False
    names = {name.lower() for name in _NAMES.findall(header[0])}
    return b"from" in names and len(names) >= 3


def _mailbox(page: Page) -> Listing:
    """The messages of an mbox file (RFC 4155), each read when its turn comes."""
    starts = [match.end() for match in _MESSAGE.finditer(page.data)] or [0]
    entries = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(page.data)], strict=True), 1):
        data = page.data[start:end].partition(b"\n")[2]
        data = re.sub(rb"^>(?=>*From )", b"", data, flags=re.M)
        title, date = _titled(data[:_HEAD_BYTES])
        entries.append(Entry(title, Page(f"{page.location}#{number}", "message/rfc822", data), date))
    return Listing(os.path.basename(page.location), tuple(entries), page.location)


def _entry_at(path: str) -> Entry | None:
    with open(path, "rb") as file:
        start = file.read(_HEAD_BYTES)
    title, date = _titled(start)
    return Entry(title, path, date) if _is_message(start) else None


def _titled(start: bytes) -> tuple[str, str]:
    """A message's subject with who wrote it, and its date."""
    message = _parsed(start.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0] + b"\n\n")
    date = _date(message)
    subject = _header(message, "subject") or "No subject"
    sender = _names(message, "from")
    return f"{subject}, from {sender}" if sender else subject, f"{date:%Y-%m-%d}" if date else ""


def _parsed(data: bytes) -> MIMEPart:
    from email import message_from_bytes, policy

    return message_from_bytes(data, policy=policy.default)


def _story(page: Page) -> Story:
    message = _parsed(page.data)
    subject = _header(message, "subject") or "No subject"
    sender, date = _names(message, "from"), _date(message)
    blocks = [Block(Role.HEADLINE, subject, level=1, reason="the subject")]
    if sender:
        blocks.append(Block(Role.BYLINE, f"From {sender}", reason="the sender"))
    if date:
        said = f"{date:%A}, {date.day} {date:%B} {date.year}, {date:%H:%M}"
        blocks.append(Block(Role.DATELINE, said, reason="the date"))
    others = [f"{name.title()}: {text}" for name in ("to", "cc") if (text := _names(message, name))]
    blocks += [Block(Role.BOILERPLATE, text, reason="who else got it") for text in others]
    forwards = bool(re.match(r"(?:fwd?|wg|i|tr|rv|enc|vs|vb)\s*:", subject, re.I))
    blocks += _body(message, count(1), forwards)
    if len(blocks) == 1:
        raise PageError(f"{shown(page.location)}: is a message without a word in it")
    return Story(subject, tuple(blocks), sender, f"{date:%Y-%m-%d}" if date else "", location=page.location)


def _body(part: MIMEPart, groups: Iterator[int], forwards: bool) -> Iterator[Block]:
    """What a part of the message says, what it forwards, and the names of what is attached."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = cast("MIMEPart", part.get_payload(0))
        yield Block(Role.HEADING, _header(inner, "subject") or "No subject", level=2, reason="a message in the message")
        if sender := _names(inner, "from"):
            yield Block(Role.BYLINE, f"From {sender}", reason="its sender")
        yield from _body(inner, groups, forwards)
    elif kind in ("multipart/alternative", "multipart/related"):
        plain, html = part.get_body(("plain",)), part.get_body(("html",))
        best = html if html is not None and (plain is None or _is_poor(_text(plain), _text(html))) else plain
        yield from _text_blocks(best, groups, forwards) if best is not None else ()
    elif part.is_multipart():
        for inner in part.iter_parts():
            yield from _body(inner, groups, forwards)
    elif name := part.get_filename():
        yield Block(Role.PARAGRAPH, f"Attachment: {' '.join(name.split())}", reason="attached")
    elif part.get_content_maintype() == "text":
        yield from _text_blocks(part, groups, forwards)
    elif part.get_payload():
        yield Block(Role.PARAGRAPH, f"Attachment of the type {kind}", reason="attached")


def _text_blocks(part: MIMEPart, groups: Iterator[int], forwards: bool) -> Iterable[Block]:
    if part.get_content_subtype() == "html":
        return _html_blocks(_text(part), groups, forwards)
    from reader_mail_text import text_blocks

    return text_blocks(_text(part), flowed=part.get_param("format") == "flowed", forwards=forwards)


def _is_poor(plain: str, html: str) -> bool:
    """Whether the plain version only points to the other, or is half web addresses, as newsletters have it."""
    addresses = sum(map(len, re.findall(r"https?://\S+", plain)))
    return addresses > 0.25 * len(plain) or (len(plain.split()) < 20 and len(html) > 10 * len(plain) + 500)


def _html_blocks(markup: str, groups: Iterator[int], forwards: bool) -> Iterator[Block]:
    from reader.markup import blocks_of, parsed
    from reader_mail_text import is_answered

    found = blocks_of(parsed(markup), groups=groups)
    below = next((n for n, b in enumerate(found) if not forwards and is_answered(b.text)), len(found))
    last = max((n for n, block in enumerate(found[:below]) if block.role is not Role.QUOTE), default=-1)
    foot = _foot(found[:below])
    for number, block in enumerate(found):
        if number >= below or (block.role is Role.QUOTE and number > last):
            yield replace(block, role=Role.QUOTE, group=None, reason=ANSWERED)
        elif not any(map(str.isalnum, block.text)) or (len(block.text) < 200 and _FURNITURE.search(block.text)):
            yield replace(block, role=Role.BOILERPLATE, group=None, reason="a rule, or what every newsletter says")
        elif foot <= number < below:
            yield replace(block, role=Role.BOILERPLATE, group=None, reason="below the way to unsubscribe")
        elif block.role is Role.CAPTION and number < 4 and block.reason == _IN_PLACE_OF_A_PICTURE:
            yield replace(block, role=Role.BOILERPLATE, group=None, reason="a picture before the first words")
        else:
            yield block


def _foot(blocks: Sequence[Block]) -> int:
    """From which block on a newsletter says only who sent it: those behind the way to unsubscribe, if they are few."""
    leaves = [n for n, block in enumerate(blocks) if len(block.text) < 200 and _LEAVE.search(block.text)]
    foot = leaves[-1] + 1 if leaves else len(blocks)
    return foot if sum(len(block.text) for block in blocks[foot:]) <= _BELOW_CHARACTERS else len(blocks)


def _text(part: MIMEPart) -> str:
    """The text of a part, in whatever encoding it really is."""
    from reader.readability.decoding.decode import decode

    data = part.get_payload(decode=True)
    charset = part.get_content_charset()
    declared = f"{part.get_content_type()}; charset={charset}" if charset else part.get_content_type()
    return decode(Page("", declared, data)).replace("\r\n", "\n") if isinstance(data, bytes) and data.strip() else ""


def _header(message: MIMEPart, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError):  # headers that the standard library stumbles over
        return ""


def _names(message: MIMEPart, name: str) -> str:
    """The people in a header, by name where they have one."""
    from email.utils import getaddresses

    return ", ".join(who or address for who, address in getaddresses([_header(message, name)]) if who or address)


def _date(message: MIMEPart) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_header(message, "date"))
    except ValueError:
        return None
