"""How fast a story is heard, learnt while it is: pauses, announcements and long words make it differ from any rule."""

from typing import Final

_CHARACTERS_A_WORD: Final = 4.25
"""Of English text on web pages, with the pauses of the voices that come with sayall, at any rate: measured."""

_WORDS_FOR_A_START: Final = 8
"""So much weight has that figure against what is heard then; it fits no Chinese and no Arabic."""


class Pace:
    """Counts the characters of the story that were heard, against the words that the rate says were said meanwhile."""

    def __init__(self) -> None:
        self._characters, self._words = _CHARACTERS_A_WORD * _WORDS_FOR_A_START, float(_WORDS_FOR_A_START)

    def note(self, characters: int, seconds: float, rate_wpm: int) -> None:
        """``characters`` of the story were heard within ``seconds``, the pauses before them included."""
        self._characters += characters
        self._words += seconds * rate_wpm / 60

    def characters_a_second(self, rate_wpm: int) -> float:
        """How many are heard a second at that rate."""
        return self._characters / self._words * rate_wpm / 60
