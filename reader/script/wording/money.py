"""Sums of money: "£2m-a-year" is "two million pounds a year"."""

import re
from collections.abc import Iterator

from .grammar import DASH, FUNCTION_WORDS, HAS_DIGIT, NUMBER, describes, is_plural, word_after, word_before, words
from .numbers import cardinal, decimal, plural
from .pattern import Pattern, spaced
from .rule import Edit

SCALE = {
    "k": "thousand", "thousand": "thousand", "m": "million", "mn": "million", "mm": "million", "mln": "million",
    "mil": "million",
    "million": "million", "b": "billion", "bn": "billion", "bln": "billion", "billion": "billion", "t": "trillion",
    "tn": "trillion", "trn": "trillion", "trillion": "trillion", "crore": "crore", "cr": "crore", "lakh": "lakh",
    "lakh crore": "lakh crore",
    "quadrillion": "quadrillion", "hundred": "hundred",
}  # fmt: skip
_SCALE = (
    r"(?:thousand|hundred|million|billion|trillion|quadrillion|lakh crore|crore|lakh|mln|bln|trn|mil|mn|mm|bn|tn|cr"
    r"|Thousand|Million|Billion|Trillion|THOUSAND|MILLION|BILLION|TRILLION|[kmbtKMBT]|BN|MN)(?![A-Za-z0-9])"
)

# One, several, one of the small coin, several of them; no coin where none is in use.
_DOLLAR = ("dollar", "dollars", "cent", "cents")
_SIGNS = {
    "$": _DOLLAR, "£": ("pound", "pounds", "penny", "pence"), "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "", ""),
    "₹": ("rupee", "rupees", "paisa", "paise"), "₩": ("won", "won", "", ""),
    "₽": ("ruble", "rubles", "kopek", "kopeks"),
    "₺": ("lira", "lira", "kurus", "kurus"), "₴": ("hryvnia", "hryvnias", "kopiyka", "kopiykas"),
    "₪": ("shekel", "shekels", "agora", "agorot"), "฿": ("baht", "baht", "satang", "satang"),
    "₫": ("dong", "dong", "", ""),
    "₦": ("naira", "naira", "kobo", "kobo"), "₱": ("peso", "pesos", "centavo", "centavos"),
    "₡": ("colon", "colones", "", ""),
    "₵": ("cedi", "cedis", "pesewa", "pesewas"), "₿": ("bitcoin", "bitcoins", "", ""), "₸": ("tenge", "tenge", "", ""),
    "Rs": ("rupee", "rupees", "paisa", "paise"), "¢": ("cent", "cents", "", ""),
}  # fmt: skip
_PREFIXES = {
    "US": "US", "A": "Australian", "AU": "Australian", "C": "Canadian", "CA": "Canadian", "CAN": "Canadian",
    "CDN": "Canadian",
    "NZ": "New Zealand", "HK": "Hong Kong", "S": "Singapore", "SG": "Singapore", "NT": "Taiwan", "TT": "Trinidad",
    "J": "Jamaican",
    "Z": "Zimbabwe", "F": "Fijian", "B": "Bermuda", "EC": "East Caribbean", "AR": "Argentine", "MX": "Mexican",
    "Mex": "Mexican",
    "CL": "Chilean", "COL": "Colombian", "U": "Uruguayan", "E": "Egyptian", "IR": "Irish", "N": "Namibian",
}  # fmt: skip
_PESOS = ("MX", "Mex", "AR", "CL", "COL", "U")
_CODES = {
    "USD": ("US", "$"), "EUR": ("", "€"), "GBP": ("", "£"), "JPY": ("", "¥"), "AUD": ("Australian", "$"),
    "CAD": ("Canadian", "$"),
    "NZD": ("New Zealand", "$"), "HKD": ("Hong Kong", "$"), "SGD": ("Singapore", "$"), "INR": ("Indian", "₹"),
    "RUB": ("", "₽"),
    "KRW": ("", "₩"), "TRY": ("Turkish", "₺"), "ILS": ("", "₪"), "THB": ("", "฿"), "PHP": ("Philippine", "₱"),
    "NGN": ("", "₦"),
    "UAH": ("", "₴"), "VND": ("", "₫"), "BTC": ("", "₿"), "PKR": ("Pakistani", "₹"), "LKR": ("Sri Lankan", "₹"),
}  # fmt: skip
_WORDED = {
    "SFr": ("Swiss franc", "Swiss francs", "centime", "centimes"), "Kr": ("krone", "kroner", "", ""),
    "kr": ("krone", "kroner", "", ""),
    "CHF": ("Swiss franc", "Swiss francs", "centime", "centimes"), "CNY": ("yuan", "yuan", "", ""),
    "RMB": ("yuan", "yuan", "", ""),
    "SEK": ("Swedish krona", "Swedish kronor", "", ""), "NOK": ("Norwegian krone", "Norwegian kroner", "", ""),
    "DKK": ("Danish krone", "Danish kroner", "", ""), "PLN": ("zloty", "zlotys", "", ""),
    "CZK": ("Czech koruna", "Czech korunas", "", ""),
    "HUF": ("forint", "forints", "", ""), "ZAR": ("rand", "rand", "cent", "cents"),
    "BRL": ("real", "reais", "centavo", "centavos"),
    "MXN": ("Mexican peso", "Mexican pesos", "", ""), "AED": ("dirham", "dirhams", "", ""),
    "SAR": ("riyal", "riyals", "", ""),
    "IDR": ("rupiah", "rupiah", "", ""), "MYR": ("ringgit", "ringgit", "sen", "sen"),
    "EGP": ("Egyptian pound", "Egyptian pounds", "", ""),
}  # fmt: skip

