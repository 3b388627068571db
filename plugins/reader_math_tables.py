"""What the parts of a formula are called in a language; each has a table in a module of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

GREEK = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
)  # fmt: skip
LIMITED = ("sum", "prod", "int", "oint", "lim", "max", "min")
"""What may have limits below and above it."""

FUNCTIONS = ("sin", "cos", "tan", "log", "ln", "exp", "det", "operatorname")
"""What is said with "of" before what it is applied to."""

_TABLES = {"": "english", "en": "english", "de": "german", "fr": "french", "es": "spanish"}
_MEAN_THE_SAME = {
    "cdot": "times", "le": "leq", "ge": "geq", "ne": "neq", "rightarrow": "to", "iff": "Leftrightarrow", "neg": "lnot",
    "wedge": "land", "vee": "lor", "varnothing": "emptyset", "ldots": "dots", "cdots": "dots",
    "subseteq": "subset", "varepsilon": "epsilon", "vartheta": "theta", "varphi": "phi", "longrightarrow": "to",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language. In templates ``{a}`` and ``{b}`` are what stands first and second in TeX.

    ``said`` has the commands of TeX by name, ``greek`` the letters in the order of `GREEK`, ``signs`` the signs,
    ``sets`` the letters for sets of numbers.
    """

    said: Mapping[str, str]
    greek: tuple[str, ...]
    signs: Mapping[str, str]
    sets: Mapping[str, str]
    over_signs: Mapping[str, str]
    capital: str
    over: str
    fraction: str
    choose: str
    square_root: str
    cube_root: str
    root: str
    norm: str
    below: str
    squared: str
    cubed: str
    power: str
    degrees: str
    limits: str
    lower_limit: str
    upper_limit: str
    no_limits: str
    approaching: str
    approaches: str
    extreme: str
    applied: str

    def command(self, name: str) -> str | None:
        """What the command ``\\name`` is called; None where it is not known."""
        name = _MEAN_THE_SAME.get(name, name)
        if name in GREEK:
            return self.greek[GREEK.index(name)]
        if name.lower() in GREEK:
            return self.capital.format(a=self.greek[GREEK.index(name.lower())])
        return self.said.get(name)


@cache
def words_in(language: str) -> Words | None:
    """The words of a language, a BCP 47 tag; None where there is no table."""
    table = _TABLES.get(language[:2].lower())
    if table is None:
        return None
    words = import_module(f"reader_math_{table}").WORDS
    assert isinstance(words, Words)
    return words
