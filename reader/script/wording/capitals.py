"""A line in capitals is said as words, not letter by letter; so are the names in code."""

from collections.abc import Iterator

from .grammar import FUNCTION_WORDS, words
from .initialisms import ACRONYMS, LETTERED, SHOUTED, SPELLED
from .pattern import Pattern
from .rule import Edit

_SHOUTED = Pattern(r"(?<![\w])[A-Z][A-Z’'&-]*(?:[\s,:;/–—-]+(?:[A-Z][A-Z’'&-]*|\d[\d,.]*|[A-Z]\.)){1,}(?![\w])")
_COMMON = words(
    "THE AND NOT FOR YOU ALL WITH THIS THAT FROM ARE WAS NEVER ONLY MUST WILL HAVE YOUR MORE TO OF IS IN IT"
)
_DATELINE = Pattern(r"\s*(?:,[^,—–(]{0,30})?\s*(?:\([A-Z]\w+\)\s*)?[—–]|\s*\([A-Z]\w+\)\s*-")
_WORD = Pattern(r"[A-Z][A-Z’']+")
_VOWEL = Pattern(r"[AEIOUY]")
_HUMPED = Pattern(r"_|[a-z][A-Z]|\(\)")
_CODE = Pattern(
    r"(?<![\w@#./-])(?=\w*[a-z])(?:_*[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+_*|[a-z]+(?:[A-Z][a-z0-9]+){2,}"
    r"|[a-z]{3,}(?:[A-Z][a-z]+)+(?=\())(?:\(\))?(?![\w@])"
)


# Speech engines spell capitals of up to three letters: "NEW: …" would be N, E, W.
_SHORT = words(
    """
    NEW NOT ALL AND THE BUT YOU YES NOW OUT OFF TOO DAY WAY ANY BIG BAD TOP END SEE SAW MAN MEN BOY WAR OIL AIR
    TAX JOB WIN WON MAD HOT ICE LAW AGE BUY PAY CUT HIT RUN SET LET LOW GET GOT HAS HAD HIS HER SHE WHY HOW WAS
    ARE FOR ONE TWO SIX TEN OLD OWN FEW EAT RED BAN BID AID KEY TRY ADD ASK USE VIA PER EVE SAY YET NOR OUR
    ITS CAN DID PUT GUN GAS DUE SEX BAR BED BOX EGG FAN FUN LIE LOT ODD SIN SON SUN TEA TIE TOY JOY MAP MAY NO
    GO SO BE BY DO HE ME MY WE ON OR OF TO IN AN AS AT IF
    """
)
_SINGLE = Pattern(r"(?<![\w.&@#’'-])[A-Z]{2,3}(?![\w&@]|\.\w|[’'](?!s\b)|-[A-Z\d]|\s?\d)")


def find(text: str) -> Iterator[Edit]:
    if not SHOUTED.search(text):
        return
    yield from _lines(text)
    for match in _SINGLE.finditer(text):
        if match[0] in _SHORT:
            first = not any(map(str.isalnum, text[: match.start()]))
            yield Edit(*match.span(), match[0].capitalize() if first else match[0].lower())


def _lines(text: str) -> Iterator[Edit]:
    """Two words and more in capitals, one after another."""
    for run in _SHOUTED.finditer(text):
        found = [match for match in _WORD.finditer(text, run.start()) if match.end() <= run.end()]
        plain = [match for match in found if _is_word(match[0])]
        # "UN, EU and US" is a list of names; a line that is shouted has words in it.
        if len(plain) < 2 or not any(len(match[0]) > 3 for match in plain):
            continue
        # Two names next to each other within a sentence are still names: "the WASI API".
        within = any(map(str.islower, text[: run.start()]))
        if within and len(plain) < 3 and not any(match[0] in _COMMON for match in plain):
            continue
        dated = _DATELINE.match(text, run.end()) is not None
        for match in plain:
            first = match.start() == run.start()
            named = dated or (not within and (first or match[0].lower() not in FUNCTION_WORDS))
            yield Edit(*match.span(), _as_title(match[0]) if named else match[0].lower())


def _as_title(word: str) -> str:
    """As a name is written: "ELLERY" is "Ellery", "O'BRIEN" "O'Brien", "LOWE'S" "Lowe's"."""
    head, sign, tail = word.partition("’" if "’" in word else "'")
    return head.capitalize() + sign + (tail.capitalize() if len(head) == 1 else tail.lower())


def _is_word(word: str) -> bool:
    known = word in ACRONYMS or word in LETTERED or word in SPELLED
    return _VOWEL.search(word) is not None and (not known or word in ("IT", "AM", "OK", "WHO", "START"))


def find_code(text: str) -> Iterator[Edit]:
    """snake_case and camelCase."""
    if not _HUMPED.search(text):
        return
    from .web import in_words

    for match in _CODE.finditer(text):
        name = match[0].removesuffix("()")
        parts = [in_words(part) for part in name.split("_") if part]
        yield Edit(*match.span(), " ".join(parts))
