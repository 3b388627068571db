"""Signs that stand for words: "&" is "and", "5 * 3 = 15" "five times three equals fifteen"."""

from collections.abc import Iterator

from .pattern import Pattern, spaced
from .rule import Edit

_NAMES = {
    "&": "and", "@": "at", "%": "percent", "#": "hash", "$": "dollar", "€": "euro", "£": "pound", "¥": "yen",
    "₩": "won", "₹": "rupee",
    "₽": "ruble", "₿": "bitcoin", "¢": "cent", "§": "section", "¶": "paragraph", "°": "degrees", "±": "plus or minus",
    "×": "times", "÷": "divided by",
    "=": "equals", "≠": "is not equal to", "≤": "less than or equal to", "≥": "greater than or equal to",
    "≈": "approximately",
    "≡": "is equivalent to", "√": "square root of", "∞": "infinity", "∑": "sum of", "∆": "delta", "Δ": "delta",
    "π": "pi", "µ": "micro", "Ω": "ohm",
    "→": "to", "⇒": "implies", "⟶": "to", "↔": "to and from", "←": "from", "↑": "up", "↓": "down", "∈": "in",
    "∪": "union", "∩": "intersection", "∴": "therefore",
    "⁄": "slash", "\\": "backslash", "^": "caret", "♯": "sharp", "♭": "flat", "℃": "degrees Celsius",
    "℉": "degrees Fahrenheit", "№": "number", "℅": "care of",
    "♀": "female", "♂": "male", "½": "one half", "¼": "one quarter", "¾": "three quarters", "‰": "per mille",
    "+": "plus", "*": "asterisk",
    "~": "tilde",
}  # fmt: skip
_SILENT = Pattern(
    r"\s?[®™℠]|©(?!\s?\d)|(?<=\w)\s?\((?:R|TM|tm)\)|\s*[■□▪▫●○◦‣⁃∙·•▶►▸▹▷◀◄◆◇➤➢➔❯›»](?=\s|$)"
    r"|^[\s]*[■□▪▫●○◦‣⁃∙·•▶►▸▹▷◀◄◆◇➤➢➔❯→✓✔✗✘*–—-]+\s+|(?<=\s)[→➔»›]+\s*$"
)
_AND = Pattern("&")
_MATH = Pattern(r"(?<=[\w)\]])(\s+)([*×x÷/+<>−–-])(\s+)(?=[$£€]?[\w(\[])")
_COMPARED = Pattern(r"(?<![\w<>-])\s?([<>≤≥])\s?(?=[$€£]?\d)")
_PLUS = Pattern(
    r"(?<=\d)\+(?=\s|$|[.,;:)])|(?<=[A-Za-z])(\+\+?)(?=\s|$|[.,;:)])|(?<=[A-Z\d])\+(?=\d)|(?<=\bC)\+\+(?=\d)|(?<![\w/])\+/[-−](?=\s?\d)"
)
_COPYRIGHT = Pattern(r"©\s?(?=\d)")
_LETTERS = Pattern(r"(?<!\w)[a-z]$")
_STARRED = Pattern(r"(?<=[A-Za-z0-9])\*(?=[A-Za-z0-9])")
_UNUSUAL = Pattern(r"[^\w\s.,;:!?'\"“”‘’()\[\]–—-]|^\s*[–—-]\s|\s-\s|[½¼¾]")
_NUMBERS = Pattern(r"\d")
_GREEK = Pattern("(?<![\u0370-\u03ff\u1f00-\u1fff])[Α-ΩΆ-Ώα-ω](?![\u0370-\u03ff\u1f00-\u1fff])")
_SLASH = Pattern(r"(?<=[\w.%)])/(?=[\w(])|^/(?=[^\s\w]|\w)")
_AND_OR = Pattern(r"\b(and)/(or)\b", 2)
_ALTERNATIVES = Pattern(r"(?<=\S)\s+/\s+(?=\S)")
_PRONOUNS = Pattern(r"\b(?:he|his|him|himself|she|her)(/)(?:she|hers?|herself|he|his|him)\b", 2)
_TICKER = Pattern(r"(?<![^\s(])\$(?=[A-Z]{1,5}\b(?!\$))")
_INITIALS = Pattern(
    r"(?<![\w/])(?:[A-Z](/)[A-Z]|[A-Z]{3}(/)(?:USD|EUR|JPY|GBP|CHF|AUD|CAD|CNY)|AC(/)DC|TCP(/)IP)(?![\w/])"
)
_OVER = Pattern(r"(?<![\w/-])(?:([ymqwYMQW])/\1|yr/yr|([yqm])-o-\2|[YQ]o[YQ]|MoM)(?![\w/])")
_PERIODS = {"y": "year", "m": "month", "q": "quarter", "w": "week"}
_APERTURE = Pattern(r"(?<!\w)[fƒ](/)(?=\d)")
_PRICES = Pattern(r"(?<=\d)/(?=[$£€])|(?<=°)/(?=\d)")
_SHARP = Pattern(r"(?<=\b[A-G])#(?!\w)")
_SECTION = Pattern(r"(§§?)\s?")
_SIGN = Pattern(r"[@%#$€£¥₩₹₽₿¢¶°±×÷=≠≤≥≈≡√∞∑∆Δπ→⇒⟶↔←↑↓∈∪∩∴⁄\\♯♭℃℉№℅♀♂½¼¾‰]")
_EQUATION = Pattern(r"[\w)]\s*=\s*-?[\w(]")


