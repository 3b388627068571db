"""Finds what a page says twice: pull quotes, and paragraphs that were put in again."""

from __future__ import annotations

import re
from collections import Counter

from .outline import Kind, State
from .scene import Scene, folded
from .shapes import is_date
from .words import Meaning

_RUN = 4
_MOST_WORDS = 1_000_000
"""Pages with more letters than this are not looked at word by word."""
_BESIDE = Meaning.CAPTION | Meaning.HIGHLIGHTS | Meaning.MEDIA | Meaning.GALLERY
_NEAR = 6
"""Farther apart, a manual says a thing again where it holds again."""
_STATEMENT = re.compile(r"[.!…。！।۔][\"'”’»)」』\]]*$")
_TITLE = 9
"""A title of a section hardly has more words."""
_SHORT = 80
_OFTEN = 3
_SHORTEST = 40
_SHORTEST_QUOTED = 18
_SHORTEST_AGAIN = 80
_LONGEST = 600
_SIGNED = re.compile(r"\s*[—–]\s?[^—–.!?]{2,40}$")
"""The name under a quote."""
_MOST_EFFORT = 300_000_000
"""So many characters are searched for pull quotes, which only pages of many megabytes come near."""


def repeated(scene: Scene) -> frozenset[int]:
    """The pieces of the body that another piece of it says in full; of two that are equal, the later one."""
    said: dict[int, str] = {}
    beside: set[int] = set()
    for view in scene.views:
        if view.zone in ("body", "header") and view.piece.kind in (Kind.TEXT, Kind.HEADING) and not view.measured.card:
            said[view.number] = folded(view.text)
            if view.label or view.state & State.FIGURE or view.trail & _BESIDE:
                beside.add(view.number)
    # What a caption or a highlight says as well is still to be said in its place.
    running = [text for number, text in said.items() if number not in beside]
    whole = "\n".join(running)
    spoken = "\n".join(view.text for view in scene.views if view.number in said and any(m in view.text for m in _OPENS))
    equal = Counter(running)
    effort = _MOST_EFFORT
    short = len(whole) < _MOST_WORDS
    shingles: Counter[tuple[str, ...]] | None = None
    found: set[int] = set()
    seen: dict[str, int] = {}
    for number, text in said.items():
        view = scene.views[number]
        if view.piece.kind is Kind.HEADING and not _is_statement(view.text):
            continue  # the title of a section that another one names
        quoted = any(around.tag in ("aside", "blockquote", "figure", "q") for around in view.piece.box.chain()[:3])
        if not (_SHORTEST_QUOTED if quoted else _SHORTEST) <= len(text) <= _LONGEST:
            brief = _SHORTEST_QUOTED < len(text) < _SHORTEST and view.piece.kind is Kind.TEXT
            if brief and not view.like_body and effort > 0:
                effort -= len(spoken) * len(_OPENS)
                if _is_opened(view.text, spoken):
                    found.add(number)
            continue
        longer = False
        if effort > 0 and (quoted or not view.made_like_body or view.text.startswith(("“", '"', "«", "„"))):
            effort -= len(whole)
            longer = whole.count(text) > equal[text]
            if quoted and not longer and short:
                if shingles is None:  # hardly any page asks
                    shingles = Counter(shingle for other in said for shingle in _shingles(scene.views[other].text))
                longer = _is_said(view.text, shingles)
            unsigned = folded(_SIGNED.sub("", view.text))
            if not longer and _SHORTEST <= len(unsigned) < len(text):
                longer = whole.count(unsigned) > 1
        # What stands there three times is the question of an interview, and belongs to every answer.
        near = text in seen and (number - seen[text] <= _NEAR or not view.made_like_body)
        again = near and equal[text] == 2 and len(text) >= _SHORTEST_AGAIN and _STATEMENT.search(view.text)
        if longer or again:
            found.add(number)
        if number not in beside:
            seen[text] = number
    return frozenset(found)


_OPENS = ("“", '"', "«", "„", "”", "「", "『", "‘")


def _is_opened(text: str, spoken: str) -> bool:
    """Whether a quotation in another piece opens with these words."""
    return len(spoken) < _MOST_WORDS and any(f"{mark}{text.strip(''.join(_OPENS))}" in spoken for mark in _OPENS)


def _is_statement(text: str) -> bool:
    """Whether a heading says something, as quotes do that are set as large as headings."""
    return (
        _STATEMENT.search(text) is not None or text.startswith(("“", '"', "«", "„", "‘")) or len(text.split()) > _TITLE
    )


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def _is_said(text: str, shingles: Counter[tuple[str, ...]]) -> bool:
    """Whether most runs of words of a quote stand in another piece as well: it was shortened a little."""
    mine = _shingles(text)
    return len(mine) >= _RUN and sum(shingles[shingle] > 1 for shingle in mine) >= 0.7 * len(mine)


def echoed(scene: Scene) -> frozenset[str]:
    """Short texts that stand in or around the story three times or more: labels of a gallery's pictures, of buttons.

    Not times and dates: those of the entries of a long report come back.
    """
    short = [(folded(view.text), view.text) for view in scene.views if view.zone != "outside" and view.size < _SHORT]
    times = Counter(text for text, _ in short)
    often = Counter(text for text, printed in short if times[text] >= _OFTEN and not is_date(printed))
    return frozenset(text for text, count in often.items() if count >= _OFTEN)
