"""Tells from its words what a line of plain text is: a button, a notice, a caption, a byline, a chapter."""

import re
from functools import cache, lru_cache

from .. import shapes
from ..labels import asks, is_credits, is_lead, label
from ..vocabulary import sections, words

_SHARING = words("lines", "sharing")


@cache
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile("|".join(sections("lines")[section]), re.I | re.S)


def _is(section: str, text: str) -> bool:
    return _pattern(section).fullmatch(text) is not None


@lru_cache(maxsize=4096)
def is_furniture(text: str) -> bool:
    """Whether a line is a button, a counter or a notice of the page."""
    if len(text) > 500:
        return False
    if label(text) == "control" or _is("notice", text):
        return True
    tokens = text.casefold().split()
    if 2 < len(tokens) <= 12 and _are_controls(tokens):
        return True
    return len(tokens) <= 16 and all(token.strip(":,.") in _SHARING for token in tokens)


def _are_controls(tokens: list[str]) -> bool:
    """Whether a line is nothing but the words of controls, one after another: “Jump to Recipe Print Recipe”."""
    at = 0
    while at < len(tokens):
        ends = range(min(at + 4, len(tokens)), at, -1)
        end = next((end for end in ends if label(" ".join(tokens[at:end])) == "control"), 0)
        if not end:
            return False
        at = end
    return True


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the story, perhaps after the date."""
    if shapes.is_byline(text):
        return True
    before, by, after = text.partition(" by ")
    return bool(by) and len(text) <= 120 and shapes.is_date(before) and after[:1].isupper()


def is_greeting(text: str) -> bool:
    """Whether a line greets the reader or takes leave, as letters do: a few words and a comma."""
    return len(text) <= 40 and text[:1].isupper() and text.endswith((",", "，")) and text.count(" ") <= 4


def is_name(text: str) -> bool:
    """Whether a line may be the name of a person, or of two."""
    return len(text) <= 80 and _NAMES.fullmatch(text) is not None


_NAMES = re.compile(
    r"[A-ZÀ-ÞА-Я][\w.'’-]+(?: (?:[A-ZÀ-ÞА-Я][\w.'’-]*|de|van|von|der|den|al|bin|la|le|di|da)){1,3}"
    r"(?:(?:,| and| &) [A-ZÀ-ÞА-Я][\w.'’ -]{2,60})?"
)


def is_note(text: str, at_end: bool) -> bool:
    """Whether a line tells of the authors, or how the text came to be; ``at_end`` tells that little follows it."""
    return len(text) <= 900 and (_is("note", text) or (at_end and len(text) <= 250 and is_credits(text)))


def is_mark_of_note(text: str) -> bool:
    """Whether a piece begins as footnotes do in books."""
    return _NOTE.match(text) is not None


_NOTE = re.compile(r"(?:\[\d{1,3}\]|\^\d*|\[\*\]|[†‡]|\[Footnote[^\]]*)\s*\S", re.I)


def is_caption(text: str) -> bool:
    """Whether a line has the words of a caption or of a picture's credit."""
    return len(text) <= 400 and _is("caption", text)


def is_media(text: str) -> bool:
    """Whether a line names a player or a gallery."""
    return len(text) <= 30 and _is("media", text)


@lru_cache(maxsize=4096)
def is_promo(text: str) -> bool:
    """Whether a line leads to another page, or asks something of the reader."""
    if len(text) > 260:
        return False
    return is_lead(text) or label(text) == "promo" or _is("promo", text) or (len(text) < 160 and asks(text))


def is_chapter(text: str) -> bool:
    """Whether a line names a part of a book."""
    return len(text) < 120 and _is("chapter", text)


_CODE = re.compile(
    r"(?:\$|>>>|\.\.\.|#!|//|/\*|\*/|#include|import |from \w+ import|def |class \w+.*:|return\b|(?:const|let|var|"
    r"function|public|private|static|int|void|npm|pip|git|sudo|curl|docker|make|cd|brew|cargo) ).*|"
    r".*(?:[{};]|\);?|=>|\) \{)|[\w.]+\(.*\).*|[\w.\[\]]+ ?[:+-]?= ?\S.*|</?\w+[^<>]*>.*|\(.*|[)}\]]+"
)
_COMMAND = re.compile(
    r"(?:\$ |>>> |#!/|// |/\*)\S.*|(?:npm|npx|pip|git|sudo|curl|wget|docker|cargo|brew|apt-get) [a-z-]\S*.*|"
    r"[a-z][\w./-]*(?: [^ ]+)* --?[A-Za-z][\w-]*(?:[ =].*)?|(?:const|let|var|import|from|def|return|int|void|public) "
    r".*[=;:({].*[;{:]|[\w.]+(?: [\w.]+)? ?= ?[^=].*;|[\w.]+\([^()]*\);|.* => .*|<(\w+)[^<>]*>.*</\1>"
)


def is_code(line: str) -> bool:
    """Whether a line may be of a program, among others of it."""
    return _CODE.fullmatch(line.strip()[:300]) is not None


def is_command(line: str) -> bool:
    """Whether a line can only be of a program."""
    return len(line) < 300 and _COMMAND.fullmatch(line.strip()) is not None
