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


def _phrases(section: str) -> frozenset[str]:
    return frozenset(";".join(sections("lines")[section]).split(";"))


_LEADS_OF_PROSE = _phrases("lead of prose")
_REQUESTS_OF_PROSE = _phrases("request of prose")
_SITE = words("lines", "site")
_LONG_BEGINNING = tuple(word for word in _SITE if len(word) >= 5)


@lru_cache(maxsize=4096)
def is_furniture(text: str, reads_on: bool = False) -> bool:
    """Whether a line is a button, a counter or a notice of the page; one that ``reads_on`` is no button."""
    if len(text) > 500:
        return False
    if reads_on or _is("notice", text):
        return _is("notice", text)
    if label(text) == "control":
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
    """Whether a line says who wrote the story, perhaps after the date, or among other parts."""
    if shapes.is_byline(text):
        return True
    if len(text) <= 120 and any(map(shapes.is_byline, _PARTS.split(text)[1:])):
        return True
    before, by, after = text.partition(" by ")
    return bool(by) and len(text) <= 120 and shapes.is_date(before) and after[:1].isupper()


_PARTS = re.compile(r" [|•·] |\. (?=By )")


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
    """Whether a line tells of the authors, or how the text came to be; ``at_end`` tells that no story follows it."""
    if len(text) > 900:
        return False
    return _is("note", text) or (at_end and (_is("note at the end", text) or (len(text) <= 250 and _credits(text))))


def _credits(text: str) -> bool:
    """Whether a paragraph begins with how the text came to be; who somebody is stands right behind the name."""
    first = text[:_FIRST]
    if _UNNAMED.match(text):
        return False
    if is_credits(first):
        somebody = _SOMEBODY.match(first)
        return somebody is None or is_name(somebody[1])
    return "contribut" in text and is_credits(text)


_FIRST = 80
_UNNAMED = re.compile(r"\(?\w+(?: \w+)? by [a-z]")
_SOMEBODY = re.compile(r"(.*?),?(?: who)? is (?:the author of|an? )")


def is_mark_of_note(text: str) -> bool:
    """Whether a piece begins as footnotes do in books."""
    return _NOTE.match(text) is not None


_NOTE = re.compile(r"(?:\[\d{1,3}\]|\^\d*|\[\*\]|[†‡]|\[Footnote[^\]]*)\s*\S", re.I)


def is_caption(text: str, reads_on: bool = False) -> bool:
    """Whether a line has the words of a caption or of a picture's credit.

    One that ``reads_on`` must begin or end with them: paragraphs of stories tell of pictures too.
    """
    return len(text) <= 400 and (_is("caption", text) or (not reads_on and _is("caption of few words", text)))


def is_media(text: str) -> bool:
    """Whether a line names a player or a gallery."""
    return len(text) <= 30 and _is("media", text)


@lru_cache(maxsize=4096)
def is_promo(text: str, is_sentence: bool = False) -> bool:
    """Whether a line leads to another page, or asks something of the reader.

    What stories say too is a promo in a whole sentence only where that names what belongs to a site.
    """
    if len(text) > 260:
        return False
    if is_lead(text):
        head = _HEAD.split(text.casefold(), maxsplit=1)[0].strip()
        return not (
            is_sentence and (head in _LEADS_OF_PROSE or head.startswith(("also on ", "more on ", "more from ")))
        )
    if _is("promo", text):
        return not is_sentence or _names_site(text)
    if label(text) != "promo" and not (len(text) < 160 and asks(text)):
        return False
    return not is_sentence or _names_site(text) or not any(said in text.casefold() for said in _REQUESTS_OF_PROSE)


_HEAD = re.compile("[:：|｜>»›–—-]")


def _names_site(text: str) -> bool:
    tokens = re.findall(r"[\w-]+|[@#]", text.casefold())
    return any(token in _SITE or token.startswith(_LONG_BEGINNING) for token in tokens)


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
