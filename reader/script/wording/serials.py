"""Names made of letters and numbers, and numbers that are names: "MH17" is "MH seventeen"."""

from collections.abc import Iterator

from .grammar import HAS_DIGIT, is_plural, word_after, word_before, words
from .numbers import cardinal, digits, in_pairs, ordinal, plural, year
from .pattern import Pattern, spaced
from .rule import Edit

_MIXED = Pattern(
    r"(?<!\d,)(?<![\w.$€£@/])(?=[\w-]{0,40}\d)(?=[\w-]{0,40}[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,9}(?![\w@]|\.\d)"
)
_RUN = Pattern(r"\d+|[A-Za-z]+|-")
_NAMED = Pattern(
    r"\b(?:Boeing|Airbus|Embraer|Cessna|Bombardier|McDonnell|Douglas|Flight|flight|Route|route|Highway|highway"
    r"|Interstate|Room|room|Gate|gate|Bus|bus"
    r"|Train|train|Channel|channel|Porsche|Peugeot|Ferrari|BMW|Volvo|Suite|suite|Apartment|apartment|Unit|Area"
    r"|Platform|Nokia|Xbox|Fahrenheit"
    r"|Exit|exit|Bay|Flat|Tram|tram|Line|Squadron|Studio|Freeway|Autobahn|Antonov|Ilyushin|Tupolev|Model"
    r"|model|Section|section|Title|Nikkei|Core|Snapdragon|GeForce|Radeon)\s(\d{2,4})(?![\w%:/-]|[.,]\d)"
)
# "RTX 4090", "FTSE 250", "H.R. 2882": numbers behind letters name a thing.
_LETTERED = Pattern(
    r"(?<![\w.])(?:[A-Z]{2,5}|(?:[A-Z]\.){2,3})\s(\d{3,4})(?![\w%:/°-]|[.,]\d|\s(?:million|billion|trillion|hours|hrs|GMT))"
)
# A strain by its ancestors: "B.1.1.7", "BA.5".
_LINEAGE = Pattern(r"(?<![\w.-])([A-Z]{1,3})((?:\.\d{1,3}){2,4}|(?<=[A-Z]{2})\.\d{1,2})(?![\w]|\.\d)")
_JET = Pattern(
    r"(?<![\w$€£.,-])(7[0-8]7)(?:([xX])(?=\b)|(?=[\s-](?:MAX|Max|Dreamliner|jet|jets|freighter)\b|-\d00(?:ER|LR|F)?\b))"
)
_WIRELESS = Pattern(r"(?<![\w.])802\.(\d{1,2})([a-z]{0,2})(?!\w)")
_AREA = Pattern(r"\b([A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?)\s(\d[ABD-HJLNP-UW-Z]{2})\b")
_PER_LETTER = Pattern(r"(?<!\d,)(?<![\w.$/])(\d{1,30})/([a-z])(?!\w)")
_LONG = Pattern(r"(?<!\d,)(?<![\w.$€£/-])(\d+)/(\d+)/(\d+)(?![\w/]|[.,]\d)")
_ZERO = Pattern(r"(?<!\d[,\s])(?<!\d\s000\s)(?<![\w.:$€£/-])0\d+(?![\w]|[.,:/]\d)")
_PLAN = Pattern(r"\b(401|403|457|501)\(([a-z])\)(?:\((\d)\))?")
_RANK = Pattern(r"(?<![\w&])(?:#|№|Nº|nº|N°)\s?(\d[\d,]{0,30})(?![\w,]\d|\w)")
# "Two 7s" and "the under-16s"; "9.6s" and "after 12s" are seconds.
_SEVERAL = Pattern(r"(?<![\w.,$€£])(\d{1,2})s(?!\w)")
_COUNTS = words("two three four five six several the all some straight rugby under over both of few many")
_TEAM = Pattern(r"(?<!\w)(\d\d)ers\b")
_NTH = Pattern(r"(?<![\w.-])(\d{0,2}[23])d(?=\s(?:ed|Cir|Dist|Div|Dept|Lt)\b)")
_SAID = {
    "WW1": "World War One", "WW2": "World War Two", "MP3": "MP three", "MP3s": "MP threes", "H1N1": "H one N one",
    "Y2K": "Y two K", "B2B": "B to B", "P2P": "P to P", "3D": "three D",
    "2D": "two D", "4WD": "four wheel drive", "A4": "A four", "K9": "K nine", "R2D2": "R two D two",
    "7-Eleven": "seven eleven",
}  # fmt: skip
_VIDEO = Pattern(r"(?<!\d,)(?<![\w.$])(240|360|480|576|720|1080|1440|2160)([pi])(?!\w)")


