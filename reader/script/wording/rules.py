"""Every family of wording rules, in the order in which they claim a sentence."""

from collections.abc import Iterator
from functools import partial

from . import (
    abbreviations,
    addresses,
    capitals,
    cardinals,
    compass,
    dates,
    emoji,
    entities,
    footnotes,
    fractions,
    initialisms,
    invisible,
    kept,
    letters,
    measures,
    mojibake,
    money,
    ordinals,
    phones,
    punctuation,
    ranges,
    roman,
    serials,
    symbols,
    times,
    web,
)
from .rule import Edit, Rule

_FAMILIES = (
    "web tags abbreviations roman phones dates times years money measures ordinals fractions ranges serials cardinals "
    "rest symbols"
)
EUROPEAN = {"de": "german", "fr": "french", "es": "spanish"}


def european(text: str, family: str, name: str) -> Iterator[Edit]:
    # Each language is read in only for a story in it.
    from .tongue_rules import find_in

    return find_in(text, family, name)


_ENGLISH = ("en",)

RULES: tuple[Rule, ...] = (
    *(Rule("emoji", partial(emoji.find, language=tag), (tag,)) for tag in emoji.LANGUAGES),
    Rule("invisible", invisible.find),
    Rule("mojibake", mojibake.find),
    Rule("entities", entities.find),
    Rule("kept", kept.find),
    Rule("footnotes", footnotes.find),
    Rule("web", web.find, _ENGLISH),
    Rule("tags", web.find_tags, _ENGLISH),
    Rule("phones", phones.find, _ENGLISH),
    Rule("times", times.find, _ENGLISH),
    Rule("money", money.find, _ENGLISH),
    Rule("dates", dates.find, _ENGLISH),
    Rule("addresses", addresses.find, _ENGLISH),
    Rule("compass", compass.find, _ENGLISH),
    Rule("measures", measures.find, _ENGLISH),
    Rule("fractions", fractions.find, _ENGLISH),
    Rule("ranges", ranges.find, _ENGLISH),
    Rule("ordinals", ordinals.find, _ENGLISH),
    Rule("serials", serials.find, _ENGLISH),
    Rule("roman", roman.find, _ENGLISH),
    Rule("abbreviations", abbreviations.find, _ENGLISH),
    Rule("initialisms", initialisms.find, _ENGLISH),
    Rule("capitals", capitals.find, _ENGLISH),
    Rule("code", capitals.find_code, _ENGLISH),
    Rule("powers", letters.find_raised, _ENGLISH),
    *(
        Rule(family, partial(european, family=family, name=name), (tag,))
        for tag, name in EUROPEAN.items()
        for family in _FAMILIES.split()
    ),
    Rule("letters", letters.find),
    Rule("cardinals", cardinals.find, _ENGLISH),
    Rule("punctuation", punctuation.find),
    Rule("symbols", symbols.find, _ENGLISH),
    Rule("rest", cardinals.find_rest, _ENGLISH),
)
"""Every rule that comes with sayall. Leave one out by its name: ``[rule for rule in RULES if rule.name != "web"]``."""
