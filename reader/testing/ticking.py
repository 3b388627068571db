"""An engine without sound, whose time can be worked out in the head."""

import re
from collections.abc import Generator

from ..speech.engine import Sound, Speaker, Style, Word


class Ticking:
    """An engine whose every character takes 10 ms at 180 words a minute, the usual rate."""

    name = "ticking"
    sample_rate = 8_000

    def speakers(self) -> tuple[Speaker, ...]:
        return ()

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word]:
        """A word for each run of characters without spaces, and its silence, the space around it included."""
        samples_each = self.sample_rate * 180 // (100 * style.rate_wpm)
        for found in re.finditer(r"\s*\S+\s*", text):
            first = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Word(first * samples_each, first)
            yield Sound(bytes(2 * samples_each * len(found[0])))

    def close(self) -> None:
        """Nothing to end."""
