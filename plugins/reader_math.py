"""Says formulas that are written in TeX as a teacher would: ``\\frac{a}{b}`` as "a over b", ``c^{2}`` as "c squared".

In English, German, French and Spanish. Encyclopedias and papers bring their formulas along in TeX. A listener chooses
with ``--set math=skip`` (or announce, or after) what becomes of those that stand on a line of their own.
"""

from collections.abc import Iterator

from reader import Block, Role, Treatment, hookimpl
from reader.script.wording.rule import Edit, Rule
from reader.treatment import chosen

_LANGUAGES = ("en", "de", "fr", "es", "")


@hookimpl
def treat_block(block: Block, option: str) -> Treatment | None:
    """What the listener chose for formulas."""
    return chosen(option) if block.role is Role.MATH else None


@hookimpl
def wording_rules(language: str) -> list[Rule]:
    """Formulas in words, in the languages that there are words for."""
    spoken = language[:2].lower()

    def formulas(sentence: str) -> Iterator[Edit]:
        if {"\\", "^", "_"}.isdisjoint(sentence):
            return
        from reader_math_tables import words_in
        from reader_math_words import formulas_in

        if words := words_in(spoken):
            yield from formulas_in(sentence, words)

    return [Rule("formulas", formulas)] if spoken in _LANGUAGES else []
