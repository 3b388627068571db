"""The engine ``silent``: makes no sound, only its timings, exactly the same every time.

It needs nothing but Python, so it serves to test players and plugins, and to measure a story without synthesizing it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping

from reader import hookimpl
from reader.speech.engine import Engine, Sound, Speaker, Style, Word

CHARACTERS_PER_WORD = 6
"""A standard word: five letters and a space."""

_PIECE = 800  # samples: 50 ms, so that a test of stopping early has something to stop


@hookimpl
def engines() -> Mapping[str, Callable[[], Engine]]:
    return {"silent": Silent}


class Silent:
    """Silence as long as the text would take; see `reader.speech.engine.Engine`.

    Every character, spaces too, takes a sixth of a standard word. So the character ``c`` starts at the sample
    ``c * 60 * sample_rate // (6 * rate_wpm)``, a word where its first character does, and the sound ends where the
    character behind the last one would start: at 160 words a minute a character takes 1,000 samples.
    """

    name = "silent"
    sample_rate = 16_000

    def speakers(self) -> tuple[Speaker, ...]:
        """None: there is nothing to choose from."""
        return ()

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word, None, None]:
        """A `Word` for each run of characters without spaces, each right before the silence in which it starts."""
        words = [Word(self.sample_at(found.start(), style), found.start()) for found in re.finditer(r"\S+", text)]
        end, made, told = self.sample_at(len(text), style), 0, 0
        while made < end:
            piece = min(_PIECE, end - made)
            while told < len(words) and words[told].sample < made + piece:
                yield words[told]
                told += 1
            yield Sound(bytes(2 * piece))
            made += piece

    def sample_at(self, char: int, style: Style) -> int:
        """The sample at which the character ``char`` of any text starts."""
        return char * 60 * self.sample_rate // (CHARACTERS_PER_WORD * max(style.rate_wpm, 1))

    def close(self) -> None:
        """Nothing to end."""
