"""The text of a letter, line by line: what its writer says, what is quoted, and what merely hangs below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reader import Block, Role
from reader.numbered import numbered
from reader_mail import ANSWERED

_QUOTED = re.compile(r"^(?:[A-Z]{0,3}>|\|)+[ ]?|^(?:[ ]?>)+[ ]?")
_ATTRIBUTION = re.compile(
    r"^(?:(?:on|am|le|el|il|op|den|em)\b.{5,200}(?:wrote|writes|schrieb|écrit|escribió|ha scritto|schreef|skrev)"
    r"\b.{0,80}:|.{3,100}\b(?:wrote|writes|schrieb|écrit)\s*:)$",
    re.I | re.S,
)
_SENT = "sent|gesendet|inviato|envoyé|date|datum|enviado|verzonden|sendt"
_OUTLOOK = re.compile(
    r"^(?:-{3,} ?(?:original message|ursprüngliche nachricht) ?-{3,}|_{20,}(?=\n\*?(?:from|von|de): )"
    rf"|\*?(?:from|von|da|de|van|fra|från): .{{3,200}}?\s\*?(?:{_SENT}):)",
    re.I | re.S,
)
"""How programs that do not quote begin the message that is answered."""

_ITEM = re.compile(r"^ {0,3}(?:(?P<bullet>[-*•+o])|(?P<number>\d{1,2}[.)]|\([a-z\d]\))) +(?=\S)")
_FOOTER = re.compile(r"^(?:_{20,}|-{20,})\n.*(?:mailing list|unsubscribe|to post|https?://)", re.I | re.S)
_PATCH = re.compile(r"^(?:diff --git |Index: |--- \S.*\n\+\+\+ |@@ -\d)", re.M)
_RULE = re.compile(r"^[\W_]{3,}$")
_SHORT = 50
"""A line shorter than this was ended by its writer, and not by the width of a window."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    lines: tuple[str, ...]
    depth: int
    number: int

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def is_answered(text: str) -> bool:
    """Whether a paragraph is the head of the message that is answered, with all that follows it."""
    return bool(_OUTLOOK.match(text))


def text_blocks(text: str, *, flowed: bool = False, forwards: bool = False) -> tuple[Block, ...]:
    """The blocks of a letter's plain text; ``flowed`` where its lines are wrapped as RFC 3676 has it.

    Where a letter ``forwards`` another, that is what it has to say.
    """
    return numbered(tuple(_blocks(text, flowed, forwards)))


def _blocks(text: str, flowed: bool, forwards: bool) -> Iterator[Block]:
    body, signature, armour = _ended(text.expandtabs(4))
    paragraphs = list(_paragraphs(body))
    below = next((n for n, p in enumerate(paragraphs) if is_answered(p.text) and not forwards), len(paragraphs))
    own = (n for n, p in enumerate(paragraphs[:below]) if not p.depth and not _is_frame(p))
    last = max(own, default=-1)
    for number, paragraph in enumerate(paragraphs):
        source = f"line {paragraph.number}"
        if paragraph.depth or number >= below or _ATTRIBUTION.match(paragraph.text):
            reason = ANSWERED if number > last else "quoted"
            yield Block(Role.QUOTE, _joined(paragraph.lines, flowed), source=source, reason=reason)
        elif _FOOTER.match(paragraph.text) or _RULE.match(paragraph.text):
            yield Block(Role.BOILERPLATE, _joined(paragraph.lines, flowed), source=source, reason="a footer or a rule")
        elif _PATCH.search(paragraph.text):
            yield Block(Role.CODE, paragraph.text, source=source, reason="a patch")
        else:
            yield from _said(paragraph, flowed)
    for furniture, reason in ((signature, "the signature"), (armour, "signed by a key")):
        if furniture.strip():
            yield Block(Role.BOILERPLATE, " ".join(furniture.split()), reason=reason)


def _ended(text: str) -> tuple[str, str, str]:
    """What the writer says, the signature below "-- ", and what a key was signed with."""
    lines = text.split("\n")
    armour: list[str] = []
    opening = next((n for n, line in enumerate(lines) if line.startswith("-----BEGIN PGP SIGNED")), None)
    if opening is not None:
        blank = next((n for n in range(opening, len(lines)) if not lines[n].strip()), opening)
        armour, lines = lines[opening:blank], lines[:opening] + lines[blank:]
    closing = next((n for n, line in enumerate(lines) if line.startswith("-----BEGIN PGP SIGNATURE")), None)
    if closing is not None:
        armour, lines = armour + lines[closing:], lines[:closing]
    mark = next((n for n, line in enumerate(lines) if line.rstrip("\r") in ("-- ", "--")), len(lines))
    return "\n".join(lines[:mark]), "\n".join(lines[mark + 1 :]), "\n".join(armour)


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """Runs of lines between empty lines, and between what is quoted and what is not."""

    def kind(numbered: tuple[int, str]) -> tuple[bool, int]:
        line = numbered[1]
        sign = _QUOTED.match(line)
        return not line[sign.end() if sign else 0 :].strip(), sign[0].count(">") or 1 if sign else 0

    for (is_empty, depth), run in groupby(enumerate(text.split("\n"), 1), key=kind):
        lines = tuple(run)
        if not is_empty:
            yield _Paragraph(tuple(_QUOTED.sub("", line).rstrip("\r") for _, line in lines), depth, lines[0][0])


def _said(paragraph: _Paragraph, flowed: bool) -> Iterator[Block]:
    """What the writer says: a paragraph, or the items of a list."""
    parts: list[tuple[bool, list[str]]] = []
    for line in paragraph.lines:
        item = _ITEM.match(line)
        if item:
            mark = "" if item["bullet"] else f"{item['number']} "
            parts.append((True, [mark + line[item.end() :]]))
        elif parts and (not parts[-1][0] or line.startswith(" ")):
            parts[-1][1].append(line)
        else:
            parts.append((False, [line]))
    is_list = sum(is_item for is_item, _ in parts) > 1 or (len(parts) == 1 and parts[0][0])
    if not is_list:
        parts = [(False, list(paragraph.lines))]
    for is_item, lines in parts:
        text = " ".join(" ".join(lines).split()) if is_item else _joined(tuple(lines), flowed)
        role = Role.LIST_ITEM if is_item else Role.PARAGRAPH
        if text:
            yield Block(role, text, int(is_item), source=f"line {paragraph.number}", reason="said by the writer")


def _joined(lines: tuple[str, ...], flowed: bool) -> str:
    """One line of wrapped lines; lines that the writer ended, as in an address, stay lines."""
    if flowed:
        lines = tuple("".join(line if line.endswith(" ") else f"{line}\n" for line in lines).split("\n"))
    stripped = [line.strip() for line in lines if line.strip()]
    wrapped = any(len(line) > _SHORT for line in stripped[:-1])
    separator = " " if wrapped or len(stripped) < 2 else "\n"
    return " ".join(separator.join(stripped).split(" "))


def _is_frame(paragraph: _Paragraph) -> bool:
    """Whether a paragraph only introduces a quote, or closes a letter without a word."""
    return any(sign.match(paragraph.text) for sign in (_ATTRIBUTION, _FOOTER, _RULE))
