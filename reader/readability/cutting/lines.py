"""Divides a run of text where lines break, where links stand side by side, and where a date follows a name."""

from __future__ import annotations

import re

from ...patterns import later
from ..labels import label
from ..shapes import is_author_word, is_byline, is_date, is_date_word, is_name
from ..vocabulary import words
from ..words import Meaning

Span = tuple[int, int, str, int]
"""Where an inline element begins and ends in a run, its tag, and what its names hint at."""
Range = tuple[int, int, bool]
"""Where a part of a run begins and ends, and whether it is an item of a list."""
_MARKER = later(r"(?:\d{1,3}[.)]|[•·▪●◦‣■►–—*-])\s*\S")
_FEWEST_AMOUNTS, _LONGEST_AMOUNT = 3, 80
_AMOUNT = later(r"(?:\d|[¼½¾⅓⅔⅛]).*[^\W\d_]{2}")
WIDE = 0x3000
"""Characters from here on are as wide as they are high."""
_TITLE = 15
"""A link this wide may be the title of a story; shorter ones are words of a sentence, names or tags."""
_READING = later(
    rf"\b\d+\s?-?min(?:ute|uti|uten|utos|uter|utter|uut\w*)?s?\b|{'|'.join(sorted(words('lines', 'reading time')))}",
    re.I,
)
"""How long a story takes to read, as it is printed behind its date."""
_FEW_LINES = 30
OWN = frozenset(["a", "span", "font", "b", "strong", "big", "em", "i"])
BOLD = frozenset(("b", "strong"))


def runs_of_links(whole: str, spans: list[Span]) -> list[Range]:
    """Where each link begins and ends in a run of nothing but links side by side, as in a box of titles; else empty."""
    links = sorted((start, end) for start, end, tag, _ in spans if tag == "a")
    at = 0
    for start, end in links:
        if start < at or whole[at:start].strip() or _width(whole[start:end].strip()) < _TITLE:
            return []
        at = end
    return [(start, end, False) for start, end in links] if len(links) > 1 and not whole[at:].strip() else []


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if ord(c) > WIDE else 1 for c in text)


def _is_own(line: str, start: int, end: int, spans: list[Span]) -> bool:
    """Whether a line is, all of it, in an inline element that goes no farther."""
    first = start + len(line) - len(line.lstrip())
    last = start + len(line.rstrip())
    return any(first - 1 <= left <= first and last <= right <= end + 1 and tag in OWN for left, right, tag, _ in spans)


def ranges_of(whole: str, spans: list[Span]) -> list[Range]:
    """Where the parts of a text with line breaks begin and end, and whether each is an item."""
    found: list[Range] = []
    for paragraph in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", whole):
        lines = [
            (paragraph.start() + m.start(), paragraph.start() + m.end())
            for m in re.finditer("[^\n]+", paragraph.group())
        ]
        marked = [bool(_MARKER.match(whole[a:b].strip())) for a, b in lines]
        if sum(marked) < 2 and _are_amounts([whole[a:b].strip() for a, b in lines]):
            marked = [True] * len(lines)
        if sum(marked) >= 2:
            here: list[Range] = []
            for (a, b), mark in zip(lines, marked, strict=True):
                if mark or not here or here[-1][2]:
                    here.append((a, b, mark))
                else:
                    here[-1] = (here[-1][0], b, mark)
            found.extend(here)
        elif len(lines) > 1 and (
            all(b - a > 80 for a, b in lines)
            or (len(lines) < _FEW_LINES and all(_is_own(whole[a:b], a, b, spans) for a, b in lines))
            or (len(lines) == 2 and _is_headed(whole, lines, spans))
        ):
            found.extend((a, b, False) for a, b in lines)
        else:
            found.append((paragraph.start(), paragraph.end(), False))
    return found


def _is_headed(whole: str, lines: list[tuple[int, int]], spans: list[Span]) -> bool:
    """Whether the first of two lines is short and bold, and the other a paragraph that is not."""
    (a, b), (c, d) = lines
    bold = [span for span in spans if span[2] in BOLD]
    return b - a < 80 < d - c and _is_own(whole[a:b], a, b, bold) and not _is_own(whole[c:d], c, d, bold)


def _are_amounts(lines: list[str]) -> bool:
    """Whether lines with breaks between them say how much of what, as the parts of a recipe do."""
    if len(lines) < _FEWEST_AMOUNTS or any(len(line) > _LONGEST_AMOUNT or line.endswith(".") for line in lines):
        return False
    return sum(_AMOUNT.match(line) is not None for line in lines) > 0.5 * len(lines)


def dated_apart(whole: str, ranges: list[Range], spans: list[Span]) -> list[Range]:
    """The same ranges, a date that follows a name cut off: “By Ann Lee <time>May 1</time>”."""
    if not spans:
        return ranges
    found = []
    for start, end, is_item in ranges:
        for left, right, tag, hints in sorted(spans):
            name = whole[start:left].strip(" \n|·•,—–-")
            if not start + (3 if ord(name[:1] or " ") < WIDE else 1) < left < end or not name:
                continue
            dated = tag == "time" or hints & Meaning.DATE or is_date(whole[left:right])
            alone = " " not in name and not is_date_word(name)
            if dated and (alone or is_byline(name) or is_name(name) or _READING.search(name)):
                found.append((start, left, is_item))
                start = left
                break
        cut = _behind_date(whole, start, end, spans)
        if cut:
            found.append((start, cut, is_item))
            start = cut
        found.append((start, end, is_item))
    return found


def _behind_date(whole: str, start: int, end: int, spans: list[Span]) -> int:
    """Where a name or a count of comments begins behind a date: “<time>May 1</time> <a>Leave a comment</a>”; else 0."""
    dated = [right for left, right, _, hints in spans if start <= left < end and hints & Meaning.DATE]
    if not dated:
        return 0
    for left, right, tag, hints in sorted(spans):
        if not min(dated) <= left < end or tag == "time" or hints & Meaning.DATE:
            continue
        text = whole[left:right].strip()
        if (
            label(text) == "comments"
            or _READING.search(text)
            or hints & (Meaning.COMMENTS | Meaning.BYLINE)
            or is_byline(text)
        ):
            by = whole[start:left].split()[-1:]
            return left - len(by[0]) - 1 if by and is_author_word(by[0]) and whole[left - 1] == " " else left
    return 0
