"""What is written → what is said; one family of rules a file, in the order in which they claim a sentence."""

from collections.abc import Sequence

from .rule import Edit, Rule, edits, switched_off, worded

RULES: tuple[Rule, ...]
"""Every rule that comes with sayall. Leave one out by its name: ``[rule for rule in RULES if rule.name != "web"]``."""


def __getattr__(name: str) -> tuple[Rule, ...]:
    # The tables of words are read at the first use: plugins and the command line know `Rule` without them.
    if name == "RULES":
        from .rules import RULES

        globals()["RULES"] = RULES
        return RULES
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def speak(text: str, language: str = "", rules: Sequence[Rule] | None = None) -> str:
    """A sentence in the words in which it is said, by `RULES` unless others are given."""
    return " ".join(worded(text, __getattr__("RULES") if rules is None else rules, language).split())


__all__ = ["RULES", "Edit", "Rule", "edits", "speak", "switched_off"]
