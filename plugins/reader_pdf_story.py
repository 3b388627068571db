"""The story of a PDF: its lines joined to headings, paragraphs, items and notes again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from statistics import median

from reader import Block, Group, Page, Role, Story
from reader.errors import PageError
from reader.numbered import numbered
from reader.sources import lacking, shown
from reader_pdf_lines import Line, lines_of

_SENTENCE_END = (".", "!", "?", ":", ";", "…", ".”", '."', ".)", "。", "]")
_PAGE_NUMBER = r"(?:page |seite |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:/|of|von) ?\d{1,4})?|[-–—] ?\d{1,4} ?[-–—]"
_COUNTING = r"[0-9]+|^[ivxlc]+\b|\b[ivxlc]+$"
_BULLET = r"(?:[•▪◦‣■●–*·]|\(?(?:\d{1,2}|[a-z])[.)])\s+"
_CAPTION = r"(?:figure|fig\.|table|abbildung|abb\.|tabelle|plate|listing|chart) ?\d+[.:\w-]*[:. ]"
_CONTENTS = r".*\S\s*(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]+)$"
_NOTE = r"(?:\[?\d{1,3}\]?|[*†‡§]+|[⁰¹²³⁴-⁹]+)[ .]?\s*\S"
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_FRONT = ("page 1", "page 2")
_EDGE_LINES = 2
"""Running headers and footers are among so many lines at the top and bottom of a page."""


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What the type of the document as a whole tells: sizes in points, and the distance of its lines."""

    body: float
    leading: float
    is_fixed: bool
    headings: tuple[float, ...]
    running: frozenset[str]
    offset: int | None
    bookmarks: dict[int, list[tuple[str, int]]]
    titles: frozenset[str]
    compounds: frozenset[str]


@dataclass(slots=True)
class _Open:
    """A block while lines are added to it."""

    role: Role
    level: int
    reason: str
    lines: list[Line] = field(default_factory=list)
    text: str = ""

    @property
    def ends(self) -> bool:
        return self.text.endswith(_SENTENCE_END)

    def block(self) -> Block:
        place = f"page {self.lines[0].page + 1}"
        text = re.sub(f"^{_BULLET}", "", self.text) if self.role is Role.LIST_ITEM else self.text
        return Block(self.role, text, self.level, source=place, reason=self.reason)


def story_of(page: Page) -> Story:
    """The document as a story; raises `PageError`."""
    try:
        pages, title, bookmarks = lines_of(page.data, page.location)
    except ImportError:
        raise lacking(page.location, "a PDF document", "pdf") from None
    if not any(pages):
        raise PageError(f"{shown(page.location)}: is a PDF of pictures without text; run text recognition on it first")
    kinds = _kinds(pages, bookmarks)
    found = list(numbered(list(_grouped(_blocks(pages, kinds)))))
    if all(block.role is Role.BOILERPLATE for block in found):
        found = [replace(block, role=Role.PARAGRAPH, reason="nothing else is there") for block in found]
    blocks = _headed(found, title)
    headline = next((block.text for block in blocks if block.role is Role.HEADLINE), "")
    return Story(headline, tuple(blocks), location=page.location)


def _kinds(pages: list[list[Line]], bookmarks: list[tuple[int, int, str]]) -> _Kinds:
    every = [line for lines in pages for line in lines]
    sizes, fixed = Counter[float](), Counter[bool]()
    for line in every:
        sizes[round(line.size, 1)] += len(line.text)
        fixed[line.is_fixed] += len(line.text)
    body = sizes.most_common(1)[0][0]
    gaps = [one.bottom - other.bottom for one, other in pairwise(every) if abs(one.size - body) < 0.2]
    leading = median([gap for gap in gaps if 0.8 * body < gap < 2.5 * body] or [1.2 * body])
    edges = Counter(pattern for lines in pages for pattern in {_pattern(line) for line in _edges(lines)})
    words = (word for line in every for word in line.text.split()[:-1])
    marks: dict[int, list[tuple[str, int]]] = {}
    for number, level, title in bookmarks:
        marks.setdefault(number, []).append((_letters(title), level))
    return _Kinds(
        body,
        leading,
        fixed[True] > fixed[False],
        tuple(sorted({round(size) for size in sizes if size > 1.12 * body}, reverse=True)),
        frozenset(pattern for pattern, count in edges.items() if count >= 3),
        _offset(pages),
        marks,
        frozenset(_letters(title) for _, _, title in bookmarks),
        frozenset(word.strip(".,;:()").casefold() for word in words if "-" in word[1:-1]),
    )


