"""What stands around a number or a name: the word before it, the word behind it, and what they tell."""

from .pattern import Pattern

NUMBER = r"(?:(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:\.\d+)?|\.\d+)(?!\d)"
DASH = r"[-‐‑‒–—−]"

HAS_DIGIT = Pattern(r"\d")
_WORD_BEFORE = Pattern(r"([A-Za-z’']+)[\s\"“‘'(]*$")
_WORD_AFTER = Pattern(r"[\s]+([A-Za-z]+)")


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


FUNCTION_WORDS = words(
    """
    a about above across after against all along also although among an and any are as at be because been before
    behind being below between both but by can could did do does during each either else even ever every for
    from had has have he her here him his how however i if in into is it its just last less may me might more
    most much must my near never next no nor not now of off on once one only onto or other our out over own per
    plus she should since so some still such than that the their them then there these they this those though
    through thus to too toward towards under until up upon us versus via was we were what when where which while
    who whom whose why will with within without would yet you your ago later earlier today yesterday tomorrow
    alone apart away again each apiece spent paid given lost raised worth made said
    """
)


def inner(text: str) -> str:
    """The sentence without the stop and the quotes that end it."""
    return text.rstrip(" .!?\"”’')")


def last_word(text: str) -> str:
    """The last word of a sentence, without its stop."""
    return inner(text).rpartition(" ")[2]


def word_before(text: str, start: int) -> str:
    """The word right before ``start``, lower case; "" where there is none."""
    found = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    return found[1].lower() if found else ""


def word_after(text: str, end: int) -> str:
    """The word behind ``end``, with its case, when only space stands between; "" where there is none."""
    found = _WORD_AFTER.match(text, end)
    return found[1] if found else ""


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like several of something: "votes", "people"."""
    return word in _PLURALS or (
        len(word) > 2
        and word.islower()
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in FUNCTION_WORDS
    )


_PLURALS = words("people men women children police troops fish sheep feet teeth mice geese cattle aircraft staff")


def describes(text: str, start: int, end: int) -> bool:
    """Whether what stands there describes the noun behind it ("a $5 note", "a 5 km run"), and so has no plural."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return True
    after = word_after(text, end)
    if not after or after in FUNCTION_WORDS:
        return False
    before = word_before(text, start)
    if not after.islower():
        return before in ("a", "an") and text[end : end + 1] == " "  # "a 3nm A17 chip"
    if before in ("a", "an"):
        return True
    if after.endswith(("ed", "ly")) or is_plural(after):
        return False
    # "He's 23 yrs old": no possessive.
    return before in DETERMINERS or (before.endswith(("’s", "'s")) and before[:-2] not in _IS)


_IS = words("he she it that there here who what where how this everybody everyone")
DETERMINERS = words("the this that its his her their our my another every each new")
