"""The printed lines of a PDF, each with its place and its type, in the order in which columns are read."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from unicodedata import normalize

from reader.errors import PageError
from reader.sources import shown

_FIXED_PITCH = 1
_HYPHENS = ("\x02", "\ufffe", "\xad")
"""How the library marks a hyphen that only the end of the line put there."""

_LINE = re.compile("[^\r\n\x02\ufffe]*[^\\s\0\x02\ufffe][^\r\n\x02\ufffe]*[\x02\ufffe]?")
_RAISED = "⁰¹²³⁴-⁹"
_NOTE_SIGN = re.compile(rf"(?<=[\w.,;:!?)”’\"])( ?)(\d{{1,3}}(?=[\s.,;:!?)]|$)|[{_RAISED}]{{1,3}})")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line and the size of its type, in points from the lower left corner; ``bottom`` is its base line.

    ``cells`` are its pieces, where wide gaps part it.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    is_bold: bool = False
    is_fixed: bool = False
    is_hyphenated: bool = False
    column: int = 0
    cells: tuple[Line, ...] = ()


def lines_of(data: bytes, location: str) -> tuple[list[list[Line]], str, list[tuple[int, int, str]]]:
    """The lines of each page, the title that the document gives itself, and its bookmarks (page, level, title)."""
    import pypdfium2

    name = shown(location)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise PageError(f"{name}: is locked with a password; save it without one, and read that") from None
        raise PageError(f"{name}: is a damaged PDF; fetch it again") from None
    try:
        pages = [_page_lines(document, number) for number in range(len(document))]
        title = document.get_metadata_dict().get("Title", "")
        return pages, title, list(_bookmarks(document))
    except pypdfium2.PdfiumError:
        raise PageError(f"{name}: is a damaged PDF; fetch it again") from None
    finally:
        document.close()


def _page_lines(document: Any, number: int) -> list[Line]:
    """The lines of one page; none where that page is damaged, and the others are not."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return []
    return _ordered(list(_lines(page, number)), page.get_width())


def _bookmarks(document: Any) -> Iterator[tuple[int, int, str]]:
    for mark in document.get_toc():
        dest = mark.get_dest()
        if dest is not None and dest.get_index() is not None:
            yield dest.get_index(), mark.level + 1, " ".join(mark.get_title().split())


def _lines(page: Any, number: int) -> Iterator[tuple[Line, ...]]:
    """The lines of a page as the document draws them, each as a whole or in pieces where it has wide gaps."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        if len(text) != text_page.count_chars():  # signs beyond the first plane count twice in the library
            text = "".join(chr(_raw().FPDFText_GetUnicode(text_page, at)) for at in range(text_page.count_chars()))
        last: tuple[Line, ...] = ()
        for found in _LINE.finditer(text):
            sign = _leading_sign(text_page, found[0], found.start()) if last else ""
            if last and sign:
                last = (*last[:-1], replace(last[-1], text=f"{last[-1].text}[{normalize('NFKC', sign.strip())}]"))
            pieces = _pieces(text_page, found[0][len(sign) :], found.start() + len(sign))
            lines = (_line(text_page, piece, start, number) for start, piece in pieces)
            if whole := tuple(line for line in lines if line):
                yield from [last] if last else []
                last = whole
        yield from [last] if last else []
    finally:
        text_page.close()


def _pieces(text_page: Any, text: str, start: int) -> Iterator[tuple[int, str]]:
    """A line in the pieces between gaps wider than any space, each with the number of its first sign."""
    cursor = 0
    size = _size(text_page, start)
    for space in re.finditer(r"(?<=\S) (?=\S)", text):
        at = start + space.start()
        if _raw().FPDFText_IsGenerated(text_page, at) == 1:
            gap = text_page.get_charbox(at + 1)[0] - text_page.get_charbox(at - 1)[2]
            if gap > 1.5 * size:
                yield start + cursor, text[cursor : space.start()]
                cursor = space.end()
    yield start + cursor, text[cursor:]


def _line(text_page: Any, text: str, start: int, number: int) -> Line | None:
    if not text.strip():
        return None
    first = start + len(text) - len(text.lstrip())
    last = start + len(text.rstrip(" " + "".join(_HYPHENS))) - 1
    left, baseline = _origin(text_page, first)
    right = text_page.get_charbox(max(first, last))[2]
    middle = first + (last - first) // 2
    size = _size(text_page, middle)
    bottom, top = baseline, baseline + size
    fonts = [_font(text_page, at) for at in (first, middle, max(first, last))]
    marked = _with_note_signs(text_page, text, start, size)
    clean = "".join(c for c in marked if c.isprintable() or c == " ").replace("\N{REPLACEMENT CHARACTER}", "")
    if not clean.strip():
        return None
    return Line(
        " ".join(clean.split()), number, left, right, bottom, top, size,
        is_bold=all(re.search("bold|black|heavy|cmbx", name, re.I) for _, name in fonts),
        is_fixed=all(flags & _FIXED_PITCH or re.search("mono|courier|cmtt", name, re.I) for flags, name in fonts),
        is_hyphenated=text.rstrip().endswith((*_HYPHENS, "-", "\N{HYPHEN}")),
    )  # fmt: skip


def _with_note_signs(text_page: Any, text: str, start: int, size: float) -> str:
    """The line with small raised numbers behind words in brackets, as the signs of footnotes that they are."""

    def marked(sign: re.Match[str]) -> str:
        is_small = not sign[2].isascii() or _size(text_page, start + sign.start(2)) < 0.85 * size
        return f"[{normalize('NFKC', sign[2])}]" if is_small else sign[0]

    return _NOTE_SIGN.sub(marked, text)


def _leading_sign(text_page: Any, text: str, start: int) -> str:
    """The sign of a footnote that belongs to the line before: raised, it seems to begin a line of its own."""
    sign = re.match(rf"\d{{1,3}}(?: |$)|[{_RAISED}]{{1,3}} ?", text)
    if not sign or start == 0:
        return ""
    if not sign[0].isascii():
        return sign[0]
    before = max(0, start - 4)
    size = max(_size(text_page, before), _size(text_page, start + len(sign[0])) if len(text) > len(sign[0]) else 0)
    is_behind = text_page.get_charbox(start)[0] >= text_page.get_charbox(before)[0]
    return sign[0] if is_behind and _size(text_page, start) < 0.85 * size else ""


def _size(text_page: Any, at: int) -> float:
    return float(_raw().FPDFText_GetFontSize(text_page, at))


def _origin(text_page: Any, at: int) -> tuple[float, float]:
    """Where a sign stands on its base line."""
    x, y = ctypes.c_double(), ctypes.c_double()
    _raw().FPDFText_GetCharOrigin(text_page, at, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _font(text_page: Any, at: int) -> tuple[int, str]:
    """The flags (PDF 32000-1, table 123) and the name of a sign's font."""
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    length = _raw().FPDFText_GetFontInfo(text_page, at, buffer, len(buffer), ctypes.byref(flags))
    return flags.value, buffer.value.decode("utf-8", "replace") if 0 < length <= len(buffer) else ""


