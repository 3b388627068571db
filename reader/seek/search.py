"""Finding a text in a story, whatever its case, its accents and the shape of its quotation marks and dashes."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from ..story import Position, Story
from ..treatment import left_out
from .order import heard, rank

_ALIKE: Final = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)
_SPACES = re.compile(r"\s+")


def next_match(story: Story, text: str, after: Position) -> Position | None:
    """The first place behind ``after`` where ``text`` stands, None where there is none."""
    here = _order(story, after)
    return next((at for at in _matches(story, text) if _order(story, at) > here), None)


def previous_match(story: Story, text: str, before: Position) -> Position | None:
    """The last place before ``before`` where ``text`` stands, None where there is none."""
    here, found = _order(story, before), None
    for at in _matches(story, text):
        if _order(story, at) >= here:
            break
        found = at
    return found


def match_number(story: Story, text: str, at: Position) -> tuple[int, int]:
    """Which match stands at ``at``, from 1, and how many there are."""
    found = list(_matches(story, text))
    return found.index(at) + 1 if at in found else 0, len(found)


def _matches(story: Story, text: str) -> Iterator[Position]:
    """Every place in what is read, and in what was left out page furniture aside, in the order of reading."""
    wanted = _folded(text).strip()
    if not wanted:
        return
    for number in sorted({*heard(story), *left_out(story)}, key=lambda number: rank(story, number)):
        block = story.blocks[number]
        if wanted not in (folded := _folded(block.text)):
            continue
        starts = _starts(block.text)
        at = folded.find(wanted)
        while at >= 0:
            yield Position(number, bisect_left(starts, at + 1) - 1)
            at = folded.find(wanted, at + len(wanted))


def _folded(text: str) -> str:
    """``text`` without case, accents and invisible characters, its spaces single and its marks plain."""
    if text.isascii():
        return _SPACES.sub(" ", text.lower().replace("`", "'"))
    decomposed = unicodedata.normalize("NFKD", text.translate(_ALIKE).casefold())
    return _SPACES.sub(" ", "".join(filter(_counts, decomposed))).casefold()


def _starts(text: str) -> list[int]:
    """For each character of ``text`` how long all before it is when it is folded."""
    starts, length, was_space = [], 0, False
    for char in text:
        starts.append(length)
        folded = _folded(char)
        is_space = folded == " "
        length += 0 if is_space and was_space else len(folded)
        was_space = is_space or (was_space and not folded)
    return starts


def _counts(char: str) -> bool:
    return unicodedata.category(char) not in ("Mn", "Cf")


def _order(story: Story, at: Position) -> tuple[tuple[int, int], int]:
    return rank(story, at.block), at.offset
