"""Roman numerals: "Henry VIII" is "Henry the eighth", "Chapter IV" "Chapter four"."""

import re
from collections.abc import Iterator

from .grammar import word_after, words
from .numbers import cardinal, ordinal, year
from .pattern import Pattern
from .rule import Edit

_NUMERAL = Pattern(
    r"\b(i?[A-Z][\w’'.-]*|[a-z]{3,10}\.?)(\s+)([IVXLCDM]+)(?=[’']s\b|[’'](?!\w)|(?![\w’'-])|-\w)(?!\.[A-Z])"
)
_SIGNED = Pattern(r"\b[IVXLCDM]+\b")
# "WWI" and "WWII"; a year is written in five letters or more, and begins with a thousand.
_WAR = Pattern(r"\bWW(I{1,2})\b")
_YEAR = Pattern(r"\bM[MDCLXVI]{4,}\b")
_BEFORE = Pattern(
    r"(?:^|\b(?:[Tt]he|[Ii]n|late|early|mid)[\s-])([IVXL]+)\s(?=(?:century|centuries|(?:Winter |Summer )?Olympi\w+"
    r"|(?:Party )?Congress|Corps|Dynasty|Legion|Summit|Commonwealth|Paralympi\w+|Army|Biennale|Festival)\b)"
)
_VALID = Pattern(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_FIGURES = ("V", "X")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_RULERS = words(
    """
    abdullah adrian albert alexander alexandra alfonso anne augustus baudouin beatrix benedict boniface carl
    carlos casimir catherine celestine charles christian clement cleopatra constantine darius david edward
    elizabeth emmanuel eric eugene farouk feisal felipe ferdinand francis franz frederick george gregory gustaf
    gustav haakon harald hassan henry honorius hussein innocent isabella ivan james john joseph juan julius karl
    kamehameha leo leopold louis ludwig magnus malcolm manuel margaret margrethe maria mary matilda maximilian
    mehmed michael mohammed murad napoleon nero nicholas olaf olav oscar otto paul pedro peter philip pius
    ptolemy rainier rama ramesses ramses richard robert rudolf selim sigismund sixtus stephen suleiman sverre
    umberto urban victor vittorio wenceslas wilhelm wilhelmina willem william xerxes zog akhenaten amenhotep
    seti thutmose tutankhamun theodosius justinian constans valentinian robert alexios andronikos tawadros
    shenouda aram bartholomew kirill ignatius varus
    """
)
_TITLES = Pattern(
    r"\b(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Shah|Prince|Princess|Duke|Pharaoh|Patriarch"
    r"|Grand Duke|Maharaja)\s+(?:\w+\s+){0,2}$"
)
_COUNTED = words(
    """
    chapter part parts book volume vol act acts scene section article articles title titles war wars bowl rocky
    phase stage step level grade class type types category schedule appendix annex figure fig table plate
    exhibit mark mk apollo gemini saturn soyuz titan episode season series number no round division tier factor
    page canto verse psalm sonnet symphony opus concerto sonata movement fantasy rambo jaws saw halo godfather
    terminator trek evil kombat duty auto games civilization warcraft starcraft olympiad wrestlemania item
    amendment proposition measure region zone district corps army legion regiment battalion question lesson unit
    module form block track basel vatican pentium athlon playstation iphone windows mac geforce radeon macintosh
    apple quake doom diablo total legacy creed hills blade crisis trilogy superman batman sequel gundam ultima
    tekken fighter creek brexit rule case lemma theorem proof state
    """
)
_WORDS = frozenset(
    {
        "DI",
        "MI",
        "LI",
        "DC",
        "CD",
        "MD",
        "MC",
        "CV",
        "DIM",
        "MIX",
        "MID",
        "DILL",
        "MILD",
        "CIVIC",
        "LIV",
        "MM",
        "CC",
        "XL",
        "XXL",
        "XX",
        "CM",
        "MDI",
        "XXX",
    }
)


_SEVERAL = Pattern(r"\b([A-Za-z]+)\s([IVXLC]+(?:(?:,? (?:and|or|to|&) |, |\s?[–-]\s?)[IVXLC]+)+)(?![\w’'-])")
_LINK = Pattern(r"[IVXLC]+|\s?[–-]\s?")
_SMALL = Pattern(
    r"\b(?:Acts?|Scenes?|[Cc]hapters?|Parts?|Books?|Volumes?|[Ss]ections?|[Pp]ages?|[Pp]p?\.|Appendix|Canto|[Ff]ootnote)"
    r"\s([ivxl]{1,7})(?:([-–])([ivxl]{1,7}))?(?![\w’'-])"
)


def find(text: str) -> Iterator[Edit]:
    for match in _SMALL.finditer(text) if "i" in text or "v" in text or "x" in text else ():
        first, last = match[1].upper(), (match[3] or "").upper()
        if _VALID.fullmatch(first) and _VALID.fullmatch(last) and len(first + last) > 1:
            yield Edit(*match.span(1), cardinal(value(first)))
            if last:
                yield Edit(match.start(2), match.end(), f" to {cardinal(value(last))}")
    for match in _WAR.finditer(text) if "WWI" in text else ():
        yield Edit(*match.span(), f"World War {cardinal(len(match[1]))}")
    if not _SIGNED.search(text):
        return
    for match in _SEVERAL.finditer(text):
        yield from _several(match)
    for match in _YEAR.finditer(text):
        if _VALID.fullmatch(match[0]) and value(match[0]) < 2100:
            yield Edit(*match.span(), year(value(match[0])))
    for match in _BEFORE.finditer(text):
        if _VALID.fullmatch(match[1]):
            yield Edit(*match.span(1), ordinal(value(match[1])))
    for match in _NUMERAL.finditer(text):
        word, _, numeral = match.groups()
        name = word.lower().strip(".,’'")
        if name.endswith(("’s", "'s")) or not _VALID.fullmatch(numeral):
            continue
        counted = name in _COUNTED
        # "The part I like", "a series C round".
        if word[0].islower() and word[0] != "i" and (not counted or (len(numeral) == 1 and numeral not in _FIGURES)):
            continue
        titled = _TITLES.search(text[max(0, match.start() - 60) : match.start()]) is not None and word not in (
            "King",
            "Queen",
            "Pope",
        )
        ruler = titled or name in _RULERS
        start, end = match.span(3)
        if len(numeral) == 1:
            if numeral not in ("I", "V", "X") or name == "malcolm" or not (counted or ruler):
                continue
            if numeral == "I" and not titled and not _is_one(word_after(text, end), counted):
                continue
        elif not counted and (numeral in _WORDS or not set(numeral) <= set("IVX")):
            continue
        n = value(numeral)
        yield Edit(start, end, f"the {ordinal(n)}" if not counted and (ruler or n < 5) else cardinal(n))


def _several(match: re.Match[str]) -> Iterator[Edit]:
    """The numbers of "Volumes I, II and III", where they count up."""
    pieces = list(_LINK.finditer(match[2]))
    numerals = [piece[0] for piece in pieces if piece[0][0] in _VALUES]
    counted = {match[1].lower(), match[1].lower().removesuffix("s")}
    if counted.isdisjoint(_COUNTED) or not all(map(_VALID.fullmatch, numerals)):
        return
    numbers = list(map(value, numerals))
    if numbers != sorted(set(numbers)):
        return
    for piece in pieces:
        start, end = (match.start(2) + at for at in piece.span())
        yield Edit(start, end, cardinal(value(piece[0])) if piece[0][0] in _VALUES else " to ")


def _is_one(following: str, counted: bool) -> bool:
    """Whether "I" is a number: behind "Phase" it is unless a verb follows, behind "Charles" only if none can."""
    if not following or following[0].isupper():
        return True
    return following not in _VERBS if counted else following in ("of", "is", "has", "and", "died", "ruled", "reigned")


_VERBS = words(
    "am have had think know believe want love like need don can could would will say feel mean guess hope wish"
)


def value(numeral: str) -> int:
    """What a well-formed numeral is worth."""
    total = 0
    for sign, following in zip(numeral, numeral[1:] + "I", strict=True):
        worth = _VALUES[sign]
        total += -worth if worth < _VALUES[following] and len(numeral) > 1 else worth
    return total
