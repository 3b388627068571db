"""Cuts plain text into its pieces: paragraphs put together from wrapped lines, items, quoted lines, tables, code."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from ...story import Role
from ..labels import label
from .pieces import Piece
from .tables import code_piece, is_code, table_piece, table_rows
from .wrapping import Wrapping, joined, wrapping

_BULLET = re.compile(r"\s*(?P<mark>[•·∙▪▫◦‣⁃●○■□◆◇►▶▸➤➢✓✔✦★☆»*+–—-])\s+(?=\S)")
_NUMBERED = re.compile(r"\s*(?P<mark>\(?(?:\d{1,3}|[a-hA-H]|[ivx]{1,5})[.)])\s+(?=\S)")
_RULER = re.compile(r"[^\w<>|]*")
_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*?)[\s#]*")
_FENCE = re.compile(r"\s*(```|~~~)")
_QUOTED = re.compile(r"\s{0,3}((?:>[ \t]?)+)(.*)")
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,})\s*")

_EDIT = re.compile(
    r"(.{2,80}?)\s*\[(?:edit|redigera|rediger|bearbeiten|modifier|modifica|editar|bewerken|edytuj|muokkaa|править|編集|编辑)"
    r"[^\[\]]{0,40}\]"
)
_AMOUNT = re.compile(r"(?:\d|[¼½¾⅓⅔⅛])[\d/.,:–-]*(?: ?(?:\d/\d|[¼½¾⅓⅔⅛]))?\s?[^\W\d]")
_FEWEST_AMOUNTS, _FEWEST_ROWS = 3, 5
_GAP = re.compile(r"\S {5,}\S")
_FAR = 16
_MOST, _COARSE = 15_000, 200
"""So many pieces are looked at one by one, more than the longest novel has; after that so many lines are one."""


def pieces_of(text: str, first_line: int = 1, stanzas: bool = False, wrapped: Wrapping | None = None) -> list[Piece]:
    """All pieces of ``text`` in order. Lines that hold no letter or digit only part what stands around them.

    With ``stanzas``, lines that stand together and were not wrapped are one piece, as in books. ``wrapped`` says how
    the lines were wrapped where that is known.
    """
    lines = text.split("\n")
    found = list(_pieces(lines, wrapped or wrapping(lines), first_line, stanzas))
    for before, piece, after in zip([None, *found], found, [*found[1:], None], strict=False):
        piece.alone = (before is None or before.block != piece.block) and (after is None or after.block != piece.block)
    _keep_dialogue(found)
    _mark_rows(found)
    return found


def _pieces(lines: Sequence[str], wrapped: Wrapping, first_line: int, stanzas: bool) -> Iterator[Piece]:
    at = block = count = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if not fence and _RULER.fullmatch(lines[at]):
            at += 1
            continue
        start, end, block = at, at + 1, block + 1
        if fence:
            while end < len(lines) and not lines[end].lstrip().startswith(fence[1]):
                end += 1
            found = iter([(start, code_piece(lines[start + 1 : end]))])
            end += 1
        else:
            while end < len(lines) and not _RULER.fullmatch(lines[end]):
                end += 1
            found = _block(lines, start, end, wrapped, stanzas)
        piece = None
        for number, piece in found:
            if count > _MOST:
                yield from _coarse(lines, number, first_line)
                return
            piece.line, piece.block = number + first_line, block
            if piece.text.strip():
                count += 1
                yield piece
        if piece and end < len(lines) and (line := _UNDERLINE.fullmatch(lines[end])):
            _underlined(piece, 1 if "=" in line[1] else 2)
        at = end


def _coarse(lines: Sequence[str], at: int, first_line: int) -> Iterator[Piece]:
    for start in range(at, len(lines), _COARSE):
        text = "\n".join(line.strip() for line in lines[start : start + _COARSE] if line.strip())
        if not _RULER.fullmatch(text):
            yield Piece(
                text,
                start + first_line,
                block=-start,
                role=Role.PARAGRAPH,
                reason="stands very far into a very long text",
            )


def _underlined(piece: Piece, level: int) -> None:
    if piece.role is None and not piece.mark and piece.size <= 100 and not piece.text.endswith((".", ",")):
        piece.role, piece.level, piece.reason = Role.HEADING, level, "is underlined"


def _block(lines: Sequence[str], at: int, end: int, wrapped: Wrapping, stanzas: bool) -> Iterator[tuple[int, Piece]]:
    """The pieces in lines that no blank line parts, each with the number of its first line."""
    if not wrapped.width and is_code(lines[at:end]):
        yield at, code_piece(lines[at:end])
        return
    if _are_amounts(lines[at:end]):
        yield from ((number, _piece(lines[number : number + 1])) for number in range(at, end))
        return
    is_verse = wrapped.is_verse(lines[at:end]) or (stanzas and not wrapped.width)
    if is_verse and not any(map(_starts_item, lines[at:end])):
        yield at, Piece("\n".join(" ".join(line.split()) for line in lines[at:end]))
        return
    while at < end:
        if rows := table_rows(lines, at, end):
            yield at, table_piece(lines[at : at + rows])
            at += rows
            continue
        following = _end_of(lines, at, end, wrapped)
        yield at, _piece(lines[at:following])
        at = following


def _end_of(lines: Sequence[str], at: int, end: int, wrapped: Wrapping) -> int:
    """The number of the line after the paragraph, item or quotation that begins at ``at``."""
    indent, quoted, item = _indent(lines[at]), _QUOTED.match(lines[at]), _starts_item(lines[at])
    if _HASHES.fullmatch(lines[at]):
        return at + 1
    for number in range(at + 1, end):
        line, before = lines[number], lines[number - 1]
        own = _QUOTED.match(line)
        if quoted or own:
            if not (quoted and own and quoted[1].count(">") == own[1].count(">") and own[2].strip() and wrapped.width):
                return number
            continue
        if _HASHES.fullmatch(line) or table_rows(lines, number, end):
            return number
        if item and _indent(line) > indent and not _starts_item(line):
            continue
        if not wrapped.width or not wrapped.goes_on(before, line) or (item and _starts_item(line)):
            return number
        # The first line of a paragraph may be indented instead of standing after a blank line.
        if not item and _indent(line) >= indent + 2 and _indent(before) < _indent(line):
            return number
    return end


def _piece(lines: Sequence[str]) -> Piece:
    if heading := _HASHES.fullmatch(lines[0]):
        return Piece(heading[2], level=len(heading[1]), role=Role.HEADING, reason="is marked as a heading")
    if _QUOTED.match(lines[0]):
        quoted = [match[2] for line in lines if (match := _QUOTED.match(line))]
        return Piece(joined(quoted), mark=">", role=Role.QUOTE, reason="begins with >")
    text = joined(lines)
    if edit := _EDIT.fullmatch(text):
        return _section(edit[1])
    if bullet := _BULLET.match(text):
        return Piece(text[bullet.end() :], mark=bullet["mark"])
    if number := _NUMBERED.match(text):
        return Piece(text, mark=number["mark"])
    alone = len(lines) == 1
    return Piece(
        text,
        is_centred=alone and len(text) < 80 and _indent(lines[0]) >= _FAR,
        is_spread=alone and _GAP.search(lines[0].strip()) is not None,
    )


def _section(title: str) -> Piece:
    """The title of a section of an encyclopedia's article, without the “[edit]” behind it."""
    if label(title) in ("related", "elsewhere", "footnote"):
        return Piece(title)
    return Piece(title, level=2, role=Role.HEADING, reason="is the title of a section that can be edited")


