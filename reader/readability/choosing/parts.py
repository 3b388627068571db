"""Cuts a box into the texts that stand side by side in it, and tells which of them the headline belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..cutting.flat import flat_text
from ..cutting.lines import BOLD
from ..features import Measures
from ..language import language_in
from ..metadata import Told
from ..outline import Box, Kind, Outline, Piece
from .topic import topic

_LEAST = 200
"""A box with less prose is no text of its own; it counts with what stands loose beside it."""
_LITTLE = 100
"""Loose text, or a text under the headline, may be as short as this."""
_SAMPLE = 6_000
_FEWEST, _MOSTLY = 4, 0.6
_LONGEST_TERM = 40
_DEEPEST = 40
_MOST = 60


@dataclass(eq=False)
class Part:
    """A text on a page: what one box holds, or what stands loose in a box beside others. ``box`` is None if loose."""

    ground: Ground
    box: Box | None
    ranges: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """The number of its first piece."""
        return self.ranges[0][0]

    @property
    def last(self) -> int:
        """The number after its last piece."""
        return self.ranges[-1][1]

    @cached_property
    def prose(self) -> float:
        """How many of its characters read like a story, below the headline where that is inside."""
        start = self.ground.headline + 1 if self.has_headline else 0
        return sum(
            self.ground.measures.prose_between(max(first, start), last)
            for first, last in self.ranges
            if last > max(first, start)
        )

    @property
    def has_headline(self) -> bool:
        """Whether the headline stands in it."""
        return any(first <= self.ground.headline < last for first, last in self.ranges)

    @cached_property
    def pieces(self) -> list[Piece]:
        """Its pieces."""
        return [piece for first, last in self.ranges for piece in self.ground.outline.pieces[first:last]]

    @cached_property
    def text(self) -> str:
        """Its prose, and no headings; the begin of a long one."""
        found: list[str] = []
        size = 0
        for piece in self.pieces:
            if self.ground.measures.pieces[piece.number].prose:
                found.append(piece.text)
                size += len(piece.text)
                if size > _SAMPLE:
                    break
        return "\n".join(found)[: 2 * _SAMPLE]

    @cached_property
    def topic(self) -> frozenset[str]:
        """What it is about."""
        return topic(self.text)

    @cached_property
    def language(self) -> str:
        """Its language, "" where that is in doubt."""
        return language_in(self.text)

    @cached_property
    def on_subject(self) -> int:
        """How many words it has of the headline and of what the page says the story is about."""
        return len(self.topic & self.ground.subject)

    @cached_property
    def form(self) -> str:
        """What most of its paragraphs are, where that is not plain text: "a list of terms", "a talk written down"."""
        texts = [piece for piece in self.pieces if self.ground.measures.pieces[piece.number].prose]
        if len(texts) < _FEWEST:
            return ""
        if sum(map(_has_term, texts)) > _MOSTLY * len(texts):
            return "a list of terms"
        return "a talk written down" if sum(map(_has_speaker, texts)) > _MOSTLY * len(texts) else ""

    @cached_property
    def heading(self) -> Piece | None:
        """The heading that it begins with, which is not the headline of the page; None where it begins otherwise."""
        for piece in self.pieces[:3]:
            if piece.kind is Kind.HEADING:
                return piece if piece.number != self.ground.headline else None
            if self.ground.measures.pieces[piece.number].prose:
                break
        return None


def _has_term(piece: Piece) -> bool:
    """Whether a paragraph begins with a term that it explains, set in bold or as the term of a list."""
    if piece.box.tag == "dd":
        return True
    element = piece.box.element
    first = element[0] if len(element) and not (element.text or "").strip() else None
    return first is not None and first.tag in BOLD and 0 < len(flat_text(first)) < min(_LONGEST_TERM, len(piece.text))


def _has_speaker(piece: Piece) -> bool:
    """Whether a paragraph begins with the name of who says it, in capitals."""
    name, colon, _ = piece.text[:_LONGEST_TERM].partition(":")
    return bool(colon) and name.isupper()


@dataclass(eq=False)
class Ground:
    """The page on which texts are compared; ``headline`` is its landmark, the number of a piece or -1."""

    outline: Outline
    measures: Measures
    told: Told
    headline: int

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words of the headline and of what the page says the story is about, without the name of the site."""
        own = self.outline.pieces[self.headline].text if self.headline >= 0 else ""
        return topic(" \n".join([own, *self.told.descriptions[:2]])) - topic(self.told.site)

    @cached_property
    def children(self) -> dict[int, list[Box]]:
        """The boxes right inside each box that have text, by the id of that box."""
        found: dict[int, list[Box]] = {}
        for box in self.outline.boxes:
            if box.parent is not None and box.last > box.first:
                found.setdefault(id(box.parent), []).append(box)
        return found


def splits(ground: Ground, box: Box) -> Iterator[tuple[Part, list[Part]]]:
    """From ``box`` inwards: the text that the headline belongs to, and the other texts beside it; where there are any.

    The first split is at the smallest box around ``box`` and the headline.
    """
    at: Box | None = box
    while at is not None and not at.first <= ground.headline < at.last:
        at = at.parent
    for _ in range(_DEEPEST):
        if at is None:
            return
        parts = _parts(ground, at)
        main = _main(ground, parts)
        if main is None:
            return
        others = [part for part in parts if part is not main]
        if others:
            yield main, others[:_MOST]
        at = main.box


def _parts(ground: Ground, box: Box) -> list[Part]:
    """The texts that stand side by side in a box."""
    boxes = [
        child
        for child in ground.children.get(id(box), ())
        if ground.measures.prose(child) >= _LEAST and child.tag not in ("p", "li", "pre", "blockquote")
    ]
    parts = [Part(ground, child, ((child.first, child.last),)) for child in boxes]
    edges = [box.first, *(edge for child in boxes for edge in (child.first, child.last)), box.last]
    ranges = tuple((first, last) for first, last in list(pairwise(edges))[::2] if last > first)
    if ranges:
        loose = Part(ground, None, ranges)
        if loose.prose >= _LITTLE:
            parts.append(loose)
    return parts


def _main(ground: Ground, parts: list[Part]) -> Part | None:
    """The text with the headline in it; else the one below the headline that has most of its words, the first of such.

    None where there is no text below the headline.
    """
    if len(parts) == 1:
        return parts[0]
    for part in parts:
        if part.has_headline and part.prose >= _LITTLE:
            return part
    below = [part for part in parts if part.last > ground.headline]
    return max(below, key=lambda part: (part.on_subject, -part.first), default=None)
