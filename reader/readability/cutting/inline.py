"""Gathers the text of inline elements into one run, with its links and emphasis at exact places."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from ...patterns import later
from ..words import Meaning
from .anchors import is_anchor, is_toggle
from .flat import ODD, SPACE, flat_text
from .formula import tex_of
from .lines import BOLD, OWN, WIDE, dated_apart, ranges_of, runs_of_links
from .note_signs import sign_of_note

_APART = frozenset(["span", "a", "time", "small", "label", "cite", "button", "li", "abbr"])
_DISPLAY = re.compile(r"\\\[.+\\\]|\$\$[^$]+\$\$", re.S)
_LONGEST_KICKER = 60
_NUMBER = later(r"(?:[A-Z]|[IVXLC]{1,6}|\d{1,3})?(?:\.?\d{1,3})*[.):]?")
_LONGEST_TITLE = 300
_SITE = later(r"\s*\([^()\s]{3,40}\)\s*")
_MANY_LINKS = 60
_MOST_COMPARISONS = 2_000_000


class Part(NamedTuple):
    """A line, or all lines, of a run."""

    text: str
    links: tuple[tuple[int, int, str], ...] = ()
    linked: int = 0
    bold: int = 0
    timed: str = ""
    meaning: int = 0
    tags: frozenset[str] = frozenset()
    tongues: tuple[tuple[int, int, str], ...] = ()
    """Where another language is declared, as (start, end, tag): outer passages before those in them."""
    is_item: bool = False
    is_math: bool = False


class Run:
    """The text between two block boundaries while it is being gathered."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._length = 0
        self._last = ""
        self._open: list[tuple[HtmlElement, str, int, int]] = []
        self._spans: list[tuple[int, int, str, int]] = []
        self._links: list[tuple[int, int, str]] = []
        self._timed: list[tuple[int, int, str]] = []
        self._tongues: list[tuple[int, int, str]] = []
        self._speaking: list[tuple[HtmlElement, str]] = []
        self._closed = ""
        self._closed_length = 0
        self._asides: list[str] = []
        self._math = 0

    def clear(self) -> None:
        """Starts anew; elements that are still open go on in the next run."""
        self._spans.clear()
        self._links.clear()
        self.parts.clear()
        self._length = self._math = 0
        self._last = self._closed = ""
        self._timed.clear()
        self._tongues.clear()
        self._open = [(element, tag, 0, hints) for element, tag, _, hints in self._open]

    def add(self, text: str | None) -> None:
        """Appends text with its whitespace collapsed."""
        if not text:
            return
        if not text.isprintable() or "  " in text:  # else there is nothing to take out, and no space but the plain one
            if not text.isascii():
                text = ODD.sub("", text)
            text = SPACE.sub(" ", text)
        if self._last in ("", " ", "\n"):
            text = text.lstrip()
        if text:
            self.parts.append(text)
            self._length += len(text)
            self._last = text[-1]
            self._closed = ""

    def break_line(self) -> None:
        """A line break of the page."""
        if self._length:
            if self._last == " ":
                self.parts[-1] = self.parts[-1][:-1]
                self._length -= 1
            self.parts.append("\n")
            self._length += 1
            self._last = "\n"

    def add_math(self, element: HtmlElement) -> None:
        """A formula as its author wrote it: in TeX."""
        said = tex_of(element)
        before = self._length
        self.add(" " + said + " ")
        self._math += self._length - before

    def add_reference(self, element: HtmlElement) -> bool:
        """Writes the number that leads to a note as “[1]”, apart from the words around it; False if it is none."""
        number, place = sign_of_note(element, self._last)
        if not number:
            return False
        start = self._length
        self.add(f"[{number}]")
        if element.tag == "a":
            self._links.append((start, self._length, place))
        if (element.tail or "")[:1].isalnum():
            self.add(" ")
        return True

    def is_apart(self, element: HtmlElement, tag: str, hints: int, hidden: bool, names: str) -> bool:
        """Whether an inline element is not part of what is read: words for screen readers only, heading anchors."""
        if hidden or hints & Meaning.UNSEEN:
            return next(element.iter("math"), None) is None
        if tag == "span" and is_toggle(element.text or ""):
            return True
        if "katex-html" in names or "MathJax_Preview" in names:
            return True
        return tag == "a" and len(element) == 0 and is_anchor((element.text or "").strip())

    def put_aside(self, element: HtmlElement) -> None:
        """Keeps the text of an element that is not part of what is read, for a piece of its own."""
        text = flat_text(element)
        if not is_anchor(text):
            self._asides.append(text)

    def take_asides(self) -> list[str]:
        """What was put aside since the last call."""
        taken, self._asides = self._asides, []
        return taken

    def open(self, element: HtmlElement, tag: str, hints: int, tongue: str = "") -> None:
        """An inline element begins; ``tongue`` is the language that it says its text is in."""
        if tongue:
            self._speaking.append((element, tongue))
        ends = self._last.isalnum() or (self._last in ".!?:;" and self._closed_length > 3)
        if self._closed and tag in _APART and ends and self._closed_length > 1:
            first = _first_character(element)
            if first.isalnum() and (tag == "a" or not ord(first) > WIDE < ord(self._last)):
                self.parts.append(" ")
                self._length += 1
                self._last = " "
        elif tag in _APART and not element.text and len(element) == 0 and self._last.isalnum():
            tail = element.tail or ""
            if tail[:1].isalnum() and ord(tail[0]) < WIDE:  # an empty element that draws a bullet or a bar
                self.add(" ")
        self._closed = ""
        if tag == "a":  # what a link leads to, not what its own words are
            hints &= ~(Meaning.FOOTNOTE | Meaning.RELATED)
        self._open.append((element, tag, self._length, hints))

    def close(self, element: HtmlElement) -> None:
        """An inline element ends. One that was put aside never began."""
        if not any(opened is element for opened, *_ in self._open):
            return
        while self._open:
            opened, tag, start, hints = self._open.pop()
            speaks = self._speaking.pop()[1] if self._speaking and self._speaking[-1][0] is opened else ""
            if self._length > start:
                hints |= Meaning.DATE if tag == "time" else 0
                self._spans.append((start, self._length, tag, hints))
                if speaks:
                    self._tongues.append((start, self._length, speaks))
                if tag == "a" and opened.get("href"):
                    self._links.append((start, self._length, opened.get("href") or ""))
                elif tag == "time":
                    self._timed.append((start, self._length, opened.get("datetime") or ""))
            if opened is element:
                self._closed = tag
                self._closed_length = self._length - start
                break

    def _timed_in(self, start: int, end: int) -> str:
        """The first machine-readable date of a time element within a range of the run, "" where there is none."""
        return next((told for left, right, told in self._timed if left < end and right > start and told), "")

    def kicker(self, titles: frozenset[str]) -> int:
        """How far the words above a headline reach that stand in an element of their own inside it; 0 without any.

        A name says so, or the rest is one of the titles that the page tells of (letters and digits, without case).
        """
        whole = "".join(self.parts)
        for start, end, tag, hints in self._spans:
            rest = "".join(filter(str.isalnum, whole[end:].casefold()))
            if whole[:start].strip() or not rest or end - start > _LONGEST_KICKER:
                continue
            if _NUMBER.fullmatch(whole[start:end].strip()):
                continue  # the number of a section belongs to its heading
            goes_on = whole[end:].lstrip()[:1] in ("—", "–", "-", ":", "|")  # one title, with a bar in it
            if hints & Meaning.KICKER or (tag in OWN and rest in titles and not goes_on):
                return end
        return 0

    def title_end(self, titles: frozenset[str]) -> int:
        """Where a linked title of the page ends that has the site it is from in brackets behind it; 0 without any."""
        if not self._links or self.parts[-1][-1:] not in ")) " or self._length > _LONGEST_TITLE:
            return 0
        whole = "".join(self.parts)
        for start, end, _ in self._links[:1]:
            title = "".join(filter(str.isalnum, whole[start:end].casefold()))
            if title in titles and not whole[:start].strip() and _SITE.fullmatch(whole[end:]):
                return end
        return 0

    def split(self, keep: bool, at: int = 0) -> list[Part]:
        """The run as parts: paragraphs between empty lines, and the items of a list made of line breaks.

        With ``keep`` it is one part, or two where one ends ``at`` a place inside.
        """
        whole = "".join(self.parts)
        spans = self._spans + [(start, self._length, tag, hints) for _, tag, start, hints in self._open]
        links = self._links + [
            (start, self._length, element.get("href") or "")
            for element, tag, start, _ in self._open
            if tag == "a" and element.get("href")
        ]
        tongues = self._tongues
        if self._speaking:
            starts = {id(element): start for element, _, start, _ in self._open}
            still = ((starts[id(element)], self._length, tongue) for element, tongue in self._speaking)
            tongues = [*tongues, *still]
        if len(links) > 1 and not keep:
            ranges = runs_of_links(whole, spans) if len(links) < _MANY_LINKS else []
        else:
            ranges = []
        if not ranges:
            ranges = [(0, len(whole), False)] if "\n" not in whole or keep else ranges_of(whole, spans)
        if at:
            ranges = [(0, at, False), (at, len(whole), False)]
        elif len(whole) < 200:
            ranges = dated_apart(whole, ranges, spans)
        if len(ranges) * (len(spans) + len(links)) > _MOST_COMPARISONS:
            spans, links, tongues = [], [], []
        found = []
        for start, end, is_item in ranges:
            part = self._part(whole, start, end, is_item, spans, links, tongues)
            if part.text:
                found.append(part)
        return found

    def _part(
        self,
        whole: str,
        start: int,
        end: int,
        is_item: bool,
        spans: list[tuple[int, int, str, int]],
        links: list[tuple[int, int, str]],
        tongues: list[tuple[int, int, str]],
    ) -> Part:
        text = whole[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip().replace("\n", " ")
        size = len(text)
        inside = []
        linked = 0
        for left, right, href in links:
            left, right = max(left - start, 0), min(right - start, size)
            if right > left:
                inside.append((left, right, href))
                # A link to a place on the same page leads nowhere else: it makes no line a teaser.
                linked += 0 if href.startswith("#") else right - left
        bold = 0
        hints = 0
        tags = set()
        for left, right, tag, said in spans:
            covered = min(right - start, size) - max(left - start, 0)
            if covered > 0:
                if tag in BOLD:
                    bold += covered
                if covered >= 0.8 * size:
                    hints |= said
                    tags.add(tag)
        foreign = _within(tongues, start, size)
        return Part(
            text, tuple(sorted(inside)), min(linked, size), min(bold, size), self._timed_in(start, start + size), hints,
            frozenset(tags), foreign, is_item, self._math >= 0.8 * size or _DISPLAY.fullmatch(text) is not None,
        )  # fmt: skip


def _within(ranges: list[tuple[int, int, str]], start: int, size: int) -> tuple[tuple[int, int, str], ...]:
    """What of some ranges of a run lies in its ``size`` characters from ``start`` on; the longest first."""
    cut = ((max(left - start, 0), min(right - start, size), told) for left, right, told in ranges)
    return tuple(sorted((one for one in cut if one[1] > one[0]), key=lambda one: one[0] - one[1])) if ranges else ()


def _first_character(element: HtmlElement) -> str:
    for child in element.iter():
        if child.text and isinstance(child.tag, str):
            return str(child.text[0])
        if child is not element and child.tail:
            return str(child.tail[0])
    return ""
