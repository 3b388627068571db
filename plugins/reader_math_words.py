"""TeX formulas in the words of a language: where they are in a sentence, and how each is read from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.script.wording.rule import Edit
from reader_math_english import WORDS as ENGLISH
from reader_math_tables import FUNCTIONS, LIMITED, Words

_PLAIN = {
    "text", "mathrm", "mathbf", "mathit", "mathsf", "mathcal", "mathfrak", "boldsymbol", "operatorname", "textbf",
    "textit", "mbox",
}  # fmt: skip
_SILENT = {
    "left", "right", "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "quad", "qquad", "big", "Big",
    "bigg", "Bigg", "bigl", "bigr",
}  # fmt: skip
_OVER = {"bar": "bar", "overline": "bar", "hat": "hat", "widehat": "hat", "tilde": "tilde", "vec": "vec"}
_KNOWN = {"frac", "dfrac", "tfrac", "binom", "sqrt", "mathbb", "begin", *_PLAIN, *_SILENT, *_OVER}
_SAME_SIGN = {
    "−": "-", "×": "*", "·": "*", "\\lVert": "\\|", "\\rVert": "\\|", "\\Vert": "\\|", "\\lvert": "|", "\\rvert": "|",
    "\\vert": "|",
}  # fmt: skip
_LETTERS_OF_FUNCTIONS = frozenset("fghFGH")
_UNSAID = "&~$"

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:[.,]\d+)*|[A-Za-z]|\S")
_MARK = re.compile(
    r"(?<!\b[A-Z]:)\\([A-Za-z]{2,})|[\w)}\]]\^[{\w\\-]|[\w)}\]]_\{|(?<![\w\\])[A-Za-z]_[A-Za-z0-9](?!\w)"
)
_MORE = re.compile(r"\s+(?:[,;]\s*)?(?:\\|[{}^_=+<>*/−-]|\w{1,2}(?:[\^_{]|\s*[=+−]))")
_BEHIND = re.compile(r"[.,;:]*(?:\[\d{1,3}\])*[.,;:]*$")
"""What ends the sentence, or is the sign of a footnote, and no part of the formula."""

_LONGEST, _DEEPEST = 1_000, 40
"""Characters and braces in braces of a formula that can be followed by ear."""


def formulas_in(sentence: str, words: Words) -> Iterator[Edit]:
    """Each run of TeX in words; a run begins and ends at white space, and may have some within its braces."""
    cursor = 0
    while found := _MARK.search(sentence, cursor):
        if found[1] and found[1] not in _KNOWN and ENGLISH.command(found[1]) is None:
            cursor = found.end()
            continue
        start = max(sentence.rfind(" ", 0, found.start()) + 1, cursor)
        end = _end(sentence, found.start())
        formula = _BEHIND.sub("", sentence[start:end])
        if len(formula) <= _LONGEST and formula.count("{") <= _DEEPEST:
            yield Edit(start, start + len(formula), spoken(formula, words))
        cursor = max(end, found.end())


def _end(sentence: str, at: int) -> int:
    """Where the run ends: at white space outside of braces, unless what follows is TeX or an operator with more."""
    depth = 0
    for here in range(at, len(sentence)):
        sign = sentence[here]
        depth += (sign == "{") - (sign == "}")
        if sign.isspace() and depth <= 0 and not _MORE.match(sentence, here):
            return here
    return len(sentence)


def spoken(formula: str, words: Words) -> str:
    """A formula in words; what is not known is said by its name."""
    tokens = [_SAME_SIGN.get(token, token) for token in _TOKEN.findall(formula)]
    said = " ".join(" ".join(_Reading(tokens, words).all()).split())
    return re.sub(r"(?:,? (?=[,;.:](?: |$)))|,$", "", said) or formula


class _Reading:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[str], words: Words) -> None:
        self._tokens, self._at, self._words = tokens, 0, words

    def all(self, until: str = "") -> Iterator[str]:
        while self._at < len(self._tokens) and self._tokens[self._at] != until:
            yield from self._term()
        self._at += bool(until)

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1] if self._at <= len(self._tokens) else ""

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _argument(self, close: str = "}") -> str:
        """What is in the braces that follow, else the next sign."""
        if self._peek() in ("{", "["):
            self._at += 1
            return " ".join(self.all(close))
        return " ".join(self._term(alone=True))

    def _letters(self) -> str:
        """The letters in the braces that follow, as one word."""
        if self._peek() != "{":
            return self._next()
        end = self._tokens.index("}", self._at) if "}" in self._tokens[self._at :] else len(self._tokens)
        letters = "".join(self._tokens[self._at + 1 : end])
        if not letters.isalnum():
            return self._argument()
        self._at = end + 1
        return letters

    def _term(self, *, alone: bool = False) -> Iterator[str]:
        token, words = self._next(), self._words
        name = token[1:] if token.startswith("\\") else ""
        if name in ("frac", "dfrac", "tfrac"):
            above, below = self._argument(), self._argument()
            yield (words.over if f"{above}{below}".count(" ") == 0 else words.fraction).format(a=above, b=below)
        elif name == "binom":
            yield words.choose.format(a=self._argument(), b=self._argument())
        elif name == "sqrt":
            yield self._root()
        elif name in _PLAIN or name == "mathbb":
            letters = self._letters()
            yield words.sets.get(letters, letters)
        elif name in _OVER:
            yield words.over_signs[_OVER[name]].format(a=self._argument())
        elif name in ("begin", "end"):
            self._letters()
        elif name in LIMITED:
            yield words.said[name]
            yield self._limits(name)
        elif token == "{":
            yield from self.all("}")
        elif token == "\\|" and token in self._tokens[self._at :]:
            yield words.norm.format(a=" ".join(self.all(token)))
        elif name in _SILENT or token in ("}", "^", "_") or token in _UNSAID:
            return
        elif token.startswith("\\"):
            yield words.command(name) or (name if name.isalpha() else "")
        else:
            yield words.signs.get(token, token)
        if not alone:
            yield from self._scripts()
            if name in FUNCTIONS or token in _LETTERS_OF_FUNCTIONS:
                yield from self._applied()

    def _applied(self) -> Iterator[str]:
        """ "of x" for what stands in parentheses behind a function, where there are none within them."""
        rest = self._tokens[self._at + 1 :]
        end = rest.index(")") if self._peek() == "(" and ")" in rest else 0
        if end and "(" not in rest[:end]:
            self._at += 1
            inside = " ".join(self.all(")"))
            yield self._words.applied.format(a=inside) + ("," if " " in inside else "")
            yield from self._scripts()

    def _root(self) -> str:
        words = self._words
        number = self._argument("]") if self._peek() == "[" else "2"
        inside = self._argument()
        said = {"2": words.square_root, "3": words.cube_root}.get(number, words.root).format(a=number, b=inside)
        return f"{said}," if " " in inside else said

    def _limits(self, name: str) -> str:
        words, below, above = self._words, "", ""
        while self._peek() in ("_", "^"):
            if self._next() == "_":
                below = self._argument()
            else:
                above = self._argument()
        match name:
            case "lim" if below:
                said = words.approaching
                below = below.replace(f" {words.command('to')} ", f" {words.approaches} ")
            case "max" | "min" if below:
                said = words.extreme
            case _ if above:
                said = words.limits if below else words.upper_limit
            case _:
                said = words.lower_limit if below else words.no_limits
        return said.format(a=below, b=above)

    def _scripts(self) -> Iterator[str]:
        words = self._words
        while self._peek() in ("_", "^"):
            if self._next() == "_":
                yield words.below.format(a=self._argument())
                continue
            power = self._argument()
            if power in ("2", "3"):
                yield words.squared if power == "2" else words.cubed
            elif power in (words.signs["'"], words.said["degree"], words.said["ast"]):
                yield power
            elif power == words.said["circ"]:
                yield words.degrees
            else:
                yield f"{words.power.format(a=power)}{',' if ' ' in power else ''}"