def find(text: str) -> Iterator[Edit]:
    if not text.isascii():
        yield from _greek(text)
    if not _UNUSUAL.search(text):
        return
    for match in _SILENT.finditer(text):
        between = text[: match.start()].strip() and text[match.end() :].strip()
        yield Edit(*match.span(), "" if not between or match[0].strip() in "®™℠" else ",")
    for match in _AND.finditer(text):
        yield Edit(*match.span(), _apart(text, *match.span(), "and"))
    for match in _AND_OR.finditer(text):
        yield Edit(match.end(1), match.start(2), " ")
    for match in _COPYRIGHT.finditer(text):
        yield Edit(*match.span(), "copyright ")
    for match in _PLUS.finditer(text):
        said = "plus or minus" if "/" in match[0] else " ".join(["plus"] * len(match[0]))
        yield Edit(*match.span(), _apart(text, *match.span(), said))
    yield from _mathematics(text)
    for match in _COMPARED.finditer(text):
        names = {"<": "less than", ">": "more than", "≤": "at most", "≥": "at least"}
        yield Edit(match.start(1), match.end(), names[match[1]] + " ")
    for match in _SECTION.finditer(text):
        yield Edit(*match.span(), "sections " if len(match[1]) == 2 else "section ")
    for match in _ALTERNATIVES.finditer(text):
        yield Edit(*match.span(), ", ")
    for match in _PRONOUNS.finditer(text):
        yield Edit(*match.span(1), " or ")
    for match in _OVER.finditer(text):
        said = _PERIODS[match[0][0].lower()]
        yield Edit(*match.span(), f"{said} over {said}")
    for match in _INITIALS.finditer(text):
        yield Edit(*match.span(match.lastindex or 1), " ")
    for match in _APERTURE.finditer(text):
        yield Edit(*match.span(1), " ")
    for match in _PRICES.finditer(text):
        yield Edit(*match.span(), ", ")
    for match in _TICKER.finditer(text):
        yield Edit(*match.span(), "")
    for match in _SHARP.finditer(text):
        yield Edit(*match.span(), " sharp")
    for match in _SLASH.finditer(text):
        yield Edit(*match.span(), " slash " if match.start() else "slash ")
    for match in _SIGN.finditer(text):
        yield Edit(*match.span(), _apart(text, *match.span(), _NAMES[match[0]]))


def _greek(text: str) -> Iterator[Edit]:
    """A letter of the Greek alphabet that stands alone is said by its name: "the α-particle"."""
    for match in _GREEK.finditer(text):
        import unicodedata

        name = unicodedata.name(match[0]).rpartition(" LETTER ")[2].removesuffix(" WITH TONOS").lower()
        said = {"lamda": "lambda", "final sigma": "sigma"}.get(name, name)
        yield Edit(
            *match.span(), _apart(text, *match.span(), said) if text[match.end() : match.end() + 1] != "-" else said
        )


_OPERATIONS = {
    "*": "times", "×": "times", "x": "times", "÷": "divided by", "/": "divided by", "+": "plus", "-": "minus",
    "–": "minus",
    "−": "minus", "<": "is less than", ">": "is greater than",
}  # fmt: skip


def _mathematics(text: str) -> Iterator[Edit]:
    counted = _NUMBERS.search(text) is not None
    equation = _EQUATION.search(text) is not None
    if not counted and not equation and "<" not in text and ">" not in text:
        return
    for match in _MATH.finditer(text):
        sign = match[2]
        around = text[match.start() - 1].isdigit() and text[match.end() :].lstrip("$£€")[:1].isdigit()
        if sign in "-–/−" and not equation:
            continue
        compared = sign in "<>" and _LETTERS.search(text[max(0, match.start() - 2) : match.start()]) is not None
        if sign in "<>+" and not (around or equation or compared):
            continue
        if not (around or equation or compared) or (sign == "x" and not around):
            continue
        yield Edit(*match.span(), f" {_OPERATIONS[sign]} ")
    for match in _STARRED.finditer(text):
        yield Edit(*match.span(), " times " if equation else " asterisk ")


def _apart(text: str, start: int, end: int, said: str) -> str:
    """``said`` with a space on each side that has none."""
    left = " " if start and not text[start - 1].isspace() and text[start - 1] not in "([“\"‘'" else ""
    right = " " if end < len(text) and not text[end].isspace() and text[end] not in ".,;:!?)]”\"’'" else ""
    return spaced(text, start, end, f"{left}{said}{right}")
