"""What the lines of a PDF are: headings, items, notes, captions, running headers, by their type and their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reader import Role
from reader_pdf_lines import Line

BULLET = r"(?:[•▪◦‣■●–*·]|\(?(?:\d{1,2}|[a-z])[.)])\s+"
CAPTION = r"(?:figure|fig\.|table|abbildung|abb\.|tabelle|plate|listing|chart) ?\d+[.:\w-]*[:. ]"
NOTE = r"(?:\[?\d{1,3}\]?|[*†‡§]+|[⁰¹²³⁴-⁹]+)[ .]?\s*\S"
_PAGE_NUMBER = r"(?:page |seite |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:/|of|von) ?\d{1,4})?|[-–—] ?\d{1,4} ?[-–—]"
_COUNTING = r"[0-9]+|^[ivxlc]+\b|\b[ivxlc]+$"
_CONTENTS = r".*\S\s*(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]+)$"
_EDGE_LINES = 2
"""Running headers and footers are among so many lines at the top and bottom of a page."""


@dataclass(frozen=True, slots=True)
class Kinds:
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


@dataclass(frozen=True, slots=True)
class Told:
    """What a line is, as the beginning of a block."""

    role: Role
    level: int
    reason: str


def kinds_of(pages: list[list[Line]], bookmarks: list[tuple[int, int, str]]) -> Kinds:
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
    return Kinds(
        body,
        leading,
        fixed[True] > fixed[False],
        tuple(sorted({round(size) for size in sizes if size > 1.12 * body}, reverse=True)),
        frozenset(pattern for pattern, count in edges.items() if count >= _often(pages)),
        _offset(pages),
        marks,
        frozenset(_letters(title) for _, _, title in bookmarks),
        frozenset(word.strip(".,;:()").casefold() for word in words if "-" in word[1:-1]),
    )


def _often(pages: list[list[Line]]) -> int:
    """On how many pages the same line stands at the same height where it runs along: on both, where there are two."""
    return 2 if len(pages) == 2 else 3


def _edges(lines: list[Line]) -> list[Line]:
    """The lines at the top and at the bottom of a page, wherever the document draws them."""
    by_height = sorted(lines, key=lambda line: line.top)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _pattern(line: Line) -> str:
    """A running line without what changes in it from page to page, with its height on the page."""
    return f"{re.sub(_COUNTING, '#', line.text.casefold())} at {line.bottom // 8}"


def told(lines: list[Line], kinds: Kinds) -> Iterator[tuple[Line, Told]]:
    """Each line of a page with what it is."""
    furniture, notes = _furniture(lines, kinds), _notes(lines, kinds)
    for line in lines:
        yield line, _told(line, kinds, line in furniture, line in notes)


def _furniture(lines: list[Line], kinds: Kinds) -> list[Line]:
    return [
        line
        for line in _edges(lines)
        if re.fullmatch(_PAGE_NUMBER, line.text, re.I)
        or ((_pattern(line) in kinds.running or kinds.offset in _numbers(line)) and not _is_numbered(line, kinds))
    ]


def _is_numbered(line: Line, kinds: Kinds) -> bool:
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


def _notes(lines: list[Line], kinds: Kinds) -> list[Line]:
    """The lines in small type at the foot of a page, from the first that begins with a number or a sign on."""
    furniture = _furniture(lines, kinds)
    found: list[Line] = []
    for line in sorted(lines, key=lambda line: line.bottom):
        if line in furniture:
            continue
        if line.size > 0.93 * kinds.body:
            break
        found.append(line)
    while found and not re.match(NOTE, found[-1].text):
        found.pop()
    return found


def _told(line: Line, kinds: Kinds, is_furniture: bool, is_note: bool) -> Told:
    """What a line is, as the beginning of a block."""
    text = line.text
    if is_furniture:
        return Told(Role.BOILERPLATE, 0, "a running header, footer or page number")
    if re.match(_CONTENTS, text) or _is_listed(text, kinds):
        return Told(Role.BOILERPLATE, 0, "a line of the table of contents")
    if is_note:
        return Told(Role.FOOTNOTE, 0, "small type at the foot of the page")
    if level := _heading_level(line, kinds):
        return Told(Role.HEADING, level, f"type of {line.size:.0f} points where the text has {kinds.body:.0f}")
    if re.match(CAPTION, text, re.I):
        return Told(Role.CAPTION, 0, "begins as a caption does")
    if line.is_fixed and not kinds.is_fixed:
        return Told(Role.CODE, 0, "type of equal widths")
    if re.match(BULLET, text):
        return Told(Role.LIST_ITEM, 1, "begins with a bullet or a number")
    return Told(Role.PARAGRAPH, 0, "running text")


def _is_listed(text: str, kinds: Kinds) -> bool:
    """Whether a line is an entry of the table of contents: a bookmark's title and the number of a page."""
    entry = re.fullmatch(r"(?:[\dA-Z](?:\.\d+)*\.?\s+)?(.*\S)\s+(?:\d{1,4}|[ivxlc]+)", text)
    return entry is not None and _letters(entry[1]) in kinds.titles


def _heading_level(line: Line, kinds: Kinds) -> int:
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


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
