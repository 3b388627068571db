"""A text of a page beside the one under the headline: what the checks look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .parts import Part

_SHORT = 400
_MUCH_LONGER = 3


class Case(NamedTuple):
    """A text, the one under the headline, and what stands around both."""

    part: Part
    main: Part
    others: Sequence[Part]
    """All texts beside the main one, in page order."""

    @property
    def is_last(self) -> bool:
        """Whether no other text follows."""
        return all(other.first <= self.part.first for other in (*self.others, self.main))

    @property
    def has_deck(self) -> bool:
        """Whether what is under the headline is short, and this text so much longer that it may be the story."""
        much = self.main.prose < _SHORT and self.part.prose > _MUCH_LONGER * self.main.prose
        return much and 2 * self.part.on_subject >= self.main.on_subject
