"""Knows the labels that pages print over their boxes and before their links, in the languages they are printed in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice

from .shapes import UNSEEN
from .vocabulary import sections, words

_TAIL = re.compile(r"[\s:：»›>…\-–—→▶►!?？！.]+$")
_COUNT = re.compile(r"^\(?\d[\d.,]*\)?\s+|\s*\(?\d[\d.,]*\)?$")
_ALIKE = UNSEEN | str.maketrans(
    {"’": "'", "ʼ": "'", "ı": "i", "أ": "ا", "إ": "ا", "آ": "ا", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه"}
)
"""Letters that are written one way or another in the same word, and signs that show nothing."""
_ARROWS = re.compile(r"^[\s>»›→▶►➤➔•*◆■●▲△☞👉＞⇒-]+")
_LEAD_END = re.compile(r"\s*[:：|｜>»›–—-]\s*\S")


@lru_cache(maxsize=2048)
def folded_label(text: str) -> str:
    """A text for comparing: without case, without marks of direction, with one form of each letter."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        return " ".join(text.casefold().translate(_ALIKE).replace("i\u0307", "i").split())
    return " ".join(text.casefold().split())


@cache
def folded_sections(name: str) -> dict[str, list[str]]:
    """The lines of every section of a list, folded as by `folded_label`: all at once, since there are thousands."""
    lists = sections(name)
    text = "\n".join("\n".join(lines) for lines in lists.values()).casefold()
    for code, into in _ALIKE.items():  # much faster than `str.translate` on a text so long
        text = text.replace(chr(code), into if isinstance(into, str) else "")
    lines = iter(text.replace("i\u0307", "i").split("\n"))
    return {section: list(islice(lines, len(phrases))) for section, phrases in lists.items()}


def _lines(section: str) -> list[str]:
    return folded_sections("labels")[section]