_PRICED = Pattern(r"[$£€¥₹₩₽₺₴₪฿₫₦₱₡₵₿₸¢]|[A-Z]{3}|Rs|[RN]\d|RM|[KkF]r|\d[pc]\b")
_SIGN = (
    rf"(?:(?<![A-Za-z])(?:{'|'.join(sorted(_PREFIXES, key=len, reverse=True))})(?=[$£])"
    rf"|(?<![A-Za-z])R(?=\$))?[$£€¥₹₩₽₺₴₪฿₫₦₱₡₵₿₸]"
    rf"|(?<![A-Za-z])(?:{'|'.join([*_CODES, *_WORDED])}|Rs\.?)(?=\s?\d)|(?<![A-Za-z])RM(?=\s?\d)"
    r"|(?<![A-Za-z])N(?=\d[\d.,]*(?:m|bn|tn|\s?million|\s?billion|\s?trillion)\b|\d{1,3}(?:,\d{3})+)"
    rf"|(?<![A-Za-z])R(?=\d[\d.,]*(?:m|bn|k|\s?million|\s?billion)\b|\d{{1,3}}(?:,\d{{3}})+|\d+\.\d\d\b)"
)
_EACH = (
    r"(?:(?:-(?:a|an|per)-|\s?/\s?)(year|yr|month|mo|week|wk|day|hour|hr|h|minute|min|second|person|head|barrel"
    r"|bbl|ounce|oz|gallon|gal|ton|tonne|t|kg|kilo|pound|lb|share|night|ticket|plate|mile|game|unit|litre|liter|l"
    r"|MWh|kWh|W|sq\.?\s?ft)\b(?:(?<=yr|mo|wk|hr|oz|lb|al|in|ft)\.(?=\s?[\da-z&(,;]))?"
    r"|(?<=[\dkm])(pcm|p[mawp]|p\.[amw]\.)(?![\w]))?"
)
_BRITISH = {"pcm": "calendar month", "pm": "month", "pa": "year", "pw": "week", "pp": "person"}
_UNITS = {
    "yr": "year", "mo": "month", "wk": "week", "hr": "hour", "h": "hour", "min": "minute", "bbl": "barrel",
    "oz": "ounce",
    "gal": "gallon", "t": "ton", "kg": "kilogram", "lb": "pound", "W": "watt", "l": "liter", "MWh": "megawatt hour",
    "kWh": "kilowatt hour",
    "sq ft": "square foot", "sq. ft": "square foot", "sqft": "square foot", "sq.ft": "square foot",
}  # fmt: skip
_SUM = Pattern(
    rf"((?:(?<![^\s(])–)|[-−+~]?)({_SIGN})\s?([-−]?)({NUMBER})((?:\s|-)?{_SCALE})?"
    rf"(?:\s?({DASH}|to(?=\s[$£€¥]))\s?(?:{_SIGN})?\s?({NUMBER})((?:\s|-)?{_SCALE})?)?{_EACH}(\+|-plus\b)?"
)
_TENS = Pattern(r"[$£€](\d00?)s(?!\w)")
_BEHIND = Pattern(
    rf"(?<!\d,)(?<![\w.$€£])({NUMBER})((?:\s|-)?{_SCALE})?\s?([€£¥₹₩₽$]|\b(?:{'|'.join([*_CODES, *_WORDED])})\b"
    rf"|(?<=\d)(?:p|¢|c)(?![\w/])){_EACH}"
)


