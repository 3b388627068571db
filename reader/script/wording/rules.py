"""Every family of wording rules, in the order in which they claim a sentence."""

from . import (
    abbreviations,
    addresses,
    capitals,
    cardinals,
    dates,
    emoji,
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
from .rule import Rule

_ENGLISH = ("en",)

RULES: tuple[Rule, ...] = (
    Rule("invisible", invisible.find),
    Rule("mojibake", mojibake.find),
    Rule("kept", kept.find),
    Rule("footnotes", footnotes.find),
    Rule("emoji", emoji.find, _ENGLISH),
    Rule("web", web.find, _ENGLISH),
    Rule("tags", web.find_tags, _ENGLISH),
    Rule("phones", phones.find, _ENGLISH),
    Rule("times", times.find, _ENGLISH),
    Rule("money", money.find, _ENGLISH),
    Rule("dates", dates.find, _ENGLISH),
    Rule("fractions", fractions.find, _ENGLISH),
    Rule("addresses", addresses.find, _ENGLISH),
    Rule("measures", measures.find, _ENGLISH),
    Rule("ranges", ranges.find, _ENGLISH),
    Rule("ordinals", ordinals.find, _ENGLISH),
    Rule("serials", serials.find, _ENGLISH),
    Rule("roman", roman.find, _ENGLISH),
    Rule("abbreviations", abbreviations.find, _ENGLISH),
    Rule("initialisms", initialisms.find, _ENGLISH),
    Rule("capitals", capitals.find, _ENGLISH),
    Rule("code", capitals.find_code, _ENGLISH),
    Rule("powers", letters.find_raised, _ENGLISH),
    Rule("letters", letters.find),
    Rule("cardinals", cardinals.find, _ENGLISH),
    Rule("punctuation", punctuation.find),
    Rule("symbols", symbols.find, _ENGLISH),
)
"""Every rule that comes with sayall. Leave one out by its name: ``[rule for rule in RULES if rule.name != "money"]``."""


