"""Tells what kind of plain text it is, a page, an e-mail, a book, and takes apart what stands around it."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from ...story import Role
from .cut import pieces_of
from .markdown import unmarked
from .pieces import Piece
from .wrapping import ANYWHERE


class Kind(StrEnum):
    """What kind of text it is."""

    PAGE = "page"
    MAIL = "mail"
    BOOK = "book"
    MARKDOWN = "markdown"


@dataclass(slots=True)
class Form:
    """The pieces of a text, and what kind it is; some pieces have their role already."""

    kind: Kind
    pieces: list[Piece] = field(default_factory=list)
    is_furnished: bool = False
    """Whether it has what stands around a story on a page: buttons, boxes, players, what leads elsewhere."""


_HEADINGS = re.compile(r"^#{1,6} \S.*$", re.M)
_FIELD = re.compile(r"([A-Z][A-Za-z-]{1,30}): ?(.*)")
_MAIL_FIELDS = frozenset(
    ("from", "to", "subject", "date", "cc", "sent", "reply-to", "message-id", "received", "return-path")
)
_START = re.compile(r"\*\*\* ?START OF (?:THE|THIS) .*", re.I)
_END = re.compile(r"\*\*\* ?END OF (?:THE|THIS) .*|End of (?:the |this )?Project Gutenberg.*", re.I)
QUOTE_LEAD = re.compile(
    r"(?:On .{6,120} wrote|.{2,80} (?:writes|wrote|schrieb|a écrit|escribió)|-+ ?(?:Original|Forwarded) Message ?-+|"
    r"Am .{6,120} schrieb.{0,80}|Le .{6,120} a écrit) ?:?"
)


def taken_apart(text: str) -> Form:
    """The pieces of ``text`` in reading order."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if (end := _mail_header_end(lines, first)) > first:
        return _mail(lines, first, end)
    starts = [number for number, line in enumerate(lines[:2000]) if _START.match(line.strip())]
    if starts:
        return _book(lines, starts[0])
    if len(_HEADINGS.findall(text[:200_000])) >= 2 or _HEADINGS.match(text.lstrip()):
        return Form(Kind.MARKDOWN, [unmarked(piece) for piece in pieces_of(text, wrapped=ANYWHERE)])
    return Form(Kind.PAGE, pieces_of(text))


def _mail_header_end(lines: list[str], first: int) -> int:
    """The number of the line after the header of an e-mail, ``first`` where there is none."""
    names: set[str] = set()
    at = first
    while at < len(lines) and lines[at].strip():
        if match := _FIELD.fullmatch(lines[at].strip()):
            names.add(match[1].lower())
        elif not (lines[at][:1] in " \t" and names):
            return first
        at += 1
    return at if len(names & _MAIL_FIELDS) >= 2 and len(names & {"from", "subject"}) >= 1 else first


def _mail(lines: list[str], first: int, end: int) -> Form:
    header: list[Piece] = []
    for number in range(first, end):
        match = _FIELD.fullmatch(lines[number].strip())
        if match and not lines[number][:1].isspace():
            role = {"subject": Role.HEADLINE, "from": Role.BYLINE, "date": Role.DATELINE, "sent": Role.DATELINE}.get(
                match[1].lower()
            )
            text = match[2] if role in (Role.HEADLINE, Role.DATELINE) and match[2] else lines[number].strip()
            header.append(
                Piece(text, number + 1, role=role or Role.BOILERPLATE, reason=f"is the field {match[1]} of the e-mail")
            )
        elif header:
            header[-1].text += " " + " ".join(lines[number].split())
    header.sort(key=lambda piece: piece.role is not Role.HEADLINE)
    body = lines[end:]
    signed = next((n for n, line in enumerate(body) if line.rstrip() == "--" and n > 0), len(body))
    pieces = pieces_of("\n".join(body[:signed]), end + 1)
    for piece in pieces:
        if QUOTE_LEAD.fullmatch(piece.text):
            piece.is_now(Role.QUOTE, "leads in what is quoted")
    tail = pieces_of("\n".join(body[signed + 1 :]), end + signed + 2)
    for piece in tail:
        piece.role, piece.reason = Role.BOILERPLATE, "stands in the signature, after --"
    return Form(Kind.MAIL, [*header, *pieces, *tail])


def _book(lines: list[str], start: int) -> Form:
    end = next((number for number in range(len(lines) - 1, start, -1) if _END.match(lines[number].strip())), len(lines))
    before = pieces_of("\n".join(lines[: start + 1]))
    title = next((line[6:].strip() for line in lines[:start] if line.startswith("Title:")), "")
    for piece in before:
        role, reason = Role.BOILERPLATE, "stands before the start of the book"
        for name, its_role in (("Title:", Role.HEADLINE), ("Author:", Role.BYLINE), ("Release date:", Role.DATELINE)):
            if piece.text.lower().startswith(name.lower()):
                role, reason = its_role, f"is the field {name[:-1]} of the book"
                piece.text = piece.text[len(name) :].strip()
        piece.role, piece.reason = role, reason
    body = pieces_of("\n".join(lines[start + 1 : end]), start + 2, stanzas=True)
    after = pieces_of("\n".join(lines[end:]), end + 1)
    for piece in after:
        piece.role, piece.reason = Role.BOILERPLATE, "stands after the end of the book"
    for piece in body[:12]:
        if title and piece.text.casefold() == title.casefold():
            piece.is_now(Role.BOILERPLATE, "is the title again")
    before.sort(key=lambda piece: piece.role is not Role.HEADLINE)
    return Form(Kind.BOOK, [*before, *body, *after])
