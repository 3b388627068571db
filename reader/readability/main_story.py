"""Finds where on a page the story is: several votes, and a second look when they disagree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from .features import Measures
from .metadata import Told
from .outline import Box, Outline, State
from .words import Meaning

_WORD = re.compile(r"\w+")


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
_MOST_CHARACTERS = 300_000


@dataclass(frozen=True, slots=True)
class Found:
    """The box that holds the story, and which votes it won with."""

    box: Box
    why: str
    score: float


def find(
    outline: Outline, measures: Measures, told: Told, root: HtmlElement, spoken: frozenset[int] = frozenset()
) -> Found:
    """The box of the story. Where its own votes are not clear enough, readability-lxml is asked as well."""
    told_words = _shingles(told.body) if len(told.body) > _LONG else frozenset()
    everything = max((measures.prose(box) for box in outline.boxes[:3]), default=0.0) or 1.0
    scored = []
    for box, votes in _candidates(outline, measures, 0.05 if told_words else 0.3):
        if (
            spoken
            and box.tag != "body"
            and all(box.first <= number < box.last for number in (min(spoken), max(spoken)))
        ):
            votes.append("schema.org speakable")
        score = _score(box, measures, everything) * _weight(box, votes)
        if told_words:
            agreement = _agreement(box, outline, told_words)
            score *= 0.4 + 0.8 * agreement
            if agreement > _SURE:
                score, votes = agreement * 10 + score, [*votes, "the text the page tells of"]
        scored.append(Found(box, ", ".join(votes), score))
    scored.sort(key=lambda found: (-found.score, -found.box.depth))
    best = scored[0] if scored else Found(outline.boxes[0], "nothing reads like a story", 0.0)
    if not told_words and _unclear(best, scored, measures, everything):
        other = _second_opinion(outline, root)
        if other is not None and not other.within(best.box) and not best.box.within(other):
            score = _score(other, measures, everything) * 1.2
            if score > best.score:
                return Found(other, "readability-lxml", score)
    return best


def _candidates(outline: Outline, measures: Measures, share: float) -> list[tuple[Box, list[str]]]:
    best = max((measures.prose(box) for box in outline.boxes), default=0.0)
    bodies = sum(box.element.get("itemprop") in _BODIES for box in outline.boxes)
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
        if bodies == 1 and box.element.get("itemprop") in _BODIES:
            votes.append("schema.org articleBody")
        elif box.meaning & Meaning.BODY and box.tag != "body":
            votes.append("named like a story")
        found.append((box, votes))
    return sorted(found, key=lambda pair: -measures.prose(pair[0]))[:_MOST_CANDIDATES]


def _score(box: Box, measures: Measures, everything: float) -> float:
    """How much of the page's prose is in a box, and how little else (a harmonic mean, recall first)."""
    prose = measures.prose(box)
    size = measures.size(box)
    if not prose or not size:
        return 0.0
    recall = prose / everything
    rest = max(0.0, size - prose) * 0.6 + measures.linked(box) * 0.6
    precision = prose / (prose + rest)
    return (1 + 4) * precision * recall / (4 * precision + recall)


def _weight(box: Box, votes: list[str]) -> float:
    weight = 0.95 if box.tag == "body" else 1.0
    for vote in votes:
        weight *= _WEIGHTS[vote]
    return weight


def _agreement(box: Box, outline: Outline, told_words: frozenset[int]) -> float:
    """How far a box holds the text that the page tells of and no other, 0 to 1; what is missing counts for more."""
    text = " ".join(piece.text for piece in outline.pieces[box.first : box.last])
    mine = _shingles(text[:_MOST_CHARACTERS])
    return 5 * len(mine & told_words) / (4 * len(told_words) + max(len(mine), 1))


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text)
    return frozenset(hash(tuple(words[i : i + 4])) for i in range(max(1, len(words) - 3)))


def _unclear(best: Found, scored: list[Found], measures: Measures, everything: float) -> bool:
    """Whether the winner holds little of the page's prose, or another box far from it does almost as well."""
    if measures.prose(best.box) < 0.5 * everything or measures.prose(best.box) < 400:
        return True
    return any(
        found.score > 0.8 * best.score and not found.box.within(best.box) and not best.box.within(found.box)
        for found in scored
    )


_MOST_BOXES, _MOST_CHARACTERS = 10_000, 500_000
"""readability-lxml takes tens of seconds on pages far beyond these."""


def _second_opinion(outline: Outline, root: HtmlElement) -> Box | None:
    """The smallest box with what readability-lxml chooses; None when it finds nothing, or the page is too large."""
    from lxml import etree

    if len(outline.boxes) > _MOST_BOXES or sum(len(piece.text) for piece in outline.pieces) > _MOST_CHARACTERS:
        return None

    try:
        import logging

        from readability import Document

        # It logs its failures with a traceback, which a listener would have to hear.
        logging.getLogger("readability").setLevel(logging.CRITICAL)

        chosen = Document(etree.tostring(root, encoding="unicode", method="html")).summary(html_partial=True)
        words = _shingles(" ".join(map(str, etree.fromstring(chosen, etree.HTMLParser()).itertext())))
    except Exception:  # a vote that cannot be had is no vote: readability-lxml raises several unrelated kinds
        return None
    if len(words) < 40:
        return None
    best: Box | None = None
    for box in outline.boxes:
        if box.tag in ("html", "body") or box.state & (State.NAV | State.FOOTER):
            continue
        if best is not None and not box.within(best):
            continue
        text = " ".join(piece.text for piece in outline.pieces[box.first : box.last])
        if len(_shingles(text) & words) >= 0.85 * len(words):
            best = box
    return best