class Phrases:
    """Phrases of one section, folded: whole ones, and those that only have to begin a text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.whole = frozenset(line for line in lines if not line.endswith("*"))
        self.begins = tuple(line[:-1].rstrip() for line in lines if line.endswith("*"))

    def match(self, text: str) -> bool:
        """Whether the whole of ``text``, folded, is one of them."""
        return text in self.whole or text.startswith(self.begins) if self.begins else text in self.whole


def holds(text: str, phrases: Sequence[str]) -> bool:
    """Whether any of the phrases stands in a text; a plain loop, which takes half the time of a generator."""
    for phrase in phrases:  # noqa: SIM110
        if phrase in text:
            return True
    return False


_LONGEST_SIGNS = 60
AGENCIES = words("shapes", "agency")
LABELS = ("highlight", "related", "elsewhere", "footnote", "sidebar", "comments", "promo", "control")
_BY_LABEL = {section: Phrases(_lines(section)) for section in LABELS}
_WHOLE = frozenset(line for phrases in _BY_LABEL.values() for line in phrases.whole)
_BEGINS = tuple(line for phrases in _BY_LABEL.values() for line in phrases.begins)
_NEVER_TOLD = ("related", "elsewhere", "control")
"""What these labels begin with begins sentences of stories too: “More information will be given on Friday.”"""
_FEW_WORDS = 6
_LEADS = Phrases(_lines("lead"))
_LONGEST_LEAD = 4
_ACTIONS = tuple(_lines("action"))
_REQUESTS = (*_ACTIONS, *_BY_LABEL["promo"].begins)
_PLAIN_ACTIONS = tuple(action for action in _ACTIONS if action.isascii())
_CALLS = tuple(_lines("calls"))
_TAGS = frozenset(_lines("tags"))
_CREDITS = tuple(line for line in _lines("credits") if not line.startswith("^"))
_PLAIN_CREDITS = tuple(line for line in _CREDITS if line.isascii())
_CREDITS_BEGIN = tuple(line[1:] for line in _lines("credits") if line.startswith("^"))


def label_key(text: str) -> str:
    """A label for comparing: without case, and without the colon or arrow behind it."""
    return _TAIL.sub("", folded_label(text).strip("[]()"))


@lru_cache(maxsize=4096)
def label(text: str) -> str:
    """Which section of the labels a text is from, "" when it is none: "related", "highlight", "comments" …"""
    if len(text) > 90:
        return ""
    bare = folded_label(text)
    bare = _TAIL.sub("", bare.strip("[]()【】〈〉《》「」■◆▼●▽◇□★＜＞<> ")) or bare
    uncounted = _COUNT.sub("", bare) or bare
    if bare not in _WHOLE and not bare.startswith(_BEGINS) and not _BY_LABEL["comments"].match(uncounted):
        return ""
    for section in LABELS:
        phrases = _BY_LABEL[section]
        if phrases.match(bare) or (section == "comments" and phrases.match(uncounted)):
            is_told = section in _NEVER_TOLD and bare not in phrases.whole and _is_sentence(text)
            return "" if is_told else section
    return ""


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and not text.endswith("..") and len(text.split()) > _FEW_WORDS


@lru_cache(maxsize=4096)
def is_lead(text: str) -> bool:
    """Whether a line begins as lines do that lead to another story: "READ MORE: …", "Lesen Sie auch – …"."""
    text = _ARROWS.sub("", text)
    for end in _LEAD_END.finditer(text[:60]):
        head = folded_label(text[: end.start()])
        return _LEADS.match(head) or head.startswith(("also on ", "more on ", "more from "))
    return any(folded_label(text).startswith(lead) for lead in ("also on ", "【関連"))


@lru_cache(maxsize=4096)
def begins_with_lead(text: str) -> bool:
    """Whether a line begins with several words that lead to another story, and no colon: "LÆS OGSÅ Sådan gik det"."""
    words = folded_label(_ARROWS.sub("", text)).split()
    return any(_LEADS.match(" ".join(words[:size])) for size in (2, 3, 4) if len(words) > size + 1)


@lru_cache(maxsize=4096)
def asks(text: str) -> bool:
    """Whether a text asks something of the reader: to subscribe, to share, to write."""
    bare = folded_label(text)
    return holds(bare, _PLAIN_ACTIONS if bare.isascii() else _ACTIONS)


def begins_with_request(text: str) -> bool:
    """Whether a text begins with words that ask something of the reader, as the words of a link do: “Sign up here”."""
    is_code = "_" in text or "()" in text
    return len(text) < _LONGEST_SIGNS and not is_code and folded_label(text).startswith(_REQUESTS)


@lru_cache(maxsize=4096)
def is_credits(text: str) -> bool:
    """Whether a text says how the story came to be: who contributed, where it first appeared, what was corrected."""
    bare = folded_label(text)
    phrases = _PLAIN_CREDITS if bare.isascii() else _CREDITS
    if holds(bare, phrases) or bare.lstrip("(（[【*—– ").startswith(_CREDITS_BEGIN):
        return True
    return len(text) < _LONGEST_SIGNS and is_signed(text)


@cache
def _signs() -> re.Pattern[str]:
    """The letters of authors and agencies, "(mke/dpa)", or an address, alone on a line."""
    return re.compile(r"\(?[\w.]{2,5}(?:[/,;] ?[\w.]{2,9}){0,4}\)?|[\w.+-]{2,40}@[\w-]+\.[\w.]{2,20}", re.ASCII)


def is_signed(text: str) -> bool:
    """Whether a line is nothing but the letters of authors and agencies, "mke/dpa", or an e-mail address."""
    if not _signs().fullmatch(text.strip(" /©()（）")):
        return False
    return "@" in text or any(word in AGENCIES for word in re.findall(r"\w+", text.casefold()))


@lru_cache(maxsize=4096)
def is_call(text: str) -> bool:
    """Whether a line begins with words that send the reader elsewhere: "Follow …", "For more …"."""
    return folded_label(_ARROWS.sub("", text)).startswith(_CALLS)


@lru_cache(maxsize=4096)
def is_tags(text: str) -> bool:
    """Whether a line is one of tags: "Filed under: …", "Tags: …"."""
    head, colon, _ = text.partition(":")
    if not colon:
        head, colon, _ = text.partition("：")
    return bool(colon) and len(head) < 30 and folded_label(head) in _TAGS