def _edges(lines: list[Line]) -> list[Line]:
    """The lines at the top and at the bottom of a page, wherever the document draws them."""
    by_height = sorted(lines, key=lambda line: line.top)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _pattern(line: Line) -> str:
    """A running line without what changes in it from page to page, with its height on the page."""
    return f"{re.sub(_COUNTING, '#', line.text.casefold())} at {line.bottom // 8}"


def _blocks(pages: list[list[Line]], kinds: _Kinds) -> Iterator[Block]:
    """What runs along, and after each paragraph the notes, captions and furniture that stood within it."""
    current: _Open | None = None
    aside: list[_Open] = []
    for lines in pages:
        furniture, notes = _furniture(lines, kinds), _notes(lines, kinds)
        for line in lines:
            told = _told(line, kinds, line in furniture, line in notes)
            if told.role in (Role.BOILERPLATE, Role.FOOTNOTE, Role.CAPTION):
                if aside and told.role is not Role.BOILERPLATE and _goes_on(aside[-1], told, line, kinds):
                    _add(aside[-1], line, kinds)
                else:
                    aside.append(told)
                    _add(told, line, kinds)
            elif (
                aside and not (current and aside[-1].lines[0].page != line.page) and _captioned(aside[-1], line, kinds)
            ):
                _add(aside[-1], line, kinds)
            elif current and _goes_on(current, told, line, kinds):
                _add(current, line, kinds)
            else:
                yield from (done.block() for done in ([current] if current else []) + aside)
                current, aside = told, []
                _add(current, line, kinds)
    yield from (done.block() for done in ([current] if current else []) + aside)


def _furniture(lines: list[Line], kinds: _Kinds) -> list[Line]:
    return [
        line
        for line in _edges(lines)
        if re.fullmatch(_PAGE_NUMBER, line.text, re.I)
        or ((_pattern(line) in kinds.running or kinds.offset in _numbers(line)) and not _is_numbered(line, kinds))
    ]


def _is_numbered(line: Line, kinds: _Kinds) -> bool:
    """Whether a line opens a chapter: "Chapter 3" stands at the same height on each page that it is on."""
    return line.size > 1.25 * kinds.body and bool(re.search(r"\d", line.text))


def _numbers(line: Line) -> list[int]:
    """How far the numbers that a line begins and ends with are from the number of its page in the file."""
    return [int(number) - line.page for number in re.findall(r"^\d{1,4}\b|\b\d{1,4}$", line.text)]


def _offset(pages: list[list[Line]]) -> int | None:
    """How far the printed numbers of pages are from their place in the file; None where none are printed."""
    found = Counter(offset for lines in pages for offset in {n for line in _edges(lines) for n in _numbers(line)})
    offset, count = found.most_common(1)[0] if found else (0, 0)
    return offset if count >= max(3, 0.3 * len(pages)) else None


def _notes(lines: list[Line], kinds: _Kinds) -> list[Line]:
    """The lines in small type at the foot of a page, from the first that begins with a number or a sign on."""
    furniture = _furniture(lines, kinds)
    found: list[Line] = []
    for line in sorted(lines, key=lambda line: line.bottom):
        if line in furniture:
            continue
        if line.size > 0.93 * kinds.body:
            break
        found.append(line)
    while found and not re.match(_NOTE, found[-1].text):
        found.pop()
    return found


