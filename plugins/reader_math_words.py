"""TeX formulas in English words, with the phrases of ClearSpeak where they are short enough to be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.script.wording.rule import Edit

_GREEK = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
)  # fmt: skip
_SAID = {
    "times": "times", "cdot": "times", "ast": "star", "div": "divided by", "pm": "plus or minus", "mp": "minus or plus",
    "leq": "is at most", "le": "is at most", "geq": "is at least", "ge": "is at least", "neq": "is not equal to",
    "ne": "is not equal to", "approx": "is about", "sim": "is similar to", "equiv": "is equivalent to",
    "propto": "is proportional to", "ll": "is much less than", "gg": "is much greater than", "in": "in",
    "notin": "not in", "subset": "is a subset of", "subseteq": "is a subset of", "cup": "union", "cap": "intersection",
    "to": "to", "rightarrow": "to", "mapsto": "maps to", "Rightarrow": "implies", "iff": "if and only if",
    "Leftrightarrow": "if and only if", "infty": "infinity", "partial": "partial", "nabla": "nabla",
    "forall": "for all",
    "exists": "there is", "land": "and", "wedge": "and", "lor": "or", "vee": "or", "lnot": "not", "neg": "not",
    "emptyset": "the empty set", "varnothing": "the empty set", "dots": "and so on", "ldots": "and so on",
    "cdots": "and so on", "mid": "such that", "circ": "composed with", "prime": "prime", "hbar": "h bar", "ell": "l",
    "sum": "the sum", "prod": "the product", "int": "the integral", "oint": "the contour integral", "lim": "the limit",
    "max": "the maximum", "min": "the minimum", "langle": "open angle", "rangle": "close angle", "degree": "degrees",
    "varepsilon": "epsilon", "vartheta": "theta", "varphi": "phi", "mathbb R": "the real numbers",
    "sin": "sine", "cos": "cosine", "tan": "tangent", "log": "log", "ln": "natural log", "exp": "exp", "det": "det",
}  # fmt: skip
_SAID |= {name: name for name in _GREEK} | {name.capitalize(): f"capital {name}" for name in _GREEK}
_SIGNS = {
    "=": "equals", "+": "plus", "-": "minus", "−": "minus", "<": "is less than", ">": "is greater than", "*": "times",
    "/": "over", "(": "open paren", ")": "close paren", "[": "open bracket", "]": "close bracket", "|": "bar",
    "!": "factorial", "'": "prime", "&": "", "~": "", "$": "", "×": "times", "·": "times", "≤": "is at most",
    "≥": "is at least",
}  # fmt: skip
_ROOTS = {"": "square root", "2": "square root", "3": "cube root"}
_SETS = {"R": "the real numbers", "N": "the natural numbers", "Z": "the integers", "Q": "the rational numbers",
         "C": "the complex numbers"}  # fmt: skip
_LIMITED = ("sum", "prod", "int", "oint", "lim", "max", "min")
_PLAIN = {
    "text", "mathrm", "mathbf", "mathit", "mathsf", "mathcal", "mathfrak", "boldsymbol", "operatorname", "textbf",
    "textit", "mbox",
}  # fmt: skip
_SILENT = {
    "left", "right", "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "quad", "qquad", "big", "Big",
    "bigg", "Bigg", "bigl", "bigr",
}  # fmt: skip
_OVER = {"bar": "bar", "overline": "bar", "hat": "hat", "widehat": "hat", "tilde": "tilde", "vec": "vector"}
_KNOWN = {"frac", "dfrac", "tfrac", "binom", "sqrt", "mathbb", "begin", *_SAID, *_PLAIN, *_SILENT, *_OVER}

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:[.,]\d+)*|[A-Za-z]|\S")
_MARK = re.compile(
    r"(?<!\b[A-Z]:)\\([A-Za-z]{2,})|[\w)}\]]\^[{\w\\-]|[\w)}\]]_\{|(?<![\w\\])[A-Za-z]_[A-Za-z0-9](?!\w)"
)
_MORE = re.compile(r"\s+(?:[,;]\s*)?(?:\\|[{}^_=+<>*/−-]|\w{1,2}(?:[\^_{]|\s*[=+−]))")
_LONGEST, _DEEPEST = 1_000, 40
"""Characters and braces in braces of a formula that can be followed by ear."""


def formulas_in(sentence: str) -> Iterator[Edit]:
    """Each run of TeX in words; a run begins and ends at white space, and may have some within its braces."""
    cursor = 0
    while found := _MARK.search(sentence, cursor):
        if found[1] and found[1] not in _KNOWN:
            cursor = found.end()
            continue
        start = max(sentence.rfind(" ", 0, found.start()) + 1, cursor)
        end = _end(sentence, found.start())
        formula = sentence[start:end].rstrip(".,;:")
        if len(formula) <= _LONGEST and formula.count("{") <= _DEEPEST:
            yield Edit(start, start + len(formula), spoken(formula))
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


def spoken(formula: str) -> str:
    """A formula in words; what is not known is said by its name."""
    words = " ".join(" ".join(_Reading(_TOKEN.findall(formula)).all()).split())
    return re.sub(r"(?:,? (?=[,;.:](?: |$)))|,$", "", words) or formula


class _Reading:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens, self._at = tokens, 0

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
        return _SETS.get(letters, letters)

    def _term(self, *, alone: bool = False) -> Iterator[str]:
        token = self._next()
        name = token[1:] if token.startswith("\\") else ""
        if name in ("frac", "dfrac", "tfrac"):
            above, below = self._argument(), self._argument()
            short = " " not in above and " " not in below
            yield f"{above} over {below}" if short else f"the fraction {above} over {below}, end fraction,"
        elif name == "binom":
            yield f"{self._argument()} choose {self._argument()}"
        elif name == "sqrt":
            root = self._argument("]") if self._peek() == "[" else ""
            inside = self._argument()
            yield f"the {_ROOTS.get(root, f'{root}th root')} of {inside}{',' if ' ' in inside else ''}"
        elif name in _PLAIN or name == "mathbb":
            yield self._letters()
        elif name in _OVER:
            yield f"{self._argument()} {_OVER[name]}"
        elif name in ("begin", "end"):
            self._letters()
        elif name in _LIMITED:
            yield _SAID[name]
            yield from self._limits(name)
        elif token == "{":
            yield from self.all("}")
        elif name in _SILENT or token in ("}", "^", "_"):
            return
        elif token.startswith("\\"):
            yield _SAID.get(name, name if name.isalpha() else "")
        else:
            yield _SIGNS.get(token, token)
        if not alone:
            yield from self._scripts()

    def _limits(self, name: str) -> Iterator[str]:
        below = above = ""
        while self._peek() in ("_", "^"):
            if self._next() == "_":
                below = self._argument()
            else:
                above = self._argument()
        if name in ("lim", "max", "min"):
            yield f"{'as' if name == 'lim' else 'over'} {below} of" if below else "of"
        elif above:
            yield f"from {below} to {above} of" if below else f"to {above} of"
        else:
            yield f"over {below} of" if below else "of"

    def _scripts(self) -> Iterator[str]:
        while self._peek() in ("_", "^"):
            if self._next() == "_":
                yield f"sub {self._argument()}"
                continue
            power = self._argument()
            match power:
                case "2":
                    yield "squared"
                case "3":
                    yield "cubed"
                case "prime" | "degrees" | "star":
                    yield power
                case "composed with":
                    yield "degrees"
                case _:
                    yield f"to the {power}{',' if ' ' in power else ''}"
