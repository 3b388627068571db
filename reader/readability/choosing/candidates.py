"""Ranks the boxes of a page that may hold its story, by their votes."""

from __future__ import annotations

from typing import NamedTuple

from ...patterns import later
from ..features import Measures
from ..metadata import Told
from ..outline import Box, Outline
from ..words import Meaning

_WORD = later(r"\w+")
_BODIES = ("articleBody", "text", "reviewBody")
_MOST_CANDIDATES = 60
_LONG = 200
"""A text that the page tells of and that is shorter is a summary, and no vote."""
_SURE = 0.75
"""Where a box agrees so far with the text that the page tells of, nothing else is weighed."""
_WEIGHTS = {
    "most prose": 1.0, "article element": 1.12, "main element": 1.05, "schema.org articleBody": 1.25,
    "schema.org speakable": 1.05,
    "named like a story": 1.1,
}  # fmt: skip
_AS_TOLD = "the text the page tells of"
_MOST_WORDS = 50_000
_LEAST_TOLD = 0.6
_FEWEST_WORDS = 30
"""A text of fewer words may be in a language that puts no blanks between them."""
_END, _REST = 25, 20
_CUT = " .…[]"


class Candidate(NamedTuple):
    """A box that may hold the story, and the votes for it."""

    box: Box
    why: str
    score: float

    @property
    def is_as_told(self) -> bool:
        """Whether it holds the text that the page tells of itself, and no other."""
        return self.why.endswith(_AS_TOLD)


def ranked(outline: Outline, measures: Measures, body: str, spoken: frozenset[int] = frozenset()) -> list[Candidate]:
    """The candidates, the one with the weightiest votes first.

    ``body`` is the text that the page tells of, or ""; ``spoken`` are the pieces to be read aloud.
    """
    told_words = shingles(body) if body else frozenset()
    told = _Agreement(outline, told_words) if told_words else None
    everything = whole(outline, measures)
    scored = []
    for box, votes in _voted(outline, measures, 0.05 if told_words else 0.3):
        if (
            spoken
            and box.tag != "body"
            and all(box.first <= number < box.last for number in (min(spoken), max(spoken)))
        ):
            votes.append("schema.org speakable")
        score = score_of(box, measures, everything) * _weight(box, votes)
        if told:
            agreement = told.of(box)
            score *= 0.4 + 0.8 * agreement
            if agreement > _SURE:
                score, votes = agreement * 10 + score, [*votes, _AS_TOLD]
        scored.append(Candidate(box, ", ".join(votes), score))
    return sorted(scored, key=lambda candidate: (-candidate.score, -candidate.box.depth))


def tells(told: Told) -> bool:
    """Whether the page tells machines a text of some length as that of its story."""
    return len(told.body) > _LONG


def told_in_part(told: Told, outline: Outline) -> str:
    """How the text that the page tells of shows to be only the begin of its story; "" where it does not."""
    if not tells(told):
        return ""
    mine = len(told.body.split())
    if told.words * _LEAST_TOLD > mine and mine > _FEWEST_WORDS:
        return f"the page tells {mine} words of its story, and says that it has {told.words}"
    end = told.body.rstrip(_CUT)[-_END:]
    for piece in outline.pieces:
        if end in piece.text:
            rest = piece.text.rpartition(end)[2]
            goes_on = len(rest) > _REST or told.body.endswith(("…", "...", "...]", "…]"))
            return "the page tells only the begin of its story, which goes on behind it" if goes_on else ""
    return ""


def whole(outline: Outline, measures: Measures) -> float:
    """How much prose the page has; never 0."""
    return max((measures.prose(box) for box in outline.boxes[:3]), default=0.0) or 1.0


def score_of(box: Box, measures: Measures, everything: float) -> float:
    """How much of the page's prose is in a box, and how little else (a harmonic mean, recall first)."""
    prose = measures.prose(box)
    size = measures.size(box)
    if not prose or not size:
        return 0.0
    recall = prose / everything
    rest = max(0.0, size - prose) * 0.6 + measures.linked(box) * 0.6
    precision = prose / (prose + rest)
    return (1 + 4) * precision * recall / (4 * precision + recall)


def shingles(text: str) -> frozenset[int]:
    """Every four words of a text that follow each other, as numbers."""
    words = _WORD.findall(text)
    return frozenset(hash(tuple(words[i : i + 4])) for i in range(max(1, len(words) - 3)))


def _voted(outline: Outline, measures: Measures, share: float) -> list[tuple[Box, list[str]]]:
    best = whole(outline, measures)
    found = []
    for box in outline.boxes:
        prose = measures.prose(box)
        if not prose or prose < share * best or box.tag in ("p", "li", "td", "html", "head", "tbody", "tr"):
            continue
        votes = ["most prose"]
        if box.tag == "article" or box.element.get("role") == "article":
            votes.append("article element")
        elif box.tag == "main" or box.element.get("role") == "main":
            votes.append("main element")
        if box.element.get("itemprop") in _BODIES and _is_only_body(outline):
            votes.append("schema.org articleBody")
        elif box.meaning & Meaning.BODY and box.tag != "body":
            votes.append("named like a story")
        found.append((box, votes))
    return sorted(found, key=lambda pair: -measures.prose(pair[0]))[:_MOST_CANDIDATES]


def _is_only_body(outline: Outline) -> bool:
    return sum(box.element.get("itemprop") in _BODIES for box in outline.boxes) == 1


def _weight(box: Box, votes: list[str]) -> float:
    weight = 0.95 if box.tag == "body" else 1.0
    for vote in votes:
        weight *= _WEIGHTS[vote]
    return weight


class _Agreement:
    """How far boxes hold the text that the page tells of, and no other."""

    def __init__(self, outline: Outline, told_words: frozenset[int]) -> None:
        self._told = told_words
        self._starts = [0]
        words: list[str] = []
        for piece in outline.pieces:
            words += _WORD.findall(piece.text)
            self._starts.append(len(words))
        self._page = list(map(hash, zip(words, words[1:], words[2:], words[3:], strict=False)))

    def of(self, box: Box) -> float:
        """From 0 to 1; what is missing counts for more than what is too much."""
        first = self._starts[box.first]
        last = max(first, min(self._starts[box.last] - 3, first + _MOST_WORDS))
        mine = set(self._page[first:last])
        return 5 * len(mine & self._told) / (4 * len(self._told) + max(len(mine), 1))
