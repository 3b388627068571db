"""Speaks in Morse code: ``sayall --engine morse PAGE``."""

import math
import re
from array import array
from collections.abc import Callable, Iterator, Mapping

from reader import hookimpl
from reader.speech.engine import Engine, Sound, Speaker, Style, Word

TESTED_WITH = "0.1"
SIGNS = (
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. "
    "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----."
)
CODE = dict(zip("abcdefghijklmnopqrstuvwxyz0123456789", SIGNS.split(), strict=True))
DOTS_A_WORD = 50
"""The length of PARIS and the space behind it, by which the speed of Morse code is measured (ITU-R M.1677)."""


@hookimpl
def engines() -> Mapping[str, Callable[[], Engine]]:
    """The engine by its name; it is made only when a listener chooses it."""
    return {"morse": Morse}


class Morse:
    name = "morse"
    sample_rate = 8_000

    def speakers(self) -> tuple[Speaker, ...]:
        """None to choose from."""
        return ()

    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:
        """A word says at which sample it starts, and then comes its sound, of 16 bits and one channel."""
        dot = self.sample_rate * 60 // (style.rate_wpm * DOTS_A_WORD)
        made = 0
        for word in re.finditer(r"\w+", text):
            yield Word(made, word.start())
            sound = b"".join(letter(CODE[sign], dot, self.sample_rate) for sign in word[0].lower() if sign in CODE)
            sound += bytes(2 * 4 * dot)
            yield Sound(sound)
            made += len(sound) // 2

    def close(self) -> None:
        """Nothing to give back."""


def letter(code: str, dot: int, sample_rate: int) -> bytes:
    """A tone for each sign, one dot of silence after each, and two more after the letter."""
    tones = [tone(dot if sign == "." else 3 * dot, sample_rate) + bytes(2 * dot) for sign in code]
    return b"".join(tones) + bytes(2 * 2 * dot)


def tone(samples: int, sample_rate: int) -> bytes:
    return array("h", (round(8_000 * math.sin(2 * math.pi * 600 * n / sample_rate)) for n in range(samples))).tobytes()
