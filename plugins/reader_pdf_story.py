"""The story of a PDF: its lines joined to headings, paragraphs, items and notes again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from reader import Block, Group, Page, Role, Story
from reader.errors import PageError
from reader.numbered import numbered
from reader.sources import lacking, shown
from reader_pdf_kinds import BULLET, CAPTION, NOTE, Kinds, Told, kinds_of, told
from reader_pdf_lines import Line, lines_of
from reader_pdf_tables import cells_of, gathered

_SENTENCE_END = (".", "!", "?", ":", ";", "…", ".”", '."', ".)", "。", "]")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SIGN = r"(?<=[.!?…”\")]) (\d{1,3})(?= [A-Z(“\"]|$)"
_FRONT = ("page 1", "page 2")


@dataclass(slots=True)
class _Open:
    """A block while lines are added to it."""

    told: Told
    lines: list[Line] = field(default_factory=list)
    text: str = ""

    @property
    def role(self) -> Role:
        return self.told.role

    @property
    def ends(self) -> bool:
        return self.text.endswith(_SENTENCE_END)

    def block(self) -> Block:
        place = f"page {self.lines[0].page + 1}"
        if self.role is Role.TABLE:
            rows = cells_of(self.lines)
            text = " ".join(cell for row in rows for cell in row if cell)
            return Block(self.role, text, items=rows, source=place, reason=self.told.reason)
        text = re.sub(f"^{BULLET}", "", self.text) if self.role is Role.LIST_ITEM else self.text
        return Block(self.role, text, self.told.level, source=place, reason=self.told.reason)


def story_of(page: Page) -> Story:
    """The document as a story; raises `PageError`."""
    try:
        pages, title, bookmarks = lines_of(page.data, page.location)
    except ImportError:
        raise lacking(page.location, "a PDF document", "pdf") from None
    if not any(pages):
        raise PageError(f"{shown(page.location)}: is a PDF of pictures without text; run text recognition on it first")
    kinds = kinds_of(pages, bookmarks)
    found = list(numbered(list(_grouped(_blocks(pages, kinds)))))
    if all(block.role is Role.BOILERPLATE for block in found):
        found = [replace(block, role=Role.PARAGRAPH, reason="nothing else is there") for block in found]
    blocks = _headed(list(_signed(found)), title)
    headline = next((block.text for block in blocks if block.role is Role.HEADLINE), "")
    return Story(headline, tuple(blocks), location=page.location)


def _blocks(pages: list[list[Line]], kinds: Kinds) -> Iterator[Block]:
    """What runs along, and after each paragraph the notes, captions and furniture that stood within it."""
    current: _Open | None = None
    aside: list[_Open] = []
    for lines in pages:
        for run, what in gathered(told(lines, kinds)):
            line = run[0]
            if what.role is Role.TABLE:
                aside.append(_Open(what, list(run)))
            elif what.role in (Role.BOILERPLATE, Role.FOOTNOTE, Role.CAPTION):
                if not aside or what.role is Role.BOILERPLATE or not _goes_on(aside[-1], what, line, kinds):
                    aside.append(_Open(what))
                _add(aside[-1], line, kinds)
            elif (
                aside and not (current and aside[-1].lines[0].page != line.page) and _captioned(aside[-1], line, kinds)
            ):
                _add(aside[-1], line, kinds)
            elif current and _goes_on(current, what, line, kinds):
                _add(current, line, kinds)
            else:
                yield from (done.block() for done in ([current] if current else []) + aside)
                current, aside = _Open(what), []
                _add(current, line, kinds)
    yield from (done.block() for done in ([current] if current else []) + aside)


def _goes_on(current: _Open, told: Told, line: Line, kinds: Kinds) -> bool:
    """Whether a line goes on with the block before it."""
    last = current.lines[-1]
    is_below = line.page == last.page and line.column == last.column and line.bottom < last.bottom + 1
    gap = last.bottom - line.bottom if is_below else 0.0
    match current.role, told.role:
        case Role.HEADING, Role.HEADING:
            return is_below and told.level == current.told.level and gap < 1.6 * line.size
        case Role.CODE, Role.CODE:
            return gap < 3 * kinds.leading
        case (Role.FOOTNOTE, Role.FOOTNOTE) | (Role.CAPTION, Role.CAPTION):
            return not re.match(NOTE if told.role is Role.FOOTNOTE else CAPTION, line.text, re.I)
        case Role.LIST_ITEM, Role.PARAGRAPH:
            is_hanging = line.left > current.lines[0].left + 3
            return gap < 1.5 * kinds.leading and (is_hanging or not current.ends)
        case Role.PARAGRAPH, Role.PARAGRAPH:
            return _runs_on(current, line, gap if is_below else None, kinds)
        case _:
            return False


def _runs_on(current: _Open, line: Line, gap: float | None, kinds: Kinds) -> bool:
    """Whether a paragraph goes on; ``gap`` is None where another column or page begins."""
    last = current.lines[-1]
    if gap is None:
        return not current.ends or last.is_hyphenated
    if gap > 1.45 * kinds.leading:
        return not current.ends and line.text[0].islower() and gap < 2.2 * kinds.leading
    is_indented = line.left > last.left + 0.7 * kinds.body and len(current.lines) > 1
    width = line.right - line.left
    is_short = last.right < line.right - 0.15 * width
    if last.right < line.right - 0.4 * width and line.text[0].isupper() and _is_left_early(current, width):
        return False
    return not (current.ends and (is_indented or is_short))


def _is_left_early(current: _Open, width: float) -> bool:
    """Whether the last line ends before it is full, as running text never does: a label, a row, a point.

    Beside a picture all lines are short.
    """
    *before, last = current.lines
    is_beside = bool(before) and abs(before[-1].right - last.right) < 0.05 * width
    return not is_beside and not last.text.endswith((",", "-"))


def _captioned(aside: _Open, line: Line, kinds: Kinds) -> bool:
    """Whether a line goes on with the caption before it: right below, in the same type."""
    last = aside.lines[-1]
    is_below = line.page == last.page and 0 < last.bottom - line.bottom < 1.3 * kinds.leading
    return aside.role is Role.CAPTION and is_below and abs(line.size - last.size) < 0.3 and not aside.ends


def _add(current: _Open, line: Line, kinds: Kinds) -> None:
    """Joins a line to the text, and a word that the end of the line cut."""
    text = line.text.translate(_LIGATURES)
    if not current.lines:
        current.text = text
    elif current.role is Role.CODE:
        current.text += f"\n{text}"
    elif current.lines[-1].is_hyphenated:
        stem = current.text.rstrip("-\N{HYPHEN}")
        compound = f"{stem.rpartition(' ')[2]}-{text.split(' ')[0].strip('.,;:()')}".casefold()
        keeps = compound in kinds.compounds or not text[:1].islower()
        current.text = f"{stem}-{text}" if keeps else f"{stem}{text}"
    else:
        current.text += f" {text}"
    current.lines.append(line)


def _signed(blocks: list[Block]) -> Iterator[Block]:
    """The blocks with numbers behind sentences as the signs of notes that they are, where the page has such a note."""
    notes = {
        (block.source, found[1])
        for block in blocks
        if block.role is Role.FOOTNOTE and (found := re.match(r"\[?(\d{1,3})(?!\d)", block.text))
    }
    for block in blocks:

        def marked(sign: re.Match[str], source: str = block.source) -> str:
            return f"[{sign[1]}]" if (source, sign[1]) in notes else sign[0]

        is_text = notes and block.role in (Role.PARAGRAPH, Role.LIST_ITEM)
        yield replace(block, text=re.sub(_SIGN, marked, block.text)) if is_text else block


def _grouped(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks, with items that follow one another as a list."""
    lists = groupby(blocks, key=lambda block: block.role is Role.LIST_ITEM)
    for number, (is_list, run) in enumerate(lists, 1):
        inside = list(run)
        group = Group(number, "", len(inside)) if is_list else None
        yield from (replace(block, group=group) for block in inside)


def _headed(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with a headline at the front: the largest heading of the first pages, else the document's title."""
    front = [
        (block.level, at) for at, block in enumerate(blocks) if block.role is Role.HEADING and block.source in _FRONT
    ]
    for _, at in sorted(front)[:1]:
        headline = replace(blocks[at], role=Role.HEADLINE, level=1)
        return [headline, *blocks[:at], *blocks[at + 1 :]]
    if title and not re.search(r"\.\w{2,4}$|^untitled|^microsoft", title, re.I):
        return [Block(Role.HEADLINE, title, level=1, reason="the document's title"), *blocks]
    return blocks
