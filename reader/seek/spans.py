"""What a block holds several of: sentences, words and links, each with where it starts and ends."""

import re
import unicodedata
from collections.abc import Iterator

from ..script.pieces import pieces
from ..story import Block, Link, Position, Story
from .kinds import Kind

Span = tuple[int, int]
"""From which character of a block's text up to which, the latter not included."""

# Scripts that put no space between words go character by character: kana, Han, Thai, Lao, Myanmar, Khmer.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")


def spans(story: Story, number: int, kind: Kind) -> Iterator[Span]:
    """The spans of that kind in a block, in order."""
    block = story.blocks[number]
    match kind:
        case Kind.WORD:
            return _words(block.text)
        case Kind.LINK:
            return ((link.start, link.end) for link in links(block))
        case _:
            return ((piece.start, piece.end) for piece in pieces(block, block.language or story.language))


def links(block: Block) -> list[Link]:
    """The links of a block that have words to be heard, in order."""
    found = (link for link in block.links if link.target and block.text[link.start : link.end].strip())
    return sorted(found, key=lambda link: link.start)


def word_at(story: Story, at: Position) -> str:
    """The word in which ``at`` stands, or else the one before; "" where there is none."""
    text = story.blocks[at.block].text
    begun = [span for span in _words(text) if span[0] <= at.offset] or list(_words(text))[:1]
    return text[slice(*begun[-1])] if begun else ""


def link_at(story: Story, at: Position) -> Link | None:
    """The link in which ``at`` stands, or else the last one before it in its sentence."""
    block = story.blocks[at.block]
    since = max((start for start, _ in spans(story, at.block, Kind.SENTENCE) if start <= at.offset), default=0)
    begun = [link for link in links(block) if link.start <= at.offset and link.end > since]
    return begun[-1] if begun else None


def _words(text: str) -> Iterator[Span]:
    """What stands between spaces and has anything to be said: no lone dash, no lone quotation mark."""
    return (match.span() for match in _WORD.finditer(text) if any(map(_is_said, match[0])))


def _is_said(char: str) -> bool:
    return char in "&%@#*/" or not unicodedata.category(char).startswith(("P", "C", "M"))
