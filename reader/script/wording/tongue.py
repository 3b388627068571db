"""What a language says where digits and signs are written in the European way: 1.234,5 and 5. Mai and 14:30."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of a language for its numbers and signs.

    ``one`` is said for 1 before a noun. ``day_after`` are words behind which the day of a date is inflected with
    -n. ``hour`` says the hour of a clock ("une heure"), ``clock_link`` stands between it and the minutes.
    ``numeral`` says a Roman numeral behind a word, "" where it is none; ``before_noun`` fits a number to its noun.
    ``scale_link`` stands between a round number and what is counted ("deux millions d’euros"), ``cents_link``
    before the small coins. ``short`` are words that are cut short, ``numbered`` those that are only before a number
    ("p. 5"), ``named`` those that are only before a name ("Me Martin"). ``suffixes`` are the endings of ordinal
    numbers, each with what replaces the last letter of the ordinal. ``parts`` are one and several of a half, a
    third …; ``times`` follows the number in "3x", ``by`` stands between two ("2 x 4 m"); with ``zero_is_one``
    nothing is singular; ``half_more`` follows a number and a half ("deux et demi"). ``stopped`` says a number with
    a full stop behind it, "3.", between what is before it and the word that follows, "" where it is no ordinal.
    ``endings`` are cut short within a word ("Hauptstr.").
    """

    cardinal: Callable[[int], str]
    ordinal: Callable[[int], str]
    year: Callable[[int], str]
    hour: Callable[[int], str]
    one: str
    point: str
    minus: str
    to: str
    score: str
    percent: str
    months: tuple[str, ...]
    days: tuple[str, ...]
    day_month: str
    day_after: tuple[str, ...]
    clock_link: str
    link: str
    dot: str
    at: str
    slash: str
    dash: str
    hashtag: str
    currencies: Mapping[str, tuple[str, str]]
    scales: Mapping[str, str]
    units: Mapping[str, str]
    short: Mapping[str, str]
    numbered: Mapping[str, str]
    signs: Mapping[str, str]
    numeral: Callable[[str, int], str]
    before_noun: Callable[[str, str], str]
    parts: Mapping[int, tuple[str, str]]
    half_more: str
    by: str
    scale_link: str = ""
    zero_is_one: bool = False
    cents_link: str = ""
    times: str = ""
    suffixes: Mapping[str, str] = field(default_factory=dict)
    stopped: Callable[[int, str, str], str] | None = None
    named: Mapping[str, str] = field(default_factory=dict)
    address_signs: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)


def listed(text: str) -> tuple[str, ...]:
    """The words of a text, in their order."""
    return tuple(text.split())


def table(text: str) -> dict[str, str]:
    """What is written and what is said for it: "km = Kilometer | kg = Kilogramm"."""
    pairs = (entry.partition("=") for entry in text.split("|"))
    return {" ".join(written.split()): " ".join(said.split()) for written, _, said in pairs}
