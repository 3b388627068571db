"""Street addresses: "1428 Elm St." is "fourteen twenty eight Elm Street"."""

from collections.abc import Iterator

from .grammar import HAS_DIGIT, inner, last_word
from .numbers import cardinal, digits, in_pairs
from .pattern import Pattern, spaced
from .rule import Edit

STREETS = {
    "st": "Street", "ave": "Avenue", "av": "Avenue", "blvd": "Boulevard", "rd": "Road", "dr": "Drive", "ln": "Lane",
    "ct": "Court",
    "pl": "Place", "sq": "Square", "hwy": "Highway", "pkwy": "Parkway", "expy": "Expressway", "expwy": "Expressway",
    "ter": "Terrace", "terr": "Terrace", "cir": "Circle", "fwy": "Freeway", "tpke": "Turnpike", "trl": "Trail",
    "aly": "Alley",
    "plz": "Plaza", "cres": "Crescent", "cl": "Close", "gdns": "Gardens", "byp": "Bypass", "xing": "Crossing",
    "cswy": "Causeway",
    "rte": "Route", "mt": "Mount", "hts": "Heights", "jct": "Junction", "pt": "Point", "brg": "Bridge",
    "ext": "Extension",
}  # fmt: skip
_WHOLE = (
    "Street|Avenue|Boulevard|Road|Drive|Lane|Court|Place|Square|Highway|Parkway|Expressway|Terrace|Circle|Freeway|Turnpike|Trail|"
    "Alley|Plaza|Crescent|Close|Gardens|Way|Row|Walk|Mews|Loop|Broadway|Hill|Park"
)
_SHORT = "St|Ave|Av|Blvd|Rd|Dr|Ln|Ct|Pl|Sq|Hwy|Pkwy|Expy|Expwy|Terr?|Cir|Fwy|Tpke|Trl|Aly|Plz|Cres|Cl|Gdns|Xing|Hts"
_LAST = frozenset(_SHORT.replace("?", "").split("|"))
_COMPASS = {
    "N": "North", "S": "South", "E": "East", "W": "West", "NE": "Northeast", "NW": "Northwest", "SE": "Southeast",
    "SW": "Southwest",
}  # fmt: skip
_WIND = r"(?:N\.?E|N\.?W|S\.?E|S\.?W|[NSEW])\b\.?"
_STREET = Pattern(
    rf"(?<!\d,)(?<![\w.$€£/-])(\d{{1,5}})(?:-\d+)?([A-Z]?)\s+(?:({_WIND})\s)?((?:(?:[A-Z][a-z’']+|Mc[A-Z][a-z]+"
    rf"|\d{{1,3}}(?:st|nd|rd|th)|[A-Z])\.?\s){{0,4}}?)"
    rf"(?:({_WHOLE})\b|(?:({_SHORT})\b(\.?)))(?:\s({_WIND})(?![a-z]))?(?!\s(?:of|in the)\s)"
)
_HOUSE = Pattern(r"\d[A-Z]?\s+[A-Z\d]")
_BLOCK = Pattern(r"(?<![\w.,$])(\d{3,4})(?=[\s-](?:block|blk\.))")
_NAMED = Pattern(
    rf"\b((?:[A-Z][a-z]+|\d{{1,3}}(?:st|nd|rd|th)) )(?:({_SHORT})\b\.)(?=\s*(?:$|[,;:)]|(?:and|in|at|near|by|on|to"
    rf"|is|was|were|from|with|for|where|between|It|The|He|She|They)\b))"
)
_WINDWARD = Pattern(
    rf"(?<![\w.])([NSEW]\.)(?=\s(?:(?:\d{{1,3}}(?:st|nd|rd|th)|[A-Z][a-z]+)\s(?:(?:{_SHORT})\b|(?:{_WHOLE})\b)"
    r"|Korea|Carolina|Dakota|Virginia))"
)
_NAMED_PLAIN = Pattern(rf"\b((?:[A-Z][a-z]+|\d{{1,3}}(?:st|nd|rd|th)) )({'Ave|Blvd|Rd|Ln|Hwy|Pkwy|Expy'})\b(?!\.)")
_ZIP = Pattern(r",?\s([A-Z]{2}),?\s(\d{5})(?:-(\d{4}))?(?!\w)")
_STATE = Pattern(
    r"(?<=[a-z],\s)([A-Z]{2})(?=$|[.,;:)]|\s(?:and|in|on|is|was|for|to|at|where|who|has|had|\()|\s?[–—@-])"
)
_UNIT = Pattern(r"(?<=[\w.],\s)(Apt|Ste|Fl|Rm|Bldg|Unit)\b\.?\s#?(?=[\dA-Z])")
_UNITS = {"Apt": "Apartment", "Ste": "Suite", "Fl": "Floor", "Rm": "Room", "Bldg": "Building", "Unit": "Unit"}
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "ON": "Ontario", "QC": "Quebec", "BC": "British Columbia", "AB": "Alberta", "MB": "Manitoba", "SK": "Saskatchewan",
    "NS": "Nova Scotia", "NB": "New Brunswick",
}  # fmt: skip


def find(text: str) -> Iterator[Edit]:
    numbered = HAS_DIGIT.search(text) is not None
    if not numbered and "." not in inner(text) and last_word(text) not in _LAST and ", " not in text:
        return
    for match in _STREET.finditer(text) if numbered and _HOUSE.search(text) else ():
        number, letter, wind, name, _, short, dot, wind_2 = match.groups()
        if not name and not wind:
            continue
        yield Edit(match.start(1), match.end(2), f"{house(number)} {letter}".rstrip())
        if wind:
            yield Edit(*match.span(3), _direction(wind))
        if short:
            end = match.end(7)
            if dot and not text[end:].strip():
                end -= 1
            yield Edit(match.start(6), end, STREETS[short.lower()])
        if wind_2:
            yield Edit(*match.span(8), _direction(wind_2))
    for match in _BLOCK.finditer(text) if numbered and "bl" in text else ():
        yield Edit(*match.span(1), house(match[1]))
    for match in _NAMED.finditer(text) if "." in text else ():
        end = match.end() - (not text[match.end() :].strip())
        if match[2] not in ("Ct", "Pl", "Cl"):
            yield Edit(match.start(2), end, STREETS[match[2].lower()])
    for match in _WINDWARD.finditer(text) if "." in text else ():
        yield Edit(*match.span(1), _COMPASS[match[1][0]])
    for match in _NAMED_PLAIN.finditer(text):
        yield Edit(*match.span(2), STREETS[match[2].lower()])
    for match in _ZIP.finditer(text) if numbered else ():
        if match[1] in STATES or match[1] == "DC":
            yield Edit(*match.span(1), STATES.get(match[1], "DC"))
            yield Edit(match.start(2), match.end(), digits(match[2]) + (f", {digits(match[3])}" if match[3] else ""))
    for match in _STATE.finditer(text):
        if match[1] in STATES:
            yield Edit(*match.span(), STATES[match[1]])
    for match in _UNIT.finditer(text) if numbered else ():
        yield Edit(*match.span(), spaced(text, *match.span(), _UNITS[match[1]] + " "))


def house(number: str) -> str:
    """The number of a house: "2788" is "twenty seven eighty eight"."""
    n = int(number)
    if len(number) > 2 and n % 100 == 0 and n < 10000:
        return cardinal(n) if len(number) == 3 or n % 1000 == 0 else f"{cardinal(n // 100)} hundred"
    return in_pairs(number)


def _direction(wind: str) -> str:
    return _COMPASS[wind.replace(".", "")]
