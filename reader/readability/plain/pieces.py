"""Cuts plain text into its pieces: paragraphs put together from wrapped lines, list items, quoted lines, headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...story import Role

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_ENDS = re.compile("[.!?…。！？؟।॥][\"'”’»)」』\\]]*(?:\\s*\\[\\d+\\])*$")
_BULLET = re.compile(r"(?P<mark>[•·∙▪▫◦‣⁃●○■□◆◇►▶▸➤➢✓✔✦★☆»*+-]|[–—])\s+(?=\S)")
_NUMBERED = re.compile(r"(?P<mark>\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
_RULER = re.compile(r"[\W_]*")
_HASHES = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
_FENCE = re.compile(r"(```|~~~)")
_QUOTED = re.compile(r"((?:>[ \t]?)+)(.*)")
_ROW = re.compile(r"\|.*\|")


@dataclass(slots=True, eq=False)
class Piece:
    """One paragraph, item or line of the text, with what its shape tells; the rules set ``role`` and ``reason``."""

    text: str
    line: int
    """The number of its first line, from 1."""
    block: int = 0
    """Pieces with no blank line between them have the same number."""
    alone: bool = True
    """Whether blank lines stand before and after it."""
    mark: str = ""
    """The bullet or number it begins with; ``text`` has the number but not the bullet."""
    indent: int = 0
    level: int = 0
    items: tuple[tuple[str, ...], ...] = ()
    role: Role | None = None
    reason: str = ""
    section: int = 0
    """The number of the list, box or gallery it is in; 0 where it is in none."""

    @property
    def size(self) -> int:
        """Its length in characters; a Chinese, Japanese, Korean or Thai character counts for two and a half."""
        wide = 0 if self.text.isascii() else len(_WIDE.findall(self.text[:2000]))
        return len(self.text) + wide + wide // 2

    @property
    def ends(self) -> bool:
        """Whether it ends as sentences end."""
        return _ENDS.search(self.text[-40:]) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph of a story: long, or a whole sentence of some length."""
        if self.mark or self.role is not None:
            return False
        size = self.size
        return size >= 160 or (
            (size >= 45 and self.ends and self.text.count(" ") >= 6) or (size >= 45 and self.ends and size > len(self.text))
        )

    def is_now(self, role: Role, reason: str) -> None:
        """Gives it a role, unless it has one already."""
        if self.role is None:
            self.role, self.reason = role, reason


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a text were wrapped: at ``width`` characters, 0 where every paragraph is one line."""

    width: int

    def breaks_after(self, line: str, following: str) -> bool:
        """Whether ``line`` ended before it had to, so that ``following`` begins something new."""
        return len(line) + 1 + len(following.split(" ", 1)[0]) <= self.width - 12


def wrapping(lines: list[str]) -> Wrapping:
    """Finds out whether lines were broken to fit a width: then hardly any has room for the first word of the next."""
    pairs = [
        (len(a.rstrip()), len(b.split(None, 1)[0]))
        for a, b in zip(lines, lines[1:], strict=False)
        if a.strip() and b.strip() and not _starts_item(b)
    ][:5000]
    if len(pairs) < 3:
        return Wrapping(0)
    lengths = sorted(length for length, _ in pairs)
    width = lengths[int(len(lengths) * 0.97)]
    if not 40 <= width <= 120:
        return Wrapping(0)
    full = sum(length + 1 + word > width - 8 for length, word in pairs)
    return Wrapping(width) if full >= 0.6 * len(pairs) else Wrapping(0)


def _starts_item(line: str) -> bool:
    line = line.lstrip()
    return bool(_BULLET.match(line) or _NUMBERED.match(line) or line.startswith((">", "#", "|")))


def pieces_of(text: str, first_line: int = 1) -> list[Piece]:
    """All pieces of ``text`` in order. Lines that hold no letter or digit only part what stands around them."""
    lines = text.expandtabs(4).split("\n")
    found = list(_pieces(lines, wrapping(lines), first_line))
    for before, piece, after in zip([None, *found], found, [*found[1:], None], strict=False):
        piece.alone = (before is None or before.block != piece.block) and (after is None or after.block != piece.block)
    return found


def _pieces(lines: list[str], wrapped: Wrapping, first_line: int) -> Iterator[Piece]:
    at, block = 0, 0
    while at < len(lines):
        line = lines[at].strip()
        if not line or (_RULER.fullmatch(line) and not _FENCE.match(line)):
            at, block = at + 1, block + 1
            continue
        start = at
        if fence := _FENCE.match(line):
            at += 1
            while at < len(lines) and not lines[at].lstrip().startswith(fence[1]):
                at += 1
            piece = Piece("\n".join(lines[start + 1 : at]), 0, role=Role.CODE, reason="stands between code fences")
            at += 1
        elif _ROW.fullmatch(line) and at + 1 < len(lines) and _ROW.fullmatch(lines[at + 1].strip()):
            while at < len(lines) and _ROW.fullmatch(lines[at].strip()):
                at += 1
            piece = _table(lines[start:at])
        else:
            at = _end_of(lines, at, wrapped)
            piece = _piece(lines[start:at], wrapped)
        if at < len(lines) and _is_underline(lines[at]) and piece.role is None and at - start == 1:
            level = 1 if "=" in lines[at] else 2
            piece.role, piece.level, piece.reason = Role.HEADING, level, "is underlined"
            at += 1
        piece.line, piece.block = start + first_line, block
        if piece.text.strip():
            yield piece


def _is_underline(line: str) -> bool:
    line = line.strip()
    return len(line) >= 3 and (line == "=" * len(line) or line == "-" * len(line))


def _end_of(lines: list[str], at: int, wrapped: Wrapping) -> int:
    """The number of the line after the paragraph or item that begins at ``at``."""
    first = lines[at]
    indent = len(first) - len(first.lstrip())
    quoted = first.lstrip().startswith(">")
    item = _starts_item(first)
    end = at + 1
    while end < len(lines):
        line = lines[end]
        plain = line.strip()
        if not plain or _RULER.fullmatch(plain) or plain.startswith(">") != quoted or plain.startswith("#"):
            break
        own = len(line) - len(line.lstrip())
        if quoted:
            if not wrapped.width:
                break
        elif _starts_item(line) and not (
            wrapped.width and not item and not wrapped.breaks_after(lines[end - 1], plain)
        ):
            break
        elif item:
            if own <= indent and not (wrapped.width and not wrapped.breaks_after(lines[end - 1], plain)):
                break
        elif not wrapped.width or (wrapped.breaks_after(lines[end - 1], plain) and not _is_verse(lines, at, wrapped)) or (own >= indent + 2 and end - at > 0 and len(lines[end - 1]) - len(lines[end - 1].lstrip()) < own):
            break
        end += 1
    return end


def _is_verse(lines: list[str], at: int, wrapped: Wrapping) -> bool:
    """Whether at least three lines from ``at`` on end before they had to, with hardly any that did not."""
    end = at
    while end < len(lines) and lines[end].strip() and end - at < 8:
        end += 1
    block = lines[at:end]
    early = sum(wrapped.breaks_after(a, b.strip()) for a, b in zip(block, block[1:], strict=False))
    return len(block) >= 3 and early >= 0.7 * (len(block) - 1) and block[0][:1] == " "


def _piece(lines: list[str], wrapped: Wrapping) -> Piece:
    first = lines[0].strip()
    indent = len(lines[0]) - len(lines[0].lstrip())
    if heading := _HASHES.fullmatch(first):
        return Piece(heading[2], 0, level=len(heading[1]), role=Role.HEADING, reason="is marked as a heading")
    if first.startswith(">"):
        parts = [_QUOTED.fullmatch(line.strip()) for line in lines]
        quoted = _joined([part[2] for part in parts if part])
        return Piece(quoted, 0, mark=">", indent=indent, role=Role.QUOTE, reason="its lines begin with >")
    if wrapped.width and len(lines) > 2 and _is_verse(lines, 0, wrapped):
        return Piece("\n".join(line.strip() for line in lines), 0, indent=indent)
    text = _joined(lines)
    if bullet := _BULLET.match(text):
        return Piece(text[bullet.end() :], 0, mark=bullet["mark"], indent=indent)
    if number := _NUMBERED.match(text):
        return Piece(text, 0, mark=number["mark"], indent=indent)
    return Piece(text, 0, indent=indent)


def _joined(lines: list[str]) -> str:
    """Wrapped lines as one; a word that was parted with a hyphen keeps it."""
    parts: list[str] = []
    for line in lines:
        line = " ".join(line.split())
        if not line:
            continue
        if parts and parts[-1].endswith("-") and parts[-1][-2:-1].isalpha() and line[0].islower():
            parts[-1] += line
        else:
            parts.append(line)
    return " ".join(parts)


def _table(lines: list[str]) -> Piece:
    rows = [tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines]
    kept = tuple(row for row in rows if any(re.search(r"\w", cell) for cell in row))
    text = "\n".join(" ".join(cell for cell in row if cell) for row in kept)
    return Piece(text, 0, items=kept, role=Role.TABLE, reason="its lines are parted by |")