def _starts_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _keep_dialogue(pieces: Sequence[Piece]) -> None:
    """A dash before a paragraph that stands alone is how many languages write speech: it is no bullet."""
    for number, piece in enumerate(pieces):
        if piece.mark not in ("-", "–", "—"):
            continue
        beside = [*pieces[max(0, number - 1) : number], *pieces[number + 1 : number + 2]]
        if not any(other.mark == piece.mark and (other.block == piece.block or piece.mark == "-") for other in beside):
            piece.text, piece.mark = f"{piece.mark} {piece.text}", " "
    for piece in pieces:
        piece.mark = piece.mark.strip()


def _mark_rows(pieces: Sequence[Piece]) -> None:
    """Many short lines in a row, with a number or the same sign in each, are a list without bullets."""
    for run in _runs(pieces, _is_amount):
        if len(run) >= _FEWEST_AMOUNTS:
            _mark(run)
    for run in _runs(pieces, _is_row):
        if len(run) >= _FEWEST_ROWS and len({piece.text for piece in run}) > 0.8 * len(run) and _are_alike(run):
            _mark(run)


def _runs(pieces: Sequence[Piece], is_member: Callable[[Piece], bool]) -> Iterator[list[Piece]]:
    return (list(run) for is_one, run in groupby(pieces, is_member) if is_one)


def _mark(run: Sequence[Piece]) -> None:
    for piece in run:
        piece.mark = "·"


def _are_amounts(lines: Sequence[str]) -> bool:
    """Whether lines that stand together are the parts of a recipe, perhaps with a title over them."""
    if any(map(_starts_item, lines)) or any(len(line) > 120 for line in lines):
        return False
    return sum(is_amount(line.strip()) for line in lines) >= max(_FEWEST_AMOUNTS, 0.7 * len(lines))


def _is_amount(piece: Piece) -> bool:
    """Whether a line says how much of what, or what is when: “½ tsp. salt”, “1 3/4 c. flour”, “7.30 News.”"""
    if piece.role or piece.mark or piece.size > 120 or not is_amount(piece.text):
        return False
    return not piece.reads_on or piece.text.endswith(")")


def is_amount(text: str) -> bool:
    """Whether a line begins with how much, or with a time."""
    return _AMOUNT.match(text) is not None


def _is_row(piece: Piece) -> bool:
    return piece.role is None and not piece.mark and piece.size <= 120 and piece.words >= 2 and not piece.ends


def _are_alike(run: Sequence[Piece]) -> bool:
    enough = 0.8 * len(run)
    if any(
        sum(sign in piece.text for piece in run) >= enough for sign in (" – ", " — ", " -- ", " - ", ": ", " @ ", " … ")
    ):
        return True
    return sum(any(letter.isdigit() for letter in piece.text) for piece in run) >= enough
