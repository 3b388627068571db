"""Two numbers with a dash between: a score, a range, a vote, a sum; what stands around them tells which."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .grammar import DASH, NUMBER, is_plural, word_after, word_before, words
from .money import SCALE
from .numbers import cardinal, decimal, digits, in_pairs, ordinal
from .pattern import Pattern, spaced
from .rule import Edit

_PAIR = Pattern(
    rf"(?<!\d,)(?<![\w.:/$€£#–—-])({NUMBER})(%?)(\s?)({DASH})(\s?)({NUMBER})(%?)(st|nd|rd|th)?(?![\w/]|[:.,]\d"
    rf"|-[A-Za-z0-9]|[–—]\d)(?!\s?[=+×*])"
)
_JOINED = Pattern(rf"\d%?\s?(?:{DASH}|to|[+*×x÷/=])[\s-]?(?:or-|to-)?\.?\d")
_ALL_NUMBERS = Pattern(r"\W*[\d,.]+\s?[-–—]\s?[\d,.]+\W*")
_AIRLINER = Pattern(r"(?<!\w)(7\d7)-(\d{1,3})(?!\w)")
_FLOWN = Pattern(r"\b(?:Boeing|jets?|aircraft|airliners?|planes?|Dreamliners?)\b")
_TIE_BREAK = Pattern(r"(?<!\d,)(?<![\w.$€£-])(\d{1,2})[-–](\d{1,2})\s?\((\d{1,2})(?:[-–](\d{1,2}))?\)")
_RECORD = Pattern(r"(?<!\d,)(?<![\w.$€£–-])\d{1,3}(?:[-–]\d{1,3}){2,4}(?![\w/]|[-–.,]\d)")
_DIGITS = Pattern(r"\d+")
_EQUATION = Pattern(rf"(?<!\d,)(?<![\w.$€£])({NUMBER})\s?([-−–+*×x÷/])\s?({NUMBER})(?=\s?=)")
_HYPHENED = Pattern(
    r"(?<!\d,)(?<![\w.:/$€£-])(\d{1,3}(?:,\d{3})*|\d+)(?:(-)| to )(?:(?:to|or)-)?(\d{1,3}(?:,\d{3})*"
    r"|\d+)-(?=(?:year|month|week|day|hour|minute|mile|foot|inch|meter|metre|pound|point|man|member|page|game|yard"
    r"|seat|bed|room|person|percent|part|story|storey|time|second)s?\b)"
)
_VOTE = Pattern(
    r"\b(?:vot(?:e[ds]?|ing)|ballot|ruling|ruled|referendum|Senate|House|lawmakers|MPs|parliament|filibuster)\b", 2
)
_SCORE = Pattern(
    r"\b(?:w[io]n(?:s|ning|ner)?|beat(?:s|en|ing)?|defeat\w*|los[st]|loses?|losing|los(?:s|es)|dr[ae]w[ns]?"
    r"|victor\w*|scor\w+|lead(?:s|ing)?|led|trail\w*|tie[ds]?|tying"
    r"|vot(?:e[ds]?|ing)|ruling|ruled|decision|goals?|half[- ]?time|full[- ]?time|aggregate|match|final|game|set"
    r"|sets|series|innings|touchdown|thrash\w*"
    r"|rout(?:ed)?|down|up|ahead|behind|margin|record|points?|semi-?finals?|champions?|upset|comeback|shutout"
    r"|overtime|penalties|shootout|equali[sz]\w+|edged?"
    r"|hammer\w*|crush\w*|stun\w*|finish\w*|hit back|playoffs?|season|tonight's)\b",
    2,
)
_TENNIS = words("0-15 0-30 0-40 15-0 30-0 40-0")
_NINE_TO_FIVE = Pattern(r"(?<![\w.,$€£-])9[-–]5(?=\s(?:jobs?|days?|schedule|grind|routine|shift|work\w*|life|hours)\b)")
_PAGES = Pattern(r"\b(?:pp?|vv?|[Cc]hs?|ll)\.\s$")
_CRICKET = Pattern(
    r"\b(?:wickets?|wkts?|overs|innings|inns|lbw|not out|all out|unbeaten|stumps|bowl(?:ed|er|ing)|dec)\b"
)
_AMERICAN = Pattern(
    r"\b(?:NFL|NBA|MLB|NHL|MLS|touchdowns?|TDs?|quarterback|QB|Super Bowl|[a-z]+ quarter|innings?"
    r"|pitch(?:er|ed)|homers?|home runs?|rebounds"
    r"|puck|shutout|yards|yds|field goal|FG|postseason|World Series|Stanley Cup|ERA|[LR]HP)\b"
)
# One set after another: "6-4 3-6 6-1".
_BESIDE, _BESIDE_NEXT = Pattern(r"\d[-–]\d,?\s$"), Pattern(r",?\s\d{1,2}[-–]\d{1,2}(?![\w-])")
_RANGED = words(
    """
    age aged ages chapters chapter pages page p pp between from years verses verse lines rows items days weeks
    steps grades levels figures tables sections articles paragraphs nos numbers volumes about around roughly
    approximately some every in within takes take took lasts last lasting for
    """
)


def find(text: str) -> Iterator[Edit]:
    if not _JOINED.search(text):
        return
    for match in _EQUATION.finditer(text) if "=" in text else ():
        sign = {"-": "minus", "−": "minus", "–": "minus", "+": "plus", "÷": "divided by", "/": "divided by"}.get(
            match[2], "times"
        )
        yield Edit(*match.span(), f"{decimal(match[1])} {sign} {decimal(match[3])}")
    for match in _AIRLINER.finditer(text) if _FLOWN.search(text) else ():
        yield Edit(*match.span(), f"{in_pairs(match[1])} {_plain(match[2])}")
    for match in _TIE_BREAK.finditer(text) if "(" in text else ():
        tie = cardinal(int(match[3])) + (f" {cardinal(int(match[4]))}" if match[4] else "")
        more = "," if text[match.end() : match.end() + 1] == " " else ""
        yield Edit(*match.span(), f"{cardinal(int(match[1]))} {cardinal(int(match[2]))}, {tie}{more}")
    for match in _HYPHENED.finditer(text):
        yield Edit(*match.span(), f"{decimal(match[1])} to {decimal(match[3])}-")
    for match in _NINE_TO_FIVE.finditer(text):
        yield Edit(*match.span(), "nine to five")
    for match in _RECORD.finditer(text):
        yield Edit(*match.span(), " ".join(cardinal(int(number)) for number in _DIGITS.compiled.findall(match[0])))
    pairs = list(_PAIR.finditer(text))
    # What the sentence is about is looked up once, however many pairs there are.
    told = _Told(*(bool(pairs and about.search(text)) for about in (_SCORE, _VOTE, _CRICKET, _AMERICAN)))
    for match in pairs:
        if said := _pair(text, match, told):
            yield Edit(*match.span(), spaced(text, *match.span(), said))


class _Told(NamedTuple):
    """What a sentence tells of: who won, how many were for it, and which game it was."""

    scores: bool
    votes: bool
    cricket: bool
    american: bool


def _pair(text: str, match: re.Match[str], told: _Told) -> str | None:
    low, percent, gap, _, gap_2, high, percent_2, st = match.groups()
    if (gap and not gap_2) or (gap_2 and not gap):
        return None  # "7 -5": the second is negative
    after = word_after(text, match.end())
    if after in SCALE:
        return f"{decimal(low, ' ')} to {decimal(high, ' ')}"
    if percent or percent_2:
        unit = " percent"
        return f"{decimal(low)}{unit if percent else ''} to {decimal(high)}{unit}"
    if st:
        if not low.isdecimal() or not high.isdecimal() or len(low + high) > 30:
            return None
        return f"{ordinal(int(low))} to {ordinal(int(high))}"
    first, second = _value(low), _value(high)
    plain = f"{_plain(low)} {_plain(high)}"
    before = word_before(text, match.start())
    if (
        _ALL_NUMBERS.fullmatch(text)
        and "." not in low + high
        and not (first < second and (("," in low and "," in high) or len(low) == len(high) == 4 or match[4] == "–"))
    ):
        return plain  # nothing tells what it is
    if (
        (after == "odds" or told.votes or ("odds" in text and low != "0"))
        and not (low[0] == "0" and len(low) > 1)
        and "." not in low + high
    ):
        return f"{decimal(low)} to {decimal(high)}"
    if low.startswith("0.") and first < second:
        return f"{decimal(low)} to {decimal(high)}"
    if _PAGES.search(text[max(0, match.start() - 6) : match.start()]) and "." not in low + high:
        return f"{decimal(low)} to {decimal(high)}"  # "pp. 812–19"
    if told.cricket and low.isdecimal() and high.isdecimal():
        if second <= 10 < first:
            return f"{decimal(low)} for {decimal(high)}"
        if first <= 10 < second:
            return f"{decimal(low)} for {decimal(high)}"
    start, following = text[: match.start()], text[match.end() : match.end() + 1]
    if told.american and (
        (start.endswith("(") and following in (")", ",", ";")) or (start.endswith(", at ") and following == ",")
    ):
        return f"{decimal(low)} and {decimal(high)}"  # what a team or a pitcher has won and lost
    long = max(len(low), len(high)) > 3 or "," in low + high
    if long or "." in low + high:
        return (
            f"{decimal(low)} to {decimal(high)}"
            if first < second and not (low[0] == "0" or high[0] == "0")
            else f"{_plain(low)}, {_plain(high)}"
        )
    if before == "from" or (before in _RANGED and first < second):
        return f"{decimal(low)} to {decimal(high)}"
    if (
        is_plural(after)
        and first < second
        and after not in ("victories", "wins", "losses", "goals")
        and not (told.scores and after == "points")
    ):
        return f"{decimal(low)} to {decimal(high)}"
    if (
        told.scores
        or _BESIDE.search(text[max(0, match.start() - 6) : match.start()])
        or _BESIDE_NEXT.match(text, match.end())
        or first >= second
        or after in ("victory", "win", "defeat", "loss", "draw", "lead", "vote", "record", "split", "decision", "tie")
    ):
        if f"{low}-{high}" in _TENNIS:
            return " ".join("love" if number == "0" else _plain(number) for number in (low, high))
        if first >= 100 and second >= 100:
            return f"{decimal(low)} to {decimal(high)}"
        zero = "nothing" if "0" in (low, high) and told.american and not told.cricket else "nil"
        return " ".join(zero if number == "0" else _plain(number) for number in (low, high))
    return f"{decimal(low)} to {decimal(high)}"


def _value(written: str) -> float:
    return float(written.replace(",", ""))


def _plain(written: str) -> str:
    if written.isdecimal() and (len(written) > 4 or (len(written) > 1 and written[0] == "0")):
        return digits(written)
    return decimal(written)