def find(text: str) -> Iterator[Edit]:
    if not HAS_DIGIT.search(text) or not _PRICED.search(text):
        return
    for match in _TENS.finditer(text):
        yield Edit(*match.span(), plural(cardinal(int(match[1]))).removeprefix("one "))
    for match in _SUM.finditer(text):
        yield Edit(*match.span(), spaced(text, *match.span(), _sum(text, match)))
    for match in _BEHIND.finditer(text):
        if said := _behind(text, match):
            yield Edit(*match.span(), spaced(text, *match.span(), said))


def _currency(sign: str) -> tuple[str, tuple[str, str, str, str]]:
    """The adjective and the names of a currency."""
    if sign in _CODES:
        adjective, sign = _CODES[sign]
        return adjective, _SIGNS[sign]
    if sign in _WORDED:
        return "", _WORDED[sign]
    if sign in ("R$", "R", "RM", "N"):
        return "", {"R$": _WORDED["BRL"], "R": _WORDED["ZAR"], "RM": _WORDED["MYR"], "N": _SIGNS["₦"]}[sign]
    if sign.rstrip(".") == "Rs":
        return "", _SIGNS["Rs"]
    prefix, sign = sign[:-1], sign[-1]
    adjective = _PREFIXES.get(prefix, "")
    if sign == "$" and prefix in _PESOS:
        return adjective, _SIGNS["₱"]
    return adjective, _SIGNS[sign]


_MINUS = {"-": "minus ", "−": "minus ", "–": "minus ", "+": "plus "}


def _sum(text: str, match: re.Match[str]) -> str:
    minus, sign, minus_2, number, scale, _, number_2, scale_2, each, short, more = match.groups()
    adjective, names = _currency(sign)
    sold = "~" in minus
    minus = _MINUS.get(minus or minus_2, "") if _negative(text, match) else ""
    if sold:
        minus = "about "
    # "An $8m-a-year deal" is one thing, too; "£2m-a-year" is many pounds.
    alone = (not each or "/" not in match[0]) and (
        describes(text, *match.span())
        or (not each and (_is_a_noun(text, match.end(), scale) or _buys(text, *match.span())))
    )
    if word_after(text, match.end()) in (names[0], names[1]) and not each:
        names = ("", "", names[2], names[3])  # "$5 billion dollars"
    scale, scale_2 = _scale(scale), _scale(scale_2)
    if number_2:
        if (scale_2 and not scale) or not match[0].count(sign[-1]) > 1:
            if not scale:
                unit = _joined(adjective, names[0 if alone else 1])
                said = f"{_amount(number, scale_2)} to {_amount(number_2, scale_2, scale_2)} {unit}"
            else:
                said = f"{_amount(number, scale, scale)} to {_priced(number_2, scale_2, adjective, names, alone)}"
        else:
            said = _priced(number, scale, adjective, names, alone)
            said += f" to {_priced(number_2, scale_2, adjective, names, alone)}"
    else:
        said = _priced(number, scale, adjective, names, alone)
    if each:
        link = "per" if "/" in match[0] or "-per-" in match[0] else "an" if "-an-" in match[0] else "a"
        said += f" {link} {_UNITS.get(each, each)}"
    if short:
        said += f" per {_BRITISH[short.replace('.', '')]}"
    return minus + said + (" plus" if more else "")


def _is_a_noun(text: str, end: int, scale: str | None) -> bool:
    """Whether the thing that costs it follows at once: "$100 bills", "a $2-million home"."""
    return word_after(text, end) in _NOTES or (bool(scale) and str(scale)[0] == "-")


