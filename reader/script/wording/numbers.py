"""Numbers in English words, as a newsreader says them: how many, which one, which year, digit by digit."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = (
    "thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion"
)
ONES, TENS, SCALES = _ONES.split(), _TENS.split(), ["", *_SCALES.split()]
ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def _below_hundred(n: int) -> str:
    if n < 20:
        return ONES[n]
    tens, one = divmod(n, 10)
    return TENS[tens] + (f" {ONES[one]}" if one else "")


def _below_thousand(n: int, joint: str) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _below_hundred(rest)
    return f"{ONES[hundreds]} hundred" + (joint + _below_hundred(rest) if rest else "")


def cardinal(n: int, joint: str = " and ") -> str:
    """How many: 18095 is "eighteen thousand and ninety five"; with ``joint`` " " there is no "and".

    Above the decillions it is said digit by digit.
    """
    if n < 0:
        return f"minus {cardinal(-n, joint)}"
    if n < 1000:
        return _below_thousand(n, joint)
    if n >= 10 ** (3 * len(SCALES)):
        return digits(str(n))
    groups = []
    rest, scale = n, 0
    while rest:
        rest, group = divmod(rest, 1000)
        if group and scale:
            groups.append(f"{_below_thousand(group, ' ')} {SCALES[scale]}")
        elif group >= 100:
            groups.append(_below_thousand(group, joint))
        elif group:
            # "one thousand and five", but "one million five": there "and" would start a new number.
            groups.append(("and " if joint != " " and n < 10**6 else "") + _below_thousand(group, joint))
        scale += 1
    return " ".join(reversed(groups))


def ordinal(n: int) -> str:
    """Which one: 111 is "one hundred eleventh"."""
    words = cardinal(n, " ")
    head, _, last = words.rpartition(" ")
    last = ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return f"{head} {last}" if head else last


def digits(text: str, zero: str = "zero") -> str:
    """Digit by digit: "0958" is "zero nine five eight"."""
    return " ".join(ONES[int(char)] if int(char) else zero for char in text if char.isdecimal())


def year(n: int) -> str:
    """A year: 1905 is "nineteen oh five", 2009 "two thousand nine", 2014 "twenty fourteen"."""
    century, rest = divmod(n, 100)
    if n < 1000:
        return in_pairs(str(n))
    if not century % 10 and rest < 10:
        return cardinal(n, " ")
    if not rest:
        return f"{_below_hundred(century)} hundred"
    return f"{_below_hundred(century)} {_two(rest)}"


def _two(n: int) -> str:
    return f"oh {ONES[n]}" if n < 10 else _below_hundred(n)


def in_pairs(text: str) -> str:
    """A number that names rather than counts: "747" is "seven forty seven", "2490" "twenty four ninety".

    Longer ones, and those that begin with a zero, are said digit by digit.
    """
    if text[0] == "0" or len(text) > 4:
        return digits(text)
    n = int(text)
    if n % 100 == 0 or len(text) < 3:
        return year(n) if len(text) == 4 else cardinal(n)
    return f"{_below_hundred(n // 100)} {_two(n % 100)}"


def decimal(text: str, joint: str = " and ") -> str:
    """A number as written, with commas and a point: "1,204.50" is "one thousand two hundred and four point five zero".

    ``joint`` is as in `cardinal`.
    """
    whole, point, part = text.replace(",", "").partition(".")
    # Python refuses to read numbers of thousands of digits, and nobody would listen to them.
    said = cardinal(int(whole or 0), joint) if len(whole) < 36 else digits(whole)
    if not point:
        return said
    head = f"{said} " if whole else ""
    return f"{head}point {digits(part)}"


def plural(words: str) -> str:
    """More than one of it: "twenty" gives "twenties", "six" "sixes"."""
    if words.endswith("y"):
        return words[:-1] + "ies"
    return words + ("es" if words.endswith(("x", "s", "ch", "sh")) else "s")


def fraction(above: int, below: int) -> str:
    """A part: 1/2 is "one half", 3/4 "three quarters", 22/3 "twenty two thirds"."""
    name = {1: "over one", 2: "half", 4: "quarter"}.get(below) or ordinal(below)
    if below == 1:
        return f"{cardinal(above, ' ')} {name}"
    if above != 1:
        name = "halves" if below == 2 else plural(name)
    return f"{cardinal(above, ' ')} {name}"
