"""The families of wording rules in German, French and Spanish: each is a switch of its own, as in English."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module

from . import tongue_counts, tongue_dates, tongue_words
from .grammar import HAS_DIGIT
from .rule import Edit
from .tongue import Tongue

Find = Callable[[str, Tongue], Iterator[Edit]]

FAMILIES: Mapping[str, Find] = {
    "web": tongue_words.web,
    "tags": tongue_words.tags,
    "abbreviations": tongue_words.abbreviations,
    "roman": tongue_words.roman,
    "phones": tongue_counts.phones,
    "dates": tongue_dates.dates,
    "times": tongue_dates.times,
    "years": tongue_dates.years,
    "money": tongue_counts.money,
    "measures": tongue_counts.measures,
    "ordinals": tongue_counts.ordinals,
    "fractions": tongue_counts.fractions,
    "ranges": tongue_counts.ranges,
    "serials": tongue_counts.serials,
    "cardinals": tongue_counts.cardinals,
    "rest": tongue_counts.rest,
    "symbols": tongue_words.symbols,
}
READ_OUT: Mapping[str, Find] = {"spelled": tongue_words.web_read_out}
"""Families that are asked only where a listener wants them."""
_WITHOUT_DIGITS = frozenset(("web", "spelled", "tags", "abbreviations", "roman", "fractions", "symbols"))


@cache
def _tongue(name: str) -> Tongue:
    tongue = getattr(import_module(f".{name}", __package__), name.upper())
    assert isinstance(tongue, Tongue)
    return tongue


def find_in(text: str, family: str, name: str) -> Iterator[Edit]:
    """The edits that a family finds in a sentence in the language of that name: "german", "french", "spanish"."""
    if family in _WITHOUT_DIGITS or HAS_DIGIT.search(text):
        find = FAMILIES.get(family) or READ_OUT[family]
        yield from find(text, _tongue(name))
