"""Makes pieces of what was gathered between two block boundaries: of text, tables, code and players."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from ..counting import continued, is_number, of_text
from ..patterns import later
from .cutting.flat import flat_text
from .cutting.inline import Part, Run
from .cutting.manual import paragraphs
from .cutting.tables import rows
from .outline import Box, Kind, Outline, Piece, State
from .words import Meaning

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_LISTS = ("ul", "ol", "menu", "dir", "dl")
_DEEPEST_ITEM = 12
_STEP = later(r"[^\W\d_]{2,12} ?\d{1,2}[.:]?")
_NUMBERED = ("li", "ul", "ol", "dl", "table")
"""What is around a text in an ordered list, up to the innermost item or to what is no item."""
_CONTROLS = ("button", "option", "label", "select", "textarea", "legend")
_IN_HEADINGS = Meaning.CONTENTS | Meaning.FOOTNOTE | Meaning.RELATED | Meaning.NAV | Meaning.TAGS
"""What the names inside a heading say of where its links lead, or of what it heads, not of the heading."""
_TO_SELF = frozenset(["top", "back to top", "permalink", "link", "#", "¶", "§", "↑", "^", "edit", "toc", "contents"])
"""What a link at the end of a heading says that leads to a place on the same page."""
_LINE_NUMBER = later(r"line-?(?:no|num)|lineno|ln-?num|gutter|\bhl-ln\b", re.I)
_EDIT = re.compile(r"\s*\[[^\[\]]{2,40}\]$")


def pieces_of(run: Run, box: Box, number: int, titles: frozenset[str] = frozenset()) -> Iterator[Piece]:
    """The pieces of a run of text, numbered from ``number``; ``titles`` are what the page may call its story."""
    kind, level = _kind(box)
    kicker = run.kicker(titles) if kind is Kind.HEADING else 0
    title = 0 if kicker or kind not in (Kind.HEADING, Kind.TEXT) else run.title_end(titles)
    whole = kind in (Kind.HEADING, Kind.CAPTION, Kind.TERM)
    for place, part in enumerate(run.split(whole, kicker or title)):
        if kind in (Kind.HEADING, Kind.TERM):
            part = _without_edit(part)
        part_kind, part_level = kind, level
        if (kicker and not place) or (title and place):
            part_kind, part_level = Kind.TEXT, 0
        if kind is Kind.TEXT and part.is_item:
            part_kind, part_level = Kind.ITEM, 1
        elif kind is Kind.TEXT and part.is_math:
            part_kind = Kind.MATH
        names = part.meaning & ~_IN_HEADINGS if part_kind in (Kind.HEADING, Kind.TERM) else part.meaning
        yield Piece(
            number, part.text, box, part_kind, names, part.links, part.linked, part.bold, part.timed, part_level,
            tags=part.tags, tongues=part.tongues,
        )  # fmt: skip
        number += 1


def give_ordinals(pieces: Sequence[Piece], box: Box) -> None:
    """Numbers the first piece in an item of an ordered list; further ones in it go on with that item."""
    item: Box | None = box
    for _ in range(_DEEPEST_ITEM):
        if item is None or item.tag in _NUMBERED:
            break
        item = item.parent
    if item is None or item.ordinal is None:
        return
    for piece in pieces:
        if piece.kind is Kind.ITEM and is_number(item.ordinal, piece.text):
            piece.kind = Kind.NUMBER
        elif piece.kind is Kind.ITEM or piece.kind is Kind.HEADING:
            piece.ordinal = of_text(item.ordinal, piece.text)
            item.ordinal = continued(piece.ordinal)
            if not piece.ordinal and _STEP.fullmatch(piece.text):
                piece.kind, piece.level = Kind.HEADING, 3


def add_table(outline: Outline, box: Box, table: HtmlElement) -> None:
    """Adds a table of data: one piece with the title that is printed with it, and all its cells row by row."""
    title, cells = rows(table)
    text = " ".join(cell for row in ((title,), *cells) for cell in row if cell)
    if text:
        linked = min(len(text), sum(len(flat_text(link)) for link in table.iter("a")))
        outline.pieces.append(Piece(len(outline.pieces), text, box, Kind.TABLE, linked=linked, items=cells))


def add_rows(outline: Outline, box: Box, table: HtmlElement) -> None:
    """Adds the rows of a table that is a list: an item each, its cells side by side."""
    title, cells = rows(table)
    texts = [" ".join(filter(None, row)) for row in cells]
    for text, kind in ((title, Kind.HEADING), *((text, Kind.ITEM) for text in texts)):
        if text:
            outline.pieces.append(Piece(len(outline.pieces), text, box, kind, level=1 if kind is Kind.ITEM else 4))


def add_code(outline: Outline, box: Box, element: HtmlElement, as_prose: bool = False) -> None:
    """Adds preformatted text with its line breaks; ``as_prose`` cuts it into paragraphs where it is prose."""
    for br in element.iter("br"):
        br.tail = "\n" + (br.tail or "")
    for mark in [mark for mark in element.iter("span", "td", "pre") if _is_line_number(mark, element)]:
        for inner in mark.iter():
            inner.text = inner.tail = None if inner is not mark else inner.tail
        mark.text = None
    lines = "".join(map(str, element.itertext())).replace("\r\n", "\n").expandtabs(4).split("\n")
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    said_as = list(paragraphs(text)) if as_prose else []
    if any(kind is not Kind.CODE for kind, _ in said_as):
        for kind, said in said_as:
            outline.pieces.append(Piece(len(outline.pieces), said, box, kind, level=3 if kind is Kind.TERM else 0))
    elif text.strip():
        outline.pieces.append(Piece(len(outline.pieces), text, box, Kind.CODE))


def add_lines(outline: Outline, box: Box, lines: list[str]) -> None:
    """Adds a sample of code whose lines were boxes."""
    outline.pieces.append(Piece(len(outline.pieces), "\n".join(lines).strip("\n"), box, Kind.CODE))


def add_unseen(outline: Outline, box: Box, text: str) -> None:
    """Adds what the page does not show, or shows to screen readers only."""
    pieces = outline.pieces
    unseen = Box("span", box.element, box, Meaning.UNSEEN, box.state | State.HIDDEN, box.depth + 1, len(pieces))
    pieces.append(Piece(len(pieces), text, unseen, Kind.CONTROL))
    unseen.last = len(pieces)


def add_note(outline: Outline, box: Box, text: str) -> None:
    """Adds a note that stood in the midst of the text."""
    pieces = outline.pieces
    note = Box("span", box.element, box, Meaning.FOOTNOTE, box.state, box.depth + 1, len(pieces))
    pieces.append(Piece(len(pieces), text, note, Kind.TEXT))
    note.last = len(pieces)


def _is_line_number(mark: HtmlElement, code: HtmlElement) -> bool:
    """Whether an element in a sample of code holds the numbers of lines, which nobody wrote."""
    if mark is code or not _LINE_NUMBER.search(mark.get("class") or ""):
        return False
    return not "".join(map(str, mark.itertext())).strip(" \n0123456789")


def add_media(outline: Outline, box: Box, element: HtmlElement) -> None:
    """Adds the title of a player or a frame, where it has one."""
    title = flat_text(element) if element.tag == "object" else ""
    title = title or element.get("title") or element.get("aria-label") or ""
    if title.strip():
        outline.pieces.append(Piece(len(outline.pieces), " ".join(title.split()), box, Kind.MEDIA))


def _kind(box: Box) -> tuple[Kind, int]:
    """The kind that the tag gives, and the heading level or the depth of a list item."""
    tag = box.tag
    if tag in _HEADINGS:
        return Kind.HEADING, _HEADINGS[tag]
    if tag in ("figcaption", "caption"):
        return Kind.CAPTION, 0
    if tag == "dt":
        return Kind.TERM, 3
    outer: Box | None = box
    if tag in _CONTROLS:
        # A label in an item is what can be ticked off, as the parts of a recipe.
        if tag != "label" or box.state & State.FORM or box.parent is None or box.parent.tag != "li":
            return Kind.CONTROL, 0
        outer = box.parent
    for _ in range(4):
        if outer is None:
            break
        if outer.tag in _HEADINGS:
            return Kind.HEADING, _HEADINGS[outer.tag]
        if outer.tag == "figcaption":
            return Kind.CAPTION, 0
        if outer.tag == "dt":
            return Kind.TERM, 3
        if outer.tag == "li" and not outer.state & State.SECTION:
            return Kind.ITEM, _lists_around(outer)
        if outer.tag not in ("p", "div", "span"):
            break
        outer = outer.parent
    if box.element.get("role") == "heading":
        level = box.element.get("aria-level") or "2"
        return Kind.HEADING, int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
    return Kind.TEXT, 0


def _lists_around(item: Box) -> int:
    depth = 0
    at: Box | None = item
    while at is not None:
        depth += at.tag in _LISTS
        at = at.parent
    return depth


def _without_edit(part: Part) -> Part:
    """A heading without the “[edit]” after it, where that is a link."""
    if part.links and part.links[-1][0] > 1 and part.links[-1][1] >= len(part.text):
        start, _, href = part.links[-1]
        if href.startswith("#") and part.text[start:].strip().casefold() in _TO_SELF:
            return part._replace(text=part.text[:start].rstrip(), links=part.links[:-1])
    found = _EDIT.search(part.text)
    if not found or not any(start >= found.start() for start, _, _ in part.links):
        return part
    links = tuple(link for link in part.links if link[1] <= found.start())
    linked = sum(end - start for start, end, _ in links)
    return part._replace(text=part.text[: found.start()], links=links, linked=linked)
