"""What is written → what is said; one family of rules a file, in the order in which they claim a sentence."""

from .rule import Edit, Rule, edits

RULES: tuple[Rule, ...] = ()

__all__ = ["RULES", "Edit", "Rule", "edits"]