def _told(line: Line, kinds: _Kinds, is_furniture: bool, is_note: bool) -> _Open:
    """What a line is, as the beginning of a block."""
    text = line.text
    if is_furniture:
        return _Open(Role.BOILERPLATE, 0, "a running header, footer or page number")
    if re.match(_CONTENTS, text) or _is_listed(text, kinds):
        return _Open(Role.BOILERPLATE, 0, "a line of the table of contents")
    if is_note:
        return _Open(Role.FOOTNOTE, 0, "small type at the foot of the page")
    if level := _heading_level(line, kinds):
        return _Open(Role.HEADING, level, f"type of {line.size:.0f} points where the text has {kinds.body:.0f}")
    if re.match(_CAPTION, text, re.I):
        return _Open(Role.CAPTION, 0, "begins as a caption does")
    if line.is_fixed and not kinds.is_fixed:
        return _Open(Role.CODE, 0, "type of equal widths")
    if re.match(_BULLET, text):
        return _Open(Role.LIST_ITEM, 1, "begins with a bullet or a number")
    return _Open(Role.PARAGRAPH, 0, "running text")


def _is_listed(text: str, kinds: _Kinds) -> bool:
    """Whether a line is an entry of the table of contents: a bookmark's title and the number of a page."""
    entry = re.fullmatch(r"(?:[\dA-Z](?:\.\d+)*\.?\s+)?(.*\S)\s+(?:\d{1,4}|[ivxlc]+)", text)
    return entry is not None and _letters(entry[1]) in kinds.titles


def _heading_level(line: Line, kinds: _Kinds) -> int:
    """1 to 6, 0 where the line is no heading."""
    letters = _letters(line.text)
    if len(letters) < 2:
        return 0
    for title, level in kinds.bookmarks.get(line.page, ()):
        if letters == title or (title and letters.endswith(title) and len(letters) - len(title) < 12):
            return min(level + 1, 6)
    if line.size > 1.12 * kinds.body:
        return min(sum(size > round(line.size) for size in kinds.headings) + 1, 6)
    is_short = len(line.text) < 70 and not line.text.endswith((".", ",", ";", ":"))
    return 6 if line.is_bold and is_short and line.size > 0.97 * kinds.body and line.text[0].isalnum() else 0


def _goes_on(current: _Open, told: _Open, line: Line, kinds: _Kinds) -> bool:
    """Whether a line goes on with the block before it."""
    last = current.lines[-1]
    is_below = line.page == last.page and line.column == last.column and line.bottom < last.bottom + 1
    gap = last.bottom - line.bottom if is_below else 0.0
    match current.role, told.role:
        case Role.HEADING, Role.HEADING:
            return is_below and told.level == current.level and gap < 1.6 * line.size
        case Role.CODE, Role.CODE:
            return gap < 3 * kinds.leading
        case (Role.FOOTNOTE, Role.FOOTNOTE) | (Role.CAPTION, Role.CAPTION):
            return not re.match(_NOTE if told.role is Role.FOOTNOTE else _CAPTION, line.text, re.I)
        case Role.LIST_ITEM, Role.PARAGRAPH:
            is_hanging = line.left > current.lines[0].left + 3
            return gap < 1.5 * kinds.leading and (is_hanging or not current.ends)
        case Role.PARAGRAPH, Role.PARAGRAPH:
            return _runs_on(current, line, gap if is_below else None, kinds)
        case _:
            return False


def _runs_on(current: _Open, line: Line, gap: float | None, kinds: _Kinds) -> bool:
    """Whether a paragraph goes on; ``gap`` is None where another column or page begins."""
    last = current.lines[-1]
    if gap is None:
        return not current.ends or last.is_hyphenated
    if gap > 1.45 * kinds.leading:
        return not current.ends and line.text[0].islower() and gap < 2.2 * kinds.leading
    is_indented = line.left > last.left + 0.7 * kinds.body and len(current.lines) > 1
    is_short = last.right < line.right - 0.15 * (line.right - line.left)
    return not (current.ends and (is_indented or is_short))


def _captioned(aside: _Open, line: Line, kinds: _Kinds) -> bool:
    """Whether a line goes on with the caption before it: right below, in the same type."""
    last = aside.lines[-1]
    is_below = line.page == last.page and 0 < last.bottom - line.bottom < 1.3 * kinds.leading
    return aside.role is Role.CAPTION and is_below and abs(line.size - last.size) < 0.3 and not aside.ends


def _add(current: _Open, line: Line, kinds: _Kinds) -> None:
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


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
