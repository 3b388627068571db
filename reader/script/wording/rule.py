"""A wording rule: where a text must be said otherwise than it is written, and how."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """``text[start:end]`` is said as ``said``; "" says nothing for it."""

    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One family of wording: ``find`` gives the edits of a sentence, left to right and not overlapping.

    It always sees the sentence as it is written, so a rule never meets the words of another. ``languages`` are
    the primary subtags it is for ("en"); none means all.
    """

    name: str
    find: Callable[[str], Iterable[Edit]]
    languages: tuple[str, ...] = ()

    def suits(self, language: str) -> bool:
        """Whether it is for text in ``language``, a BCP 47 tag; "" counts as English."""
        return not self.languages or (language or "en").split("-")[0].lower() in self.languages


def edits(text: str, rules: Sequence[Rule], language: str = "") -> list[Edit]:
    """The edits of all rules, left to right: where two rules claim the same characters, the earlier rule has them."""
    taken: list[Edit] = []
    for rule in rules:
        if rule.suits(language):
            taken += [
                edit
                for edit in rule.find(text)
                if not any(edit.start < other.end and other.start < edit.end for other in taken)
            ]
    return sorted(taken, key=lambda edit: edit.start)
