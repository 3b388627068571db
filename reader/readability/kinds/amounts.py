"""Knows amounts by how they are written: “½ tsp salt”, “500 g plums”, “412 kcal”."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ...patterns import later
from ..cutting.tables import is_data, rows

_AMOUNT = re.compile(
    r"(?:ca\. ?|about |etwa )?(?!(?:19|20)\d\d\b)(?:\d|[¼½¾⅓⅔⅛])[\d/.,:–-]*(?: ?(?:\d/\d|[¼½¾⅓⅔⅛]))?\s?[^\W\d]"
)
_MEASURED = later(r"\d\s?(?:k?cal\b|kj\b|g\b|mg\b|µg\b|%|calor|kalor|калор|ккал|г\b|мг\b|カロリー|千卡|克)", re.I)
_ENERGY = later(r"\d\s?(?:k?cal\b|kj\b|ккал|千卡)|calor|kalor|калор|カロリー|エネルギー|能量|열량|kcal", re.I)
_MOST_ROWS, _MOST_COLUMNS = 40, 3
_LONGEST_ROW = 120


def is_amount(text: str) -> bool:
    """Whether a line begins with how much of what."""
    return _AMOUNT.match(text) is not None


def measured(text: str) -> int:
    """How many amounts a text names as tables of nutrition have them: “9 g”, “412 kcal”."""
    return len(_MEASURED.findall(text))


def names_energy(text: str) -> bool:
    """Whether a text says how much energy is in something."""
    return _ENERGY.search(text) is not None


def are_amounts(table: HtmlElement) -> bool:
    """Whether a table is a list of ingredients: short rows of two or three cells, most of which begin with how much."""
    if not is_data(table) or next(table.iter("th"), None) is not None:
        return False
    _, found = rows(table)
    lines = [" ".join(filter(None, row)) for row in found]
    if not 2 <= len(lines) <= _MOST_ROWS or max(map(len, found)) > _MOST_COLUMNS or max(map(len, lines)) > _LONGEST_ROW:
        return False
    # How much stands before what, or behind it.
    told = sum(any(map(is_amount, (line, *row))) for line, row in zip(lines, found, strict=True))
    return told >= 0.6 * len(lines) and not any(map(names_energy, lines))