def _raw() -> Any:
    import pypdfium2.raw

    return pypdfium2.raw


def _ordered(found: list[tuple[Line, ...]], width: float) -> list[Line]:
    """The lines of a page, column by column where it has two, between lines that go across."""
    pieces = [piece for line in found for piece in line]
    gutter = _gutter(pieces, width)
    if gutter is None:
        return [_whole(line) for line in found]
    ordered: list[Line] = []
    by_height = sorted(pieces, key=lambda line: -line.bottom)
    for is_across, band in groupby(by_height, key=lambda line: line.left < gutter - 3 and line.right > gutter + 3):
        inside = list(band)
        if is_across:
            ordered += inside
            continue
        for column in (0, 1):
            pieces = [replace(line, column=column) for line in inside if (line.left >= gutter) == bool(column)]
            ordered += [_whole(tuple(row)) for row in _rows(pieces)]
    return ordered


def _rows(pieces: list[Line]) -> Iterator[list[Line]]:
    """The pieces that stand on one base line, from left to right; ``pieces`` come from the top down."""
    row: list[Line] = []
    for piece in pieces:
        if row and row[0].bottom - piece.bottom > 1:
            yield sorted(row, key=lambda line: line.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda line: line.left)


def _whole(line: tuple[Line, ...]) -> Line:
    """The pieces of a line as one."""
    if len(line) == 1:
        return line[0]
    text = " ".join(piece.text for piece in line)
    is_fixed, is_bold = (all(getattr(piece, name) for piece in line) for name in ("is_fixed", "is_bold"))
    last = line[-1]
    return replace(
        line[0], text=text, right=last.right, is_fixed=is_fixed, is_bold=is_bold, is_hyphenated=last.is_hyphenated,
        cells=line,
    )  # fmt: skip


def _gutter(lines: list[Line], width: float) -> float | None:
    """Where a white strip parts a page of two columns, from its lines; None where it has but one."""
    if len(lines) < 12:
        return None
    for share in (0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56, 0.4, 0.6):
        at = width * share
        across = sum(line.left < at - 3 and line.right > at + 3 for line in lines)
        before = sum(line.right <= at + 3 for line in lines)
        behind = sum(line.left >= at - 3 for line in lines)
        if across <= 0.25 * len(lines) and min(before, behind) >= max(5, 0.2 * len(lines)):
            return at
    return None
