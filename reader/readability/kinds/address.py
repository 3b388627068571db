"""Tells lines in which a page speaks of itself to its reader by the kinds of words in them, whatever they say.

Three kinds count: words that address a reader, words for who speaks, and words for what belongs to a site and not to
its stories. A line is weighed against the story around it: where that speaks to its reader itself, they say less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..labels import folded_label, holds
from ..vocabulary import sections

_WIDE = 0x0E00
_OFTEN = 0.2
"""A story of which more speaks to a reader does so itself."""
_QUOTES = re.compile('["“„«»”‘「『].*?["”“»«’」』]')
_NATION = re.compile(r"\bUS\b")
"""A country, and not us."""
_DASHES = ("–", "—", "―", "- ")
"""How a paragraph begins that somebody says."""
_SENTENCE = re.compile("(?<=[.!?…。！？؟।:：|，、])\\s*")
_MARKS = dict.fromkeys(map(ord, '.,:;!?¿¡…·•|()[]{}«»“”„"‹›/\\*&#@，。：；！？、「」『』【】（）؟،؛।'), " ")


class Address(NamedTuple):
    """How a line speaks: to a reader, of who speaks, and with how many words for what belongs to a site."""

    reader: bool
    we: bool
    site: int

    @property
    def weight(self) -> int:
        """How much of a site speaks in a line; 0 where no word says what it is about."""
        return self.site and min(self.site, 3) + self.reader + self.we


_NONE = Address(False, False, 0)


class Register(NamedTuple):
    """How a story speaks: in which language, whether to a reader, and which words of a site it is about itself."""

    language: str
    personal: bool
    topics: frozenset[str]


def may_name_site(text: str, language: str) -> bool:
    """Whether a look at its words one by one finds one in a text that may belong to a site."""
    words = _words(primary(language))
    if words is None:
        return False
    if words.wide:
        return True
    said = frozenset(folded_label(text).replace("’", "'").translate(_MARKS).split())
    return not said.isdisjoint(words.begins) or any(word.startswith(words.stems) for word in said)


def is_known(language: str) -> bool:
    """Whether there are words of a language, given by its BCP 47 tag."""
    return _words(primary(language)) is not None


def primary(language: str) -> str:
    """The language of a BCP 47 tag without what follows: ``en`` of ``en-GB``."""
    return language.casefold().partition("-")[0].partition("_")[0]


@cache
def quiet(language: str) -> Register:
    """How a story speaks that addresses nobody and is about no site."""
    return Register(primary(language), False, frozenset())


def register_of(paragraphs: Sequence[str], language: str) -> Register:
    """How a story speaks whose own paragraphs are given; ``language`` is a BCP 47 tag."""
    language = primary(language)
    words = _words(language)
    if words is None:
        return Register(language, False, frozenset())
    personal = 0
    site: Counter[str] = Counter()
    for text in paragraphs:
        if text.startswith(_DASHES):
            continue
        bare, _ = _bare(text)
        spoken = holds(bare, words.reader) or holds(bare, words.we)
        if not spoken and not may_name_site(text, language):
            continue
        named = [word for word in words.site if word in bare]
        site.update(named)
        personal += spoken and not named
    often = frozenset(word for word, times in site.items() if times > 1)
    return Register(language, personal > max(1, _OFTEN * len(paragraphs)), often)


def address(text: str, register: Register) -> Address:
    """How a line speaks that stands in such a story; what is said in quotation marks does not count."""
    words = _words(register.language)
    if words is None:
        return _NONE
    bare, said = _bare(text)
    site = sum(word in bare and word not in register.topics for word in words.site)
    if not site:
        return _NONE
    starts = [f" {' '.join(part.translate(_MARKS).split())} " for part in _SENTENCE.split(said)]
    asked = any(start.startswith(words.do) or start[1:].startswith(words.do) for start in starts)
    return Address(holds(bare, words.reader) or asked, holds(bare, words.we), site)


def _bare(text: str) -> tuple[str, str]:
    """A text without its quotations and without case: once without punctuation, once with it."""
    said = folded_label(_NATION.sub(" ", _QUOTES.sub(" ", text))).replace("’", "'")
    return f" {' '.join(said.translate(_MARKS).split())} ", said


class _Words(NamedTuple):
    reader: tuple[str, ...]
    do: tuple[str, ...]
    we: tuple[str, ...]
    site: tuple[str, ...]
    begins: frozenset[str]
    """The words for what belongs to a site; of several words that belong together the first."""
    stems: tuple[str, ...]
    """How others of them begin."""
    wide: bool
    """Whether there are such words that no spaces set off."""


_SHARED = {"nb": "no", "nn": "no"}


@cache
def _words(language: str) -> _Words | None:
    """The words of one language; those of all would take time before the first sound."""
    lines = sections("address").get(_SHARED.get(language, language))
    if lines is None:
        return None
    kinds = dict(line.split(": ", 1) for line in lines)
    reader, do, we, site = (tuple(map(_piece, kinds[kind].split())) for kind in ("reader", "do", "we", "site"))
    begins = frozenset(word[1:].split(" ")[0] for word in site if word.startswith(" ") and " " in word[1:])
    stems = tuple(word[1:] for word in site if word.startswith(" ") and " " not in word[1:])
    return _Words(reader, do, we, site, begins, stems, any(not word.startswith(" ") for word in site))


def _piece(word: str) -> str:
    stem = word.endswith("*")
    word = folded_label(word.rstrip("*").replace("_", " ").translate(_MARKS)).replace("’", "'")
    if ord(word[0]) >= _WIDE:
        return word
    return f" {word}{'' if stem or ord(word[-1]) >= _WIDE else ' '}"