def find(text: str) -> Iterator[Edit]:
    if not HAS_DIGIT.search(text):
        return
    for match in _PLAN.finditer(text) if "(" in text else ():
        said = f"{in_pairs(match[1])} {match[2]}" + (f" {cardinal(int(match[3]))}" if match[3] else "")
        yield Edit(*match.span(), said)
    for match in _VIDEO.finditer(text):
        yield Edit(*match.span(), f"{in_pairs(match[1])} {match[2]}")
    for match in _RANK.finditer(text):
        number = digits(match[1]) if match[1][0] == "0" else cardinal(int(match[1].replace(",", "")))
        yield Edit(*match.span(), f"number {number}")
    for match in _AREA.finditer(text):
        yield Edit(*match.span(1), _parted(match[1], digits))
        yield Edit(*match.span(2), _parted(match[2], digits))
    for match in _NAMED.finditer(text):
        if not is_plural(word_after(text, match.end())):
            yield Edit(*match.span(1), in_pairs(match[1]))
    for match in _LETTERED.finditer(text):
        if not is_plural(word_after(text, match.end())) and not (
            match[1].startswith(("19", "20")) and len(match[1]) == 4
        ):
            yield Edit(*match.span(1), in_pairs(match[1]))
    for match in _LINEAGE.finditer(text):
        yield Edit(*match.span(), " ".join([match[1], *(_piece(part) for part in match[2][1:].split("."))]))
    for match in _JET.finditer(text) if "7" in text else ():
        yield Edit(*match.span(), in_pairs(match[1]) + (" X" if match[2] else ""))
    for match in _WIRELESS.finditer(text) if "802" in text else ():
        yield Edit(*match.span(), f"eight oh two dot {cardinal(int(match[1]))} {match[2]}".rstrip())
    for match in _PER_LETTER.finditer(text) if "/" in text else ():
        yield Edit(*match.span(), f"{cardinal(int(match[1]))} per {match[2].upper()}")
    for match in _LONG.finditer(text) if text.count("/") > 1 else ():
        yield Edit(*match.span(), " ".join(_entry(part) for part in match.groups()))
    for match in _NTH.finditer(text):
        yield Edit(*match.span(), ordinal(int(match[1])))
    for match in _TEAM.finditer(text) if "ers" in text else ():
        number = cardinal(int(match[1]))
        yield Edit(*match.span(), number + ("rs" if number.endswith("e") else "ers"))
    for match in _SEVERAL.finditer(text):
        before = word_before(text, match.start(1))
        if (
            before in _COUNTS
            or text.endswith("No. ", 0, match.start())
            or text.endswith(("under", "over", "-"), 0, match.start())
        ):
            yield Edit(*match.span(), plural(cardinal(int(match[1]))))
    for match in _MIXED.finditer(text):
        said = _SAID.get(match[0]) or _parted(match[0], _piece)
        yield Edit(*match.span(), spaced(text, *match.span(), said))
    for match in _ZERO.finditer(text) if "0" in text else ():
        yield Edit(*match.span(), spaced(text, *match.span(), digits(match[0])))


def _piece(number: str) -> str:
    """The digits within a name: small ones are counted, long ones said digit by digit."""
    if number[0] == "0" and len(number) > 1:
        return digits(number)
    if len(number) < 3:
        return cardinal(int(number))
    n = int(number)
    if len(number) == 3:
        return in_pairs(number) if n % 100 else cardinal(n)
    if len(number) == 4 and (n % 100 == 0 or 1900 <= n < 2100):
        return year(n)
    return digits(number)


def _entry(number: str) -> str:
    """One of the numbers of a file: 123/261788/2021."""
    return digits(number) if number[0] == "0" or len(number) > 4 else cardinal(int(number), " ")


def _parted(name: str, said: object) -> str:
    """Letters as they are, numbers in words, hyphens as they are."""
    words: list[str] = []
    for run in _RUN.finditer(name):
        piece = run[0]
        word = piece
        if piece.isdecimal():
            # "A321" is a name, "133-A" the hundred and thirty third of something.
            counted = not run.start() and len(piece) == 3 and piece[0] != "0"
            word = digits(piece) if said is digits else cardinal(int(piece), " ") if counted else _piece(piece)
        several = words[-2:-1] == ["-"] or (len(words) > 2 and len(words[0]) > 1 and words[0].isupper())
        if piece == "s" and run.end() == len(name) and several:
            words[-1] = plural(words[-1])  # "F-16s", "PS5s"
            continue
        if words and piece != "-" and words[-1] != "-":
            words.append(" ")
        words.append(word)
    return "".join(words)