# One thing that is counted, and has no article before its price, as in headlines: "inks $9 billion order for jets".
_THINGS = words(
    """
    acquisition advance aid appeal arms auction award bailout base bet bid bill bond bonus bounty bridge
    budget bug buyback buyout campaign campus check cheque claim complex contract credit damages deal
    defamation defense defence discount donation drug endowment entry estate expansion export extension
    facility factory fee fine fortune fraud fund gift giveaway grant handout headquarters heist highway home
    house incentive increase infrastructure initiative injection inquiry insurance investment jackpot
    judgment judgement kickback lawsuit lease levy listing lifeline loan lottery makeover mansion merger
    milestone mission mortgage movie offer offering option order overhaul package payday payment payout
    penalty pension pipeline plan plant pledge ponzi prize program programme project property proposal
    purchase ransom rebate reform refund relief renovation repair request rescue research restoration
    retirement reward ruling salary sale scam scandal scheme settlement shortfall slush spending sponsorship
    stadium stake stimulus striker subsidy suit sweetener takeover tax ticket trade transfer transport trial
    trust tunnel upgrade valuation venture verdict voucher winner
    """
)
_THIS = words("a an the this its their")
_DATED = words("Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
# "A record $9 billion profit".
_ARTICLE = Pattern(r"(?:^|\s)(?:an?|A|An|[Aa]nother)\s[a-z-]+\s$")
_NEXT = Pattern(r"\s([A-Za-z]+)(?:[ -]([A-Za-z]+))?(?:[ -]([A-Za-z]+))?")


def _buys(text: str, start: int, end: int) -> bool:
    """Whether the sum is the price of the one thing behind it: "$9 billion order", "$1.2 Trillion Spending Bill"."""
    following = _NEXT.match(text, end)
    if following is None:
        return False
    if following[1].istitle() and word_before(text, start) in _THIS and following[1][:3] not in _DATED:
        return True  # "the $899 Orbit 5"
    if _ARTICLE.search(text[max(0, start - 24) : start]):
        word = following[1]
        return word.islower() and word not in FUNCTION_WORDS and not is_plural(word) and not word.endswith(("ed", "ly"))
    for word in filter(None, map(str.lower, filter(None, following.groups()))):
        if word in FUNCTION_WORDS or is_plural(word) or word.endswith("ly"):
            return False
        if word in _THINGS and word not in _MASS:
            return True
    return False


# Of these there is no one: "$9 billion aid" needs an "in", and says nothing until a thing follows.
_MASS = words(
    "aid tax trade spending insurance research relief arms defense defence infrastructure damages transport"
    " entry export defamation retirement pension credit"
)
_NOTES = words("bill bills note notes coin coins banknote banknotes")


def _negative(text: str, match: re.Match[str]) -> bool:
    """Whether the dash before a sum is a minus, and not one between words."""
    start = match.start()
    return bool(match[3]) or start == 0 or not (text[start - 1].isalnum() or text[start - 1] in ")%")


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _scale(written: str | None) -> str:
    return SCALE[written.strip().strip("-").lower()] if written else ""


def _amount(number: str, scale: str, word: str = "") -> str:
    return _joined(decimal(number, " " if scale else " and "), word)


def _priced(number: str, scale: str, adjective: str, names: tuple[str, str, str, str], alone: bool) -> str:
    one, several, coin, coins = names
    number = number.replace(",", "")
    whole, _, part = number.partition(".")
    if scale:
        return _joined(_amount(number, scale, scale), adjective, one if alone else several)
    if len(whole) > 30:
        return _joined(decimal(number), adjective, several)
    if not part.rstrip("0") and len(part) <= 3:
        n = int(whole or 0)
        return _joined(cardinal(n), adjective, one if alone or n == 1 else several)
    if not coin or len(part.rstrip("0")) > 2:
        return _joined(decimal(number), adjective, one if alone else several)
    small = int(part.rstrip("0").ljust(2, "0"))
    change = f"{cardinal(small)} {coin if small == 1 or alone else coins}"
    n = int(whole or 0)
    if not n:
        return change
    return _joined(cardinal(n), adjective, one if alone or n == 1 else several, change)


def _behind(text: str, match: re.Match[str]) -> str:
    """20 EUR, 5 million USD, 99p, 50¢."""
    number, scale, sign, each, short = match.groups()
    alone = describes(text, *match.span()) or _is_a_noun(text, match.end(), scale)
    if sign in ("p", "c", "¢"):
        if (
            scale
            or "," in number
            or float(number) >= 1000
            or (sign == "p" and number in ("240", "360", "480", "576", "720"))
        ):
            return ""
        if sign == "c" and word_after(text, match.end()) not in ("coin", "coins", "piece", "stamp", "each", "per", "a"):
            return ""
        names = ("penny", "pence") if sign == "p" else ("cent", "cents")
        said = f"{decimal(number)} {names[0] if number == '1' or (alone and sign != 'p') else names[1]}"
    else:
        if sign in "$€£¥₹₩₽" and text[match.end() : match.end() + 1].isdigit():
            return ""
        adjective, names_4 = _currency(sign)
        said = _priced(number, _scale(scale), adjective, names_4, alone)
    if short:
        return f"{said} per {_BRITISH[short.replace('.', '')]}"
    return said + (f" per {_UNITS.get(each, each)}" if each else "")
