"""A wording rule: where a text must be said otherwise than it is written, and how."""

import re
from collections.abc import Callable, Iterable, Sequence

from ...frozen import frozen

# A letter read in the wrong code page may hold a wide space: "Ã\u00a0" was "à".
_SPACE = re.compile(r"(?<![ÃÂ])\s")


@frozen
class Edit:
    """``text[start:end]`` is said as ``said``; "" says nothing for it."""

    start: int
    end: int
    said: str


@frozen
class Rule:
    """One family of wording: ``find`` gives the edits of a sentence; where two overlap, the one given first is meant.

    It always sees the sentence as it is written, with every kind of space as a plain one, so a rule never meets the
    words of another. An edit that says what is written keeps the rules behind it away from there. ``languages`` are
    the primary subtags it is for ("en"); none means all. Numbers in what a ``written`` rule says are said by the rules
    that are not: a listener who writes "version 2" hears "version two".
    """

    name: str
    find: Callable[[str], Iterable[Edit]]
    languages: tuple[str, ...] = ()
    written: bool = False

    def suits(self, language: str) -> bool:
        """Whether it is for text in ``language``, a BCP 47 tag; "" counts as English."""
        return not self.languages or (language or "en").split("-")[0].lower() in self.languages


def switched_off(rule: Rule) -> Rule:
    """A rule that leaves what ``rule`` would change as it is written, and keeps the rules behind it away from there."""

    def find(text: str) -> Iterable[Edit]:
        return (Edit(edit.start, edit.end, text[edit.start : edit.end]) for edit in rule.find(text))

    return Rule(rule.name, find, rule.languages)


def edits(text: str, rules: Sequence[Rule], language: str = "") -> list[Edit]:
    """The edits of all rules, left to right: where two rules claim the same characters, the earlier rule has them."""
    # One byte a character: what is claimed is looked up in the time it takes to claim it, however many edits there are.
    claimed = bytearray(len(text))
    plain = _SPACE.sub(" ", text)
    taken: list[Edit] = []
    for rule in rules:
        if not rule.suits(language):
            continue
        for edit in rule.find(plain):
            if any(claimed[edit.start : edit.end]) or _inside(claimed, edit):
                continue
            claimed[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
            if rule.written and any(map(str.isdecimal, edit.said)):
                others = [other for other in rules if not other.written]
                edit = Edit(edit.start, edit.end, worded(edit.said, others, language))
            taken.append(edit)
    return sorted(
        (edit for edit in taken if edit.said != text[edit.start : edit.end]),
        key=lambda edit: (edit.start, edit.end),
    )


def worded(text: str, rules: Sequence[Rule], language: str = "") -> str:
    """``text`` with the edits of all rules made."""
    parts, cursor = [], 0
    for edit in edits(text, rules, language):
        parts += [text[cursor : edit.start], edit.said]
        cursor = edit.end
    return "".join([*parts, text[cursor:]])


def _inside(claimed: bytearray, edit: Edit) -> bool:
    """Whether an edit that only adds words would stand between claimed characters."""
    around = claimed[max(0, edit.start - 1) : edit.start + 1]
    return edit.start == edit.end and len(around) == 2 and all(around)
