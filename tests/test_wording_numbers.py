"""The numbers of other languages are those of Unicode's rules for spelling them out."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unicode_rbnf import FormatPurpose, RbnfEngine

from reader.script.wording import french, german, spanish

ENGINES = {tag: RbnfEngine.for_language(tag) for tag in ("de", "fr", "es")}


def in_unicode(tag: str, n: int, purpose: FormatPurpose, ruleset: str) -> str:
    return ENGINES[tag].format_number(n, purpose).text_by_ruleset[ruleset]


def plain(words: str) -> str:
    """Without soft hyphens, and with French written as before and after the reform of 1990."""
    return words.replace("\u00ad", "").replace("-", " ")


# In French we keep to the grammar where Unicode's rules do not: "quatre-vingts millions", "quatre-vingt-unième".
@pytest.mark.parametrize(
    ("tag", "cardinal", "most"),
    [("de", german.cardinal, 10**12), ("fr", french.cardinal, 10**6), ("es", spanish.cardinal, 10**12)],
)
@given(data=st.data())
def test_how_many_is_said_as_unicode_spells_it(
    tag: str, cardinal: Callable[[int], str], most: int, data: st.DataObject
) -> None:
    n = data.draw(st.integers(0, 120) | st.integers(0, most - 1))
    assert plain(cardinal(n)) == plain(in_unicode(tag, n, FormatPurpose.CARDINAL, "spellout-numbering"))


@given(st.integers(1, 3_000))
def test_which_one_and_which_year_are_said_in_german_as_unicode_spells_them(n: int) -> None:
    assert german.ordinal(n) == plain(in_unicode("de", n, FormatPurpose.ORDINAL, "spellout-ordinal"))
    assert german.year(n) == plain(in_unicode("de", n, FormatPurpose.YEAR, "spellout-numbering-year"))


@given(st.integers(1, 80))
def test_which_one_is_said_in_french_as_unicode_spells_it(n: int) -> None:
    said = in_unicode("fr", n, FormatPurpose.ORDINAL, "spellout-ordinal-masculine")
    assert plain(french.ordinal(n)) == plain(said)
